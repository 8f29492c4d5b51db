/** Annual reports that travel as files: the empty table for a unit on paper, bundles out, tables and bundles in. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Finding } from '../../law/reports/model.ts'
import { ok, type Refusal, refused } from '../../law/refusal.ts'
import { attachToNotice, readNoticeAttachment } from '../../office/reports/notice-attachments.ts'
import { blankSheet, mayTakeIn, takeInBundle, takeInSheet } from '../../office/reports/take-in-file.ts'
import { draftCircular } from '../../office/reports/view-hand-ins.ts'
import { writeBundle } from '../../office/reports/write-bundle.ts'
import type { CellMark } from '../../record/reports/cell-mark.ts'
import type { TakenIn } from '../../record/reports/notice.ts'
import { packBundle, unpackBundle } from '../files/bundle.ts'
import { reportReader } from '../files/index.ts'
import { renderLetterDocx, renderReportXlsx } from '../paper/index.ts'
import { FILE_PATHS } from './contract.ts'
import type { FileTakenIn } from './contract/hand-ins.ts'
import { DEMO_MARK, DOCX, download, XLSX, ZIP } from './files.ts'
import { type ConsoleOptions, NOT_SIGNED_IN, refuse, staffOf } from './staff.ts'
import { uploaded, wordOf } from './uploads.ts'

const LONGEST_MS = 60_000
const MOST_PRESENT = 10
const BUSY: Refusal = { code: 'unavailable', say: '现在导入的人较多。', then: '请过一分钟再试；选好的文件还在。' }

function unreadable(why: string): Refusal {
  return { code: 'file-refused', say: `文件不能读取：${why}。`, then: '请用本页下载的填报表填写后再导入。', field: 'files' }
}

export function handInFiles(app: FastifyInstance, { office, demo }: ConsoleOptions): void {
  // Foreign files are opened, understood and checked in a process that can be stopped.
  const reader = reportReader({ milliseconds: LONGEST_MS, most: MOST_PRESENT, oldFormats: true })
  app.addHook('onClose', () => reader.close())

  app.get('/hand-ins/:id/units/:unitId/sheet.xlsx', async (request, reply): Promise<FastifyReply> => {
    const staff = await staffOf(office, request)
    if (!staff) return refuse(reply, [NOT_SIGNED_IN])
    const { id, unitId } = request.params as { id: string; unitId: string }
    const sheet = await blankSheet(office, staff.actor, { noticeId: id, unitId })
    if (!sheet.ok) return refuse(reply, sheet.refusals)
    return download(reply, `${sheet.value.title}（填报表）.xlsx`, XLSX, await renderReportXlsx(sheet.value))
  })

  app.get('/hand-ins/:id/circular.docx', async (request, reply): Promise<FastifyReply> => {
    const staff = await staffOf(office, request)
    if (!staff) return refuse(reply, [NOT_SIGNED_IN])
    const draft = await draftCircular(office, staff.actor, (request.params as { id: string }).id)
    if (!draft.ok) return refuse(reply, draft.refusals)
    const paper = demo ? { ...draft.value, watermark: DEMO_MARK } : draft.value
    return download(reply, `${paper.title}.docx`, DOCX, await renderLetterDocx(paper))
  })

  app.post(
    FILE_PATHS.noticeAttachments(':id'),
    uploaded(office, ({ actor }, { id: noticeId, upload }) => attachToNotice(office, actor, { noticeId, upload })),
  )

  app.get(FILE_PATHS.noticeAttachment(':id', ':hash'), async (request, reply): Promise<FastifyReply> => {
    const staff = await staffOf(office, request)
    if (!staff) return refuse(reply, [NOT_SIGNED_IN])
    const { id: noticeId, hash } = request.params as { id: string; hash: string }
    const file = await readNoticeAttachment(office, staff.actor, { noticeId, hash })
    return file.ok ? download(reply, file.value.name, file.value.mediaType, file.value.bytes) : refuse(reply, file.refusals)
  })

  app.get('/reports/:year.zgk', async (request, reply): Promise<FastifyReply> => {
    const staff = await staffOf(office, request)
    if (!staff) return refuse(reply, [NOT_SIGNED_IN])
    const written = await writeBundle(office, staff.actor, Number((request.params as { year: string }).year))
    return written.ok ? download(reply, written.value.name, ZIP, packBundle(written.value)) : refuse(reply, written.refusals)
  })

  app.post(
    FILE_PATHS.takeIn(':id'),
    uploaded(office, async ({ actor }, { id: noticeId, upload: { name, bytes }, fields }) => {
      const allowed = await mayTakeIn(office, actor, noticeId)
      if (!allowed.ok) return allowed
      const bundle = unpackBundle(bytes)
      if (bundle) {
        const taken = await takeInBundle(office, actor, { noticeId, ...bundle, trust: wordOf(fields['trust']) })
        return taken.ok ? ok(await answer(taken.value)) : taken
      }
      const read = await reader.check({ file: { bytes, name }, previous: null })
      if (read === null) return refused(BUSY)
      if (!read.ok) return refused(unreadable(read.why))
      const { sheetCode } = read
      const { report, prose } = read.file
      const taken = await takeInSheet(office, actor, { noticeId, report, prose, sheetCode })
      return taken.ok ? ok(await answer(taken.value)) : taken
    }),
  )
}

/** Faults come back marked in the cells of the table, to be sent to the unit. */
async function answer(taken: TakenIn): Promise<FileTakenIn> {
  if (taken.kind !== 'faults') return taken
  const { document, ...rest } = taken
  const marked = await renderReportXlsx(document, taken.findings.flatMap(marksOf))
  return { ...rest, name: `${document.title}（标出错误）.xlsx`, marked: Buffer.from(marked).toString('base64') }
}

function marksOf({ code, table, rows, column, message }: Finding): CellMark[] {
  return table === 'text' ? [] : rows.map((row) => ({ table, row, column, text: `${code}：${message}` }))
}
