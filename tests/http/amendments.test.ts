/** 更正与自身相关的记录（第四十一条）：一人拟稿、另一人审批；两人同时办理时后一个当场知道，什么也不丢。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { approveAmendment, serveAmendment } from '../../src/office/amendments/decide-amendment.ts'
import { previewDecision, proposeDecision } from '../../src/office/amendments/propose-decision.ts'
import { registerAmendment } from '../../src/office/amendments/register-amendment.ts'
import { listAmendments } from '../../src/office/amendments/view-amendment.ts'
import { countTasks, listTasks } from '../../src/office/desk/list-tasks.ts'
import { delegate, revokeDelegation } from '../../src/office/people/deputies.ts'
import { amendmentDecisionSchema } from '../../src/record/amendments/model.ts'
import type { Actor } from '../../src/record/people/roles.ts'
import { AMENDMENT, CORRECTED, newAmendment } from './amendment-work.ts'
import { type County, county, MARKER, must, REQUESTER } from './county.ts'

let place: County
beforeAll(async () => {
  place = await county('2026-03-02')
})
afterAll(() => place.close())

const on = localDate
const task = async (id: string, actor: Actor) =>
  must(await listTasks(place.office, actor)).find(({ amendmentId }) => amendmentId === id)

describe('决定须由另一人审批', () => {
  test('拟稿送审、负责人批准、登记送达：批准之日为决定之日，告知书写明更正后的记录', async () => {
    const matter = await newAmendment(place, '2026-03-02')
    const [clerk, head] = [place.actor('clerk'), place.actor('head')]
    expect(await task(matter.id, clerk)).toMatchObject({ what: '核查记录，拟写更正决定', dueOn: '2026-03-30', caseId: null })
    expect(await task(matter.id, head)).toBeUndefined()
    place.setToday('2026-03-04')
    expect(await matter.approve()).toMatchObject({ refusals: [{ code: 'approval-needed' }] })
    must(await matter.propose(CORRECTED))
    expect(await matter.view()).toMatchObject({ state: 'proposed', result: null, proposal: { decision: CORRECTED } })
    expect((await task(matter.id, head))?.what).toBe('审批更正决定')
    expect(await countTasks(place.office, head)).toBe(1)
    const preview = must(
      await previewDecision(place.office, head, { id: matter.id, decision: amendmentDecisionSchema.parse(CORRECTED) }),
    )
    expect(preview.refusals).toEqual([])
    expect(preview.letter?.addressee).not.toContain('李梅')
    // 拟稿的人、别的承办人都不能批准。
    for (const role of ['clerk', 'officeHead'] as const)
      expect(await matter.approve(place.actor(role))).toMatchObject({ refusals: [{ code: 'not-permitted' }] })
    place.setToday('2026-03-05')
    must(await matter.approve())
    expect(await matter.view()).toMatchObject({ state: 'decided', result: 'amended', decidedOn: '2026-03-05', proposal: null })
    const letter = await matter.letter()
    for (const words of ['2026年3月5日', '本机关已予更正', '更正后的记录：出生日期登记为3月5日。', '“2019年学籍登记表”不准确'])
      expect(letter).toContain(words)
    expect((await task(matter.id, clerk))?.what).toBe('寄出更正告知书')
    expect(await matter.propose(CORRECTED)).toMatchObject({ refusals: [{ code: 'already-done' }] })
    must(await matter.serve('2026-03-05'))
    expect(await task(matter.id, clerk)).toBeUndefined()
    expect((await matter.view()).acts.map(({ kind }) => kind)).toEqual(['received', 'proposed', 'decided', 'served'])
  })

  test('退回须写明理由；修改后重新送审；参与拟稿的人即使是负责人也不能批准', async () => {
    const matter = await newAmendment(place, '2026-03-02')
    must(await matter.propose({ result: 'refused', reasons: '登记无误。' }))
    expect(await matter.giveBack(' ')).toMatchObject({ refusals: [{ code: 'field-missing', field: 'because' }] })
    must(await matter.giveBack('请写明核对了哪些原始材料'))
    const back = await matter.view()
    expect(back).toMatchObject({ state: 'returned', proposal: { returnedBecause: '请写明核对了哪些原始材料' } })
    expect(back.acts.at(-1)).toMatchObject({ kind: 'returned', detail: '请写明核对了哪些原始材料' })
    expect((await task(matter.id, place.actor('clerk')))?.what).toBe('更正决定稿被退回，请修改')
    expect(await matter.approve()).toMatchObject({ refusals: [{ code: 'approval-needed' }] })
    // 很小的单位，一人兼任承办和负责人：他拟过稿，就不能批准，也不能退回。
    const both: Actor = { ...place.actor('head'), roles: ['head', 'clerk'] }
    must(await matter.propose({ result: 'refused', reasons: '经核对出生医学证明，登记无误。' }, both))
    expect(await matter.approve(both)).toMatchObject({ refusals: [{ code: 'second-person-needed' }] })
    expect((await matter.view(both)).mayApprove?.refusal?.code).toBe('second-person-needed')
    expect((await task(matter.id, both))?.what).toBe('更正决定稿待审批')
    expect((await matter.view()).state).toBe('proposed')
  })

  test('分管负责人凭书面授权审批；没有授权、授权撤销的不能', async () => {
    const { office } = place
    const [head, deputy] = [place.actor('head'), place.actor('deputyHead')]
    const first = await newAmendment(place, '2026-03-02')
    must(await first.propose(CORRECTED))
    expect(await first.approve(deputy)).toMatchObject({ refusals: [{ code: 'delegation-needed' }] })
    const given = { officerId: deputy.id, from: on('2026-03-02'), to: on('2026-03-31'), document: '云教授〔2026〕1号' }
    const { delegations } = must(await delegate(office, head, given))
    expect((await task(first.id, deputy))?.what).toBe('审批更正决定')
    must(await first.approve(deputy))
    expect(await first.view()).toMatchObject({ state: 'decided', result: 'amended' })
    must(await revokeDelegation(office, head, { id: delegations[0]?.id ?? '' }))
    const second = await newAmendment(place, '2026-03-02')
    must(await second.propose(CORRECTED))
    expect(await second.giveBack('先核对', deputy)).toMatchObject({ refusals: [{ code: 'delegation-needed' }] })
  })

  test('没有证据的不能更正；补充证据以后可以，等待审批的稿子须重新看', async () => {
    const matter = await newAmendment(place, '2026-03-02', { evidence: '' })
    expect(await matter.propose(CORRECTED)).toMatchObject({
      refusals: [{ field: 'result', say: '没有登记证明记录不准确的证据。' }],
    })
    place.setToday('2026-03-06')
    expect(await matter.addEvidence('出生医学证明', '2026-03-07')).toMatchObject({ refusals: [{ code: 'date-in-future' }] })
    expect(await matter.addEvidence('出生医学证明', '2026-03-01')).toMatchObject({ refusals: [{ code: 'date-before-cause' }] })
    must(await matter.addEvidence('出生医学证明', '2026-03-06'))
    expect((await matter.view()).content.evidence).toBe('出生医学证明（2026年3月6日补充）')
    must(await matter.propose(CORRECTED))
    const { version } = await matter.view()
    must(await matter.addEvidence('户口簿', '2026-03-06'))
    const stale = { id: matter.id, commandId: randomUUID(), seen: version }
    expect(await approveAmendment(place.office, place.actor('head'), stale)).toMatchObject({
      refusals: [{ code: 'changed-meanwhile' }],
    })
    must(await matter.approve())
  })

  test('更正的须写明更正后的记录，转送、指引的须写明机关', async () => {
    const matter = await newAmendment(place, '2026-03-02')
    const cases = [
      [{ result: 'amended' }, 'correctedTo'],
      [{ result: 'refused' }, 'reasons'],
      [{ result: 'transferred' }, 'to'],
      [{ result: 'pointed' }, 'to'],
    ] as const
    for (const [decision, field] of cases)
      expect(await matter.propose(decision)).toMatchObject({ refusals: [{ code: 'field-missing', field }] })
    expect((await matter.view()).version).toBe(1)
  })
})

/** Two at once: one is done, the other is told, and the record holds exactly one act more. */
async function race<T extends { ok: boolean }>(deeds: [Promise<T>, Promise<T>]): Promise<{ done: number; refused: T[] }> {
  const results = await Promise.all(deeds)
  return { done: results.filter(({ ok }) => ok).length, refused: results.filter(({ ok }) => !ok) }
}

describe('两人同时办理', () => {
  const decision = (reasons: string) => amendmentDecisionSchema.parse({ result: 'refused', reasons })

  test('同时送审两份不同的稿子：先到的算，后到的被告知，可以核对后再送', async () => {
    const matter = await newAmendment(place, '2026-03-02')
    const send = (reasons: string, by: Actor) =>
      proposeDecision(place.office, by, { id: matter.id, commandId: randomUUID(), seen: 1, decision: decision(reasons) })
    const { done, refused } = await race([
      send('登记无误。', place.actor('clerk')),
      send('证据不足。', place.actor('officeHead')),
    ])
    expect(done).toBe(1)
    expect(refused).toMatchObject([
      { refusals: [{ code: 'changed-meanwhile', then: expect.stringContaining('您填写的内容仍在') }] },
    ])
    expect((await matter.view()).version).toBe(2)
  })

  test('同时批准：只有一个决定、一份告知书', async () => {
    const matter = await newAmendment(place, '2026-03-02')
    must(await matter.propose({ result: 'refused', reasons: '登记无误。' }))
    const agree = () => approveAmendment(place.office, place.actor('head'), { id: matter.id, commandId: randomUUID(), seen: 2 })
    const { done, refused } = await race([agree(), agree()])
    expect(done).toBe(1)
    expect(refused).toMatchObject([{ refusals: [{ code: 'already-done', say: expect.stringContaining('作出决定') }] }])
    expect((await matter.view()).acts.filter(({ kind }) => kind === 'decided')).toHaveLength(1)
  })

  test('同时登记送达：只有一次；同一次点击重发的，不算两次，也不报错', async () => {
    const matter = await newAmendment(place, '2026-03-02')
    must(await matter.propose({ result: 'refused', reasons: '登记无误。' }))
    must(await matter.approve())
    const served = (commandId: string) =>
      serveAmendment(place.office, place.actor('clerk'), {
        id: matter.id,
        commandId,
        seen: 3,
        on: on('2026-03-02'),
        by: 'in-person',
        proof: '送达回证',
      })
    const commandId = randomUUID()
    const { done, refused } = await race([served(commandId), served(randomUUID())])
    expect(done).toBe(1)
    expect(refused).toMatchObject([{ refusals: [{ code: 'already-done' }] }])
    const again = await newAmendment(place, '2026-03-02')
    must(await again.propose({ result: 'refused', reasons: '登记无误。' }))
    must(await again.approve())
    const twice = { id: again.id, commandId, seen: 3, on: on('2026-03-02'), by: 'in-person', proof: '送达回证' } as const
    const both = await Promise.all([1, 2].map(() => serveAmendment(place.office, place.actor('clerk'), twice)))
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    expect((await again.view()).acts).toHaveLength(4)
  })

  test('同一份登记同时到两次：只编一个号，号码不空', async () => {
    const given = {
      commandId: randomUUID(),
      requester: REQUESTER,
      content: AMENDMENT,
      via: 'in-person',
      receivedOn: on('2026-03-02'),
    } as const
    const before = must(await listAmendments(place.office, place.actor('clerk'))).length
    const both = await Promise.all([1, 2].map(() => registerAmendment(place.office, place.actor('clerk'), given)))
    expect(both).toMatchObject([{ ok: true }, { ok: true }])
    const rows = must(await listAmendments(place.office, place.actor('clerk')))
    expect(rows).toHaveLength(before + 1)
    const next = await newAmendment(place, '2026-03-02')
    expect((await next.view()).number).toBe(`云教公开更〔2026〕${before + 2}号`)
    expect(JSON.stringify(rows)).not.toContain(MARKER)
  })
})
