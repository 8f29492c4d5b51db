/** 学校公开情况 as a spreadsheet. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { agencyOn } from '../../office/people/agencies.ts'
import { viewSchools } from '../../office/publication/index.ts'
import { renderSchools } from '../paper/index.ts'
import { FILE_PATHS } from './contract.ts'
import { download, XLSX } from './files.ts'
import { type ConsoleOptions, NOT_SIGNED_IN, refuse, staffOf } from './staff.ts'

export function schoolFiles(app: FastifyInstance, { office }: ConsoleOptions): void {
  app.get(FILE_PATHS.schools(), async (request, reply): Promise<FastifyReply> => {
    const staff = await staffOf(office, request)
    if (!staff) return refuse(reply, [NOT_SIGNED_IN])
    const view = await viewSchools(office, staff.actor)
    if (!view.ok) return refuse(reply, view.refusals)
    const { details } = await agencyOn(office.db, staff.actor.agencyId, office.today())
    return download(reply, `所属学校${view.value.term}公开情况.xlsx`, XLSX, await renderSchools(details.name, view.value))
  })
}
