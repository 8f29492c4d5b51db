/** 归档以后又被责令重新答复的案件：原卷期满也不销毁，先办结、再归档、以最后一卷的期限为准 (《档案法》第二十一条). */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { archiveCase } from '../../src/office/archive/archive-case.ts'
import { erasureOf } from '../../src/office/archive/erase.ts'
import { type County, county, must } from './county.ts'
import { disputeWork } from './dispute-work.ts'

let place: County
beforeAll(async () => {
  place = await county('2026-01-05')
})
afterAll(() => place.close())

test('重新答复没有办结的，原卷期满也不列入“保管期限已满”', async () => {
  const disputes = disputeWork(place)
  const work = await disputes.answered()
  place.setToday('2026-02-02')
  const { version: seen } = await work.view()
  const on = localDate('2026-02-02')
  must(
    await archiveCase(place.office, place.actor('clerk'), {
      caseId: work.id,
      commandId: randomUUID(),
      seen,
      on,
      retention: 'years10',
    }),
  )
  const due = async () => {
    place.setToday('2037-02-02')
    return (await erasureOf(place.office, place.actor('clerk'))).due.map(({ id }) => id)
  }
  expect(await due()).toEqual([work.id])
  const id = await disputes.opened(work, {})
  must(await disputes.record(id, { kind: 'decided', on: localDate('2026-04-01'), result: 'revoked', answerAgain: true }))
  expect(await due()).toEqual([])
})
