/** 签发前后的关口：旧日期、同时签发、审定不公开、撤下的原因、遮盖后的标题、控制字符。 */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import type { Result } from '../../src/law/refusal.ts'
import { attachToCase } from '../../src/office/files/attach-to-case.ts'
import { correctFileKind } from '../../src/office/files/correct-kind.ts'
import { addOutgoing } from '../../src/office/outgoing/add-outgoing.ts'
import {
  addCatalogueItem,
  beginEdition,
  changeCatalogueItem,
  endCatalogueItem,
  maskEdition,
  reviseDocument,
  setOutlet,
  viewDuties,
  viewEditions,
} from '../../src/office/publication/index.ts'
import { countTasks, listTasks } from '../../src/office/desk/list-tasks.ts'
import { catalogueKeepingSchema } from '../../src/record/publication/catalogue.ts'
import { newCase } from './case-work.ts'
import { catalogueContent } from './catalogue-content.ts'
import { type County, county, must } from './county.ts'
import { ONE_PIXEL, why } from './desk.ts'
import { contentOf, editionWork } from './editions-work.ts'

let place: County
let app: FastifyInstance
let work: ReturnType<typeof editionWork>
beforeAll(async () => {
  place = await county('2026-03-02')
  app = await place.product.buildServer()
  work = editionWork(place)
})
afterAll(async () => {
  await app.close()
  await place.close()
})

const get = async (url: string) => {
  const { statusCode, body } = await app.inject({ url })
  return { status: statusCode, body }
}
const fields = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map(({ code, field }) => [code, field]))
/** Everything but the head's step. */
const upToHead = async (one: Awaited<ReturnType<typeof work.draft>>) => {
  must(await one.submit())
  for (const step of (await one.view()).chain.slice(0, -1)) must(await one.pass(step))
}

describe('很早的成文日期', () => {
  test('2018年的文件照常起草、列出、发布；没有期限，说明为什么', async () => {
    const one = await work.draft({ title: '2018年的旧文件', number: '云教〔2018〕5号', formedOn: '2018-09-03' })
    expect(await one.view()).toMatchObject({ dueOn: null, noDue: expect.stringMatching(/2019年5月15日以前/) })
    const clerk = place.actor('clerk')
    const { rows } = must(await viewDuties(place.office, clerk, { tab: 'open', whose: 'all' }))
    expect(rows.map(({ what }) => what)).not.toContain('2018年的旧文件')
    must(await listTasks(place.office, clerk))
    expect(await countTasks(place.office, clerk)).toBeGreaterThanOrEqual(0)
    must(await one.submit())
    expect((await one.passAll()).state).toBe('released')
  })

  test('打错的年份不收，在该处指出', async () => {
    const content = contentOf({ formedOn: '1026-02-27' })
    const begun = await beginEdition(place.office, place.actor('clerk'), { id: randomUUID(), content, sectionId: null })
    expect(fields(begun)).toEqual([['field-invalid', 'formedOn']])
    const one = await work.draft()
    expect(fields(await one.save({ formedOn: '1949-09-30' }))).toEqual([['field-invalid', 'formedOn']])
    must(await one.save({ formedOn: '1949-10-01' }))
  })
})

describe('送审以后变了的，签发时再看一遍', () => {
  test('一个文号两件都送了审：先签发的用，后签发的被告知；同时签发也只有一件', async () => {
    for (const at of ['one after the other', 'at once']) {
      const number = `云教〔2026〕${at === 'at once' ? 998 : 999}号`
      const [a, b] = [await work.draft({ number }), await work.draft({ number })]
      await upToHead(a)
      await upToHead(b)
      const done =
        at === 'at once' ? await Promise.all([a.pass('head'), b.pass('head')]) : [await a.pass('head'), await b.pass('head')]
      expect(done.filter(({ ok }) => ok)).toHaveLength(1)
      expect(done.flatMap(fields)).toEqual([['field-invalid', 'number']])
      expect([(await a.view()).state, (await b.view()).state].toSorted()).toEqual(['inReview', 'released'])
    }
  })

  test('公开事项改为只对本单位公开，或者停用：签不出去', async () => {
    const head = place.actor('officeHead')
    const deed = { id: randomUUID(), from: place.office.today(), why: '测试事项' }
    const written = { content: catalogueContent('内部事项'), keeping: catalogueKeepingSchema.parse({}) }
    must(await addCatalogueItem(place.office, head, { ...deed, ...written }))
    const one = await work.draft({ itemId: deed.id })
    await upToHead(one)
    const staff = catalogueKeepingSchema.parse({ audience: 'staff' })
    must(await changeCatalogueItem(place.office, head, { ...deed, ...written, keeping: staff, seen: 1 }))
    expect(fields(await one.pass('head'))).toEqual([['field-invalid', 'audience']])
    must(await endCatalogueItem(place.office, head, { ...deed, seen: 2 }))
    expect(fields(await one.pass('head'))).toEqual([['field-invalid', 'itemId']])
    expect((await get(`/jyj/doc/${(await one.view()).documentId}`)).status).toBe(404)
  })
})

describe('公开的不再公开', () => {
  test('审定不公开的，已经公开的一稿同时撤下，各渠道也撤；原址只写依据，不写内部理由', async () => {
    const head = place.actor('officeHead')
    const outlet = { id: randomUUID(), kind: 'board', name: '公示栏', columns: [], settings: { place: '一楼' } } as const
    must(await setOutlet(place.office, head, { ...outlet, columns: [], secret: null, active: true }))
    const one = await work.release({ title: '不该公开的', body: '<p>第三方的商业秘密。</p>' })
    const address = `/jyj/doc/${one.documentId}`
    const id = randomUUID()
    must(await reviseDocument(place.office, place.actor('clerk'), { id, documentId: one.documentId }))
    const two = work.handles(id, place.actor('clerk'))
    must(await two.save({ attribute: 'withheld', ground: 'thirdParty', reason: '甲公司来函不同意公开' }))
    await upToHead(two)
    expect(await two.view()).toMatchObject({ standsPublished: true })
    expect((await get(address)).status).toBe(200)
    must(await two.pass('head'))
    expect(await two.view()).toMatchObject({ state: 'kept', standsPublished: false })
    expect((await two.view()).steps.map(({ kind }) => kind).slice(-2)).toEqual(['kept', 'withdrawn'])
    const page = await get(address)
    expect(page.status).toBe(410)
    expect(page.body).toContain('经审查，改为不予公开（《条例》第十五条')
    expect(page.body).not.toMatch(/商业秘密|甲公司/)
    expect((await one.view()).outlets.map(({ state }) => state)).toEqual(['withdrawn'])
    must(await setOutlet(place.office, head, { ...outlet, columns: [], secret: null, active: false }))
  })

  test('撤下旧稿遇上签发新稿：新稿不会带着旧稿的原因撤下', async () => {
    const one = await work.release({ title: '同时办理的' })
    const id = randomUUID()
    must(await reviseDocument(place.office, place.actor('clerk'), { id, documentId: one.documentId }))
    const two = work.handles(id, place.actor('clerk'))
    await upToHead(two)
    const waiting = async (most: number) => {
      const asked = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      while ((await place.asOwner(asked)).length < most) await pause(10)
    }
    // Both have come as far as the document, which somebody else holds: the release first.
    const both = await place.office.db.transaction().execute(async (tx) => {
      await sql`select 1 from document where id = ${one.documentId} for update`.execute(tx)
      const releasing = two.pass('head')
      await waiting(1)
      const withdrawing = one.withdraw('旧稿有误')
      await waiting(2)
      return { releasing, withdrawing }
    })
    must(await both.releasing)
    expect(fields(await both.withdrawing)).toEqual([['not-found', undefined]])
    expect(await two.view()).toMatchObject({ state: 'released', withdrawn: null })
  })

  test('撤下的原因对外公开：个人号码、密级标志在该处拦下', async () => {
    const one = await work.release({ title: '要撤下的' })
    expect(fields(await one.withdraw('误发张某身份证11010519491231002X、手机13812345678'))).toEqual([
      ['personal-data', 'because'],
      ['personal-data', 'because'],
    ])
    expect(fields(await one.withdraw('附件为机密★1年'))).toEqual([['file-marked-secret', 'because']])
    expect((await get(`/jyj/doc/${one.documentId}`)).status).toBe(200)
    must(await one.withdraw('误公开了个人信息'))
    expect((await get(`/jyj/doc/${one.documentId}`)).status).toBe(410)
  })
})

describe('存下的样子', () => {
  test('标题里的号码在列表和库里都不出现，遮盖以前、以后都是', async () => {
    const number = '630101199003070011'
    const one = await work.draft({ title: `关于张三${number}同志的通知` })
    const inDatabase = async () => (await place.asOwner(`select title from edition where id = '${one.id}'`))[0]?.title
    const listed = async () =>
      must(await viewEditions(place.office, place.actor('clerk'), { tab: 'drafting', page: 1, words: '' })).rows
    expect(await inDatabase()).toBe('关于张三＊＊＊＊同志的通知')
    must(await maskEdition(place.office, place.actor('clerk'), await one.command()))
    expect(await inDatabase()).toBe('关于张三＊＊＊＊同志的通知')
    expect((await one.view()).content.title).toBe('关于张三＊＊＊＊同志的通知')
    expect(JSON.stringify(await listed())).not.toContain(number)
  })

  test('控制字符不存：订阅、接口里也没有；换行和制表照旧', async () => {
    const given = {
      title: '控制\u000b字符',
      summary: '概\u0008述\n第二行',
      body: '<p>正&#11;文\u001f</p>',
      keywords: ['关\u0001键'],
    }
    const one = await work.release(given)
    expect(one.state).toBe('released')
    expect(one.content).toMatchObject({ title: '控制字符', summary: '概述\n第二行', body: '<p>正文</p>', keywords: ['关键'] })
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    for (const url of ['/jyj/feed.atom', `/jyj/doc/${one.documentId}`]) {
      const { body } = await get(url)
      expect(body).toContain('控制字符')
      expect(body.replaceAll(/[\n\t]/g, '')).not.toMatch(/\p{Cc}/u)
    }
  })
})

test('检查文件时种类被更正为身份证明，不列为答复附件', async () => {
  const { id: caseId } = await newCase(place, '2026-03-02')
  const clerk = place.actor('clerk')
  const on = localDate('2026-03-02')
  expect(place.office.today()).toBe(on)
  must(await attachToCase(place.office, clerk, { caseId, upload: { name: '材料.png', bytes: ONE_PIXEL } }))
  const { id: fileId } = await place.office.db
    .selectFrom('stored_file')
    .select('id')
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  const inspect: typeof place.office.workshop.inspect = async (file) => {
    must(await correctFileKind(place.office, clerk, { caseId, fileId, kind: '身份证明' }))
    return place.office.workshop.inspect(file)
  }
  const office = { ...place.office, workshop: { ...place.office.workshop, inspect } }
  expect(why(await addOutgoing(office, clerk, { caseId, fileId }))).toContain('不作为答复附件')
})
