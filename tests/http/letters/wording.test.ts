/** 用语、编号、印章: what an agency may make its own, and what stays as law has it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate as on } from '../../../src/law/date.ts'
import { renderIssuedPdf } from '../../../src/edge/paper/index.ts'
import { letterRegister, viewProofSheet } from '../../../src/office/letters/register.ts'
import { setSeal } from '../../../src/office/letters/seal.ts'
import { setNumbering, setWording, viewWording } from '../../../src/office/letters/wording.ts'
import { GRANTED, newCase } from '../case-work.ts'
import { county, type County, must } from '../county.ts'

let place: County
beforeAll(async () => {
  place = await county()
})
afterAll(() => place.close())

test('用语按文书、按起用日期换；少了必备内容的不收；已发出的不变', async () => {
  const { office } = place
  const head = place.actor('officeHead')
  const part = 'closing' as const
  const before = await newCase(place, '2026-03-02')
  must(await before.record({ kind: 'correction-asked', on: on('2026-03-02'), items: '请明确学段', replyBy: on('2026-03-20') }))
  expect(
    await setWording(office, place.actor('clerk'), { part, codes: ['D02'], from: on('2026-03-02'), text: '特此告知。' }),
  ).toMatchObject({
    refusals: [{ code: 'not-permitted' }],
  })
  expect(
    await setWording(office, head, { part: 'contact', codes: ['D02'], from: on('2026-03-03'), text: '请来{地址}。' }),
  ).toMatchObject({ refusals: [{ code: 'letter-incomplete', say: '“联系方式”缺少“联系电话”。' }] })
  expect(await setWording(office, head, { part, codes: ['D02'], from: on('2026-03-01'), text: '特此告知。' })).toMatchObject({
    refusals: [{ code: 'field-invalid', field: 'from' }],
  })
  must(await setWording(office, head, { part, codes: ['D02'], from: on('2026-03-03'), text: '特此告知。' }))
  expect(await setWording(office, head, { part, codes: ['D02'], from: on('2026-03-03'), text: '此致。' })).toMatchObject({
    refusals: [{ code: 'already-done' }],
  })
  const after = await newCase(place, '2026-03-03')
  must(await after.record({ kind: 'correction-asked', on: on('2026-03-03'), items: '请明确学段', replyBy: on('2026-03-20') }))
  expect(await before.text('D02')).not.toContain('特此告知。')
  expect(await after.text('D02')).toContain('特此告知。')
  const seen = must(await viewWording(office, head)).rows.find((row) => row.part === part)
  expect(seen?.versions).toMatchObject([{ code: 'D02', from: '2026-03-03', text: '特此告知。', by: head.name }])
})

test('成系列编号：同时办理也不重号、不跳号；作废的号留着，写明原因', async () => {
  const { office } = place
  place.setToday('2026-03-04')
  must(await setNumbering(office, place.actor('officeHead'), { from: on('2026-03-04'), words: { reply: '云教公开答' } }))
  const cases = await Promise.all([0, 1, 2].map(() => newCase(place, '2026-03-04')))
  const letters = []
  for (const work of cases) letters.push(await work.reply(GRANTED, '2026-03-04'))
  expect(letters.map(({ number }) => number)).toEqual(['云教公开答〔2026〕1号', '云教公开答〔2026〕2号', '云教公开答〔2026〕3号'])
  expect((await cases[0]?.opened('D11'))?.number).toBe('云教公开答〔2026〕1号')
  // 过程文书没有设系列，仍用受理编号
  expect((await cases[0]?.letter('D01'))?.number).toMatch(/公开申〔2026〕\d+号-回$/)

  const second = cases[1]
  if (!second) throw new Error('three cases')
  const replied = (await second.view()).acts.find(({ kind }) => kind === 'replied')
  must(await second.record({ kind: 'annulled', on: on('2026-03-04'), of: replied?.seq ?? -1, reason: '附件有误' }))
  const again = await second.reply(GRANTED, '2026-03-04')
  expect(again.number).toBe('云教公开答〔2026〕4号')
  const rows = must(await letterRegister(office, place.actor('clerk'), 2026)).filter(({ number }) =>
    number.startsWith('云教公开答'),
  )
  expect(rows.map(({ number, voidBecause }) => [number, voidBecause])).toEqual([
    ['云教公开答〔2026〕4号', null],
    ['云教公开答〔2026〕3号', null],
    ['云教公开答〔2026〕2号', '附件有误'],
    ['云教公开答〔2026〕1号', null],
  ])
})

test('核对单随文书生成，不写收件人', async () => {
  const work = await newCase(place, '2026-03-05')
  await work.reply(GRANTED, '2026-03-05')
  const { id, number } = await work.letter('D11')
  const { sheet } = must(await viewProofSheet(place.office, place.actor('clerk'), id))
  expect(sheet.number).toBe(number)
  expect(sheet.rows.find(({ what }) => what === '救济途径')).toMatchObject({ by: '《条例》第五十一条' })
  expect(sheet.rows.every((row) => row.place !== null)).toBe(true)
  expect(JSON.stringify(sheet)).not.toContain((await work.opened('D11')).addressee)
})

test('印章图：系统管理员上传，密封保存，只盖在正式文书上', async () => {
  const { office } = place
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
    'base64',
  )
  const work = await newCase(place, '2026-03-05')
  await work.reply(GRANTED, '2026-03-05')
  const letter = await work.opened('D11')
  const plain = await renderIssuedPdf(office, place.ids.bureau, letter)
  expect(await setSeal(office, place.actor('clerk'), png)).toMatchObject({ refusals: [{ code: 'not-permitted' }] })
  expect(await setSeal(office, place.actor('administrator'), Buffer.from('not an image'))).toMatchObject({
    refusals: [{ code: 'file-refused' }],
  })
  must(await setSeal(office, place.actor('administrator'), png))
  const [row] = await place.asOwner('select sealed from agency_seal')
  expect(Buffer.from(row?.sealed as Buffer).includes(png.subarray(0, 8))).toBe(false)
  const sealed = await renderIssuedPdf(office, place.ids.bureau, letter)
  expect(Buffer.compare(Buffer.from(plain), Buffer.from(sealed))).not.toBe(0)
  // 送达回证由受送达人签名，不盖
  const slip = { ...letter, code: 'D28' as const }
  expect(Buffer.from(await renderIssuedPdf(office, place.ids.bureau, slip)).equals(Buffer.from(plain))).toBe(true)
})
