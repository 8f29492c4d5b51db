/**
 * Stands in for api.weixin.qq.com: 获取稳定版接口调用凭据, 新增永久素材, 上传图文消息内的图片, 草稿箱, 发布能力, as the platform's documents describe them, with
 * their errcodes. A test tells it what to answer instead, once or for as long as it likes.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Article {
  title: string
  author: string
  digest: string
  content: string
  content_source_url: string
  thumb_media_id: string
}

export interface WechatStandIn {
  address: string
  /** Published and not deleted, by article id. */
  published: Map<string, Article>
  drafts: Map<string, Article>
  /** Paths asked, in order. */
  asked: string[]
  /** What is answered next instead of the real thing; `hang up` closes the line without a word, `lose the answer` after it is done. */
  instead: ({ path: string; answer: object | 'hang up' | 'lose the answer' } | { path: string; status: number })[]
  /** What is handed over is out at once, whether anybody asks after it or not. */
  publishAtOnce: boolean
  /** Asked so often whether it is published, it says 发布中. */
  slow: number
  /** Somebody changes it at the platform's own desk. */
  tamper(id: string, content: string): void
  close(): Promise<void>
}

/** How such pictures begin. */
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47])
const JPEG = Buffer.from([0xff, 0xd8, 0xff])

export const APP = { appId: 'wx0123456789abcdef', secret: '0123456789abcdef0123456789abcdef' }

export async function wechatStandIn(): Promise<WechatStandIn> {
  const published = new Map<string, Article>()
  const drafts = new Map<string, Article>()
  const jobs = new Map<string, { article: Article; questions: number; id: string | null }>()
  const tokens = new Set<string>()
  const pictures = new Set<string>()
  const asked: string[] = []
  const instead: WechatStandIn['instead'] = []
  let count = 0
  const next = (name: string) => `${name}-${++count}`
  const stand: Omit<WechatStandIn, 'address'> = {
    published,
    drafts,
    asked,
    instead,
    publishAtOnce: false,
    slow: 0,
    tamper(id, content) {
      const article = published.get(id)
      if (article) published.set(id, { ...article, content })
    },
    close: () => new Promise((done) => server.close(() => done())),
  }

  const answer = (path: string, url: URL, body: Buffer): object => {
    const json = () => JSON.parse(body.toString('utf8')) as Record<string, unknown>
    if (path === 'stable_token') {
      const { appid, secret, grant_type: type } = json()
      if (appid !== APP.appId) return { errcode: 40013, errmsg: 'invalid appid' }
      if (secret !== APP.secret || type !== 'client_credential') return { errcode: 40125, errmsg: 'invalid appsecret' }
      const token = next('token')
      tokens.add(token)
      return { access_token: token, expires_in: 7200 }
    }
    if (!tokens.has(url.searchParams.get('access_token') ?? ''))
      return { errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' }
    switch (path) {
      case 'material/add_material': {
        if (!body.includes('name="media"') || !body.includes(PNG)) return { errcode: 40004, errmsg: 'invalid media type' }
        const id = next('picture')
        pictures.add(id)
        return { media_id: id, url: 'https://mmbiz.qpic.cn/x' }
      }
      case 'media/uploadimg': {
        if (!body.includes('name="media"') || !body.includes(JPEG)) return { errcode: 40005, errmsg: 'invalid file type' }
        if (body.length > 1_048_576) return { errcode: 40009, errmsg: 'invalid image size' }
        return { url: `http://mmbiz.qpic.cn/${next('shown')}` }
      }
      case 'draft/add': {
        const [article] = json().articles as Article[]
        if (!article || !pictures.has(article.thumb_media_id)) return { errcode: 40007, errmsg: 'invalid media_id' }
        // A picture from elsewhere is filtered out of the text, and nothing is said of it.
        article.content = article.content.replace(/<img (?![^>]*src="http:\/\/mmbiz\.qpic\.cn\/)[^>]*>/g, '')
        if ([...article.title].length > 64) return { errcode: 45003, errmsg: 'title size out of limit' }
        if ([...article.content].length > 20_000) return { errcode: 45002, errmsg: 'content size out of limit' }
        const id = next('draft')
        drafts.set(id, article)
        return { media_id: id }
      }
      case 'draft/delete':
        return drafts.delete(String(json().media_id))
          ? { errcode: 0, errmsg: 'ok' }
          : { errcode: 40007, errmsg: 'invalid media_id' }
      case 'freepublish/submit': {
        const id = String(json().media_id)
        const article = drafts.get(id)
        if (!article) return { errcode: 40007, errmsg: 'invalid media_id' }
        drafts.delete(id)
        const job = next('publish')
        const at = stand.publishAtOnce ? next('article') : null
        if (at) published.set(at, article)
        jobs.set(job, { article, questions: 0, id: at })
        return { errcode: 0, errmsg: 'ok', publish_id: job }
      }
      case 'freepublish/get': {
        const job = jobs.get(String(json().publish_id))
        if (!job) return { errcode: 53600, errmsg: 'Article ID invalid' }
        if (job.questions++ < stand.slow) return { publish_id: json().publish_id, publish_status: 1, fail_idx: [] }
        job.id ??= next('article')
        published.set(job.id, job.article)
        const item = [{ idx: 1, article_url: `https://mp.weixin.qq.com/s/${job.id}` }]
        return { publish_id: json().publish_id, publish_status: 0, article_id: job.id, article_detail: { count: 1, item } }
      }
      case 'freepublish/batchget': {
        const item = [...published].toReversed().map(([id, { title, digest }]) => ({
          article_id: id,
          content: { news_item: [{ title, digest, url: `https://mp.weixin.qq.com/s/${id}`, is_deleted: false }] },
        }))
        return { total_count: item.length, item_count: item.length, item }
      }
      case 'freepublish/getarticle': {
        const article = published.get(String(json().article_id))
        // The platform writes marks its own way and puts styles of its own in; the words stay.
        return article
          ? { news_item: [{ ...article, content: article.content.replaceAll('<p ', '\n<p data-x="1" '), is_deleted: false }] }
          : { errcode: 53600, errmsg: 'Article ID invalid' }
      }
      case 'freepublish/delete':
        return published.delete(String(json().article_id))
          ? { errcode: 0, errmsg: 'ok' }
          : { errcode: 53600, errmsg: 'Article ID invalid' }
      default:
        return { errcode: 40066, errmsg: 'invalid url' }
    }
  }

  const server: Server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const url = new URL(request.url ?? '/', 'http://stand-in')
      const path = url.pathname.replace(/^\/cgi-bin\//, '')
      asked.push(path)
      const index = instead.findIndex((one) => one.path === path)
      const [other] = index < 0 ? [] : instead.splice(index, 1)
      if (other && 'status' in other) return response.writeHead(other.status).end()
      if (other?.answer === 'lose the answer') answer(path, url, body)
      if (typeof other?.answer === 'string') return request.socket.destroy()
      return response
        .writeHead(200, { 'content-type': 'application/json; encoding=utf-8' })
        .end(JSON.stringify(other ? other.answer : answer(path, url, body)))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return Object.assign(stand, { address })
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}
