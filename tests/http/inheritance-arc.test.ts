/** 上级目录的沿用：新要求、修改、取消，下级看到差别后接受；允许的可以写明理由保留自己的；不许改的改不了；上级看到谁落实了。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import {
  addCatalogueItem,
  changeCatalogueItem,
  endCatalogueItem,
  keepOwn,
  previewCatalogue,
  takeInherited,
  viewCatalogue,
  viewCatalogueItem,
  viewInherited,
} from '../../src/office/publication/index.ts'
import { type CatalogueContent, catalogueKeepingSchema, type PassesTo } from '../../src/record/publication/catalogue.ts'
import type { Pending } from '../../src/record/publication/inheritance.ts'
import type { Actor } from '../../src/record/people/roles.ts'
import { catalogueContent } from './catalogue-content.ts'
import { type County, county, must } from './county.ts'

let place: County
let above: Actor
let bureau: Actor
let school: Actor
const fixed = randomUUID()
const free = randomUUID()
beforeAll(async () => {
  place = await county('2026-03-02')
  above = place.actor('officeHead', 'government')
  bureau = place.actor('officeHead')
  school = place.actor('informationOfficer', 'school')
  await add(fixed, '部门预算', 'art54', false)
  await add(free, '年度工作计划', 'all', true)
})
afterAll(() => place.close())

const deed = { from: localDate('2026-03-02'), why: '' }
const content = (second: string, given: Partial<CatalogueContent> = {}) =>
  catalogueContent(second, { field: '政府信息', first: '财政信息', subject: '县政府各部门', ...given })

async function add(id: string, second: string, passes: PassesTo, overridable: boolean): Promise<void> {
  const fires = [{ on: 'calendar', key: 'y', name: second, opens: '02-01', due: '03-20' }]
  const keeping = catalogueKeepingSchema.parse({ passes, overridable, fires })
  must(await addCatalogueItem(place.office, above, { ...deed, id, content: content(second), keeping }))
}

async function change(id: string, given: Partial<CatalogueContent>): Promise<void> {
  const { item } = must(await viewCatalogueItem(place.office, above, { id }))
  const now = { content: { ...item.content, ...given }, keeping: item.keeping }
  must(await changeCatalogueItem(place.office, above, { ...deed, ...now, id, seen: item.seq }))
}

const inherited = async (by: Actor) => must(await viewInherited(place.office, by))
const shown = ({ kind, name, overridable }: Pending) => [kind, name, overridable]
const own = async (by: Actor, second: string) =>
  must(await viewCatalogue(place.office, by)).rows.find((row) => row.second === second)
const accept = async (by: Actor) => takeInherited(place.office, by, { items: (await inherited(by)).pending })

describe('新要求', () => {
  test('下级看到要求沿用的，学校只看到给学校的；接受后成为本单位的，公开主体是本单位', async () => {
    const { from, pending } = await inherited(bureau)
    expect(from).toBe('云岭县人民政府办公室')
    expect(pending.map(shown)).toEqual([
      ['new', '财政信息 / 部门预算', false],
      ['new', '财政信息 / 年度工作计划', true],
    ])
    expect((await inherited(school)).from).toBe('云岭县教育局')
    expect((await inherited(school)).pending).toEqual([])
    expect(must(await viewCatalogue(place.office, bureau)).waiting).toBe(2)
    must(await accept(bureau))
    expect((await inherited(bureau)).pending).toEqual([])
    const row = await own(bureau, '部门预算')
    const { item, fixedBy } = must(await viewCatalogueItem(place.office, bureau, { id: row?.id ?? '' }))
    expect(item).toMatchObject({ content: { subject: '云岭县教育局' }, keeping: { fires: [{ key: 'y' }], passes: 'none' } })
    expect(fixedBy).toBe('云岭县人民政府办公室')
    // Nobody stands above the government.
    expect(await inherited(above)).toMatchObject({ from: null, pending: [] })
  })

  test('不许改的，内容改不了、停不了、导入也改不了；责任科室和主体可以改', async () => {
    const id = (await own(bureau, '部门预算'))?.id ?? ''
    const { item } = must(await viewCatalogueItem(place.office, bureau, { id }))
    const attempt = (given: Partial<CatalogueContent>) =>
      changeCatalogueItem(place.office, bureau, {
        ...deed,
        id,
        seen: item.seq,
        content: { ...item.content, ...given },
        keeping: { ...item.keeping, sectionId: place.ids.section },
      })
    expect(await attempt({ elements: '只公开总表' })).toMatchObject({ ok: false, refusals: [{ code: 'not-permitted' }] })
    expect(await endCatalogueItem(place.office, bureau, { ...deed, id, seen: item.seq, why: '不想公开' })).toMatchObject({
      ok: false,
    })
    const at = { sheet: '政府信息', row: 4 }
    const read = { items: [{ at, content: { ...item.content, limit: '随意' } }], faults: [] }
    const preview = must(await previewCatalogue(place.office, bureau, read))
    expect(preview.changed).toEqual([])
    expect(preview.faults).toMatchObject([{ row: 4, say: '“部门预算”由上级目录规定，改动的内容没有读取' }])
    must(await attempt({ subject: '县教育局财务科' }))
  })
})

describe('上级修改以后', () => {
  test('下级看到差别；接受后更新，主体和科室不变；允许的可以写理由保留，之后还可以改为接受', async () => {
    await change(fixed, { limit: '批复后20日内' })
    await change(free, { elements: '工作计划\n完成情况' })
    const { pending } = await inherited(bureau)
    expect(pending.map(({ differences }) => differences.map(({ what, after }) => `${what} ${after}`))).toEqual([
      ['公开时限 批复后20日内'],
      ['公开内容（要素） 工作计划\n完成情况'],
    ])
    const [first, second] = pending as [Pending, Pending]
    const keep = (one: Pending, because: string) => keepOwn(place.office, bureau, { ...one, because })
    expect(await keep(first, '本单位另有规定')).toMatchObject({ ok: false, refusals: [{ code: 'not-permitted' }] })
    expect(await keep(second, '')).toMatchObject({ ok: false, refusals: [{ field: 'because' }] })
    must(await keep(second, '计划由县委办统一公开'))
    must(await takeInherited(place.office, bureau, { items: [first] }))
    const after = await inherited(bureau)
    expect(after.pending).toEqual([])
    expect(after.kept).toMatchObject([{ name: '财政信息 / 年度工作计划', because: '计划由县委办统一公开' }])
    const row = await own(bureau, '部门预算')
    const { item } = must(await viewCatalogueItem(place.office, bureau, { id: row?.id ?? '' }))
    expect(item).toMatchObject({
      content: { limit: '批复后20日内', subject: '县教育局财务科' },
      keeping: { sectionId: place.ids.section },
    })
    must(await takeInherited(place.office, bureau, { items: after.kept }))
    expect((await inherited(bureau)).kept).toEqual([])
  })

  test('上级看到谁沿用、谁还没有；没有看到最新的，接受不了', async () => {
    const { units, hasUnits } = must(await viewCatalogueItem(place.office, above, { id: free }))
    expect(hasUnits).toBe(true)
    expect(units.map(({ name, state }) => [name, state])).toEqual([
      ['云岭县教育局', 'taken'],
      ['云岭县民政局', 'waiting'],
    ])
    await change(free, { basis: '新的依据' })
    const { pending } = await inherited(bureau)
    await change(free, { basis: '更新的依据' })
    expect(await takeInherited(place.office, bureau, { items: pending })).toMatchObject({
      ok: false,
      refusals: [{ code: 'changed-meanwhile' }],
    })
    must(await accept(bureau))
  })

  test('上级取消的，接受后停用；教育局再往下传给学校', async () => {
    const { item } = must(await viewCatalogueItem(place.office, above, { id: fixed }))
    must(await endCatalogueItem(place.office, above, { ...deed, id: fixed, seen: item.seq, why: '并入其他事项' }))
    expect((await inherited(bureau)).pending.map(shown)).toEqual([['ended', '财政信息 / 部门预算', false]])
    must(await accept(bureau))
    expect(await own(bureau, '部门预算')).toBeUndefined()
    const row = await own(bureau, '年度工作计划')
    const mine = must(await viewCatalogueItem(place.office, bureau, { id: row?.id ?? '' })).item
    const keeping = { ...mine.keeping, passes: 'art55' as const, overridable: true }
    must(
      await changeCatalogueItem(place.office, bureau, { ...deed, id: mine.id, seen: mine.seq, content: mine.content, keeping }),
    )
    const { pending } = await inherited(school)
    expect(pending.map(shown)).toEqual([['new', '财政信息 / 年度工作计划', true]])
    must(await keepOwn(place.office, school, { ...(pending[0] as Pending), because: '学校没有这项工作' }))
    expect(await own(school, '年度工作计划')).toBeUndefined()
    expect((await inherited(school)).kept).toHaveLength(1)
  })
})
