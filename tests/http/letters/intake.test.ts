/** D01 登记回执: from what came in to the paper that says number, day of receipt and last day. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate as day } from '../../../src/law/date.ts'
import { viewLetter } from '../../../src/office/requests/view-case.ts'
import type { Letter } from '../../../src/record/letters/model.ts'
import type { CaseView } from '../../../src/record/requests/view.ts'
import { CONTENT, type County, county, MARKER, must, REQUESTER } from '../county.ts'
import { type Desk, deskOf } from '../desk.ts'

let place: County
let desk: Desk
beforeAll(async () => {
  place = await county('2026-03-09')
  desk = deskOf(place)
})
afterAll(() => place.close())

/** The letter's form, label → value. */
async function formOf(view: CaseView, code = 'D01'): Promise<Record<string, string>> {
  const row = view.letters.find((one) => one.code === code)
  const letter: Letter = must(await viewLetter(place.office, place.actor('clerk'), row?.id ?? ''))
  expect(letter.title).toBe('政府信息公开申请登记回执')
  return Object.fromEntries(
    letter.blocks.flatMap((block) => (block.kind === 'form' ? block.rows.map(({ label, value }) => [label, value]) : [])),
  )
}

test('D01 收发室签收的特快专递：登记当日即有回执，写明编号、收到之日（签收之日）、期限届满日和联系方式', async () => {
  const view = await desk.registered({
    via: 'signed-mail',
    submittedOn: day('2026-03-06'),
    came: { signedOn: day('2026-03-06'), signedAt: '收发室' },
    content: { ...CONTENT, subject: '2025年学区划分方案' },
  })
  expect(await formOf(view)).toMatchObject({
    登记编号: view.number,
    申请人: REQUESTER.name,
    申请公开的信息: '2025年学区划分方案',
    提交方式: '挂号信或特快专递',
    收到申请之日: '2026年3月6日',
    答复期限届满日: '2026年4月3日',
    联系方式: expect.stringContaining('0970-0000000'),
  })
})

test('D01 平常信函：联系上并确认之前没有回执；确认之后，以确认之日为收到之日', async () => {
  const view = await desk.registered({
    via: 'ordinary-mail',
    submittedOn: day('2026-03-05'),
    came: { contactedOn: day('2026-03-05') },
  })
  expect(view.letters).toEqual([])
  must(await desk.act(view.id, { kind: 'received', on: day('2026-03-09') }))
  expect(await formOf(await desk.caseOf(view.id))).toMatchObject({
    提交日期: '2026年3月5日',
    收到申请之日: '2026年3月9日',
    答复期限届满日: '2026年4月7日',
  })
})

test('D01 没有署名、没有写明要什么的，照样有编号、有回执', async () => {
  const view = await desk.registered({
    via: 'in-person',
    submittedOn: day('2026-03-06'),
    requester: { ...REQUESTER, name: '', idNumber: '' },
    content: { ...CONTENT, subject: '' },
  })
  expect(await formOf(view)).toMatchObject({
    登记编号: view.number,
    申请人: '申请人（未署名）',
    申请公开的信息: '（申请内容不明确）',
  })
})

test('D01 联合申请的回执写明每一个申请人，代理人不是申请人', async () => {
  const other = { name: `${MARKER}王秀英`, idPaper: 'otherPaper', idNumber: `${MARKER}-D1`, phone: '', address: '' } as const
  const agent = { role: 'agent', name: `${MARKER}周正`, idPaper: 'otherPaper', idNumber: `${MARKER}-B1`, phone: '' } as const
  const view = await desk.registered({
    via: 'in-person',
    submittedOn: day('2026-03-06'),
    requester: { ...REQUESTER, joint: [other], agent: { ...agent, authorised: true } },
  })
  expect((await formOf(view)).申请人).toBe(`${REQUESTER.name}、${other.name}`)
})

test('D02 补正告知书按事由写：缺身份证明的，不说内容不明确', async () => {
  const view = await desk.registered({
    via: 'in-person',
    submittedOn: day('2026-03-06'),
    requester: { ...REQUESTER, idNumber: '' },
  })
  const items = '请提供申请人的姓名或者名称和有效身份证明（复印件即可）。'
  const asked = { kind: 'correction-asked', on: day('2026-03-09'), items, replyBy: day('2026-03-27') } as const
  must(await desk.act(view.id, { ...asked, triggers: ['identity'] }))
  const row = (await desk.caseOf(view.id)).letters.find(({ code }) => code === 'D02')
  const text = JSON.stringify(must(await viewLetter(place.office, place.actor('clerk'), row?.id ?? '')))
  expect(text).toContain('身份证明不清楚')
  expect(text).toContain(items)
  expect(text).not.toContain('申请内容不明确')
})
