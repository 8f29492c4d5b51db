/** 图文消息: a document as the WeChat platform takes it: styles written at each element, no links out, within its limits. */
import { load } from 'cheerio'
import { html, raw } from 'hono/html'
import type { PublishedDocument } from '../../record/publication/document.ts'
import { attachmentsOf, withPictures } from '../../record/publication/edition-files.ts'

const MOST_TITLE = 64
const MOST_DIGEST = 120
/** Of the content, in characters. */
const MOST_CONTENT = 20_000

const STYLES: Readonly<Record<string, string>> = {
  p: 'margin:0 0 1em;line-height:1.8;text-align:justify',
  h2: 'margin:1.4em 0 .6em;font-size:18px;font-weight:bold;line-height:1.5',
  h3: 'margin:1.2em 0 .5em;font-size:17px;font-weight:bold;line-height:1.5',
  h4: 'margin:1em 0 .4em;font-size:16px;font-weight:bold;line-height:1.5',
  ul: 'margin:0 0 1em;padding-left:1.5em',
  ol: 'margin:0 0 1em;padding-left:1.5em',
  li: 'margin:0 0 .4em;line-height:1.8',
  blockquote: 'margin:0 0 1em;padding-left:1em;border-left:3px solid #ccc;color:#555',
  table: 'width:100%;margin:0 0 1em;border-collapse:collapse;font-size:15px',
  th: 'padding:6px 8px;border:1px solid #999;background:#f2f2f2;text-align:left',
  img: 'display:block;max-width:100%;height:auto;margin:0 auto 1em',
  td: 'padding:6px 8px;border:1px solid #999;vertical-align:top',
}

export interface WechatArticle {
  title: string
  author: string
  digest: string
  content: string
  /** 阅读原文 */
  content_source_url: string
}

/**
 * `address`: where 阅读原文 leads; null where the portal's address is not known. `pictures`: where the platform keeps each picture of the
 * text; those that it does not are left out.
 */
export function wechatArticle(
  document: PublishedDocument,
  address: string | null,
  pictures: ReadonlyMap<string, string> = new Map(),
): WechatArticle {
  const $ = load(
    withPictures(document.body, document.files, ({ id }) => pictures.get(id) ?? null),
    null,
    false,
  )
  $('img').removeAttr('loading').removeAttr('width').removeAttr('height')
  // Links that lead out of the platform are taken out by it; here the words stay.
  $('a').each((_, link) => void $(link).replaceWith($(link).contents()))
  for (const [tag, style] of Object.entries(STYLES)) $(tag).attr('style', style)
  const attached = attachmentsOf(document)
  const record = [
    attached.length > 0 && `附件：${attached.map(({ title }) => title).join('、')}。请点“阅读原文”下载。`,
    document.number && `文号：${document.number}`,
    `来源：${document.agencyName}`,
    `公开日期：${document.publishedOn}`,
    `索引号：${document.indexNumber}`,
  ].filter((line) => typeof line === 'string')
  const lines = record.map((line) => html`<p style="margin:0;color:#666;font-size:14px;line-height:1.7">${line}</p>`)
  const content = String(html`<section style="font-size:16px;color:#222">${raw($.html())}${lines}</section>`)
  return {
    title: cut(document.title, MOST_TITLE),
    author: cut(document.agencyName, 16),
    digest: cut(document.summary, MOST_DIGEST),
    content,
    content_source_url: address ?? '',
  }
}

/** Longer than the platform takes. */
export function isTooLong({ content }: WechatArticle): boolean {
  return [...content].length > MOST_CONTENT
}

/** The words of a text, as it is held against what the platform shows: it changes marks and spaces, never words. */
export function wordsOf(content: string): string {
  return load(content, null, false).text().replace(/\s/gu, '')
}

function cut(text: string, most: number): string {
  const letters = [...text]
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`
}
