/** 审查呈批单 as a sheet to be printed and filed. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { viewEdition } from '../../office/publication/index.ts'
import { reviewSheet } from '../../record/publication/review-sheet.ts'
import { renderReviewSheet } from '../paper/index.ts'
import { FILE_PATHS } from './contract.ts'
import { DEMO_MARK, download, PDF } from './files.ts'
import { type ConsoleOptions, NOT_SIGNED_IN, refuse, staffOf } from './staff.ts'

export function editionFiles(app: FastifyInstance, { office, demo }: ConsoleOptions): void {
  app.get(FILE_PATHS.reviewSheet(':id'), async (request, reply): Promise<FastifyReply> => {
    const staff = await staffOf(office, request)
    if (!staff) return refuse(reply, [NOT_SIGNED_IN])
    const { id } = request.params as { id: string }
    const view = await viewEdition(office, staff.actor, { id })
    if (!view.ok) return refuse(reply, view.refusals)
    const about = { on: office.today(), ...(demo ? { watermark: DEMO_MARK } : {}) }
    return download(reply, '信息公开审查呈批单.pdf', PDF, await renderReviewSheet(reviewSheet(view.value), about))
  })
}
