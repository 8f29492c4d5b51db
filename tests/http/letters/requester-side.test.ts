/** D27 and D28 as the requester's own deeds bring them about, from intake to the letter. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../../src/law/date.ts'
import { openOwnLetter } from '../../../src/office/requester/open-letter.ts'
import { withdrawOwn } from '../../../src/office/requester/write-to-office.ts'
import { viewLetter } from '../../../src/office/requests/view-case.ts'
import { compileReport } from '../../../src/office/reports/compile-report.ts'
import { cellCases } from '../../../src/office/reports/cell-cases.ts'
import type { Letter } from '../../../src/record/letters/model.ts'
import { type County, county, must, REQUESTER } from '../county.ts'
import { caseView, ELECTRONIC, fileOnline, officeDoes, officeReplies, type OnlineCase, status } from '../requester-deeds.ts'

let place: County
beforeAll(async () => {
  place = await county('2026-03-02')
})
afterAll(() => place.close())

const on = localDate

async function letterOf(of: OnlineCase, code: Letter['code']): Promise<Letter> {
  const { letters } = await caseView(place, of)
  const found = letters.find((letter) => letter.code === code)
  return must(await viewLetter(place.office, place.actor('clerk'), found?.id ?? ''))
}
function rowsOf(letter: Letter): Record<string, string> {
  return Object.fromEntries(
    letter.blocks.flatMap((block) => (block.kind === 'form' ? block.rows.map(({ label, value }) => [label, value]) : [])),
  )
}

test('D27 撤回确认书：申请人凭查询码在网上撤回，当日结案，确认书写明谁、何时、撤回什么，年报计入（六）3', async () => {
  const one = await fileOnline(place)
  await officeDoes(place, one, { kind: 'received', on: on('2026-03-03'), via: 'web' })
  place.setToday('2026-03-09')
  const input = { commandId: randomUUID(), confirmed: true }
  must(await withdrawOwn(place.office, one.own, input))
  must(await withdrawOwn(place.office, one.own, input))
  expect(await status(place, one)).toMatchObject({ phase: 'withdrawn', closedOn: '2026-03-09', deeds: [] })
  const letter = await letterOf(one, 'D27')
  expect(letter).toMatchObject({ title: '政府信息公开申请撤回确认书', addressee: null, number: `${one.own.number}-撤` })
  expect(rowsOf(letter)).toMatchObject({
    登记编号: one.own.number,
    申请人: REQUESTER.name,
    撤回日期: '2026年3月9日',
    撤回范围: '全部申请事项',
  })
  expect(JSON.stringify(letter.blocks)).toContain('自愿撤回')
  expect(letter.signature.date).toBe('2026年3月9日')
  const { acts } = await caseView(place, one)
  expect(acts.filter(({ kind }) => kind === 'withdrawn')).toMatchObject([{ actorName: '申请人', on: '2026-03-09' }])
  must(await compileReport(place.office, place.actor('clerk'), 2026))
  const cell = { year: 2026, table: 'requests', row: 'other.other', column: 'naturalPerson' } as const
  const { cases } = must(await cellCases(place.office, place.actor('clerk'), cell))
  expect(cases.map(({ number }) => number)).toEqual([one.own.number])
})

test('D28 送达回证：同意电子送达的，申请人打开答复书之日即为送达，回证写明文书、方式、凭证、日期', async () => {
  place.setToday('2026-03-02')
  const one = await fileOnline(place, ELECTRONIC)
  await officeDoes(place, one, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  await officeReplies(place, one, '2026-03-16')
  const reply = (await status(place, one)).letters.find(({ code }) => code === 'D11')
  const text = JSON.stringify(await letterOf(one, 'D11'))
  expect(text).toContain('行政复议也可以通过互联网渠道申请：https://fuyi.example.invalid/')
  place.setToday('2026-03-19')
  must(await openOwnLetter(place.office, { ...one.own, letterId: reply?.id ?? '' }))
  const proof = rowsOf(await letterOf(one, 'D28'))
  expect(Object.values(proof)).toEqual(
    expect.arrayContaining(['电子送达', '申请人于2026年3月19日凭编号和查询码在网上打开', '2026年3月19日']),
  )
  expect(JSON.stringify(proof)).toContain(`${one.own.number}-答`)
  expect((await status(place, one)).clock.limits.find(({ what }) => what === 'reconsideration')?.due).toBe('2026-05-18')
})
