/** 大厅屏幕 and 公告栏: what is open, on a screen that runs by itself, and on a sheet to be posted. */
import type { FastifyInstance } from 'fastify'
import { html, raw } from 'hono/html'
import type { OfficeContext } from '../../office/context.ts'
import { readDocument, readPublishedFile } from '../../office/publication/index.ts'
import { screenItems, type ScreenItem } from '../../office/publication/feeds.ts'
import type { Agency } from '../../record/people/agency.ts'
import type { PublishedDocument } from '../../record/publication/document.ts'
import { placedIn } from '../../record/publication/edition-files.ts'
import { type BoardSize, qrCode, renderBoardPdf } from '../paper/index.ts'
import { notFound, param, query, withAgency } from './agency-route.ts'
import { digest, SCREEN_PATH, SCREEN_STYLES_PATH, SCREEN_WORKER } from './assets.ts'
import { sendFile } from './files.ts'
import { columnName } from './layout.ts'
import type { Markup, PortalOptions, Visit } from './visit.ts'
import { isPublicId, siteOf, visitOf } from './visit.ts'

/** Setting a sheet takes its time; whoever posts one needs it once. */
const FEW = { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } }

interface News {
  items: (ScreenItem & { qr: string })[]
  /** When this was said; only in the page, so that news that is the same stays the same. */
  at?: number
  /** The legal day where it is set, so that the screen counts by the same. */
  daySet: string | null
}

export function screenRoutes(app: FastifyInstance, options: PortalOptions): void {
  const { office } = options
  const newsOf = async (agency: Agency): Promise<News> => ({
    daySet: office.dayIsSet ? office.today() : null,
    items: (await screenItems(office, agency)).map((item) => ({
      ...item,
      qr: `${options.basePath}/${agency.slug}/doc/${item.id}/qr.svg`,
    })),
  })

  app.get(
    '/:slug/screen',
    withAgency(options, async ({ request, reply, agency }) => {
      const page = screenPage(visitOf(options, request), agency, { ...(await newsOf(agency)), at: Date.now() })
      return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(String(page))
    }),
  )
  app.get(
    '/:slug/screen.json',
    withAgency(options, async ({ request, reply, agency }) => {
      const text = JSON.stringify(await newsOf(agency))
      const etag = `W/"${digest(text)}"`
      reply.header('cache-control', 'no-cache').header('etag', etag)
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      return reply.type('application/json; charset=utf-8').send(text)
    }),
  )
  app.get(
    '/:slug/screen-worker.js',
    withAgency(options, async ({ reply }) =>
      reply.header('cache-control', 'no-cache').type('text/javascript; charset=utf-8').send(SCREEN_WORKER),
    ),
  )
  app.get(
    '/:slug/doc/:id/qr.svg',
    withAgency(options, async ({ request, reply, agency }) => {
      const id = param(request, 'id')
      if (!isPublicId(id) || !(await readDocument(office, agency, id))) return notFound(reply)
      const code = qrCode(`${siteOf(options, request)}/${agency.slug}/doc/${id}`)
      return reply.header('cache-control', 'no-cache').type('image/svg+xml').send(code)
    }),
  )
  app.get(
    '/:slug/doc/:id/board.pdf',
    FEW,
    withAgency(options, async ({ request, reply, agency }) => {
      const id = param(request, 'id')
      const document = isPublicId(id) ? await readDocument(office, agency, id) : null
      if (!document) return notFound(reply)
      const size: BoardSize = query(request, 'size') === 'a3' ? 'a3' : 'a4'
      const address = `${siteOf(options, request)}/${agency.slug}/doc/${id}`
      const pdf = await renderBoardPdf(document, {
        address,
        size,
        phone: agency.details.phone,
        pictures: await picturesOf(office, agency, document),
        ...(options.demo ? { watermark: '演示数据' } : {}),
      })
      return sendFile(reply, `${document.title}（公告栏，${size.toUpperCase()}）`, 'pdf', pdf)
    }),
  )
}

/** What stands in its text, to be printed. */
async function picturesOf(
  office: OfficeContext,
  agency: Agency,
  { id, body }: PublishedDocument,
): Promise<Map<string, Uint8Array>> {
  const sent = await Promise.all([...new Set(placedIn(body))].map((file) => readPublishedFile(office, agency, id, file)))
  return new Map(sent.flatMap((one): [string, Uint8Array][] => (one ? [[one.file.id, one.bytes]] : [])))
}

function screenPage(visit: Visit, agency: Agency, news: News): Markup {
  const home = `${visit.base}/${agency.slug}`
  const title = `${agency.details.name}：最新公开信息`
  // A list for browsers without script, read anew every minute.
  return html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${visit.base}${SCREEN_STYLES_PATH}">
<link rel="icon" href="data:,">
<noscript><meta http-equiv="refresh" content="60"></noscript>
</head>
<body>
<header><h1>${agency.details.name}　${columnName(agency)}</h1><span id="clock"></span></header>
<main><div id="stage" data-from="${home}/screen.json" data-worker="${home}/screen-worker.js" data-scope="${home}/screen">
${
  news.items.length === 0
    ? html`<p class="screen-none">暂时没有公开的信息。</p>`
    : html`<ul>${news.items.map(({ id, title: name, publishedOn }) => html`<li><a href="${home}/doc/${id}">${name}</a>（${publishedOn}）</li>`)}</ul>`
}
</div></main>
<footer><span>咨询电话：${agency.details.phone}${visit.demo && '　演示数据'}</span><span id="state" role="status"></span><span id="place"></span></footer>
<script type="application/json" id="items">${raw(JSON.stringify(news).replaceAll('<', '\\u003c'))}</script>
<script type="module" src="${visit.base}${SCREEN_PATH}"></script>
</body>
</html>`
}
