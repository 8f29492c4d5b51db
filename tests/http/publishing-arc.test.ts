/** 主动公开：起草、送审、逐步审核、负责人签发后公开，再修改、撤下；不该出去的出不去。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { chainFor } from '../../src/law/publication/release-steps.ts'
import type { Result } from '../../src/law/refusal.ts'
import {
  beginEdition,
  dropEdition,
  forceEdition,
  lookAfterEdition,
  maskEdition,
  passEdition,
  readUnmasked,
  returnEdition,
  reviseDocument,
  viewEdition,
  viewEditions,
  withdrawDocument,
} from '../../src/office/publication/index.ts'
import { type County, county, must } from './county.ts'
import { why } from './desk.ts'
import { contentOf, editionWork } from './editions-work.ts'
import { signInAs } from './staff.ts'

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

const content = contentOf
const draft = (...given: Parameters<ReturnType<typeof editionWork>['draft']>) => editionWork(place).draft(...given)
const handles = (...given: Parameters<ReturnType<typeof editionWork>['handles']>) => editionWork(place).handles(...given)

const get = async (url: string) => {
  const { statusCode, body } = await app.inject({ url })
  return { status: statusCode, body }
}
const codes = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map(({ code }) => code))

describe('从起草到公开', () => {
  test('逐步审核，负责人签发的同时出现在公开页面；此前谁也看不到', async () => {
    const one = await draft({ title: '春季学期收费公示方案' })
    must(await one.submit())
    const { chain } = await one.view()
    expect(chain).toEqual(chainFor({ regime: 'art54', inSection: false, policyNotPublic: false }))
    for (const step of chain) {
      expect((await get('/jyj/search?q=春季学期收费公示方案')).body).toContain('没有找到')
      must(await one.pass(step))
    }
    const done = await one.view()
    expect(done).toMatchObject({ state: 'released', next: null, address: `/jyj/doc/${done.documentId}` })
    const page = await get(done.address ?? '')
    expect(page.status).toBe(200)
    expect(page.body).toContain('春季学期收费公示方案')
    expect(page.body).toContain('<td>240</td>')
    expect((await get('/jyj/search?q=春季学期收费公示方案')).body).not.toContain('没有找到')
  })

  test('科室起草的，科室负责人先审；别的科室的人看不到', async () => {
    const one = await draft({}, place.actor('sectionOfficer'), true)
    must(await one.submit())
    expect((await one.view()).chain).toContain('section')
    const stranger = { ...place.actor('sectionHead'), sectionId: randomUUID() }
    expect(codes(await viewEdition(place.office, stranger, { id: one.id }))).toEqual(['not-found'])
    expect(must(await viewEditions(place.office, stranger, { tab: 'inReview', page: 1, words: '' })).rows).toEqual([])
    expect((await one.passAll()).state).toBe('released')
  })

  test('学校：信息员起草，审查后校长一次签发', async () => {
    const one = await draft({ column: 'school-fees', title: '春季收费公示' }, place.actor('informationOfficer', 'school'))
    must(await one.submit())
    expect((await one.passAll()).chain).toEqual(['secrecy', 'privacy', 'head'])
    expect((await get('/dyxx/content/school-fees')).body).toContain('春季收费公示')
  })
})

describe('缺什么，一次说全', () => {
  test('没有标题、正文、日期、栏目，都在该处指出；暂存不要求齐全', async () => {
    const one = await draft({ title: '', body: '<p> </p>', formedOn: null, column: '' })
    const refused = await one.submit()
    expect(refused.ok ? [] : refused.refusals.map(({ field }) => field)).toEqual(['title', 'column', 'body', 'formedOn'])
  })

  test('不予公开要有条例第十四条至第十六条的理由（国办发〔2016〕80号）', async () => {
    const one = await draft({ attribute: 'withheld', ground: null, reason: '' })
    expect(why(await one.submit())).toMatch(/第十四条[\s\S]*没有写明依据和理由/)
  })

  test('审定不公开的不上网，一年后再看（Reg. 18）；政策文件先由公开机构审', async () => {
    const given = { attribute: 'withheld', ground: 'processInformation', reason: '尚在讨论的过程稿', normative: true }
    const one = await draft({ ...given, title: '尚未定稿的方案' })
    must(await one.submit())
    const done = await one.passAll()
    expect(done).toMatchObject({ state: 'kept', address: null, reviewOn: '2027-03-02' })
    expect(done.chain[0]).toBe('office')
    expect((await get(`/jyj/doc/${done.documentId}`)).status).toBe(404)
  })
})

describe('审核不能绕过', () => {
  test('起草人不能自己校对、审查、签发；不到这一步的不能先办', async () => {
    const headAsAuthor = place.actor('officeHead')
    const one = await draft({}, headAsAuthor)
    must(await one.submit())
    expect(codes(await one.pass('proofread', headAsAuthor))).toEqual(['second-person-needed'])
    expect(codes(await one.pass('head'))).toContain('review-needed')
    must(await one.pass('proofread', place.actor('clerk')))
  })

  test('审核的是哪一稿，只对那一稿有效；同时办的，后到的被告知', async () => {
    const one = await draft()
    must(await one.submit())
    const { version, digest } = await one.view()
    const input = { id: one.id, seen: version, step: 'proofread', note: '' } as const
    const proofreader = place.actor('officeHead')
    expect(codes(await passEdition(place.office, proofreader, { ...input, commandId: randomUUID(), digest: '0' }))).toEqual([
      'changed-meanwhile',
    ])
    const commandId = randomUUID()
    must(await passEdition(place.office, proofreader, { ...input, commandId, digest }))
    must(await passEdition(place.office, proofreader, { ...input, commandId, digest }))
    expect((await one.view()).steps.filter(({ kind }) => kind === 'passed')).toHaveLength(1)
    expect(codes(await passEdition(place.office, proofreader, { ...input, commandId: randomUUID(), digest }))).toEqual([
      'changed-meanwhile',
    ])
  })

  test('退回后从头再审，意见留在记录中', async () => {
    const one = await draft()
    must(await one.submit())
    must(await one.pass('proofread'))
    const reviewer = place.actor('secrecyReviewer')
    must(await returnEdition(place.office, reviewer, { ...(await one.command()), step: 'secrecy', note: '请删去值班安排' }))
    expect(await one.view()).toMatchObject({ state: 'drafting', passed: [] })
    must(await one.save({ title: '改过的方案' }))
    must(await one.submit())
    const after = await one.view()
    expect(after.next).toBe('proofread')
    expect(after.steps.find(({ kind }) => kind === 'returned')).toMatchObject({ note: '请删去值班安排', ofEarlierText: true })
  })

  test('紧急时可以跳过校对，保密审查不能；跳过的留下标记，补审后消去', async () => {
    const one = await draft()
    must(await one.submit())
    const lead = place.actor('officeHead')
    must(await forceEdition(place.office, lead, { ...(await one.command()), because: '汛情紧急，随后校对' }))
    expect(codes(await forceEdition(place.office, lead, { ...(await one.command()), because: '汛情紧急' }))).toEqual([
      'review-needed',
    ])
    for (const step of ['secrecy', 'privacy', 'final', 'head'] as const) must(await one.pass(step))
    expect(await one.view()).toMatchObject({ state: 'released', forced: ['proofread'] })
    must(await lookAfterEdition(place.office, lead, { ...(await one.command()), step: 'proofread', note: '已校对' }))
    expect((await one.view()).forced).toEqual([])
  })

  test('分管负责人没有书面授权，不能签发', async () => {
    const one = await draft()
    must(await one.submit())
    for (const step of ['proofread', 'secrecy', 'privacy', 'final'] as const) must(await one.pass(step))
    expect(why(await one.pass('head', place.actor('deputyHead')))).toContain('的书面授权，不能签发')
  })
})

describe('个人信息和密级标志', () => {
  const LIST = '<table><tr><td>张三</td><td>11010519491231002X</td></tr><tr><td>李四</td><td>13800138000</td></tr></table>'

  test('名单中的身份证号、手机号：送审被拦下，一键遮盖后可以送审；原稿受限，打开有记录', async () => {
    const one = await draft({ title: '资助名单公示', body: LIST })
    expect(why(await one.submit())).toMatch(/身份证号码 1 处[\s\S]*手机号码 1 处/)
    must(await maskEdition(place.office, place.actor('clerk'), await one.command()))
    const masked = await one.view()
    expect(masked.content.body).not.toMatch(/11010519491231002X|13800138000/)
    expect(masked.content.body).toContain('张三')
    must(await one.submit())
    expect(codes(await readUnmasked(place.office, place.actor('clerk'), { id: one.id }))).toEqual(['not-permitted'])
    expect(must(await readUnmasked(place.office, place.actor('privacyReviewer'), { id: one.id })).body).toContain('13800138000')
    const [entry] = await place.asOwner(`select verb from audit_entry order by at desc limit 1`)
    expect(entry?.verb).toBe('documents.unmask')
  })

  test('被格式隔开的号码不能自动遮盖，要人来删，不会漏出去', async () => {
    const one = await draft({ body: '<p>1101051949<strong>1231002X</strong></p>' })
    expect(why(await one.submit())).toContain('身份证号码')
    expect(why(await maskEdition(place.office, place.actor('clerk'), await one.command()))).toContain('被格式隔开')
  })

  test('有密级标志的不录入', async () => {
    const result = await beginEdition(place.office, place.actor('clerk'), {
      id: randomUUID(),
      content: content({ body: '<p>机密★1年</p><p>关于有关工作的通知</p>' }),
      sectionId: null,
    })
    expect(why(result)).toContain('file-marked-secret')
  })
})

describe('公开以后', () => {
  test('修改是新的一稿：签发前旧稿照旧，签发后同一地址、同一索引号', async () => {
    const one = await draft({ title: '开学时间的通知', number: '云教〔2026〕9号', body: '<p>三月二日开学。</p>' })
    must(await one.submit())
    const { documentId, address } = await one.passAll()
    const clerk = place.actor('clerk')
    const id = randomUUID()
    must(await reviseDocument(place.office, clerk, { id, documentId }))
    expect(must(await reviseDocument(place.office, clerk, { id: randomUUID(), documentId }))).toEqual({ id })
    const two = handles(id, clerk)
    expect((await two.view()).changes).toEqual([])
    must(await two.save({ title: '开学时间的通知', number: '云教〔2026〕9号', body: '<p>三月四日开学。</p>' }))
    must(await two.submit())
    expect((await two.view()).changes).toEqual([
      { kind: 'removed', text: '三月二日开学。' },
      { kind: 'added', text: '三月四日开学。' },
    ])
    expect((await get(address ?? '')).body).toContain('三月二日开学')
    await two.passAll()
    expect((await get(address ?? '')).body).toContain('三月四日开学')
    expect((await one.view()).may.withdraw).toBeUndefined()
  })

  test('撤下：各处不再出现，地址说明原因，不再有原文；再次签发又回来', async () => {
    const one = await draft({ title: '误发的通知', body: '<p>独一无二的误发内容。</p>' })
    must(await one.submit())
    const { address, documentId } = await one.passAll()
    must(
      await withdrawDocument(place.office, place.actor('head'), {
        ...(await one.command()),
        because: '内容有误，更正后重新发布',
      }),
    )
    const page = await get(address ?? '')
    expect(page.status).toBe(410)
    expect(page.body).toContain('内容有误，更正后重新发布')
    expect(page.body).not.toContain('独一无二的误发内容')
    for (const url of ['/jyj', '/', '/jyj/content/education-admission', '/search?q=误发的通知'])
      expect((await get(url)).body).not.toContain(`/doc/${documentId}`)
    const again = randomUUID()
    must(await reviseDocument(place.office, place.actor('clerk'), { id: again, documentId }))
    const two = handles(again, place.actor('clerk'))
    must(await two.submit())
    await two.passAll()
    expect((await get(address ?? '')).status).toBe(200)
  })

  test('公示期满，不再显示', async () => {
    const one = await draft({ title: '优秀教师名单公示', shownUntil: '2026-03-06' })
    must(await one.submit())
    const { address } = await one.passAll()
    place.setToday('2026-03-06')
    expect((await get(address ?? '')).status).toBe(200)
    place.setToday('2026-03-07')
    const over = await get(address ?? '')
    expect(over.status).toBe(410)
    expect(over.body).toContain('公示已经结束')
    expect(over.body).not.toContain('<td>240</td>')
    place.setToday('2026-03-02')
  })

  test('只给本单位工作人员看的，公开页面、检索都没有', async () => {
    const one = await draft({ title: '公车使用情况内部公布', audience: 'staff', reason: '内部事务，在本单位公开' })
    must(await one.submit())
    const { documentId, address } = await one.passAll()
    expect(address).toBeNull()
    expect((await get(`/jyj/doc/${documentId}`)).status).toBe(404)
    expect((await get('/search?q=公车使用情况内部公布')).body).not.toContain('公车使用情况内部公布</a>')
  })

  test('不要的稿作废，仍在记录中', async () => {
    const one = await draft()
    must(await dropEdition(place.office, place.actor('clerk'), { ...(await one.command()), because: '重复起草' }))
    expect((await one.view()).state).toBe('dropped')
    expect(codes(await one.submit())).toEqual(['already-done'])
  })
})

test.each(['edition_step', 'edition_unmasked'])('%s 只增不改', async (table) => {
  await expect(sql`update ${sql.table(table)} set digest = digest`.execute(place.office.db)).rejects.toThrow(/permission denied/)
  await expect(sql`delete from ${sql.table(table)}`.execute(place.office.db)).rejects.toThrow(/permission denied/)
})

describe('文号', () => {
  test('一个文号只用于一件；同一件再起一稿的照用', async () => {
    const number = '云教〔2026〕77号'
    const first = await editionWork(place).release({ number, title: '先用这个文号的' })
    const other = await draft({ number, title: '又用这个文号的' })
    expect(why(await other.submit())).toMatch(/已经用于《先用这个文号的》/)
    expect((await editionWork(place).releaseAgain(first.documentId, { number, title: '先用这个文号的（修改）' })).state).toBe(
      'released',
    )
  })
})

describe('审查呈批单', () => {
  test('逐步列出谁在哪一天办了什么；看不到这件信息的人打印不了', async () => {
    const one = await editionWork(place).release({ title: '要归档的公告', number: '' })
    const url = `/editions/${one.id}/review.pdf`
    const clerk = await signInAs(app, place, 'clerk')
    const { status, bytes } = await clerk.download(url)
    expect(status).toBe(200)
    const file = await getDocument({ data: bytes, verbosity: 0 }).promise
    const { items } = await (await file.getPage(1)).getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join('')
    for (const words of ['要归档的公告', '保密审查：通过', 'secrecyReviewer·bureau', '负责人签发：通过', one.digest])
      expect(text).toContain(words)
    expect((await (await signInAs(app, place, 'clerk', 'otherBureau')).download(url)).status).toBe(404)
    expect((await (await signInAs(app, place, 'auditor')).download(url)).status).toBe(403)
  })
})
