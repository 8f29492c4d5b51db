/** 期限、收费、更正的文书 D02 D03 D04 D10 D24 D25 D26 D27：从收到申请走到文书，逐项核对必备内容。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../../src/law/date.ts'
import { composeCaseBundle } from '../../../src/office/archive/bundle.ts'
import { convertToAmendment } from '../../../src/office/amendments/register-amendment.ts'
import type { AmendmentDecisionInput } from '../../../src/record/amendments/model.ts'
import type { Act } from '../../../src/record/requests/acts.ts'
import { findCase } from '../../../src/store/requests.sql.ts'
import { amendmentWork, CORRECTED, newAmendment } from '../amendment-work.ts'
import { type CaseWork, GRANTED, newCase } from '../case-work.ts'
import { type County, county, must, REQUESTER } from '../county.ts'

let place: County
beforeAll(async () => {
  place = await county('2026-03-02')
})
afterAll(() => place.close())

const on = localDate
const holds = async (work: CaseWork, code: Parameters<CaseWork['text']>[0], ...texts: string[]) => {
  const text = await work.text(code)
  for (const one of texts) expect(text).toContain(one)
}

/** 期限计算表 of the case's bundle. */
async function clockTable({ id }: CaseWork): Promise<string> {
  const row = await findCase(place.office.db, place.ids.bureau, id)
  const { parts } = row ? await composeCaseBundle(place.office, place.actor('clerk'), row, 'volume') : { parts: [] }
  return JSON.stringify(parts.find(({ section }) => section === 'clock'))
}

test('D02 补正告知书：需补正的内容、合理期限、逾期后果、期限重新计算，第三十条', async () => {
  const work = await newCase(place, '2026-03-02')
  must(
    await work.record({ kind: 'correction-asked', on: on('2026-03-05'), items: '请写明学段和年份', replyBy: on('2026-03-20') }),
  )
  await holds(work, 'D02', '请写明学段和年份', '2026年3月20日', '视为放弃申请', '重新计算', '第三十条', '0970-0000000')
  const broken = { step: 'start', to: '2026-03-05', workingDays: 3, ended: '2026年3月5日告知补正，收到补正后重新计算' }
  expect((await work.view()).clockSteps).toMatchObject([broken])
  must(await work.record({ kind: 'correction-received', on: on('2026-03-18') }))
  expect((await work.view()).clock.due).toBe('2026-04-16')
  expect((await work.view()).clockSteps).toMatchObject([broken, { step: 'restart', to: '2026-04-16', ended: null }])
  expect(await clockTable(work)).toContain('2026年3月5日告知补正，收到补正后重新计算')
  expect(await clockTable(work)).not.toContain('2026-03-30')
})

const EXCESS = '2026年2月1日至3月2日共提交申请42件，内容多有重复'

test('D03 说明理由告知书：数量、频次的事实、要说明什么、期限，第三十五条；不附救济途径', async () => {
  const work = await newCase(place, '2026-03-02')
  const asked = { kind: 'reasons-asked', on: on('2026-03-04'), facts: EXCESS } as const
  expect(await work.record({ ...asked, replyBy: on('2026-03-04') })).toMatchObject({ refusals: [{ field: 'replyBy' }] })
  must(await work.record({ ...asked, replyBy: on('2026-03-18') }))
  await holds(work, 'D03', '共提交申请42件', '请您说明理由', '2026年3月18日', '第三十五条', '不予处理', '0970-0000000')
  expect(await work.text('D03')).not.toContain('行政复议')
  expect((await work.view()).clockSteps).toMatchObject([{ step: 'start', to: '2026-03-30', workingDays: 20, ended: null }])
  must(await work.record({ kind: 'reasons-given', on: on('2026-03-10'), reasonable: true }))
  expect(await work.view()).toMatchObject({ phase: 'running', clock: { due: '2026-03-30' } })
})

test('D25 延迟答复告知书：理由合理而不能按期的，告知合理的延迟期限；此前没有说明理由的不能延迟，第三十五条', async () => {
  const work = await newCase(place, '2026-03-02')
  const deferred = {
    kind: 'deferred',
    on: on('2026-03-16'),
    until: on('2026-05-15'),
    reason: '所涉材料分散在三个年度，需逐件查找',
  } as const
  expect(await work.record(deferred, { role: 'officeHead' })).toMatchObject({ refusals: [{ code: 'awaiting-requester' }] })
  must(await work.record({ kind: 'reasons-asked', on: on('2026-03-04'), facts: EXCESS, replyBy: on('2026-03-18') }))
  must(await work.record({ kind: 'reasons-given', on: on('2026-03-10'), reasonable: true }))
  // A day within the ordinary limit is no deferral.
  expect(await work.record({ ...deferred, until: on('2026-03-27') }, { role: 'officeHead' })).toMatchObject({
    refusals: [{ field: 'until' }],
  })
  must(await work.record(deferred, { role: 'officeHead' }))
  await holds(work, 'D25', '2026年5月15日', '理由合理', '需逐件查找', '第三十五条')
  expect(await work.text('D25')).not.toContain('行政复议')
  expect((await work.view()).clock.due).toBe('2026-03-30')
  const post = { kind: 'dispatched', ...(await work.named('D25')), by: 'signed-mail', carrier: 'ems' } as const
  must(await work.record({ ...post, on: on('2026-03-16'), mailNumber: '1234567890123' }))
  expect((await work.view()).clock.due).toBe('2026-05-15')
  await work.reply(GRANTED, '2026-05-15')
  must(
    await work.record({ kind: 'served', on: on('2026-05-15'), by: 'in-person', proof: '送达回证', signer: 'requester' } as Act),
  )
  expect(await work.view()).toMatchObject({ phase: 'served', outcome: 'granted', clock: { due: '2026-05-15' } })
})

test('D04 延期答复告知书：原期限、新期限、理由、工作机构负责人同意，第三十三条第二款', async () => {
  const work = await newCase(place, '2026-03-02')
  const extended = { kind: 'extended', on: on('2026-03-25'), workingDays: 10, reason: '需要调取档案', approvedBy: '某' } as const
  must(await work.record(extended, { role: 'officeHead' }))
  await holds(
    work,
    'D04',
    '2026年3月30日',
    '延长10个工作日',
    '2026年4月14日',
    '需要调取档案',
    '工作机构负责人同意',
    '第三十三条第二款',
  )
})

test('D10 收费通知书：依据、方式、逐步算式、金额、二十个工作日、后果；D24 逾期未缴费不再处理告知书', async () => {
  const work = await newCase(place, '2026-03-02')
  const fee = {
    kind: 'fee-noticed',
    on: on('2026-03-06'),
    noticeReceived: on('2026-03-09'),
    scale: 'volume',
    quantity: 150,
    yuan: 1700,
  } as const
  must(await work.record(fee))
  await holds(
    work,
    'D10',
    '《信息处理费管理办法》第五条',
    '按量计收',
    '第1页至第30页：免费',
    '第31页至第100页：70页×10元＝700元',
    '第101页至第150页：50页×20元＝1000元',
    '合计：1700元',
    '自收到本通知次日起20个工作日内缴纳信息处理费1700元',
    '缴纳方式：',
    '视为放弃申请',
    '答复期限自缴清费用次日起重新计算',
  )
  const arrived = { kind: 'notice-received', ...(await work.named('D10')), on: fee.noticeReceived, by: 'in-person' } as const
  must(await work.record({ ...arrived, proof: '本人签收' }, { today: '2026-04-08' }))
  must(await work.record({ kind: 'fee-lapsed', on: on('2026-04-08') }))
  await holds(work, 'D24', '2026年4月7日', '1700元', '不再处理', '云岭县人民政府')
  expect((await work.view()).outcome).toBe('other.feeUnpaid')
})

test('D24 逾期不补正不再处理告知书：告知补正的日期、期限、后果、救济途径', async () => {
  const work = await newCase(place, '2026-03-02')
  must(await work.record({ kind: 'correction-asked', on: on('2026-03-05'), items: '请写明年份', replyBy: on('2026-03-20') }))
  must(await work.record({ kind: 'notice-received', on: on('2026-03-09'), of: 1, proof: '邮件查询记录：本人签收' }))
  must(await work.record({ kind: 'correction-lapsed', on: on('2026-03-23') }))
  await holds(work, 'D24', '2026年3月5日', '2026年3月20日', '不再处理', '第三十条', '行政复议', '云岭县人民法院')
})

test('D27 撤回确认书：谁、何时、撤回什么，签名处', async () => {
  const work = await newCase(place, '2026-03-02')
  must(await work.record({ kind: 'withdrawn', on: on('2026-03-06') }))
  await holds(work, 'D27', REQUESTER.name, '2026年3月6日', '全部申请事项', '申请人签名（盖章）')
})

const DECISIONS: [string, AmendmentDecisionInput, string[]][] = [
  ['予以更正', CORRECTED, ['反映的情况属实', '已予更正', '更正后的记录：出生日期登记为3月5日。']],
  ['不予更正', { result: 'refused', reasons: '经核对出生医学证明，登记无误。' }, ['不予更正', '登记无误']],
  [
    '转送',
    { result: 'transferred', to: { name: '云岭县公安局', contact: '0970-1234567' } },
    ['已转送', '云岭县公安局', '0970-1234567'],
  ],
  [
    '指引',
    { result: 'pointed', to: { name: '云岭县民政局', contact: '0970-7654321' } },
    ['向有权更正的机关提出', '云岭县民政局'],
  ],
]
test.each(DECISIONS)('D26 更正告知书（%s）：要求更正的记录、决定、依据第四十一条、救济途径', async (_, decision, texts) => {
  const matter = await newAmendment(place, '2026-03-04')
  place.setToday('2026-03-10')
  must(await matter.propose(decision))
  must(await matter.approve())
  const text = await matter.letter()
  const always = [
    '2019年学籍登记表',
    '应为3月5日',
    '公开更〔2026〕',
    '2026年3月4日',
    '2026年3月10日',
    '第四十一条',
    '云岭县人民政府',
  ]
  for (const one of [...always, ...texts]) expect(text).toContain(one)
  expect(text).not.toContain('政府信息公开申请')
})

test('D26 由政府信息公开申请转来的：收到之日不变', async () => {
  const { office } = place
  const work = await newCase(place, '2026-03-02')
  place.setToday('2026-03-06')
  const content = { record: '2019年学籍登记表', wrong: '姓名用字有误', evidence: '身份证复印件' }
  const given = { commandId: randomUUID(), caseId: work.id, on: on('2026-03-06'), content, consent: true }
  const { amendmentId: id } = must(await convertToAmendment(office, place.actor('clerk'), given))
  const matter = amendmentWork(place, id)
  must(await matter.propose(CORRECTED))
  must(await matter.approve())
  expect(await matter.letter()).toContain('2026年3月2日')
})
