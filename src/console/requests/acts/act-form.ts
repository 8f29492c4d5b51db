/** The form of an act as values: where it starts, and the act it would make as it stands. */
import type { LocalDate } from '../../../law/date.ts'
import { EXTENSION_LIMIT } from '../../../law/requests/limits.ts'
import { type Act, actSchema } from '../../../record/requests/acts.ts'
import { openDispatches } from '../../../record/requests/service.ts'
import { suggestedCorrectionEnd } from '../../../record/requests/may.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import type { Rules } from '../../legal.ts'
import type { Recording } from './recording.ts'
import type { FormKind } from '../case/deeds.ts'
import { foldedOf } from './case-so-far.ts'
import { letterFields, openLetters, serviceStart } from './service-fields.tsx'

export interface ActForm {
  on: LocalDate
  partyDetails?: { name: string; contact: string; address: string; isPerson: boolean }
  signer?: string
  wording?: string
  [field: string]: unknown
}

const STEMS = '甲乙丙丁戊己庚辛壬癸'

export function initialValues(
  view: CaseView,
  { kind, of }: Recording,
  { rules, officer }: { rules: Rules; officer: string },
): ActForm {
  const { today, calendar, readings } = rules
  const waiting = (third: boolean) => view.consultations.find((one) => (one.whom === 'thirdParty') === third && !one.answeredOn)
  const later = suggestedCorrectionEnd(calendar, today, readings.correctionPeriodWorkingDays)
  switch (kind) {
    case 'contacted':
      return { on: today, how: 'phone' }
    case 'correction-asked': {
      // Too late to begin the limit afresh, it has to be answered within what is left: how soon is for the officer to say.
      const late = view.clock.limits.some(({ what, due }) => what === 'correctionNotice' && due !== null && due < today)
      return {
        on: today,
        replyBy: late && view.clock.due !== null && later !== null && later >= view.clock.due ? undefined : later,
      }
    }
    case 'reasons-asked':
      return { on: today, replyBy: later }
    case 'correction-received':
      return { on: today, wording: view.lateCorrection ?? view.content.subject }
    case 'third-party-asked': {
      const asked = view.consultations.filter(({ whom }) => whom === 'thirdParty').length
      const partyDetails = { name: '', contact: '', address: '', isPerson: true }
      return { on: today, party: `第三方${STEMS[asked] ?? asked + 1}`, partyDetails }
    }
    case 'third-party-answered':
      return { on: today, party: waiting(true)?.party }
    case 'agency-asked':
      return { on: today, as: 'co-maker' }
    case 'agency-answered':
      return { on: today, agency: waiting(false)?.party }
    case 'searched':
      return { on: today, where: 'system', by: officer, keywords: [] }
    case 'fee-noticed':
      return { on: today, items: 1 }
    case 'extended': {
      const most = EXTENSION_LIMIT.on(today)?.is.n ?? readings.extensionMax
      return { on: today, workingDays: Math.min(most, readings.extensionMax), approvedBy: officer }
    }
    case 'served':
      return { ...serviceStart(view, true) }
    case 'annulled':
      return { on: today, of }
    case 'notice-received':
      return { ...serviceStart(view, false) }
    case 'dispatched': {
      const { letter } = openLetters(view).find(({ service }) => service.state === 'unsent' || service.state === 'returned') ?? {}
      const electronic = letter?.addressedTo === 'requester' && view.content.delivery === 'electronic'
      return { on: today, ...letterFields(view, letter?.number), by: electronic ? 'electronic' : 'signed-mail', carrier: 'ems' }
    }
    case 'mail-returned':
      return { on: today, of: openDispatches(foldedOf(view))[0]?.seq }
    case 'notice-published':
      return { on: today, because: 'otherWaysFailed', ...letterFields(view, openLetters(view)[0]?.letter.number) }
    case 'disputed': {
      const known = new Set(view.acts.flatMap(({ act }) => (act.kind === 'disputed' ? [act.dispute] : [])))
      return { on: today, dispute: `争议${known.size + 1}`, body: 'reconsideration', result: 'pending' }
    }
    default:
      return { on: today }
  }
}

/** Texts and a party's consent say nothing about time: for the preview they may still be missing. */
const UNWRITTEN = {
  place: '…',
  period: '…',
  keywords: ['…'],
  result: '…',
  by: '…',
  consents: true,
  items: '…',
  facts: '…',
  reason: '…',
  party: '…',
  agency: '…',
  approvedBy: '…',
  dispute: '…',
  letter: '…',
  outlet: '…',
  account: '…',
}

/** The act that the form would record as it stands, or null while something that time depends on is missing. */
export function provisionalAct(kind: FormKind, values: ActForm): Act | null {
  const filled = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  )
  if (kind === 'replied') return values.on ? { kind, on: values.on, outcome: 'granted', digest: '…' } : null
  const parsed = actSchema.safeParse({ ...UNWRITTEN, yuan: 1, quantity: 1, ...filled, kind })
  return parsed.success ? parsed.data : null
}
