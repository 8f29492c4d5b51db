/**
 * 公开事项目录 of the demo county: the government office hands some items down to the bureaus; the education bureau and its schools
 * took the packs over some weeks ago.
 */
import { addDays, type LocalDate } from '../../law/date.ts'
import { CATALOGUE_OUTLETS, USUAL_LIMIT } from '../../law/publication/catalogue.ts'
import type { ColumnKey } from '../../law/publication/columns.ts'
import type { Trigger } from '../../law/publication/duties.ts'
import type { Result } from '../../law/refusal.ts'
import { type CatalogueContent, catalogueContentSchema, catalogueKeepingSchema } from '../../record/publication/catalogue.ts'
import type { OfficeContext } from '../context.ts'
import {
  addCatalogueItem,
  changeCatalogueItem,
  installPack,
  keepOwn,
  takeInherited,
  viewCatalogueItem,
  viewInherited,
} from '../publication/index.ts'
import { stableId } from './chance.ts'
import { BUREAUS, type DemoAgency, EDUCATION, GOVERNMENT } from './county.ts'
import { actorFor } from './establish.ts'
import { SCHOOLS } from './schools.ts'

interface Moved {
  ctx: OfficeContext
  setDay: (day: LocalDate) => void
}

/** Days before today: what fell due before is not held against anybody. */
const SINCE = 45

/** An item of the demo's catalogues has the same id every time. */
export function demoItemId(agency: DemoAgency, name: string): string {
  return stableId(`catalogue ${agency.slug} ${name}`)
}

export async function installCatalogues({ ctx, setDay }: Moved, today: LocalDate): Promise<void> {
  setDay(addDays(today, -SINCE))
  const units = [
    ...['bureau', 'key-domains'].map((key) => ({ agency: EDUCATION, key, by: actorFor(EDUCATION, 'officeHead') })),
    ...SCHOOLS.map((agency) => ({ agency, key: 'school', by: actorFor(agency, 'informationOfficer') })),
  ]
  for (const { agency, key, by } of units) {
    must(await installPack(ctx, by, { key, idOf: (name) => demoItemId(agency, name) }))
  }
  setDay(today)
}

interface Handed {
  second: string
  elements: string
  basis: string
  column: ColumnKey
  overridable: boolean
  fires: Trigger[]
}

/** What the government office asks of every bureau. */
const HANDED_DOWN: readonly Handed[] = [
  {
    second: '机构职能和领导信息',
    elements: '机关职能\n内设机构\n办公地址、时间和电话\n负责人姓名和分工',
    basis: '《中华人民共和国政府信息公开条例》第二十条第二项',
    column: 'organisation',
    overridable: false,
    fires: [{ on: 'event', key: 'change', name: '机构或者领导变动', days: 20 }],
  },
  {
    second: '政府信息公开指南',
    elements: '信息分类和获取方式\n工作机构联系方式\n申请办法',
    basis: '《中华人民共和国政府信息公开条例》第十二条',
    column: 'other',
    overridable: false,
    fires: [{ on: 'calendar', key: 'review', name: '公开指南核对更新', opens: '04-01', due: '05-15' }],
  },
  {
    second: '重点工作完成情况',
    elements: '年度重点工作\n半年进展\n全年完成情况',
    basis: '年度政务公开工作要点',
    column: 'plans',
    overridable: true,
    fires: [{ on: 'calendar', key: 'half', name: '上半年重点工作进展', opens: '07-01', due: '07-31' }],
  },
]

/** Days before today on which the government office asked, and on which it changed one of its items since. */
const ASKED = 40
const CHANGED = 6

/** Handed down, taken over by the bureaus, one kept off for a reason; a later change waits on everybody's desk. */
export async function handDown({ ctx, setDay }: Moved, today: LocalDate): Promise<void> {
  const above = actorFor(GOVERNMENT, 'officeHead')
  const idOf = (second: string) => demoItemId(GOVERNMENT, second)
  setDay(addDays(today, -ASKED))
  for (const { second, column, overridable, fires, elements, basis } of HANDED_DOWN) {
    const content = contentOf({ second, elements, basis })
    const keeping = catalogueKeepingSchema.parse({ column, overridable, fires, passes: 'art54' })
    must(await addCatalogueItem(ctx, above, { id: idOf(second), content, keeping, from: ctx.today(), why: '县政府年度要求' }))
  }
  for (const bureau of BUREAUS) {
    const by = actorFor(bureau, 'officeHead')
    const { pending } = must(await viewInherited(ctx, by))
    const own = bureau === EDUCATION ? pending.filter(({ overridable }) => overridable) : []
    for (const one of own) must(await keepOwn(ctx, by, { ...one, because: '教育工作要点和完成情况已按学年公开' }))
    const items = pending.filter((one) => !own.includes(one))
    must(await takeInherited(ctx, by, { items, idOf: (parent) => demoItemId(bureau, parent) }))
  }
  setDay(addDays(today, -CHANGED))
  const guide = idOf('政府信息公开指南')
  const { item } = must(await viewCatalogueItem(ctx, above, { id: guide }))
  const content = { ...item.content, elements: `${item.content.elements}\n收费标准和救济渠道` }
  const deed = { id: guide, seen: item.seq, from: ctx.today(), why: '补充收费和救济' }
  must(await changeCatalogueItem(ctx, above, { ...deed, content, keeping: item.keeping }))
  setDay(today)
}

function contentOf(given: Pick<CatalogueContent, 'second' | 'elements' | 'basis'>): CatalogueContent {
  return catalogueContentSchema.parse({
    ...given,
    field: '政府信息公开',
    first: '机关基本信息',
    limit: USUAL_LIMIT,
    subject: '县政府各部门',
    outlets: CATALOGUE_OUTLETS.map((name) => ({ name, ticked: name === '政府网站' })),
    society: true,
    group: null,
    proactive: true,
    onRequest: false,
    county: true,
    township: false,
  })
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusals.map(({ say }) => say).join('; '))
  return result.value
}
