/** “可能已经公开”、重复提交、代理和联合申请: what the portal tells before sending, and what it counts. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { load } from 'cheerio'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { hintsThisYear } from '../../src/office/publication/already-public.ts'
import { publishDocument } from '../../src/office/publication/publish-document.ts'
import { decideConversion, proposeConversion } from '../../src/office/requests/conversion.ts'
import { viewCase } from '../../src/office/requests/view-case.ts'
import { newCase } from './case-work.ts'
import { type County, county, MARKER, MARKER_PHONE, must } from './county.ts'
import { type Visitor, visitorOf } from './portal-visitor.ts'

let place: County
let app: FastifyInstance
beforeAll(async () => {
  place = await county('2026-03-02')
  app = await place.product.buildServer()
  for (const title of ['云岭县2025年义务教育阶段学区划分方案', '2025年校车安全管理办法']) await publish(title, title)
})
afterAll(async () => {
  await app.close()
  await place.close()
})

async function publish(title: string, summary: string, publishedOn = '2025-06-05'): Promise<void> {
  const written = { column: 'system', title, summary, keywords: [], body: '<p>正文</p>' } as const
  const days = { formedOn: localDate('2025-06-01'), publishedOn: localDate(publishedOn) }
  must(await publishDocument(place.office, place.actor('clerk'), { ...written, ...days }))
}

const PERSON = {
  'requester.kind': 'naturalPerson',
  'requester.name': `${MARKER}李梅`,
  'requester.idPaper': 'otherPaper',
  'requester.idNumber': `${MARKER}-A1`,
  'requester.phone': MARKER_PHONE,
  'requester.address': `${MARKER}迎宾路8号`,
  'content.subject': '2025年学区划分方案',
}

async function atReadBack(more: Record<string, string> = {}): Promise<Visitor> {
  const visitor = visitorOf(app)
  await visitor.get('/jyj/request/new')
  await visitor.send({ ...PERSON, ...more })
  return visitor
}
const counts = async () => must(await hintsThisYear(place.office, place.actor('clerk')))
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'long-title': 'off', 'tel-non-breaking': 'off' },
})

test('要的像是已经公开的，提交之前给出链接；看过、仍然提交都计数，不记是谁', async () => {
  const visitor = await atReadBack()
  const links = load(visitor.page.body)('.hints a')
  expect(links.text()).toContain('学区划分方案')
  expect(links.text()).not.toContain('校车')
  const { results } = await validator.validateString(visitor.page.body)
  expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
  expect(await counts()).toEqual({ shown: 1, opened: 0, sent: 0 })
  const reader = visitorOf(app)
  await reader.get(links.attr('href') ?? '')
  expect(reader.text('h1')).toContain('学区划分方案')
  await visitor.send()
  expect(visitor.text('h1')).toBe('申请已提交')
  expect(await counts()).toEqual({ shown: 1, opened: 1, sent: 1 })
})

test('少见的词比常见的词更算数：只有年份相同、正文简介里提到学区的，不挤在前面；没有公开过的词不妨碍', async () => {
  for (const school of ['第一小学', '第二小学', '第三小学', '实验小学', '城关小学'])
    await publish(`${school}2025年招生简章`, `${school}2025年招生范围：按教育局的学区划分`, '2025-06-10')
  const titles = async (subject: string) => {
    const visitor = await atReadBack({ 'content.subject': subject })
    return load(visitor.page.body)('.hints a')
      .toArray()
      .map((link) => load(link).text().replace('（新窗口打开）', ''))
  }
  const plan = '云岭县2025年义务教育阶段学区划分方案'
  expect(await titles('2025年学区划分方案')).toEqual([plan])
  expect(await titles('卓玛家孩子2025年学区划分方案')).toEqual([plan])
  expect((await titles('2025年招生简章')).length).toBe(5)
})

test('以前答复过、已转为主动公开的（第四十四条），按申请过的内容也找得到；没有转的、没有决定的不显示', async () => {
  const { office } = place
  const answered = async (information: string, decision: { result: 'converted' | 'declined'; link: string }) => {
    const { id: caseId } = await newCase(place, '2026-03-02')
    const command = async () => ({ caseId, commandId: randomUUID(), seen: (await view(caseId)).version })
    const clerk = place.actor('clerk')
    must(await proposeConversion(office, clerk, { ...(await command()), information, reason: '多人申请' }))
    const decided = { ...(await command()), ...decision, documentId: null, because: '不宜公开' }
    must(await decideConversion(office, place.actor('officeHead'), decided))
  }
  const view = async (caseId: string) => must(await viewCase(office, place.actor('clerk'), caseId))
  await answered('各乡镇校舍抗震鉴定结果', { result: 'converted', link: 'https://www.yunling.example/hsf/2025.html' })
  await answered('各乡镇校舍抗震加固单位名单', { result: 'declined', link: '' })
  const before = (await counts()).opened
  const visitor = await atReadBack({ 'content.subject': '乡镇校舍抗震鉴定' })
  const links = load(visitor.page.body)('.hints a')
  expect(links.length).toBe(1)
  expect(links.text()).toContain('各乡镇校舍抗震鉴定结果')
  const opened = await app.inject({ url: links.attr('href') ?? '' })
  expect(opened.headers.location).toBe('https://www.yunling.example/hsf/2025.html')
  expect((await counts()).opened).toBe(before + 1)
  const guessed = await app.inject({ url: '/jyj/request/found/-/0123456789abcdef' })
  expect(guessed.headers.location).toBe('/jyj')
})

test('同一人再提同样的申请，说明哪一天提过，仍可提交', async () => {
  const visitor = await atReadBack({ 'content.subject': '2025年 学区划分方案。' })
  expect(visitor.text('.notice')).toContain('您在2026年3月2日已提交过同样的申请')
  await visitor.send()
  expect(visitor.text('h1')).toBe('申请已提交')
})

test('没有相近的公开信息，不提示、不计数', async () => {
  const before = await counts()
  const visitor = await atReadBack({ 'content.subject': '某幼儿园食堂采购合同' })
  expect(load(visitor.page.body)('.hints, .notice').length).toBe(0)
  expect(await counts()).toEqual(before)
})

test('输入时提示：要带表单的令牌，只回片段，脚本来自本站', async () => {
  const visitor = visitorOf(app)
  await visitor.get('/jyj/request/new')
  const script = load(visitor.page.body)('main script').attr('src') ?? ''
  const served = await app.inject({ method: 'GET', url: script })
  expect(served.headers['content-type']).toContain('text/javascript')
  const { _token = '' } = visitor.typed()
  const cookie = visitor.page.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const ask = (token: string) =>
    app.inject({
      method: 'POST',
      url: '/jyj/request/hints',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ 'content.subject': '学区划分方案 2025', _token: token }).toString(),
    })
  expect((await ask('forged')).statusCode).toBe(403)
  const answer = await ask(_token)
  expect(answer.body).toContain('/jyj/request/found/jyj/')
  expect(answer.body).not.toContain('<html')
})

describe('代理人、联合申请人', () => {
  const AGENT = {
    by: 'agent',
    'requester.agent.name': `${MARKER}周正`,
    'requester.agent.idNumber': `${MARKER}-B1`,
    'requester.joint.1.name': `${MARKER}王秀英`,
    'requester.joint.1.idNumber': `${MARKER}-D1`,
  }

  test('联合申请人缺证件号码，在其所在的一行说明；补上后核对页分列各人', async () => {
    const visitor = await atReadBack({ ...AGENT, 'requester.joint.1.idNumber': '' })
    expect(load(visitor.page.body)('.faults a').attr('href')).toBe('#requester-joint-1-idNumber')
    await visitor.send(AGENT)
    expect(visitor.text('h1')).toBe('请核对申请')
    expect(visitor.text()).toContain(`第三申请人姓名${AGENT['requester.joint.1.name']}`)
    await visitor.send()
    const { id } = await place.office.db
      .selectFrom('request_case')
      .select('id')
      .orderBy('number_serial', 'desc')
      .executeTakeFirstOrThrow()
    const { requester } = must(await viewCase(place.office, place.actor('clerk'), id))
    expect(requester.agent?.role).toBe('agent')
    expect(requester.joint).toHaveLength(1)
    expect(requester.spokesperson).toBeUndefined()
    expect(JSON.stringify(requester)).not.toContain('王秀英')
  })

  test('代表人、代收文书：选了空着的一行要改；核对页读得到；存下来的是第几位', async () => {
    const chosen = { ...AGENT, spokesperson: '3', 'requester.agent.receives': 'yes', 'content.subject': '2023年学籍管理办法' }
    const visitor = await atReadBack(chosen)
    expect(load(visitor.page.body)('.faults a').attr('href')).toBe('#spokesperson')
    expect(visitor.text('.faults')).toContain('代表人不在列名的申请人之中')
    await visitor.send({ ...chosen, spokesperson: '2' })
    expect(visitor.text()).toContain('代表人第三申请人')
    expect(visitor.text()).toContain('文书寄给代理人')
    await visitor.send()
    const { id } = await place.office.db
      .selectFrom('request_case')
      .select('id')
      .orderBy('number_serial', 'desc')
      .executeTakeFirstOrThrow()
    const { requester } = must(await viewCase(place.office, place.actor('clerk'), id))
    expect(requester).toMatchObject({ spokesperson: 1, agent: { receives: true, authorised: false } })
  })

  test('委托书从它的位置上传，入卷是代理权限材料，等工作人员核对', async () => {
    const visitor = await atReadBack({ ...AGENT, 'content.subject': '2024年教师招聘方案' })
    await visitor.sendFiles([
      { field: 'files2', name: '委托.pdf', bytes: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n') },
    ])
    const row = await place.office.db.selectFrom('stored_file').select('purpose').executeTakeFirstOrThrow()
    expect(row.purpose).toBe('代理权限材料')
  })
})

test('选了纸质又选电子送达的、像投诉举报的、年幼的孩子自己提的，提交之前提示，照样可以提交', async () => {
  const notices = (visitor: Visitor) => load(visitor.page.body)('.notice[role="note"]').text()
  const plain = await atReadBack({
    'content.subject': '2022年校舍维修合同',
    'content.carrier': 'paper',
    'content.delivery': 'post',
  })
  expect(notices(plain)).toBe('')
  // Not chosen, the carrier is that of the way, and nothing has to be questioned.
  const online = { 'content.delivery': 'electronic', 'requester.email': 'a@example.cn' }
  for (const [way, carrier] of [[online, '电子文件'] as const, [{ 'content.delivery': 'post' }, '纸质'] as const]) {
    const followed = await atReadBack({ ...way, 'content.carrier': '', 'content.subject': '2022年校舍维修合同' })
    expect(notices(followed)).toBe('')
    expect(followed.text('dl.answers')).toContain(`获取信息的载体形式${carrier}`)
  }
  const electronic = { 'content.carrier': 'paper', 'content.delivery': 'electronic', 'requester.email': 'a@example.cn' }
  const visitor = await atReadBack({ ...electronic, 'content.subject': '举报县第三中学违规补课' })
  expect(notices(visitor)).toContain('您选了“纸质”，又选了“电子送达”')
  expect(notices(visitor)).toContain('《条例》第三十九条第一款')
  expect((await validator.validateString(visitor.page.body)).results).toEqual([])
  await visitor.send()
  expect(visitor.text('.receipt')).toContain('受理编号')
  const child = { 'requester.idPaper': 'residentId', 'requester.idNumber': '632321201903200010', 'content.subject': '学校课表' }
  const young = await atReadBack(child)
  expect(notices(young)).toContain('证件号码显示，申请人不满八周岁。应当由监护人代为提出（参照《民法典》第二十条）')
  await young.send()
  expect(young.text('.receipt')).toContain('受理编号')
  const guardian = { by: 'guardian', 'requester.agent.name': `${MARKER}周正`, 'requester.agent.idNumber': `${MARKER}-B1` }
  expect(notices(await atReadBack({ ...child, ...guardian }))).not.toContain('周岁')
})
