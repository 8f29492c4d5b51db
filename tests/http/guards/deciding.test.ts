/** 作决定的防线: the wrong way is refused with a reason that a beginner understands, then the right way works. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate as on } from '../../../src/law/date.ts'
import { listTasks } from '../../../src/office/desk/list-tasks.ts'
import { delegate, recordAbsence, revokeDelegation } from '../../../src/office/people/deputies.ts'
import { assignCase } from '../../../src/office/requests/annotate.ts'
import { approveReply } from '../../../src/office/requests/approve-reply.ts'
import { decideConversion, proposeConversion } from '../../../src/office/requests/conversion.ts'
import { viewDeciding } from '../../../src/office/requests/deciding-view.ts'
import { saveDraft, submitDraft } from '../../../src/office/requests/draft-reply.ts'
import { reviewReply } from '../../../src/office/requests/review-reply.ts'
import { viewCase } from '../../../src/office/requests/view-case.ts'
import { sectionsStoodInFor } from '../../../src/store/deciding.sql.ts'
import type { Role } from '../../../src/record/people/roles.ts'
import type { Act } from '../../../src/record/requests/acts.ts'
import { type ReplyContentInput, replyContentSchema } from '../../../src/record/requests/reply.ts'
import { tested } from '../../letters/samples.ts'
import { type CaseWork, GRANTED, newCase } from '../case-work.ts'
import { type County, county, must, passReviews, REQUESTER } from '../county.ts'

let place: County
beforeAll(async () => {
  place = await county()
})
afterAll(() => place.close())

/** Drafted and sent up for review: the refusals, or none. */
async function sentUp(work: CaseWork, input: ReplyContentInput, day: string) {
  const { office } = place
  const clerk = place.actor('clerk')
  place.setToday(day)
  const draftVersion = (await work.view()).draft?.version ?? 0
  must(await saveDraft(office, clerk, { caseId: work.id, draftVersion, content: replyContentSchema.parse(input) }))
  const digest = (await work.view()).draft?.digest ?? ''
  const sent = await submitDraft(office, clerk, { caseId: work.id, digest })
  return { digest, refusals: sent.ok ? [] : sent.refusals }
}

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
    expect((await sentUp(work, GRANTED, '2026-03-11')).refusals).toMatchObject([{ field: 'publicInterest' }])
    await work.reply(
      { ...GRANTED, publicInterest: '学区划分关系全县适龄儿童入学，不公开会对公共利益造成重大影响。' },
      '2026-03-12',
    )
    expect(await work.text('D09')).toContain('学区划分关系全县适龄儿童入学')
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
      given: { what: '考察工作方案', way: 'attached', attachments: ['考察工作方案'] },
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

describe('审查、审批、分办', () => {
  const deed = async (work: CaseWork) => ({ caseId: work.id, commandId: randomUUID(), seen: (await work.view()).version })
  const pass = async (work: CaseWork, role: Role, aspect: 'legality' | 'secrecy' | 'privacy', digest: string) =>
    reviewReply(place.office, place.actor(role), { ...(await deed(work)), digest, aspect, conclusion: 'pass', note: '' })

  test('三项审查由不同的人、都不是拟稿人作出；少一项不能审批；改了一个字要重新审查', async () => {
    const work = await newCase(place, '2026-03-02')
    const { digest } = await sentUp(work, GRANTED, '2026-03-03')
    const approve = async (of: string) => approveReply(place.office, place.actor('head'), { ...(await deed(work)), digest: of })
    expect(await approve(digest)).toMatchObject({
      refusals: [{ code: 'review-needed', say: expect.stringContaining('合法性审查、保密审查') }],
    })
    const waits = async () =>
      must(await listTasks(place.office, place.actor('legalReviewer')))
        .filter(({ caseId }) => caseId === work.id)
        .map(({ what }) => what)
    expect(await waits()).toEqual(['审查答复稿'])
    const drafter = { ...place.actor('clerk'), roles: ['clerk', 'legalReviewer'] as Role[] }
    expect(
      await reviewReply(place.office, drafter, {
        ...(await deed(work)),
        digest,
        aspect: 'legality',
        conclusion: 'pass',
        note: '',
      }),
    ).toMatchObject({ refusals: [{ say: '您参与拟写了这一稿，不能审查自己的稿子。' }] })
    must(await pass(work, 'legalReviewer', 'legality', digest))
    expect(await waits()).toEqual([])
    const both = { ...place.actor('legalReviewer'), roles: ['legalReviewer', 'secrecyReviewer'] as Role[] }
    expect(
      await reviewReply(place.office, both, { ...(await deed(work)), digest, aspect: 'secrecy', conclusion: 'pass', note: '' }),
    ).toMatchObject({ refusals: [{ say: expect.stringContaining('至少由 3 人分别承担') }] })
    must(await pass(work, 'secrecyReviewer', 'secrecy', digest))
    const giveBack = { ...(await deed(work)), digest, aspect: 'privacy', conclusion: 'return' } as const
    expect(await reviewReply(place.office, place.actor('privacyReviewer'), { ...giveBack, note: ' ' })).toMatchObject({
      refusals: [{ field: 'note' }],
    })
    must(await reviewReply(place.office, place.actor('privacyReviewer'), { ...giveBack, note: '附件里有身份证号，请去掉。' }))
    expect((await work.view()).draft).toMatchObject({ state: 'returned', returnedBecause: '附件里有身份证号，请去掉。' })
    const { digest: second } = await sentUp(work, { ...GRANTED, remark: '附件已去掉个人信息。' }, '2026-03-04')
    expect(await approve(second)).toMatchObject({ refusals: [{ code: 'review-needed' }] })
    const { changes } = must(await viewDeciding(place.office, place.actor('head'), work.id))
    expect(changes).toContainEqual({ kind: 'added', text: '附件已去掉个人信息。' })
    await passReviews(place, work.id, (await work.view()).version, second)
    must(await approve(second))
  })

  test('分管负责人没有书面授权不能审批；有授权可以；撤销之后又不可以', async () => {
    const { office } = place
    const [head, deputy] = [place.actor('head'), place.actor('deputyHead')]
    const ready = async () => {
      const work = await newCase(place, '2026-03-02')
      const { digest } = await sentUp(work, GRANTED, '2026-03-03')
      await passReviews(place, work.id, (await work.view()).version, digest)
      return { work, approve: async () => approveReply(office, deputy, { ...(await deed(work)), digest }) }
    }
    const first = await ready()
    expect(await first.approve()).toMatchObject({ refusals: [{ code: 'delegation-needed' }] })
    const given = { officerId: deputy.id, from: on('2026-03-02'), to: on('2026-03-31'), document: '云教授〔2026〕1号' }
    expect(await delegate(office, place.actor('officeHead'), given)).toMatchObject({ refusals: [{ code: 'not-permitted' }] })
    const { delegations } = must(await delegate(office, head, given))
    must(await first.approve())
    expect((await first.work.view()).acts.at(-1)?.act).toMatchObject({ delegation: delegations[0]?.id, approvedBy: deputy.name })
    const second = await ready()
    must(await revokeDelegation(office, head, { id: delegations[0]?.id ?? '' }))
    expect(await second.approve()).toMatchObject({ refusals: [{ code: 'delegation-needed' }] })
  })

  test('分办有内部时限，早于法定期限，留有经过；外出期间由代理人看得到、办得了', async () => {
    const { office, ids } = place
    const work = await newCase(place, '2026-03-02')
    const clerk = place.actor('clerk')
    const to = { caseId: work.id, sectionId: ids.section, officerId: null }
    must(await assignCase(office, clerk, to))
    // Due on 30 March; five working days before it is the 23rd.
    expect(must(await viewDeciding(office, clerk, work.id))).toMatchObject({
      sectionDueOn: '2026-03-23',
      suggestedDueOn: '2026-03-23',
    })
    expect(await assignCase(office, clerk, { ...to, dueOn: on('2026-04-01') })).toMatchObject({ refusals: [{ field: 'dueOn' }] })
    must(await assignCase(office, clerk, { ...to, dueOn: on('2026-03-20') }))
    expect(must(await viewDeciding(office, clerk, work.id)).assignments.map(({ dueOn }) => dueOn)).toEqual([
      '2026-03-23',
      '2026-03-20',
    ])
    const task = async (actor = clerk) => must(await listTasks(office, actor)).find(({ caseId }) => caseId === work.id)
    expect((await task())?.why).toContain('内部时限 2026-03-20')
    place.setToday('2026-03-23')
    expect((await task())?.what).toContain('科室已超过内部时限（2026-03-20）')
    place.setToday('2026-03-05')
    const standIn = { ...place.actor('informationOfficer'), roles: ['sectionOfficer'] as Role[] }
    expect(await viewCase(office, standIn, work.id)).toMatchObject({ ok: false })
    must(
      await recordAbsence(office, clerk, {
        officerId: place.actor('sectionOfficer').id,
        deputyId: standIn.id,
        from: on('2026-03-02'),
        to: on('2026-03-10'),
      }),
    )
    const standsInFor = await sectionsStoodInFor(office.db, ids.bureau, standIn.id, on('2026-03-05'))
    expect(must(await viewCase(office, { ...standIn, standsInFor }, work.id)).id).toBe(work.id)
    const own = { ...standIn, sectionId: randomUUID() }
    expect(await task(own)).toBeUndefined()
    expect((await task({ ...own, standsInFor }))?.caseId).toBe(work.id)
    expect(await sectionsStoodInFor(office.db, ids.bureau, standIn.id, on('2026-03-11'))).toEqual([])
  })
})
