/** 等谁: whom the wordings wait for that were sent up, by name. */
import type { LocalDate } from '../../law/date.ts'
import { REVIEW_ASPECTS } from '../../law/requests/reviews.ts'
import { PERMISSIONS, type Role, ROLE_WORDS, type Verb } from '../../record/people/roles.ts'
import { fold } from '../../record/requests/fold.ts'
import { awaitedReviews, type Reviewer } from '../../record/requests/reviews.ts'
import { delegatesOn, submittedDrafts } from '../../store/deciding.sql.ts'
import { actsOfCases } from '../../store/letters.sql.ts'
import { officersOf } from '../../store/people.sql.ts'
import type { OfficeContext } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'
import { VERB_OF_ASPECT } from './review-reply.ts'

type Officer = Pick<Awaited<ReturnType<typeof officersOf>>[number], 'id' | 'name' | 'active' | 'roles' | 'position'>

const holds = ({ roles }: Pick<Officer, 'roles'>, verb: Verb) =>
  roles.some((role: Role) => (PERMISSIONS[role] as readonly Verb[]).includes(verb))

export function reviewersOf(officers: readonly Officer[]): Reviewer[] {
  return officers
    .filter(({ active }) => active)
    .map((officer) => ({
      id: officer.id,
      name: officer.name,
      aspects: REVIEW_ASPECTS.filter((aspect) => holds(officer, VERB_OF_ASPECT[aspect])),
    }))
}

/** 单位主要负责人, and the deputies who may approve on that day: name and position. */
export async function approversOn(
  db: OfficeContext['db'],
  agencyId: string,
  officers: readonly Officer[],
  today: LocalDate,
): Promise<{ id: string; words: string }[]> {
  const delegates = await delegatesOn(db, agencyId, today)
  return officers
    .filter((one) => one.active && holds(one, 'requests.approveReply'))
    .filter(({ id, roles }) => roles.includes('head') || delegates.has(id))
    .map(({ id, name, position }) => ({ id, words: `${name}（${position || ROLE_WORDS.head}）` }))
}

export interface WaitsFor {
  /** Outstanding reviews with their reviewers; empty where only the approval is left. */
  reviews: string
  /** Who may approve: none of those who drafted. */
  approval: string
  drafters: readonly string[]
}

/** Of drafts that were submitted, by their case. */
export async function awaitedIn(
  ctx: Pick<OfficeContext, 'db' | 'today'>,
  agencyId: string,
  caseIds: readonly string[],
): Promise<Map<string, WaitsFor>> {
  if (caseIds.length === 0) return new Map()
  const [{ readings }, drafts, acts, officers] = await Promise.all([
    legalSetting(ctx, agencyId),
    submittedDrafts(ctx.db, agencyId, caseIds),
    actsOfCases(ctx.db, agencyId, caseIds),
    officersOf(ctx.db, agencyId),
  ])
  const approvers = await approversOn(ctx.db, agencyId, officers, ctx.today())
  const reviewers = reviewersOf(officers)
  return new Map(
    drafts.map(({ case_id: caseId, ...wording }) => [
      caseId,
      {
        reviews: awaitedReviews(fold(acts.get(caseId) ?? []), wording, readings, reviewers),
        approval: approvers
          .filter(({ id }) => !wording.drafters.includes(id))
          .map(({ words }) => words)
          .join('、'),
        drafters: wording.drafters,
      },
    ]),
  )
}
