/**
 * One officer who files requests, matters of amendment and decisions over HTTP, works and archives them, without rest, and
 * remembers every answer that was read.
 */
import { randomUUID } from 'node:crypto'
import type { Input } from '../src/edge/console/contract.ts'
import { localDate } from '../src/law/date.ts'
import type { AmendmentActKind } from '../src/record/amendments/fold.ts'
import type { Act } from '../src/record/requests/acts.ts'
import { answeredCase } from './answered-case.ts'
import { type Acknowledged, registration, REQUESTER, senderTo, type Sessions, TODAY, UNIT_ID } from './sender.ts'

export interface Writer {
  readonly acknowledged: readonly Acknowledged[]
  /** Answers that no kill explains. */
  readonly faults: readonly string[]
  /** Commands that had to be sent again because no answer came. */
  readonly repeated: number
  /** Returns when the command in hand is answered. */
  stop(): Promise<void>
}

/** Acts of a case once it is registered: its submission and its receipt. */
const FIRST_SEEN = 2

/** What happens to each case after it is registered. */
const COURSE: readonly Act[] = [
  { kind: 'correction-asked', on: TODAY, items: '请明确所需信息的年度', replyBy: localDate('2026-03-31') },
  { kind: 'correction-received', on: TODAY },
  {
    kind: 'searched',
    on: TODAY,
    where: 'archive',
    place: '局档案室',
    by: '演练人员',
    keywords: ['学区'],
    period: '2023年至2025年',
    found: false,
    result: '未检索到所申请的信息。',
  },
  { kind: 'extended', on: TODAY, workingDays: 10, reason: '需到各校核对台账', approvedBy: '演练人员' },
  { kind: 'third-party-asked', on: TODAY, party: '第三方甲' },
  { kind: 'third-party-answered', on: TODAY, party: '第三方甲', consents: true },
  // The search was written down by mistake: it stays visible and never counted.
  { kind: 'annulled', on: TODAY, of: FIRST_SEEN + 2, reason: '检索范围登记有误' },
  { kind: 'withdrawn', on: TODAY },
]

/** 归档 and 移交 of a case that has ended. */
const KEPT = [
  ['/archive', 'archived', {}],
  ['/archive/transfer', 'archive-transferred', { to: '云岭县档案馆' }],
] as const satisfies readonly (readonly [string, Act['kind'], object])[]

const AMENDING = [
  ['/evidence', 'evidenced', { evidence: '户口簿复印件' }],
  ['/withdrawal', 'withdrawn', { proof: '撤回申请书' }],
  ['/archive', 'archived', {}],
  ['/archive/transfer', 'archive-transferred', { to: '云岭县档案馆' }],
] as const satisfies readonly (readonly [string, AmendmentActKind, object])[]

/** Of all writers: no two notices bear one number. */
let notices = 0

export function startWriter(address: string, sessions: Sessions, attachment: Uint8Array): Writer {
  const acknowledged: Acknowledged[] = []
  const sender = senderTo(address, sessions.clerk)
  const { send, faults } = sender
  let stopping = false

  async function oneCase(): Promise<void> {
    const form = registration()
    const filed = await send('/requests', form)
    if (!filed) return
    acknowledged.push({ of: 'case', commandId: form.commandId, caseId: filed.id, kind: 'submitted' })
    let seen = FIRST_SEEN
    for (const act of COURSE) {
      if (stopping) return
      const commandId = randomUUID()
      const party = act.kind === 'third-party-asked' ? { name: '某公司', isPerson: false } : undefined
      if (!(await send(`/requests/${filed.id}/acts`, { commandId, seen, act, party } as { commandId: string }))) return
      acknowledged.push({ of: 'case', commandId, caseId: filed.id, kind: act.kind })
      seen += 1
    }
    for (const [path, kind, more] of KEPT) {
      if (stopping) return
      const commandId = randomUUID()
      if (!(await send(`/requests/${filed.id}${path}`, { commandId, seen, on: TODAY, ...more } as { commandId: string }))) return
      acknowledged.push({ of: 'case', commandId, caseId: filed.id, kind })
      seen += 1
    }
  }

  /** 更正事项: registered, with evidence, withdrawn, archived, handed over. */
  async function oneAmendment(): Promise<void> {
    const content = { record: '学籍登记表', wrong: '出生日期登记有误', evidence: '' }
    const form = { commandId: randomUUID(), requester: REQUESTER, content, via: 'in-person', receivedOn: TODAY }
    const filed = await send('/amendments', form)
    if (!filed) return
    for (const [index, [path, kind, more]] of AMENDING.entries()) {
      if (stopping) return
      const commandId = randomUUID()
      const deed = { commandId, seen: index + 1, on: TODAY, ...more }
      if (!(await send(`/amendments/${filed.id}${path}`, deed))) return
      acknowledged.push({ of: 'amendment', commandId, id: filed.id, kind })
    }
  }

  /** 处理决定: one entry, of a matter of its own so that no period is entered twice. */
  async function oneDecision(): Promise<void> {
    const commandId = randomUUID()
    const entry = {
      kind: 'permits',
      matter: `演练事项${commandId}`,
      sectionId: null,
      from: TODAY,
      to: TODAY,
      made: 1,
      basis: '演练',
    }
    if (await send('/decisions', { commandId, entries: [entry] } as { commandId: string }))
      acknowledged.push({ of: 'ledger', commandId })
  }

  /** 报送: a notice to the unit, which is then excused. Excusing names no command: done before the answer was lost, it is refused. */
  async function oneNotice(): Promise<void> {
    const id = randomUUID()
    notices += 1
    const notice: Input<'handIns.issue'> = {
      commandId: id,
      year: 2025,
      title: '关于报送年度报告的通知',
      number: `云教〔2026〕${notices}号`,
      issuedOn: TODAY,
      fileBy: TODAY,
      units: [UNIT_ID],
    }
    if (!(await send('/hand-ins', notice))) return
    acknowledged.push({ of: 'notice', id, kind: 'asked' })
    const excuse = { commandId: randomUUID(), because: '机构撤并' }
    if (await send(`/hand-ins/${id}/units/${UNIT_ID}/excuse`, excuse, { asGood: 'already-done' }))
      acknowledged.push({ of: 'notice', id, kind: 'excused' })
  }

  async function work(): Promise<void> {
    while (!isStopping()) {
      await oneCase()
      await answeredCase({ sender, sessions, attachment, acknowledged, isStopping })
      await oneAmendment()
      await oneDecision()
      await oneNotice()
    }
  }
  const isStopping = () => stopping
  const ended = work()

  return {
    acknowledged,
    faults,
    get repeated() {
      return sender.repeated
    },
    async stop() {
      stopping = true
      await ended
    },
  }
}
