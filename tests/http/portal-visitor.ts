/** A reader without a browser: keeps cookies, fills in the form that a page shows, follows where it is sent. */
import { load } from 'cheerio'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

export interface Visitor {
  /** Address of the page last seen. */
  readonly at: string
  readonly page: LightMyRequestResponse
  get(url: string): Promise<LightMyRequestResponse>
  /** Sends the page's form (the first of `main`) with these fields over what stands in it, then follows redirects. */
  send(fields?: Record<string, string>, form?: string): Promise<LightMyRequestResponse>
  /** As `send`, with files, multipart. */
  sendFiles(
    files: { field: string; name: string; bytes: Buffer }[],
    given?: Record<string, string>,
  ): Promise<LightMyRequestResponse>
  /** What the page says, without tags. */
  text(selector?: string): string
  /** What stands in the form's fields. */
  typed(): Record<string, string>
  forget(cookie: string): void
}

interface Payload {
  payload?: string | Buffer
  type?: string
}

export function visitorOf(app: FastifyInstance): Visitor {
  const cookies = new Map<string, { value: string; path: string }>()
  let at = '/'
  let page: LightMyRequestResponse

  async function go(method: 'GET' | 'POST', url: string, more: Payload = {}): Promise<LightMyRequestResponse> {
    const sent = [...cookies].filter(([, { path }]) => url.startsWith(path)).map(([name, { value }]) => `${name}=${value}`)
    const headers = {
      accept: 'text/html',
      ...(sent.length > 0 && { cookie: sent.join('; ') }),
      ...(more.type && { 'content-type': more.type }),
    }
    page = await app.inject({ method, url, headers, ...(more.payload === undefined ? {} : { payload: more.payload }) })
    at = url
    for (const { name, value, path, maxAge, expires } of page.cookies) {
      const gone = maxAge === 0 || (expires && expires.getTime() < Date.now())
      if (gone) cookies.delete(name)
      else cookies.set(name, { value, path: path ?? '/' })
    }
    const { location } = page.headers
    return typeof location === 'string' ? go('GET', location) : page
  }

  function fieldsOf(selector: string): { action: string; fields: URLSearchParams } {
    const $ = load(page.body)
    const form = $(selector).first()
    if (form.length === 0) throw new Error(`no ${selector} on ${at}`)
    return { action: form.attr('action') ?? at, fields: new URLSearchParams(form.serialize()) }
  }

  const FORM = 'main form[method="post"]'
  return {
    get at() {
      return at
    },
    get page() {
      return page
    },
    get: (url) => go('GET', url),
    async send(given = {}, form = FORM) {
      const { action, fields } = fieldsOf(form)
      for (const [name, value] of Object.entries(given)) fields.set(name, value)
      return go('POST', action, { payload: fields.toString(), type: 'application/x-www-form-urlencoded' })
    },
    async sendFiles(files, given = {}) {
      const { action, fields } = fieldsOf(FORM)
      for (const [name, value] of Object.entries(given)) fields.set(name, value)
      const body = new FormData()
      for (const [name, value] of fields) body.append(name, value)
      for (const { field, name, bytes } of files) body.append(field, new Blob([new Uint8Array(bytes)]), name)
      const encoded = new Response(body)
      const type = encoded.headers.get('content-type') ?? ''
      return go('POST', action, { payload: Buffer.from(await encoded.arrayBuffer()), type })
    },
    text: (selector = 'main') => load(page.body)(selector).text().replace(/\s+/g, ' '),
    typed: () => Object.fromEntries(fieldsOf(FORM).fields),
    forget: (cookie) => void cookies.delete(cookie),
  }
}
