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

/** Whether administrative organs, and public institutions, stand directly below the actor's agency. */
export async function unitsBelow(ctx: OfficeContext, actor: Actor): Promise<{ supervises: boolean; institutions: boolean }> {
  const regimes = await ctx.db.selectFrom('agency').select('regime').distinct().where('parent_id', '=', actor.agencyId).execute()
  const has = (regime: Agency['regime']) => regimes.some((one) => one.regime === regime)
  return { supervises: has('art54'), institutions: has('art55') }
}

/** The rules of time for one agency: holiday notices, local overlay, readings chosen. */
export interface LegalSetting {
  calendar: Calendar
  readings: Readings
}

/** The holiday notices built in and loaded, of the whole country. */
export async function loadedCalendar(db: OfficeContext['db']): Promise<Calendar> {
  const years = await loadedCalendarYears(db)
  return years.reduce((calendar, row) => withYear(calendar, row.notice as Parameters<typeof withYear>[1]), nationalCalendar())
}

export async function legalSetting(ctx: Pick<OfficeContext, 'db' | 'today'>, agencyId: string): Promise<LegalSetting> {
  const [loaded, setting] = await Promise.all([loadedCalendar(ctx.db), settingsOf(ctx.db, agencyId, ctx.today())])
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
