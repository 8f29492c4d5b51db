/** 检查一份报告 in the console: a file in, what is wrong out; its pages, its corrected copy, and its import into the archive. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '../../law/refusal.ts'
import { checkBeside, mayCheck, pictureReport } from '../../office/reports/check-report.ts'
import { importFile, readOriginal } from '../../office/reports/import-file.ts'
import { viewReport } from '../../office/reports/view-report.ts'
import { checkedFileOf, correctedDocument } from '../../record/reports/checked-file.ts'
import { cellMarks } from '../../record/reports/finding-places.ts'
import { type NamedBytes, reportReader } from '../files/index.ts'
import { renderReportDocx, renderReportXlsx } from '../paper/index.ts'
import { FILE_PATHS } from './contract.ts'
import { type CheckedReportAnswer, correctedInput, importInput } from './contract/reports.ts'
import { DOCX, download, XLSX } from './files.ts'
import { type ConsoleOptions, FORGED, isForged, NOT_SIGNED_IN, refuse, type Staff, staffOf } from './staff.ts'

const LONGEST_MS = 60_000
const MOST_PRESENT = 10

const NO_FILE: Refusal = { code: 'field-missing', say: '没有收到文件。', then: '请选择文件后再检查。', field: 'files' }
const BUSY: Refusal = { code: 'unavailable', say: '现在检查的人较多。', then: '请过一分钟再试；选好的文件还在。' }
const NO_REPORT: Refusal = { code: 'field-invalid', say: '带回来的报告不完整。', then: '请重新选择文件检查。' }

interface Sent {
  file: NamedBytes | null
  previous: NamedBytes | null
  fields: ReadonlyMap<string, string>
}

async function sentBy(request: FastifyRequest): Promise<Sent> {
  const files = new Map<string, NamedBytes>()
  const fields = new Map<string, string>()
  for await (const part of request.parts({ limits: { files: 2 } }))
    if (part.type === 'file') files.set(part.fieldname, { name: part.filename, bytes: await part.toBuffer() })
    else fields.set(part.fieldname, String(part.value))
  return { file: files.get('file') ?? null, previous: files.get('previous') ?? null, fields }
}

export function checkFiles(app: FastifyInstance, { office }: ConsoleOptions): void {
  // Apart from the reader of what the public brings: a flood there does not hold up the office.
  const reader = reportReader({ milliseconds: LONGEST_MS, most: MOST_PRESENT, oldFormats: true })
  app.addHook('onClose', () => reader.close())

  /** Who may have reports checked; nothing of the file is opened for others. */
  const withChecker =
    (answer: (staff: Staff, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const staff = await staffOf(office, request)
      if (!staff) return refuse(reply, [NOT_SIGNED_IN])
      if (isForged(request, staff)) return refuse(reply, [FORGED])
      const may = mayCheck(staff.actor)
      return may.ok ? answer(staff, request, reply) : refuse(reply, may.refusals)
    }

  const read = async ({ file, previous }: Sent) => {
    if (!file) return { ok: false as const, refusals: [NO_FILE] }
    const answer = await reader.check({ file, previous })
    if (answer === null) return { ok: false as const, refusals: [BUSY] }
    if (answer.ok) return { ...answer, upload: file }
    const say = `${answer.of === 'previous' ? '上一年度的报告' : '文件'}不能读取：${answer.why}。`
    const refusal: Refusal = { code: 'file-refused', say, then: '请换一个文件，或者粘贴全文。', field: 'files' }
    return { ok: false as const, refusals: [refusal] }
  }

  app.post(
    FILE_PATHS.checkReport(),
    withChecker(async ({ actor }, request, reply) => {
      const answer = await read(await sentBy(request))
      if (!answer.ok) return refuse(reply, answer.refusals)
      const beside = await checkBeside(office, actor, answer.file, answer.upload.bytes)
      if (!beside.ok) return refuse(reply, beside.refusals)
      return reply.send({ ...beside.value, text: answer.text } satisfies CheckedReportAnswer)
    }),
  )

  app.post(
    FILE_PATHS.pictureReport(),
    withChecker(async ({ actor }, request, reply) => {
      const { file, fields } = await sentBy(request)
      if (!file) return refuse(reply, [NO_FILE])
      const page = Math.max(1, Math.trunc(Number(fields.get('page'))) || 1)
      const picture = await pictureReport(office, actor, { bytes: file.bytes, page })
      return picture.ok ? download(reply, `${page}.png`, 'image/png', picture.value) : refuse(reply, picture.refusals)
    }),
  )

  app.post(
    FILE_PATHS.correctedReport(),
    withChecker(async (_staff, request, reply) => {
      const input = correctedInput.safeParse(request.body)
      const file = input.success ? checkedFileOf(input.data.report) : null
      if (!input.success || !file) return refuse(reply, [NO_REPORT])
      const document = correctedDocument(file)
      const name = `${document.title}（改正）.${input.data.to}`
      if (input.data.to === 'docx') return download(reply, name, DOCX, await renderReportDocx(document))
      return download(reply, name, XLSX, await renderReportXlsx(document, cellMarks(file.report.findings, document)))
    }),
  )

  app.post(
    FILE_PATHS.importReport(),
    withChecker(async ({ actor }, request, reply) => {
      const sent = await sentBy(request)
      const input = importInput.safeParse(inputOf(sent.fields.get('input')))
      if (!input.success)
        return refuse(reply, [
          { code: 'field-missing', say: '没有填写公布日期。', then: '请填写原报告的公布日期。', field: 'publishedOn' },
        ])
      const answer = await read(sent)
      if (!answer.ok) return refuse(reply, answer.refusals)
      const imported = await importFile(office, actor, {
        ...input.data,
        given: new Map(Object.entries(input.data.given)),
        file: answer.file,
        text: answer.text,
        upload: answer.upload,
      })
      if (!imported.ok) return refuse(reply, imported.refusals)
      const view = await viewReport(office, actor, imported.value.year)
      return view.ok ? reply.send(view.value) : refuse(reply, view.refusals)
    }),
  )

  app.get(FILE_PATHS.reportOriginal(':year'), async (request, reply): Promise<FastifyReply> => {
    const staff = await staffOf(office, request)
    if (!staff) return refuse(reply, [NOT_SIGNED_IN])
    const original = await readOriginal(office, staff.actor, Number((request.params as { year: string }).year))
    if (!original.ok) return refuse(reply, original.refusals)
    return download(reply, original.value.name, original.value.mediaType, original.value.bytes)
  })
}

function inputOf(written: string | undefined): unknown {
  try {
    return JSON.parse(written ?? '')
  } catch {
    return null
  }
}
