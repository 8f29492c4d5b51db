/** 盖章扫描件 of a published annual report, brought in by the console. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { keepSignedCopy } from '../../office/reports/keep-signed-copy.ts'
import { FILE_PATHS } from './contract.ts'
import { signedCopyInput } from './contract/reports.ts'
import { type ConsoleOptions, FORGED, isForged, NOT_SIGNED_IN, refuse, staffOf } from './staff.ts'
import { wordOf } from './uploads.ts'

export function reportFiles(app: FastifyInstance, { office }: ConsoleOptions): void {
  app.post(FILE_PATHS.signedCopy(':year'), async (request, reply): Promise<FastifyReply> => {
    const staff = await staffOf(office, request)
    if (!staff) return refuse(reply, [NOT_SIGNED_IN])
    if (isForged(request, staff)) return refuse(reply, [FORGED])
    const part = await request.file()
    if (!part)
      return refuse(reply, [{ code: 'field-missing', say: '没有收到文件。', then: '请选择扫描件后再上传。', field: 'files' }])
    const upload = { name: part.filename, bytes: await part.toBuffer() }
    const input = signedCopyInput.safeParse({
      year: (request.params as { year: string }).year,
      version: wordOf(part.fields.version),
      signedOn: wordOf(part.fields.signedOn),
    })
    if (!input.success)
      return refuse(reply, [
        { code: 'field-missing', say: '没有填写签章日期。', then: '请填写文件上的签章日期。', field: 'signedOn' },
      ])
    const kept = await keepSignedCopy(office, staff.actor, { ...input.data, upload })
    return kept.ok ? reply.send(kept.value) : refuse(reply, kept.refusals)
  })
}
