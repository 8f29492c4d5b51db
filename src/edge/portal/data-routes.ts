/** 数据表: `/jyj/data`, the newest of a kind at `/jyj/data/zones`, one year's at `/jyj/data/zones/2026`; each as page, CSV and JSON. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { type DataSetKind, isDataSetKind } from '../../law/publication/data-sets.ts'
import { dataSetOfDocument, directoryOf, publicDataSets, readDataSet } from '../../office/publication/index.ts'
import type { OfficeContext } from '../../office/context.ts'
import type { PublicDataSet } from '../../record/publication/data-set-view.ts'
import { dataSetCsv, dataSetJson } from '../open-data/data-sets.ts'
import { type AgencyVisit, notFound, pageNumber, param, query, withAgency } from './agency-route.ts'
import { dataIndexPage, dataSetPage } from './data-pages.ts'
import { askedOf, type DataView, isAsked } from './data-parts.ts'
import { sendFile } from './files.ts'
import { type PortalOptions, sendPublic, siteOf } from './visit.ts'

export function dataRoutes(app: FastifyInstance, options: PortalOptions): void {
  const { office } = options

  app.get(
    '/:slug/data',
    withAgency(options, async (at) =>
      sendPublic(at.request, at.reply, dataIndexPage(at, await publicDataSets(office, at.agency))),
    ),
  )
  for (const path of ['/:slug/data/:kind', '/:slug/data/:kind/:period'])
    app.get(
      path,
      withAgency(options, async (at) => {
        const named = path.endsWith(':period') ? 'period' : 'kind'
        const [last = '', file] = param(at.request, named).split('.')
        const kind = named === 'kind' ? last : param(at.request, 'kind')
        const set = isDataSetKind(kind) ? await readDataSet(office, at.agency, kind, named === 'kind' ? null : last) : null
        if (!set) return notFound(at.reply)
        if (file !== undefined) return asFile(at, set, file)
        const here = at.request.url.split('?')[0] ?? ''
        const view = await viewOf(office, at, set, here)
        // What was typed and is not shown is not led back to either.
        const visit = isAsked(view.asked) ? at.visit : { ...at.visit, backTo: here }
        return sendPublic(at.request, at.reply, dataSetPage({ ...at, visit }, view))
      }),
    )

  function asFile({ request, reply, agency }: AgencyVisit, set: PublicDataSet, file: string): FastifyReply {
    const name = `${agency.details.name}${set.title}`
    // Whoever asks again learns of a new version at once.
    reply.header('cache-control', 'no-cache')
    if (file === 'csv') return sendFile(reply, name, 'csv', Buffer.from(dataSetCsv(set)))
    if (file !== 'json') return notFound(reply)
    const text = JSON.stringify(dataSetJson(siteOf(options, request), agency, set), null, 1)
    return sendFile(reply, name, 'json', Buffer.from(text))
  }
}

async function viewOf(office: OfficeContext, at: AgencyVisit, set: PublicDataSet, path: string): Promise<DataView> {
  const kind: DataSetKind = set.kind
  return {
    set,
    asked: askedOf(kind, (name) => query(at.request, name), pageNumber(at.request)),
    here: path,
    data: `${at.home}/data`,
    directory: kind === 'zones' ? await directoryOf(office, at.agency) : new Map(),
  }
}

/** The table that a document is, as its own page shows it; null where it is a text. */
export async function dataOfDocument(office: OfficeContext, at: AgencyVisit, documentId: string): Promise<DataView | null> {
  const set = await dataSetOfDocument(office, at.agency, documentId)
  return set && viewOf(office, at, set, `${at.home}/doc/${documentId}`)
}
