/** 第三方、其他机关的文书和送达回证: each from the request to the letter, with what law wants in it, served with proof. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate as on } from '../../../src/law/date.ts'
import { remedyWords } from './words.ts'
import { GRANTED, newCase } from '../case-work.ts'
import { county, type County, MARKER, must, REQUESTER } from '../county.ts'

let place: County
beforeAll(async () => {
  place = await county()
})
afterAll(() => place.close())

const PARTY = { name: '赵明测绘工作室', contact: '13811110000', address: '云岭县某街9号', isPerson: false }
const ASKED = { kind: 'third-party-asked', on: on('2026-03-04'), party: '第三方甲' } as const
/** Of the requester nothing may stand in what others read. */
const showsRequester = (text: string) => text.includes(MARKER) || text.includes(REQUESTER.phone)

test('D05 征求意见函（第三方）：写明信息、异议权、十五个工作日、沉默的后果；不写申请人；送到之日起算', async () => {
  const work = await newCase(place, '2026-03-02')
  must(await work.record(ASKED, { party: PARTY }))
  const text = await work.text('D05')
  for (const words of [
    PARTY.name,
    '2025年义务教育阶段学区划分方案',
    '15个工作日内',
    '不同意公开的，请说明理由',
    '逾期未提出意见的，由本机关依照《条例》的规定决定是否公开',
    '第三十二条',
    '云岭县中山路1号',
  ])
    expect(text).toContain(words)
  expect(showsRequester(text)).toBe(false)

  const letter = await work.named('D05')
  const post = { kind: 'dispatched', on: on('2026-03-04'), ...letter, by: 'signed-mail', carrier: 'ems' } as const
  expect(await work.record({ ...post, by: 'electronic' })).toMatchObject({
    refusals: [{ code: 'service-method-refused', say: '第三方没有同意电子送达。' }],
  })
  must(await work.record({ ...post, mailNumber: '1234567890123' }))
  expect((await work.view()).clock.limits.find(({ what }) => what === 'thirdParty')?.due).toBeNull()
  must(
    await work.record(
      { kind: 'notice-received', on: on('2026-03-06'), ...letter, by: 'signed-mail', signedBy: 'organisation' },
      { signer: '前台' },
    ),
  )
  expect((await work.view()).clock.limits.find(({ what }) => what === 'thirdParty')?.due).toBe('2026-03-27')
  expect((await work.service('D05')).state).toBe('proven')
  const slip = await work.text('D28')
  expect(slip).toContain(PARTY.name)
  expect(showsRequester(slip)).toBe(false)
})

test('申请人是单位的，它写在申请里的自己的名称也不到第三方、其他机关手里（D05、D06、D08、D09）', async () => {
  const requester = { kind: 'business', name: '云岭甲公司', contactName: '王强' } as const
  const content = { subject: '云岭甲公司参与投标的学区测绘项目评审结果' }
  const work = await newCase(place, '2026-03-02', { requester, content })
  must(await work.record(ASKED, { party: PARTY }))
  must(await work.record({ kind: 'agency-asked', on: on('2026-03-04'), agency: '云岭县自然资源局', as: 'co-maker' }))
  must(await work.record({ kind: 'third-party-answered', on: on('2026-03-10'), party: '第三方甲', consents: false }))
  must(await work.record({ kind: 'agency-answered', on: on('2026-03-10'), agency: '云岭县自然资源局', consents: true }))
  const reasons = '云岭甲公司和其他投标人都有权知道评审结果，不公开会对公共利益造成重大影响。'
  const objections = { 第三方甲: { decision: 'overridden', content: '云岭甲公司投标的项目中第三方的得分', reasons } } as const
  await work.reply({ ...GRANTED, objections }, '2026-03-12')
  for (const code of ['D05', 'D06', 'D08', 'D09'] as const) {
    const text = JSON.stringify(await work.opened(code))
    expect(text, code).toMatch(code === 'D06' ? /意见/u : /某/u)
    for (const name of ['云岭甲公司', '王强']) expect(text, code).not.toContain(name)
  }
})

test('D06 第三方意见回执：随征求意见函寄出，写明寄回何处，由第三方签名；不单独送达', async () => {
  const work = await newCase(place, '2026-03-02')
  must(await work.record(ASKED, { party: PARTY }))
  const slip = await work.opened('D06')
  const text = await work.text('D06')
  for (const words of ['□同意公开', '□不同意公开', '不同意公开的内容和理由', '签名（盖章）', '云岭县中山路1号', PARTY.name])
    expect(text).toContain(words)
  expect(slip.addressee).toBeNull()
  expect(showsRequester(text)).toBe(false)
  const alone = { kind: 'dispatched', on: on('2026-03-04'), ...(await work.named('D06')), by: 'in-person' } as const
  expect(await work.record(alone)).toMatchObject({ refusals: [{ field: 'letter', say: expect.stringContaining('不单独送达') }] })
})

test('D07 征求意见告知书（申请人）：告诉他征求了谁那一类的意见、哪天、时间不计入；不说第三方是谁', async () => {
  const work = await newCase(place, '2026-03-02')
  must(await work.record(ASKED, { party: PARTY }))
  const text = await work.text('D07')
  for (const words of [REQUESTER.name, '2026年3月4日', '第三方', '征求意见所需时间不计算在答复期限内', '第三十三条第三款'])
    expect(text).toContain(words)
  for (const words of [PARTY.name, PARTY.address, PARTY.contact]) expect(text).not.toContain(words)
  const letter = await work.named('D07')
  must(await work.record({ kind: 'dispatched', on: on('2026-03-04'), ...letter, by: 'in-person' }))
  must(await work.record({ kind: 'notice-received', on: on('2026-03-05'), ...letter, by: 'in-person', signedBy: 'self' }))
  // 申请人收到告知书，不是第三方收到征求意见函
  expect((await work.view()).clock.limits.find(({ what }) => what === 'thirdParty')?.due).toBeNull()
  expect((await work.service('D07')).state).toBe('proven')
})

test('D08 征求意见函（共同制作机关、其他机关）：沉默的后果不同；给机关的不用公告', async () => {
  const work = await newCase(place, '2026-03-02')
  must(await work.record({ kind: 'agency-asked', on: on('2026-03-04'), agency: '云岭县财政局', as: 'co-maker' }))
  const coMaker = await work.text('D08')
  for (const words of ['云岭县财政局', '15个工作日内', '逾期未提出意见的，视为同意公开', '第三十四条'])
    expect(coMaker).toContain(words)
  expect(showsRequester(coMaker)).toBe(false)
  const letter = await work.named('D08')
  must(await work.record({ kind: 'dispatched', on: on('2026-03-04'), ...letter, by: 'electronic' }))
  const notice = { kind: 'notice-published', on: on('2026-03-05'), ...letter, outlet: '县网站' } as const
  expect(await work.record({ ...notice, because: 'whereaboutsUnknown', account: '联系不上' })).toMatchObject({
    refusals: [{ code: 'service-method-refused' }],
  })
  must(
    await work.record({ kind: 'notice-received', on: on('2026-03-05'), ...letter, by: 'electronic', proof: '公文交换系统回执' }),
  )
  expect((await work.view()).clock.limits.find(({ what }) => what === 'coMaker')?.due).toBe('2026-03-26')

  const other = await newCase(place, '2026-03-02')
  must(await other.record({ kind: 'agency-asked', on: on('2026-03-04'), agency: '云岭县档案馆', as: 'consulted' }))
  const consulted = await other.text('D08')
  expect(consulted).toContain('征询贵机关的意见')
  expect(consulted).not.toContain('视为同意')
})

test('D09 决定公开告知书（第三方）：不同意而仍公开的，告诉它公开什么、为什么、怎样救济；送达有凭证', async () => {
  const work = await newCase(place, '2026-03-02')
  must(await work.record(ASKED, { party: PARTY }))
  must(
    await work.record({
      kind: 'third-party-answered',
      on: on('2026-03-10'),
      party: '第三方甲',
      consents: false,
      reasons: '含商业秘密',
    }),
  )
  await work.reply(
    { ...GRANTED, publicInterest: '学区划分涉及全县适龄儿童入学，不公开可能对公共利益造成重大影响。' },
    '2026-03-12',
  )
  const text = await work.text('D09')
  for (const words of [
    PARTY.name,
    '不同意公开',
    '第三十二条',
    '本机关决定公开以下内容：2025年义务教育阶段学区划分方案',
    '不公开可能对公共利益造成重大影响',
    ...remedyWords,
  ])
    expect(text).toContain(words)
  expect(showsRequester(text)).toBe(false)
  const letter = await work.named('D09')
  must(await work.record({ kind: 'dispatched', on: on('2026-03-12'), ...letter, by: 'in-person' }))
  expect((await work.service('D09')).state).toBe('unproven')
  const left = {
    kind: 'notice-received',
    on: on('2026-03-13'),
    ...letter,
    by: 'in-person',
    leftBecause: '不同意公开，拒收',
  } as const
  expect(await work.record(left)).toMatchObject({ refusals: [{ code: 'proof-missing', field: 'leftWitness' }] })
  must(await work.record({ ...left, leftWitness: 'witness' }))
  expect((await work.service('D09')).state).toBe('proven')
  // 第三方的送达与申请人的答复各算各的
  expect((await work.view()).phase).toBe('replied')
})

test('D28 送达回证：每一次送达一份，写明文书、方式、日期、凭证和签收人', async () => {
  const work = await newCase(place, '2026-03-02')
  must(await work.record({ kind: 'correction-asked', on: on('2026-03-04'), items: '请明确学段', replyBy: on('2026-03-27') }))
  const notice = await work.named('D02')
  must(await work.record({ kind: 'dispatched', on: on('2026-03-04'), ...notice, by: 'in-person' }))
  const blank = await work.opened('D28')
  expect(JSON.stringify(blank.blocks)).toContain('　　　　年　　月　　日')
  must(
    await work.record(
      { kind: 'notice-received', on: on('2026-03-05'), ...notice, by: 'in-person', signedBy: 'self' },
      { signer: '某签收' },
    ),
  )
  must(await work.record({ kind: 'correction-received', on: on('2026-03-09') }))
  await work.reply(GRANTED, '2026-03-20')
  must(
    await work.record({ kind: 'served', on: on('2026-03-24'), by: 'signed-mail', mailNumber: 'XA12345678951', signedBy: 'self' }),
  )
  const slips = (await work.view()).letters.filter(({ code }) => code === 'D28')
  expect(slips.map(({ number }) => number.replace(/^.*-/, '')).sort()).toEqual(['证', '证2', '证3'])
  const text = await work.text('D28')
  for (const words of [
    '关于予以公开政府信息的告知书',
    (await work.letter('D11')).number,
    '邮政企业邮寄送达',
    'XA12345678951',
    '2026年3月24日',
    '受送达人签名（盖章）',
    REQUESTER.name,
  ])
    expect(text).toContain(words)
  expect((await work.view()).acts.every(({ act }) => !JSON.stringify(act).includes('某签收'))).toBe(true)
})
