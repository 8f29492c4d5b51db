/** 订阅源: published documents as Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1. A withdrawn one is in none of them. */
import { html } from 'hono/html'
import { columnWords } from '../../law/publication/columns.ts'
import type { FeedDocument } from '../../office/publication/feeds.ts'
import { FILE_KIND_RULES, filePath } from '../../record/publication/edition-files.ts'

export interface DocumentFeed {
  title: string
  /** The feed's own address, and that of the page it belongs to. */
  self: string
  page: string
  /** The portal's address. */
  site: string
  documents: readonly FeedDocument[]
}

/** Nothing was published before the Regulation as it now stands came into force. */
const BEFORE = '2019-05-15T00:00:00+08:00'

export const addressOf = (site: string, { agencySlug, id }: Pick<FeedDocument, 'agencySlug' | 'id'>) =>
  `${site}/${agencySlug}/doc/${id}`

/** Its files, pictures of the text among them. */
export function filesOf(site: string, document: FeedDocument) {
  return document.files.map((file) => ({
    address: `${addressOf(site, document)}/${filePath(file)}`,
    title: file.title,
    mediaType: FILE_KIND_RULES[file.kind].mediaType,
    size: file.size,
  }))
}

/** Days are those of China. */
const morning = (day: string) => `${day}T00:00:00+08:00`

/** When it was last changed; a feed reader takes nothing from before its publication. */
function updatedOf({ updatedAt, publishedOn }: FeedDocument): string {
  const first = new Date(morning(publishedOn))
  return (updatedAt > first ? updatedAt : first).toISOString()
}

export function documentsAtom({ title, self, page, site, documents }: DocumentFeed): string {
  const updated = documents.map(updatedOf).toSorted().at(-1) ?? BEFORE
  return String(html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>${self}</id>
<title>${title}</title>
<updated>${updated}</updated>
<link rel="self" type="application/atom+xml" href="${self}"/>
<link rel="alternate" type="text/html" href="${page}"/>
${documents.map(
  (one) => html`<entry>
<id>urn:uuid:${one.id}</id>
<title>${one.title}</title>
<updated>${updatedOf(one)}</updated>
<published>${morning(one.publishedOn)}</published>
<author><name>${one.agencyName}</name></author>
<category term="${one.column}" label="${columnWords(one.column) ?? ''}"/>
<link rel="alternate" type="text/html" href="${addressOf(site, one)}"/>
${filesOf(site, one).map(
  ({
    address,
    title: named,
    mediaType,
    size,
  }) => html`<link rel="enclosure" type="${mediaType}" length="${size}" title="${named}" href="${address}"/>
`,
)}<summary>${one.summary || one.title}</summary>
</entry>
`,
)}</feed>
`)
}

export function documentsRss({ title, self, page, site, documents }: DocumentFeed): string {
  return String(html`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${title}</title>
<link>${page}</link>
<description>${title}</description>
<language>zh-cn</language>
<atom:link rel="self" type="application/rss+xml" href="${self}"/>
${documents.map(
  (one) => html`<item>
<title>${one.title}</title>
<link>${addressOf(site, one)}</link>
<guid isPermaLink="false">urn:uuid:${one.id}</guid>
<pubDate>${new Date(morning(one.publishedOn)).toUTCString()}</pubDate>
<category>${columnWords(one.column) ?? ''}</category>
<description>${one.summary || one.title}</description>
${filesOf(site, one)
  // The specification has room for one.
  .slice(0, 1)
  .map(
    ({ address, mediaType, size }) => html`<enclosure url="${address}" length="${size}" type="${mediaType}"/>
`,
  )}</item>
`,
)}</channel>
</rss>
`)
}

function attachmentsIn(site: string, one: FeedDocument) {
  if (one.files.length === 0) return undefined
  return filesOf(site, one).map(({ address, title, mediaType, size }) => ({
    url: address,
    mime_type: mediaType,
    title,
    size_in_bytes: size,
  }))
}

export function documentsJsonFeed({ title, self, page, site, documents }: DocumentFeed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: self,
    language: 'zh-CN',
    items: documents.map((one) => ({
      id: `urn:uuid:${one.id}`,
      url: addressOf(site, one),
      title: one.title,
      content_text: one.summary || one.title,
      summary: one.summary || undefined,
      date_published: morning(one.publishedOn),
      date_modified: updatedOf(one),
      authors: [{ name: one.agencyName }],
      tags: [columnWords(one.column) ?? '', ...one.keywords],
      attachments: attachmentsIn(site, one),
    })),
  })
}
