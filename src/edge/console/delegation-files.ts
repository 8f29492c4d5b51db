/** 授权书 of a delegation to release: brought in, and handed out again. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { keepDelegationPaper, readDelegationPaper } from '../../office/people/release-delegations.ts'
import { FILE_PATHS } from './contract.ts'
import { download } from './files.ts'
import { type ConsoleOptions, NOT_SIGNED_IN, refuse, staffOf } from './staff.ts'
import { uploaded } from './uploads.ts'

export function delegationFiles(app: FastifyInstance, { office }: ConsoleOptions): void {
  const path = FILE_PATHS.delegationPaper(':id')
  app.post(
    path,
    uploaded(office, ({ actor }, { id, upload }) => keepDelegationPaper(office, actor, { id, upload })),
  )
  app.get(path, async (request, reply): Promise<FastifyReply> => {
    const staff = await staffOf(office, request)
    if (!staff) return refuse(reply, [NOT_SIGNED_IN])
    const file = await readDelegationPaper(office, staff.actor, (request.params as { id: string }).id)
    if (!file.ok) return refuse(reply, file.refusals)
    return download(reply, '授权书', file.value.mediaType, file.value.bytes)
  })
}
