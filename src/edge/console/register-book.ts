/** 登记簿 as a spreadsheet, written while it is read: a register of any length needs no more memory than one piece of it. */
import { PassThrough } from 'node:stream'
import ExcelJS from 'exceljs'
import type { FastifyInstance } from 'fastify'
import { outcomeRule } from '../../law/requests/outcomes.ts'
import { INTAKE_CHANNEL_WORDS, PHASE_WORDS, REQUESTER_KIND_WORDS } from '../../law/requests/vocabulary.ts'
import { type ExportRow, exportRegister } from '../../office/desk/export-register.ts'
import { SENDING_WORDS, shownSending } from '../../record/requests/sending.ts'
import { exportSchema } from './contract/desk.ts'
import { DEMO_MARK, XLSX } from './files.ts'
import { type ConsoleOptions, FORGED, isForged, NOT_SIGNED_IN, refuse, staffOf } from './staff.ts'

interface Column {
  header: string
  width: number
  cell: (row: ExportRow) => string | null
}

const COLUMNS: readonly Column[] = [
  { header: '编号', width: 26, cell: (row) => row.number },
  { header: '申请的信息', width: 48, cell: (row) => row.subject },
  { header: '申请人', width: 18, cell: (row) => row.requester.name },
  { header: '申请人类型', width: 14, cell: (row) => REQUESTER_KIND_WORDS[row.requester_kind] },
  { header: '申请渠道', width: 18, cell: (row) => INTAKE_CHANNEL_WORDS[row.via] },
  { header: '提交之日', width: 12, cell: (row) => row.submitted_on },
  { header: '收到之日', width: 12, cell: (row) => row.received_on },
  { header: '办理阶段', width: 14, cell: (row) => PHASE_WORDS[row.phase] },
  { header: '届满日', width: 12, cell: (row) => row.next_due_on },
  { header: '答复之日', width: 12, cell: (row) => row.replied_on },
  { header: '答复类型', width: 22, cell: (row) => (row.outcome ? outcomeRule(row.outcome).zh : null) },
  {
    header: '寄送进度',
    width: 16,
    cell: ({ sending, waits_online: online }) => {
      const stage = shownSending(sending, online)
      return stage && SENDING_WORDS[stage]
    },
  },
  { header: '送达之日', width: 12, cell: (row) => row.served_on },
  { header: '办结之日', width: 12, cell: (row) => row.closed_on },
  { header: '承办科室', width: 16, cell: (row) => row.section_name },
  { header: '承办人', width: 12, cell: (row) => row.officer_name },
]

/** Only in an export with personal data. */
const PERSONAL: readonly Column[] = [
  { header: '证件号码', width: 22, cell: (row) => row.requester.idNumber },
  { header: '联系电话', width: 16, cell: (row) => row.requester.phone },
  { header: '通信地址', width: 40, cell: (row) => row.requester.address },
]

export function exportRoute(app: FastifyInstance, { office, demo }: ConsoleOptions): void {
  app.post('/register.xlsx', async (request, reply) => {
    const staff = await staffOf(office, request)
    if (!staff) return refuse(reply, [NOT_SIGNED_IN])
    if (isForged(request, staff)) return refuse(reply, [FORGED])
    const asked = exportSchema.safeParse(request.body ?? {})
    if (!asked.success)
      return refuse(reply, [{ code: 'field-invalid', say: '筛选条件不符合要求。', then: '请重新选择筛选条件后再导出。' }])
    const { unmasked, reason, ...filter } = asked.data
    const pieces = await exportRegister(office, staff.actor, { ...filter, year: filter.year }, { unmasked, reason })
    if (!pieces.ok) return refuse(reply, pieces.refusals)
    const stream = new PassThrough()
    const title = `登记簿${demo ? `（${DEMO_MARK}）` : ''}`
    // A reader who goes away ends the writing: the stream is closed under it.
    write(stream, title, unmasked ? [...COLUMNS, ...PERSONAL] : COLUMNS, pieces.value).catch((error: unknown) =>
      stream.destroy(error instanceof Error ? error : new Error('export')),
    )
    return reply
      .header('content-type', XLSX)
      .header('x-content-type-options', 'nosniff')
      .header(
        'content-disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(`依申请公开${title}-${office.today()}.xlsx`)}`,
      )
      .send(stream)
  })
}

async function write(
  stream: PassThrough,
  title: string,
  columns: readonly Column[],
  pieces: AsyncGenerator<ExportRow[]>,
): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ header, width }) => ({ header, width }))
  sheet.getRow(1).font = { bold: true }
  sheet.getRow(1).commit()
  for await (const rows of pieces) {
    for (const row of rows) sheet.addRow(columns.map(({ cell }) => cell(row))).commit()
    if (stream.destroyed) return
    if (stream.writableNeedDrain) await new Promise((done) => stream.once('drain', done).once('close', done))
  }
  sheet.commit()
  await book.commit()
}
