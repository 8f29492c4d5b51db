/**
 * 谁能看什么、做什么: every console endpoint × every role × the own agency and another. One table says what each endpoint
 * needs; the answers of the running server must follow from the permission table and from nothing else.
 */
import { randomUUID } from 'node:crypto'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ENDPOINTS, type EndpointName } from '../../src/edge/console/contract.ts'
import { consoleApi } from '../../src/edge/console/routes.ts'
import { beginDataSet } from '../../src/office/publication/index.ts'
import { openConsultation } from '../../src/office/dialogue/consultations.ts'
import { openDispute } from '../../src/office/disputes/open-dispute.ts'
import { enterDecisions, keepDecisionEvidence } from '../../src/office/reports/decisions.ts'
import { attachToCase } from '../../src/office/files/attach-to-case.ts'
import { receiveRequest } from '../../src/office/requests/receive-request.ts'
import { registerRequest } from '../../src/office/requests/register-request.ts'
import { viewCase } from '../../src/office/requests/view-case.ts'
import { localDate } from '../../src/law/date.ts'
import { PERMISSIONS, ROLES, type Role, type Verb } from '../../src/record/people/roles.ts'
import { CONTENT, type County, county, must, REQUESTER } from './county.ts'
import { matrixInputs } from './matrix-inputs.ts'
import { NEEDS } from './matrix-needs.ts'
import { API, signInAs, type StaffClient } from './staff.ts'

const NAMES = Object.keys(NEEDS) as (keyof typeof NEEDS)[]

/** A section's officer sees the cases of the own section only; this case is assigned to none. */
function mayDo(role: Role, verb: Verb | null, name?: EndpointName): boolean {
  if (verb === null || (role === 'sectionOfficer' && name === 'requests.list')) return true
  if (role === 'sectionOfficer' && verb.startsWith('requests.')) return false
  return PERMISSIONS[role].includes(verb)
}

/** A PNG of one pixel. */
const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)

let place: County
let app: FastifyInstance
let caseId: string
let letterId: string
let fileId: string
let disputeId: string
let entryId: string
let tableId: string
const clients = new Map<string, StaffClient>()

beforeAll(async () => {
  place = await county()
  app = await place.product.buildServer()
  const filed = await receiveRequest(place.office, {
    agencyId: place.ids.bureau,
    commandId: randomUUID(),
    requester: REQUESTER,
    content: CONTENT,
    files: [],
  })
  caseId = must(filed).id
  const clerk = place.actor('clerk')
  const onPaper = await registerRequest(place.office, clerk, {
    commandId: randomUUID(),
    requester: REQUESTER,
    content: CONTENT,
    via: 'in-person',
    submittedOn: localDate('2026-03-02'),
    receivedOn: null,
  })
  must(await attachToCase(place.office, clerk, { caseId: must(onPaper).id, upload: { name: '信封.png', bytes: ONE_PIXEL } }))
  const { letters, files } = must(await viewCase(place.office, clerk, must(onPaper).id))
  letterId = letters[0]?.id ?? ''
  fileId = files[0]?.id ?? ''
  disputeId = randomUUID()
  const opened = { kind: 'opened', path: 'complaint', procedure: 'ordinary', claimant: 'requester' } as const
  place.setToday('2026-03-31')
  must(
    await openDispute(place.office, clerk, {
      commandId: disputeId,
      caseId: must(onPaper).id,
      opened: { ...opened, on: localDate('2026-03-31') },
    }),
  )
  place.setToday('2026-03-02')
  must(
    await openConsultation(place.office, {
      agencyId: place.ids.school,
      commandId: randomUUID(),
      name: '某',
      contact: '某',
      subject: '某',
      question: '某',
    }),
  )
  const entry = { kind: 'permits', matter: '教师资格认定', made: 3, refused: 0, fen: 0, basis: '平台统计' } as const
  const period = { sectionId: place.ids.section, from: localDate('2026-01-01'), to: localDate('2026-01-31') }
  const ledger = must(await enterDecisions(place.office, clerk, { commandId: randomUUID(), entries: [{ ...entry, ...period }] }))
  entryId = ledger.entries[0]?.id ?? ''
  must(await keepDecisionEvidence(place.office, clerk, { id: entryId, upload: { name: '统计.png', bytes: ONE_PIXEL } }))
  tableId = must(
    await beginDataSet(place.office, place.actor('sectionOfficer'), { id: randomUUID(), kind: 'directory', period: '2026' }),
  ).id
  for (const agency of ['bureau', 'otherBureau'] as const)
    for (const role of ROLES) clients.set(`${role}@${agency}`, await signInAs(app, place, role, agency))
})
afterAll(async () => {
  await app?.close()
  await place?.close()
})

/** A call whose input is well formed, so that what answers is the permission and not the form. */
function call(client: StaffClient, name: keyof typeof NEEDS) {
  const inputs = matrixInputs({ caseId, sectionId: place.ids.section })
  const { method, path } = ENDPOINTS[name]
  const at = path
    .replace(':id', name.startsWith('requests.') ? caseId : randomUUID())
    .replace(':unitId', randomUUID())
    .replace(':documentId', randomUUID())
    .replace(':year', '2025')
    .replace(':key', name === 'basis.get' ? 'reg' : randomUUID())
  const queries: Partial<Record<EndpointName, string>> = {
    'letters.register': '?year=2026',
    'audit.list': '?from=2026-03-02&to=2026-03-02&person=none&verb=requests.view&target=1',
    'reports.cell': '?table=requests&row=received&column=total',
    'handIns.cell': '?table=requests&row=received&column=total',
    'handIns.sum': '?table=requests&row=received&column=total',
    'handIns.compare': '?year=2025&otherYear=2024',
    'requests.feeChoice': '?on=2026-03-02',
    'requests.lessons': '?outcome=granted',
    'requests.sketchOutgoing': `?fileId=${randomUUID()}&which=before`,
  }
  const query = queries[name] ?? ''
  return method === 'GET' ? client.get(at + query) : client.post(at, inputs[name] ?? {})
}

/** A refusal of the whole call: a case's own page lists what one may not do, which is something else. */
const REFUSED = /^\{"refusals":\[\{"code":"not-permitted"/

describe('本机关', () => {
  test.each(ROLES)('%s', async (role) => {
    const client = clients.get(`${role}@bureau`) as StaffClient
    for (const name of NAMES) {
      const { status, body } = await call(client, name)
      const allowed = mayDo(role, NEEDS[name], name)
      // What one may not even see is "not found" for the case endpoints, "not permitted" elsewhere.
      const hidden = name.startsWith('requests.') && !mayDo(role, 'requests.view') && status === 404
      expect({ name, role, allowed: !(REFUSED.test(body) || hidden) }).toEqual({ name, role, allowed })
      expect(status).toBeLessThan(500)
    }
  })
})

describe('其他机关的案件看不到也动不了', () => {
  test.each(ROLES)('%s', async (role) => {
    const client = clients.get(`${role}@otherBureau`) as StaffClient
    for (const name of NAMES.filter((one) => ENDPOINTS[one].path.startsWith('/requests/:id'))) {
      const { status, body } = await call(client, name)
      expect({ name, role, status: [403, 404].includes(status) }).toEqual({ name, role, status: true })
      expect(body).not.toContain(CONTENT.subject)
    }
  })
})

describe('文书、附件、报告的下载', () => {
  /** Addresses of every kind of file, with what each needs. */
  const FILES: { path: () => string; needs: Verb }[] = [
    { path: () => `/letters/${letterId}.docx`, needs: 'requests.view' },
    { path: () => `/letters/${letterId}/sheet.pdf`, needs: 'requests.view' },
    { path: () => `/letters/${letterId}/public.pdf`, needs: 'requests.view' },
    { path: () => `/files/${fileId}`, needs: 'requests.view' },
    { path: () => `/requests/${caseId}/reply/draft.pdf`, needs: 'requests.view' },
    { path: () => `/decisions/${entryId}/evidence`, needs: 'decisions.view' },
    { path: () => '/catalogue.xlsx', needs: 'catalogue.view' },
    { path: () => '/schools.xlsx', needs: 'units.view' },
    { path: () => `/editions/${tableId}/table.xlsx`, needs: 'documents.view' },
    { path: () => '/reports/2025.docx', needs: 'reports.view' },
    { path: () => '/reports/2025.xlsx', needs: 'reports.view' },
    { path: () => '/reports/2025.zgk', needs: 'reports.handIn' },
    { path: () => '/reports/2024/original', needs: 'reports.view' },
    { path: () => `/disputes/${disputeId}/answer.docx`, needs: 'disputes.view' },
  ]

  test.each(ROLES)('%s', async (role) => {
    for (const { path, needs } of FILES) {
      const { status, body } = await (clients.get(`${role}@bureau`) as StaffClient).get(path())
      // No draft and no approved report there yet: that is then the answer to those who may see it.
      const seen = status === 200 || ([404, 409].includes(status) && /draft|reports/.test(path()))
      expect({ path: path(), role, seen: seen && !REFUSED.test(body) }).toEqual({
        path: path(),
        role,
        seen: mayDo(role, needs) || (status === 404 && path().includes('draft')),
      })
      const elsewhere = await (clients.get(`${role}@otherBureau`) as StaffClient).get(path())
      if (!/^\/(?:reports|catalogue|schools)/.test(path()))
        expect({ path: path(), role, status: elsewhere.status }).toEqual({
          path: path(),
          role,
          status: path().startsWith('/editions') && !mayDo(role, needs) ? 403 : 404,
        })
    }
  })

  test.each(ROLES)('批量打印：%s', async (role) => {
    const printed = { what: 'labels', items: [{ id: letterId }] }
    const { status } = await (clients.get(`${role}@bureau`) as StaffClient).post('/letters/print', printed)
    expect({ role, status }).toEqual({ role, status: PERMISSIONS[role].includes('requests.serve') ? 200 : 403 })
    const elsewhere = await (clients.get(`${role}@otherBureau`) as StaffClient).post('/letters/print', printed)
    expect([403, 404]).toContain(elsewhere.status)
  })

  test('没有登录什么也下载不到；不在页面内打开', async () => {
    for (const { path } of FILES) expect((await app.inject(API + path())).statusCode).toBe(401)
    const file = await (clients.get('clerk@bureau') as StaffClient).get(`/files/${fileId}`)
    expect(file.headers['content-disposition']).toMatch(/^attachment/)
  })
})

test('控制台的每个地址都在本表之内：多一个、少一个都不行', async () => {
  const served = new Set<string>()
  const bare = fastify()
  bare.addHook('onRoute', ({ method, url }) => {
    if (method !== 'HEAD') served.add(`${String(method)} ${url.startsWith(API) ? url.slice(API.length) : url}`)
  })
  await bare.register(consoleApi({ office: place.office, basePath: '', demo: false, secureCookies: false }))
  await bare.ready()
  const endpoints = Object.values(ENDPOINTS).map(({ method, path }) => `${method} ${path}`)
  const files = [
    'GET /letters/:id.pdf',
    'GET /letters/:id.docx',
    'GET /letters/:id/public.pdf',
    'GET /files/:id',
    'GET /archive/:year.xlsx',
    'GET /archive/:year.pdf',
    'GET /requests/:id/bundle.pdf',
    'GET /requests/:id/bundle.zip',
    'POST /requests/:id/files',
    'POST /requests/:id/outgoing',
    'GET /requests/:id/outgoing/:file/:which/:page.png',
    'POST /letters/print',
    'GET /letters/:id/sheet.pdf',
    'POST /agency/seal',
  ]
  // Needs no session: the address itself is the secret.
  const papers = [
    'GET /console/feed/:token.ics',
    'POST /register.xlsx',
    'GET /requests/:id/reply/draft.pdf',
    'GET /reports/:year.pdf',
    'GET /reports/:year.docx',
    'GET /reports/:year.xlsx',
    'GET /reports/:year.zgk',
    'GET /reports/:year/archive.pdf',
    'GET /reports/:year/archive.zip',
    'GET /hand-ins/archive/:year.zip',
    'GET /hand-ins/:id/units/:unitId/sheet.xlsx',
    'GET /hand-ins/:id/circular.docx',
    'POST /hand-ins/:id/files',
    'POST /hand-ins/:id/attachments',
    'GET /hand-ins/:id/attachments/:hash',
    'POST /reports/:year/signed-copy',
    'GET /decisions/:id/evidence',
    'POST /decisions/:id/evidence',
    'GET /catalogue.xlsx',
    'POST /catalogue/read',
    'POST /catalogue/import',
    'GET /schools.xlsx',
    'POST /release-delegations/:id/paper',
    'GET /release-delegations/:id/paper',
    'POST /editions/read',
    'GET /editions/:id/review.pdf',
    'GET /editions/:id/table.xlsx',
    'POST /editions/table',
    'GET /editions/:id/files/:fileId',
    'POST /editions/:id/files',
    'POST /reports/check',
    'POST /reports/check/page',
    'POST /reports/check/corrected',
    'POST /reports/import',
    'GET /reports/:year/original',
  ]
  const ofDisputes = ['answer', 'evidence'].flatMap((kind) => [`GET /disputes/:id/${kind}.pdf`, `GET /disputes/:id/${kind}.docx`])
  expect(served).toEqual(
    new Set([
      ...endpoints,
      ...files,
      ...papers,
      ...ofDisputes,
      'GET /amendments/:id/letter.pdf',
      'GET /amendments/:id/letter.docx',
      'POST /amendments/:id/files',
      'GET /amendments/files/:id',
    ]),
  )
  await bare.close()
})

test('没有登录，哪个接口都不应答；伪造的表单也不应答', async () => {
  for (const name of NAMES) {
    const { method, path } = ENDPOINTS[name]
    const url = API + path.replace(':id', caseId).replace(':year', '2025').replace(':key', 'reg')
    const answer = await app.inject({ method, url, ...(method === 'POST' ? { payload: {} } : {}) })
    expect({ name, status: answer.statusCode }).toEqual({ name, status: 401 })
  }
  const signedIn = await app.inject({
    method: 'POST',
    url: `${API}/session`,
    payload: { login: place.login('clerk'), password: 'correct-horse-battery' },
  })
  const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const forged = await app.inject({
    method: 'POST',
    url: `${API}/requests/${caseId}/notes`,
    headers: { cookie },
    payload: { text: '伪造' },
  })
  expect(forged.statusCode).toBe(403)
})

test('科室承办人只见分办给本科室的案件', async () => {
  const officer = clients.get('sectionOfficer@bureau') as StaffClient
  expect((await officer.get(`/requests/${caseId}`)).status).toBe(404)
  const clerk = clients.get('clerk@bureau') as StaffClient
  expect((await clerk.post(`/requests/${caseId}/assign`, { sectionId: place.ids.section, officerId: null })).status).toBe(200)
  expect((await officer.get(`/requests/${caseId}`)).status).toBe(200)
  expect((await officer.post(`/requests/${caseId}/unmask`, { reason: '想看看' })).status).toBe(403)
})

test('看个人信息要写理由，并记入审计', async () => {
  const clerk = clients.get('clerk@bureau') as StaffClient
  expect((await clerk.get(`/requests/${caseId}`)).body).not.toContain(REQUESTER.idNumber)
  const opened = await clerk.post(`/requests/${caseId}/unmask`, { reason: '核对邮寄地址' })
  expect(opened.json<{ requester: { idNumber: string } }>().requester.idNumber).toBe(REQUESTER.idNumber)
  const auditor = clients.get('auditor@bureau') as StaffClient
  const log = (await auditor.get('/audit')).json<{ rows: { verb: string; detail: string }[] }>()
  expect(log.rows.some((row) => row.verb === 'requests.unmask' && row.detail.includes('核对邮寄地址'))).toBe(true)
})

test('连续五次密码不正确，账号锁定', async () => {
  const login = place.login('head', 'otherBureau')
  const attempt = (password: string) => app.inject({ method: 'POST', url: `${API}/session`, payload: { login, password } })
  for (let n = 0; n < 5; n += 1) expect((await attempt('wrong')).statusCode).toBe(401)
  expect((await attempt('correct-horse-battery')).statusCode).toBe(429)
})
