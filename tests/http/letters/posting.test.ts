/** 批量打印和交寄: from the list of outgoing letters to the record in each case. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate as on } from '../../../src/law/date.ts'
import { renderBatch, renderLabels, renderPostingList } from '../../../src/edge/paper/index.ts'
import { renderLetterPdf } from '../../../src/edge/paper/letter-pdf.ts'
import { dispatchMany, listOutgoing, mailLabels, printLetters } from '../../../src/office/letters/outgoing.ts'
import { attachToCase } from '../../../src/office/files/attach-to-case.ts'
import type { Requester } from '../../../src/record/people/requester.ts'
import { correctMailNumber } from '../../../src/office/requests/correct-mail-number.ts'
import { GRANTED, newCase } from '../case-work.ts'
import { county, type County, MARKER, must, REQUESTER } from '../county.ts'
import { ONE_PIXEL } from '../desk.ts'

let place: County
beforeAll(async () => {
  place = await county()
})
afterAll(() => place.close())

const PARTY = { name: '赵某测绘工作室', contact: '13811110000', address: '810000 西宁市某街9号', isPerson: true }

test('235号：列表、打印、贴签、清单、一次登记交寄，每一步都入审计；第三方的信封上没有申请人', async () => {
  const { office } = place
  const clerk = place.actor('clerk')
  const work = await newCase(place, '2026-03-02')
  must(await work.record({ kind: 'third-party-asked', on: on('2026-03-03'), party: '第三方甲' }, { party: PARTY }))
  const other = await newCase(place, '2026-03-03')
  await other.reply(GRANTED, '2026-03-03')

  const rows = must(await listOutgoing(office, clerk))
  expect(rows.map(({ code, state }) => [code, state]).sort()).toEqual([
    ['D05', 'unsent'],
    ['D07', 'unsent'],
    ['D11', 'unsent'],
  ])
  expect(JSON.stringify(rows)).not.toContain(PARTY.name)
  expect(JSON.stringify(rows)).not.toContain(REQUESTER.name)

  const chosen = ['D05', 'D11'].map((code) => rows.find((row) => row.code === code)?.id ?? '')
  const [consultation, reply] = chosen as [string, string]
  const bundles = must(await printLetters(office, clerk, chosen))
  expect(bundles.map((bundle) => bundle.map(({ code }) => code))).toEqual([['D05', 'D06'], ['D11']])
  const pages = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1').slice(0, 5)
  expect(pages(await renderBatch(bundles, renderLetterPdf))).toBe('%PDF-')

  expect(await mailLabels(office, clerk, [{ id: reply, mailNumber: 'SF1234567890123' }])).toMatchObject({
    refusals: [{ code: 'service-method-refused' }],
  })
  const postings = must(
    await mailLabels(office, clerk, [
      { id: consultation, mailNumber: '1234567890123' },
      { id: reply, mailNumber: '' },
    ]),
  )
  expect(postings.labels[0]).toMatchObject({
    recipient: PARTY.name,
    address: '西宁市某街9号',
    postcode: '810000',
    phone: PARTY.contact,
  })
  expect(JSON.stringify(postings.labels[0])).not.toContain(MARKER)
  expect(postings.labels[1]).toMatchObject({ recipient: REQUESTER.name, address: REQUESTER.address, postcode: '811399' })
  expect(pages(await renderLabels(postings))).toBe('%PDF-')
  expect(pages(await renderPostingList(postings))).toBe('%PDF-')

  const items = [
    { id: consultation, mailNumber: '1234567890123', commandId: randomUUID() },
    { id: reply, mailNumber: '1234567', commandId: randomUUID() },
  ]
  const done = must(await dispatchMany(office, clerk, { on: on('2026-03-03'), carrier: 'ems', items }))
  expect(done.map(({ refusals }) => refusals.map(({ code }) => code))).toEqual([[], ['field-invalid']])
  expect(await work.service('D05')).toMatchObject({ state: 'unproven', attempts: [{ mailNumber: '1234567890123' }] })
  expect(must(await listOutgoing(office, clerk)).find(({ id }) => id === consultation)).toMatchObject({ state: 'unproven' })

  const entries = await place.asOwner(
    `select verb, count(*)::int as n from audit_entry where verb like 'letters.%' group by verb`,
  )
  expect(new Map(entries.map(({ verb, n }) => [verb, n]))).toEqual(
    new Map([
      ['letters.print', 2],
      ['letters.labels', 2],
    ]),
  )
})

test('没有送达权限的角色，看不到也打不了', async () => {
  for (const role of ['head', 'sectionOfficer', 'auditor', 'administrator'] as const) {
    expect(await listOutgoing(place.office, place.actor(role))).toMatchObject({ refusals: [{ code: 'not-permitted' }] })
    expect(await printLetters(place.office, place.actor(role), [])).toMatchObject({ refusals: [{ code: 'not-permitted' }] })
  }
})

test('联合申请的标签写代表人等几人；有代收文书的代理人的，收到委托书以后写代理人', async () => {
  const { office } = place
  const clerk = place.actor('clerk')
  const name = '王秀英'
  const joint = [
    { name: '李生财', idPaper: 'otherPaper', idNumber: 'T1', phone: '', address: '' },
    { name, idPaper: 'otherPaper', idNumber: 'T2', phone: '0970-2000000', address: '云岭县北街9号' },
  ] as const
  const agent = { role: 'agent', name: '周正', idPaper: 'otherPaper', idNumber: 'T3', phone: '', authorised: false } as const
  const label = async (of: { id: string }) => {
    const row = must(await listOutgoing(office, clerk)).find(({ caseId, code }) => caseId === of.id && code === 'D11')
    return must(await mailLabels(office, clerk, [{ id: row?.id ?? '', mailNumber: '' }])).labels[0]
  }
  const asked = async (requester: Partial<Requester>, subject: string) => {
    const made = await newCase(place, '2026-03-02', {
      requester: { ...REQUESTER, joint: [...joint], ...requester },
      content: { subject },
    })
    await made.reply(GRANTED, '2026-03-03')
    return made
  }
  expect(await label(await asked({}, '校车路线'))).toMatchObject({ recipient: `${REQUESTER.name}等3人`, postcode: '811399' })
  const spokenFor = await asked({ spokesperson: 2 }, '校车时刻')
  expect(await label(spokenFor)).toMatchObject({
    recipient: `${name}等3人`,
    address: '云岭县北街9号',
    postcode: '',
    phone: '0970-2000000',
  })
  const represented = await asked({ spokesperson: 2, agent: { ...agent, receives: true } }, '校车价格')
  expect((await label(represented))?.recipient).toBe(`${name}等3人`)
  const upload = { name: '委托书.png', bytes: ONE_PIXEL, purpose: '委托书' }
  must(await attachToCase(office, clerk, { caseId: represented.id, upload }))
  expect((await label(represented))?.recipient).toBe(`周正（${name}等3人的代理人）`)
})

test('235号：寄出以后不再要登记交寄；邮件号码抄错的更正，交寄之日不变，退回以后才再寄', async () => {
  const { office } = place
  const work = await newCase(place, '2026-03-02')
  await work.reply(GRANTED, '2026-03-04')
  const posting = {
    kind: 'dispatched' as const,
    on: on('2026-03-04'),
    by: 'signed-mail' as const,
    carrier: 'ems' as const,
    ...(await work.named('D11')),
  }
  must(await work.record({ ...posting, mailNumber: '1234567890123' }))
  const sent = await work.view()
  expect(sent.may.dispatched).toMatchObject({ allowed: false, refusal: { code: 'already-done' } })
  expect(sent.may['mail-returned']).toEqual({ allowed: true })
  const seq = (await work.service('D11')).attempts[0]?.seq ?? -1
  const correct = async (mailNumber: string, more: { of?: number; commandId?: string; role?: 'clerk' | 'sectionOfficer' } = {}) =>
    correctMailNumber(office, place.actor(more.role ?? 'clerk'), {
      caseId: work.id,
      commandId: more.commandId ?? randomUUID(),
      seen: (await work.view()).version,
      of: more.of ?? seq,
      mailNumber,
    })
  expect(await correct('1234567890123')).toMatchObject({ refusals: [{ code: 'already-done', field: 'mailNumber' }] })
  expect(await correct('SF1234567890123')).toMatchObject({ refusals: [{ code: 'service-method-refused' }] })
  expect(await correct('1234567890132', { of: 0 })).toMatchObject({ refusals: [{ code: 'letter-not-sent' }] })
  expect(await correct('1234567890132', { role: 'sectionOfficer' })).toMatchObject({ ok: false })
  place.setToday('2026-03-06')
  const commandId = randomUUID()
  must(await correct('1234567890132', { commandId }))
  must(await correct('1234567890132', { commandId }))
  expect((await work.service('D11')).attempts).toMatchObject([{ on: '2026-03-04', mailNumber: '1234567890132', returned: null }])
  expect((await work.view()).acts.filter(({ annulled }) => annulled).map(({ act }) => act)).toMatchObject([
    { mailNumber: '1234567890123' },
  ])
  const { seq: again } = (await work.service('D11')).attempts[0] ?? { seq: -1 }
  must(await work.record({ kind: 'mail-returned', on: on('2026-03-09'), of: again, because: 'notCollected' }))
  expect((await work.view()).may.dispatched).toEqual({ allowed: true })
  expect(await correct('1234567890145', { of: again })).toMatchObject({ refusals: [{ code: 'letter-not-sent' }] })
})
