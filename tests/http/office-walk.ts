/**
 * A walk at random through the office's verbs on a real database: many cases at once, several people, now and then two of them at the
 * same moment, annulments among the rest. Whatever `may` allows is tried; the office may still refuse what lacks something.
 */
import { randomUUID } from 'node:crypto'
import { addDays, type LocalDate, localDate } from '../../src/law/date.ts'
import type { Refusal, Result } from '../../src/law/refusal.ts'
import { REVIEW_ASPECTS } from '../../src/law/requests/reviews.ts'
import { INTAKE_CHANNELS } from '../../src/law/requests/vocabulary.ts'
import { archiveCase, transferVolume } from '../../src/office/archive/archive-case.ts'
import { legalSetting } from '../../src/office/people/agencies.ts'
import { approveReply } from '../../src/office/requests/approve-reply.ts'
import { returnDraft, saveDraft, submitDraft } from '../../src/office/requests/draft-reply.ts'
import { conclude } from '../../src/office/requests/projection.ts'
import { recordAct } from '../../src/office/requests/record-act.ts'
import { registerRequest } from '../../src/office/requests/register-request.ts'
import { replyToRequest } from '../../src/office/requests/reply-to-request.ts'
import { reviewReply } from '../../src/office/requests/review-reply.ts'
import type { Actor, Role } from '../../src/record/people/roles.ts'
import { permitted } from '../../src/record/people/roles.ts'
import type { Act, ActKind, RecordedAct } from '../../src/record/requests/acts.ts'
import { VERB_OF_ACT } from '../../src/record/requests/may.ts'
import { type ReplyContentInput, replyContentSchema } from '../../src/record/requests/reply.ts'
import type { Situation } from '../../src/record/requests/checks.ts'
import { possibleActs } from '../../src/record/requests/walk.testing.ts'
import { actsOf, draftOf, lettersOf } from '../../src/store/requests.sql.ts'
import { CONTENT, type County, must, REQUESTER } from './county.ts'

export interface WalkResult {
  /** Acts that the office wrote, by kind. */
  done: Record<string, number>
  /** Deeds that the office refused, by the refusal's code. */
  refused: Record<string, number>
  cases: number
  /** Two at once: how often both went through. Must stay 0. */
  doubled: number
}

/** A seed gives the same numbers again. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

function codeOf(refused: { refusals: readonly Refusal[] }): string {
  return refused.refusals[0]?.code ?? 'no reason'
}

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
const CASES_AT_ONCE = 12

export async function walkOffice(
  place: County,
  { acts, seed, until = Number.POSITIVE_INFINITY }: { acts: number; seed: number; until?: number },
): Promise<WalkResult> {
  const { office } = place
  const pick = chance(seed)
  const among = <T>(choices: readonly T[]): T => choices[pick(choices.length)] as T
  const result: WalkResult = { done: {}, refused: {}, cases: 0, doubled: 0 }
  const note = (tally: Record<string, number>, key: string) => {
    tally[key] = (tally[key] ?? 0) + 1
  }
  const setting = await legalSetting(office, place.ids.bureau)
  const open: string[] = []
  let today: LocalDate = localDate('2024-01-02')
  let written = 0

  async function openOne(): Promise<void> {
    const filed = await registerRequest(office, place.actor('clerk'), {
      commandId: randomUUID(),
      requester: { ...REQUESTER, email: 'walk@example.invalid' },
      content: { ...CONTENT, ...(pick(4) === 0 ? { delivery: 'electronic' as const } : {}) },
      via: among(INTAKE_CHANNELS),
      submittedOn: addDays(today, -pick(4)),
      receivedOn: null,
    })
    if (!filed.ok) return note(result.refused, codeOf(filed))
    result.cases += 1
    written += 1
    note(result.done, 'submitted')
    open.push(filed.value.id)
  }

  async function tally(kind: string, done: Promise<Result<unknown>>): Promise<boolean> {
    const answer = await done
    if (answer.ok) {
      written += 1
      note(result.done, kind)
    } else note(result.refused, `${kind}: ${codeOf(answer)}`)
    return answer.ok
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
  async function replyStep(caseId: string, recorded: RecordedAct[]): Promise<void> {
    const clerk = place.actor('clerk')
    const command = () => ({ caseId, commandId: randomUUID(), seen: recorded.length })
    const draft = await draftOf(office.db, place.ids.bureau, caseId)
    if (!draft || draft.state === 'draft' || draft.state === 'returned' || pick(25) === 0) {
      const content = replyContentSchema.parse(among(REPLIES))
      const saved = await saveDraft(office, clerk, { caseId, draftVersion: draft?.version ?? 0, content })
      if (!saved.ok) return note(result.refused, `draft: ${codeOf(saved)}`)
      const again = await draftOf(office.db, place.ids.bureau, caseId)
      const submitted = await submitDraft(office, clerk, { caseId, digest: again?.digest ?? '' })
      if (!submitted.ok) note(result.refused, `submit: ${codeOf(submitted)}`)
      return
    }
    const { digest } = draft
    if (draft.state === 'approved') {
      await tally('replied', replyToRequest(office, clerk, { ...command(), on: today }))
      return
    }
    if (pick(20) === 0) {
      await returnDraft(office, place.actor('head'), { caseId, digest, because: '请补充理由' })
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

  async function step(caseId: string): Promise<void> {
    const recorded = await actsOf(office.db, place.ids.bureau, caseId)
    const on = addDays(today, -(pick(3) === 0 ? pick(5) : 0))
    const situation: Situation = { ...conclude(recorded, setting), calendar: setting.calendar, on, today }
    const possible = possibleActs(situation, pick(1_000))
    const byDraft = possible.some(({ kind }) => kind === 'reply-approved' || kind === 'replied')
    if (byDraft && pick(3) > 0) return replyStep(caseId, recorded)
    const plain = possible.filter(({ kind }) => kind !== 'reply-approved' && kind !== 'replied' && kind !== 'reply-reviewed')
    const usual = plain.filter(({ kind }) => !RARE.includes(kind))
    const choice = usual.length > 0 && pick(6) > 0 ? among(usual) : plain.length > 0 ? among(plain) : null
    if (!choice) {
      open.splice(open.indexOf(caseId), 1)
      return
    }
    const act = await withRealLetter(caseId, choice)
    const officers = officersFor(act)
    const command = () => ({ caseId, commandId: randomUUID(), seen: recorded.length })
    if (act.kind === 'archived') {
      const { retention } = act
      await tally(act.kind, archiveCase(office, among(officers), { ...command(), on, retention }))
      return
    }
    if (act.kind === 'archive-transferred') {
      await tally(act.kind, transferVolume(office, among(officers), { ...command(), on, to: act.to }))
      return
    }
    const recording = () => ({
      ...command(),
      act,
      ...(act.kind === 'third-party-asked' ? { party: { name: '某测绘公司', contact: '', address: '', isPerson: false } } : {}),
    })
    if (officers.length > 1 && pick(20) === 0) {
      const both = await Promise.all(officers.slice(0, 2).map((officer) => recordAct(office, officer, recording())))
      const through = both.filter(({ ok }) => ok).length
      if (through > 1) result.doubled += 1
      if (through > 0) {
        written += through
        note(result.done, act.kind)
      }
      return
    }
    await tally(act.kind, recordAct(office, among(officers), recording()))
  }

  while (written < acts && Date.now() < until) {
    // About two days for every round through the cases at hand.
    if (pick(CASES_AT_ONCE) < 2) today = addDays(today, 1)
    place.setToday(today)
    if (open.length < CASES_AT_ONCE) await openOne()
    else await step(among(open))
    if (pick(40) === 0 && open.length > 0) open.splice(pick(open.length), 1)
  }
  must(written > 0 ? { ok: true, value: null } : { ok: false, refusals: ['nothing was done'] })
  return result
}
