/**
 * 别人的案件: a section's officer before the case of another section, and everybody of the supervisor's office, of a school and of
 * another bureau before a case of this one. By every address, with every number they could know.
 */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ENDPOINTS, type EndpointName } from '../../src/edge/console/contract.ts'
import { localDate as on } from '../../src/law/date.ts'
import { openDispute } from '../../src/office/disputes/open-dispute.ts'
import { attachToCase } from '../../src/office/files/attach-to-case.ts'
import { uploadOutgoing } from '../../src/office/outgoing/add-outgoing.ts'
import { viewOutgoing } from '../../src/office/outgoing/view-outgoing.ts'
import { assignCase } from '../../src/office/requests/annotate.ts'
import { ROLES } from '../../src/record/people/roles.ts'
import { type CaseWork, GRANTED, newCase } from './case-work.ts'
import { type County, county, must } from './county.ts'
import { ONE_PIXEL } from './desk.ts'
import { matrixInputs } from './matrix-inputs.ts'
import { signInAs, type StaffClient } from './staff.ts'

const SUBJECT = '校园食堂承包合同及附件'

let place: County
let app: FastifyInstance
let work: CaseWork
const ids = { letter: '', file: '', outgoing: '', dispute: randomUUID(), section: randomUUID() }

beforeAll(async () => {
  place = await county()
  const { office } = place
  const clerk = place.actor('clerk')
  await place.asOwner('insert into section (agency_id, id, name) values ($1, $2, $3)', [place.ids.bureau, ids.section, '财务科'])
  work = await newCase(place, '2026-03-02', { content: { subject: SUBJECT, description: 'སློབ་གྲྭ' } })
  must(await assignCase(office, clerk, { caseId: work.id, sectionId: ids.section, officerId: null }))
  must(await attachToCase(office, clerk, { caseId: work.id, upload: { name: '信封.png', bytes: ONE_PIXEL } }))
  must(await work.record({ kind: 'third-party-asked', on: on('2026-03-03'), party: '第三方甲' }, { party: PARTY }))
  must(await work.record({ kind: 'third-party-answered', on: on('2026-03-04'), party: '第三方甲', consents: true }))
  await work.reply(GRANTED, '2026-03-05')
  must(await uploadOutgoing(office, clerk, { caseId: (await second()).id, upload: { name: '附件.png', bytes: ONE_PIXEL } }))
  must(await work.record({ kind: 'served', on: on('2026-03-06'), by: 'in-person', proof: '本人签收' }))
  const opened = {
    kind: 'opened',
    on: on('2026-03-09'),
    path: 'reconsideration',
    procedure: 'simplified',
    claimant: 'requester',
  } as const
  place.setToday('2026-03-09')
  must(await openDispute(office, clerk, { commandId: ids.dispute, caseId: work.id, opened }))
  const view = await work.view()
  ids.letter = view.letters[0]?.id ?? ''
  ids.file = view.files[0]?.id ?? ''
  app = await place.product.buildServer()
})
afterAll(async () => {
  await app.close()
  await place.close()
})

const PARTY = { name: '云岭县某餐饮公司', contact: '', address: '', isPerson: false }

/** Another case of that section, whose reply is not sent: with a file that waits to leave. */
let waiting: CaseWork | undefined
async function second(): Promise<CaseWork> {
  if (waiting) return waiting
  const made = await newCase(place, '2026-03-02', { content: { subject: `${SUBJECT}（二）` } })
  must(await assignCase(place.office, place.actor('clerk'), { caseId: made.id, sectionId: ids.section, officerId: null }))
  waiting = made
  return made
}

/** What every address that names the case, or something in it, answers. */
async function everything(client: StaffClient): Promise<{ what: string; status: number; body: string }[]> {
  const other = (await second()).id
  ids.outgoing ||= must(await viewOutgoing(place.office, place.actor('clerk'), other)).files[0]?.id ?? ''
  const answers: { what: string; status: number; body: string }[] = []
  const ask = async (what: string, asking: Promise<{ status: number; body: string }>) => {
    const { status, body } = await asking
    answers.push({ what, status, body })
  }
  const inputs = matrixInputs({ caseId: work.id, sectionId: place.ids.section })
  for (const name of Object.keys(ENDPOINTS) as EndpointName[]) {
    const { method, path } = ENDPOINTS[name]
    if (path.startsWith('/requests/:id')) {
      const ofFile = path.includes('/outgoing')
      const at = path.replace(':id', ofFile ? other : work.id)
      const query = '?on=2026-03-09&outcome=granted&which=before&fileId='
      await ask(
        name,
        method === 'GET'
          ? client.get(`${at}${query}${ids.outgoing}`)
          : client.post(at, { ...(inputs[name] as object | undefined), ...(ofFile && { fileId: ids.outgoing }) }),
      )
    }
    if (path.startsWith('/disputes/:id')) {
      const at = path.replace(':id', ids.dispute)
      await ask(name, method === 'GET' ? client.get(at) : client.post(at, inputs[name] ?? {}))
    }
    if (path.startsWith('/translations/:id')) {
      const at = path.replace(':id', ids.letter)
      await ask(name, method === 'GET' ? client.get(at) : client.post(at, inputs[name] ?? {}))
    }
  }
  await ask('desk.assign', client.post('/desk/assign', { ids: [work.id], sectionId: null, officerId: null }))
  await ask('letters.dispatch', client.post('/letters/dispatch', dispatched()))
  await ask('print', client.post('/letters/print', { what: 'labels', items: [{ id: ids.letter }] }))
  for (const path of [
    `/letters/${ids.letter}.pdf`,
    `/letters/${ids.letter}.docx`,
    `/letters/${ids.letter}/sheet.pdf`,
    `/letters/${ids.letter}/public.pdf`,
    `/files/${ids.file}`,
    `/requests/${work.id}/bundle.pdf`,
    `/requests/${work.id}/bundle.zip`,
    `/requests/${work.id}/reply/draft.pdf`,
    `/requests/${other}/outgoing/${ids.outgoing}/before/1.png`,
    `/disputes/${ids.dispute}/answer.pdf`,
    `/disputes/${ids.dispute}/evidence.docx`,
  ])
    await ask(path.replace(/[\da-f-]{36}/g, '…'), client.get(path))
  const upload = { name: '夹带.png', bytes: ONE_PIXEL }
  await ask('upload', client.upload(`/requests/${work.id}/files`, upload))
  await ask('upload outgoing', client.upload(`/requests/${other}/outgoing`, upload))
  return answers
}

const dispatched = () => ({
  on: '2026-03-09',
  carrier: 'ems',
  items: [{ id: ids.letter, mailNumber: '1234567890123', commandId: randomUUID() }],
})

/** Lists that a person sees of the own agency: nothing of this case stands in them. */
async function lists(client: StaffClient): Promise<{ what: string; body: string }[]> {
  const number = encodeURIComponent((await work.view()).number)
  const paths = [
    '/requests?state=all&size=100',
    `/requests?state=all&q=${encodeURIComponent(SUBJECT)}`,
    `/requests?state=all&q=${number}`,
    `/requests?state=all&section=${ids.section}`,
    '/tasks',
    '/desk/exceptions',
    '/disputes',
    '/letters/outgoing',
    '/letters/register?year=2026',
    '/translations',
    '/archive?year=2026',
    '/audit',
  ]
  const seen = await Promise.all(paths.map(async (what) => ({ what, body: (await client.get(what)).body })))
  const book = await client.post('/register.xlsx', { state: 'all', q: SUBJECT })
  return [...seen, { what: 'register.xlsx', body: book.body }]
}

const before = () => place.asOwner('select count(*)::int as n, sum(acts)::int as acts from request_case')

describe('本机关另一科室的承办人', () => {
  test('每个地址都说没有这一件；名册、待办、检索、导出里也没有；什么都没有动', async () => {
    const client = await signInAs(app, place, 'sectionOfficer')
    const state = await before()
    const answers = await everything(client)
    expect(answers.length).toBeGreaterThan(60)
    for (const { what, status, body } of answers) {
      expect({ what, refused: [403, 404].includes(status) }).toEqual({ what, refused: true })
      expect({ what, told: body.includes(SUBJECT) }).toEqual({ what, told: false })
    }
    for (const { what, body } of await lists(client)) {
      expect({ what, told: body.includes(SUBJECT) || body.includes(work.id) }).toEqual({ what, told: false })
    }
    expect(await before()).toEqual(state)
  })

  test('那个科室自己的人看得到', async () => {
    await place.asOwner('update officer set section_id = $1 where login = $2', [ids.section, place.login('sectionOfficer')])
    const client = await signInAs(app, place, 'sectionOfficer')
    expect((await client.get(`/requests/${work.id}`)).status).toBe(200)
    expect((await client.get('/requests?state=all')).body).toContain(SUBJECT)
    await place.asOwner('update officer set section_id = $1 where login = $2', [place.ids.section, place.login('sectionOfficer')])
  })
})

describe.each(['government', 'school', 'otherBureau'] as const)('%s 的人', (agency) => {
  test.each(ROLES)('%s', async (role) => {
    const client = await signInAs(app, place, role, agency)
    const state = await before()
    for (const { what, status, body } of await everything(client)) {
      expect({ what, refused: [403, 404].includes(status) }).toEqual({ what, refused: true })
      expect({ what, told: body.includes(SUBJECT) }).toEqual({ what, told: false })
    }
    for (const { what, body } of await lists(client))
      expect({ what, told: body.includes(SUBJECT) || body.includes(work.id) }).toEqual({ what, told: false })
    expect(await before()).toEqual(state)
  })
})

/** Last, since it acts: the same addresses are real ones. */
test('同样的地址，经办人读得到', async () => {
  const client = await signInAs(app, place, 'clerk')
  const missing = (await everything(client)).filter(({ status }) => status === 404).map(({ what }) => what)
  // These name a message, a twin or a paper of the case besides, of which there is none.
  expect(missing).toEqual(['requests.correctFileKind', 'requests.addOutgoing', 'requests.handleMessage', 'requests.settleTwin'])
})
