/** 数据表（《条例》第二十条第八项、第十一项）：一张表就是一件信息，一样起草、审核、签发；公布后可查、可筛、可下载。 */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATA_SET_KINDS, type DataSetKind } from '../../src/law/publication/data-sets.ts'
import type { Result } from '../../src/law/refusal.ts'
import { beginDataSet, maskEdition, viewDataSets } from '../../src/office/publication/index.ts'
import { readDataGrid } from '../../src/record/publication/data-set-grid.ts'
import { renderDataSheet } from '../../src/edge/paper/index.ts'
import { type County, county, must } from './county.ts'
import { DIRECTORY, released, ZONES } from './data-tables.ts'
import { editionWork } from './editions-work.ts'
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

const refusals = (result: Result<unknown>) => (result.ok ? [] : result.refusals)
const get = async (url: string) => app.inject({ url: encodeURI(url) })
const page = async (url: string) => (await get(url)).body
const begin = (kind: DataSetKind, period: string) =>
  beginDataSet(place.office, place.actor('clerk'), { id: randomUUID(), kind, period })
const lineOf = async (kind: DataSetKind, period: string) =>
  must(await viewDataSets(place.office, place.actor('clerk')))
    .kinds.find((one) => one.kind === kind)
    ?.lines.find((one) => one.period === period)

describe('一张表从填写到公布', () => {
  test('没有签发的表，哪个地址都看不到', async () => {
    const draft = await editionWork(place).draft({ title: '2026年学校名录', data: DIRECTORY, number: '' })
    must(await draft.submit())
    for (const url of [
      '/jyj/data/directory',
      '/jyj/data/directory/2026',
      '/jyj/data/directory.csv',
      '/jyj/data/directory/2026.json',
    ])
      expect((await get(url)).statusCode).toBe(404)
    expect(await page('/jyj/data')).not.toContain('学校名录')
    must(await begin('directory', '2026'))
    expect((await lineOf('directory', '2026'))?.open?.id).toBe(draft.id)
    await draft.passAll()
    expect(await page('/jyj/data/directory')).toContain('云岭县第三中学')
  })

  test('正文就是这张表：检索得到，审核看到的和公布的一样', async () => {
    const { address } = await editionWork(place)
      .handles((await released(place, ZONES)).id, place.actor('clerk'))
      .view()
    expect(await page(address ?? '')).toContain('上河东')
    expect(await page('/jyj/search?q=上河东')).toContain('2026年学区划分')
  })

  test('有错的格子不能送审，每一处都说明；存下来的字一个不少', async () => {
    const wrong = { ...ZONES, period: '2027', rows: [{ ...ZONES.rows[0], phone: '13800138000', stage: '大学' }] }
    const draft = await editionWork(place).draft({ title: '试', data: wrong, number: '' })
    const said = refusals(await draft.submit())
    expect(said.map(({ field }) => field)).toContain('data')
    expect(said.find(({ code }) => code === 'field-invalid')?.say).toContain('第 1 行“学段”')
    const { content } = await draft.view()
    expect(content.data?.rows[0]).toMatchObject({ phone: '13800138000', stage: '大学' })
  })

  test('个人号码（《个人信息保护法》）查得到格子里，一次遮盖后表和正文都没有', async () => {
    const id = '11010519491231002X'
    const wrong = { ...ZONES, period: '2028', rows: [{ ...ZONES.rows[0], remark: `联系人 ${id}` }] }
    const draft = await editionWork(place).draft({ title: '试', data: wrong, number: '' })
    expect(refusals(await draft.submit()).map(({ code }) => code)).toContain('personal-data')
    must(await maskEdition(place.office, place.actor('clerk'), await draft.command()))
    const { content } = await draft.view()
    expect(JSON.stringify(content)).not.toContain(id)
    expect(content.body).toContain('＊＊＊＊')
  })

  test('带密级标志的格子不保存（保密法）', async () => {
    const draft = await editionWork(place).draft({ title: '试', data: { ...ZONES, period: '2029' }, number: '' })
    const marked = { ...ZONES, period: '2029', rows: [{ ...ZONES.rows[0], remark: '机密★10年' }] }
    expect(refusals(await draft.save({ title: '试', number: '', data: marked })).map(({ code }) => code)).toEqual([
      'file-marked-secret',
    ])
  })

  test('修改已公布的表：换了哪几格，审核的人看得到；公众只看到几行', async () => {
    const line = await lineOf('zones', '2026')
    const id = must(await begin('zones', '2026')).id
    const draft = editionWork(place).handles(id, place.actor('clerk'))
    expect((await draft.view()).documentId).toBe(line?.released?.documentId)
    const rows = [{ ...ZONES.rows[0], areas: '南街、文化路' }, ZONES.rows[1]]
    must(await draft.save({ title: '2026年学区划分', number: '', data: { ...ZONES, rows } }))
    expect((await draft.view()).dataChanges).toEqual({
      against: '上一版',
      changes: [
        {
          name: '云岭县第一小学 小学',
          kind: 'changed',
          cells: [{ heading: '招生范围', before: '南街、文化路、幸福小区', after: '南街、文化路' }],
        },
        { name: '云岭县第三中学 初中', kind: 'removed', cells: [] },
      ],
    })
    must(await draft.submit())
    await draft.passAll()
    const shown = await page('/jyj/data/zones')
    expect(shown).toContain('与上一版相比：修改 1 行，删去 1 行')
    expect(shown).not.toContain('幸福小区')
    expect(await page('/jyj/data/zones.json')).not.toContain('幸福小区')
  })

  test('新的年度从上一年的行开始；一个年度一张表，另起的不能签发', async () => {
    const { id } = must(await begin('directory', '2027'))
    const draft = editionWork(place).handles(id, place.actor('clerk'))
    const view = await draft.view()
    expect(view.content).toMatchObject({ title: '2027年学校名录', column: 'education-overview' })
    expect(view.content.data?.rows).toEqual(DIRECTORY.rows)
    expect(view.dataChanges).toEqual({ against: '2026年', changes: [] })
    const twin = await editionWork(place).draft({ title: '又一张', number: '', data: DIRECTORY })
    expect(refusals(await twin.submit()).map(({ say }) => say)).toEqual(['2026年学校名录已经公开过。'])
  })

  test('表的种类和年度定了就不换，发来别的也不换', async () => {
    const { id } = must(await begin('directory', '2027'))
    const draft = editionWork(place).handles(id, place.actor('clerk'))
    must(await draft.save({ title: '试', number: '', data: { ...ZONES, period: '2026' } }))
    expect((await draft.view()).content.data).toMatchObject({ kind: 'directory', period: '2027' })
    must(await draft.save({ title: '试', number: '', data: null }))
    expect((await draft.view()).content.data).toMatchObject({ kind: 'directory' })
  })

  test('不是这种表的周期，说明怎么选', async () => {
    expect(refusals(await begin('fees', '2026')).map(({ field }) => field)).toEqual(['period'])
    expect(refusals(await begin('directory', '2026-spring')).map(({ field }) => field)).toEqual(['period'])
    for (const kind of DATA_SET_KINDS)
      expect(
        must(await viewDataSets(place.office, place.actor('clerk'))).kinds.find((one) => one.kind === kind)?.offered.length,
      ).toBeGreaterThan(0)
  })
})

describe('公众使用', () => {
  test('按乡镇、学段、词筛选，没有的说明怎么办', async () => {
    const narrowed = await page('/jyj/data/directory?town=柳坪镇')
    expect(narrowed).toContain('柳坪镇中街20号')
    expect(narrowed).not.toContain('城关镇南街15号')
    expect(await page('/jyj/data/directory?stage=初中&q=河东')).toContain('没有符合条件的行')
    expect(await page('/jyj/data/directory?nonsense=1&town=没有')).toContain('没有符合条件的行')
  })

  test('按村、街道、小区找学校：几个学段都列出；写到门牌也找得到；找不到的说明怎么办', async () => {
    const found = await page('/jyj/data/zones?place=河东村三组')
    expect(found).toContain('<h3>云岭县河东小学</h3>')
    expect(found).toContain('0970-5550302')
    expect(found).not.toContain('<h3>云岭县第一小学</h3>')
    expect(await page('/jyj/data/zones?place=天上')).toContain('没有找到“天上”')
    for (const asked of ['place', 'q', 'town']) expect(await page(`/jyj/data/zones?${asked}=13800138000`)).not.toContain('138')
    expect(await page('/jyj/data/zones?place=<script>')).not.toContain('<script>')
  })

  test('CSV：有标记的 UTF-8、表头是中文、公式样的字打开只是字；JSON：数是数', async () => {
    const formula = { ...DIRECTORY.rows[1], school: '=1+1', address: '+SUM(1)' }
    const rows = [...DIRECTORY.rows, formula]
    const { id } = must(await begin('directory', '2026'))
    const draft = editionWork(place).handles(id, place.actor('clerk'))
    must(await draft.save({ title: '2026年学校名录', number: '', data: { ...DIRECTORY, rows } }))
    must(await draft.submit())
    await draft.passAll()
    const csv = await get('/jyj/data/directory/2026.csv')
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.headers['content-disposition']).toMatch(/^attachment/)
    expect(csv.body.startsWith('\ufeff学校名称,办学层次,办学类型,乡镇（街道）,地址,办公电话,班级数（个）,')).toBe(true)
    expect(csv.body).toContain("\r\n'=1+1,")
    expect(csv.body).toContain("'+SUM(1)")
    const json = (await get('/jyj/data/directory.json')).json<{ rows: Record<string, unknown>[]; address: string }>()
    expect(json.rows[0]).toMatchObject({ school: '云岭县第一小学', students: 1080, boarding: false })
    expect(json.rows[1]).toMatchObject({ classes: null })
    expect(json.address).toMatch(/\/jyj\/data\/directory\/2026$/)
    expect((await get('/jyj/data/directory.exe')).statusCode).toBe(404)
  })

  test('撤下以后，页面、文件、目录、开放数据都没有了', async () => {
    const fees = {
      kind: 'aid',
      period: '2026-spring',
      note: '',
      rows: [
        {
          programme: '寄宿生生活补助',
          stage: '小学',
          amount: '625',
          per: '每生每学期',
          pupils: '120',
          total: '75000',
          basis: '财教〔2021〕310号',
          phone: '0970-5550114',
        },
      ],
    } as const
    const one = await released(place, { ...fees, rows: [...fees.rows] })
    expect(await page('/jyj/data/aid')).toContain('75000')
    expect(await page('/open-data')).toContain('/jyj/data/aid/2026-spring.csv')
    expect((await get('/open-data/catalog.jsonld')).body).toContain('/jyj/data/aid/2026-spring.json')
    must(await one.withdraw('数据有误，核对后重新发布。'))
    for (const url of ['/jyj/data/aid', '/jyj/data/aid/2026-spring', '/jyj/data/aid.csv', '/jyj/data/aid/2026-spring.json'])
      expect((await get(url)).statusCode).toBe(404)
    for (const url of ['/jyj/data', '/open-data', '/open-data/catalog.jsonld'])
      expect(await page(url)).not.toContain('2026-spring')
    must(await begin('aid', '2026-spring'))
  })

  test('只对本单位公开的表，公众哪里都看不到', async () => {
    const rows = [{ ...DIRECTORY.rows[0] }]
    const staff = { title: '内部名录', column: 'education-overview', number: '', audience: 'staff', reason: '内部联系使用' }
    await editionWork(place).release({ ...staff, data: { ...DIRECTORY, period: '2024', rows } })
    expect((await get('/jyj/data/directory/2024')).statusCode).toBe(404)
    expect(await page('/jyj/data')).not.toContain('2024')
  })
})

describe('Excel', () => {
  test('下载的表填好再导入，一行不差；别的文件说明怎么办', async () => {
    const draft = await editionWork(place).draft({ title: '试', number: '', data: { ...ZONES, period: '2030' } })
    const file = await clerk.download(`/editions/${draft.id}/table.xlsx`)
    expect(file.name).toBe('2030年学区划分.xlsx')
    const read = await clerk.upload('/editions/table', { name: 'a.xlsx', bytes: file.bytes })
    expect(readDataGrid('zones', (JSON.parse(read.body) as { grid: string[][] }).grid).rows).toEqual(ZONES.rows)
    const bad = await clerk.upload('/editions/table', { name: 'a.xlsx', bytes: new TextEncoder().encode('x') })
    expect(bad.status).toBe(422)
    expect(bad.body).toContain('另存为 .xlsx')
  })

  test('公布的 CSV 导入回来，一行不差', async () => {
    const csv = await get('/jyj/data/directory/2026.csv')
    const read = await clerk.upload('/editions/table', { name: 'a.csv', bytes: csv.rawPayload })
    const { rows } = readDataGrid('directory', (JSON.parse(read.body) as { grid: string[][] }).grid)
    expect(rows.at(-1)).toMatchObject({ school: '=1+1', address: '+SUM(1)' })
    expect(rows[0]).toEqual(DIRECTORY.rows[0])
  })

  test('没有起草权限的不能导入', async () => {
    const auditor = await signInAs(app, place, 'auditor')
    const sent = await auditor.upload('/editions/table', { name: 'a.xlsx', bytes: await renderDataSheet(ZONES) })
    expect(sent.status).toBe(403)
  })
})
