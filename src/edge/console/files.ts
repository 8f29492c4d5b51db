/** Files of the console: letters and reports as PDF and DOCX, attachments down and up. Never inline: always a download. */
import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Letter } from '../../record/letters/model.ts'
import { EVIDENCE_KINDS, type EvidenceKind } from '../../record/requests/evidence.ts'
import type { Result } from '../../law/refusal.ts'
import { attachToCase } from '../../office/files/attach-to-case.ts'
import { MAX_UPLOAD_BYTES } from '../../office/files/attach-files.ts'
import { uploadOutgoing } from '../../office/outgoing/add-outgoing.ts'
import { pictureOutgoing, viewOutgoing } from '../../office/outgoing/view-outgoing.ts'
import { reportDocument, viewReport } from '../../office/reports/view-report.ts'
import { draftLetter } from '../../office/requests/draft-reply.ts'
import { publicLetter, readFile, viewCase, viewLetter } from '../../office/requests/view-case.ts'
import {
  renderIssuedPdf,
  renderLetterDocx,
  renderLetterPdf,
  renderReportDocx,
  renderReportPdf,
  renderReportXlsx,
} from '../paper/index.ts'
import { type ConsoleOptions, NOT_SIGNED_IN, refuse, type Staff, staffOf } from './staff.ts'
import { uploaded, wordOf } from './uploads.ts'

/** Printed on every page of a demo's papers. */
export const DEMO_MARK = '演示数据'

export const PDF = 'application/pdf'
export const ZIP = 'application/zip'

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const REPORT_FILES = {
  pdf: { render: renderReportPdf, type: PDF },
  docx: { render: renderReportDocx, type: DOCX },
  xlsx: { render: renderReportXlsx, type: XLSX },
}

export function fileRoutes(app: FastifyInstance, options: ConsoleOptions): void {
  const { office } = options
  app.register(multipart, { limits: { fileSize: MAX_UPLOAD_BYTES + 1, files: 1 } })

  const withStaff =
    (answer: (staff: Staff, params: Record<string, string>, reply: FastifyReply) => Promise<FastifyReply>) =>
    async (request: Parameters<typeof staffOf>[1], reply: FastifyReply) => {
      const staff = await staffOf(office, request)
      return staff ? answer(staff, request.params as Record<string, string>, reply) : refuse(reply, [NOT_SIGNED_IN])
    }
  const letterFile = (kind: 'pdf' | 'docx') =>
    withStaff(async (staff, { id }, reply) =>
      sendLetter(reply, await viewLetter(office, staff.actor, id ?? ''), kind, options.demo, (letter) =>
        renderIssuedPdf(office, staff.actor.agencyId, letter),
      ),
    )

  app.get('/letters/:id.pdf', letterFile('pdf'))
  app.get('/letters/:id.docx', letterFile('docx'))
  app.get(
    '/letters/:id/public.pdf',
    withStaff(async (staff, { id }, reply) =>
      sendLetter(reply, await publicLetter(office, staff.actor, id ?? ''), 'pdf', options.demo, renderLetterPdf),
    ),
  )
  app.get(
    '/requests/:id/reply/draft.pdf',
    withStaff(async (staff, { id }, reply) =>
      sendLetter(reply, await draftLetter(office, staff.actor, id ?? ''), 'pdf', options.demo, renderLetterPdf),
    ),
  )
  app.get(
    '/files/:id',
    withStaff(async (staff, { id }, reply) => {
      const file = await readFile(office, staff.actor, id ?? '')
      return file.ok ? download(reply, file.value.name, file.value.mediaType, file.value.bytes) : refuse(reply, file.refusals)
    }),
  )
  for (const kind of ['pdf', 'docx', 'xlsx'] as const)
    app.get(
      `/reports/:year.${kind}`,
      withStaff(async (staff, { year }, reply) => {
        const report = await viewReport(office, staff.actor, Number(year))
        if (!report.ok) return refuse(reply, report.refusals)
        const document = reportDocument(report.value.agencyName, {
          ...report.value,
          date: report.value.publishedOn ?? office.today(),
          ...(options.demo ? { watermark: DEMO_MARK } : {}),
        })
        const { render, type } = REPORT_FILES[kind]
        return download(reply, `${document.title}.${kind}`, type, await render(document))
      }),
    )
  app.get(
    '/requests/:id/outgoing/:file/:which/:page.png',
    withStaff(async (staff, { id = '', file = '', which, page }, reply) => {
      const on = {
        caseId: id,
        fileId: file,
        which: which === 'after' ? ('after' as const) : ('before' as const),
        page: Number(page),
      }
      const picture = await pictureOutgoing(office, staff.actor, on)
      return picture.ok ? download(reply, `${on.page}.png`, 'image/png', picture.value) : refuse(reply, picture.refusals)
    }),
  )
  app.post(
    '/requests/:id/files',
    uploaded(office, async ({ actor }, { id: caseId, upload, fields }) => {
      const stored = await attachToCase(office, actor, { caseId, upload, kind: evidenceKind(fields['purpose']) })
      return stored.ok ? viewCase(office, actor, caseId) : stored
    }),
  )
  app.post(
    '/requests/:id/outgoing',
    uploaded(office, async ({ actor }, { id: caseId, upload }) => {
      const stored = await uploadOutgoing(office, actor, { caseId, upload })
      return stored.ok ? viewOutgoing(office, actor, caseId) : stored
    }),
  )
}

/** What the file is evidence of, where the form says so in our own words. */
function evidenceKind(field: unknown): EvidenceKind | undefined {
  const given = wordOf(field)
  return EVIDENCE_KINDS.find((kind) => kind === given)
}

async function sendLetter(
  reply: FastifyReply,
  found: Result<Letter>,
  kind: 'pdf' | 'docx',
  demo: boolean,
  /** Drafts bear no seal. */
  pdf: (letter: Letter) => Promise<Uint8Array>,
): Promise<FastifyReply> {
  if (!found.ok) return refuse(reply, found.refusals)
  const letter = demo ? { ...found.value, watermark: DEMO_MARK } : found.value
  const bytes = kind === 'pdf' ? await pdf(letter) : await renderLetterDocx(letter)
  return download(reply, `${letter.title}.${kind}`, kind === 'pdf' ? PDF : DOCX, bytes)
}

export function download(reply: FastifyReply, name: string, type: string, content: Uint8Array | Readable): FastifyReply {
  return reply
    .header('content-type', type)
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(content instanceof Readable ? content : Buffer.from(content))
}
