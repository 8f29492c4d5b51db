/** What the store holds of one agency's year: the demo's reports tell this and nothing else, so that the portal bears them out. */
import { sql } from 'kysely'
import { addDays, fromParts } from '../../law/date.ts'
import type { Role } from '../../record/people/roles.ts'
import type { OfficeContext } from '../context.ts'
import type { DemoAgency } from './county.ts'
import { agencyId } from './establish.ts'

export interface YearFacts {
  /** 公开的信息, of the year and in all by its end. */
  published: number
  standing: number
  /** 政策解读 */
  readings: number
  /** Documents with a 文号, and those of them that nothing explains. */
  numbered: number
  unexplained: number
  repealed: number
  /** 栏目 with something in them; without anything new in the second half of the year. */
  columns: number
  stale: number
  /** 答复稿 given back for changes. */
  returned: number
  /** 延长答复期限 */
  extended: number
  /** 告知补正 */
  corrections: number
  /** 公开工作人员、审查人员 */
  handlers: number
  reviewers: number
}

export async function yearFacts({ db }: OfficeContext, agency: DemoAgency, year: number): Promise<YearFacts> {
  const id = agencyId(agency.slug)
  const [first, half, last] = [fromParts(year, 1, 1), fromParts(year, 7, 1), fromParts(year, 12, 31)]
  const within = (column: string) => sql<boolean>`${sql.ref(column)} between ${first} and ${last}`
  const [documents, columns, drafts, acts] = await Promise.all([
    db
      .selectFrom('document as d')
      .select(({ fn }) => [
        fn.countAll<number>().as('standing'),
        fn.countAll<number>().filterWhere(within('d.published_on')).as('published'),
        fn.countAll<number>().filterWhere(within('d.repealed_on')).as('repealed'),
        fn.countAll<number>().filterWhere(within('d.published_on')).filterWhere('d.interprets', 'is not', null).as('readings'),
        fn.countAll<number>().filterWhere(within('d.published_on')).filterWhere('d.number', 'is not', null).as('numbered'),
        fn
          .countAll<number>()
          .filterWhere(within('d.published_on'))
          .filterWhere('d.number', 'is not', null)
          .filterWhere(
            sql<boolean>`not exists (select from document r where r.agency_id = d.agency_id and r.interprets = d.id and r.published_on <= ${last})`,
          )
          .as('unexplained'),
      ])
      .where('d.agency_id', '=', id)
      .where('d.published_on', '<=', last)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('document')
      .select(({ fn }) => ['column_key', fn.max('published_on').as('latest')])
      .where('agency_id', '=', id)
      .where('published_on', '<=', last)
      .groupBy('column_key')
      .execute(),
    db
      .selectFrom('draft_step')
      .select(({ fn }) => fn.countAll<number>().as('returned'))
      .where('agency_id', '=', id)
      .where('what', '=', 'returned')
      .where('at', '>=', new Date(`${first}T00:00:00+08:00`))
      .where('at', '<', new Date(`${addDays(last, 1)}T00:00:00+08:00`))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('request_act')
      .select(({ fn }) => [
        fn.countAll<number>().filterWhere('kind', '=', 'extended').as('extended'),
        fn.countAll<number>().filterWhere('kind', '=', 'correction-asked').as('corrections'),
      ])
      .where('agency_id', '=', id)
      .where('on_date', '>=', first)
      .where('on_date', '<=', last)
      .executeTakeFirstOrThrow(),
  ])
  // Their accounts are opened when the histories have been told.
  const holding = (...roles: Role[]) => agency.officers.filter((one) => one.roles.some((role) => roles.includes(role))).length
  return {
    ...documents,
    ...drafts,
    ...acts,
    columns: columns.length,
    stale: columns.filter(({ latest }) => latest !== null && latest < half).length,
    handlers: holding('clerk', 'officeHead'),
    reviewers: holding('legalReviewer', 'secrecyReviewer', 'privacyReviewer'),
  }
}
