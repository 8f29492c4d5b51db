/** 证据卷 as downloads: bound in a thread of its own, so that a thick case holds up nobody. */
import type { FastifyInstance } from 'fastify'
import { exportBundle } from '../../office/archive/bundle.ts'
import { volumePdf, volumeZip } from '../archive/volume.ts'
import { DEMO_MARK, download } from './files.ts'
import { type ConsoleOptions, NOT_SIGNED_IN, refuse, staffOf } from './staff.ts'

export function bundleRoutes(app: FastifyInstance, { office, demo }: ConsoleOptions): void {
  for (const form of ['pdf', 'zip'] as const)
    app.get(`/requests/:id/bundle.${form}`, async (request, reply) => {
      const staff = await staffOf(office, request)
      if (!staff) return refuse(reply, [NOT_SIGNED_IN])
      const { id } = request.params as { id: string }
      const opened = await exportBundle(office, staff.actor, { caseId: id, form })
      if (!opened.ok) return refuse(reply, opened.refusals)
      const { bundle, bytesOf } = opened.value
      const made = form === 'pdf' ? volumePdf : volumeZip
      const bytes = await made(bundle, bytesOf, demo ? DEMO_MARK : undefined)
      return download(reply, `${bundle.number}案卷.${form}`, form === 'pdf' ? 'application/pdf' : 'application/zip', bytes)
    })
}
