/** 还缺什么: told once something is typed. Nothing of it keeps the application from its number. */
import { type Gap, gapsOf, TRIGGER_RULES } from '../../law/requests/correction-triggers.ts'
import { minority } from '../../law/requests/minority.ts'
import { requestContentSchema } from '../../record/people/requester.ts'
import { useSession } from '../session.tsx'
import { type Registering, requesterOf } from './registering.ts'

export function GapsPreview({ values }: { values: Registering }) {
  const { rules } = useSession()
  const requester = requesterOf(values)
  const known = { unclear: values.unclear ?? false, authorised: requester.agent?.authorised ?? false, today: rules.today }
  const gaps = gapsOf(requester, requestContentSchema.parse(values.content), known, rules.readings)
  const young = minority(requester, rules.today)
  return (
    <>
      {young && (
        <p className="note">
          {young.say}
          {young.then}
        </p>
      )}
      {gaps.length === 0 ? (
        <p className="quiet small">第二十九条列明的内容都有了。</p>
      ) : (
        <GapList gaps={gaps} then="登记后可以联系申请人补上，或者一次性告知补正。" />
      )}
    </>
  )
}

export function GapList({ gaps, then }: { gaps: readonly Gap[]; then: string }) {
  return (
    <div className="note" aria-live="polite">
      <p>
        <b>还缺 {gaps.length} 项，不影响登记编号。</b>
        {then}
      </p>
      <ul className="plain-list small">
        {gaps.map(({ trigger, say }) => (
          <li key={say}>
            {TRIGGER_RULES[trigger].zh}：{say}
          </li>
        ))}
      </ul>
    </div>
  )
}
