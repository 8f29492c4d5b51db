/** 签发链：学校的信息由主管部门再审定，分管负责人凭授权签发，紧急跳过的一步补审前一直是待办。 */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { listTasks, countTasks } from '../../src/office/desk/list-tasks.ts'
import { delegateRelease, revokeRelease, viewReleaseDelegations } from '../../src/office/people/release-delegations.ts'
import {
  endSuperior,
  forceEdition,
  lookAfterEdition,
  passEdition,
  requireSuperior,
  returnEdition,
  viewEdition,
  viewEditions,
  viewSuperior,
} from '../../src/office/publication/index.ts'
import type { Actor } from '../../src/record/people/roles.ts'
import { reviewSheet } from '../../src/record/publication/review-sheet.ts'
import { type County, county, must } from './county.ts'
import { ONE_PIXEL, why } from './desk.ts'
import { editionWork } from './editions-work.ts'
import { signInAs } from './staff.ts'

let place: County
let app: FastifyInstance
let work: ReturnType<typeof editionWork>
beforeAll(async () => {
  place = await county('2026-03-02')
  app = await place.product.buildServer()
  work = editionWork(place)
})
afterAll(async () => {
  await app.close()
  await place.close()
})

const FEES = { column: 'school-fees', number: '', title: '春季学期课后服务收费公示' }
const at = (agency: 'bureau' | 'school', role: Parameters<County['actor']>[0]) => place.actor(role, agency)
const status = async (url: string) => (await app.inject({ url })).statusCode

async function ask(given: { columns?: string[]; units?: string[]; who?: 'head' | 'office' } = {}) {
  const input = { id: randomUUID(), units: [], columns: [], who: 'head' as const, from: localDate('2026-03-02'), why: '统一口径' }
  must(await requireSuperior(place.office, at('bureau', 'officeHead'), { ...input, ...given }))
  return async () => must(await endSuperior(place.office, at('bureau', 'head'), { id: input.id }))
}

/** As the superior's person does it: on what they see. */
async function decide(by: Actor, id: string, step: 'superior' | 'head' = 'superior') {
  const { version, digest } = must(await viewEdition(place.office, by, { id }))
  return passEdition(place.office, by, { id, commandId: randomUUID(), seen: version, digest, step, note: '' })
}

describe('主管部门审定（国办发〔2020〕50号）', () => {
  test('要求的栏目：校长签发以后到局里，局长审定后公开；呈批单写明是谁的哪一步', async () => {
    const end = await ask({ columns: ['school-fees'] })
    const one = await work.draft(FEES, at('school', 'informationOfficer'))
    expect(await one.view()).toMatchObject({ chain: ['secrecy', 'privacy', 'head', 'superior'], superior: '云岭县教育局' })
    must(await one.submit())
    const head = at('bureau', 'head')
    // Before it has come to them, it is nothing of theirs.
    expect(why(await viewEdition(place.office, head, { id: one.id }))).toContain('not-found')
    for (const step of ['secrecy', 'privacy', 'head'] as const) must(await one.pass(step))
    const waiting = await one.view()
    expect(waiting).toMatchObject({ state: 'inReview', next: 'superior', waitsFor: ['head·bureau'] })
    expect(await status(`/dyxx/doc/${waiting.documentId}`)).toBe(404)

    const listed = must(await viewEditions(place.office, head, { tab: 'todo', page: 1, words: '' }))
    expect(listed.rows.map(({ id, unit }) => [id, unit])).toContainEqual([one.id, '云岭县第一小学'])
    expect(must(await viewEdition(place.office, head, { id: one.id })).unit).toBe('云岭县第一小学')
    for (const [agency, role] of [
      ['bureau', 'officeHead'],
      ['bureau', 'clerk'],
      ['bureau', 'secrecyReviewer'],
      ['bureau', 'supervisor'],
    ] as const)
      expect(why(await viewEdition(place.office, at(agency, role), { id: one.id }))).toMatch(/not-found|not-permitted/)
    expect(why(await viewEdition(place.office, place.actor('head', 'otherBureau'), { id: one.id }))).toContain('not-found')
    // The school cannot do it for the bureau.
    expect(why(await one.pass('superior', at('school', 'head')))).toContain('not-permitted')

    must(await decide(head, one.id))
    const after = await one.view()
    expect(after.state).toBe('released')
    expect(await status(`/dyxx/doc/${after.documentId}`)).toBe(200)
    const sheet = reviewSheet(after)
    expect(sheet.rows.map(([, what, by]) => [what, by])).toContainEqual(['主管部门审定：通过', 'head·bureau（云岭县教育局）'])
    const [log] = await place.asOwner(
      `select count(*)::int as n from audit_entry where verb = 'documents.releaseBelow' and target = '${one.id}'`,
    )
    expect(log?.n).toBe(2)
    await end()
  })

  test('局里退回：校长看到原因，改过以后从头再审', async () => {
    const end = await ask({ who: 'office' })
    const one = await work.draft({ ...FEES, title: '退回的收费公示' }, at('school', 'informationOfficer'))
    must(await one.submit())
    for (const step of ['secrecy', 'privacy', 'head'] as const) must(await one.pass(step))
    const lead = at('bureau', 'officeHead')
    // What was asked is the office's word: the bureau's head is not asked.
    expect(why(await viewEdition(place.office, at('bureau', 'head'), { id: one.id }))).toContain('not-found')
    const { version } = must(await viewEdition(place.office, lead, { id: one.id }))
    const command = { id: one.id, commandId: randomUUID(), seen: version }
    must(await returnEdition(place.office, lead, { ...command, step: 'superior', note: '标准应写到每生每月' }))
    const back = await one.view()
    expect(back).toMatchObject({ state: 'drafting', passed: [] })
    expect(back.steps.at(-1)).toMatchObject({ note: '标准应写到每生每月', ofAgency: '云岭县教育局' })
    await end()
    // Nobody asks any more: it is sent again, and the principal's word is the last.
    must(await one.submit())
    expect((await one.passAll()).chain.at(-1)).toBe('head')
  })

  test('停止要求以前送审的，仍由局里审定；以后送审的不用', async () => {
    const end = await ask()
    const before = await work.draft({ ...FEES, title: '停止以前送审' }, at('school', 'informationOfficer'))
    must(await before.submit())
    await end()
    const later = await work.draft({ ...FEES, title: '停止以后送审' }, at('school', 'informationOfficer'))
    must(await later.submit())
    expect((await before.view()).chain.at(-1)).toBe('superior')
    expect((await later.view()).chain.at(-1)).toBe('head')
    for (const step of ['secrecy', 'privacy', 'head'] as const) must(await before.pass(step))
    must(await decide(at('bureau', 'head'), before.id))
    const { rules } = must(await viewSuperior(place.office, at('bureau', 'head')))
    expect(rules.every(({ ended }) => ended !== null)).toBe(true)
    expect(rules.length).toBeGreaterThanOrEqual(3)
  })

  test('只对本单位工作人员公开的不到局里；要求只能由有权的人、从今天起、对所属学校提出', async () => {
    const end = await ask()
    const internal = { ...FEES, title: '教职工考勤', audience: 'staff', reason: '属于内部事务' }
    const one = await work.draft(internal, at('school', 'informationOfficer'))
    expect((await one.view()).chain.at(-1)).toBe('head')
    await end()
    const input = { id: randomUUID(), units: [], columns: [], who: 'head' as const, from: localDate('2026-03-02'), why: '统一' }
    const lead = at('bureau', 'officeHead')
    expect(why(await requireSuperior(place.office, at('bureau', 'clerk'), input))).toContain('not-permitted')
    expect(why(await requireSuperior(place.office, lead, { ...input, from: localDate('2026-03-01') }))).toContain('过去的日子')
    expect(why(await requireSuperior(place.office, lead, { ...input, units: [place.ids.otherBureau] }))).toContain(
      '不是本单位所属',
    )
    expect(why(await requireSuperior(place.office, place.actor('officeHead', 'otherBureau'), input))).toContain('没有所属的学校')
  })
})

describe('分管负责人凭书面授权签发', () => {
  const give = (given: Partial<Parameters<typeof delegateRelease>[2]> = {}, by = at('bureau', 'head')) =>
    delegateRelease(place.office, by, {
      id: randomUUID(),
      officerId: at('bureau', 'deputyHead').id,
      columns: ['education-admission'],
      from: localDate('2026-03-02'),
      to: localDate('2026-03-31'),
      document: '云教党组〔2026〕3号',
      ...given,
    })
  const waiting = async (given: Parameters<typeof work.draft>[0] = {}) => {
    const one = await work.draft(given)
    must(await one.submit())
    for (const step of (await one.view()).chain.slice(0, -1)) must(await one.pass(step))
    return one
  }

  test('没有授权的不能签发；授权之后可以，呈批单写明依据哪份授权', async () => {
    const deputy = at('bureau', 'deputyHead')
    const one = await waiting()
    expect(why(await one.pass('head', deputy))).toContain('没有单位主要负责人对“招生管理”栏目的书面授权')
    expect((await one.view()).waitsFor).toEqual(['head·bureau'])
    const todo = async () => must(await viewEditions(place.office, deputy, { tab: 'todo', page: 1, words: '' })).rows
    expect(await todo()).toEqual([])
    must(await give())
    expect((await one.view()).waitsFor).toEqual(['deputyHead·bureau', 'head·bureau'])
    expect((await todo()).map(({ id }) => id)).toEqual([one.id])
    must(await one.pass('head', deputy))
    const done = await one.view()
    expect(done.steps.find(({ step }) => step === 'head')).toMatchObject({
      by: 'deputyHead·bureau',
      authority: '云教党组〔2026〕3号（2026年3月2日至2026年3月31日）',
    })
    expect(reviewSheet(done).rows.flat().join()).toContain('依据授权：云教党组〔2026〕3号')
  })

  test('不在授权的栏目、规范性文件、审定不公开的，不能签发，写明理由', async () => {
    const deputy = at('bureau', 'deputyHead')
    const other = await waiting({ column: 'plans' })
    expect(why(await other.pass('head', deputy))).toContain('您的授权不包括“规划计划”栏目')
    const rule = await waiting({ normative: true, number: '云教规〔2026〕1号' })
    expect(why(await rule.pass('head', deputy))).toContain('行政规范性文件由单位主要负责人本人签发')
    const kept = await waiting({ attribute: 'withheld', ground: 'thirdParty', reason: '涉及第三方商业秘密' })
    expect(why(await kept.pass('head', deputy))).toContain('审定不公开由单位主要负责人本人签发')
    const shown = must(await viewEdition(place.office, deputy, { id: rule.id }))
    expect(shown.may.pass?.map(({ cite }) => cite?.at)).toEqual(['22'])
  })

  test('授权不能写法律留给主要负责人的栏目、过去的日子、不是分管负责人的人；只有主要负责人能授权', async () => {
    expect(why(await give({ columns: ['budget', 'fees'] }))).toContain('财政预决算由单位主要负责人本人签发，不能授权')
    expect(why(await give({ to: localDate('2026-03-01') }))).toContain('截止之日早于开始之日')
    expect(why(await give({ officerId: at('bureau', 'clerk').id }))).toContain('只能授权给本单位在职的分管负责人')
    expect(why(await give({ columns: [] }))).toContain('没有选择栏目')
    expect(why(await give({}, at('bureau', 'officeHead')))).toContain('not-permitted')
  })

  test('撤销当天起不能再签发，已签发的不变；到期的也不能', async () => {
    const deputy = at('bureau', 'deputyHead')
    const one = await waiting()
    const head = at('bureau', 'head')
    const { rows } = must(await viewReleaseDelegations(place.office, head))
    const revoke = { id: rows[0]?.id ?? '', because: '分工调整' }
    must(await revokeRelease(place.office, head, revoke))
    expect(why(await revokeRelease(place.office, head, revoke))).toContain('already-done')
    expect(why(await one.pass('head', deputy))).toContain('已于2026年3月2日撤销，不能据以签发')
    must(await give({ to: localDate('2026-03-03') }))
    place.setToday('2026-03-04')
    expect(why(await one.pass('head', deputy))).toContain('已于2026年3月3日到期')
    place.setToday('2026-03-02')
    must(await one.pass('head', deputy))
  })

  test('授权书扫描件：上传、换一份、下载；别的单位拿不到', async () => {
    const head = await signInAs(app, place, 'head')
    const { rows } = must(await viewReleaseDelegations(place.office, at('bureau', 'head')))
    const path = `/release-delegations/${rows[0]?.id}/paper`
    expect((await head.download(path)).status).toBe(404)
    expect((await head.upload(path, { name: '授权书.png', bytes: ONE_PIXEL })).status).toBe(200)
    const kept = await head.download(path)
    expect([kept.status, Buffer.from(kept.bytes).equals(ONE_PIXEL)]).toEqual([200, true])
    const clerk = await signInAs(app, place, 'clerk')
    expect((await clerk.upload(path, { name: '授权书.png', bytes: ONE_PIXEL })).status).toBe(403)
    expect((await (await signInAs(app, place, 'head', 'otherBureau')).download(path)).status).toBe(404)
  })
})

test('紧急跳过的一步：发布后是待办，补审后消去', async () => {
  const one = await work.draft({ title: '汛期停课通知' })
  must(await one.submit())
  const lead = at('bureau', 'officeHead')
  must(await forceEdition(place.office, lead, { ...(await one.command()), because: '汛情紧急，随后校对' }))
  for (const step of ['secrecy', 'privacy', 'final', 'head'] as const) must(await one.pass(step))
  const task = async () => must(await listTasks(place.office, lead)).filter(({ editionId }) => editionId === one.id)
  expect((await task()).map(({ what, why: because }) => [what, because])).toEqual([
    ['补校对', '紧急发布时跳过的一步，发布后要补审'],
  ])
  const counted = await countTasks(place.office, lead)
  const row = must(await viewEditions(place.office, lead, { tab: 'todo', page: 1, words: '汛期' })).rows[0]
  expect(row).toMatchObject({ id: one.id, state: 'released', lookAfter: ['proofread'] })
  must(await lookAfterEdition(place.office, lead, { ...(await one.command()), step: 'proofread', note: '已校对' }))
  expect(await task()).toEqual([])
  expect(await countTasks(place.office, lead)).toBe(counted - 1)
})
