/** 存量检查：每夜按当天的规则重读已公开的信息，分段、断了接着读、不重复；遮盖另起一稿、先撤下、核对无误。 */
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { listExceptions } from '../../src/office/desk/list-exceptions.ts'
import { listTasks } from '../../src/office/desk/list-tasks.ts'
import {
  correctStock,
  type DocumentDraft,
  publishDocument,
  scanStockPiece,
  settleStock,
  takeDown,
  viewStock,
} from '../../src/office/publication/index.ts'
import { localDate } from '../../src/law/date.ts'
import type { StockTab } from '../../src/record/publication/stock.ts'
import { type County, county, inTheClear, must } from './county.ts'
import { why } from './desk.ts'
import { editionWork } from './editions-work.ts'
import { codes } from './publicity-work.ts'

const ID_NUMBER = '11010519491231002X'
const MOBILE = '13800138000'
const LISTED = `<p>名单如下。</p><table><tbody><tr><td>张三</td><td>${ID_NUMBER}</td></tr></tbody></table>`

let place: County
let app: FastifyInstance
beforeAll(async () => {
  place = await county('2026-03-02')
  app = await place.product.buildServer()
})
afterAll(async () => {
  await app.close()
  await place.close()
})
beforeEach(() => place.setToday('2026-03-02'))
afterEach(() => place.asOwner('update document set withdrawn_on = published_on'))

/** As it was published before there was a review: by a former system, taken over. */
async function old(given: Partial<DocumentDraft> = {}): Promise<string> {
  const draft = {
    column: 'education-students',
    title: '资助名单',
    summary: '',
    keywords: [],
    body: LISTED,
    formedOn: localDate('2025-07-29'),
  }
  return must(
    await publishDocument(place.office, place.actor('clerk'), { ...draft, publishedOn: localDate('2025-07-29'), ...given }),
  ).id
}

let night = 3
/** The next night, to its end. */
async function scan(piece?: number): Promise<number> {
  place.setToday(`2026-03-${String(night++).padStart(2, '0')}`)
  let found = 0
  for (;;) {
    const turn = await scanStockPiece(place.office, piece)
    found += turn.found
    if (turn.done) return found
  }
}

const lead = () => place.actor('officeHead')
const view = async (tab: StockTab = 'open') => must(await viewStock(place.office, lead(), { tab, kind: '', page: 1 }))
const of = async (documentId: string, tab: StockTab = 'open') =>
  (await view(tab)).rows.filter((row) => row.documentId === documentId)

describe('夜里重读', () => {
  test('身份证号、手机号、密级标志、旧用语、过期的公示，都找出来；严重的在前', async () => {
    const listed = await old()
    const over = await old({ title: '拟聘用人员公示', body: '<p>现将名单公示7个工作日。</p>' })
    const worded = await old({ title: '办事指南', body: '<p>由国土资源局办理。</p>' })
    await scan()
    expect((await of(listed)).map(({ say, grave }) => [say, grave])).toEqual([['身份证号码 1 处', true]])
    expect((await of(over))[0]?.say).toContain('文中写的公示期到 2025-08-07 为止')
    const all = await view()
    expect(all.rows.at(-1)?.documentId).toBe(worded)
    expect(all.scanned).toMatchObject({ documents: 3, done: true })
  })

  test('列表里看得到是哪一行，号码已经遮盖；库里、审计里都没有号码', async () => {
    const id = await old({ title: `名单（${MOBILE}）` })
    await scan()
    const seen = JSON.stringify(await view())
    expect(seen).toContain('张三　＊＊＊＊')
    for (const number of [ID_NUMBER, MOBILE]) expect(seen).not.toContain(number)
    const kept = await inTheClear(place.url, (row) => (row.includes(ID_NUMBER) ? 'yes' : undefined))
    expect(kept.map((where) => where.split(':')[0])).toEqual(['table public.document'])
    expect(new Set((await of(id)).map(({ place: at }) => at))).toEqual(new Set(['标题', '正文']))
  })

  test('一段一段读，断了接着读；再读一遍，一处也不重复', async () => {
    const ids = [await old({ title: '甲' }), await old({ title: '乙' }), await old({ title: '丙' })]
    place.setToday(`2026-03-${String(night).padStart(2, '0')}`)
    const first = await scanStockPiece(place.office, 2)
    expect(first).toEqual({ done: false, found: 2 })
    // As if the machine had stopped here: the next turn, even of the next day, goes on.
    night += 1
    expect(await scan(2)).toBe(1)
    expect(await scan(2)).toBe(0)
    for (const id of ids) expect(await of(id)).toHaveLength(1)
  })

  test('两处同时读，只有一处在读', async () => {
    await old()
    place.setToday(`2026-03-${String(night++).padStart(2, '0')}`)
    const turns = await Promise.all([scanStockPiece(place.office), scanStockPiece(place.office)])
    expect(turns.reduce((sum, { found }) => sum + found, 0)).toBe(1)
    await scan()
  })

  test('审核、签发时看过的，不再列出', async () => {
    const one = await editionWork(place).release({ title: '学籍管理办法', body: '<p>学籍号由系统生成。</p>' })
    expect(await scan()).toBe(0)
    expect((await of(one.documentId, 'faultless'))[0]?.closed?.because).toBe('审核、签发时已经核对')
  })
})

describe('处理', () => {
  test('遮盖并修改：一步另起一稿，号码已经遮盖；签发之后这一处就改正了', async () => {
    const documentId = await old()
    await scan()
    const { id } = must(await correctStock(place.office, place.actor('clerk'), { id: randomUUID(), documentId }))
    expect((await of(documentId))[0]?.correcting).toBe(id)
    const again = must(await correctStock(place.office, place.actor('clerk'), { id: randomUUID(), documentId }))
    expect(again.id).toBe(id)
    const draft = editionWork(place).handles(id, place.actor('clerk'))
    expect((await draft.view()).content.body).toContain('＊＊＊＊')
    expect((await app.inject({ url: `/jyj/doc/${documentId}` })).body).toContain(ID_NUMBER)
    must(await draft.submit())
    await draft.passAll()
    expect(await of(documentId)).toEqual([])
    expect((await of(documentId, 'gone'))[0]?.closed?.because).toBe('文中已经没有')
    expect((await app.inject({ url: `/jyj/doc/${documentId}` })).body).not.toContain(ID_NUMBER)
  })

  test('先撤下：没有稿的旧信息也能撤，原地址写明', async () => {
    const documentId = await old()
    await scan()
    must(await takeDown(place.office, lead(), { documentId, commandId: randomUUID(), because: '含个人信息，核对后重新发布' }))
    expect(await of(documentId)).toEqual([])
    const page = await app.inject({ url: `/jyj/doc/${documentId}` })
    expect(page.statusCode).toBe(410)
    expect(page.body).toContain('含个人信息，核对后重新发布')
    const released = await editionWork(place).release({ title: '有稿的信息' })
    must(
      await takeDown(place.office, lead(), {
        documentId: released.documentId,
        commandId: randomUUID(),
        because: '内容有误，先撤下',
      }),
    )
    expect((await app.inject({ url: `/jyj/doc/${released.documentId}` })).statusCode).toBe(410)
  })

  test('核对无误：写明理由，不再回来；这一行改了，才再列出', async () => {
    const documentId = await old({ body: `<p>咨询手机：${MOBILE}</p><p>第二段。</p>` })
    await scan()
    const settle = async (because: string) =>
      settleStock(place.office, lead(), { id: (await of(documentId))[0]?.id ?? '', because })
    expect(codes(await settle(`是值班手机 ${MOBILE}`))).toEqual(['personal-data'])
    must(await settle('是本单位公开的值班手机'))
    expect(await scan()).toBe(0)
    await place.asOwner(`update document set body = replace(body, '第二段', '第二段改了') where id = $1`, [documentId])
    expect(await scan()).toBe(0)
    await place.asOwner(`update document set body = replace(body, '咨询手机', '王某手机') where id = $1`, [documentId])
    expect(await scan()).toBe(1)
    expect((await of(documentId))[0]?.say).toBe('手机号码 1 处')
  })

  test('带密级标志的，不能销号', async () => {
    const documentId = await old({ body: '<p>机密★10年</p><p>内容</p>' })
    await scan()
    const id = (await of(documentId))[0]?.id ?? ''
    expect(why(await settleStock(place.office, lead(), { id, because: '已经解密的文件' }))).toContain('请先撤下')
  })

  test('不再公开的，没有什么可办', async () => {
    const documentId = await old()
    await scan()
    await place.asOwner('update document set withdrawn_on = $1 where id = $2', ['2026-03-02', documentId])
    await scan()
    expect((await of(documentId, 'gone'))[0]?.closed?.because).toBe('已不再公开')
  })

  test('列入公开机构的待办；不能公开的是例外', async () => {
    const documentId = await old()
    await scan()
    const tasks = must(await listTasks(place.office, lead()))
    expect(tasks.find(({ stock }) => stock)?.what).toBe('核对已公开信息中发现的问题')
    expect(must(await listExceptions(place.office, lead())).some(({ stockOf }) => stockOf === documentId)).toBe(true)
    expect(must(await listTasks(place.office, place.actor('sectionOfficer'))).some(({ stock }) => stock)).toBe(false)
    expect(codes(await viewStock(place.office, place.actor('sectionOfficer'), { tab: 'open', kind: '', page: 1 }))).toEqual([
      'not-permitted',
    ])
    expect(codes(await settleStock(place.office, place.actor('clerk'), { id: randomUUID(), because: '不是个人信息' }))).toEqual([
      'not-permitted',
    ])
  })
})
