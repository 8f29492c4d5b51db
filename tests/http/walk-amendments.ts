/** 更正事项 (Art 41) in the walk: registered or taken over from a request, decided, posted, served, disputed, kept. */
import { addDays, type LocalDate } from '../../src/law/date.ts'
import { RETURN_REASONS } from '../../src/law/requests/service.ts'
import { INTAKE_CHANNELS, SERVICE_METHODS } from '../../src/law/requests/vocabulary.ts'
import { archiveAmendment, transferAmendment } from '../../src/office/amendments/archive-amendment.ts'
import {
  approveAmendment,
  returnAmendment,
  serveAmendment,
  withdrawAmendment,
} from '../../src/office/amendments/decide-amendment.ts'
import type { AmendmentCommand } from '../../src/office/amendments/matter.ts'
import { postAmendment, returnAmendmentMail } from '../../src/office/amendments/post-amendment.ts'
import { addEvidence, proposeDecision } from '../../src/office/amendments/propose-decision.ts'
import { convertToAmendment, registerAmendment } from '../../src/office/amendments/register-amendment.ts'
import type { Result } from '../../src/law/refusal.ts'
import { AMENDMENT_ACT_WORDS, type AmendmentActKind, amendmentRefusal, foldAmendment } from '../../src/record/amendments/fold.ts'
import { type AmendmentDecisionInput, amendmentDecisionSchema } from '../../src/record/amendments/model.ts'
import { refusalFor } from '../../src/record/requests/may.ts'
import { amendmentActs } from '../../src/store/amendments.sql.ts'
import { pendingOverAmendment } from '../../src/store/disputes.sql.ts'
import { AMENDMENT } from './amendment-work.ts'
import { REQUESTER } from './county.ts'
import type { walkDisputes } from './walk-disputes.ts'
import type { Ground } from './walk-ground.ts'

const AT_ONCE = 4
const KINDS = Object.keys(AMENDMENT_ACT_WORDS) as AmendmentActKind[]
const MAILS = ['1234567890123', '1234567890124', '1234567890125', '1234567890126']
const TO = { name: '云岭县公安局', contact: '0970-0000007' }
const DECISIONS: readonly AmendmentDecisionInput[] = [
  { result: 'amended', correctedTo: '出生日期登记为3月5日' },
  { result: 'refused', reasons: '登记与户籍一致。' },
  { result: 'transferred', reasons: '户籍由公安机关登记。', to: TO },
  { result: 'pointed', reasons: '户籍由公安机关登记。', to: TO },
]

export function walkAmendments(ground: Ground, disputes: Pick<ReturnType<typeof walkDisputes>, 'openOverAmendment'>) {
  const { place, office, bureau, pick, among } = ground
  const [clerk, head] = [place.actor('clerk'), place.actor('head')]
  const open: string[] = []
  const known: string[] = []

  async function begun(kind: string, begin: (commandId: string) => Promise<Result<{ amendmentId: string }>>): Promise<void> {
    const made = await ground.opening(kind, begin)
    if (!made) return
    open.push(made.amendmentId)
    known.push(made.amendmentId)
  }

  async function register(): Promise<void> {
    const convertible = ground.open.length > 0 && pick(3) === 0 ? among(ground.open).id : null
    const on = ground.today()
    const evidence = among(['', AMENDMENT.evidence])
    if (!convertible) {
      const content = { ...AMENDMENT, evidence }
      const via = among(INTAKE_CHANNELS)
      return begun('amendment: received', (commandId) =>
        registerAmendment(office, clerk, { commandId, requester: REQUESTER, content, via, receivedOn: on }),
      )
    }
    const { situation } = await ground.situation(convertible, on)
    if (refusalFor('withdrawn', situation)) return
    const consent = pick(5) > 0
    return begun('amendment: convertToAmendment', (commandId) =>
      convertToAmendment(office, clerk, { commandId, caseId: convertible, on, content: AMENDMENT, consent }),
    )
  }

  const DO: {
    [K in Exclude<AmendmentActKind, 'received'>]: (
      command: AmendmentCommand,
      on: LocalDate,
      draw: number,
    ) => Promise<Result<unknown>>
  } = {
    evidenced: (command, on) => addEvidence(office, clerk, { ...command, on, evidence: '户口簿复印件' }),
    proposed: (command, _on, draw) => {
      const decision = amendmentDecisionSchema.parse(DECISIONS[draw % DECISIONS.length])
      return proposeDecision(office, clerk, { ...command, decision })
    },
    returned: (command) => returnAmendment(office, head, { ...command, because: '请核对原件' }),
    decided: (command) => approveAmendment(office, head, command),
    dispatched: (command, on, draw) =>
      postAmendment(office, clerk, { ...command, on, carrier: 'ems', mailNumber: MAILS[draw % MAILS.length] as string }),
    'mail-returned': (command, on, draw) =>
      returnAmendmentMail(office, clerk, { ...command, on, because: RETURN_REASONS[draw % RETURN_REASONS.length] ?? 'rejected' }),
    served: (command, on, draw) =>
      serveAmendment(office, clerk, {
        ...command,
        on,
        by: SERVICE_METHODS[draw % SERVICE_METHODS.length] ?? 'in-person',
        proof: '送达回证，邮件号1234567890123',
        agency: '云岭县民政局',
        agreed: '2024年1月书面同意，电子邮箱接收',
      }),
    withdrawn: (command, on) => withdrawAmendment(office, clerk, { ...command, on, proof: '撤回申请书' }),
    archived: (command, on) => archiveAmendment(office, clerk, { ...command, on }),
    'archive-transferred': (command, on) => transferAmendment(office, clerk, { ...command, on, to: '云岭县档案馆' }),
  }

  async function work(id: string): Promise<void> {
    const acts = await amendmentActs(office.db, bureau, id)
    const recorded = acts.map((act) => ({ kind: act.kind, on: act.on_date, actorId: act.actor_id }))
    const standing = foldAmendment(recorded, await pendingOverAmendment(office.db, bureau, id))
    const possible = KINDS.filter((kind) => kind !== 'received' && !amendmentRefusal(kind, standing))
    const usual = possible.filter((kind) => kind !== 'withdrawn')
    const kind = usual.length > 0 && pick(10) > 0 ? among(usual) : among(possible)
    if (!kind || kind === 'received') {
      open.splice(open.indexOf(id), 1)
      return
    }
    const draw = pick(1_000)
    const on = addDays(ground.today(), -pick(2))
    await ground.command(`amendment: ${kind}`, (commandId) => DO[kind]({ id, commandId, seen: acts.length }, on, draw))
  }

  return {
    async step(): Promise<void> {
      if (known.length > 0 && pick(6) === 0) return disputes.openOverAmendment(among(known))
      if (open.length < AT_ONCE && (open.length === 0 || pick(3) === 0)) return register()
      return work(among(open))
    },
  }
}
