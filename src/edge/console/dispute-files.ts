/** 答复书、证据目录 as PDF and DOCX. */
import type { FastifyInstance } from 'fastify'
import { PAPER_KINDS } from '../../record/disputes/papers.ts'
import { readPaper } from '../../office/disputes/papers.ts'
import { renderLetterDocx, renderLetterPdf } from '../paper/index.ts'
import { DEMO_MARK, download, DOCX, PDF } from './files.ts'
import { type ConsoleOptions, NOT_SIGNED_IN, refuse, staffOf } from './staff.ts'

export function disputeFileRoutes(app: FastifyInstance, { office, demo }: ConsoleOptions): void {
  for (const kind of PAPER_KINDS)
    for (const format of ['pdf', 'docx'] as const)
      app.get(`/disputes/:id/${kind}.${format}`, async (request, reply) => {
        const staff = await staffOf(office, request)
        if (!staff) return refuse(reply, [NOT_SIGNED_IN])
        const { id } = request.params as { id: string }
        const found = await readPaper(office, staff.actor, { disputeId: id, kind })
        if (!found.ok) return refuse(reply, found.refusals)
        const paper = demo ? { ...found.value, watermark: DEMO_MARK } : found.value
        const bytes = format === 'pdf' ? await renderLetterPdf(paper) : await renderLetterDocx(paper)
        return download(reply, `${paper.title}.${format}`, format === 'pdf' ? PDF : DOCX, bytes)
      })
}
