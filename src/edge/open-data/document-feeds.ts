/** 订阅源: published documents as Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1. A withdrawn one is in none of them. */
import { html } from 'hono/html'
import { columnWords } from '../../law/publication/columns.ts'
import type { FeedDocument } from '../../office/publication/feeds.ts'

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
<summary>${one.summary || one.title}</summary>
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
</item>
`,
)}</channel>
</rss>
`)
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
    })),
  })
}
