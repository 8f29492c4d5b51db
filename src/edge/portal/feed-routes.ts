/** 订阅源、网站地图、开放数据的信息目录: what machines read of the column. */
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { html } from 'hono/html'
import { COLUMNS, isColumnKey } from '../../law/publication/columns.ts'
import { findHost } from '../../office/people/agencies.ts'
import { allOpenDocuments, newestForFeed } from '../../office/publication/feeds.ts'
import { listOpenData } from '../../office/publication/index.ts'
import type { Agency } from '../../record/people/agency.ts'
import { allDocumentsCsv, allDocumentsJson, dataCatalogue } from '../open-data/all-documents.ts'
import { addressOf, type DocumentFeed, documentsAtom, documentsJsonFeed, documentsRss } from '../open-data/document-feeds.ts'
import { notFound, query, withAgency } from './agency-route.ts'
import { FILE_TYPES } from './files.ts'
import { OPEN_DATA } from './open-data-pages.ts'
import { type PortalOptions, siteOf } from './visit.ts'

const ENTRIES = 50
const FEEDS = {
  atom: { type: 'application/atom+xml; charset=utf-8', write: documentsAtom },
  rss: { type: 'application/rss+xml; charset=utf-8', write: documentsRss },
  json: { type: 'application/feed+json; charset=utf-8', write: documentsJsonFeed },
} as const satisfies Record<string, { type: string; write: (feed: DocumentFeed) => string }>
/** As many addresses as a map may hold. */
const MAPPED = 50_000
const PIECE = 1000
/** Whoever works with the files needs them once. */
const FEW = { config: { rateLimit: { max: 10, timeWindow: '1 minute' } } }

export function feedRoutes(app: FastifyInstance, options: PortalOptions): void {
  const { office } = options

  const feedOf = async (site: string, agency: Agency | null, column: string | null, kind: string): Promise<DocumentFeed> => {
    const home = agency ? `${site}/${agency.slug}` : site
    const place = column && isColumnKey(column) ? COLUMNS[column].zh : '最新公开'
    return {
      title: `${agency?.details.name ?? '政府信息公开'}：${place}`,
      self: `${home}/feed.${kind}${column ? `?column=${column}` : ''}`,
      page: column ? `${home}/content/${column}` : home,
      site,
      documents: await newestForFeed(office, { agency, column }, ENTRIES),
    }
  }
  for (const kind of Object.keys(FEEDS) as (keyof typeof FEEDS)[]) {
    const { type, write } = FEEDS[kind]
    app.get(`/feed.${kind}`, async (request, reply) =>
      reply
        .header('cache-control', 'no-cache')
        .type(type)
        .send(write(await feedOf(siteOf(options, request), null, null, kind))),
    )
    app.get(
      `/:slug/feed.${kind}`,
      withAgency(options, async ({ request, reply, agency }) => {
        const column = query(request, 'column') || null
        if (column && !isColumnKey(column)) return notFound(reply)
        const feed = await feedOf(siteOf(options, request), agency, column, kind)
        return reply.header('cache-control', 'no-cache').type(type).send(write(feed))
      }),
    )
  }

  app.get('/robots.txt', async (request, reply) => {
    const { basePath } = options
    const closed = ['/console', '/mode', '/search'].map((path) => `Disallow: ${basePath}${path}`)
    return reply
      .type('text/plain; charset=utf-8')
      .send(`${['User-agent: *', ...closed, `Sitemap: ${siteOf(options, request)}/sitemap.xml`].join('\n')}\n`)
  })
  app.get('/sitemap.xml', FEW, async (request, reply) =>
    reply.type('application/xml; charset=utf-8').send(Readable.from(sitemap(siteOf(options, request)))),
  )

  app.get(`${OPEN_DATA}/documents.csv`, FEW, async (request, reply) =>
    reply
      .type(FILE_TYPES.csv)
      .send(Readable.from(allDocumentsCsv(allOpenDocuments(office, null, PIECE), siteOf(options, request)))),
  )
  app.get(`${OPEN_DATA}/documents.json`, FEW, async (request, reply) =>
    reply
      .type(FILE_TYPES.json)
      .send(Readable.from(allDocumentsJson(allOpenDocuments(office, null, PIECE), siteOf(options, request)))),
  )
  app.get(`${OPEN_DATA}/catalog.jsonld`, async (request, reply) => {
    const publisher = (await findHost(office))?.details.name ?? '政府信息公开'
    const listed = dataCatalogue(publisher, siteOf(options, request), OPEN_DATA, await listOpenData(office))
    return reply.type('application/ld+json; charset=utf-8').send(listed)
  })

  /** What is open, an address a line, as far as a map may reach. */
  async function* sitemap(site: string): AsyncGenerator<string> {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    let left = MAPPED
    for await (const documents of allOpenDocuments(office, null, PIECE)) {
      const taken = documents.slice(0, left)
      left -= taken.length
      yield taken
        .map((one) =>
          String(html`<url><loc>${addressOf(site, one)}</loc><lastmod>${one.updatedAt.toISOString()}</lastmod></url>
`),
        )
        .join('')
      if (left === 0) break
    }
    yield '</urlset>\n'
  }
}
