/** 收件：登记、分类、不问用途、重复提交、拆分、联合申请 — through the office's verbs on a real database. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { localDate } from '../../../src/law/date.ts'
import { attachToCase } from '../../../src/office/files/attach-to-case.ts'
import { type LegalSetting, legalSetting } from '../../../src/office/people/agencies.ts'
import { requestFacts } from '../../../src/office/reports/tables.ts'
import { completeRequester } from '../../../src/office/requests/complete-requester.ts'
import { statusOf } from '../../../src/office/requests/look-up-status.ts'
import { recordAct } from '../../../src/office/requests/record-act.ts'
import { registerGroup, registerRequest } from '../../../src/office/requests/register-request.ts'
import { keepTwins, lastAsked, withdrawTwin } from '../../../src/office/requests/settle-twin.ts'
import { splitRequest } from '../../../src/office/requests/split-request.ts'
import { viewLetter } from '../../../src/office/requests/view-case.ts'
import { classify, viewIntake } from '../../../src/office/requests/view-intake.ts'
import type { Letter } from '../../../src/record/letters/model.ts'
import { SUBMITTED_AUTHORITY } from '../../../src/record/requests/evidence.ts'
import { requestContentSchema, type Requester, requesterSchema } from '../../../src/record/people/requester.ts'
import { CONTENT, type County, county, MARKER, MARKER_PHONE, must, REQUESTER } from '../county.ts'
import { type Desk, deskOf, ONE_PIXEL, why } from '../desk.ts'

let place: County
let desk: Desk
beforeAll(async () => {
  place = await county('2026-03-09')
  desk = deskOf(place)
})
afterAll(() => place.close())

const day = localDate
const clerk = () => place.actor('clerk')

describe('G3 登记在先，分类在后', () => {
  test('G3 看着像信访、身份证明和联系方式都没有、内容也不明确的，照样编号；缺什么成为补正事由', async () => {
    place.setToday('2026-03-09')
    const view = await desk.registered({
      via: 'signed-mail',
      submittedOn: day('2026-03-06'),
      requester: {
        kind: 'naturalPerson',
        name: '',
        contactName: '',
        idPaper: 'otherPaper',
        idNumber: '',
        phone: '',
        email: '',
        address: '',
        postcode: '',
      },
      content: { ...CONTENT, subject: '', description: '我家孩子为什么没有录取，要求严肃查处！' },
      unclear: true,
    })
    expect(view.number).toMatch(/公开申〔2026〕\d+号$/)
    expect(view.clock.due).toBe('2026-04-03')
    const { gaps } = await desk.intakeOf(view.id)
    expect([...new Set(gaps.map(({ trigger }) => trigger))]).toEqual(['content', 'identity', 'contact'])
    const noted = must(await classify(place.office, clerk(), { caseId: view.id, looksLike: 'petition', unclear: true }))
    expect(noted.looksLike).toBe('petition')
    const after = await desk.caseOf(view.id)
    expect({ number: after.number, due: after.clock.due, phase: after.phase }).toEqual({
      number: view.number,
      due: '2026-04-03',
      phase: 'running',
    })
  })

  test('G3 空白的登记不编号；有一项就编号', async () => {
    const nobody = { name: '', contactName: '', idNumber: '', phone: '', email: '', address: '', postcode: '' }
    const blank = {
      via: 'in-person',
      submittedOn: day('2026-03-06'),
      requester: { ...nobody, kind: 'naturalPerson', idPaper: 'residentId' },
      content: { ...CONTENT, subject: ' ', description: '' },
    } as const
    const register = (more: object) =>
      registerRequest(place.office, clerk(), { ...blank, commandId: randomUUID(), receivedOn: null, ...more })
    const before = await place.asOwner('select number from request_case')
    expect(await register({})).toMatchObject({ refusals: [{ code: 'field-missing', field: 'content.subject' }] })
    expect(await place.asOwner('select number from request_case')).toHaveLength(before.length)
    must(await register({ requester: { ...blank.requester, phone: MARKER_PHONE } }))
    must(await register({ unclear: true }))
  })

  test('G3 代理人没有委托书的，先编号；委托书补来入卷后，不再是补正事由', async () => {
    const agent = { role: 'agent', name: `${MARKER}周律师`, idPaper: 'otherPaper', idNumber: `${MARKER}-B1`, phone: '' } as const
    const view = await desk.registered({
      via: 'in-person',
      submittedOn: day('2026-03-06'),
      requester: { ...REQUESTER, agent: { ...agent, authorised: false } },
    })
    expect((await desk.intakeOf(view.id)).gaps).toEqual([{ trigger: 'authority', say: '没有收到委托代理人的授权委托书。' }])
    const upload = { name: '委托书.png', bytes: ONE_PIXEL }
    must(await attachToCase(place.office, clerk(), { caseId: view.id, upload, kind: '委托书' }))
    expect((await desk.intakeOf(view.id)).gaps).toEqual([])
    expect((await desk.caseOf(view.id)).files[0]?.purpose).toBe('委托书')
  })

  test('G3 网上随申请提交的授权材料，工作人员核对以后才算有委托书', async () => {
    const agent = { role: 'agent', name: `${MARKER}周律师`, idPaper: 'otherPaper', idNumber: `${MARKER}-B2`, phone: '' } as const
    const view = await desk.registered({
      via: 'in-person',
      submittedOn: day('2026-03-06'),
      requester: { ...REQUESTER, agent: { ...agent, authorised: false } },
      content: { ...CONTENT, subject: '教师交流轮岗名单' },
    })
    const checked = () => completeRequester(place.office, clerk(), { caseId: view.id, completion: { authorised: true } })
    expect(why(await checked())).toContain('proof-missing')
    const upload = { name: '一张照片.png', bytes: ONE_PIXEL, purpose: SUBMITTED_AUTHORITY }
    must(await attachToCase(place.office, clerk(), { caseId: view.id, upload }))
    const waiting = await desk.intakeOf(view.id)
    expect(waiting.gaps.map(({ trigger }) => trigger)).toEqual(['authority'])
    expect(waiting.authorityToCheck.map(({ name }) => name)).toEqual(['一张照片.png'])
    // 文件名常带姓名：不能查看个人信息的人（如负责人）只看到种类，和案件页一样。
    const seen = must(await viewIntake(place.office, place.actor('head'), view.id))
    expect(seen.authorityToCheck).toMatchObject([{ name: SUBMITTED_AUTHORITY, mayOpen: false }])
    must(await checked())
    expect(await desk.intakeOf(view.id)).toMatchObject({ gaps: [], authorityToCheck: [] })
    expect((await desk.caseOf(view.id)).requester.agent?.authorised).toBe(true)
  })

  test('G3 补正以后补登身份和联系方式；已经登记清楚的不能改写', async () => {
    const view = await desk.registered({
      via: 'signed-mail',
      submittedOn: day('2026-03-06'),
      requester: { ...REQUESTER, idNumber: '', phone: '' },
    })
    const complete = (completion: Partial<Requester>) => completeRequester(place.office, clerk(), { caseId: view.id, completion })
    expect(why(await complete({ address: '另一处地址' }))).toContain('already-done')
    must(await complete({ idNumber: `${MARKER}-C7654321`, phone: MARKER_PHONE }))
    expect((await desk.intakeOf(view.id)).gaps).toEqual([])
  })

  test('G3 口径只认“内容不明确”的机关，不以缺少身份证明要求补正', async () => {
    const setting: LegalSetting = await legalSetting(place.office, place.ids.bureau)
    expect(setting.readings.correctionTriggers).toBe('all')
    const view = await desk.registered({
      via: 'in-person',
      submittedOn: day('2026-03-06'),
      requester: { ...REQUESTER, idNumber: '' },
    })
    await place.asOwner(`insert into agency_setting (agency_id, from_date, readings) values ($1, '2026-03-09', $2)`, [
      place.ids.bureau,
      JSON.stringify({ correctionTriggers: 'contentOnly' }),
    ])
    try {
      expect((await desk.intakeOf(view.id)).gaps).toEqual([])
      const asked = { kind: 'correction-asked', on: day('2026-03-09'), items: '身份证明', replyBy: day('2026-03-20') } as const
      expect(why(await desk.act(view.id, { ...asked, triggers: ['identity'] }))).toContain('不是要求补正的事由')
    } finally {
      await place.asOwner('delete from agency_setting where agency_id = $1', [place.ids.bureau])
    }
  })
})

describe('G5 不问用途', () => {
  test('G5 登记的内容里没有用途、理由、身份资格一栏；多送来的也不保存', () => {
    const fields = [...Object.keys(requesterSchema.shape), ...Object.keys(requestContentSchema.shape)]
    expect(fields.filter((name) => /purpose|reason|use|need|用途/i.test(name))).toEqual([])
    expect(requestContentSchema.parse({ ...CONTENT, purpose: '诉讼' })).toEqual(CONTENT)
    expect(requesterSchema.parse({ ...REQUESTER, profession: '教师' })).toEqual(REQUESTER)
  })
})

describe('G19 重复提交看得见，不悄悄合并', () => {
  const content = { ...CONTENT, subject: '2024年营养改善计划供应商名单' }
  const twice = async () => {
    const first = must(await desk.register({ via: 'in-person', submittedOn: day('2026-03-02'), content }))
    const again = { ...content, subject: '2024年营养改善计划 供应商名单。' }
    const second = must(await desk.register({ via: 'signed-mail', submittedOn: day('2026-03-06'), content: again }))
    return { first, second }
  }

  test('G19 同一人、同样内容，两件都编号，互相提示；申请人没有同意的，不能撤回其一', async () => {
    place.setToday('2026-03-09')
    const { first, second } = await twice()
    const { twins } = await desk.intakeOf(second.id)
    expect(twins.map(({ number }) => number)).toEqual([first.number])
    const { version } = await desk.caseOf(second.id)
    const command = { caseId: second.id, seen: version, otherId: first.id }
    const refused = why(await withdrawTwin(place.office, clerk(), { ...command, commandId: randomUUID(), consent: '' }))
    expect(refused).toContain('请先联系申请人')
    const consent = `3月9日电话联系${REQUESTER.name}，同意`
    must(await withdrawTwin(place.office, clerk(), { ...command, commandId: randomUUID(), consent }))
    const withdrawn = await desk.caseOf(second.id)
    expect(withdrawn.phase).toBe('withdrawn')
    expect(JSON.stringify(withdrawn.acts)).not.toContain(REQUESTER.name)
    expect((await desk.intakeOf(first.id)).linked).toMatchObject([{ number: second.number, kind: 'mistake' }])
  })

  test('G19 申请人说是两件的，两件都办，不再提示', async () => {
    const other = { ...content, subject: '2023年营养改善计划供应商名单' }
    const first = must(await desk.register({ via: 'in-person', submittedOn: day('2026-03-02'), content: other }))
    const second = must(await desk.register({ via: 'in-person', submittedOn: day('2026-03-03'), content: other }))
    must(await keepTwins(place.office, clerk(), { caseId: second.id, otherId: first.id }))
    expect(await desk.intakeOf(second.id)).toMatchObject({ twins: [], linked: [{ kind: 'separate' }] })
  })

  test('G22 只凭证件号码问不出别人申请过什么：姓名、联系方式也要相同', async () => {
    const other = { ...content, subject: '2022年营养改善计划供应商名单' }
    must(await desk.register({ via: 'in-person', submittedOn: day('2026-03-04'), content: other }))
    const ask = (requester: Requester) => lastAsked(place.office, place.ids.bureau, requester, other)
    expect(await ask(REQUESTER)).toBe('2026-03-04')
    expect(await ask({ ...REQUESTER, name: '别人' })).toBeNull()
    expect(await ask({ ...REQUESTER, phone: '13800000000', address: '别处' })).toBeNull()
  })
})

describe('G14 一事一申请', () => {
  const items = [
    { subject: '2025年公用经费决算', description: '' },
    { subject: '2025年食堂账目公示', description: '全县小学' },
    { subject: '2025年教师招聘名册', description: '' },
  ]
  async function split() {
    const opened = must(await desk.register({ via: 'in-person', submittedOn: day('2026-03-02') }))
    const { version } = await desk.caseOf(opened.id)
    const command = { caseId: opened.id, commandId: randomUUID(), seen: version, items }
    must(await splitRequest(place.office, clerk(), command))
    must(await splitRequest(place.office, clerk(), command))
    return opened
  }

  test('G14 一份申请拆分为三件：各有编号、同一收到之日，申请人用同一查询码都能看到', async () => {
    place.setToday('2026-03-09')
    const opened = await split()
    const { linked } = await desk.intakeOf(opened.id)
    expect(linked.map(({ subject, kind }) => [subject, kind])).toEqual([
      ['2025年食堂账目公示', 'split'],
      ['2025年教师招聘名册', 'split'],
    ])
    expect((await desk.caseOf(opened.id)).subject).toBe('2025年公用经费决算')
    for (const { id, number } of linked) {
      expect((await desk.caseOf(id)).clock.due).toBe('2026-03-30')
      const status = must(await statusOf(place.office, { agencyId: place.ids.bureau, number, queryCode: opened.queryCode }))
      expect(status.together.map((one) => one.number)).toContain(opened.number)
    }
  })

  test('G14 已经进入办理的，不再拆分，逐项答复', async () => {
    const opened = must(await desk.register({ via: 'in-person', submittedOn: day('2026-03-02') }))
    must(await desk.act(opened.id, { kind: 'agency-asked', on: day('2026-03-05'), agency: '云岭县财政局', as: 'consulted' }))
    const { version } = await desk.caseOf(opened.id)
    const command = { caseId: opened.id, commandId: randomUUID(), seen: version, items }
    expect(why(await splitRequest(place.office, clerk(), command))).toContain('请在答复中逐项答复')
  })

  test('统计口径：按申请件数计一件，按拆分后件数计三件', async () => {
    const opened = await split()
    const ids = [opened.id, ...(await desk.intakeOf(opened.id)).linked.map(({ id }) => id)]
    const counted = async () =>
      (await requestFacts(place.office.db, place.ids.bureau, 2026)).filter(({ caseId }) => ids.includes(caseId)).length
    expect(await counted()).toBe(1)
    await place.asOwner(`insert into agency_setting (agency_id, from_date, readings) values ($1, '2026-01-01', $2)`, [
      place.ids.bureau,
      JSON.stringify({ splitCounting: 'asSplit' }),
    ])
    try {
      expect(await counted()).toBe(3)
    } finally {
      await place.asOwner('delete from agency_setting where agency_id = $1', [place.ids.bureau])
    }
  })
})

describe('G22 联合申请人、代理人同申请人一样保密', () => {
  const joint = [
    { name: `${MARKER}王秀英`, idPaper: 'otherPaper', idNumber: `${MARKER}-D1`, phone: MARKER_PHONE, address: '' },
    { name: `${MARKER}马国庆`, idPaper: 'otherPaper', idNumber: `${MARKER}-D2`, phone: '', address: '' },
  ] as const
  const agent = {
    role: 'guardian',
    name: `${MARKER}赵丽华`,
    idPaper: 'otherPaper',
    idNumber: `${MARKER}-D3`,
    phone: MARKER_PHONE,
    authorised: true,
  } as const
  const requester: Requester = { ...REQUESTER, joint: [...joint], agent }

  test('G22 三人联合申请是一件；告知书写明三人，给第三方的征求意见书一个名字也没有', async () => {
    place.setToday('2026-03-09')
    const view = await desk.registered({
      via: 'in-person',
      submittedOn: day('2026-03-06'),
      requester,
      content: { ...CONTENT, subject: `${joint[0].name}、${agent.name}要的学区划分方案` },
    })
    for (const { name } of [...joint, agent]) {
      expect(view.subject).not.toContain(name)
      expect(JSON.stringify(view.requester)).not.toContain(name)
    }
    const letterText = async (code: string) => {
      const row = (await desk.caseOf(view.id)).letters.find((one) => one.code === code)
      return JSON.stringify(must(await viewLetter(place.office, clerk(), row?.id ?? '')) satisfies Letter)
    }
    expect(await letterText('D01')).toContain([REQUESTER.name, ...joint.map(({ name }) => name)].join('、'))
    const asked = { kind: 'third-party-asked', on: day('2026-03-09'), party: '第三方甲' } as const
    const { version } = await desk.caseOf(view.id)
    const command = { caseId: view.id, commandId: randomUUID(), seen: version }
    const party = { name: '某某公司', contact: '', address: '', isPerson: false }
    must(await recordAct(place.office, clerk(), { ...command, act: asked, party }))
    const letter = await letterText('D05')
    for (const { name } of [REQUESTER, ...joint, agent]) expect(letter).not.toContain(name)
    const note = `已告知${agent.name}和${joint[1].name}`
    must(await desk.act(view.id, { kind: 'withdrawn', on: day('2026-03-09'), note }))
    const stored = await place.asOwner('select data::text from request_act where case_id = $1', [view.id])
    for (const { name } of [...joint, agent]) expect(JSON.stringify(stored)).not.toContain(name)
  })

  test('申请人类型看申请人，不看代理人：律师代个人提出的，仍是自然人', async () => {
    const lawyer = { ...agent, role: 'agent' as const }
    const view = await desk.registered({
      via: 'in-person',
      submittedOn: day('2026-03-06'),
      requester: { ...REQUESTER, agent: lawyer },
    })
    expect(view.requester.kind).toBe('naturalPerson')
  })

  test('五人分别提出同样的申请：一次登记，各有编号和查询码，互相关联', async () => {
    const others = [1, 2, 3, 4].map((n) => ({ ...REQUESTER, idNumber: `${MARKER}-E${n}` }))
    const input = {
      commandId: randomUUID(),
      requester: REQUESTER,
      others,
      content: { ...CONTENT, subject: '校车线路' },
      via: 'in-person',
      submittedOn: day('2026-03-06'),
      receivedOn: null,
    } as const
    const cases = must(await registerGroup(place.office, clerk(), input))
    expect(new Set(cases.map(({ number }) => number)).size).toBe(5)
    expect(new Set(cases.map(({ queryCode }) => queryCode)).size).toBe(5)
    expect(must(await registerGroup(place.office, clerk(), input))).toEqual(cases)
    const [first, second] = cases
    expect((await desk.intakeOf(second?.id ?? '')).linked).toHaveLength(4)
    const query = { agencyId: place.ids.bureau, number: first?.number ?? '', queryCode: first?.queryCode ?? '' }
    expect(must(await statusOf(place.office, query)).together).toEqual([])
  })
})
