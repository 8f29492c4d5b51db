/** Every page of the console's route table: without barriers (axe), without complaints of the browser, within its width. */
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ConsoleRoute, pathTo, type RouteName, ROUTES } from '../../src/console/route-table.ts'
import { localDate } from '../../src/law/date.ts'
import { usualPlan } from '../../src/record/publication/publicity.ts'
import { openConsultation } from '../../src/office/dialogue/consultations.ts'
import { uploadOutgoing } from '../../src/office/outgoing/add-outgoing.ts'
import { viewOutgoing } from '../../src/office/outgoing/view-outgoing.ts'
import { compileReport } from '../../src/office/reports/compile-report.ts'
import { saveDraft, submitDraft } from '../../src/office/requests/draft-reply.ts'
import { receiveRequest } from '../../src/office/requests/receive-request.ts'
import { recordAct } from '../../src/office/requests/record-act.ts'
import { viewCase } from '../../src/office/requests/view-case.ts'
import { PERMISSIONS, type Role, ROLES } from '../../src/record/people/roles.ts'
import { replyContentSchema } from '../../src/record/requests/reply.ts'
import { CORRECTED, newAmendment } from '../http/amendment-work.ts'
import { catalogueContent } from '../http/catalogue-content.ts'
import { CONTENT, must, REQUESTER } from '../http/county.ts'
import { addCatalogueItem, beginEdition, raiseObjection, viewPublicity } from '../../src/office/publication/index.ts'
import { editionWork } from '../http/editions-work.ts'
import { catalogueKeepingSchema } from '../../src/record/publication/catalogue.ts'
import { editionContentSchema } from '../../src/record/publication/edition.ts'
import { barriers, type Desk, type Office, openOffice } from './console-office.ts'

let office: Office
const params: Partial<Record<RouteName, Record<string, string | number>>> = {}

beforeAll(async () => {
  office = await openOffice('2026-03-09')
  const { office: verbs, ids, actor } = office.place
  const submit = async () =>
    must(
      await receiveRequest(verbs, {
        agencyId: ids.bureau,
        commandId: randomUUID(),
        requester: REQUESTER,
        content: CONTENT,
        files: [],
      }),
    ).id
  const receive = async (caseId: string) => {
    const act = { kind: 'received', on: localDate('2026-03-09') } as const
    must(await recordAct(verbs, actor('clerk'), { caseId, commandId: randomUUID(), seen: 1, act }))
    return caseId
  }
  const waiting = await receive(await submit())
  const content = replyContentSchema.parse({
    outcome: 'granted',
    given: { what: '《学区划分方案》', way: 'attached', onPaper: ['学区划分方案'] },
  })
  must(await saveDraft(verbs, actor('clerk'), { caseId: waiting, draftVersion: 0, content }))
  const digest = must(await viewCase(verbs, actor('clerk'), waiting)).draft?.digest ?? ''
  must(await submitDraft(verbs, actor('clerk'), { caseId: waiting, digest }))
  must(await compileReport(verbs, actor('clerk'), 2025))
  const asked = must(
    await openConsultation(verbs, {
      agencyId: ids.school,
      commandId: randomUUID(),
      name: '测试乙',
      contact: '0970-1234567',
      subject: '招生办法在哪里看',
      question: '请问今年的招生办法在哪里看？',
    }),
  )
  const consultation = await verbs.db
    .selectFrom('school_consultation')
    .select('id')
    .where('number', '=', asked.number)
    .executeTakeFirstOrThrow()
  const open = { id: await receive(await submit()) }
  const upload = { name: '扫描件.png', bytes: await onePicture() }
  must(await uploadOutgoing(verbs, actor('clerk'), { caseId: open.id, upload }))
  const [outgoing] = must(await viewOutgoing(verbs, actor('clerk'), open.id)).files
  const amendment = await newAmendment(office.place, '2026-03-09')
  must(await amendment.propose(CORRECTED))
  const edition = { id: randomUUID() }
  const drafted = editionContentSchema.parse({
    column: 'plans',
    title: '年度工作计划',
    body: '<p>全文。</p>',
    formedOn: '2026-03-02',
  })
  must(await beginEdition(verbs, actor('clerk'), { ...edition, content: drafted, sectionId: null }))
  const item = { id: randomUUID(), from: localDate('2026-03-09'), why: '' }
  const keeping = catalogueKeepingSchema.parse({ sectionId: ids.section })
  must(await addCatalogueItem(verbs, actor('clerk'), { ...item, content: catalogueContent('招生政策'), keeping }))
  const shown = await editionWork(office.place).release({
    title: '优秀教师拟表彰名单公示',
    body: '<p>名单如下。</p>',
    publicity: usualPlan('award', { office: '人事科', phone: '0970-5550114', place: '' }),
  })
  const { documentId } = shown
  const said = { objector: 'public', name: '', contact: '', about: '名单第一行', statement: '学校写错了。' }
  must(await raiseObjection(verbs, { agencyId: ids.bureau, documentId, commandId: randomUUID(), ...said }))
  const [objection] = must(await viewPublicity(verbs, actor('clerk'), { documentId })).objections
  Object.assign(params, {
    publicity: { documentId },
    objection: { id: objection?.id ?? '' },
    edition,
    catalogueItem: { id: item.id },
    redaction: { ...open, fileId: outgoing?.id ?? '' },
    case: open,
    reply: open,
    approval: { id: waiting },
    amendment: { id: amendment.id },
    amendmentApproval: { id: amendment.id },
    report: { year: 2025 },
    basisText: { key: 'reg' },
    consultation,
  })
})
afterAll(() => office.close())

function onePicture(): Promise<Buffer> {
  return sharp({ create: { width: 600, height: 800, channels: 3, background: 'white' } })
    .png()
    .toBuffer()
}

/** Who sees most of the page: somebody who may do what it is for. */
function roleFor({ verbs }: ConsoleRoute): Role {
  const role = ROLES.find((one) => verbs.some((verb) => PERMISSIONS[one].includes(verb)))
  if (!role) throw new Error('a page that nobody may open')
  return role
}

const desks = new Map<Role, Desk>()
/** One desk for all the pages of a role: signing in and loading the console anew for each takes longer than the pages. */
async function deskOf(role: Role, agency?: 'school'): Promise<Desk> {
  const desk = desks.get(role) ?? (await office.seat(role, agency && { agency }))
  desks.set(role, desk)
  return desk
}

async function tooWide({ page }: Desk): Promise<number> {
  return page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)')
}

/** Tables whose columns don't fit their box, and rows in which the words stand one under the other. */
async function cramped({ page }: Desk): Promise<number> {
  return page.evaluate<number>(
    `[...document.querySelectorAll('.row-table')].filter((box) => box.scrollWidth > box.clientWidth + 1).length +
      [...document.querySelectorAll('.row-table tbody tr')].filter((row) => row.offsetHeight > 320).length`,
  )
}

test('登录页没有障碍', async () => {
  const desk = await office.open()
  await desk.go('/')
  await desk.page.getByLabel('账号').waitFor()
  expect(await barriers(desk)).toEqual([])
  await desk.context.close()
})

describe.each(Object.keys(ROUTES) as RouteName[])('%s', (name) => {
  test('电脑和手机的宽度', async () => {
    const desk = await (name === 'consultation' ? deskOf('informationOfficer', 'school') : deskOf(roleFor(ROUTES[name])))
    await desk.page.setViewportSize({ width: 1280, height: 900 })
    await desk.go(pathTo(name, params[name]))
    for (const width of [1280, 390]) {
      await desk.page.setViewportSize({ width, height: 900 })
      expect(await barriers(desk), `axe, ${width} px`).toEqual([])
      expect(await tooWide(desk), `${width} px`).toBe(0)
      expect(await cramped(desk), `${width} px`).toBe(0)
    }
    expect(desk.complaints.splice(0)).toEqual([])
  })
})

test('菜单只有本人角色能用的；没有权限的页面说明去找谁', async () => {
  const desk = await office.seat('auditor')
  const menu = await desk.page.getByRole('navigation', { name: '主菜单' }).getByRole('link').allInnerTexts()
  expect(menu.map((word) => word.trim())).toEqual(['机构', '邮件', '监督'])
  await desk.go('/requests')
  await desk.page.getByText('您的角色不能使用“依申请公开”').waitFor()
  await desk.context.close()
})

test('学校的人员只见信息发布、公示、存量检查、渠道、目录和咨询，不见依申请和年报', async () => {
  const desk = await office.seat('informationOfficer', { agency: 'school' })
  const menu = await desk.page.getByRole('navigation', { name: '主菜单' }).getByRole('link').allInnerTexts()
  expect(menu.map((word) => word.trim())).toEqual([
    '学期卡 12 件',
    '信息发布',
    '公示',
    '存量检查',
    '公开渠道',
    '应公开',
    '公开目录',
    '三重一大',
    '交流互动 1 件',
    '代理',
    '机构',
    '邮件',
  ])
  await desk.context.close()
})

test('登记簿用键盘上下移动、回车打开', async () => {
  const desk = await office.seat('clerk')
  await desk.go('/requests')
  await desk.page.locator('.openable').first().focus()
  await desk.page.keyboard.press('ArrowDown')
  const place = '[...document.querySelectorAll(".openable")].indexOf(document.activeElement)'
  expect(await desk.page.evaluate<number>(place)).toBe(1)
  await desk.page.keyboard.press('Enter')
  await desk.page.getByRole('region', { name: '办到哪一步' }).waitFor()
  await desk.context.close()
})
