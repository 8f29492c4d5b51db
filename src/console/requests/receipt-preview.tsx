/** “收到之日 … 答复期限 … 因为 …”: counted in the browser by the law itself, before anything is sent. */
import { Alert } from 'antd'
import { cite } from '../../law/cite.ts'
import { chineseDate, type LocalDate } from '../../law/date.ts'
import { confirmation, RECEIPT_RULES } from '../../law/requests/receipt.ts'
import { INTAKE_CHANNEL_WORDS, type IntakeChannel } from '../../law/requests/vocabulary.ts'
import type { Act } from '../../record/requests/acts.ts'
import { conclude } from '../legal.ts'
import { refusalWords } from '../parts/refusals.tsx'
import { dayWords, DueWords } from '../parts/ribbon.tsx'
import { useSession } from '../session.tsx'

const BECAUSE = {
  submission: '以申请人当面提交之日为收到申请之日',
  signature: '以行政机关签收之日为收到申请之日',
  confirmation: '以双方确认之日为收到申请之日',
} as const

export function ReceiptPreview({
  via,
  submittedOn,
  receivedOn,
}: {
  via: IntakeChannel
  submittedOn: LocalDate | null
  receivedOn: LocalDate | null
}) {
  const { rules } = useSession()
  if (!submittedOn) return null
  const rule = RECEIPT_RULES[via]
  const acts: Act[] = [{ kind: 'submitted', on: submittedOn, via }]
  if (receivedOn && via !== 'in-person') acts.push({ kind: 'received', on: receivedOn, via })
  const concluded = conclude(
    acts.map((act, seq) => ({ seq, act, recordedAt: '', actorId: '' })),
    rules,
  )
  if (!('folded' in concluded)) return <Alert type="warning" showIcon title={refusalWords(concluded.refusals[0])} />
  const { folded, clock } = concluded
  const toConfirm = confirmation(via, submittedOn, rules.calendar, rules.readings)
  const [step] = clock.steps
  return (
    <div className="preview" aria-live="polite">
      {folded.receivedOn ? (
        <>
          <p>
            收到之日：<b>{dayWords(folded.receivedOn)}</b>
          </p>
          <p>
            <DueWords clock={clock} />
          </p>
        </>
      ) : (
        <p>
          收到之日：<b>尚未确认</b>，答复期限还没有起算。
          {toConfirm?.due && `请在${chineseDate(toConfirm.due)}前与申请人联系确认。`}
        </p>
      )}
      <p className="quiet">
        因为：{INTAKE_CHANNEL_WORDS[via]}，{BECAUSE[rule.receipt]}（{cite(rule.by)}）{step && `；${step.why}（${step.cite}）`}
      </p>
    </div>
  )
}
