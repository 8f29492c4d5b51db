/** 信息处理费 over several requests of one person in one month: 《信息处理费管理办法》第四条. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { recordAct } from '../../src/office/requests/record-act.ts'
import { registerRequest } from '../../src/office/requests/register-request.ts'
import { CONTENT, type County, county, must, REQUESTER } from './county.ts'

let place: County
beforeAll(async () => {
  place = await county('2026-03-16')
})
afterAll(() => place.close())

const today = localDate('2026-03-16')

async function registered(submittedOn = today): Promise<string> {
  const given = { commandId: randomUUID(), requester: REQUESTER, content: CONTENT, via: 'in-person' as const, submittedOn }
  return must(await registerRequest(place.office, place.actor('clerk'), { ...given, receivedOn: null })).id
}

function notice(caseId: string, quantity: number, yuan: number) {
  const act = { kind: 'fee-noticed', on: today, noticeReceived: today, scale: 'item', quantity, yuan } as const
  return recordAct(place.office, place.actor('clerk'), { caseId, commandId: randomUUID(), seen: 1, act })
}

test('同一自然月累计：拆分为多件的申请，按拆分后的件数计入；上月的不计', async () => {
  await registered(localDate('2026-02-27'))
  for (let n = 1; n <= 9; n += 1) await registered()
  // 第10件免费，第11至30件各100元，第31至34件各200元
  const split = await registered()
  expect(await notice(split, 25, 2500)).toMatchObject({ refusals: [{ code: 'field-invalid', field: 'yuan' }] })
  must(await notice(split, 25, 2800))
  // 此前已有9＋25件，这是第35件
  expect(await notice(await registered(), 1, 100)).toMatchObject({ refusals: [{ field: 'yuan' }] })
  must(await notice(await registered(), 1, 200))
})

test('联合申请：默认只累计列名第一的申请人此前的；口径改为“任何一人”的，第二人单独提出的、排在后面的联合申请也累计', async () => {
  const own = await county('2026-03-16')
  const clerk = own.actor('clerk')
  const [first, second] = [
    { ...REQUESTER, idNumber: `${REQUESTER.idNumber}甲` },
    { ...REQUESTER, idNumber: `${REQUESTER.idNumber}乙` },
  ]
  const { name, idPaper, idNumber } = second
  const together = { ...first, joint: [{ name, idPaper, idNumber, phone: '', address: '' }] }
  const file = async (requester: typeof REQUESTER) =>
    must(
      await registerRequest(own.office, clerk, {
        commandId: randomUUID(),
        requester,
        content: CONTENT,
        via: 'in-person',
        submittedOn: today,
        receivedOn: null,
      }),
    ).id
  const charge = (caseId: string, yuan: number) =>
    recordAct(own.office, clerk, {
      caseId,
      commandId: randomUUID(),
      seen: 1,
      act: { kind: 'fee-noticed', on: today, noticeReceived: today, scale: 'item', quantity: 1, yuan },
    })
  for (let n = 1; n <= 10; n += 1) await file(second)
  // 第一人此前没有申请：这是他的第1件，不收费
  expect(await charge(await file(together), 100)).toMatchObject({ refusals: [{ code: 'fee-zero' }] })
  await own.asOwner(
    `insert into agency_setting (agency_id, from_date, readings, overlay) values ($1, '2026-03-01', $2, '{"off":[],"on":[]}')`,
    [own.ids.bureau, JSON.stringify({ feeJointCounting: 'anyOfThem' })],
  )
  // 任何一人的都累计：10件单独的和1件联合的在前，这是第12件
  expect((await charge(await file(together), 100)).ok).toBe(true)
  await own.close()
})
