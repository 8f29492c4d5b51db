/** 凭据 of an entry in the ledger of decisions: brought in, and handed out again. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { keepDecisionEvidence, readDecisionEvidence } from '../../office/reports/decisions.ts'
import { FILE_PATHS } from './contract.ts'
import { download } from './files.ts'
import { type ConsoleOptions, NOT_SIGNED_IN, refuse, staffOf } from './staff.ts'
import { uploaded } from './uploads.ts'

export function decisionFiles(app: FastifyInstance, { office }: ConsoleOptions): void {
  const path = FILE_PATHS.decisionEvidence(':id')
  app.post(
    path,
    uploaded(office, ({ actor }, { id, upload }) => keepDecisionEvidence(office, actor, { id, upload })),
  )
  app.get(path, async (request, reply): Promise<FastifyReply> => {
    const staff = await staffOf(office, request)
    if (!staff) return refuse(reply, [NOT_SIGNED_IN])
    const file = await readDecisionEvidence(office, staff.actor, (request.params as { id: string }).id)
    if (!file.ok) return refuse(reply, file.refusals)
    return download(reply, file.value.name, file.value.mediaType, file.value.bytes)
  })
}
