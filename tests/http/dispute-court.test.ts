/** 一审、二审、先后几件争议：什么时候生效、谁的争议、没有决定的复议怎样计数。 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DisputeActOf } from '../../src/record/disputes/acts.ts'
import { localDate } from '../../src/law/date.ts'
import { refold } from '../../src/office/oversight/refold.ts'
import { type County, county, must } from './county.ts'
import { disputeWork } from './dispute-work.ts'

let place: County
let disputes: ReturnType<typeof disputeWork>
beforeAll(async () => {
  place = await county('2026-01-05')
  disputes = disputeWork(place)
})
afterAll(() => place.close())

const on = localDate
const ORDERED = { kind: 'decided', on: on('2026-04-01'), result: 'revoked', answerAgain: true } as const

async function ordered() {
  const work = await disputes.answered()
  const id = await disputes.opened(work, { path: 'litigationDirect', on: on('2026-03-02') })
  must(await disputes.record(id, { kind: 'answered', on: on('2026-03-10'), proof: '法院回执' }))
  must(await disputes.record(id, ORDERED))
  return { work, id }
}

test('维持原答复的，不会同时责令重新答复', async () => {
  const work = await disputes.answered()
  const id = await disputes.opened(work, {})
  must(await disputes.record(id, { kind: 'answered', on: on('2026-02-20'), proof: '邮件回执' }))
  const upheld = { kind: 'decided', on: on('2026-04-01'), result: 'upheld' } as const
  expect(await disputes.record(id, { ...upheld, answerAgain: true })).toMatchObject({ refusals: [{ field: 'answerAgain' }] })
  must(await disputes.record(id, { ...upheld, answerAgain: false }))
})

test('后一步的日期不早于它所根据的前一步：上诉不早于一审裁判，二审裁判不早于上诉；案件里的结果与争议卷一致', async () => {
  const { work, id } = await ordered()
  expect(await disputes.record(id, { kind: 'appealed', on: on('2026-03-31'), by: 'agency' })).toMatchObject({
    refusals: [{ code: 'date-before-cause', field: 'on' }],
  })
  must(await disputes.record(id, { kind: 'appealed', on: on('2026-04-10'), by: 'agency' }))
  const affirmed = { kind: 'decided', result: 'affirmed', answerAgain: true } as const
  expect(await disputes.record(id, { ...affirmed, on: on('2026-04-09') })).toMatchObject({
    refusals: [{ code: 'date-before-cause', field: 'on', say: expect.stringContaining('上诉') }],
  })
  expect(await disputes.counted(work)).toMatchObject([{ result: 'pending' }])
  must(await disputes.record(id, { ...affirmed, on: on('2026-06-01') }))
  expect(await disputes.counted(work)).toMatchObject([{ result: 'corrected', closedOn: '2026-06-01' }])
})

describe('《行政诉讼法》第八十九条：发回重审、指令继续审理', () => {
  test('裁定驳回起诉，二审撤销、指令继续审理：仍是尚未审结；再判决、再上诉，结果计在最后', async () => {
    const work = await disputes.answered()
    const id = await disputes.opened(work, { path: 'litigationDirect', on: on('2026-03-02') })
    must(await disputes.record(id, { kind: 'answered', on: on('2026-03-10'), proof: '法院回执' }))
    const decided = (day: string, result: DisputeActOf<'decided'>['result'], answerAgain = false) =>
      disputes.record(id, { kind: 'decided', on: on(day), result, answerAgain })
    expect(await decided('2026-04-01', 'remanded')).toMatchObject({ refusals: [{ field: 'result', cite: { at: '89' } }] })
    must(await decided('2026-04-01', 'suitRejected'))
    must(await disputes.record(id, { kind: 'appealed', on: on('2026-04-08'), by: 'claimant' }))
    must(await disputes.record(id, { kind: 'answered', on: on('2026-04-15'), proof: '法院回执' }))
    expect(await decided('2026-06-01', 'remanded', true)).toMatchObject({ refusals: [{ field: 'result' }] })
    must(await decided('2026-06-01', 'remanded'))
    expect(await disputes.view(id)).toMatchObject({ stage: 'pending', closedOn: null, cell: { column: '尚未审结' } })
    expect(await disputes.counted(work)).toMatchObject([{ result: 'pending', closedOn: null }])

    must(await decided('2026-09-01', 'claimRejected'))
    expect(await disputes.view(id)).toMatchObject({ stage: 'closed', cell: { column: '结果维持' } })
    must(await disputes.record(id, { kind: 'appealed', on: on('2026-09-10'), by: 'claimant' }))
    // 裁定被撤销、继续审理不是发回重审：判决还可以发回一次，之后不得再发回
    must(await disputes.record(id, { kind: 'answered', on: on('2026-09-15'), proof: '法院回执' }))
    must(await decided('2026-10-12', 'remanded'))
    must(await decided('2026-11-02', 'revoked', true))
    must(await disputes.record(id, { kind: 'appealed', on: on('2026-11-09'), by: 'agency' }))
    expect(await decided('2026-12-01', 'remanded')).toMatchObject({ refusals: [{ cite: { at: '89.2' } }] })
    must(await decided('2026-12-01', 'affirmed'))
    expect(await disputes.view(id)).toMatchObject({ stage: 'performing', cell: { column: '结果纠正' } })
    expect(await disputes.counted(work)).toMatchObject([{ result: 'corrected', closedOn: '2026-12-01' }])
    expect(await work.view()).toMatchObject({ phase: 'running' })
  })

  test('发回重审登记错了：先更正其后的判决，再更正它，二审重新待判', async () => {
    const { id } = await ordered()
    must(await disputes.record(id, { kind: 'appealed', on: on('2026-04-10'), by: 'agency' }))
    must(await disputes.record(id, { kind: 'decided', on: on('2026-06-01'), result: 'remanded', answerAgain: false }))
    const remand = await disputes.seqOf(id, 'decided')
    must(await disputes.record(id, { kind: 'decided', on: on('2026-07-01'), result: 'revoked', answerAgain: false }))
    const undo = (of: number) =>
      disputes.record(id, { kind: 'annulled', on: on('2026-07-02'), of, reason: '二审是驳回上诉，登记错了' })
    expect(await undo(remand)).toMatchObject({ refusals: [{ code: 'already-done', field: 'of' }] })
    must(await undo(await disputes.seqOf(id, 'decided')))
    must(await undo(remand))
    must(await disputes.record(id, { kind: 'decided', on: on('2026-07-02'), result: 'affirmed', answerAgain: false }))
    expect(await disputes.view(id)).toMatchObject({ cell: { column: '结果纠正' } })
  })
})

describe('《行政诉讼法》第八十五条：一审判决在上诉期内不生效', () => {
  test('一方上诉，二审驳回诉讼请求：案件从未重新打开，原答复有效，表四计结果维持', async () => {
    const { work, id } = await ordered()
    must(await disputes.record(id, { kind: 'appealed', on: on('2026-04-10'), by: 'agency' }))
    expect(await work.view()).toMatchObject({ phase: 'served' })
    must(await disputes.record(id, { kind: 'decided', on: on('2026-07-01'), result: 'claimRejected', answerAgain: false }))
    expect(await work.view()).toMatchObject({ phase: 'served', outcome: 'unable.needsMaking' })
    expect(await disputes.view(id)).toMatchObject({ stage: 'closed', cell: { column: '结果维持' } })
  })

  test('二审维持原判：一审责令的重新答复自收到二审判决起办理', async () => {
    const { work, id } = await ordered()
    must(await disputes.record(id, { kind: 'appealed', on: on('2026-04-10'), by: 'agency' }))
    must(await disputes.record(id, { kind: 'decided', on: on('2026-07-01'), result: 'affirmed', answerAgain: false }))
    expect(await disputes.view(id)).toMatchObject({ stage: 'performing', cell: { column: '结果纠正' } })
    expect(await work.view()).toMatchObject({ phase: 'running', clock: { due: '2026-07-29' } })
  })

  test('都没有上诉：登记生效后重新打开；已登记生效的，不能再登记上诉', async () => {
    const { work, id } = await ordered()
    must(await disputes.record(id, { kind: 'effective', on: on('2026-04-20'), performBy: on('2026-05-06') }))
    expect(await work.view()).toMatchObject({ phase: 'running', clock: { due: '2026-05-06' } })
    expect(await disputes.record(id, { kind: 'appealed', on: on('2026-04-21'), by: 'claimant' })).toMatchObject({
      refusals: [{ code: 'already-done', then: expect.stringContaining('先更正“裁判生效”') }],
    })
    must(await disputes.record(id, { kind: 'performed', on: on('2026-05-06') }))
    expect((await disputes.view(id)).stage).toBe('closed')
  })

  test('升级以前收到一审判决就重新打开的：上诉后关闭', async () => {
    const { work, id } = await ordered()
    const { number: dispute } = await disputes.view(id)
    const data = { kind: 'reopened', on: '2026-04-01', dispute, by: 'litigation' }
    await place.asOwner(
      `insert into request_act (agency_id, case_id, seq, kind, on_date, actor_id, command_id, data)
       select agency_id, case_id, max(seq) + 1, 'reopened', '2026-04-01', $2, gen_random_uuid(), $3
       from request_act where case_id = $1 group by agency_id, case_id`,
      [work.id, place.actor('clerk').id, JSON.stringify(data)],
    )
    await place.asOwner('update request_case set acts = acts + 1 where id = $1', [work.id])
    await refold(place.office, { write: true })
    expect(await work.view()).toMatchObject({ phase: 'running' })
    must(await disputes.record(id, { kind: 'appealed', on: on('2026-04-10'), by: 'agency' }))
    expect(await work.view()).toMatchObject({ phase: 'served', outcome: 'unable.needsMaking' })
  })
})

test('申请人、第三方对同一答复各自申请复议的，各建一卷，表四计两件；同一人的只建一卷', async () => {
  const work = await disputes.answered()
  const before = (await disputes.tableFour(2026))?.reconsideration.at(-1) ?? 0
  await disputes.opened(work, {})
  must(await disputes.tryToOpen(work, { claimant: 'thirdParty', reference: '云政复〔2026〕8号' }))
  expect(await disputes.tryToOpen(work, {})).toMatchObject({ refusals: [{ code: 'already-done', field: 'path' }] })
  must(await disputes.tryToOpen(work, { claimant: 'thirdParty', reference: '云政复〔2026〕9号' }))
  expect((await disputes.tableFour(2026))?.reconsideration.at(-1)).toBe(before + 3)
  expect(await disputes.counted(work)).toHaveLength(3)
})

describe('没有复议决定的复议', () => {
  test('逾期未作决定：期满后登记为结果，表四由尚未审结改计其他结果；对方起诉的十五日自期满起算（《行政诉讼法》第四十五条）', async () => {
    const work = await disputes.answered()
    const id = await disputes.opened(work, { acceptedOn: on('2026-02-09') })
    const silence = { kind: 'decided', result: 'undecided', answerAgain: false } as const
    expect(await disputes.record(id, { ...silence, on: on('2026-04-10') })).toMatchObject({
      refusals: [{ code: 'date-before-cause', field: 'on' }],
    })
    must(await disputes.record(id, { ...silence, on: on('2026-04-13') }))
    const seen = await disputes.view(id)
    expect(seen).toMatchObject({ stage: 'closed', cell: { column: '其他结果' } })
    expect(seen.limits.map(({ what, due }) => [what, due])).toContainEqual(['suitIfUndecided', '2026-04-27'])
    expect(await disputes.counted(work)).toMatchObject([{ result: 'other', closedOn: '2026-04-13' }])
    must(
      await disputes.tryToOpen(work, {
        path: 'litigationAfterReconsideration',
        after: 'undecided',
        endedOn: on('2026-04-10'),
        on: on('2026-04-20'),
      }),
    )
  })

  test('口径“尚未审结”：同一登记仍计尚未审结', async () => {
    await place.asOwner(`insert into agency_setting (agency_id, from_date, readings) values ($1, '2019-05-15', $2)`, [
      place.ids.bureau,
      JSON.stringify({ undecidedReconsideration: 'pending' }),
    ])
    const work = await disputes.answered()
    const id = await disputes.opened(work, {})
    must(await disputes.record(id, { kind: 'decided', on: on('2026-05-12'), result: 'undecided', answerAgain: false }))
    expect(await disputes.view(id)).toMatchObject({ stage: 'closed', cell: { column: '尚未审结' } })
    expect(await disputes.counted(work)).toMatchObject([{ result: 'pending' }])
    await place.asOwner('delete from agency_setting where agency_id = $1', [place.ids.bureau])
  })

  test('《行政复议法》第三十四条：已有实体决定的，不是不予受理', async () => {
    const work = await disputes.answered()
    const id = await disputes.opened(work, {})
    must(await disputes.record(id, { kind: 'decided', on: on('2026-03-02'), result: 'upheld', answerAgain: false }))
    const suit = { path: 'litigationAfterReconsideration', after: 'notAccepted', on: on('2026-03-30') } as const
    expect(await disputes.tryToOpen(work, { ...suit, endedOn: on('2026-03-20') })).toMatchObject({
      refusals: [{ code: 'field-invalid', field: 'after', cite: { of: 'arl', at: '34' } }],
    })
  })

  test('《行政复议法》第二十九条：复议期间又直接起诉的，可以登记，页面提示；换一方的不提示', async () => {
    const work = await disputes.answered()
    const { number } = await disputes.view(await disputes.opened(work, {}))
    const suit = { path: 'litigationDirect', on: on('2026-02-20') } as const
    const notes = async (claimant: 'requester' | 'thirdParty') =>
      (await disputes.view(await disputes.opened(work, { ...suit, claimant }))).notes
    expect(await notes('requester')).toMatchObject([{ say: expect.stringContaining(number), cite: '《行政复议法》第二十九条' }])
    expect(await notes('thirdParty')).toEqual([])
  })

  test.each(['terminated', 'settled', 'mediated'] as const)('%s 不是可以起诉的决定，没有十五日的起诉期限', async (result) => {
    const work = await disputes.answered()
    const id = await disputes.opened(work, {})
    must(await disputes.record(id, { kind: 'decided', on: on('2026-03-02'), result, answerAgain: false }))
    const seen = await disputes.view(id)
    expect(seen.limits.map(({ what }) => what)).not.toContain('suit')
    expect(seen.notes.map(({ cite }) => cite)).toEqual(result === 'mediated' ? [] : ['《行政诉讼法》第四十六条'])
  })
})

test('投影与案卷一致', async () => {
  expect((await refold(place.office, { write: false })).drifts).toEqual([])
})
