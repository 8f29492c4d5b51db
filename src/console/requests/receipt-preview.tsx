/** “收到之日 … 答复期限 … 因为 …”: proposed in the browser by the law itself, before anything is sent. */
import { Alert } from 'antd'
import { cite } from '../../law/cite.ts'
import type { LocalDate } from '../../law/date.ts'
import { type Arrival, otherChannels, proposeReceipt, type ReceiptProposal } from '../../law/requests/receipt-wizard.ts'
import { INTAKE_CHANNEL_WORDS } from '../../law/requests/vocabulary.ts'
import type { Act } from '../../record/requests/acts.ts'
import { conclude, type Rules } from '../legal.ts'
import { refusalWords } from '../parts/refusals.tsx'
import { dayWords, DueWords } from '../parts/ribbon.tsx'
import { useSession } from '../session.tsx'

export function ReceiptPreview({ arrival }: { arrival: Arrival | null }) {
  const { rules } = useSession()
  if (!arrival) return null
  const { via, arrivedOn } = arrival
  const { receivedOn, rule, by, missing, late } = proposeReceipt(arrival, rules.calendar, rules.readings)
  const concluded = concludedOf({ via, arrivedOn, receivedOn }, rules)
  if (!('folded' in concluded)) return <Alert type="warning" showIcon title={refusalWords(concluded.refusals[0])} />
  const { clock } = concluded
  const [step] = clock.steps
  return (
    <div className="preview" aria-live="polite">
      {receivedOn ? (
        <>
          <p>
            收到之日：<b>{dayWords(receivedOn)}</b>
          </p>
          <p>
            <DueWords clock={clock} />
          </p>
        </>
      ) : (
        <p>
          收到之日：<b>尚未确认</b>，答复期限还没有起算。{missing}
        </p>
      )}
      <p className="quiet">
        因为：{INTAKE_CHANNEL_WORDS[via]}，{rule}（{cite(by)}）{step && `；${step.why}（${step.cite}）`}
      </p>
      {late && <p className="preview-late">{late}</p>}
      <OtherChannels arrival={arrival} />
    </div>
  )
}

/** What follows if it is received so, and on that day. */
function concludedOf(
  { via, arrivedOn, receivedOn }: Pick<Arrival, 'via' | 'arrivedOn'> & Pick<ReceiptProposal, 'receivedOn'>,
  rules: Rules,
) {
  const acts: Act[] = [{ kind: 'submitted', on: arrivedOn, via }]
  if (receivedOn && via !== 'in-person') acts.push({ kind: 'received', on: receivedOn, via })
  return conclude(
    acts.map((act, seq) => ({ seq, act, recordedAt: '', actorId: '' })),
    rules,
  )
}

/** 答复期限 of such a receipt; null while there is none. */
function dueOf(proposal: ReceiptProposal, arrivedOn: LocalDate, rules: Rules): LocalDate | null {
  if (!proposal.receivedOn) return null
  const concluded = concludedOf({ ...proposal, arrivedOn }, rules)
  return 'folded' in concluded ? concluded.clock.due : null
}

/** 换一种方式收到会怎样: so that nobody takes the rule of one channel for that of another. */
export function OtherChannels({ arrival }: { arrival: Arrival }) {
  const { rules } = useSession()
  return (
    <details className="other-channels">
      <summary>换一种渠道，收到之日、答复期限会是哪一天</summary>
      <table>
        <tbody>
          {otherChannels(arrival, rules.calendar, rules.readings).map((proposal) => {
            const { via, receivedOn, rule, by } = proposal
            const due = dueOf(proposal, arrival.arrivedOn, rules)
            return (
              <tr key={via}>
                <th scope="row">{INTAKE_CHANNEL_WORDS[via]}</th>
                <td className="day">
                  {receivedOn ?? '待确认'}
                  {due && <div className="quiet small">答复到 {due}</div>}
                </td>
                <td className="quiet">
                  {rule}（{cite(by)}）
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </details>
  )
}
