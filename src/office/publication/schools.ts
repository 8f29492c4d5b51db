/** 学校公开情况: every school below, tile by tile; and the reminder to those with gaps, once a day. */
import { withOverlay } from '../../law/calendar.ts'
import { type Term, termOn } from '../../law/publication/term.ts'
import { TILES, type TileKey } from '../../law/publication/term-card.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { unitReminderMail } from '../../record/mail/mails.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import type { Reminded, SchoolRow, SchoolsView } from '../../record/publication/schools.ts'
import { isGap, termCard, type Tile } from '../../record/publication/term-card.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { dutyRows } from '../../store/duties.sql.ts'
import { postMail } from '../../store/mail.sql.ts'
import { institutionsBelow } from '../../store/release.sql.ts'
import { insertReminder, lastReminders, mailReaders, overlaysOf } from '../../store/units.sql.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn, loadedCalendar } from '../people/agencies.ts'
import { NOT_PERMITTED } from '../people/permit.ts'

interface School {
  id: string
  name: string
  tiles: Tile[]
}

/** The card of every school directly below, in as many readings as for one. */
async function cardsBelow(ctx: OfficeContext, agencyId: string): Promise<School[]> {
  const today = ctx.today()
  const term = termOn(today)
  const schools = await institutionsBelow(ctx.db, agencyId, today)
  const ids = schools.map(({ id }) => id)
  const [rows, national, overlays] = await Promise.all([
    dutyRows(ctx.db, ids, today),
    loadedCalendar(ctx.db),
    overlaysOf(ctx.db, ids, today),
  ])
  return schools.map(({ id, name }) => {
    const overlay = overlays.get(id)
    const calendar = overlay ? withOverlay(national, overlay) : national
    return { id, name, tiles: termCard({ ...rows(id), calendar, today }, term) }
  })
}

export async function viewSchools(ctx: OfficeContext, actor: Actor): Promise<Result<SchoolsView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'units.view', { agencyId })) return refused(NOT_PERMITTED)
  const today = ctx.today()
  const [schools, reminded] = await Promise.all([cardsBelow(ctx, agencyId), lastReminders(ctx.db, agencyId)])
  return ok({
    term: termOn(today).name,
    today,
    rows: schools.map(
      ({ id, name, tiles }): SchoolRow => ({
        id,
        name,
        tiles: tiles.map(({ state, due }) => ({ state, due })),
        gaps: tiles.filter(isGap).length,
        overdue: tiles.filter(({ state }) => state === 'overdue').length,
        remindedOn: reminded.get(id) ?? null,
      }),
    ),
    mayRemind: permitted(actor, 'units.remind', { agencyId }),
    mayRequire: permitted(actor, 'units.require', { agencyId }),
  })
}

/** 提醒 the officers of these schools of what is open; who was reminded today is not reminded again. */
export async function remindSchools(ctx: OfficeContext, actor: Actor, input: { units: string[] }): Promise<Result<Reminded>> {
  const { agencyId } = actor
  if (!permitted(actor, 'units.remind', { agencyId })) return refused(NOT_PERMITTED)
  const today = ctx.today()
  const term = termOn(today)
  const asked = new Set(input.units)
  const schools = (await cardsBelow(ctx, agencyId)).filter(({ id }) => asked.has(id))
  const from = (await agencyOn(ctx.db, agencyId, today)).details.name
  const done: Reminded = { reminded: 0, already: 0, nothing: 0, mails: 0 }
  for (const school of schools) {
    const open = school.tiles.filter(isGap).map(({ key }) => key)
    if (open.length === 0) {
      done.nothing += 1
      continue
    }
    const mails = await remindOne(ctx, actor, { school, open, from, term })
    if (mails === null) done.already += 1
    else {
      done.reminded += 1
      done.mails += mails
    }
  }
  return ok(done)
}

/** How many mails are on their way; null where it was reminded today before. */
function remindOne(
  ctx: OfficeContext,
  by: Actor,
  about: { school: School; open: TileKey[]; from: string; term: Term },
): Promise<number | null> {
  const { school, open, from, term } = about
  const today = ctx.today()
  return ctx.transact(async (tx) => {
    const fresh = await insertReminder(tx, {
      agency_id: school.id,
      on_date: today,
      from_agency: by.agencyId,
      from_name: from,
      by_id: by.id,
      by_name: by.name,
      term: term.key,
      tiles: JSON.stringify(open),
    })
    if (!fresh) return null
    await appendAudit(tx, { agencyId: by.agencyId, actorId: by.id, verb: 'units.remind', target: school.id })
    if (ctx.mail === null) return 0
    const readers = await mailReaders(tx, [school.id], ['informationOfficer', 'head'])
    for (const reader of readers) {
      const mail = unitReminderMail(ctx.vault.open<string>(reader.sealed), {
        on: today,
        unit: school.name,
        superior: from,
        term: term.name,
        open: open.map((key) => TILES[key].zh),
        address: `${ctx.mail.site}/console/`,
      })
      const sealed = ctx.vault.seal(mail)
      await postMail(tx, { agencyId: school.id, caseId: null, officerId: reader.id, kind: 'unitReminder', about: today, sealed })
    }
    if (readers.length > 0) await ctx.enqueue(tx, 'mail', {})
    return readers.length
  })
}
