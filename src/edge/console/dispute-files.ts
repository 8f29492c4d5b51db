/** 答复书、证据目录 of a dispute and the decision on an amendment, as PDF and DOCX. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Result } from '../../law/refusal.ts'
import type { Paper } from '../../record/letters/model.ts'
import { PAPER_KINDS } from '../../record/disputes/papers.ts'
import { readAmendmentLetter } from '../../office/amendments/view-amendment.ts'
import { readPaper } from '../../office/disputes/papers.ts'
import { renderLetterDocx, renderLetterPdf } from '../paper/index.ts'
import { DEMO_MARK, download, DOCX, PDF } from './files.ts'
import { type ConsoleOptions, NOT_SIGNED_IN, refuse, staffOf } from './staff.ts'

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
