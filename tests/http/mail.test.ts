/** 邮件提醒 through a real mail server: told what happened under which number, tried again after a fault, never what was asked. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { load } from 'cheerio'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { smtpPostman } from '../../src/edge/mail/smtp.ts'
import { localDate } from '../../src/law/date.ts'
import { digestWish, setDigest } from '../../src/office/mail/digest-wish.ts'
import { mornings } from '../../src/office/mail/mornings.ts'
import { wishMail } from '../../src/office/mail/post.ts'
import { type Deliver, giveUpOldMail, sendWaitingMail } from '../../src/office/mail/send.ts'
import { submitCorrection } from '../../src/office/requester/write-to-office.ts'
import { requesterSide } from '../../src/office/requester/requester-side.ts'
import { recordAct } from '../../src/office/requests/record-act.ts'
import { type County, county, MARKER, must, REQUESTER } from './county.ts'
import { type Mailbox, mailbox } from './mailbox.ts'
import { traceOf } from './marker.ts'
import { visitorOf } from './portal-visitor.ts'
import { ELECTRONIC, fileOnline, officeDoes, officeReplies, type OnlineCase } from './requester-deeds.ts'

const SITE = 'https://www.example.gov.cn/zwgk'
const ADDRESS = 'reader@example.cn'

let box: Mailbox
let place: County
let app: FastifyInstance
let deliver: Deliver
let close: () => void

beforeAll(async () => {
  box = await mailbox()
  const from = '云岭县政府信息公开 <noreply@example.gov.cn>'
  place = await county('2026-03-02', { GONGKAI_SMTP_URL: box.url, GONGKAI_MAIL_FROM: from, GONGKAI_SITE_URL: `${SITE}/` })
  app = await place.product.buildServer()
  ;({ deliver, close } = smtpPostman({ smtpUrl: box.url, from }))
})
afterAll(async () => {
  close()
  await app.close()
  await place.close()
  await box.close()
})
beforeEach(async () => {
  await place.asOwner('delete from mail_outbox; delete from mail_wish; delete from digest_wish')
  box.mails.length = 0
  place.setToday('2026-03-02')
})

const on = localDate
const at = (minutes: number) => new Date(Date.now() + minutes * 60_000)
const outbox = () => place.asOwner('select kind, state, attempts, fault, sealed from mail_outbox order by written_at, kind')

async function wished(over?: Parameters<typeof fileOnline>[1]): Promise<OnlineCase> {
  const one = await fileOnline(place, over)
  must(await wishMail(place.office, one.own, { commandId: randomUUID(), email: ADDRESS }))
  return one
}

test('回执页请设邮件提醒；确认、补正、延长、答复各发一封，只写编号和去哪里看，没有申请内容和个人信息', async () => {
  const one = await fileOnline(place, ELECTRONIC)
  const visitor = visitorOf(app)
  await visitor.get('/jyj/status')
  await visitor.send({ number: one.own.number, queryCode: one.own.queryCode })
  await visitor.get('/jyj/status/mail')
  await visitor.send({ wish: 'yes', email: 'not an address' }, 'main form.form')
  expect(visitor.text('.faults')).toContain('电子邮箱不正确')
  await visitor.send({ wish: 'yes', email: ADDRESS }, 'main form.form')
  expect(visitor.at).toBe('/jyj/status/view?done=mail')
  await officeDoes(place, one, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  const items = `请明确学段，${REQUESTER.name}`
  await officeDoes(place, one, { kind: 'correction-asked', on: on('2026-03-04'), items, replyBy: on('2026-03-20') })
  await officeDoes(place, one, { kind: 'correction-received', on: on('2026-03-06') })
  const extended = { workingDays: 5, reason: '需要进一步查找', approvedBy: '某' }
  await officeDoes(place, one, { kind: 'extended', on: on('2026-03-10'), ...extended }, 'officeHead')
  await officeReplies(place, one, '2026-03-16')
  expect(box.mails).toEqual([])
  expect(await sendWaitingMail(place.office, deliver)).toEqual({ unclear: 0, sent: 4, failed: 0 })
  expect(box.mails.map(({ subject }) => subject)).toEqual(
    ['已确认收到申请', '请补正申请内容', '答复期限有变化', '已作出答复'].map((what) => `${one.own.number}：${what}`),
  )
  for (const mail of box.mails) {
    expect(mail.to).toMatchObject({ text: ADDRESS })
    expect(mail.from).toMatchObject({ value: [{ address: 'noreply@example.gov.cn' }] })
    expect(mail.text).toContain(`${SITE}/jyj/status`)
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
    for (const secret of ['学区', '学段', one.own.queryCode, '李梅']) expect(mail.text).not.toContain(secret)
    expect(traceOf(`${mail.subject}${mail.text}`)).toBeNull()
  }
  expect(box.mails[1]?.text).toContain('最迟2026年3月20日（周五）')
  expect(await outbox()).toMatchObject(Array.from({ length: 4 }, () => ({ state: 'sent', sealed: null })))
})

test('服务器头两次没有收下：隔一会儿再试，第三次送出，只送一封', async () => {
  const one = await wished()
  await officeDoes(place, one, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  box.fail(2, 451)
  expect(await sendWaitingMail(place.office, deliver)).toEqual({ unclear: 0, sent: 0, failed: 0 })
  expect(await outbox()).toMatchObject([{ state: 'waiting', attempts: 1, fault: '451' }])
  expect(await sendWaitingMail(place.office, deliver, () => at(0.5))).toEqual({ unclear: 0, sent: 0, failed: 0 })
  expect(await sendWaitingMail(place.office, deliver, () => at(2))).toEqual({ unclear: 0, sent: 0, failed: 0 })
  expect(await outbox()).toMatchObject([{ state: 'waiting', attempts: 2 }])
  expect(await sendWaitingMail(place.office, deliver, () => at(10))).toEqual({ unclear: 0, sent: 1, failed: 0 })
  expect(await sendWaitingMail(place.office, deliver, () => at(60))).toEqual({ unclear: 0, sent: 0, failed: 0 })
  expect(box.mails).toHaveLength(1)
})

test('发出之后、记下之前进程被强行结束：不再悄悄重发，案件页写明是否发出不明', async () => {
  const one = await wished()
  await officeDoes(place, one, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  const killed: Deliver = async (mail, id) => {
    await deliver(mail, id)
    throw new Error('the process ends here')
  }
  await expect(sendWaitingMail(place.office, killed)).rejects.toThrow('ends here')
  expect(await outbox()).toMatchObject([{ state: 'sending', attempts: 1 }])
  expect(await sendWaitingMail(place.office, deliver, () => at(4))).toEqual({ unclear: 0, sent: 0, failed: 0 })
  expect(await sendWaitingMail(place.office, deliver, () => at(6))).toEqual({ unclear: 1, sent: 0, failed: 0 })
  expect(await sendWaitingMail(place.office, deliver, () => at(600))).toEqual({ unclear: 0, sent: 0, failed: 0 })
  expect(box.mails).toHaveLength(1)
  const side = must(await requesterSide(place.office, place.actor('clerk'), one.id))
  expect(side.mails).toMatchObject([{ words: '已确认收到申请', state: 'unclear', attempts: 1 }])
  expect(await outbox()).toMatchObject([{ state: 'unclear', sealed: null, fault: 'INTERRUPTED' }])
})

test('比约定的时间慢，最后说没有送出：仍是发出不明，不再发，也没有可发的了', async () => {
  const one = await wished()
  await officeDoes(place, one, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  const slow: Deliver = async () => {
    expect(await sendWaitingMail(place.office, deliver, () => at(6))).toEqual({ unclear: 1, sent: 0, failed: 0 })
    return { ok: false, code: 'ETIMEDOUT', permanent: false }
  }
  await sendWaitingMail(place.office, slow)
  expect(await outbox()).toMatchObject([{ state: 'unclear', sealed: null }])
  expect(await sendWaitingMail(place.office, deliver, () => at(600))).toEqual({ unclear: 0, sent: 0, failed: 0 })
})

test('一周没有送出的（撤了邮件服务器）：每夜停止并清空，案件页仍写明没有送出；未满一周的留着', async () => {
  const one = await wished()
  await officeDoes(place, one, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  const DAYS = 24 * 60
  expect(await giveUpOldMail(place.office, at(7 * DAYS - 5))).toBe(0)
  expect(await outbox()).toMatchObject([{ state: 'waiting', sealed: expect.anything() }])
  expect(await giveUpOldMail(place.office, at(7 * DAYS + 5))).toBe(1)
  expect(await outbox()).toMatchObject([{ state: 'failed', sealed: null, fault: 'TOO OLD' }])
  const side = must(await requesterSide(place.office, place.actor('clerk'), one.id))
  expect(side.mails).toMatchObject([{ words: '已确认收到申请', state: 'failed' }])
  expect(await sendWaitingMail(place.office, deliver, () => at(8 * DAYS))).toEqual({ unclear: 0, sent: 0, failed: 0 })
  expect(box.mails).toEqual([])
})

test('比约定的时间慢，却终于送出的：记为已发送', async () => {
  const one = await wished()
  await officeDoes(place, one, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  const slow: Deliver = async (mail, id) => {
    expect(await sendWaitingMail(place.office, deliver, () => at(6))).toEqual({ unclear: 1, sent: 0, failed: 0 })
    return deliver(mail, id)
  }
  expect(await sendWaitingMail(place.office, slow)).toEqual({ unclear: 0, sent: 1, failed: 0 })
  expect(await outbox()).toMatchObject([{ state: 'sent', sealed: null, fault: null }])
  expect(box.mails).toHaveLength(1)
})

test('服务器收下了，却断了线：再发的一封编号相同，邮箱认得是同一封；别的信编号不同', async () => {
  for (const one of [await wished(), await wished()])
    await officeDoes(place, one, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  box.cutAfterTaking()
  expect(await sendWaitingMail(place.office, deliver)).toEqual({ unclear: 0, sent: 1, failed: 0 })
  expect(await outbox()).toMatchObject([{ state: 'waiting', attempts: 1 }, { state: 'sent' }])
  expect(await sendWaitingMail(place.office, deliver, () => at(2))).toEqual({ unclear: 0, sent: 1, failed: 0 })
  const [first, other, again] = box.mails.map(({ messageId }) => messageId)
  expect(first).toMatch(/^<[\da-f-]{36}@example\.gov\.cn>$/)
  expect([again === first, other === first]).toEqual([true, false])
})

test('排得很长的队：后面的邮件正在发送时，另一个进程不会再发一遍', async () => {
  for (const one of [await wished(), await wished()])
    await officeDoes(place, one, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  let minutes = 0
  const slow: Deliver = async (mail, id) => {
    // 每封都要四分钟；发第二封的时候，另一个进程也来取。
    minutes += 4
    if (minutes > 4)
      expect(await sendWaitingMail(place.office, deliver, () => at(minutes))).toEqual({ unclear: 0, sent: 0, failed: 0 })
    return deliver(mail, id)
  }
  expect(await sendWaitingMail(place.office, slow, () => at(minutes))).toEqual({ unclear: 0, sent: 2, failed: 0 })
  expect(box.mails).toHaveLength(2)
})

test('没有这个邮箱：不再试，案件页上写明请改用电话联系；别的邮件照样送出', async () => {
  const [bad, good] = [await wished(), await wished()]
  await officeDoes(place, bad, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  await officeDoes(place, good, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  box.fail(1, 550)
  expect(await sendWaitingMail(place.office, deliver)).toEqual({ unclear: 0, sent: 1, failed: 1 })
  const side = must(await requesterSide(place.office, place.actor('clerk'), bad.id))
  expect(side.mails).toMatchObject([{ words: '已确认收到申请', state: 'failed', attempts: 1 }])
  expect((await outbox()).map(({ sealed }) => sealed)).toEqual([null, null])
  expect(box.mails.map(({ subject }) => subject)).toEqual([`${good.own.number}：已确认收到申请`])
})

test('邮件服务器连不上：留着，一直不行就停下来，记下没有送出，不留正文', async () => {
  const one = await wished()
  await officeDoes(place, one, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  const nowhere = smtpPostman({ smtpUrl: 'smtp://127.0.0.1:1', from: 'a@example.gov.cn' })
  let minutes = 0
  for (let n = 1; n < 9; n += 1) {
    expect(await sendWaitingMail(place.office, nowhere.deliver, () => at(minutes))).toEqual({ unclear: 0, sent: 0, failed: 0 })
    minutes += 2 ** n
  }
  expect(await sendWaitingMail(place.office, nowhere.deliver, () => at(minutes))).toEqual({ unclear: 0, sent: 0, failed: 1 })
  nowhere.close()
  expect(await outbox()).toMatchObject([{ state: 'failed', attempts: 9, fault: 'ESOCKET', sealed: null }])
})

test('补正期限将到：提前三个工作日提醒一次；休息日不发；取消提醒的不发', async () => {
  const [one, other] = [await wished(), await wished()]
  for (const each of [one, other]) {
    await officeDoes(place, each, { kind: 'received', on: on('2026-03-02'), via: 'web' })
    await officeDoes(place, each, { kind: 'correction-asked', on: on('2026-03-04'), items: '学段', replyBy: on('2026-03-18') })
  }
  must(await wishMail(place.office, other.own, { commandId: randomUUID(), email: null }))
  await place.asOwner('delete from mail_outbox')
  for (const day of ['2026-03-12', '2026-03-13', '2026-03-14', '2026-03-15', '2026-03-16']) {
    place.setToday(day)
    await mornings(place.office)
    expect({ day, mails: (await outbox()).length }).toEqual({ day, mails: day < '2026-03-13' ? 0 : 1 })
  }
  await sendWaitingMail(place.office, deliver)
  expect(box.mails.map(({ subject, text }) => [subject, text?.includes('最迟2026年3月18日（周三）')])).toEqual([
    [`${one.own.number}：有一项期限将到`, true],
  ])
})

test('被拒绝的一步不发邮件：邮件与办理同时成立', async () => {
  const one = await wished()
  const act = { kind: 'received', on: on('2026-03-02'), via: 'web' } as const
  expect(
    await recordAct(place.office, place.actor('clerk'), { caseId: one.id, commandId: randomUUID(), seen: 9, act }),
  ).toMatchObject({ ok: false })
  expect(await outbox()).toEqual([])
})

test('工作人员的每日提醒：超期、将到期、需要留意的；休息日不发，一天一封；科室承办人只有本科室的；可以取消', async () => {
  const clerk = place.actor('clerk')
  expect(must(await digestWish(place.office, clerk))).toEqual({ offered: true, email: null })
  expect(await setDigest(place.office, clerk, { email: 'x' })).toMatchObject({ refusals: [{ field: 'email' }] })
  must(await setDigest(place.office, clerk, { email: 'clerk@example.gov.cn' }))
  must(await setDigest(place.office, place.actor('sectionOfficer'), { email: 'section@example.gov.cn' }))
  const one = await fileOnline(place)
  await officeDoes(place, one, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  place.setToday('2026-03-29')
  await mornings(place.office)
  expect(await outbox()).toEqual([])
  place.setToday('2026-03-31')
  await mornings(place.office)
  await mornings(place.office)
  await sendWaitingMail(place.office, deliver)
  expect(box.mails.map(({ to }) => to)).toMatchObject([{ text: 'clerk@example.gov.cn' }])
  const text = box.mails[0]?.text ?? ''
  expect(text).toContain(`${one.own.number}　答复　已超期 1 个工作日`)
  expect(text).toContain(`${SITE}/console/`)
  expect(text).not.toContain('学区')
  expect(traceOf(text)).toBeNull()
  must(await setDigest(place.office, clerk, { email: null }))
  place.setToday('2026-04-01')
  await mornings(place.office)
  expect((await outbox()).filter(({ state }) => state === 'waiting')).toEqual([])
})

test('每日提醒里网上来的、没打开的、没送出的，各数各的；只数自己办的', async () => {
  must(await setDigest(place.office, place.actor('clerk'), { email: 'clerk@example.gov.cn' }))
  must(await setDigest(place.office, place.actor('sectionOfficer'), { email: 'section@example.gov.cn' }))
  must(await setDigest(place.office, place.actor('head'), { email: 'head@example.gov.cn' }))
  const [late, wronglyAddressed, unopened] = [await fileOnline(place), await wished(), await fileOnline(place, ELECTRONIC)]
  await officeDoes(place, late, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  await officeDoes(place, late, { kind: 'correction-asked', on: on('2026-03-04'), items: '学段', replyBy: on('2026-03-20') })
  box.fail(1, 550)
  await officeDoes(place, wronglyAddressed, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  await sendWaitingMail(place.office, deliver)
  await officeDoes(place, unopened, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  await officeReplies(place, unopened, '2026-03-16')
  place.setToday('2026-03-24')
  must(await submitCorrection(place.office, late.own, { commandId: randomUUID(), text: '小学', files: [] }))
  const sections = [late, wronglyAddressed, unopened].map(({ id }) => id)
  await place.asOwner('update request_case set section_id = $1 where id = any($2)', [place.ids.section, sections])
  const elsewhere = await fileOnline(place, ELECTRONIC)
  await officeDoes(place, elsewhere, { kind: 'received', on: on('2026-03-24'), via: 'web' })
  await officeReplies(place, elsewhere, '2026-03-24')
  place.setToday('2026-04-02')
  await mornings(place.office)
  await sendWaitingMail(place.office, deliver)
  const told = new Map(box.mails.map(({ to, text }) => [JSON.stringify(to).match(/\w+(?=@)/)?.[0], text ?? '']))
  const counted = (reader: string) =>
    ['申请人网上提交，待核对', '网上送达没有打开', '邮件提醒没有送出，或者是否发出不明'].map(
      (what) => told.get(reader)?.match(`${what}：?\\s*(\\d+)`)?.[1],
    )
  expect(counted('section')).toEqual(['1', '1', '1'])
  expect(Number(counted('clerk')[1])).toBeGreaterThan(1)
  expect(told.has('head')).toBe(false)
})

test('邮箱、正文加密保存，作业里什么也没有', async () => {
  const one = await fileOnline(place)
  must(await wishMail(place.office, one.own, { commandId: randomUUID(), email: `${MARKER}@example.cn` }))
  await officeDoes(place, one, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  for (const table of ['mail_wish', 'mail_outbox', 'audit_entry', 'pgboss.job']) {
    const rows = await place.asOwner(`select t::text from ${table} t`)
    expect({ table, found: rows.filter(({ t }) => traceOf(String(t))) }).toEqual({ table, found: [] })
  }
})

test('作业由队列真的跑起来：办理之后不久，信就到了', async () => {
  const lines: string[] = []
  await place.product.runJobs((line) => lines.push(line))
  const one = await wished()
  await officeDoes(place, one, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  await expect.poll(() => box.mails.length, { timeout: 20_000, interval: 200 }).toBe(1)
  expect(lines).toEqual([])
})

test('没有设邮件服务器：什么也不提供、不排队', async () => {
  const plain = await county('2026-03-02')
  const server = await plain.product.buildServer()
  const one = await fileOnline(plain)
  const visitor = visitorOf(server)
  await visitor.get('/jyj/status')
  await visitor.send({ number: one.own.number, queryCode: one.own.queryCode })
  expect(load(visitor.page.body)('main').text()).not.toContain('邮件提醒')
  await visitor.get('/jyj/status/mail')
  expect(visitor.at).toBe('/jyj/status/view')
  expect(await wishMail(plain.office, one.own, { commandId: randomUUID(), email: ADDRESS })).toMatchObject({
    refusals: [{ code: 'unavailable' }],
  })
  expect(must(await digestWish(plain.office, plain.actor('clerk')))).toEqual({ offered: false, email: null })
  await mornings(plain.office)
  expect(await plain.asOwner('select id from mail_outbox')).toEqual([])
  await server.close()
  await plain.close()
})
