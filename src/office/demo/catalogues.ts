/** 公开事项目录 of the demo county: the education bureau and its schools took the packs over some weeks ago. */
import { addDays, type LocalDate } from '../../law/date.ts'
import type { OfficeContext } from '../context.ts'
import { installPack } from '../publication/index.ts'
import { stableId } from './chance.ts'
import { type DemoAgency, EDUCATION } from './county.ts'
import { actorFor } from './establish.ts'
import { SCHOOLS } from './schools.ts'

/** Days before today: what fell due before is not held against anybody. */
const SINCE = 45

/** An item of the demo's catalogues has the same id every time. */
export function demoItemId(agency: DemoAgency, name: string): string {
  return stableId(`catalogue ${agency.slug} ${name}`)
}

export async function installCatalogues(
  { ctx, setDay }: { ctx: OfficeContext; setDay: (day: LocalDate) => void },
  today: LocalDate,
): Promise<void> {
  setDay(addDays(today, -SINCE))
  const units = [
    ...['bureau', 'key-domains'].map((key) => ({ agency: EDUCATION, key, by: actorFor(EDUCATION, 'officeHead') })),
    ...SCHOOLS.map((agency) => ({ agency, key: 'school', by: actorFor(agency, 'informationOfficer') })),
  ]
  for (const { agency, key, by } of units) {
    const done = await installPack(ctx, by, { key, idOf: (name) => demoItemId(agency, name) })
    if (!done.ok) throw new Error(`${agency.name}: ${done.refusals.map(({ say }) => say).join('; ')}`)
  }
  setDay(today)
}
