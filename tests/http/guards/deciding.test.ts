/** 作决定的防线: the wrong way is refused with a reason that a beginner understands, then the right way works. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approveReply } from '../../../src/office/requests/approve-reply.ts'
import { digestOf } from '../../../src/office/requests/draft-reply.ts'
import { viewIntake } from '../../../src/office/requests/view-intake.ts'
import { localDate as on } from '../../../src/law/date.ts'
import { decideConversion, proposeConversion } from '../../../src/office/requests/conversion.ts'
import { viewDeciding } from '../../../src/office/requests/deciding-view.ts'
import type { Act } from '../../../src/record/requests/acts.ts'
import { type ReplyContentInput, replyContentSchema } from '../../../src/record/requests/reply.ts'
import { tested } from '../../letters/samples.ts'
import { type CaseWork, GRANTED, newCase } from '../case-work.ts'
import { type County, county, must, passReviews, REQUESTER } from '../county.ts'
import { sendUp } from '../send-up.ts'

let place: County
beforeAll(async () => {
  place = await county()
})
afterAll(() => place.close())

const sentUp = (work: CaseWork, input: ReplyContentInput, day: string) => sendUp(place, work, input, day)

const searched = (where: 'system' | 'archive', day: string): Act => ({
  kind: 'searched',
  on: on(day),
  where,
  place: where === 'system' ? '局电子公文系统' : '局档案室',
  by: '基础教育科',
  keywords: ['学区', '划分'],
  period: '2023年至2025年',
  found: false,
  result: '没有检索到',
})

describe('G7 第三方', () => {
  const party = { name: '某测绘公司', contact: '', address: '', isPerson: false }
  const withheld: ReplyContentInput = {
    outcome: 'withheld.thirdParty',
    reasons: '测绘成果涉及第三方的商业秘密，第三方书面表示不同意公开。',
    severable: false,
  }

  test('G7 第三方不同意不等于不公开：先权衡公共利益；决定公开的，写明理由并书面告知第三方', async () => {
    const work = await newCase(place, '2026-03-02')
    expect((await sentUp(work, { ...withheld, weighing: '不影响公众。' }, '2026-03-03')).refusals).toMatchObject([
      { field: 'knownObjection', say: expect.stringContaining('没有书面征求过第三方意见') },
    ])
    must(
      await work.record(
        { kind: 'third-party-asked', on: on('2026-03-03'), party: '第三方甲', letterReceived: on('2026-03-04') },
        { party },
      ),
    )
    must(
      await work.record({
        kind: 'third-party-answered',
        on: on('2026-03-10'),
        party: '第三方甲',
        consents: false,
        reasons: '含商业秘密',
      }),
    )
    expect((await sentUp(work, withheld, '2026-03-11')).refusals).toMatchObject([
      { field: 'weighing', say: expect.stringContaining('不等于就不公开'), cite: { of: 'reg', at: '32' } },
    ])
    expect((await sentUp(work, GRANTED, '2026-03-11')).refusals).toMatchObject([
      { field: 'objections.第三方甲.decision', cite: { at: '32' } },
    ])
    await work.reply(
      { ...GRANTED, publicInterest: '学区划分关系全县适龄儿童入学，不公开会对公共利益造成重大影响。' },
      '2026-03-12',
    )
    expect(await work.text('D09')).toContain('学区划分关系全县适龄儿童入学')
  })

  test('G7 两个第三方都不同意：采纳的不公开，不另告知；不采纳的，只把它的信息和理由书面告知它（第三十二条）', async () => {
    const work = await newCase(place, '2026-03-02')
    for (const [code, name] of [
      ['第三方甲', '甲测绘公司'],
      ['第三方乙', '乙餐饮公司'],
    ] as const) {
      must(
        await work.record(
          { kind: 'third-party-asked', on: on('2026-03-03'), party: code, letterReceived: on('2026-03-04') },
          { party: { ...party, name } },
        ),
      )
      must(await work.record({ kind: 'third-party-answered', on: on('2026-03-10'), party: code, consents: false }))
    }
    const partial: ReplyContentInput = {
      ...GRANTED,
      outcome: 'partial',
      grounds: ['thirdParty'],
      withheldPart: '测绘成果的控制点坐标',
      reasons: '控制点坐标是测绘公司的商业秘密，公开会损害其竞争地位。',
      weighing: '坐标与入学无关，不公开不影响公众。',
      given: { ...GRANTED.given, what: '学区划分方案、食堂承包合同' },
    }
    const refusals = (await sentUp(work, partial, '2026-03-11')).refusals
    expect(refusals?.map(({ field }) => field)).toEqual(['objections.第三方甲.decision', 'objections.第三方乙.decision'])
    await work.reply(
      {
        ...partial,
        objections: {
          第三方甲: { decision: 'respected', content: '控制点坐标', reasons: '坐标是其商业秘密，公开会损害其竞争地位。' },
          第三方乙: {
            decision: 'overridden',
            content: '食堂承包合同的价款',
            reasons: '价款关系学生伙食费使用，不公开会对公共利益造成重大影响。',
          },
        },
      },
      '2026-03-12',
    )
    const told = (await work.view()).letters.filter(({ code }) => code === 'D09')
    expect(told).toHaveLength(1)
    const letter = await work.text('D09')
    expect(letter).toContain('乙餐饮公司')
    expect(letter).toContain('本机关决定公开以下内容：食堂承包合同的价款')
    for (const notForB of ['甲测绘公司', '学区划分方案', '坐标']) expect(letter).not.toContain(notForB)
    const toRequester = await work.text('D13')
    expect(toRequester).toContain('价款关系学生伙食费使用')
    expect(toRequester).not.toContain('乙餐饮公司')
  })
})

describe('G8 检索', () => {
  test('G8 不存在须有检索记录：没有登记检索的，不能以不存在答复', async () => {
    const work = await newCase(place, '2026-03-02')
    const notHeld: ReplyContentInput = { outcome: 'unable.notHeld', reasons: '该片区没有单独划分学区，本机关没有制作。' }
    expect((await sentUp(work, notHeld, '2026-03-03')).refusals).toMatchObject([
      { field: 'search', say: '没有登记过检索，不能答复“信息不存在”。', cite: { of: 'reg', at: '36(4)' } },
    ])
    must(await work.record(searched('system', '2026-03-04')))
    expect((await sentUp(work, notHeld, '2026-03-04')).refusals).toMatchObject([
      { say: expect.stringContaining('只检索了 1 类地方'), then: expect.stringContaining('档案室') },
    ])
    expect(await work.record({ ...searched('archive', '2026-03-05'), files: ['a'.repeat(64)] } as Act)).toMatchObject({
      refusals: [{ field: 'files' }],
    })
    must(await work.record(searched('archive', '2026-03-05')))
    await work.reply(notHeld, '2026-03-06')
    const text = await work.text('D15')
    for (const part of ['局电子公文系统', '局档案室', '“学区”“划分”', '2023年至2025年', '没有检索到', '2026年3月5日'])
      expect(text).toContain(part)
  })
})

describe('G9 区分处理', () => {
  test('G9 能区分处理的不能整份不给：改为部分公开，只计这一情形', async () => {
    const work = await newCase(place, '2026-03-02')
    const whole: ReplyContentInput = {
      outcome: 'withheld.internalAffairs',
      reasons: '该材料为干部考察谈话记录，只用于内部人事管理。',
      tests: tested('internalAffairs'),
    }
    expect((await sentUp(work, whole, '2026-03-03')).refusals).toMatchObject([{ field: 'severable', cite: { at: '37' } }])
    expect((await sentUp(work, { ...whole, severable: true }, '2026-03-03')).refusals).toMatchObject([
      { field: 'outcome', then: expect.stringContaining('部分公开') },
    ])
    const partial: ReplyContentInput = {
      ...whole,
      outcome: 'partial',
      grounds: ['internalAffairs'],
      given: { what: '考察工作方案', way: 'attached', onPaper: ['考察工作方案'] },
      withheldPart: '谈话记录',
    }
    await work.reply(partial, '2026-03-04')
    expect((await work.view()).outcome).toBe('partial')
  })
})

describe('G11 内部、过程、案卷、查询', () => {
  test('G11 扩大的理由：三问没有逐一答“是”并写明根据，不能用', async () => {
    const work = await newCase(place, '2026-03-02')
    const content: ReplyContentInput = {
      outcome: 'withheld.processInformation',
      reasons: '该材料为局长办公会的讨论记录，公开会影响讨论的坦率。',
      severable: false,
    }
    const unanswered = (await sentUp(work, content, '2026-03-03')).refusals
    expect(unanswered).toHaveLength(3)
    expect(unanswered[0]).toMatchObject({ say: expect.stringContaining('还有一问没有回答'), cite: { at: '16.2' } })
    const [answers] = tested('processInformation')
    const no = [
      { of: 'processInformation' as const, answers: [...(answers?.answers.slice(0, 2) ?? []), { holds: false, why: '已印发' }] },
    ]
    expect((await sentUp(work, { ...content, tests: no }, '2026-03-03')).refusals).toMatchObject([
      { code: 'outcome-inconsistent', then: expect.stringContaining('已经正式印发的文件') },
    ])
    await work.reply({ ...content, tests: tested('processInformation') }, '2026-03-04')
    expect(await work.text('D14')).not.toContain('已逐页核对材料原件')
  })
})

describe('G12 国家秘密', () => {
  test('G12 国家秘密不能空口说：密级、定密依据、定密机关、期限缺一不可，期满的不能用', async () => {
    const work = await newCase(place, '2026-03-02')
    const content: ReplyContentInput = {
      outcome: 'withheld.stateSecret',
      reasons: '该材料为尚未启用的国家统一考试试题。',
      severable: false,
    }
    expect((await sentUp(work, content, '2026-03-03')).refusals.map(({ field }) => field)).toEqual([
      'secret.level',
      'secret.basis',
      'secret.by',
      'secret.period',
    ])
    const secret = { level: 'secret', basis: '教育工作国家秘密范围第二条', by: '省教育考试院', period: '至启用前' } as const
    expect(
      (await sentUp(work, { ...content, secret: { ...secret, until: on('2026-03-01') } }, '2026-03-03')).refusals,
    ).toMatchObject([{ field: 'secret.until', say: expect.stringContaining('届满') }])
    await work.reply({ ...content, secret }, '2026-03-04')
    expect(await work.text('D14')).toContain('机密级国家秘密，定密依据：教育工作国家秘密范围第二条')
  })
})

describe('G13 已主动公开', () => {
  const at = (url: string): ReplyContentInput => ({ outcome: 'granted.alreadyPublished', publishedAt: { title: '方案', url } })

  test('G13 已主动公开要指到打得开的那一件：首页不行，没有发布的不行', async () => {
    const work = await newCase(place, '2026-03-02')
    expect((await sentUp(work, at('https://www.yunling.example/'), '2026-03-03')).refusals).toMatchObject([
      { field: 'publishedAt.url', say: expect.stringContaining('首页') },
    ])
    const id = randomUUID()
    const url = `https://www.yunling.example/jyj/doc/${id}`
    expect((await sentUp(work, at(url), '2026-03-03')).refusals).toMatchObject([
      { field: 'publishedAt.url', say: expect.stringContaining('没有发布') },
    ])
    await publish(id)
    await work.reply(at(url), '2026-03-04')
    expect(await work.text('D12')).toContain(url)
  })

  test('G13 别处的网址系统打不开：送审当天由承办人打开核对，记在稿上；没有核对的不能送审，也不能批准', async () => {
    const work = await newCase(place, '2026-03-02')
    const content = at('https://www.other.example/zs/2025.html')
    const opened = (openedOn: string): ReplyContentInput => ({
      ...content,
      publishedAt: { ...content.publishedAt, openedOn: on(openedOn) },
    })
    expect((await sentUp(work, content, '2026-03-03')).refusals).toMatchObject([
      { field: 'publishedAt.openedOn', cite: { at: '36(1)' } },
    ])
    expect((await sentUp(work, opened('2026-03-03'), '2026-03-04')).refusals).toMatchObject([
      { field: 'publishedAt.openedOn', say: expect.stringContaining('2026年3月3日') },
    ])
    expect((await sentUp(work, opened('2026-03-04'), '2026-03-04')).refusals).toEqual([])
    expect((await work.view()).draft?.content.publishedAt).toMatchObject({ openedOn: '2026-03-04' })
    // 以前送审、没有这一项的稿子：读得出来，批准之前要退回核对
    const before = replyContentSchema.parse(content)
    const digest = digestOf(before)
    const sealed = place.office.vault.seal(before)
    await place.asOwner('update reply_draft set sealed = $1, digest = $2 where case_id = $3', [sealed, digest, work.id])
    const seen = await passReviews(place, work.id, (await work.view()).version, digest)
    const head = place.actor('head')
    expect(await approveReply(place.office, head, { caseId: work.id, commandId: randomUUID(), seen, digest })).toMatchObject({
      refusals: [{ field: 'publishedAt.openedOn' }],
    })
  })
})

async function publish(id: string): Promise<void> {
  await place.asOwner(
    `insert into document (agency_id, id, column_key, title, index_number, summary, body, formed_on, published_on)
     values ($1, $2, 'normative', '学区划分方案', $3, '', '<p>全文</p>', '2026-02-01', '2026-02-02')`,
    [place.ids.bureau, id, `T-${id.slice(0, 8)}`],
  )
}

describe('G14 答非所问', () => {
  const content = { description: '请提供：1. 学区划分方案；2. 城东片区划分方案。' }

  test('G14 没有编号、并列写了几项的，收件和拟稿都提示可以拆开；整体答复的不拦', async () => {
    const work = await newCase(place, '2026-03-02', { content: { subject: '学区划分图及划分依据', description: '' } })
    const clerk = place.actor('clerk')
    const things = ['学区划分图', '划分依据']
    expect(must(await viewIntake(place.office, clerk, work.id)).listed).toEqual(things)
    expect(must(await viewDeciding(place.office, clerk, work.id)).asked).toEqual({ items: things, numbered: false })
    expect((await work.reply(GRANTED, '2026-03-03')).code).toBe('D11')
    expect(must(await viewIntake(place.office, clerk, work.id)).listed).toEqual([])
  })

  test('G14 申请写了几项，就要逐项答复；每一项都对应到答复和附件', async () => {
    const work = await newCase(place, '2026-03-02', { content })
    expect((await sentUp(work, GRANTED, '2026-03-03')).refusals).toMatchObject([
      { field: 'items', say: expect.stringContaining('申请写明了 2 项内容') },
    ])
    const first = { clause: '学区划分方案', outcome: 'granted', attachment: '学区划分方案' } as const
    const open: ReplyContentInput = { ...GRANTED, items: [first, { clause: '城东片区划分方案' }] }
    expect((await sentUp(work, open, '2026-03-03')).refusals).toMatchObject([{ field: 'items.1.outcome' }])
    must(await work.record(searched('system', '2026-03-03')))
    must(await work.record(searched('archive', '2026-03-03')))
    const second = {
      clause: '城东片区划分方案',
      outcome: 'unable.notHeld',
      reasons: '城东片区没有单独划分学区，本机关没有制作。',
    } as const
    const items: ReplyContentInput = { ...GRANTED, outcome: 'partial', items: [first, second] }
    expect((await sentUp(work, { ...items, outcome: 'granted' }, '2026-03-03')).refusals).toMatchObject([
      { field: 'outcome', say: expect.stringContaining('部分公开') },
    ])
    await work.reply(items, '2026-03-04')
    const text = await work.text('D13')
    expect(text).toContain('（一）关于“学区划分方案”：该项信息可以公开')
    expect(text).toContain('（二）关于“城东片区划分方案”：经检索，本机关没有该项信息')
    expect((await work.view()).outcome).toBe('partial')
  })
})

describe('G19 重复申请', () => {
  test('G19 同一人再次申请相近的信息：提示此前的答复和文号，由人判断，系统不拒绝', async () => {
    const requester = { ...REQUESTER, idNumber: 'G19-0001' }
    const content = { subject: '2025年教师职称评审结果名单', description: '请提供名单。' }
    const first = await newCase(place, '2026-03-02', { requester, content })
    const answered = await first.reply(GRANTED, '2026-03-04')
    const again = await newCase(place, '2026-03-16', { requester, content })
    const { similar } = must(await viewDeciding(place.office, place.actor('clerk'), again.id))
    expect(similar[0]).toMatchObject({
      samePerson: true,
      nearlySame: true,
      outcome: 'granted',
      reply: { number: answered.number, on: '2026-03-04' },
    })
    expect((await sentUp(again, { outcome: 'notProcessed.repeated' }, '2026-03-16')).refusals).toMatchObject([
      { field: 'earlierCase.number' },
      { field: 'earlierCase.on' },
    ])
    await again.reply(
      { outcome: 'notProcessed.repeated', earlierCase: { number: answered.number, on: on('2026-03-04') } },
      '2026-03-17',
    )
    expect(await again.text('D17')).toContain(answered.number)
    const other = await newCase(place, '2026-03-16', { requester: { ...requester, idNumber: 'G19-0002' }, content })
    expect(must(await viewDeciding(place.office, place.actor('clerk'), other.id)).similar[0]?.samePerson).toBe(false)
  })
})

describe('G26 转为主动公开', () => {
  test('G26 几个人申请相同的信息：提示可以转为主动公开；没有公开的不能登记为已公开', async () => {
    const { office } = place
    const content = { subject: '校车线路和时刻表', description: '请提供线路和时刻。' }
    const cases = []
    for (const idNumber of ['G26-1', 'G26-2', 'G26-3'])
      cases.push(await newCase(place, '2026-03-02', { requester: { idNumber }, content }))
    const work = cases[2] as CaseWork
    const clerk = place.actor('clerk')
    expect(must(await viewDeciding(office, clerk, work.id)).askers).toBe(3)
    const command = async () => ({ caseId: work.id, commandId: randomUUID(), seen: (await work.view()).version })
    const decision = { result: 'converted', because: '', documentId: null, link: '' } as const
    const officeHead = place.actor('officeHead')
    expect(await decideConversion(office, officeHead, { ...(await command()), ...decision })).toMatchObject({
      refusals: [{ say: '本件没有转为主动公开的建议。' }],
    })
    const proposal = { information: '校车线路和时刻表', reason: '多人申请，关系学生乘车安全。' }
    must(await proposeConversion(office, clerk, { ...(await command()), ...proposal }))
    expect(await decideConversion(office, officeHead, { ...(await command()), ...decision })).toMatchObject({
      refusals: [{ field: 'link' }],
    })
    const documentId = randomUUID()
    expect(await decideConversion(office, officeHead, { ...(await command()), ...decision, documentId })).toMatchObject({
      refusals: [{ field: 'documentId', say: '所选的信息还没有公开发布。' }],
    })
    await publish(documentId)
    must(await decideConversion(office, officeHead, { ...(await command()), ...decision, documentId }))
    expect(must(await viewDeciding(office, clerk, work.id)).conversion).toMatchObject({ result: 'converted', documentId })
    expect(await work.text('D29')).toContain('3 个申请人申请过相同的信息')
  })
})
