/** 年度报告归档卷 as downloads: the own one bound or as a package, those of all units of a year as one stream. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { exportReportVolume, exportUnitVolumes } from '../../office/archive/report-volume.ts'
import { unitsZip } from '../archive/units-zip.ts'
import { volumePdf, volumeZip } from '../archive/volume.ts'
import { DEMO_MARK, download, PDF, ZIP } from './files.ts'
import { type ConsoleOptions, NOT_SIGNED_IN, refuse, staffOf } from './staff.ts'

const FORMS = { pdf: { make: volumePdf, type: PDF }, zip: { make: volumeZip, type: ZIP } }

export function reportVolumes(app: FastifyInstance, { office, demo }: ConsoleOptions): void {
  const mark = demo ? DEMO_MARK : undefined

  for (const form of ['pdf', 'zip'] as const)
    app.get(`/reports/:year/archive.${form}`, async (request, reply): Promise<FastifyReply> => {
      const staff = await staffOf(office, request)
      if (!staff) return refuse(reply, [NOT_SIGNED_IN])
      const opened = await exportReportVolume(office, staff.actor, yearOf(request.params))
      if (!opened.ok) return refuse(reply, opened.refusals)
      const { volume, bytesOf } = opened.value
      const { make, type } = FORMS[form]
      return download(reply, `${volume.agency}${volume.number}归档卷.${form}`, type, await make(volume, bytesOf, mark))
    })

  app.get('/hand-ins/archive/:year.zip', async (request, reply): Promise<FastifyReply> => {
    const staff = await staffOf(office, request)
    if (!staff) return refuse(reply, [NOT_SIGNED_IN])
    const year = yearOf(request.params)
    const { part = '1' } = request.query as { part?: unknown }
    const opened = await exportUnitVolumes(office, staff.actor, { year, part: Number(part) || 0 })
    if (!opened.ok) return refuse(reply, opened.refusals)
    const { parts } = opened.value
    const title = `各单位${year}年年度报告归档包${parts > 1 ? `（${opened.value.part}，共${parts}包）` : ''}`
    return download(reply, `${title}.zip`, ZIP, unitsZip(title, opened.value, mark))
  })
}

function yearOf(params: unknown): number {
  return Number((params as { year: string }).year) || 0
}
