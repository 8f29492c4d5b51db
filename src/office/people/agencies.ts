import type { Calendar } from '../../law/calendar.ts'
import { nationalCalendar, withOverlay, withYear } from '../../law/calendar.ts'
import type { LocalDate } from '../../law/date.ts'
import { DEFAULT_READINGS, type Readings } from '../../law/readings.ts'
import type { Agency, AgencyDetails } from '../../record/people/agency.ts'
import type { Actor } from '../../record/people/roles.ts'
import {
  addAgency,
  agencyById,
  agencyBySlug,
  allAgencies,
  hostAgency,
  loadedCalendarYears,
  officersOf,
  settingsOf,
} from '../../store/people.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'

/** An agency as it is today, by its place in addresses. */
export function findAgency(ctx: OfficeContext, slug: string): Promise<Agency | null> {
  return agencyBySlug(ctx.db, slug, ctx.today())
}

/** The office that runs the platform: its name stands on the pages that belong to no agency. */
export function findHost(ctx: OfficeContext): Promise<Agency | null> {
  return hostAgency(ctx.db, ctx.today())
}

export function listAgencies(ctx: OfficeContext): Promise<Agency[]> {
  return allAgencies(ctx.db, ctx.today())
}

/** The agency with name, court and reconsideration organ as in force on a day: a letter prints those of its date. */
export async function agencyOn(db: OfficeContext['db'], agencyId: string, on: LocalDate): Promise<Agency> {
  const agency = await agencyById(db, agencyId, on)
  if (!agency) throw new Error(`no such agency: ${agencyId}`)
  return agency
}

/** 公开工作机构负责人, by name; null where nobody, or more than one, is that. */
export async function officeHeadOf(ctx: Pick<OfficeContext, 'db'>, agencyId: string): Promise<string | null> {
  const heads = (await officersOf(ctx.db, agencyId)).filter(({ active, roles }) => active && roles.includes('officeHead'))
  return heads.length === 1 ? (heads[0]?.name ?? null) : null
}

/** Whether administrative organs stand directly below the actor's agency. */
export async function supervisesUnits(ctx: OfficeContext, actor: Actor): Promise<boolean> {
  const unit = await ctx.db
    .selectFrom('agency')
    .select('id')
    .where('parent_id', '=', actor.agencyId)
    .where('regime', '=', 'art54')
    .limit(1)
    .executeTakeFirst()
  return unit !== undefined
}

/** The rules of time for one agency: holiday notices, local overlay, readings chosen. */
export interface LegalSetting {
  calendar: Calendar
  readings: Readings
}

export async function legalSetting(ctx: Pick<OfficeContext, 'db' | 'today'>, agencyId: string): Promise<LegalSetting> {
  const [years, setting] = await Promise.all([loadedCalendarYears(ctx.db), settingsOf(ctx.db, agencyId, ctx.today())])
  const loaded = years.reduce(
    (calendar, row) => withYear(calendar, row.notice as Parameters<typeof withYear>[1]),
    nationalCalendar(),
  )
  return {
    calendar: setting ? withOverlay(loaded, setting.overlay) : loaded,
    readings: { ...DEFAULT_READINGS, ...setting?.readings },
  }
}

export interface NewAgency {
  id: string
  parentId: string | null
  slug: string
  kind: Agency['kind']
  regime: Agency['regime']
  rank: number
  versions: { from: LocalDate; details: AgencyDetails }[]
}

/** Sets up an agency with its versions in time (used when a store is first filled). */
export function establishAgency(tx: Tx, agency: NewAgency): Promise<void> {
  return addAgency(tx, agency)
}
