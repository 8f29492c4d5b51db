/** Files of the letters' room: a batch for the printer, labels, the posting list. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { setSeal } from '../../office/letters/seal.ts'
import { mailLabels, printLetters } from '../../office/letters/outgoing.ts'
import { viewProofSheet } from '../../office/letters/register.ts'
import { renderBatch, renderIssuedPdf, renderLabels, renderPostingList, renderProofSheet } from '../paper/index.ts'
import { FILE_PATHS } from './contract.ts'
import { printInput } from './contract/letters.ts'
import { DEMO_MARK, download, PDF } from './files.ts'
import { type ConsoleOptions, FORGED, isForged, NOT_SIGNED_IN, refuse, staffOf } from './staff.ts'

export function letterFiles(app: FastifyInstance, { office, demo }: ConsoleOptions): void {
  const mark = demo ? { watermark: DEMO_MARK } : {}
  app.get('/letters/:id/sheet.pdf', async (request, reply): Promise<FastifyReply> => {
    const staff = await staffOf(office, request)
    if (!staff) return refuse(reply, [NOT_SIGNED_IN])
    const found = await viewProofSheet(office, staff.actor, (request.params as { id: string }).id)
    if (!found.ok) return refuse(reply, found.refusals)
    const { sheet, agency, on } = found.value
    return download(reply, '文书核对单.pdf', PDF, await renderProofSheet(sheet, { agency, on, ...mark }))
  })
  app.post(FILE_PATHS.seal(), async (request, reply): Promise<FastifyReply> => {
    const staff = await staffOf(office, request)
    if (!staff) return refuse(reply, [NOT_SIGNED_IN])
    if (isForged(request, staff)) return refuse(reply, [FORGED])
    const part = await request.file()
    if (!part)
      return refuse(reply, [{ code: 'field-missing', say: '没有收到图片。', then: '请选择印章图片后再上传。', field: 'file' }])
    const set = await setSeal(office, staff.actor, await part.toBuffer())
    return set.ok ? reply.send(set.value) : refuse(reply, set.refusals)
  })
  app.post(FILE_PATHS.printLetters(), async (request, reply): Promise<FastifyReply> => {
    const staff = await staffOf(office, request)
    if (!staff) return refuse(reply, [NOT_SIGNED_IN])
    if (isForged(request, staff)) return refuse(reply, [FORGED])
    const input = printInput.safeParse(request.body)
    if (!input.success)
      return refuse(reply, [{ code: 'field-invalid', say: '没有选择文书，或者选择过多。', then: '请选择 1 至 1000 份文书。' }])
    const { what, items } = input.data
    if (what === 'letters') {
      const bundles = await printLetters(
        office,
        staff.actor,
        items.map(({ id }) => id),
      )
      if (!bundles.ok) return refuse(reply, bundles.refusals)
      const marked = bundles.value.map((bundle) => bundle.map((letter) => ({ ...letter, ...mark })))
      return download(
        reply,
        '待送达文书.pdf',
        PDF,
        await renderBatch(marked, (letter) => renderIssuedPdf(office, staff.actor.agencyId, letter)),
      )
    }
    const labels = await mailLabels(office, staff.actor, items)
    if (!labels.ok) return refuse(reply, labels.refusals)
    const postings = { ...labels.value, ...mark }
    return what === 'labels'
      ? download(reply, '邮寄标签.pdf', PDF, await renderLabels(postings))
      : download(reply, '公文交寄清单.pdf', PDF, await renderPostingList(postings))
  })
}
