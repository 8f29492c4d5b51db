/**
 * 静态栏目: the pages of one agency's column as files, the very pages of the portal, with links among themselves written as
 * relative ones: they work under any path, from any web server. What needs the running product (a form, a search) leads there,
 * or is left out where its address is not known.
 */
import { posix } from 'node:path'
import { load } from 'cheerio'
import type { FastifyInstance } from 'fastify'
import type { OfficeContext } from '../../office/context.ts'
import { portalPlugin } from '../portal/index.ts'
import { buildServer } from '../server.ts'

/** The portal by itself, asked in this process. The caller closes it. */
export function portalAlone(office: OfficeContext, demo: boolean): Promise<FastifyInstance> {
  return buildServer({
    basePath: '',
    notReady: async () => null,
    unavailable: () => false,
    requestsPerMinute: 0,
    overloadMs: 0,
    // The address that pages name is given with each question.
    trustedProxies: '127.0.0.1',
    logs: { level: 'silent' },
    plugins: [portalPlugin({ office, basePath: '', demo })],
  })
}

export interface SiteFile {
  /** Below the column's folder, with slashes: `content/plans/index.html`. */
  path: string
  bytes: Buffer
}

export interface SiteOptions {
  slug: string
  /** Where the column will lie: `https://www.example.gov.cn/zwgk/jyj`, without a slash at the end. */
  address: string
  /** The running portal, for forms and search; null: these are left out. */
  live: string | null
}

/** Pages and files that stand by themselves; below the agency's own part of the address. */
const PAGE =
  /^(?:|guide|system|content|catalogue|reports|content\/[\w-]+|catalogue\/[0-9a-f-]{36}|doc\/[0-9a-f-]{36}|reports\/\d{4})$/
const REPORT_FILE = /^reports\/\d{4}(?:\.(?:pdf|docx|xlsx|csv|json)|\/signed\.pdf)$/
const DOCUMENT_FILE = /^doc\/[0-9a-f-]{36}\/files\/[0-9a-f-]{36}\.(?:pdf|docx|xlsx|csv|png|jpg)$/
/** What may be asked of a page, in its address. */
const ASKED: Readonly<Record<string, RegExp>> = { page: /^\d{1,5}$/, version: /^\d{1,4}$/, field: /^[\w-]{1,60}$/ }
const STYLE = /^\/assets\/portal\.[\w-]+\.css$/

/** Where a page or file of the portal lies in the folder; null for what is not part of it. */
export function fileOf(url: string, slug: string): string | null {
  if (!URL.canParse(url, 'http://portal')) return null
  const { pathname, search } = new URL(url, 'http://portal')
  if (STYLE.test(pathname)) return pathname.slice(1)
  const path = pathname.replace(/\/$/, '')
  if (path !== `/${slug}` && !path.startsWith(`/${slug}/`)) return null
  const own = path.slice(slug.length + 2)
  const questions = [...new URLSearchParams(search)]
  // Only what the portal's own pages ask for: anything else could name any file.
  if (questions.some(([name, value]) => !ASKED[name]?.test(value))) return null
  const asked = questions.map(([name, value]) => `_${name}-${value}`).join('')
  if (REPORT_FILE.test(own)) return own.replace(/(\.\w+)$/, `${asked}$1`)
  if (DOCUMENT_FILE.test(own)) return asked === '' ? own : null
  if (!PAGE.test(own)) return null
  return /^(?:doc|reports|catalogue)\/./.test(own) ? `${own}${asked}.html` : posix.join(own, `index${asked}.html`)
}

/** One page or file as it lies in the folder; null where the portal has none. A withdrawn item is its tombstone. */
export async function siteFile(app: FastifyInstance, url: string, options: SiteOptions): Promise<SiteFile | null> {
  const found = await asked(app, url, options)
  return found && { path: found.path, bytes: found.bytes }
}

/** All of the column, found by its own links; each page once. */
export async function* siteFiles(app: FastifyInstance, options: SiteOptions): AsyncGenerator<SiteFile> {
  const seen = new Set<string>()
  const waiting = [`/${options.slug}`]
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    const path = fileOf(url, options.slug)
    if (path === null || seen.has(path)) continue
    seen.add(path)
    const found = await asked(app, url, options)
    if (!found) continue
    waiting.push(...found.links)
    yield { path, bytes: found.bytes }
  }
}

async function asked(app: FastifyInstance, url: string, options: SiteOptions): Promise<(SiteFile & { links: string[] }) | null> {
  const path = fileOf(url, options.slug)
  if (path === null) return null
  const { host, protocol } = new URL(options.address)
  const headers = { host, 'x-forwarded-proto': protocol.slice(0, -1), accept: 'text/html' }
  const answer = await app.inject({ url, headers })
  if (answer.statusCode !== 200 && answer.statusCode !== 410) return null
  if (!String(answer.headers['content-type']).startsWith('text/html')) return { path, bytes: answer.rawPayload, links: [] }
  return { path, bytes: Buffer.from(standalone(answer.body, path, options)), links: linksOf(answer.body) }
}

function linksOf(page: string): string[] {
  const $ = load(page)
  return $('a[href], link[rel="stylesheet"][href], img[src]')
    .toArray()
    .map((one) => $(one).attr('href') ?? $(one).attr('src') ?? '')
    .filter((href) => href.startsWith('/'))
    .map((href) => href.replace(/#.*$/, ''))
}

function standalone(page: string, path: string, options: SiteOptions): string {
  const { slug, live } = options
  const $ = load(page)
  const relative = (href: string): string | null => {
    const [, url = href, fragment = ''] = /^([^#]*)(#.*)?$/.exec(href) ?? []
    const target = fileOf(url, slug)
    return target === null ? null : posix.relative(posix.dirname(path), target) + fragment
  }
  // Large type and high contrast are kept in a cookie that a file can't read.
  $('.modes, link[rel="alternate"]').remove()
  $('[href^="/"]').each((_, one) => {
    const href = $(one).attr('href') ?? ''
    const own = relative(href)
    if (own !== null) $(one).attr('href', own)
    else if (live) $(one).attr('href', live + href)
    else if ($(one).is('a.button')) $(one).remove()
    else $(one).replaceWith($(one).contents())
  })
  $('img[src^="/"]').each((_, one) => {
    const own = relative($(one).attr('src') ?? '')
    if (own !== null) $(one).attr('src', own)
    else $(one).remove()
  })
  $('form').each((_, form) => {
    const action = $(form).attr('action') ?? ''
    if (live && action.startsWith('/')) $(form).attr('action', live + action)
    else {
      // A question that nobody can ask here goes with its heading.
      const question = $(form).closest('section.data-place')
      ;(question.length > 0 ? question : $(form)).remove()
    }
  })
  return $.html()
}
