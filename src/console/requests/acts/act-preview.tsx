/** “登记后，答复期限为…”: what this act would do, counted before it is sent, or why it can't be recorded on that day. */
import { Alert } from 'antd'
import { cite } from '../../../law/cite.ts'
import type { Act } from '../../../record/requests/acts.ts'
import { lengthens } from '../../../record/requests/as-sent.ts'
import { refusalFor } from '../../../record/requests/may.ts'
import { openEnd } from '../../../record/requests/open-end.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { concludeWith } from '../../legal.ts'
import { refusalWords } from '../../parts/refusals.tsx'
import { dayWords, DueWords } from '../../parts/ribbon.tsx'
import { useSession } from '../../session.tsx'
import { OtherChannels } from '../receipt-preview.tsx'
import type { FormKind } from '../case/deeds.ts'
import { LIMIT_WORDS } from '../case/limit-words.ts'
import type { ClockLimit } from '../../../law/requests/clock-types.ts'
import { PHASE_WORDS } from '../../../law/requests/vocabulary.ts'

export function ActPreview({ view, kind, act }: { view: CaseView; kind: FormKind; act: Act | null }) {
  const { rules } = useSession()
  if (!act) return <p className="quiet">填写日期等内容后，这里显示登记后的期限。</p>
  const before = concludeWith(view.acts, null, rules)
  if ('folded' in before) {
    const { folded, clock } = before
    const refusal = refusalFor(kind, { folded, clock, calendar: rules.calendar, on: act.on, today: rules.today })
    if (refusal)
      return (
        <Alert
          type="warning"
          showIcon
          title={refusal.say}
          description={`${refusal.then}${refusal.cite ? `（${cite(refusal.cite)}）` : ''}`}
        />
      )
  }
  const after = concludeWith(view.acts, act, rules)
  if (!('folded' in after)) return <Alert type="warning" showIcon title={refusalWords(after.refusals[0])} />
  const { clock } = after
  const submitted = view.acts.find((one) => one.act.kind === 'submitted')?.act
  const known = (limit: ClockLimit) =>
    view.clock.limits.some(({ what, party, due }) => what === limit.what && party === limit.party && due === limit.due)
  const begun = clock.limits.filter((limit) => limit.what !== 'reply' && !limit.met && limit.due && !known(limit))
  const [step] = clock.steps.slice(-1)
  // 延长、延迟: not with this act, but once the requester is told of it.
  const tells = lengthens(act)
  // While nothing is counted, the last step tells of a day that no longer holds.
  const explained = !after.folded.closedOn && (clock.due !== null || openEnd(clock) !== null)
  return (
    <div className="preview" aria-live="polite">
      <p>登记后：{PHASE_WORDS[clock.phase]}</p>
      {!after.folded.closedOn && (
        <p>
          <DueWords clock={clock} {...(tells ? { label: '告知书寄出以后，答复期限' } : {})} />
          {clock.due && clock.due !== view.clock.due && view.clock.due && (
            <span className="quiet">
              （{tells ? '寄出以前仍' : '现'}为{dayWords(view.clock.due)}）
            </span>
          )}
        </p>
      )}
      {begun.map((limit) => (
        <p key={`${limit.what}${limit.party ?? ''}`}>
          {LIMIT_WORDS[limit.what]}
          {limit.party && `（${limit.party}）`}：<b>{dayWords(limit.due)}</b>
        </p>
      ))}
      {step && explained && (
        <p className="quiet">
          因为：{step.why}（{step.cite}）
        </p>
      )}
      {act.kind === 'received' && submitted && (
        <OtherChannels arrival={{ via: view.via, arrivedOn: submitted.on, confirmedOn: act.on }} />
      )}
    </div>
  )
}
