/** Acts the stories out through the office's own verbs: what the product would refuse, the demo county can not have done. */
import type { LocalDate } from '../../law/date.ts'
import type { Result } from '../../law/refusal.ts'
import { type ReviewAspect, reviewsNeeded } from '../../law/requests/reviews.ts'
import type { Outcome } from '../../law/requests/vocabulary.ts'
import type { ReplyContent } from '../../record/requests/reply.ts'
import type { Actor, Role } from '../../record/people/roles.ts'
import { VERB_OF_ACT } from '../../record/requests/may.ts'
import { findCase } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'
import { submitCorrection, tellPayment } from '../requester/write-to-office.ts'
import { addNote, assignCase } from '../requests/annotate.ts'
import { approveReply } from '../requests/approve-reply.ts'
import { digestOf, returnDraft, saveDraft, submitDraft } from '../requests/draft-reply.ts'
import { receiveRequest } from '../requests/receive-request.ts'
import { recordAct } from '../requests/record-act.ts'
import { reviewReply } from '../requests/review-reply.ts'
import { registerRequest } from '../requests/register-request.ts'
import { replyToRequest } from '../requests/reply-to-request.ts'
import { actAfterwards } from './act-out-afterwards.ts'
import { stableId } from './chance.ts'
import type { DemoAgency } from './county.ts'
import { actorFor, drafterFor, sectionIdFor } from './establish.ts'
import type { Deed, Story } from './story.ts'

/** What is known of a story once its request is filed. */
interface Filed {
  id: string
  number: string
  queryCode: string | null
  repliedOn: LocalDate | null
  content: ReplyContent | null
  /** How often the reply was drafted. */
  drafts: number
  /** The dispute opened last. */
  disputeId: string
}

export interface Acted {
  /** Number and query code of each request, for whoever wants to look one up. */
  filed: ReadonlyMap<Story, Readonly<Filed>>
}

/**
 * All steps of one agency's stories up to today, day by day. `ctx.today()` is moved by `setDay`.
 * @throws when a verb refuses: the story was not lawful, or the product is wrong
 */
export async function actOut(
  ctx: OfficeContext,
  setDay: (day: LocalDate) => void,
  agency: DemoAgency,
  stories: readonly Story[],
  today: LocalDate,
  between: (day: LocalDate) => Promise<void>,
): Promise<Acted> {
  const filed = new Map<Story, Filed>()
  const steps = stories
    .flatMap((story, order) => story.steps.map((step, place) => ({ ...step, story, order, place })))
    .filter((step) => step.on <= today)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.order - b.order || a.place - b.place))
  for (const { on, deed, story, place } of steps) {
    await between(on)
    setDay(on)
    const commandId = stableId(`${story.key} ${place}`)
    await perform(ctx, agency, story, filed, deed, commandId)
  }
  await between(today)
  return { filed }
}

async function perform(
  ctx: OfficeContext,
  agency: DemoAgency,
  story: Story,
  filed: Map<Story, Filed>,
  deed: Deed,
  commandId: string,
): Promise<void> {
  const clerk = actorFor(agency, 'clerk')
  const { requester, content } = story
  if (deed.do === 'submitOnline' || deed.do === 'register') {
    const opened =
      deed.do === 'submitOnline'
        ? await receiveRequest(ctx, { agencyId: clerk.agencyId, commandId, requester, content, files: [] })
        : await registerRequest(ctx, clerk, { commandId, requester, content, ...deed })
    filed.set(story, { ...done(story, deed, opened), repliedOn: null, content: null, drafts: 0, disputeId: '' })
    return
  }
  const known = filed.get(story)
  if (!known) throw new Error(`${story.key}: not filed before ${deed.do}`)
  const caseId = known.id
  const seen = (await findCase(ctx.db, clerk.agencyId, caseId))?.acts ?? 0
  const command = { caseId, commandId, seen }
  switch (deed.do) {
    case 'assign':
      done(
        story,
        deed,
        await assignCase(ctx, clerk, { caseId, sectionId: sectionIdFor(agency, story.ask.section), officerId: null }),
      )
      return
    case 'write': {
      const own = { agencyId: clerk.agencyId, number: known.number, queryCode: known.queryCode ?? '' }
      const send = deed.what === 'correction' ? submitCorrection : tellPayment
      done(story, deed, await send(ctx, own, { commandId, text: deed.text, files: [] }))
      return
    }
    case 'note':
      done(story, deed, await addNote(ctx, clerk, { caseId, commandId, text: deed.text }))
      return
    case 'record':
      done(
        story,
        deed,
        await recordAct(ctx, actorOfAct(agency, deed.act.kind), {
          ...command,
          act: deed.act,
          ...(deed.party ? { party: deed.party } : {}),
        }),
      )
      return
    case 'mistake': {
      done(story, deed, await recordAct(ctx, clerk, { ...command, act: deed.act }))
      const undo = { kind: 'annulled' as const, on: ctx.today(), of: seen, reason: deed.reason }
      done(
        story,
        deed,
        await recordAct(ctx, clerk, { caseId, commandId: stableId(`undo ${commandId}`), seen: seen + 1, act: undo }),
      )
      return
    }
    case 'draft': {
      const drafter = drafterFor(agency, story.ask.section)
      known.content = withEarlierCase(story, filed, deed.content)
      done(story, deed, await saveDraft(ctx, drafter, { caseId, draftVersion: known.drafts, content: known.content }))
      known.drafts += 1
      if (deed.submit) done(story, deed, await submitDraft(ctx, drafter, { caseId, digest: digestOf(known.content) }))
      return
    }
    case 'return':
      done(
        story,
        deed,
        await returnDraft(ctx, actorFor(agency, 'head'), { caseId, digest: digestNow(known), because: deed.because }),
      )
      return
    case 'approve': {
      const digest = digestNow(known)
      const outcome = known.content?.outcome ?? story.ask.outcome
      const reviewed = await passReviews(ctx, agency, story, deed, { ...command, digest, outcome })
      done(story, deed, await approveReply(ctx, actorFor(agency, 'head'), { ...command, seen: reviewed, digest }))
      return
    }
    case 'reply':
      done(story, deed, await replyToRequest(ctx, clerk, { ...command, on: ctx.today() }))
      known.repliedOn = ctx.today()
      return
    default:
      if (deed.do === 'dispute') known.disputeId = commandId
      done(story, deed, await actAfterwards(ctx, clerk, command, deed, { content, disputeId: known.disputeId }))
  }
}

const REVIEWERS: Record<ReviewAspect, Role> = {
  legality: 'legalReviewer',
  secrecy: 'secrecyReviewer',
  privacy: 'privacyReviewer',
}

/** 审查: what the outcome needs, each by whoever has that role. Gives the number of acts after it. */
async function passReviews(
  ctx: OfficeContext,
  agency: DemoAgency,
  story: Story,
  deed: Deed,
  { outcome, ...command }: { caseId: string; commandId: string; seen: number; digest: string; outcome: Outcome },
): Promise<number> {
  const { readings } = await legalSetting(ctx, actorFor(agency, 'clerk').agencyId)
  let { seen } = command
  for (const aspect of reviewsNeeded(outcome, readings)) {
    const deciding = { ...command, commandId: stableId(`${aspect} ${command.commandId}`), seen, aspect, note: '' }
    done(story, deed, await reviewReply(ctx, actorFor(agency, REVIEWERS[aspect]), { ...deciding, conclusion: 'pass' }))
    seen += 1
  }
  return seen
}

function digestNow(filed: Filed): string {
  if (!filed.content) throw new Error(`${filed.number}: nothing drafted`)
  return digestOf(filed.content)
}

/** Extension and deferral belong to the head of the office (Art 33.2), everything else to the clerk. */
function actorOfAct(agency: DemoAgency, kind: keyof typeof VERB_OF_ACT): Actor {
  return actorFor(agency, VERB_OF_ACT[kind] === 'requests.extend' ? 'officeHead' : 'clerk')
}

/** 重复申请: the reply names the earlier one by its number and day (Art 36(6)). */
function withEarlierCase(story: Story, filed: ReadonlyMap<Story, Filed>, content: ReplyContent): ReplyContent {
  const earlier = story.again && filed.get(story.again)
  if (!earlier) return content
  return { ...content, earlierCase: { number: `${earlier.number}-答`, on: earlier.repliedOn } }
}

function done<T>(story: Story, deed: Deed, result: Result<T>): T {
  if (result.ok) return result.value
  const why = result.refusals.map((refusal) => `${refusal.code} ${refusal.field ?? ''} ${refusal.say}`).join('; ')
  throw new Error(`${story.key}: ${deed.do} refused: ${why}`)
}
