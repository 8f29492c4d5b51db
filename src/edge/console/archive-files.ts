/** 归档目录 of a year: as a spreadsheet, and set for the printer. */
import type { FastifyInstance } from 'fastify'
import { exportVolumeList } from '../../office/archive/year-volumes.ts'
import { renderVolumeBook, renderVolumeList } from '../paper/index.ts'
import { DEMO_MARK, download, PDF, XLSX } from './files.ts'
import { type ConsoleOptions, NOT_SIGNED_IN, refuse, staffOf } from './staff.ts'

const FORMS = { xlsx: { render: renderVolumeBook, type: XLSX }, pdf: { render: renderVolumeList, type: PDF } }

export function archiveFiles(app: FastifyInstance, { office, demo }: ConsoleOptions): void {
  for (const form of ['xlsx', 'pdf'] as const)
    app.get(`/archive/:year.${form}`, async (request, reply) => {
      const staff = await staffOf(office, request)
      if (!staff) return refuse(reply, [NOT_SIGNED_IN])
      const list = await exportVolumeList(office, staff.actor, Number((request.params as { year: string }).year) || 0)
      if (!list.ok) return refuse(reply, list.refusals)
      const { render, type } = FORMS[form]
      return download(reply, `${list.value.title}.${form}`, type, await render(list.value, demo ? DEMO_MARK : undefined))
    })
}
