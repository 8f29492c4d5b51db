/** What anyone may read: the entry, an agency's column, its content, its reports. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isColumnKey, SYSTEM_COLUMN } from '../../law/publication/columns.ts'
import { findHost, listAgencies, officeHeadOf } from '../../office/people/agencies.ts'
import {
  browseCatalogue,
  browseCatalogueItem,
  browseColumn,
  browseColumns,
  latestDocuments,
  publicDataSets,
  publicTermCard,
  readDocument,
  readPublishedFile,
  readTombstone,
  reportArchive,
  searchExamples,
  searchDocuments,
} from '../../office/publication/index.ts'
import type { Agency } from '../../record/people/agency.ts'
import { type AgencyVisit, notFound, pageNumber, param, query, withAgency } from './agency-route.ts'
import { catalogueItemPage, cataloguePage } from './catalogue-pages.ts'
import { columnPage, contentPage, documentPage, withdrawnPage } from './content-pages.ts'
import { dataOfDocument } from './data-routes.ts'
import { FILE_KIND_RULES } from '../../record/publication/edition-files.ts'
import { sendPublished } from './files.ts'
import { guidePage, systemPage } from './guide-pages.ts'
import { entryPage, homePage } from './home-pages.ts'
import { narrowingOf, searchPage } from './search-page.ts'
import { schoolHomePage } from './school-home.ts'
import { isPublicId, type Markup, type PortalOptions, sendPublic, visitOf } from './visit.ts'

const NEWEST = 8
const OWN_RULES = 100
/** Words offered while typing. */
const OFFERED = 40

export function publicationRoutes(app: FastifyInstance, options: PortalOptions): void {
  const { office } = options
  const send = ({ request, reply }: Pick<AgencyVisit, 'request' | 'reply'>, page: Markup) => sendPublic(request, reply, page)
  const shown = (answer: (at: AgencyVisit) => Promise<Markup | null>) =>
    withAgency(options, async (at) => {
      const page = await answer(at)
      return page ? send(at, page) : notFound(at.reply)
    })

  app.get('/', async (request, reply) => {
    const [host, agencies, latest, examples] = await Promise.all([
      findHost(office),
      listAgencies(office),
      latestDocuments(office, null, NEWEST),
      searchExamples(office, null),
    ])
    return send({ request, reply }, entryPage(visitOf(options, request), { host, agencies, latest, examples }))
  })
  app.get('/search', async (request: FastifyRequest, reply: FastifyReply) => {
    return send({ request, reply }, await found(request, { agency: null, host: await findHost(office) }))
  })
  app.get(
    '/:slug',
    shown(async ({ visit, agency, home }) => {
      const [latest, columns, examples] = await Promise.all([
        latestDocuments(office, agency.id, NEWEST),
        browseColumns(office, agency),
        searchExamples(office, agency.id),
      ])
      if (agency.regime === 'art55') {
        const card = await publicTermCard(office, agency)
        return schoolHomePage(visit, { agency, home, latest, columns, card, examples })
      }
      const [reports, data] = await Promise.all([reportArchive(office, agency), publicDataSets(office, agency)])
      return homePage(visit, { agency, home, today: office.today(), latest, columns, reports, examples, data })
    }),
  )
  app.get(
    '/:slug/search',
    shown(({ request, agency }) => found(request, { agency, host: null })),
  )
  app.get(
    '/:slug/guide',
    shown(async (at) => guidePage(at, office.today(), await officeHeadOf(office, at.agency.id))),
  )
  app.get(
    '/:slug/system',
    shown(async (at) => systemPage(at, (await browseColumn(office, at.agency, SYSTEM_COLUMN, 1, OWN_RULES)).rows)),
  )
  app.get(
    '/:slug/content',
    shown(async (at) =>
      contentPage(at, await browseColumns(office, at.agency), (await publicDataSets(office, at.agency)).length > 0),
    ),
  )
  app.get(
    '/:slug/content/:column',
    shown(async (at) => {
      const key = param(at.request, 'column')
      return isColumnKey(key) ? columnPage(at, key, await browseColumn(office, at.agency, key, pageNumber(at.request))) : null
    }),
  )
  app.get(
    '/:slug/catalogue',
    shown(async (at) => cataloguePage(at, await browseCatalogue(office, at.agency), pageNumber(at.request))),
  )
  app.get(
    '/:slug/catalogue/:id',
    shown(async (at) => {
      const id = param(at.request, 'id')
      const found = isPublicId(id) ? await browseCatalogueItem(office, at.agency, id, pageNumber(at.request)) : null
      return found && catalogueItemPage(at, found.item, found.list)
    }),
  )
  app.get(
    '/:slug/doc/:id/files/:file',
    withAgency(options, async ({ request, reply, agency }) => {
      const id = param(request, 'id')
      const [file = '', ending = ''] = param(request, 'file').split('.')
      if (!isPublicId(id) || !isPublicId(file)) return notFound(reply)
      const sent = await readPublishedFile(office, agency, id, file)
      return sent && FILE_KIND_RULES[sent.file.kind].ending === ending ? sendPublished(request, reply, sent) : notFound(reply)
    }),
  )
  app.get(
    '/:slug/doc/:id',
    shown(async (at) => {
      const id = param(at.request, 'id')
      if (!isPublicId(id)) return null
      const document = await readDocument(office, at.agency, id)
      if (document) return documentPage(at, document, await dataOfDocument(office, at, id))
      const tombstone = await readTombstone(office, at.agency, id)
      if (tombstone) at.reply.code(410)
      return tombstone && withdrawnPage(at, tombstone)
    }),
  )

  async function found(request: FastifyRequest, where: { agency: Agency | null; host: Agency | null }): Promise<Markup> {
    const words = query(request, 'q').slice(0, 60)
    const asked = (name: string) => query(request, name).slice(0, 60)
    const chosen = {
      unit: asked('unit'),
      column: asked('column'),
      year: asked('year'),
      kind: asked('kind'),
      stage: asked('stage'),
      validity: asked('validity'),
    }
    const agencies = where.agency ? [] : await listAgencies(office)
    const within = where.agency ?? agencies.find(({ slug }) => slug === chosen.unit) ?? null
    const [result, offered] = await Promise.all([
      searchDocuments(office, narrowingOf(chosen, within), words, pageNumber(request)),
      searchExamples(office, where.agency?.id ?? null, OFFERED),
    ])
    // A number of a person is not shown again either, nor led back to.
    const visit = { ...visitOf(options, request), ...(result.ok ? {} : { backTo: request.url.split('?')[0] ?? null }) }
    return searchPage(visit, where, {
      words: result.ok ? words.trim() : '',
      chosen,
      list: result.ok ? result.value : null,
      refusals: result.ok ? [] : result.refusals,
      offered,
      agencies,
    })
  }
}
