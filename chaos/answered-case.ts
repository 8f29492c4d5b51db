/** A case from receipt to archive, as an office works one: an attachment blacked out, three reviews, approval, letter, service, a dispute. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { DisputeAct } from '../src/record/disputes/acts.ts'
import type { OutgoingView } from '../src/record/outgoing/outgoing-file.ts'
import { REVIEW_ASPECTS } from '../src/law/requests/reviews.ts'
import type { Act } from '../src/record/requests/acts.ts'
import type { ReplyContentInput } from '../src/record/requests/reply.ts'
import type { CaseView } from '../src/record/requests/view.ts'
import { type Acknowledged, registration, SECTION_ID, type Sender, type Sessions, TODAY } from './sender.ts'

const MAIL = '1234567890123'
const REPLY: ReplyContentInput = {
  outcome: 'partial',
  grounds: ['thirdParty'],
  knownObjection: '家长书面表示不同意公开其个人信息。',
  reasons: '方案中家长的姓名、证件号码和电话属于个人隐私，公开会损害其合法权益，作区分处理后提供其余内容。',
  given: { what: '学区划分方案', way: 'attached', attachments: ['学区划分方案'] },
  withheldPart: '家长的姓名、身份证号码、电话',
  weighing: '家长的个人信息与学区怎样划分无关，不公开不影响公众监督。',
}
const SEARCH: Act = {
  kind: 'searched',
  on: TODAY,
  where: 'archive',
  place: '局档案室',
  by: '演练人员',
  keywords: ['学区'],
  period: '2023年至2025年',
  found: true,
  result: '检索到一份。',
}
const DISPUTE: readonly DisputeAct[] = [
  { kind: 'answered', on: TODAY, proof: '挂号信' },
  { kind: 'decided', on: TODAY, result: 'upheld', answerAgain: false },
]

export async function answeredCase(given: {
  sender: Sender
  sessions: Sessions
  attachment: Uint8Array
  acknowledged: Acknowledged[]
  isStopping: () => boolean
}): Promise<void> {
  const { sender, sessions, attachment, acknowledged, isStopping } = given
  const { send, read } = sender
  const form = registration()
  const filed = await send('/requests', form)
  if (!filed) return
  const caseId = filed.id
  acknowledged.push({ of: 'case', commandId: form.commandId, caseId, kind: 'submitted' })
  const view = () => read<CaseView>(`/requests/${caseId}`)
  let seen = 2

  /** A deed that writes one act; false where the course ends here. */
  async function deed(path: string, kind: Act['kind'], body: object, as = sessions.clerk): Promise<boolean> {
    const commandId = randomUUID()
    if (isStopping() || !(await send(`/requests/${caseId}${path}`, { commandId, seen, ...body }, { as }))) return false
    acknowledged.push({ of: 'case', commandId, caseId, kind })
    seen += 1
    return true
  }
  const act = (one: Act) => deed('/acts', one.kind, { act: one })
  /** A deed beside the acts, which carries no command: done before its answer was lost, it is refused as out of date. */
  const plain = async (path: string, body: object) =>
    !isStopping() && (await send(`/requests/${caseId}${path}`, body, { asGood: 'changed-meanwhile' })) !== null

  if (!(await plain('/assign', { sectionId: SECTION_ID, officerId: null }))) return
  if (!(await act(SEARCH))) return
  if (!(await blackedOut({ sender, caseId, attachment, isStopping }))) return
  if (!(await plain('/reply/draft', { draftVersion: 0, content: REPLY }))) return
  const digest = (await view())?.draft?.digest ?? ''
  if (!(await plain('/reply/submit', { digest }))) return
  for (const aspect of REVIEW_ASPECTS) {
    const review = { digest, aspect, conclusion: 'pass', note: '' }
    if (!(await deed('/reply/review', 'reply-reviewed', review, sessions[aspect]))) return
  }
  if (!(await deed('/reply/approve', 'reply-approved', { digest }, sessions.head))) return
  if (!(await deed('/reply/send', 'replied', { on: TODAY }))) return
  const letter = (await view())?.letters.find(({ addressedTo, actSeq }) => addressedTo === 'requester' && actSeq === seen - 1)
  if (!letter) return
  const named = { of: seen - 1, code: letter.code, letter: letter.number }
  if (!(await act({ kind: 'dispatched', on: TODAY, ...named, by: 'signed-mail', carrier: 'ems', mailNumber: MAIL }))) return
  if (!(await act({ kind: 'served', on: TODAY, by: 'signed-mail', proof: '本人签收', mailNumber: MAIL, signedBy: 'self' })))
    return
  const disputeId = randomUUID()
  const opened = { kind: 'opened', on: TODAY, path: 'reconsideration', acceptedOn: TODAY }
  if (isStopping() || !(await send(`/requests/${caseId}/disputes`, { commandId: disputeId, opened }))) return
  acknowledged.push({ of: 'dispute', commandId: disputeId, id: disputeId, kind: 'opened' })
  seen += 1
  for (const [index, one] of DISPUTE.entries()) {
    const commandId = randomUUID()
    if (isStopping() || !(await send(`/disputes/${disputeId}/acts`, { commandId, seen: index + 1, act: one }))) return
    acknowledged.push({ of: 'dispute', commandId, id: disputeId, kind: one.kind })
  }
  // The result in the dispute is also an act of the case.
  seen += 1
  await deed('/archive', 'archived', { on: TODAY })
}

/** 答复附件: uploaded, a place in it blacked out, looked at and cleared. A lost answer is no second file: the list is read first. */
async function blackedOut(given: {
  sender: Sender
  caseId: string
  attachment: Uint8Array
  isStopping: () => boolean
}): Promise<boolean> {
  const { sender, caseId, attachment, isStopping } = given
  const path = `/requests/${caseId}/outgoing`
  const file = async () => (await sender.read<OutgoingView>(path))?.files[0]
  const faults = sender.faults.length
  while (!(await file())) {
    if (isStopping() || sender.faults.length > faults) return false
    if (!(await sender.upload(path, '学区划分方案.pdf', attachment))) await pause(100)
  }
  const steps = [
    ['/redact', { boxes: [{ page: 1, x: 0.1, y: 0.4, width: 0.3, height: 0.05, ground: 'personalInformation' }] }],
    ['/clear', { looked: true }],
  ] as const
  for (const [step, body] of steps) {
    const now = await file()
    if (isStopping() || !now) return false
    const on = { fileId: now.id, version: now.version }
    if (!(await sender.send(`${path}${step}`, { ...on, ...body }, { asGood: 'changed-meanwhile' }))) return false
  }
  return true
}
