import { type LocalDate, yearOf } from '../../law/date.ts'
import { nextNumber } from '../../store/requests.sql.ts'
import type { Tx } from '../context.ts'
import { agencyOn } from '../people/agencies.ts'

/** 索引号 `机构代码/年份-流水号`: of the year in which the information was formed; never given twice. */
export async function nextIndexNumber(tx: Tx, agencyId: string, formedOn: LocalDate, today: LocalDate): Promise<string> {
  const { details } = await agencyOn(tx, agencyId, today)
  const year = yearOf(formedOn)
  const serial = await nextNumber(tx, agencyId, 'document', year)
  return `${details.creditCode || details.shortName}/${year}-${String(serial).padStart(5, '0')}`
}
