import { fromParts } from '../../law/date.ts'
import { DEFAULT_READINGS, type Readings } from '../../law/readings.ts'
import { settingsOf } from '../../store/people.sql.ts'
import type { OfficeContext } from '../context.ts'

/** The readings that the agency had at the end of the year: by them its report counts. */
export async function readingsOfYear(db: OfficeContext['db'], agencyId: string, year: number): Promise<Readings> {
  const setting = await settingsOf(db, agencyId, fromParts(year, 12, 31))
  return { ...DEFAULT_READINGS, ...setting?.readings }
}
