/** 本案期限随日历变更: from when to when and why; nothing where nothing moved. */
import { chineseDate } from '../../law/date.ts'
import { LIMIT_WORDS } from '../../law/requests/vocabulary.ts'
import { Panel } from '../parts/page.tsx'
import { useRead } from '../queries.ts'
import { dayOrOpen } from './day-or-open.ts'

export function CaseMoves({ caseId }: { caseId: string }) {
  const { data } = useRead('requests.calendarMoves', { id: caseId })
  if (!data || data.rows.length === 0) return null
  return (
    <Panel title="期限随放假安排变动">
      <ul className="plain-list">
        {data.rows.map(({ what, party, from, to, on, because, letterId }) => (
          <li key={`${on}${because}${what}${party}`}>
            {LIMIT_WORDS[what]}
            {party && `（${party}）`}：{dayOrOpen(from)} → <b>{dayOrOpen(to)}</b>
            <div className="quiet small">
              {chineseDate(on)}，因{because}
              {letterId && '；已生成告知书，见“文书与附件”'}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
