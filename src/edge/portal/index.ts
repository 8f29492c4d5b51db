/** 门户: the public's side. Server-rendered, complete without JavaScript, at home under any base path. */
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { MAX_UPLOAD_BYTES, MAX_UPLOADS } from '../../office/files/attach-files.ts'
import { assetRoutes } from './assets.ts'
import { checkRoutes } from './check-routes.ts'
import { compareRoutes } from './compare-routes.ts'
import { consultRoutes } from './consult-routes.ts'
import { dataRoutes } from './data-routes.ts'
import { feedRoutes } from './feed-routes.ts'
import { fewTries } from './form-guard.ts'
import { modeRoute } from './mode-route.ts'
import { objectionRoutes } from './objection-routes.ts'
import { openDataRoutes } from './open-data-routes.ts'
import { publicationRoutes } from './publication-routes.ts'
import { reportRoutes } from './report-routes.ts'
import { requestRoutes } from './request-routes.ts'
import { screenRoutes } from './screen-routes.ts'
import { statusRoutes } from './status-routes.ts'
import type { PortalOptions } from './visit.ts'

export { failurePage } from './failure-page.ts'
export type { PortalOptions } from './visit.ts'

export function portalPlugin(options: PortalOptions): FastifyPluginAsync {
  return async (portal) => {
    await portal.register(async (app) => checkRoutes(app, options))
    await portal.register(async (app) => pages(app, options))
  }
}

async function pages(app: FastifyInstance, options: PortalOptions): Promise<void> {
  await app.register(multipart, {
    attachFieldsToBody: true,
    // One byte over the limit is enough to know; the office says so at the field instead of the parser breaking off.
    limits: { fileSize: MAX_UPLOAD_BYTES + 1, files: MAX_UPLOADS, fields: 60, fieldSize: 32 * 1024 },
    throwFileSizeLimit: false,
  })
  assetRoutes(app)
  modeRoute(app, options)
  publicationRoutes(app, options)
  dataRoutes(app, options)
  reportRoutes(app, options)
  openDataRoutes(app, options)
  feedRoutes(app, options)
  screenRoutes(app, options)
  compareRoutes(app, options)
  requestRoutes(app, options)
  const tries = fewTries(app)
  statusRoutes(app, options, tries)
  consultRoutes(app, options, tries)
  objectionRoutes(app, options, tries)
}
