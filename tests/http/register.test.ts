/** 登记簿与案头: found in two letters, narrowed by everything, exported masked, assigned by the pile; a feed of days without names. */
import { randomUUID } from 'node:crypto'
import ExcelJS from 'exceljs'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ExceptionRow } from '../../src/record/desk/exceptions.ts'
import type { DeskView } from '../../src/record/desk/view.ts'
import { localDate } from '../../src/law/date.ts'
import { registerRequest } from '../../src/office/requests/register-request.ts'
import { refold } from '../../src/office/oversight/refold.ts'
import type { RequestRow } from '../../src/record/requests/view.ts'
import { CONTENT, type County, county, must, REQUESTER } from './county.ts'
import { API, signInAs, type StaffClient } from './staff.ts'

let place: County
let app: FastifyInstance
let clerk: StaffClient
let head: StaffClient
const ids: Record<string, string> = {}

async function register(subject: string, submittedOn: string): Promise<void> {
  const filed = await registerRequest(place.office, place.actor('clerk'), {
    commandId: randomUUID(),
    requester: REQUESTER,
    content: { ...CONTENT, subject },
    via: 'in-person',
    submittedOn: localDate(submittedOn),
    receivedOn: null,
  })
  ids[subject] = must(filed).id
}

beforeAll(async () => {
  place = await county('2026-03-30')
  app = await place.product.buildServer()
  await register('2025年隆务镇学区划分方案', '2026-02-02')
  await register('校车运营合同', '2026-03-23')
  await register('ABC小学 营养午餐 100% 采购结果', '2026-03-25')
  clerk = await signInAs(app, place, 'clerk')
  head = await signInAs(app, place, 'officeHead')
})
afterAll(async () => {
  await app.close()
  await place.close()
})

async function found(query: Record<string, string>, by = clerk): Promise<string[]> {
  const answer = await by.get(`/requests?${new URLSearchParams({ state: 'all', sort: 'number', ...query }).toString()}`)
  return answer.json<{ rows: RequestRow[] }>().rows.map(({ subject }) => subject)
}

describe('查找', () => {
  test.each([
    [{ q: '学区' }, ['2025年隆务镇学区划分方案']],
    [{ q: '务镇' }, ['2025年隆务镇学区划分方案']],
    [{ q: '运营 校车' }, ['校车运营合同']],
    [{ q: '车校' }, []],
    [{ q: 'abc小学' }, ['ABC小学 营养午餐 100% 采购结果']],
    [{ q: '100%' }, ['ABC小学 营养午餐 100% 采购结果']],
    [{ q: '〔2026〕2号' }, ['校车运营合同']],
    [{ q: '(2026)2号' }, ['校车运营合同']],
    [{ q: '［２０２６］２号 校车' }, ['校车运营合同']],
    [{ q: '(2026)2号 学区' }, []],
    [{ receivedFrom: '2026-03-01', receivedTo: '2026-03-24' }, ['校车运营合同']],
    [{ state: 'overdue' }, ['2025年隆务镇学区划分方案']],
    [{ exception: 'replyOverdue' }, ['2025年隆务镇学区划分方案']],
    [{ dueTo: '2026-03-30' }, ['2025年隆务镇学区划分方案']],
    [{ via: 'email' }, []],
    [{ section: 'none', q: '合同' }, ['校车运营合同']],
    [{ year: '2025' }, []],
  ])('%j', async (query, subjects) => {
    expect(await found(query)).toEqual(subjects)
  })

  test('一个字不查：说明至少两个字', async () => {
    const answer = await clerk.get('/requests?q=%E8%BD%A6')
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('至少两个字')
  })

  test('本机关以外的申请查不到', async () => {
    expect(await found({ q: '学区' }, await signInAs(app, place, 'clerk', 'otherBureau'))).toEqual([])
  })
})

test('例外清单：超期的列在最前，说明怎么办和依据；负责人只批稿，不见清单', async () => {
  const { rows } = (await clerk.get('/desk/exceptions')).json<{ rows: ExceptionRow[] }>()
  expect(rows).toEqual([expect.objectContaining({ kind: 'replyOverdue', caseId: ids['2025年隆务镇学区划分方案'] })])
  const others = (await (await signInAs(app, place, 'head')).get('/desk/exceptions')).json<{ rows: ExceptionRow[] }>()
  expect(others.rows).toEqual([])
})

test('批量分办：选中的都分给一个科室；科室承办人随即看到', async () => {
  const officer = await signInAs(app, place, 'sectionOfficer')
  expect(await found({}, officer)).toEqual([])
  const chosen = [ids.校车运营合同, ids['2025年隆务镇学区划分方案']]
  const done = await clerk.post('/desk/assign', { ids: chosen, sectionId: place.ids.section, officerId: null })
  expect(done.json()).toEqual({ assigned: 2 })
  expect(await found({}, officer)).toEqual(['校车运营合同', '2025年隆务镇学区划分方案'])
  expect(await found({ section: place.ids.section, q: '校车' })).toEqual(['校车运营合同'])
})

describe('导出', () => {
  const ask = async (client: StaffClient, body: object) => client.post('/register.xlsx', body)
  const rowsOf = async (role: 'clerk' | 'officeHead', body: object) => {
    const signedIn = await app.inject({
      method: 'POST',
      url: `${API}/session`,
      payload: { login: place.login(role), password: 'correct-horse-battery' },
    })
    const answer = await app.inject({
      method: 'POST',
      url: `${API}/register.xlsx`,
      headers: {
        cookie: signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
        'x-csrf-token': signedIn.json<{ csrf: string }>().csrf,
      },
      payload: body,
    })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(new Uint8Array(answer.rawPayload).buffer)
    const rows: string[][] = []
    book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map((value) => String(value ?? ''))))
    return rows
  }

  test('按筛选导出，姓名遮盖，没有证件号码、电话、地址', async () => {
    const rows = await rowsOf('clerk', { state: 'all', q: '校车' })
    expect(rows).toHaveLength(2)
    expect(rows[0]?.slice(0, 3)).toEqual(['编号', '申请的信息', '申请人'])
    expect(rows[1]?.[1]).toBe('校车运营合同')
    expect(rows.flat().join()).not.toContain(REQUESTER.name)
    expect(rows.flat().join()).not.toContain(REQUESTER.idNumber)
  })

  test('带个人信息：须有权限、有理由，并记入审计', async () => {
    const whole = { state: 'all', unmasked: true }
    expect((await ask(clerk, { ...whole, reason: '核对' })).status).toBe(403)
    const refused = await ask(head, whole)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('须写明理由')
    const rows = await rowsOf('officeHead', { ...whole, reason: '向复议机关提交答复材料' })
    expect(rows).toHaveLength(4)
    expect(rows[1]?.join()).toContain(REQUESTER.idNumber)
    const log = (await (await signInAs(app, place, 'auditor')).get('/audit')).json<{ rows: { verb: string; detail: string }[] }>()
    expect(log.rows.find(({ verb }) => verb === 'requests.exportUnmasked')?.detail).toContain('向复议机关提交答复材料')
  })

  test.each(['=HYPERLINK("https://x.example","点此")', '+1+cmd|calc', '-2+3', '@SUM(A1)'])(
    '像公式的内容只是文字：%s',
    async (typed) => {
      await register(typed, '2026-03-26')
      // A formula would come back as an object with its text beside.
      expect((await rowsOf('clerk', { state: 'all' })).map(([, subject]) => subject)).toContain(typed)
    },
  )
})

describe('期限日历', () => {
  const read = (path: string) => app.inject({ method: 'GET', url: path })

  test('凭秘密地址读到本人的期限；没有申请人，也没有申请内容', async () => {
    const { path } = (await clerk.post('/desk/feed', {})).json<{ path: string }>()
    const answer = await read(path)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toContain('text/calendar')
    expect(answer.body).toContain('DTSTART;VALUE=DATE:20260306')
    expect(answer.body).toContain('〔2026〕1号')
    for (const never of [REQUESTER.name, '学区', '校车', '隆务']) expect(answer.body).not.toContain(never)
    expect(JSON.stringify(await place.asOwner('select * from officer_desk'))).not.toContain(path.slice(14, 40))
  })

  test('重新开通或停用，旧地址失效；离职的人也读不到', async () => {
    const opened = async () => (await clerk.post('/desk/feed', {})).json<{ path: string }>().path
    const old = await opened()
    const now = await opened()
    expect((await read(old)).statusCode).toBe(404)
    expect((await read(now)).statusCode).toBe(200)
    await place.asOwner('update officer set active = false where login = $1', [place.login('clerk')])
    expect((await read(now)).statusCode).toBe(404)
    await place.asOwner('update officer set active = true where login = $1', [place.login('clerk')])
    await clerk.post('/desk/feed/close', {})
    expect((await read(now)).statusCode).toBe(404)
    expect((await read('/console/feed/guess.ics')).statusCode).toBe(404)
  })
})

test('常用筛选和引导各人自己的：保存、改写、删去', async () => {
  const first = (await clerk.post('/desk/filters', { name: '本周到期', query: 'state=open' })).json<DeskView>()
  expect(first.guided).toBe(true)
  const again = (await clerk.post('/desk/filters', { name: '本周到期', query: 'state=overdue' })).json<DeskView>()
  expect(again.filters).toEqual([{ id: first.filters[0]?.id, name: '本周到期', query: 'state=overdue' }])
  expect((await head.get('/desk')).json<DeskView>().filters).toEqual([])
  const id = again.filters[0]?.id ?? ''
  expect((await head.post(`/desk/filters/${id}/drop`, {})).status).toBe(404)
  expect((await clerk.post(`/desk/filters/${id}/drop`, {})).json<DeskView>().filters).toEqual([])
  expect((await clerk.post('/desk/guided', { guided: false })).json<DeskView>().guided).toBe(false)
  expect((await head.get('/desk')).json<DeskView>().guided).toBe(true)
})

test('例外从案卷得出，存着的与重算的一样', async () => {
  expect((await refold(place.office, { write: false })).drifts).toEqual([])
})
