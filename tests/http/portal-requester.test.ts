/** 申请人在“查询办理情况”上办的事, as a person meets them: without JavaScript, nothing typed lost, nothing done twice. */
import type { FastifyInstance } from 'fastify'
import { randomUUID } from 'node:crypto'
import { load } from 'cheerio'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { checkTranslation } from '../../src/office/letters/translations.ts'
import type { Actor } from '../../src/record/people/roles.ts'
import { openDispute } from '../../src/office/disputes/open-dispute.ts'
import { recordDispute } from '../../src/office/disputes/record-dispute.ts'
import { openOwnLetter, ownLetter } from '../../src/office/requester/open-letter.ts'
import { requesterSide } from '../../src/office/requester/requester-side.ts'
import { listTasks } from '../../src/office/desk/list-tasks.ts'
import { type County, county, MARKER, must } from './county.ts'
import { type Visitor, visitorOf } from './portal-visitor.ts'
import { caseView, ELECTRONIC, entered, fileOnline, officeDoes, officeReplies, type OnlineCase } from './requester-deeds.ts'

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

const on = localDate
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'long-title': 'off', 'tel-non-breaking': 'off' },
})
async function faultsOf(visitor: Visitor): Promise<string[]> {
  const { results } = await validator.validateString(visitor.page.body)
  return results.flatMap(({ messages }) => messages.map(({ message }) => message))
}

async function filed(over?: Parameters<typeof fileOnline>[1], received = true): Promise<OnlineCase> {
  place.setToday('2026-03-02')
  const one = await fileOnline(place, over)
  if (received) await officeDoes(place, one, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  return one
}
/** Set aside in reconsideration, and answered again. */
async function answeredAgain(one: OnlineCase): Promise<void> {
  const clerk = place.actor('clerk')
  const commandId = randomUUID()
  const opened = {
    kind: 'opened',
    claimant: 'requester',
    path: 'reconsideration',
    procedure: 'ordinary',
    on: on('2026-03-20'),
  } as const
  place.setToday('2026-03-20')
  const { disputeId } = must(await openDispute(place.office, clerk, { commandId, caseId: one.id, opened }))
  const acts = [
    { kind: 'answered', on: on('2026-03-23'), proof: '当面提交' },
    { kind: 'decided', on: on('2026-03-31'), result: 'revoked', answerAgain: true },
  ] as const
  for (const [n, act] of acts.entries()) {
    place.setToday(act.on)
    must(await recordDispute(place.office, clerk, { commandId: randomUUID(), disputeId, seen: n + 1, act }))
  }
  await officeReplies(place, one, '2026-04-10')
}
async function lookUp({ own }: OnlineCase): Promise<Visitor> {
  const visitor = visitorOf(app)
  await visitor.get('/jyj/status')
  await visitor.send({ number: own.number, queryCode: own.queryCode })
  return visitor
}

test('编号照别的写法、查询码小写全角，都查得到', async () => {
  const { number, queryCode } = (await filed()).own
  const [, year, serial] = /〔(\d+)〕(\d+)号/.exec(number) ?? []
  const wide = queryCode.replace(/[A-Z0-9]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
  const ways = [`(${year})${serial}`, `（${year}）${serial}号`, ` 云教 公开申[${year}] ${serial} `, `${year}-${serial}`]
  for (const typed of ways) {
    const visitor = visitorOf(app)
    await visitor.get('/jyj/status')
    await visitor.send({ number: typed, queryCode: typed.startsWith('(') ? wide : ` ${queryCode.toLowerCase()} ` })
    expect([typed, visitor.at]).toEqual([typed, '/jyj/status/view'])
    expect(visitor.text('main')).toContain(number)
  }
})
const side = async (one: OnlineCase) => must(await requesterSide(place.office, place.actor('clerk'), one.id))
const DEED = 'main form.form'

async function asked(): Promise<OnlineCase> {
  const one = await filed()
  await officeDoes(place, one, {
    kind: 'correction-asked',
    on: on('2026-03-04'),
    items: '请明确学段',
    replyBy: on('2026-03-20'),
  })
  place.setToday('2026-03-10')
  return one
}

describe('补正', () => {
  test('从办理情况进入，写明、附上材料、提交；当日收到，期限重新计算；再提交一次也只有一次', async () => {
    const one = await asked()
    const visitor = await lookUp(one)
    expect(visitor.text('.asks')).toContain('提交补正')
    const limits = load(visitor.page.body)('.limits tbody tr').toArray()
    expect(limits.map((row) => load(row).text())).toEqual([
      '确认收到申请2026年3月3日2026年3月2日完成',
      '告知补正2026年3月11日2026年3月4日完成',
      '提交补正2026年3月20日还没有到期',
    ])
    // 等待补正时，第一个二十个工作日不再算下去，页面也不这样写。
    const brokenOff = '2026年3月3日至2026年3月4日，计到第 2 个工作日为止：2026年3月4日告知补正，收到补正后重新计算'
    expect(visitor.text('.clock-steps')).toContain(brokenOff)
    expect(visitor.text('.clock-steps')).not.toContain('2026年3月30日')
    expect(await faultsOf(visitor)).toEqual([])
    await visitor.get('/jyj/status/correction')
    expect(visitor.text()).toContain('最迟2026年3月20日（周五）')
    expect(await faultsOf(visitor)).toEqual([])
    await visitor.sendFiles([{ field: 'files1', name: '说明.exe', bytes: Buffer.from('MZ') }])
    expect([visitor.page.statusCode, visitor.text('.faults')]).toEqual([422, expect.stringContaining('文件类型不能接收')])
    const { commandId = '' } = visitor.typed()
    await visitor.sendFiles([{ field: 'files1', name: '补正.pdf', bytes: PDF }])
    expect(visitor.at).toBe('/jyj/status/view?done=correction')
    expect(visitor.text('.done')).toBe('已收到您提交的内容。')
    expect(visitor.text('.phase')).toBe('办理中')
    expect(visitor.text('.told')).toContain('2026年3月10日收到您的补正')
    expect(visitor.text('.clock-steps')).toContain(brokenOff)
    expect(visitor.text('.clock-steps')).toContain('2026年3月11日至2026年4月8日，共计 20 个工作日')
    expect(await faultsOf(visitor)).toEqual([])
    // The same command again, as a second click or a page gone back to would send it.
    await visitor.get('/jyj/status/withdraw')
    await visitor.send({ commandId, confirmed: 'yes' }, DEED)
    const view = await caseView(place, one)
    expect(view.acts.map(({ kind }) => kind)).toEqual(['submitted', 'received', 'correction-asked', 'correction-received'])
    expect(view.files).toMatchObject([{ name: '补正.pdf', purpose: '补正材料（2026-03-10 网上提交）' }])
  })

  test('藏文原样收下，工作人员看到的一字不差；页面注明是藏文', async () => {
    const one = await asked()
    const visitor = await lookUp(one)
    const bo = 'སློབ་ཆུང་གི་སློབ་ཁུལ་དབྱེ་འབྱེད་ཡིག་ཆ།\n༢༠༢༥ ལོའི་'
    await visitor.get('/jyj/status/correction')
    await visitor.sendFiles([])
    expect(visitor.text('.faults')).toContain('没有填写补正内容')
    await visitor.sendFiles([], { text: `小学：${bo}` })
    const [message] = (await side(one)).messages
    expect(message?.text).toBe(`小学：${bo}`)
  })

  test('写得太久，查询已退出：内容还在，重新填编号和查询码就能提交', async () => {
    const one = await asked()
    const visitor = await lookUp(one)
    await visitor.get('/jyj/status/correction')
    visitor.forget('gongkai_own')
    await visitor.sendFiles([], { text: `${MARKER}：只要小学` })
    expect(visitor.page.statusCode).toBe(422)
    expect(visitor.text('.faults')).toContain('查询已超过半小时')
    expect(visitor.typed().text).toBe(`${MARKER}：只要小学`)
    expect(await faultsOf(visitor)).toEqual([])
    await visitor.sendFiles([], { number: one.own.number, queryCode: 'ZZZZ2222' })
    expect(visitor.page.statusCode).toBe(422)
    await visitor.sendFiles([], { number: one.own.number, queryCode: one.own.queryCode })
    expect(visitor.at).toBe('/jyj/status/view?done=correction')
    expect((await side(one)).messages).toMatchObject([{ text: `${MARKER}：只要小学` }])
  })

  test('页面过期的、从别处伪造来的，不办理，内容还在', async () => {
    const one = await asked()
    const visitor = await lookUp(one)
    await visitor.get('/jyj/status/correction')
    visitor.forget('gongkai_form')
    await visitor.sendFiles([], { text: '只要小学' })
    expect(visitor.text('.faults')).toContain('已经过期')
    expect(visitor.typed().text).toBe('只要小学')
    expect((await caseView(place, one)).phase).toBe('awaitingCorrection')
    await visitor.sendFiles([], {})
    expect((await caseView(place, one)).phase).toBe('running')
  })
})

describe('确认、说明理由、缴费', () => {
  test('收到以前：申请人确认联系方式，工作人员待办里看到；期限仍从双方确认起算', async () => {
    const one = await filed({}, false)
    const visitor = await lookUp(one)
    await visitor.get('/jyj/status/contact')
    expect(await faultsOf(visitor)).toEqual([])
    await visitor.send({ text: `下午打${MARKER}的电话` }, DEED)
    expect(visitor.at).toBe('/jyj/status/view?done=contact')
    expect(visitor.text('.phase')).toBe('待确认收到')
    expect(visitor.text('.asks')).toContain('您已于2026年3月2日提交')
    const tasks = must(await listTasks(place.office, place.actor('clerk')))
    expect(tasks.find(({ caseId }) => caseId === one.id)?.what).toBe('申请人确认提交和联系方式，请核对')
    await officeDoes(place, one, { kind: 'received', on: on('2026-03-02'), via: 'web' })
    const after = must(await listTasks(place.office, place.actor('clerk')))
    expect(after.find(({ caseId }) => caseId === one.id)?.what).toBe('答复')
    expect((await side(one)).messages).toMatchObject([{ kind: 'contact', handled: null }])
  })

  test('说明理由：收下即继续计算；是否合理由机关判断', async () => {
    const one = await filed()
    await officeDoes(place, one, {
      kind: 'reasons-asked',
      on: on('2026-03-04'),
      replyBy: on('2026-03-18'),
      facts: '本月已提出四十件',
    })
    const visitor = await lookUp(one)
    const waiting = visitor.text('.where')
    expect(waiting).toContain('要求说明理由不停止计算答复期限')
    expect(visitor.text('.clock-steps')).not.toContain('没有开始')
    expect(load(visitor.page.body)('.ribbon .day.counted').length).toBe(20)
    await visitor.get('/jyj/status/reasons')
    expect(visitor.text()).toContain('最迟2026年3月18日')
    await visitor.sendFiles([], { text: '编写教育志需要。' })
    expect(visitor.text('.phase')).toBe('办理中')
    const due = /答复期限：(.+?）)/.exec(visitor.text('.where'))?.[1] ?? 'no day'
    expect(waiting).toContain(`答复期限到${due}`)
    const given = (await caseView(place, one)).acts.find(({ kind }) => kind === 'reasons-given')
    expect(given).toMatchObject({ detail: '', actorName: '申请人' })
  })

  test('缴费：金额、算法、期限；告知已缴只列入待办，由工作人员核对到账后登记', async () => {
    const one = await filed(ELECTRONIC)
    await officeDoes(place, one, { kind: 'fee-noticed', on: on('2026-03-09'), yuan: 700, scale: 'volume', quantity: 100 })
    const visitor = await lookUp(one)
    await visitor.get('/jyj/status/payment')
    expect(visitor.text()).toContain('应缴 700 元')
    expect(visitor.text()).toContain('第31页至第100页：70页×10元＝700元')
    expect(visitor.text()).toContain('从您收到通知书的次日起计算')
    expect(await faultsOf(visitor)).toEqual([])
    // Reading the notice online is receiving it: twenty working days run from the next.
    await visitor.get(load(visitor.page.body)('main a[href*="/letters/"]').attr('href') ?? '')
    expect(visitor.text('h1')).toBe('关于收取信息处理费的通知书')
    expect(await faultsOf(visitor)).toEqual([])
    await visitor.get('/jyj/status/payment')
    expect(visitor.text()).toContain('最迟2026年4月7日')
    await visitor.sendFiles([], { text: '3月9日在窗口缴纳' })
    expect(visitor.text('.phase')).toBe('待缴费')
    expect((await side(one)).messages).toMatchObject([{ kind: 'payment', handled: 'waiting' }])
    await officeDoes(place, one, { kind: 'fee-paid', on: on('2026-03-10') })
    await visitor.get('/jyj/status/view')
    expect(visitor.text('.told')).toContain('费用已缴清')
  })
})

describe('答复以后', () => {
  test('电子送达：打开之前说明后果和网上复议渠道；打开即送达；页面上就能读，也能下载', async () => {
    const one = await filed(ELECTRONIC)
    await officeReplies(place, one, '2026-03-16')
    place.setToday('2026-03-18')
    const visitor = await lookUp(one)
    const href = load(visitor.page.body)('.letters li a').last().attr('href') ?? ''
    expect(visitor.text('.letters li:last-child')).not.toContain('PDF')
    expect((await visitor.get(`${href}.pdf`)).headers['content-type']).toContain('text/html')
    expect(visitor.text()).toContain('打开这份文书之日记为您收到之日（今天是2026年3月18日（周三））')
    expect(load(visitor.page.body)('.notice a').attr('href')).toBe('https://fuyi.example.invalid/')
    expect(await faultsOf(visitor)).toEqual([])
    expect((await caseView(place, one)).phase).toBe('replied')
    await visitor.send({}, 'main form')
    expect(visitor.text('.prose')).toContain('行政复议也可以通过互联网渠道申请')
    expect(await faultsOf(visitor)).toEqual([])
    expect((await visitor.get(`${href}.pdf`)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    await visitor.get('/jyj/status/view')
    expect(visitor.text('.phase')).toContain('已送达')
    expect(visitor.text('.letters')).toContain('您于2026年3月18日打开')
    expect((await caseView(place, one)).acts.filter(({ kind }) => kind === 'served')).toHaveLength(1)
  })

  test('答复以后才同意电子送达：下载页写明网上复议渠道，补充告知书在旁边，PDF 和 Word 都能下载', async () => {
    const one = await filed()
    await officeReplies(place, one, '2026-03-16')
    place.setToday('2026-03-18')
    const visitor = await lookUp(one)
    await visitor.get('/jyj/status/service')
    await visitor.send({ agreed: 'yes' }, DEED)
    expect(visitor.text('.letters')).toContain('关于网上申请行政复议渠道的补充告知书')
    const reply = (await caseView(place, one)).letters.find(({ code }) => code === 'D11')
    await visitor.get(`/jyj/status/letters/${reply?.id}`)
    await visitor.send({}, 'main form')
    expect(visitor.text('.notice')).toContain('网上申请：https://fuyi.example.invalid/')
    expect(await faultsOf(visitor)).toEqual([])
    const links = load(visitor.page.body)('p:contains("与本文书一并送达") a')
    const [, pdf, docx] = links.toArray().map((link) => load(visitor.page.body)(link).attr('href') ?? '')
    expect(links.first().text()).toBe('关于网上申请行政复议渠道的补充告知书')
    expect((await visitor.get(pdf ?? '')).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await visitor.get(docx ?? '')).rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect((await caseView(place, one)).phase).toBe('served')
  })

  test('被责令重新答复的：再看一遍原来的告知书，不算收到新的答复；打开新的才算', async () => {
    const one = await filed(ELECTRONIC)
    await officeReplies(place, one, '2026-03-16')
    const letters = async () => (await caseView(place, one)).letters.filter(({ code }) => code === 'D11')
    const open = async (letterId = '') => must(await openOwnLetter(place.office, { ...one.own, letterId }))
    const [former] = await letters()
    await open(former?.id)
    await answeredAgain(one)
    expect((await caseView(place, one)).phase).toBe('replied')
    const latest = (await letters()).find(({ id }) => id !== former?.id)
    expect(must(await ownLetter(place.office, { ...one.own, letterId: former?.id ?? '' })).servesDecision).toBe(false)
    await open(former?.id)
    expect((await caseView(place, one)).phase).toBe('replied')
    await open(latest?.id)
    expect((await caseView(place, one)).phase).toBe('served')
  })

  test('评价：选一项，写意见，计入统计，工作人员看得到；不选的提示', async () => {
    const one = await filed()
    await officeReplies(place, one, '2026-03-16')
    const visitor = await lookUp(one)
    await visitor.get('/jyj/status/feedback')
    await visitor.send({ text: '附件看不清' }, DEED)
    expect(visitor.text('.faults')).toContain('没有选择')
    expect(visitor.typed().text).toBe('附件看不清')
    await visitor.send({ useful: 'partly' }, DEED)
    expect(visitor.text('.done')).toContain('您的评价已收到')
    expect(await side(one)).toMatchObject({
      messages: [{ kind: 'feedback', useful: 'partly', text: '附件看不清' }],
      year: { year: 2026, counts: { yes: 0, partly: 1, no: 0 } },
    })
  })

  test('送达方式：同意、撤销，页面说明现在是哪一种', async () => {
    const one = await filed()
    const visitor = await lookUp(one)
    await visitor.get('/jyj/status/service')
    expect(await faultsOf(visitor)).toEqual([])
    await visitor.send({ agreed: 'yes' }, DEED)
    await visitor.get('/jyj/status/service')
    expect(visitor.text()).toContain('您现在同意电子送达')
    await visitor.send({ agreed: 'no' }, DEED)
    await visitor.get('/jyj/status/service')
    expect(visitor.text()).toContain('没有选择电子送达')
  })

  test('撤回：先确认；撤回后文书里有撤回确认书，能办的事没有了', async () => {
    const one = await filed()
    const visitor = await lookUp(one)
    await visitor.get('/jyj/status/withdraw')
    expect(await faultsOf(visitor)).toEqual([])
    await visitor.send({}, DEED)
    expect(visitor.text('.faults')).toContain('没有勾选确认')
    await visitor.send({ confirmed: 'yes' }, DEED)
    expect(visitor.text('.done')).toContain('申请已撤回')
    expect(visitor.text('.letters')).toContain('政府信息公开申请撤回确认书')
    // Nothing is waited for any more: no limit of an answer, no date for the calendar.
    expect(visitor.text('.limits')).not.toContain('作出答复')
    expect(visitor.text()).not.toContain('日历文件')
    await visitor.get('/jyj/status/withdraw')
    expect(visitor.at).toBe('/jyj/status/view')
    const early = await lookUp(await filed({}, false))
    await early.get('/jyj/status/withdraw')
    await early.send({ confirmed: 'yes' }, DEED)
    expect(early.text()).toContain('确认收到以前已经撤回，答复期限没有开始计算。')
    expect(early.text()).not.toContain('工作人员会按您留下的联系方式确认')
  })
})

test('藏文申请：文书页在中文之下有校核过的藏文译文，标明语言；没有校核的不出现', async () => {
  const one = await filed({ content: { description: 'སློབ་གྲྭའི་ཞིང་ཁམས་ཀྱི་འཆར་གཞི།' } })
  const letterId = (await caseView(place, one)).letters.find(({ code }) => code === 'D01')?.id ?? ''
  const text = 'བོད་ཡིག་གི་ཞུ་ཡིག'
  const { digest } = await entered(place, letterId, text)
  const visitor = await lookUp(one)
  await visitor.get(`/jyj/status/letters/${letterId}`)
  expect(visitor.text()).not.toContain(text)
  const second: Actor = { ...place.actor('officeHead'), roles: ['translator'] }
  must(await checkTranslation(place.office, second, { letterId, digest, pass: true, because: '' }))
  await visitor.get(`/jyj/status/letters/${letterId}`)
  expect(visitor.text('section [lang="bo"]')).toBe(text)
  expect(visitor.text('#translation')).toContain('以中文为准')
  expect(await faultsOf(visitor)).toEqual([])
})

test('日历文件：各项期限，整日，标识不变，没有申请内容；没有查询的人得不到', async () => {
  const one = await filed()
  const visitor = await lookUp(one)
  const first = await visitor.get('/jyj/status/dates.ics')
  expect(first.headers['content-type']).toContain('text/calendar')
  const lines = first.body.replaceAll('\r\n ', '').split('\r\n')
  expect(lines).toContain('DTSTART;VALUE=DATE:20260330')
  expect(lines.filter((line) => line.startsWith('SUMMARY'))).toContain(`SUMMARY:作出答复的最后一日（${one.own.number}）`)
  for (const secret of ['学区', MARKER, 'DTSTART:']) expect(first.body).not.toContain(secret)
  const uids = (body: string) => body.split('\r\n').filter((line) => line.startsWith('UID'))
  expect(uids((await visitor.get('/jyj/status/dates.ics')).body)).toEqual(uids(first.body))
  expect((await app.inject('/jyj/status/dates.ics')).headers.location).toBe('/jyj/status')
})

test('没有查询的人，哪一页都打不开', async () => {
  for (const path of ['contact', 'correction', 'reasons', 'payment', 'feedback', 'service', 'withdraw'])
    expect((await app.inject(`/jyj/status/${path}`)).headers.location).toBe('/jyj/status')
})
