/** 可能是重复申请: the same person asked for nearly the same and was answered. A hint with the earlier reply; it decides nothing. */
import { Alert, Button } from 'antd'
import { Link } from 'react-router'
import type { LocalDate } from '../../../law/date.ts'
import { outcomeRule } from '../../../law/requests/outcomes.ts'
import type { SimilarCase } from '../../../record/requests/deciding-view.ts'
import { pathTo } from '../../route-table.ts'

export function RepeatHint({
  similar,
  onUse,
}: {
  similar: readonly SimilarCase[]
  onUse: (reply: { number: string; on: LocalDate }) => void
}) {
  const earlier = similar.find(({ samePerson, nearlySame, reply }) => samePerson && nearlySame && reply)
  if (!earlier?.reply) return null
  const { reply } = earlier
  return (
    <Alert
      type="info"
      showIcon
      className="gap-below"
      title="同一申请人此前申请过相近的信息，并已答复"
      description={
        <>
          <Link to={pathTo('case', { id: earlier.id })}>{earlier.number}</Link>《{earlier.subject}》，{reply.on} 答复
          {earlier.outcome && `“${outcomeRule(earlier.outcome).zh}”`}。请核对是不是同一信息、有没有更新；是否重复由承办人判断。
        </>
      }
      action={<Button onClick={() => onUse(reply)}>按重复申请拟写</Button>}
    />
  )
}
