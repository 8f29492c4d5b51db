/** 凭据 of an entry in the ledger of decisions: brought in, and handed out again. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { keepDecisionEvidence, readDecisionEvidence } from '../../office/reports/decisions.ts'
import { FILE_PATHS } from './contract.ts'
import { download } from './files.ts'
import { type ConsoleOptions, FORGED, isForged, NOT_SIGNED_IN, refuse, staffOf } from './staff.ts'

export function decisionFiles(app: FastifyInstance, { office }: ConsoleOptions): void {
  const path = FILE_PATHS.decisionEvidence(':id')
  app.post(path, async (request, reply): Promise<FastifyReply> => {
    const staff = await staffOf(office, request)
    if (!staff) return refuse(reply, [NOT_SIGNED_IN])
    if (isForged(request, staff)) return refuse(reply, [FORGED])
    const part = await request.file()
    if (!part)
      return refuse(reply, [{ code: 'field-missing', say: '没有收到文件。', then: '请选择凭据后再上传。', field: 'files' }])
    const { id } = request.params as { id: string }
    const upload = { name: part.filename, bytes: await part.toBuffer() }
    const kept = await keepDecisionEvidence(office, staff.actor, { id, upload })
    return kept.ok ? reply.send(kept.value) : refuse(reply, kept.refusals)
  })
  app.get(path, async (request, reply): Promise<FastifyReply> => {
    const staff = await staffOf(office, request)
    if (!staff) return refuse(reply, [NOT_SIGNED_IN])
    const file = await readDecisionEvidence(office, staff.actor, (request.params as { id: string }).id)
    if (!file.ok) return refuse(reply, file.refusals)
    return download(reply, file.value.name, file.value.mediaType, file.value.bytes)
  })
}
