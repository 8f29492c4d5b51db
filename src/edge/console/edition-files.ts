/** 审查呈批单 as a sheet to be printed and filed; the files of an edition, up and down. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Refusal, refused } from '../../law/refusal.ts'
import { addEditionFile, readEditionFile, viewEdition } from '../../office/publication/index.ts'
import { downloadName, FILE_KIND_RULES } from '../../record/publication/edition-files.ts'
import { reviewSheet } from '../../record/publication/review-sheet.ts'
import { renderReviewSheet } from '../paper/index.ts'
import { FILE_PATHS } from './contract.ts'
import { DEMO_MARK, download, PDF } from './files.ts'
import { type ConsoleOptions, NOT_SIGNED_IN, refuse, staffOf } from './staff.ts'
import { uploaded, wordOf } from './uploads.ts'

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
  app.get(FILE_PATHS.editionFile(':id', ':fileId'), async (request, reply): Promise<FastifyReply> => {
    const staff = await staffOf(office, request)
    if (!staff) return refuse(reply, [NOT_SIGNED_IN])
    const { id, fileId } = request.params as { id: string; fileId: string }
    if (!IS_ID.test(id) || !IS_ID.test(fileId)) return refuse(reply, [NOT_FOUND])
    const sent = await readEditionFile(office, staff.actor, { id, fileId })
    if (!sent.ok) return refuse(reply, sent.refusals)
    const { file, bytes } = sent.value
    return download(reply, downloadName(file), FILE_KIND_RULES[file.kind].mediaType, bytes)
  })
  app.post(
    FILE_PATHS.editionFiles(':id'),
    uploaded(office, async ({ actor }, { id, upload, fields }) => {
      const commandId = wordOf(fields['commandId'])
      const seen = Number(wordOf(fields['seen']))
      if (!IS_ID.test(id) || !commandId || !IS_ID.test(commandId) || !Number.isInteger(seen)) return refused(NOT_FOUND)
      const added = await addEditionFile(office, actor, { id, commandId, seen, upload })
      return added.ok ? viewEdition(office, actor, { id }) : added
    }),
  )
}

const IS_ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
const NOT_FOUND: Refusal = { code: 'not-found', say: '没有找到这个附件。', then: '请刷新页面后再试。' }
