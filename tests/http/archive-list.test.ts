/** 归档目录: what goes to the archive with the year's volumes, as a spreadsheet and set for the printer. */
import { randomUUID } from 'node:crypto'
import ExcelJS from 'exceljs'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { archiveCase } from '../../src/office/archive/archive-case.ts'
import { recordAct } from '../../src/office/requests/record-act.ts'
import { newAmendment } from './amendment-work.ts'
import { type CaseWork, GRANTED, newCase } from './case-work.ts'
import { type County, county, must } from './county.ts'
import { signInAs } from './staff.ts'

const on = localDate
let place: County
let app: FastifyInstance
let reply = ''

async function archived(one: CaseWork, day: string): Promise<void> {
  place.setToday(day)
  const { version: seen } = await one.view()
  const command = { caseId: one.id, commandId: randomUUID(), seen, on: on(day), retention: null }
  must(await archiveCase(place.office, place.actor('clerk'), command))
}

beforeAll(async () => {
  place = await county('2026-03-02')
  app = await place.product.buildServer()
  const one = await newCase(place, '2026-03-02')
  reply = (await one.reply(GRANTED, '2026-03-04')).number
  must(await one.record({ kind: 'served', on: on('2026-03-05'), by: 'in-person', proof: '本人签收' }))
  await archived(one, '2026-03-06')
  const { version: seen, acts } = await one.view()
  const wrong = { kind: 'annulled', on: on('2026-03-09'), of: acts.at(-1)?.seq ?? 0, reason: '漏装送达回证' } as const
  place.setToday('2026-03-09')
  must(await recordAct(place.office, place.actor('officeHead'), { caseId: one.id, commandId: randomUUID(), seen, act: wrong }))
  await archived(one, '2026-03-10')
  await (await newAmendment(place, '2026-03-10')).done({ decided: '2026-03-11', served: '2026-03-12', archived: '2026-03-13' })
})
afterAll(async () => {
  await app.close()
  await place.close()
})

test('表格逐卷列出：作废的卷号留着并写明理由，更正事项同在一个序列；末尾留移交双方签字处', async () => {
  const clerk = await signInAs(app, place, 'clerk')
  const file = await clerk.download('/archive/2026.xlsx')
  expect(file.name).toMatch(/^.+2026年政府信息公开归档目录\.xlsx$/)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(file.bytes).buffer)
  const [sheet] = book.worksheets
  const rows: unknown[][] = []
  sheet?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)))
  expect(rows[2]).toEqual(['序号', '案卷号', '文号', '责任者', '题名', '日期', '件数', '保管期限', '备注'])
  const [voided, standing, amendment] = rows.slice(3)
  expect(voided?.slice(1, 3)).toEqual([expect.stringMatching(/〕1号$/), reply])
  expect(voided?.at(-1)).toBe('作废：漏装送达回证')
  expect(standing?.slice(4)).toEqual([
    expect.stringMatching(/^关于申请公开“.+”的案卷$/),
    // 办结: handed over in person, so the day of the signature (235号).
    '20260305',
    expect.any(Number),
    '30年',
    '',
  ])
  expect(amendment?.[2]).toMatch(/公开更〔2026〕1号-答$/)
  expect(amendment?.[7]).toBe('10年')
  const pieces = Number(standing?.[6]) + Number(amendment?.[6])
  expect(rows[6]?.[0]).toBe(`共 2 卷 ${pieces} 件，另有作废卷号 1 个。`)
  expect(rows.slice(7).map(([side]) => side)).toEqual(['移交单位（盖章）：', '接收单位（盖章）：'])
  expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, printTitlesRow: '3:3' })

  const paper = await clerk.download('/archive/2026.pdf')
  expect(Buffer.from(paper.bytes).toString('latin1', 0, 5)).toBe('%PDF-')
})

test('没有案卷的年度说明原因；无权看归档的人导不出；每次导出记入审计', async () => {
  const clerk = await signInAs(app, place, 'clerk')
  expect((await clerk.get('/archive/2024.xlsx')).body).toContain('2024 年还没有案卷')
  expect((await (await signInAs(app, place, 'sectionOfficer')).get('/archive/2026.xlsx')).status).toBe(403)
  const log = (await (await signInAs(app, place, 'auditor')).get('/audit')).json<{ rows: { verb: string; target: string }[] }>()
  expect(log.rows.filter(({ verb }) => verb === 'archive.list').map(({ target }) => target)).toEqual(['2026', '2026'])
})
