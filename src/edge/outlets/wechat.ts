/**
 * 微信公众号 (微信公众平台“草稿箱”“发布能力”接口): a draft is made, handed over for publication, asked after until the platform
 * says that it is out, read again, and deleted at a withdrawal. Its number is kept after each call, so that a try that was cut off
 * publishes nothing twice.
 */
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Brought, OutletAdapter, OutletMatter, Shown } from '../../office/publication/send-outlets.ts'
import { placedIn } from '../../record/publication/edition-files.ts'
import { fitPicture } from '../files/index.ts'
import { ask } from './answer.ts'
import { isTooLong, wechatArticle, wordsOf } from './wechat-article.ts'

interface WechatSettings {
  readonly wechatApi: string
  readonly site: string | null
}

export type OpenFile = (matter: Shown, fileId: string) => Promise<Uint8Array | null>

type Failed = Extract<Brought, { ok: false }>
type Called = { ok: true; body: Record<string, unknown> } | Failed
type Call = (matter: OutletMatter, path: string, payload: unknown) => Promise<Called>

const BUSY = -1
const TOKEN_IS_OVER = [40001, 40014, 42001]
const FAULTS: Readonly<Record<number, Failed>> = {
  [BUSY]: { ok: false, code: 'UNREACHABLE', permanent: false },
  40013: { ok: false, code: 'CREDENTIALS', permanent: true },
  40125: { ok: false, code: 'CREDENTIALS', permanent: true },
  40005: { ok: false, code: 'PICTURE_REFUSED', permanent: true, byHand: true },
  40009: { ok: false, code: 'PICTURE_REFUSED', permanent: true, byHand: true },
  40164: { ok: false, code: 'ADDRESS_NOT_LISTED', permanent: true },
  45009: { ok: false, code: 'QUOTA', permanent: true, byHand: true },
  48001: { ok: false, code: 'NOT_ALLOWED', permanent: true, byHand: true },
}
/** The platform no longer has it: what was to be deleted is. */
const NOT_THERE = [40007, 53600]
/** 发布状态 of freepublish/get. */
const PUBLISHED = 0
const PUBLISHING = 1

/** `open`: a file of a document that is public. */
export function wechatOutlet({ wechatApi, site }: WechatSettings, open: OpenFile): OutletAdapter {
  const account = accountAt(wechatApi, open)
  const { call } = account
  return {
    async deliver(matter) {
      const { articleId, publishId, submitting, edition } = matter.proof
      const stands = articleId || publishId || submitting
      if (stands && (articleId || edition !== matter.editionId)) {
        // What is out can't be changed: it goes, and the new one comes.
        const gone = await remove(call, matter)
        if (!gone.ok) return gone
        const none = { articleId: '', publishId: '', submitting: '', mediaId: '', address: '' }
        await matter.keep(none)
        return publish(account, { ...matter, proof: { ...matter.proof, ...none } }, site)
      }
      if (publishId) return { ok: true, state: 'sent', proof: {} }
      return publish(account, matter, site)
    },
    verify: (matter) => (matter.proof.articleId ? readAgain(call, matter, site) : progress(call, matter)),
    withdraw: (matter) => remove(call, matter),
  }
}

async function publish(account: Account, matter: Shown, site: string | null): Promise<Brought> {
  const pictures = await account.pictures(matter)
  if (!pictures.ok) return pictures
  const address = site && `${site}/${matter.agency.slug}/doc/${matter.documentId}`
  const article = wechatArticle(matter.document, address, pictures.at)
  if (isTooLong(article)) return { ok: false, code: 'TOO_LONG', permanent: true, byHand: true }
  let mediaId = matter.proof.edition === matter.editionId ? matter.proof.mediaId : ''
  if (!mediaId) {
    const cover = await account.cover(matter)
    if (!cover.ok) return cover
    const drafted = await account.call(matter, 'draft/add', {
      articles: [{ ...article, thumb_media_id: cover.mediaId, need_open_comment: 0 }],
    })
    if (!drafted.ok) return drafted
    mediaId = String(drafted.body.media_id)
    await matter.keep({ mediaId, edition: matter.editionId })
  }
  // Before it is handed over: where the answer is lost, it may be out all the same.
  if (matter.proof.submitting !== mediaId) await matter.keep({ submitting: mediaId, title: article.title })
  const handed = await account.call(matter, 'freepublish/submit', { media_id: mediaId })
  if (handed.ok)
    return { ok: true, state: 'sent', proof: { publishId: String(handed.body.publish_id), edition: matter.editionId } }
  if (matter.proof.submitting !== mediaId || !NOT_THERE.includes(codeOf(handed))) return handed
  // The draft is no more, so an earlier try was heard.
  const found = await lookedUp(account.call, { ...matter, proof: { ...matter.proof, title: article.title } })
  return found.ok ? { ok: true, state: 'confirmed', proof: found.proof } : found
}

async function progress(call: Call, matter: OutletMatter): Promise<Brought> {
  const asked = await call(matter, 'freepublish/get', { publish_id: matter.proof.publishId })
  if (!asked.ok) return asked
  const status = Number(asked.body.publish_status)
  if (status === PUBLISHING) return { ok: true, state: 'sent', proof: {} }
  if (status !== PUBLISHED) return { ok: false, code: 'REFUSED', permanent: true }
  const detail = asked.body.article_detail as { item?: { article_url?: string }[] } | undefined
  return {
    ok: true,
    state: 'confirmed',
    proof: { articleId: String(asked.body.article_id), address: String(detail?.item?.[0]?.article_url ?? '') },
  }
}

interface News {
  title?: string
  content?: string
  url?: string
  is_deleted?: boolean
}

/** Among the last that the account published: where the number of the publication never came. */
async function lookedUp(call: Call, matter: OutletMatter): Promise<Brought> {
  const asked = await call(matter, 'freepublish/batchget', { offset: 0, count: 20, no_content: 1 })
  if (!asked.ok) return asked
  const items = (asked.body.item ?? []) as { article_id?: string; content?: { news_item?: News[] } }[]
  for (const { article_id: articleId, content } of items) {
    const [news] = content?.news_item ?? []
    if (articleId && news?.title === matter.proof.title && !news?.is_deleted)
      return { ok: true, state: 'confirmed', proof: { articleId, address: news?.url ?? '' } }
  }
  return { ok: false, code: 'UNCLEAR', permanent: false }
}

async function readAgain(call: Call, matter: Shown, site: string | null): Promise<Brought> {
  const asked = await call(matter, 'freepublish/getarticle', { article_id: matter.proof.articleId })
  if (!asked.ok) return NOT_THERE.includes(codeOf(asked)) ? { ok: false, code: 'GONE', permanent: true } : asked
  const [news] = (asked.body.news_item ?? []) as News[]
  if (!news || news.is_deleted) return { ok: false, code: 'GONE', permanent: true }
  const released = wechatArticle(matter.document, site)
  const same = news.title === released.title && wordsOf(news.content ?? '') === wordsOf(released.content)
  return same ? { ok: true, state: 'confirmed', proof: {} } : { ok: false, code: 'DIFFERS', permanent: true }
}

const DONE = { ok: true, state: 'confirmed', proof: {} } as const satisfies Brought

async function remove(call: Call, matter: OutletMatter): Promise<Brought> {
  const { publishId, submitting, mediaId } = matter.proof
  const articleId = matter.proof.articleId ?? ''
  if (articleId) return taken(await call(matter, 'freepublish/delete', { article_id: articleId }))
  if (publishId) {
    const asked = await progress(call, matter)
    if (!asked.ok) return asked.code === 'REFUSED' ? DONE : asked
    if (asked.state === 'sent') return { ok: false, code: 'STILL_PUBLISHING', permanent: false }
    return taken(await call(matter, 'freepublish/delete', { article_id: asked.proof.articleId }))
  }
  if (submitting) {
    const dropped = await call(matter, 'draft/delete', { media_id: submitting })
    if (dropped.ok || !NOT_THERE.includes(codeOf(dropped))) return dropped.ok ? DONE : dropped
    // The draft was taken: it is published, or being published.
    const found = await lookedUp(call, matter)
    return found.ok ? taken(await call(matter, 'freepublish/delete', { article_id: found.proof.articleId })) : found
  }
  return mediaId ? taken(await call(matter, 'draft/delete', { media_id: mediaId })) : DONE
}

/** Deleted now, or before. */
function taken(answer: Called): Brought {
  return answer.ok || NOT_THERE.includes(codeOf(answer)) ? DONE : answer
}

function codeOf(failed: Failed): number {
  return Number(/^WX(\d+)$/.exec(failed.code)?.[1])
}

interface Account {
  call: Call
  /** The picture that every article must have, kept at the platform. */
  cover(matter: OutletMatter): Promise<{ ok: true; mediaId: string } | Failed>
  /** The pictures of the text, brought to the platform; what it gave for each is kept, so that none is brought twice. */
  pictures(matter: Shown): Promise<{ ok: true; at: Map<string, string> } | Failed>
}

/** Whoever has the secret has the account: the AppID alone anybody may know. */
function accountOf({ settings, secret }: OutletMatter): string {
  return createHash('sha256').update(`${settings.appId}\n${secret}`).digest('hex')
}

function accountAt(api: string, open: OpenFile): Account {
  const tokens = new Map<string, { token: string; until: number }>()
  const covers = new Map<string, string>()

  const tokenOf = async (matter: OutletMatter): Promise<{ ok: true; token: string } | Failed> => {
    const { appId = '' } = matter.settings
    const kept = tokens.get(accountOf(matter))
    if (kept && kept.until > Date.now()) return { ok: true, token: kept.token }
    const asked = await post(`${api}/cgi-bin/stable_token`, {
      grant_type: 'client_credential',
      appid: appId,
      secret: matter.secret ?? '',
    })
    if (!asked.ok) return asked
    const token = String(asked.body.access_token)
    // A minute before the platform forgets it.
    tokens.set(accountOf(matter), { token, until: Date.now() + (Number(asked.body.expires_in) - 60) * 1000 })
    return { ok: true, token }
  }
  const withToken = async (matter: OutletMatter, send: (token: string) => Promise<Called>): Promise<Called> => {
    for (const last of [false, true]) {
      const token = await tokenOf(matter)
      if (!token.ok) return token
      const answer = await send(token.token)
      if (answer.ok || !TOKEN_IS_OVER.includes(codeOf(answer))) return answer
      tokens.delete(accountOf(matter))
      if (last) break
    }
    return { ok: false, code: 'CREDENTIALS', permanent: true }
  }
  return {
    call: (matter, path, payload) =>
      withToken(matter, (token) => post(`${api}/cgi-bin/${path}?access_token=${encodeURIComponent(token)}`, payload)),
    async cover(matter) {
      const kept = covers.get(accountOf(matter))
      if (kept) return { ok: true, mediaId: kept }
      const form = new FormData()
      form.append('media', new Blob([await coverPicture()], { type: 'image/png' }), 'gongkai-cover.png')
      const sent = await withToken(matter, (token) =>
        answerOf(`${api}/cgi-bin/material/add_material?access_token=${encodeURIComponent(token)}&type=image`, {
          method: 'POST',
          body: form,
        }),
      )
      if (!sent.ok) return sent
      const mediaId = String(sent.body.media_id)
      covers.set(accountOf(matter), mediaId)
      return { ok: true, mediaId }
    },
    async pictures(matter) {
      const at = new Map<string, string>()
      for (const id of new Set(placedIn(matter.document.body))) {
        const kept = matter.proof[`picture ${id}`]
        if (kept) {
          at.set(id, kept)
          continue
        }
        const bytes = await open(matter, id)
        // Taken down meanwhile: nothing of it goes out any more.
        if (!bytes) return { ok: false, code: 'NOT_PUBLIC', permanent: false }
        const form = new FormData()
        form.append('media', new Blob([await fitPicture(bytes, FITS)], { type: 'image/jpeg' }), `${id}.jpg`)
        const sent = await withToken(matter, (token) =>
          answerOf(`${api}/cgi-bin/media/uploadimg?access_token=${encodeURIComponent(token)}`, { method: 'POST', body: form }),
        )
        if (!sent.ok) return sent
        const url = String(sent.body.url)
        at.set(id, url)
        await matter.keep({ [`picture ${id}`]: url })
      }
      return { ok: true, at }
    },
  }
}

function post(address: string, payload: unknown): Promise<Called> {
  // The platform shows escaped letters as they are typed: plain UTF-8, as JSON.stringify writes it.
  return answerOf(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(payload),
  })
}

async function answerOf(address: string, init: RequestInit): Promise<Called> {
  const asked = await ask(address, init)
  if (!asked.ok || asked.status !== 200 || typeof asked.body !== 'object' || asked.body === null)
    return { ok: false, code: 'UNREACHABLE', permanent: false }
  const body = asked.body as Record<string, unknown>
  const code = Number(body.errcode ?? 0)
  return code === 0 ? { ok: true, body } : (FAULTS[code] ?? { ok: false, code: `WX${code}`, permanent: true })
}

/** 900 × 383, as the platform shows the first picture of an article: a calm ground, on which it writes the title itself. */
async function coverPicture(): Promise<Uint8Array<ArrayBuffer>> {
  const ground = { width: 900, height: 383, channels: 3, background: '#1f4e79' } as const
  return new Uint8Array(await sharp({ create: ground }).png().toBuffer())
}

/** Of a picture in the text: the platform takes no larger file than 1 MB, and shows no wider one; a page of several screens is read as well with fewer lines. */
const FITS = { width: 1080, height: 4000, bytes: 1_000_000 }
