/** 应公开清单: what this person's section, or the unit, has to publish; worked out anew each time. */
import { addDays } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { type Duty, dutiesOn, type DutyFacts, isOfThisWeek, weekEnd } from '../../record/publication/duties.ts'
import type { DutiesView, DutyEventChoice, DutyRow, DutyTab } from '../../record/publication/duties-view.ts'
import { plainText } from '../../record/publication/edition-checks.ts'
import { elementsIn } from '../../record/publication/elements.ts'
import { dutyItems, dutyRows, wordsOfDocuments } from '../../store/duties.sql.ts'
import { sectionsOf } from '../../store/people.sql.ts'
import type { OfficeContext } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'
import { NOT_PERMITTED } from '../people/permit.ts'

/** Everything that the duties of an agency follow from. `by` whoever asks has been permitted. */
export async function dutyFacts(ctx: OfficeContext, db: OfficeContext['db'], agencyId: string): Promise<DutyFacts> {
  const today = ctx.today()
  const [rows, { calendar }] = await Promise.all([dutyRows(db, [agencyId], today), legalSetting(ctx, agencyId)])
  return { ...rows(agencyId), calendar, today }
}

const IN_TAB: Record<DutyTab, (duty: Duty, facts: Pick<DutyFacts, 'today'>) => boolean> = {
  week: (duty, { today }) => isOfThisWeek(duty, today),
  open: ({ state }) => state === 'overdue' || state === 'due' || state === 'upcoming',
  covered: ({ state }) => state === 'covered',
  notApplicable: ({ state }) => state === 'notApplicable',
}

/** May look at it: by role, a section's people at the section's own. */
export function seesDuty(actor: Actor, { sectionId }: Pick<Duty, 'sectionId'>): boolean {
  return permitted(actor, 'documents.view', { agencyId: actor.agencyId, sectionId })
}

/** 我的: of one's own section or of those for whom one stands in; what no section answers for is the office's. */
function isMine(actor: Actor, { sectionId }: Pick<Duty, 'sectionId'>): boolean {
  if (sectionId === null) return permitted(actor, 'catalogue.edit', { agencyId: actor.agencyId })
  return [actor.sectionId, ...(actor.standsInFor ?? [])].includes(sectionId)
}

export async function viewDuties(
  ctx: OfficeContext,
  actor: Actor,
  { tab, whose }: { tab: DutyTab; whose: 'mine' | 'all' },
): Promise<Result<DutiesView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'catalogue.view', { agencyId })) return refused(NOT_PERMITTED)
  const [facts, sections] = await Promise.all([dutyFacts(ctx, ctx.db, agencyId), sectionsOf(ctx.db, agencyId)])
  const seen = dutiesOn(facts).filter((duty) => seesDuty(actor, duty))
  const asked = whose === 'mine' ? seen.filter((duty) => isMine(actor, duty)) : seen
  const of = (one: DutyTab) => asked.filter((duty) => IN_TAB[one](duty, facts))
  const names = new Map(sections.map(({ id, name }) => [id, name]))
  const rows = await withElements(ctx, agencyId, facts, of(tab))
  const yearAgo = addDays(facts.today, -365)
  const fallen = asked.filter(
    ({ due, state }) => due !== null && due >= yearAgo && due <= facts.today && state !== 'notApplicable',
  )
  const covered = fallen.filter(({ state }) => state === 'covered')
  return ok({
    tab,
    rows: rows.map((row) => ({
      ...row,
      section: names.get(row.sectionId ?? '') ?? null,
      mayWrite: permitted(actor, 'documents.write', { agencyId, sectionId: row.sectionId }),
    })),
    counts: {
      week: of('week').length,
      open: of('open').length,
      covered: of('covered').length,
      notApplicable: of('notApplicable').length,
    },
    year: { due: fallen.length, covered: covered.length, inTime: covered.filter(({ coveredBy }) => !coveredBy?.late).length },
    seesAll: seen.length > seen.filter((duty) => isMine(actor, duty)).length,
    weekEnd: weekEnd(facts.today),
  })
}

/** 要素齐全: what covers a duty is held against the elements of its item. */
async function withElements(
  ctx: OfficeContext,
  agencyId: string,
  { items }: DutyFacts,
  duties: readonly Duty[],
): Promise<Omit<DutyRow, 'section' | 'mayWrite'>[]> {
  const ids = duties.flatMap(({ coveredBy }) => (coveredBy ? [coveredBy.id] : []))
  const texts = new Map(
    (await wordsOfDocuments(ctx.db, agencyId, ids)).map(({ id, title, summary, body }) => [
      id,
      `${title}\n${summary}\n${plainText(body)}`,
    ]),
  )
  return duties.map((duty) => {
    const elements = items.find(({ id }) => id === duty.itemId)?.content.elements ?? ''
    const text = duty.coveredBy && texts.get(duty.coveredBy.id)
    const found = elementsIn(elements, text ?? '')
    return { ...duty, missing: text ? found.missing : null, elements: found.all.length }
  })
}

/** What waits this week for this person: in the list of things to do, and counted in the menu. */
export async function weeklyDuties(ctx: OfficeContext, actor: Actor): Promise<Duty[]> {
  const { agencyId } = actor
  if (!permitted(actor, 'documents.write', { agencyId })) return []
  const facts = await dutyFacts(ctx, ctx.db, agencyId)
  return dutiesOn(facts).filter((duty) => seesDuty(actor, duty) && isMine(actor, duty) && isOfThisWeek(duty, facts.today))
}

/** 登记事件: what this person may say has happened. */
export async function eventChoices(ctx: OfficeContext, actor: Actor): Promise<Result<DutyEventChoice[]>> {
  const { agencyId } = actor
  if (!permitted(actor, 'catalogue.view', { agencyId })) return refused(NOT_PERMITTED)
  const items = await dutyItems(ctx.db, agencyId, ctx.today())
  return ok(
    items
      .filter(({ keeping }) => permitted(actor, 'documents.write', { agencyId, sectionId: keeping.sectionId }))
      .flatMap(({ id: itemId, content, keeping }) =>
        keeping.fires.flatMap((trigger) =>
          trigger.on === 'event'
            ? [{ itemId, triggerKey: trigger.key, words: `${trigger.name}（${content.first} / ${content.second}）` }]
            : [],
        ),
      ),
  )
}
