/** 公开事项目录：表格导入前先看，导入后逐项有沿革；改一项、停用一项；导出的再导入什么也不变；公众只看到公开的事项。 */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import {
  addCatalogueItem,
  changeCatalogueItem,
  endCatalogueItem,
  exportCatalogue,
  installPack,
  publishDocument,
  viewCatalogue,
  viewCatalogueItem,
  viewPacks,
} from '../../src/office/publication/index.ts'
import { renderCatalogue } from '../../src/edge/paper/index.ts'
import { type CatalogueContent, catalogueKeepingSchema } from '../../src/record/publication/catalogue.ts'
import type { CatalogueImported, CataloguePreview } from '../../src/record/publication/catalogue-view.ts'
import { catalogueContent } from './catalogue-content.ts'
import { type County, county, must } from './county.ts'
import { signInAs, type StaffClient } from './staff.ts'

let place: County
let app: FastifyInstance
let clerk: StaffClient
beforeAll(async () => {
  place = await county('2026-03-02')
  app = await place.product.buildServer()
  clerk = await signInAs(app, place, 'clerk')
})
afterAll(async () => {
  await app.close()
  await place.close()
})

const item = catalogueContent

const file = async (contents: readonly CatalogueContent[]) => ({
  name: '目录.xlsx',
  bytes: await renderCatalogue('云岭县教育局', contents),
})
const preview = async (contents: readonly CatalogueContent[], by = clerk) => by.upload('/catalogue/read', await file(contents))
const importing = async (contents: readonly CatalogueContent[], fields: Record<string, string>) =>
  clerk.upload('/catalogue/import', await file(contents), fields)
const rows = async () => must(await viewCatalogue(place.office, place.actor('clerk'))).rows
const named = async (second: string) => (await rows()).find((row) => row.second === second)?.id ?? ''
const get = async (url: string) => (await app.inject({ url })).body

const FIRST = [item('招生政策'), item('招生计划'), item('收费标准', { first: '财务信息', subject: '县教育局财务科' })]

describe('表格', () => {
  test('空目录：预览全是新增，什么也没写；导入后认出科室和栏目', async () => {
    const looked = await preview(FIRST)
    expect(looked.status).toBe(200)
    const { fresh, changed, gone, seen } = looked.json<CataloguePreview>()
    expect([fresh.length, changed.length, gone.length]).toEqual([3, 0, 0])
    expect(fresh[0]?.at).toEqual({ sheet: '义务教育', row: 4 })
    expect(await rows()).toEqual([])
    const done = await importing(FIRST, { seen, endGone: 'no' })
    expect(done.json<CatalogueImported>()).toEqual({ fresh: 3, changed: 0, ended: 0 })
    const [first, , third] = await rows()
    expect(first).toMatchObject({ second: '招生政策', section: '基础教育科', column: 'education-admission', documents: 0 })
    expect(third).toMatchObject({ second: '收费标准', section: null, column: 'education-finance' })
  })

  test('原样再导入：什么也不变，沿革不增加', async () => {
    const { fresh, changed, gone, same, seen, moved } = (await preview(FIRST)).json<CataloguePreview>()
    expect({ fresh, changed, gone, same, moved }).toEqual({ fresh: [], changed: [], gone: [], same: 3, moved: false })
    await importing(FIRST, { seen, endGone: 'yes' })
    const view = must(await viewCatalogueItem(place.office, place.actor('clerk'), { id: await named('招生政策') }))
    expect(view.versions).toHaveLength(1)
    const out = must(await exportCatalogue(place.office, place.actor('clerk')))
    expect(out.contents).toEqual(FIRST)
  })

  test('公开时限比条例长又没有法律、法规依据的，预览时说明；照样可以导入', async () => {
    const long = item('办学条件', { limit: '形成之日起40个工作日内' })
    const looked = (await preview([...FIRST, long])).json<CataloguePreview>()
    expect(looked.remarks).toEqual([
      { sheet: '义务教育', row: 7, say: expect.stringMatching(/“办学条件”公开时限 40 个工作日长于/) },
    ])
    expect(looked.faults).toEqual([])
    expect(looked.fresh).toHaveLength(1)
  })

  test('改了的、新增的、没有的、挪了位置的，先看到差别；停用要勾选', async () => {
    const changed = [
      item('收费标准', { first: '财务信息', subject: '县教育局财务科' }),
      item('招生政策', { limit: '15个工作日' }),
      item('招生范围', { elements: '学区划分' }),
    ]
    const looked = (await preview(changed)).json<CataloguePreview>()
    expect(looked.changed).toMatchObject([
      {
        name: '招生管理 / 招生政策',
        differences: [{ what: '公开时限', before: '信息形成或者变更之日起20个工作日内', after: '15个工作日' }],
      },
    ])
    expect(looked.fresh.map(({ content }) => content.second)).toEqual(['招生范围'])
    expect(looked.gone.map(({ name }) => name)).toEqual(['招生管理 / 招生计划'])
    expect(looked.moved).toBe(true)
    expect((await importing(changed, { seen: looked.seen, endGone: 'no' })).json()).toEqual({ fresh: 1, changed: 1, ended: 0 })
    expect((await rows()).map(({ second }) => second)).toEqual(['收费标准', '招生政策', '招生计划', '招生范围'])
    // Somebody else was quicker: what was looked at is not what would be written.
    const stale = await importing(changed, { seen: looked.seen, endGone: 'yes' })
    expect(stale.status).toBe(409)
    const again = (await preview(changed)).json<CataloguePreview>()
    expect((await importing(changed, { seen: again.seen, endGone: 'yes' })).json()).toEqual({ fresh: 0, changed: 0, ended: 1 })
    expect((await rows()).map(({ second }) => second)).toEqual(['收费标准', '招生政策', '招生范围'])
  })

  test('改名而内容没变的，是同一个事项', async () => {
    const id = await named('招生范围')
    const renamed = [
      item('收费标准', { first: '财务信息', subject: '县教育局财务科' }),
      item('招生政策', { limit: '15个工作日' }),
      item('学区划分', { elements: '学区划分' }),
    ]
    const looked = (await preview(renamed)).json<CataloguePreview>()
    expect(looked.changed).toMatchObject([{ id, differences: [{ what: '二级事项', before: '招生范围', after: '学区划分' }] }])
    expect([looked.fresh, looked.gone]).toEqual([[], []])
  })

  test('表里没有的领域不动；一项也没读到的，说明原因', async () => {
    const { untouched, gone } = (await preview([item('幼儿园名录', { field: '学前教育' })])).json<CataloguePreview>()
    expect([untouched, gone]).toEqual([[{ field: '义务教育', items: 3 }], []])
    const none = await preview([])
    expect(none.status).toBe(422)
    expect(none.body).toContain('没有读到一个事项')
    const bad = await clerk.upload('/catalogue/read', { name: 'a.xlsx', bytes: new TextEncoder().encode('x') })
    expect(bad.body).toContain('不是电子表格')
    expect((await preview(FIRST, await signInAs(app, place, 'head'))).status).toBe(403)
  })
})

describe('一项', () => {
  const deed = { from: localDate('2026-03-02'), why: '' }

  test('改要写从哪天起，不早于今天和上一次；没有看到最新的不写', async () => {
    const actor = place.actor('clerk')
    const id = await named('招生政策')
    const { item: now } = must(await viewCatalogueItem(place.office, actor, { id }))
    const content = { ...now.content, elements: '招生方案' }
    const change = (from: string, seen = now.seq) =>
      changeCatalogueItem(place.office, actor, { id, seen, from: localDate(from), why: '', content, keeping: now.keeping })
    expect(await change('2026-03-01')).toMatchObject({ ok: false, refusals: [{ code: 'date-before-cause', field: 'from' }] })
    expect(await change('2026-03-10', 99)).toMatchObject({ ok: false, refusals: [{ code: 'changed-meanwhile' }] })
    must(await change('2026-03-10'))
    // What changes on a later day already is not changed by a sheet today.
    const early = await preview([{ ...now.content, basis: '另外的依据' }])
    expect(early.json<CataloguePreview>()).toMatchObject({
      changed: [],
      faults: [{ row: 4, say: '“招生政策”自 2026-03-10 起已经安排修改，改动的内容没有读取' }],
    })
    expect(must(await viewCatalogueItem(place.office, actor, { id })).item.content.elements).toBe('招生方案\n招生计划')
    place.setToday('2026-03-10')
    const later = must(await viewCatalogueItem(place.office, actor, { id }))
    expect(later.item.content.elements).toBe('招生方案')
    expect(later.versions.map(({ from }) => from)).toEqual(['2026-03-10', '2026-03-02', '2026-03-02'])
    place.setToday('2026-03-02')
  })

  test('缺的一次说全；同名的不能有两个；停用要写原因', async () => {
    const actor = place.actor('clerk')
    const bare = item('', { first: '', elements: '', proactive: false })
    const keeping = catalogueKeepingSchema.parse({})
    const refused = await addCatalogueItem(place.office, actor, { ...deed, id: randomUUID(), content: bare, keeping })
    expect(refused.ok ? [] : refused.refusals.map(({ field }) => field)).toEqual([
      'content.first',
      'content.second',
      'content.elements',
      'content.proactive',
    ])
    const twin = await addCatalogueItem(place.office, actor, { ...deed, id: randomUUID(), content: item('招生 政策'), keeping })
    expect(twin).toMatchObject({ ok: false, refusals: [{ field: 'content.second' }] })
    const id = await named('收费标准')
    const end = (why: string) => endCatalogueItem(place.office, actor, { ...deed, id, seen: 1, why })
    expect(await end('')).toMatchObject({ ok: false, refusals: [{ field: 'why' }] })
    must(await end('上级目录取消'))
    expect((await rows()).map(({ second }) => second)).not.toContain('收费标准')
  })
})

describe('事项包', () => {
  test('装入的是本单位没有的；再装一次什么也不多；按科室名认责任科室；学校的包不给机关', async () => {
    const by = place.actor('officeHead', 'otherBureau')
    const packs = must(await viewPacks(place.office, by))
    expect(packs.map((pack) => pack.key)).toEqual(['bureau', 'key-domains'])
    const own = catalogueContent('招生政策', { elements: '本单位写的要素' })
    const keeping = catalogueKeepingSchema.parse({})
    must(
      await addCatalogueItem(place.office, by, {
        id: randomUUID(),
        content: own,
        keeping,
        from: localDate('2026-03-02'),
        why: '',
      }),
    )
    const done = must(await installPack(place.office, by, { key: 'bureau' }))
    expect(done.fresh).toBe((packs[0]?.items ?? 0) - 1)
    expect(must(await installPack(place.office, by, { key: 'bureau' })).fresh).toBe(0)
    const { contents } = must(await exportCatalogue(place.office, by))
    expect(contents.find(({ second }) => second === '招生政策')?.elements).toBe('本单位写的要素')
    expect(contents.every(({ subject }) => subject === '云岭县民政局' || subject === own.subject)).toBe(true)
    expect(await installPack(place.office, by, { key: 'school' })).toMatchObject({ ok: false, refusals: [{ code: 'not-found' }] })
    // What was taken over leaves and comes back as it is.
    const desk = await signInAs(app, place, 'officeHead', 'otherBureau')
    const read = await desk.upload('/catalogue/read', { name: 'a.xlsx', bytes: await renderCatalogue('云岭县民政局', contents) })
    expect(read.json<CataloguePreview>().faults).toEqual([])
    const bureau = must(await installPack(place.office, place.actor('clerk'), { key: 'bureau' }))
    expect(bureau.fresh).toBeGreaterThan(25)
    expect((await rows()).find(({ second }) => second === '招生计划')).toMatchObject({ section: '基础教育科' })
  })
})

describe('公众', () => {
  test('看得到目录和每一项；只对本单位公开的看不到', async () => {
    const id = randomUUID()
    const keeping = catalogueKeepingSchema.parse({ audience: 'staff' })
    const content = item('公车使用情况', { first: '内部公开' })
    must(
      await addCatalogueItem(place.office, place.actor('clerk'), {
        id,
        content,
        keeping,
        from: localDate('2026-03-02'),
        why: '',
      }),
    )
    const list = await get('/jyj/catalogue')
    expect(list).toContain('招生政策')
    expect(list).not.toContain('公车使用情况')
    expect((await app.inject({ url: `/jyj/catalogue/${id}` })).statusCode).toBe(404)
    const shown = await get(`/jyj/catalogue/${await named('招生政策')}`)
    expect(shown).toContain('<li>招生计划</li>')
    expect(shown).toContain('还没有公开的信息')
  })

  test('没有归入事项的信息：目录上写明另有几件、没有计入', async () => {
    expect(await get('/jyj/catalogue')).not.toContain('没有归入以上事项')
    const draft = { column: 'plans', summary: '', keywords: [], body: '<p>正文</p>', formedOn: localDate('2026-02-20') }
    for (const [title, itemId] of [
      ['一', undefined],
      ['二', undefined],
      ['三', await named('招生政策')],
    ] as const)
      must(await publishDocument(place.office, place.actor('clerk'), { ...draft, title, ...(itemId ? { itemId } : {}) }))
    expect(await get('/jyj/catalogue')).toContain('另有 2 件已经公开的信息没有归入以上事项，没有计入件数')
    expect(must(await viewCatalogue(place.office, place.actor('clerk'))).elsewhere).toBe(2)
  })
})
