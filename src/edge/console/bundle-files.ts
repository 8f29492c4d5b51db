/** 案卷、证据卷、密封材料 as downloads: bound in a process of its own, so that a thick case holds up nobody. */
import type { FastifyInstance } from 'fastify'
import { exportBundle } from '../../office/archive/bundle.ts'
import { BUNDLE_SCOPE_WORDS, BUNDLE_SCOPES } from '../../record/archive/bundle.ts'
import { caseVolume } from '../../record/archive/volume.ts'
import { volumePdf, volumeZip } from '../archive/volume.ts'
import { DEMO_MARK, download } from './files.ts'
import { type ConsoleOptions, NOT_SIGNED_IN, refuse, staffOf } from './staff.ts'

export function bundleRoutes(app: FastifyInstance, { office, demo }: ConsoleOptions): void {
  for (const form of ['pdf', 'zip'] as const)
    app.get(`/requests/:id/bundle.${form}`, async (request, reply) => {
      const staff = await staffOf(office, request)
      if (!staff) return refuse(reply, [NOT_SIGNED_IN])
      const { id } = request.params as { id: string }
      const { of } = request.query as { of?: unknown }
      // Whoever names nothing gets what may be handed over.
      const scope = BUNDLE_SCOPES.find((one) => one === of) ?? 'evidence'
      const opened = await exportBundle(office, staff.actor, { caseId: id, scope, form })
      if (!opened.ok) return refuse(reply, opened.refusals)
      const { bundle, bytesOf } = opened.value
      const made = form === 'pdf' ? volumePdf : volumeZip
      const bytes = await made(caseVolume(bundle), bytesOf, demo ? DEMO_MARK : undefined)
      return download(
        reply,
        `${bundle.number}${BUNDLE_SCOPE_WORDS[scope]}.${form}`,
        form === 'pdf' ? 'application/pdf' : 'application/zip',
        bytes,
      )
    })
}
