import { chineseDate, type LocalDate } from '../../law/date.ts'
import { DISPUTE_PATH_WORDS, type DisputePath, resultRule } from '../../law/oversight/results.ts'
import { type DisputeAct, type DisputeActOf, PROCEDURE_WORDS } from './acts.ts'

function wayToCourt(after: DisputeActOf<'opened'>['after'], endedOn: LocalDate): string {
  const day = chineseDate(endedOn)
  return after === 'undecided' ? `复议期限${day}届满，未作决定` : `${day}收到不予受理决定`
}

/** One line of detail: what the act's date alone does not say. */
export function disputeActDetail(act: DisputeAct, path: DisputePath): string {
  switch (act.kind) {
    case 'opened':
      return [
        DISPUTE_PATH_WORDS[act.path],
        path === 'reconsideration' && PROCEDURE_WORDS[act.procedure],
        path === 'litigationAfterReconsideration' && act.endedOn && wayToCourt(act.after, act.endedOn),
        act.reference,
        act.acceptedOn && `${chineseDate(act.acceptedOn)}受理`,
      ]
        .filter(Boolean)
        .join('，')
    case 'answered':
    case 'opinion-reported':
      return `凭证：${act.proof}`
    case 'decided':
      return [
        resultRule(path, act.result)?.words,
        act.number,
        act.answerAgain && '责令重新答复',
        act.performBy && `限于${chineseDate(act.performBy)}前履行`,
        act.note,
      ]
        .filter(Boolean)
        .join('，')
    case 'appealed':
      return act.by === 'agency' ? '本机关上诉' : '对方上诉，收到上诉状副本'
    case 'effective':
      return [act.performBy && `限于${chineseDate(act.performBy)}前履行`, act.note].filter(Boolean).join('，')
    case 'opinion-received':
      return act.number ?? ''
    case 'performed':
      return act.note ?? ''
    case 'annulled':
      return `撤销第 ${act.of + 1} 步：${act.reason}`
    case 'switched':
    case 'prolonged':
      return ''
  }
}
