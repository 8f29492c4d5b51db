/** How each kind of outlet is reached: one line a kind. Those done by hand have none. */
import type { OutletAdapters } from '../../office/publication/send-outlets.ts'
import type { FastifyInstance } from 'fastify'
import type { OfficeContext } from '../../office/context.ts'
import { pushOutlet } from './push.ts'
import { siteOutlet } from './site.ts'
import { readPublishedFile } from '../../office/publication/index.ts'
import { type OpenFile, wechatOutlet } from './wechat.ts'

export { refreshSites } from './site.ts'

export interface OutletSettings {
  /** The platform's address; another one only where a stand-in answers. */
  readonly wechatApi: string
  /** Hosts to which documents may be pushed; chosen by the operator, so that no agency can aim at what lies inside. */
  readonly pushHosts: readonly string[]
  /** Where files for other sites are put; null: nowhere. */
  readonly siteFolder: string | null
  /** The portal's address as readers reach it, without a slash at the end; null where it is not known. */
  readonly site: string | null
}

/** `portal`: the portal by itself, opened when it is first needed. */
export function outletAdapters(
  office: OfficeContext,
  settings: OutletSettings,
  portal: () => Promise<FastifyInstance>,
): OutletAdapters {
  const open: OpenFile = async ({ agency, documentId }, fileId) =>
    (await readPublishedFile(office, agency, documentId, fileId))?.bytes ?? null
  return { wechat: wechatOutlet(settings, open), push: pushOutlet(settings), site: siteOutlet(office, settings, portal) }
}
