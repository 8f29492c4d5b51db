/** 学校空间：学期卡十二类、上学期的文稿、缺口表、提醒一天一次、导出表格；几百所学校也是几次读取。 */
import { randomUUID } from 'node:crypto'
import ExcelJS from 'exceljs'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { setDigest } from '../../src/office/mail/digest-wish.ts'
import { establishAgency } from '../../src/office/people/agencies.ts'
import {
  draftForDuty,
  installPack,
  noteDuty,
  remindSchools,
  viewEdition,
  viewSchools,
  viewTermCard,
} from '../../src/office/publication/index.ts'
import { type County, county, details, must } from './county.ts'
import { why } from './desk.ts'
import { editionWork } from './editions-work.ts'
import { signInAs } from './staff.ts'

let place: County
let app: FastifyInstance
let work: ReturnType<typeof editionWork>
beforeAll(async () => {
  place = await county('2025-08-26', {
    GONGKAI_SMTP_URL: 'smtp://127.0.0.1:9',
    GONGKAI_MAIL_FROM: 'a@example.cn',
    GONGKAI_SITE_URL: 'https://gk.example.cn',
  })
  app = await place.product.buildServer()
  work = editionWork(place)
  must(await installPack(place.office, officer(), { key: 'school' }))
})
afterAll(async () => {
  await app.close()
  await place.close()
})

const officer = () => place.actor('informationOfficer', 'school')
const card = async () => must(await viewTermCard(place.office, officer()))
const tile = async (key: string) => (await card()).tiles.find((one) => one.key === key)

describe('学期卡', () => {
  test('秋季学期填写收费，春季学期点一下就是上学期的文稿，标题换成春季、换了年份', async () => {
    const autumn = await tile('fees')
    expect(autumn).toMatchObject({ state: 'due', due: '2025-09-15' })
    const { id } = must(await draftForDuty(place.office, officer(), { id: randomUUID(), key: autumn?.duties[0]?.key ?? '' }))
    const one = work.handles(id, officer())
    const { content } = await one.view()
    expect(content).toMatchObject({ column: 'school-fees', audience: 'society', title: '2025年秋季学期收费公示' })
    must(
      await one.save({
        ...content,
        number: '',
        title: '2025年秋季学期收费公示',
        body: '<p>课后服务每月60元。</p>',
        formedOn: '2025-08-26',
      }),
    )
    must(await one.submit())
    expect((await one.passAll()).state).toBe('released')
    expect(await tile('fees')).toMatchObject({ state: 'done', due: null })

    place.setToday('2026-03-20')
    const spring = await tile('fees')
    expect(spring).toMatchObject({ state: 'overdue', due: '2026-03-15' })
    const again = must(await draftForDuty(place.office, officer(), { id: randomUUID(), key: spring?.duties[0]?.key ?? '' }))
    expect(again.fromYear).toBe(2025)
    const drafted = must(await viewEdition(place.office, officer(), { id: again.id }))
    expect(drafted.content).toMatchObject({ title: '2026年春季学期收费公示', body: '<p>课后服务每月60元。</p>', formedOn: null })
    expect((await tile('fees'))?.duties[0]?.draft).toEqual({ id: again.id, state: 'drafting' })
    // Begun twice it is the same draft.
    expect(must(await draftForDuty(place.office, officer(), { id: randomUUID(), key: spring?.duties[0]?.key ?? '' })).id).toBe(
      again.id,
    )
  })

  test('长期的没有公开过，也能点开填写；不适用写明原因', async () => {
    const rules = await tile('rules')
    expect(rules).toMatchObject({ state: 'due', why: '学校章程和规章制度还没有公开过' })
    const { id } = must(await draftForDuty(place.office, officer(), { id: randomUUID(), key: rules?.duties[0]?.key ?? '' }))
    expect(must(await viewEdition(place.office, officer(), { id })).content).toMatchObject({
      column: 'school-rules',
      dutyKey: '',
    })
    expect((await tile('rules'))?.duties[0]?.draft?.id).toBe(id)
    const canteen = await tile('canteen')
    const note = { commandId: randomUUID(), key: canteen?.duties[0]?.key ?? '', kind: 'notApplicable' as const, documentId: null }
    expect(why(await noteDuty(place.office, officer(), { ...note, because: '' }))).toContain('没有写明为什么不适用')
    must(await noteDuty(place.office, officer(), { ...note, because: '学校没有食堂，学生回家用餐' }))
    expect(await tile('canteen')).toMatchObject({ state: 'notApplicable', why: '学校没有食堂，学生回家用餐' })
  })

  test('学校首页：公开的有链接，没有公开的照实写，内部写的原因不写出去', async () => {
    const { body } = await app.inject({ url: '/dyxx' })
    expect(body).toContain('2026年春季学期公开情况')
    expect(body).toMatch(
      /收费<\/b><span class="count">还没有公开<\/span>[\s\S]{0,300}2025年秋季学期收费公示[\s\S]{0,120}应于 2026年3月15日前公开/,
    )
    expect(body).toMatch(/食堂和用餐<\/b><span class="count">本学期不用公开/)
    expect(body).not.toContain('学校没有食堂')
    for (const word of ['怎样联系', '云岭县中山路1号', '0970-0000000', '申诉']) expect(body).toContain(word)
  })

  test('机关没有学期卡；别的单位看不到学校的卡', async () => {
    expect(must(await viewTermCard(place.office, place.actor('clerk'))).tiles).toEqual([])
    expect(why(await viewTermCard(place.office, place.actor('auditor', 'school')))).toContain('not-permitted')
  })
})

describe('教育局的缺口表', () => {
  test('每校每类一格，缺口和逾期的数；没有下属学校的单位是空的；学校自己看不到', async () => {
    const view = must(await viewSchools(place.office, place.actor('clerk')))
    expect(view.term).toBe('2026年春季学期')
    const [school] = view.rows
    const own = await card()
    expect(school).toMatchObject({ name: '云岭县第一小学', gaps: own.gaps, remindedOn: null })
    expect(school?.tiles).toEqual(own.tiles.map(({ state, due }) => ({ state, due })))
    expect(must(await viewSchools(place.office, place.actor('clerk', 'otherBureau'))).rows).toEqual([])
    expect(why(await viewSchools(place.office, officer()))).toContain('not-permitted')
  })

  test('提醒：学期卡上看到缺哪几类，留了邮箱的收到邮件；同一天第二次不再提醒', async () => {
    must(await setDigest(place.office, officer(), { email: 'officer@example.cn' }))
    const units = [place.ids.school]
    const clerk = place.actor('clerk')
    expect(must(await remindSchools(place.office, clerk, { units }))).toEqual({ reminded: 1, already: 0, nothing: 0, mails: 1 })
    const both = await Promise.all([1, 2].map(() => remindSchools(place.office, place.actor('officeHead'), { units })))
    expect(both.map(must)).toEqual([1, 2].map(() => ({ reminded: 0, already: 1, nothing: 0, mails: 0 })))
    const mails = await place.asOwner(`select about, officer_id from mail_outbox where kind = 'unitReminder'`)
    expect(mails).toEqual([{ about: '2026-03-20', officer_id: officer().id }])
    const { reminder } = await card()
    expect(reminder).toMatchObject({ from: '云岭县教育局', by: 'clerk·bureau', on: '2026-03-20' })
    expect(reminder?.tiles).toContain('fees')
    expect(reminder?.tiles).not.toContain('canteen')
    place.setToday('2026-03-21')
    expect(must(await remindSchools(place.office, clerk, { units })).reminded).toBe(1)
    place.setToday('2026-03-20')
    // Others' schools are not reminded, whoever names them.
    expect(must(await remindSchools(place.office, place.actor('clerk', 'otherBureau'), { units })).reminded).toBe(0)
    expect(why(await remindSchools(place.office, place.actor('head'), { units }))).toContain('not-permitted')
  })

  test('导出 Excel：一校一行，一类一列', async () => {
    const clerk = await signInAs(app, place, 'clerk')
    const { status, bytes, name } = await clerk.download('/schools.xlsx')
    expect([status, name]).toEqual([200, '所属学校2026年春季学期公开情况.xlsx'])
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
    const sheet = book.worksheets[0]
    const row = (n: number) => ((sheet?.getRow(n).values ?? []) as unknown[]).slice(1)
    expect(row(2).slice(0, 6)).toEqual(['序号', '学校', '学校概况', '制度和计划', '招生', '收费'])
    expect(row(3)[1]).toBe('云岭县第一小学')
    expect(row(3)[5]).toBe('逾期\n2026-03-15')
  })

  test('几百所学校：读取的次数不随校数增加，提醒也各是各的', async () => {
    const from = localDate('2019-05-15')
    await place.office.transact(async (tx) => {
      for (let n = 0; n < 240; n += 1) {
        const versions = [{ from, details: details(`云岭县第${n}学校`, `云校${n}`) }]
        const agency = { parentId: place.ids.bureau, kind: 'school', regime: 'art55', rank: 100 + n } as const
        await establishAgency(tx, { ...agency, id: randomUUID(), slug: `xx${n}`, versions })
      }
    })
    let queries = 0
    const counting = {
      ...place.office,
      db: place.office.db.withPlugin({
        transformQuery: ({ node }) => ((queries += 1), node),
        transformResult: async ({ result }) => result,
      }),
    }
    const { rows } = must(await viewSchools(counting, place.actor('clerk')))
    expect(rows).toHaveLength(241)
    expect(rows.filter(({ tiles }) => tiles.every(({ state }) => state === 'noItem'))).toHaveLength(240)
    expect(queries).toBeLessThan(20)
    const units = rows.map(({ id }) => id)
    const done = must(await remindSchools(place.office, place.actor('clerk'), { units }))
    expect([done.reminded, done.already]).toEqual([240, 1])
  })
})
