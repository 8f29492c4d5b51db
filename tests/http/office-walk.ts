/**
 * A walk at random through the office's verbs on a real database: many cases at once, several people, now and then two of them at the
 * same moment, annulments among the rest. Whatever `may` allows is tried; the office may still refuse what lacks something.
 */
import { randomUUID } from 'node:crypto'
import { addDays, localDate } from '../../src/law/date.ts'
import { REVIEW_ASPECTS } from '../../src/law/requests/reviews.ts'
import { INTAKE_CHANNELS } from '../../src/law/requests/vocabulary.ts'
import { archiveCase, transferVolume } from '../../src/office/archive/archive-case.ts'
import { legalSetting } from '../../src/office/people/agencies.ts'
import { approveReply } from '../../src/office/requests/approve-reply.ts'
import { returnDraft, saveDraft, submitDraft } from '../../src/office/requests/draft-reply.ts'
import { recordAct } from '../../src/office/requests/record-act.ts'
import { registerRequest } from '../../src/office/requests/register-request.ts'
import { replyToRequest } from '../../src/office/requests/reply-to-request.ts'
import { reviewReply } from '../../src/office/requests/review-reply.ts'
import type { Actor, Role } from '../../src/record/people/roles.ts'
import { objectors } from '../../src/record/requests/objections.ts'
import type { RequestCase } from '../../src/record/requests/case.ts'
import { permitted } from '../../src/record/people/roles.ts'
import type { Act, ActKind, RecordedAct } from '../../src/record/requests/acts.ts'
import { VERB_OF_ACT } from '../../src/record/requests/may.ts'
import { type ReplyContentInput, replyContentSchema } from '../../src/record/requests/reply.ts'
import { possibleActs } from '../../src/record/requests/walk.testing.ts'
import { draftOf, lettersOf } from '../../src/store/requests.sql.ts'
import { CONTENT, type County, must, REQUESTER } from './county.ts'
import { walkAmendments } from './walk-amendments.ts'
import { BARE, eraseAll, walkBeside } from './walk-beside.ts'
import { walkDisputes } from './walk-disputes.ts'
import { type KnownCase, walkGround, type WalkResult } from './walk-ground.ts'

const REPLIES: readonly ReplyContentInput[] = [
  { outcome: 'granted', given: { what: '学区划分方案', way: 'attached', onPaper: ['学区划分方案'] } },
  { outcome: 'unable.notHeld', reasons: '经检索档案室和业务系统，本机关没有制作、获取该信息。' },
  {
    outcome: 'notProcessed.petition',
    reasons: '申请内容为投诉，不属于政府信息公开申请。',
    properOutlet: '县信访局，电话0970-0000009',
  },
  {
    outcome: 'unable.notOurs',
    reasons: '该信息由县自然资源局负责公开。',
    rightAgency: { name: '云岭县自然资源局', contact: '云岭县中山路3号，电话0970-0000008', undeterminable: false },
  },
]
const ROLES_AT_WORK: readonly Role[] = ['clerk', 'officeHead', 'head', 'legalReviewer', 'secrecyReviewer', 'privacyReviewer']
/** Ends are rare, so that cases live long enough to become entangled. */
const RARE: readonly ActKind[] = ['withdrawn', 'annulled', 'disputed', 'reopened']
/** Verbs of their own do these. */
const OTHERWISE: readonly ActKind[] = ['split', 'reply-approved', 'replied', 'reply-reviewed']
/** A third party beside one that was asked before. */
const ANOTHER = 'third-party-asked: another'
const CASES_AT_ONCE = 12

/** Half of the requesters never pay, and nothing is waived for them: their fee lapses. */
const SETTLES_FEE: readonly ActKind[] = ['fee-paid', 'fee-waived']
const pays = (caseId: string) => Number.parseInt(caseId.charAt(0), 16) % 2 === 0

export async function walkOffice(
  place: County,
  { acts, seed, until = Number.POSITIVE_INFINITY }: { acts: number; seed: number; until?: number },
): Promise<WalkResult & { eraseAll: () => Promise<number> }> {
  const { office } = place
  const setting = await legalSetting(office, place.ids.bureau)
  const ground = walkGround(place, setting, seed, localDate('2024-01-02'))
  const { pick, among, tally, result, open } = ground
  const disputes = walkDisputes(ground)
  const amendments = walkAmendments(ground, disputes)
  const beside = walkBeside(ground)

  async function openOne(): Promise<void> {
    const requester = { ...(pick(5) === 0 ? BARE : REQUESTER), email: pick(5) === 0 ? '' : 'walk@example.invalid' }
    const content = { ...CONTENT, ...(pick(4) === 0 ? { delivery: 'electronic' as const } : {}) }
    const via = among(INTAKE_CHANNELS)
    const submittedOn = addDays(ground.today(), -pick(4))
    const filed = await ground.opening('submitted', (commandId) =>
      registerRequest(office, place.actor('clerk'), { commandId, requester, content, via, submittedOn, receivedOn: null }),
    )
    if (!filed) return
    const { id, number, queryCode } = filed
    ground.addCase({ id, own: { agencyId: place.ids.bureau, number, queryCode } })
  }

  function officersFor(act: Act): Actor[] {
    const target = { agencyId: place.ids.bureau, sectionId: null }
    return ROLES_AT_WORK.map((role) => place.actor(role)).filter((actor) => permitted(actor, VERB_OF_ACT[act.kind], target))
  }

  /** An act that the walk makes up names a letter by a number of its own; the office knows only letters that it issued. */
  async function withRealLetter(caseId: string, act: Act): Promise<Act> {
    if (!('letter' in act) || !('code' in act)) return act
    const letters = await lettersOf(office.db, place.ids.bureau, caseId)
    const filed = letters.length > 0 ? among(letters) : null
    return filed ? ({ ...act, of: filed.act_seq ?? 0, code: filed.code, letter: filed.number } as Act) : act
  }

  /** Drafting, review, approval and sending have verbs of their own: the next of them, or none. */
  async function replyStep(caseId: string, recorded: RecordedAct[], { consultations }: RequestCase): Promise<void> {
    const clerk = place.actor('clerk')
    const command = () => ({ caseId, commandId: randomUUID(), seen: recorded.length })
    const draft = await draftOf(office.db, place.ids.bureau, caseId)
    if (!draft || draft.state === 'draft' || draft.state === 'returned' || pick(25) === 0) {
      const overruled = {
        decision: 'overridden',
        content: '学区划分方案',
        reasons: '涉及适龄儿童入学，不公开会对公共利益造成重大影响。',
      } as const
      const objections = Object.fromEntries(objectors(consultations).map(({ party }) => [party, overruled]))
      const reply = among(REPLIES)
      const content = replyContentSchema.parse(reply.given ? { ...reply, objections } : reply)
      const version = draft?.version ?? 0
      if (!(await tally('draft: saved', saveDraft(office, clerk, { caseId, draftVersion: version, content })))) return
      const again = await draftOf(office.db, place.ids.bureau, caseId)
      await tally('draft: submitted', submitDraft(office, clerk, { caseId, digest: again?.digest ?? '' }))
      return
    }
    const { digest } = draft
    if (draft.state === 'approved') {
      await tally('replied', replyToRequest(office, clerk, { ...command(), on: ground.today() }))
      return
    }
    if (pick(20) === 0) {
      await tally('draft: returned', returnDraft(office, place.actor('head'), { caseId, digest, because: '请补充理由' }))
      return
    }
    if (pick(2) === 0 && (await tally('reply-approved', approveReply(office, place.actor('head'), { ...command(), digest }))))
      return
    let seen = recorded.length
    for (const aspect of REVIEW_ASPECTS) {
      const reviewer = place.actor(`${aspect === 'legality' ? 'legal' : aspect}Reviewer`)
      const conclusion = pick(12) === 0 ? ('return' as const) : ('pass' as const)
      const review = { ...command(), seen, digest, aspect, conclusion, note: '请核对' }
      if (!(await tally('reply-reviewed', reviewReply(office, reviewer, review))) || conclusion === 'return') return
      seen += 1
    }
  }

  async function step(known: KnownCase): Promise<void> {
    const caseId = known.id
    const on = addDays(ground.today(), -(pick(3) === 0 ? pick(5) : 0))
    const { recorded, situation } = await ground.situation(caseId, on)
    const possible = possibleActs(situation, pick(1_000))
    const byDraft = possible.some(({ kind }) => kind === 'reply-approved' || kind === 'replied')
    if (byDraft && pick(3) > 0) return replyStep(caseId, recorded, situation.folded)
    const plain = possible.filter(({ kind }) => !OTHERWISE.includes(kind) && (!SETTLES_FEE.includes(kind) || pays(caseId)))
    const usual = plain.filter(({ kind }) => !RARE.includes(kind))
    const choice = usual.length > 0 && pick(6) > 0 ? among(usual) : plain.length > 0 ? among(plain) : null
    if (!choice) {
      open.splice(open.indexOf(known), 1)
      return
    }
    const act = await withRealLetter(caseId, choice)
    const officers = officersFor(act)
    const officer = among(officers)
    const seen = recorded.length
    if (act.kind === 'archived') {
      const { retention } = act
      await ground.command(act.kind, (commandId) => archiveCase(office, officer, { caseId, commandId, seen, on, retention }))
      return
    }
    if (act.kind === 'archive-transferred') {
      const { to } = act
      await ground.command(act.kind, (commandId) => transferVolume(office, officer, { caseId, commandId, seen, on, to }))
      return
    }
    const party = { name: '某测绘公司', contact: '', address: '', isPerson: false }
    const recording = { caseId, seen, act, ...(act.kind === 'third-party-asked' ? { party } : {}) }
    if (officers.length > 1 && pick(20) === 0) {
      const both = await Promise.all(
        officers.slice(0, 2).map((one) => recordAct(office, one, { ...recording, commandId: randomUUID() })),
      )
      const through = both.filter(({ ok }) => ok).length
      if (through > 1) result.doubled.push(act.kind)
      if (through > 0) ground.count(act.kind)
      return
    }
    const another = act.kind === 'third-party-asked' && situation.folded.consultations.some(({ whom }) => whom === 'thirdParty')
    await ground.command(another ? ANOTHER : act.kind, (commandId) => recordAct(office, officer, { ...recording, commandId }))
  }

  while (ground.written < acts && Date.now() < until) {
    // About two days for every round through the cases at hand.
    if (pick(CASES_AT_ONCE) < 2) result.lastDay = addDays(result.lastDay, 1)
    place.setToday(ground.today())
    const way = pick(12)
    if (open.length < CASES_AT_ONCE) await openOne()
    else if (way < 2) await disputes.step()
    else if (way === 2) await amendments.step()
    else if (way === 3) await beside.step()
    else await step(among(open))
    if (pick(40) === 0 && open.length > 0) open.splice(pick(open.length), 1)
  }
  must(ground.written > 0 ? { ok: true, value: null } : { ok: false, refusals: ['nothing was done'] })
  return Object.assign(result, { eraseAll: () => eraseAll(ground) })
}
