/** 答复书、证据目录 of a dispute and the decision on an amendment, as PDF and DOCX. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Result } from '../../law/refusal.ts'
import type { Paper } from '../../record/letters/model.ts'
import { PAPER_KINDS } from '../../record/disputes/papers.ts'
import { keepAmendmentFile, readAmendmentFile } from '../../office/amendments/amendment-files.ts'
import { readAmendmentLetter, viewAmendment } from '../../office/amendments/view-amendment.ts'
import { readPaper } from '../../office/disputes/papers.ts'
import { renderLetterDocx, renderLetterPdf } from '../paper/index.ts'
import { FILE_PATHS } from './contract.ts'
import { DEMO_MARK, download, DOCX, PDF } from './files.ts'
import { type ConsoleOptions, NOT_SIGNED_IN, refuse, staffOf } from './staff.ts'
import { uploaded, wordOf } from './uploads.ts'

export function disputeFileRoutes(app: FastifyInstance, options: ConsoleOptions): void {
  const { office } = options
  for (const format of ['pdf', 'docx'] as const) {
    for (const kind of PAPER_KINDS)
      app.get(`/disputes/:id/${kind}.${format}`, async (request, reply) => {
        const staff = await staffOf(office, request)
        if (!staff) return refuse(reply, [NOT_SIGNED_IN])
        const { id } = request.params as { id: string }
        return send(reply, await readPaper(office, staff.actor, { disputeId: id, kind }), format, options)
      })
    app.get(`/amendments/:id/letter.${format}`, async (request, reply) => {
      const staff = await staffOf(office, request)
      if (!staff) return refuse(reply, [NOT_SIGNED_IN])
      const { id } = request.params as { id: string }
      return send(reply, await readAmendmentLetter(office, staff.actor, id), format, options)
    })
  }
}

/** 更正事项的材料: brought in, and handed out again. */
export function amendmentFileRoutes(app: FastifyInstance, { office }: ConsoleOptions): void {
  app.post(
    FILE_PATHS.amendmentFiles(':id'),
    uploaded(office, async ({ actor }, { id, upload, fields }) => {
      const kept = await keepAmendmentFile(office, actor, { id, upload, kind: wordOf(fields['purpose']) ?? '' })
      return kept.ok ? viewAmendment(office, actor, id) : kept
    }),
  )
  app.get(FILE_PATHS.amendmentFile(':id'), async (request, reply) => {
    const staff = await staffOf(office, request)
    if (!staff) return refuse(reply, [NOT_SIGNED_IN])
    const file = await readAmendmentFile(office, staff.actor, (request.params as { id: string }).id)
    if (!file.ok) return refuse(reply, file.refusals)
    return download(reply, file.value.name, file.value.mediaType, file.value.bytes)
  })
}

async function send(
  reply: FastifyReply,
  found: Result<Paper>,
  format: 'pdf' | 'docx',
  { demo }: ConsoleOptions,
): Promise<FastifyReply> {
  if (!found.ok) return refuse(reply, found.refusals)
  const paper = demo ? { ...found.value, watermark: DEMO_MARK } : found.value
  const bytes = format === 'pdf' ? await renderLetterPdf(paper) : await renderLetterDocx(paper)
  return download(reply, `${paper.title}.${format}`, format === 'pdf' ? PDF : DOCX, bytes)
}
