/** 作业: a job is a row of the deed's own transaction, and running it changes only what still holds. */
import { randomUUID } from 'node:crypto'
import { openQueue } from '../../src/store/queue.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import type { Jobs } from '../../src/office/context.ts'
import { nightlyCheck } from '../../src/office/oversight/nightly.ts'
import { refold } from '../../src/office/oversight/refold.ts'
import { remind } from '../../src/office/oversight/remind.ts'
import { receiveRequest } from '../../src/office/requests/receive-request.ts'
import { recordAct } from '../../src/office/requests/record-act.ts'
import { CONTENT, type County, county, must, REQUESTER } from './county.ts'

let place: County
beforeAll(async () => {
  place = await county('2026-03-02')
})
afterAll(() => place.close())

async function filed(): Promise<string> {
  place.setToday('2026-03-02')
  const { office, ids } = place
  const given = { agencyId: ids.bureau, commandId: randomUUID(), requester: REQUESTER, content: CONTENT, files: [] }
  return must(await receiveRequest(office, given)).id
}
function confirm(caseId: string, seen = 1) {
  const act = { kind: 'received', on: localDate('2026-03-03'), via: 'web' } as const
  place.setToday('2026-03-03')
  return recordAct(place.office, place.actor('clerk'), { caseId, commandId: randomUUID(), seen, act })
}
async function reminders(caseId: string): Promise<{ limit: string; due: string; after: string }[]> {
  const rows = await place.asOwner(
    `select data, to_char(start_after at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as after
     from pgboss.job where name = 'remind' and data ->> 'caseId' = $1 order by created_on`,
    [caseId],
  )
  return rows.map((row) => {
    const data = row.data as Jobs['remind']
    return { limit: data.limit, due: data.dueOn, after: String(row.after) }
  })
}
const marks = (caseId: string) => place.asOwner('select limit_kind from reminder where case_id = $1', [caseId])

test('提交时就排好确认的提醒；确认之后排好答复的提醒：到期前四天，遇休息日提前', async () => {
  const caseId = await filed()
  expect(must(await confirm(caseId)).caseId).toBe(caseId)
  expect(await reminders(caseId)).toEqual([
    { limit: 'confirmation', due: '2026-03-03', after: '2026-02-27 08:00' },
    { limit: 'reply', due: '2026-03-31', after: '2026-03-27 08:00' },
  ])
})

test('作业里只有编号，没有个人信息', async () => {
  const [row] = await place.asOwner(`select data from pgboss.job where name = 'remind' limit 1`)
  expect(Object.keys(row?.data as object).sort()).toEqual(['agencyId', 'caseId', 'dueOn', 'limit'])
})

test('事务没有成，作业也没有', async () => {
  const caseId = await filed()
  const before = await reminders(caseId)
  const data = { agencyId: place.ids.bureau, caseId, limit: 'reply', dueOn: localDate('2026-03-30') }
  const failing = place.office.transact(async (tx) => {
    await place.office.enqueue(tx, 'remind', data, localDate('2026-03-26'))
    throw new Error('the deed failed')
  })
  await expect(failing).rejects.toThrow('the deed failed')
  expect(await reminders(caseId)).toEqual(before)
})

test('被拒绝的一步不留行为、不留作业', async () => {
  const caseId = await filed()
  const before = await reminders(caseId)
  expect(await confirm(caseId, 7)).toMatchObject({ ok: false, refusals: [{ code: 'changed-meanwhile' }] })
  expect(await reminders(caseId)).toEqual(before)
  expect(await place.asOwner('select seq from request_act where case_id = $1', [caseId])).toHaveLength(1)
})

test('提醒标记仍在计算的期限，一次；期限已变或已办结的不标', async () => {
  const caseId = await filed()
  must(await confirm(caseId))
  const about = { agencyId: place.ids.bureau, caseId }
  await remind(place.office, { ...about, limit: 'confirmation', dueOn: localDate('2026-03-03') })
  await remind(place.office, { ...about, limit: 'reply', dueOn: localDate('2026-03-30') })
  expect(await marks(caseId)).toEqual([])
  await remind(place.office, { ...about, limit: 'reply', dueOn: localDate('2026-03-31') })
  await remind(place.office, { ...about, limit: 'reply', dueOn: localDate('2026-03-31') })
  expect(await marks(caseId)).toEqual([{ limit_kind: 'reply' }])
  const withdrawn = await filed()
  must(await confirm(withdrawn))
  const act = { kind: 'withdrawn', on: localDate('2026-03-04') } as const
  place.setToday('2026-03-04')
  must(await recordAct(place.office, place.actor('clerk'), { caseId: withdrawn, commandId: randomUUID(), seen: 2, act }))
  await remind(place.office, { ...about, caseId: withdrawn, limit: 'reply', dueOn: localDate('2026-03-31') })
  expect(await marks(withdrawn)).toEqual([])
})

test('夜间检查：投影与案卷不符、审计被改动，都查得出，并留给运维查看', async () => {
  const caseId = await filed()
  must(await confirm(caseId))
  expect(await nightlyCheck(place.office)).toMatchObject({ drifts: 0, auditFaults: 0 })
  await place.asOwner(`update request_case set due_on = '2026-05-01', phase = 'served' where id = $1`, [caseId])
  await place.asOwner(`update audit_entry set target = '别号' where agency_id = $1 and seq = 1`, [place.ids.bureau])
  expect(await nightlyCheck(place.office)).toMatchObject({ drifts: 1, auditFaults: 1 })
  const [kept] = await place.asOwner(`select value from store_fact where key = 'nightly'`)
  expect(JSON.parse(String(kept?.value))).toMatchObject({ drifts: 1, auditFaults: 1 })
})

test('重算说出哪一件、哪一栏不符，写回之后相符', async () => {
  const { drifts } = await refold(place.office, { write: false })
  expect(drifts).toMatchObject([{ fields: { due_on: ['2026-05-01', '2026-03-31'], phase: ['served', 'running'] } }])
  expect(Object.keys(drifts[0]?.fields ?? {}).sort()).toEqual(['due_on', 'phase'])
  await refold(place.office, { write: true })
  expect((await refold(place.office, { write: false })).drifts).toEqual([])
})

test('作业由队列真的跑起来', async () => {
  const caseId = await filed()
  must(await confirm(caseId))
  const job = { agencyId: place.ids.bureau, caseId, limit: 'reply', dueOn: localDate('2026-03-31') }
  const lines: string[] = []
  await place.product.runJobs((line) => lines.push(line))
  await place.office.transact((tx) => place.office.enqueue(tx, 'remind', job))
  await expect.poll(() => marks(caseId), { timeout: 20_000, interval: 200 }).toEqual([{ limit_kind: 'reply' }])
  await place.office.transact((tx) => place.office.enqueue(tx, 'nightly', {}))
  await expect.poll(() => lines.join('\n'), { timeout: 20_000, interval: 200 }).toContain('审计链 1 处不符')
})

test('一批作业中有一个失败，只有它重试；其余的只做一次', async () => {
  const queue = await openQueue(place.url, ['lone'], () => {})
  const runs: number[] = []
  await place.office.transact(async (tx) => {
    for (const n of [1, 2, 3]) await queue.send(tx, 'lone', { n })
  })
  await queue.work<{ n: number }>('lone', async ({ n }) => {
    runs.push(n)
    if (n === 2) throw new Error('某人的电话 13900000000')
  })
  const states = () => place.asOwner(`select data ->> 'n' as n, state, output from pgboss.job where name = 'lone' order by 1`)
  await expect.poll(states, { timeout: 20_000, interval: 200 }).toMatchObject([
    { n: '1', state: 'completed' },
    { n: '2', state: 'retry', output: { error: 'Error' } },
    { n: '3', state: 'completed' },
  ])
  expect(runs.toSorted()).toEqual([1, 2, 3])
  await queue.stop()
})
