/** 答复文书 D11–D23 与审核单 D29: each from intake to the letter, with what the law wants in it. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate as on } from '../../../src/law/date.ts'
import { decideConversion, proposeConversion } from '../../../src/office/requests/conversion.ts'
import type { LetterCode } from '../../../src/record/letters/model.ts'
import type { Act } from '../../../src/record/requests/acts.ts'
import type { ReplyContentInput } from '../../../src/record/requests/reply.ts'
import { SAMPLE_REPLIES, SAMPLE_SEARCHES } from '../../letters/samples.ts'
import { type CaseWork, newCase } from '../case-work.ts'
import { type County, county, must } from '../county.ts'

let place: County
beforeAll(async () => {
  place = await county()
})
afterAll(() => place.close())

const FIRST = '自收到本告知书之日起60日内依法向云岭县人民政府申请行政复议'
const FREE = '自收到本告知书之日起6个月内依法向云岭县人民法院提起行政诉讼'
/** Art 23 ARL: reconsideration before suit. */
const REVIEW_FIRST = '应当先自收到本告知书之日起60日内'

/** From intake to service, and the letter's text with what every letter must show. */
async function told(work: CaseWork, code: LetterCode, content: ReplyContentInput, day = '2026-03-20'): Promise<string> {
  const made = await work.reply(content, day)
  const letter = await work.opened(code)
  const text = await work.text(code)
  expect(made.code).toBe(code)
  expect(letter.signature.agency).toBe('云岭县教育局')
  expect(letter.number).toContain((await work.view()).number)
  expect(text).toContain(`2026年3月2日`)
  expect(text).toContain('2025年义务教育阶段学区划分方案')
  expect(text).toContain(FIRST)
  must(
    await work.record({ kind: 'served', on: on('2026-03-23'), by: 'in-person', proof: '送达回证', signer: 'requester' } as Act),
  )
  expect((await work.view()).phase).toBe('served')
  return text
}
const sample = (outcome: keyof typeof SAMPLE_REPLIES) => SAMPLE_REPLIES[outcome] as ReplyContentInput

test('D11 予以公开：给什么、怎么给，依据第三十六条第（二）项', async () => {
  const text = await told(await newCase(place, '2026-03-02'), 'D11', sample('granted'))
  for (const part of ['第三十六条第（二）项', '学区划分图（2025年）', '现将上述信息随本告知书提供', FREE])
    expect(text).toContain(part)
})

test('D12 已主动公开：指到那一页，依据第三十六条第（一）项', async () => {
  const text = await told(await newCase(place, '2026-03-02'), 'D12', sample('granted.alreadyPublished'))
  for (const part of ['第三十六条第（一）项', 'https://www.yunling.example/jy/zs/2025.html', FREE]) expect(text).toContain(part)
})

test('D13 部分公开：逐项写明给了的、没给的、为什么，没给的部分复议前置', async () => {
  const work = await newCase(place, '2026-03-02', { content: { description: '请提供：1. 划分方案；2. 讨论记录。' } })
  const text = await told(work, 'D13', {
    outcome: 'partial',
    given: { what: '《学区划分方案》', way: 'attached', onPaper: ['学区划分方案'] },
    tests: sample('withheld.processInformation').tests,
    items: [
      { clause: '划分方案', outcome: 'granted', attachment: '学区划分方案' },
      {
        clause: '讨论记录',
        outcome: 'withheld.processInformation',
        severable: false,
        reasons: '讨论记录反映决定形成中的意见，公开会影响坦率讨论。',
      },
    ],
  })
  for (const part of [
    '第三十七条',
    '（一）关于“划分方案”',
    '（见附件“学区划分方案”）',
    '（二）关于“讨论记录”',
    '第十六条第二款',
    REVIEW_FIRST,
    FREE,
  ])
    expect(text).toContain(part)
  // The days shown of remedies are those that the letter tells: what is withheld goes to reconsideration, the rest may be sued over.
  const shown = (await work.view()).limits.map(({ what }) => what)
  expect(shown).toEqual(expect.arrayContaining(['reconsideration', 'litigation']))
})

test.each([
  'forbiddenByLaw',
  'securityAndStability',
  'thirdParty',
  'internalAffairs',
  'processInformation',
  'enforcementFile',
  'stateSecret',
] as const)('D14 不予公开（%s）：条款、事实、理由、区分处理，复议前置', async (ground) => {
  const content = sample(`withheld.${ground}`)
  const text = await told(await newCase(place, '2026-03-02'), 'D14', content)
  const article = { forbiddenByLaw: '十四', securityAndStability: '十四', stateSecret: '十四', thirdParty: '十五' } as Partial<
    Record<string, string>
  >
  for (const part of [
    '第三十六条第（三）项',
    `第${article[ground] ?? '十六'}条`,
    content.reasons ?? '',
    '不能依照《条例》第三十七条的规定作区分处理',
    REVIEW_FIRST,
  ])
    expect(text).toContain(part)
})

test('D15 信息不存在：检索记录写进文书，不再填一遍', async () => {
  const work = await newCase(place, '2026-03-02')
  for (const act of SAMPLE_SEARCHES) must(await work.record(act))
  const text = await told(work, 'D15', sample('unable.notHeld'))
  for (const { place: where, period, result } of SAMPLE_SEARCHES)
    for (const part of [where, period, result]) expect(text).toContain(part)
  for (const part of ['第三十六条第（四）项', '该政府信息不存在', FREE]) expect(text).toContain(part)
})

test('D16 不归本机关：说明理由，写明负责机关和联系方式', async () => {
  const text = await told(await newCase(place, '2026-03-02'), 'D16', sample('unable.notOurs'))
  for (const part of ['第三十六条第（五）项', '云岭县自然资源局', '010-00000001', FREE]) expect(text).toContain(part)
})

test('D17 重复申请：此前答复的文号和日期', async () => {
  const text = await told(await newCase(place, '2026-03-02'), 'D17', sample('notProcessed.repeated'))
  for (const part of ['第三十六条第（六）项', '云教公开申〔2025〕12号-答', '2025年5月20日', FREE]) expect(text).toContain(part)
})

test('D18 行政查询：依哪部法、到哪里办；不属于复议前置', async () => {
  const text = await told(await newCase(place, '2026-03-02'), 'D18', sample('withheld.adminQuery'))
  for (const part of ['第三十六条第（七）项', '《不动产登记暂行条例》第二十七条', '不动产登记中心', FREE])
    expect(text).toContain(part)
  expect(text).not.toContain(REVIEW_FIRST)
})

test('D19 不作为申请处理：为什么，到哪里去', async () => {
  const text = await told(await newCase(place, '2026-03-02'), 'D19', sample('notProcessed.petition'))
  for (const part of ['第三十九条第一款', '信访室', FREE]) expect(text).toContain(part)
})

test('D20 公开出版物：获取途径', async () => {
  const text = await told(await newCase(place, '2026-03-02'), 'D20', sample('notProcessed.publishedWork'))
  for (const part of ['第三十九条第二款', '《云岭县人民政府公报》2025年第3期', FREE]) expect(text).toContain(part)
})

test('D21 没有现成信息：为什么要另行制作', async () => {
  const text = await told(await newCase(place, '2026-03-02'), 'D21', sample('unable.needsMaking'))
  for (const part of ['第三十八条', '须逐人核对住址后另行制作', FREE]) expect(text).toContain(part)
})

test('D22 补正后仍不明确：先有补正的经过', async () => {
  const work = await newCase(place, '2026-03-02')
  must(await work.record({ kind: 'correction-asked', on: on('2026-03-04'), items: '请写明名称', replyBy: on('2026-03-25') }))
  must(await work.record({ kind: 'correction-received', on: on('2026-03-10') }))
  const text = await told(work, 'D22', sample('unable.stillUnclear'))
  for (const part of ['于2026年3月10日收到补正材料', '第三十条', '仍不明确', FREE]) expect(text).toContain(part)
})

test('D23 大量反复申请：先要求说明理由，理由不合理的才不予处理', async () => {
  const work = await newCase(place, '2026-03-02')
  must(await work.record({ kind: 'reasons-asked', on: on('2026-03-04'), replyBy: on('2026-03-13'), facts: '本年已提出四十六件' }))
  must(await work.record({ kind: 'reasons-given', on: on('2026-03-10'), reasonable: false }))
  const text = await told(work, 'D23', sample('notProcessed.excessive'))
  for (const part of ['第三十五条', '46件', '没有提出合理的理由', FREE]) expect(text).toContain(part)
})

test('D29 转为主动公开审核单：建议、申请人数、审核意见、公开的位置', async () => {
  const work = await newCase(place, '2026-03-02', { content: { subject: '营养午餐食谱和价格' } })
  const command = async () => ({ caseId: work.id, commandId: randomUUID(), seen: (await work.view()).version })
  const proposal = { information: '营养午餐食谱和价格', reason: '关系学生和家长，需要公众知晓。' }
  must(await proposeConversion(place.office, place.actor('clerk'), { ...(await command()), ...proposal }))
  const link = 'https://www.yunling.example/jyj/wucan.html'
  const decision = { result: 'converted', because: '', documentId: null, link } as const
  must(await decideConversion(place.office, place.actor('officeHead'), { ...(await command()), ...decision }))
  const text = await work.text('D29')
  for (const part of [
    '政府信息转为主动公开审核单',
    proposal.information,
    proposal.reason,
    '《条例》第四十四条',
    '转为主动公开',
    link,
  ])
    expect(text).toContain(part)
  expect((await work.letter('D29')).addressedTo).toBe('file')
})
