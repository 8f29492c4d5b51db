/** 前车之鉴: decisions like this one that were corrected, and why; shown while the next is drafted (G25). */
import { Alert } from 'antd'
import type { Outcome } from '../../law/requests/vocabulary.ts'
import { LESSON_CATEGORY_WORDS } from '../../record/disputes/lessons.ts'
import { useRead } from '../queries.ts'

export function LessonsWarning({ caseId, outcome }: { caseId: string; outcome: Outcome }) {
  const { data } = useRead('requests.lessons', { id: caseId, outcome })
  if (!data || data.rows.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      className="gap-below"
      title={`此前有 ${data.rows.length} 条教训与本件相近，请对照检查`}
      description={
        <ul className="plain-list">
          {data.rows.map(({ id, caseNumber, category, text, result, because, subject }) => (
            <li key={id}>
              <b>{LESSON_CATEGORY_WORDS[category]}</b>：{text}
              <div className="quiet small">
                {caseNumber}
                {subject && `“${subject}”`}，{result}；{because === 'outcome' ? '答复类型相同' : '申请内容相近'}
              </div>
            </li>
          ))}
        </ul>
      }
    />
  )
}
