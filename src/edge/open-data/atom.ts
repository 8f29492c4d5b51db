/** 订阅源 (Atom, RFC 4287): every version of a report that was published, the last first. */
import { createHash } from 'node:crypto'
import { html } from 'hono/html'
import type { PublishedReport } from '../../record/reports/published.ts'
import { reportAddress } from './report-json.ts'

interface Feed {
  title: string
  /** The feed's own address, and that of the page it belongs to. */
  self: string
  page: string
  /** The portal's address. */
  site: string
  reports: readonly PublishedReport[]
}

export function reportsAtom({ title, self, page, site, reports }: Feed): string {
  const updated = reports[0]?.publishedOn ?? '2019-05-15'
  return String(html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>${self}</id>
<title>${title}</title>
<updated>${instant(updated)}</updated>
<link rel="self" type="application/atom+xml" href="${self}"/>
<link rel="alternate" type="text/html" href="${page}"/>
${reports.map((report) => entry(site, report))}</feed>
`)
}

function entry(site: string, report: PublishedReport) {
  const { agency, document, version, publishedOn, earlier } = report
  const address = reportAddress(site, report)
  const which = `?version=${version}`
  return html`<entry>
<id>urn:uuid:${nameOf(report)}</id>
<title>${document.title}${earlier > 0 && `（更正，第 ${version} 版）`}</title>
<updated>${instant(publishedOn)}</updated>
<published>${instant(publishedOn)}</published>
<author><name>${agency.name}</name></author>
<link rel="alternate" type="text/html" href="${address}${which}"/>
<link rel="enclosure" type="application/pdf" href="${address}.pdf${which}"/>
<link rel="enclosure" type="application/json" href="${address}.json${which}"/>
<summary>${summary(report)}</summary>
</entry>
`
}

function summary({ document, because, earlier }: PublishedReport): string {
  const total = (row: 'received' | 'handled') => document.tables.requests?.[row]?.at(-1) ?? null
  const [received, handled] = [total('received'), total('handled')]
  const numbers = received === null || handled === null ? '' : `本年新收申请 ${received} 件，办结 ${handled} 件。`
  return numbers + (earlier > 0 ? `更正原因：${because || '没有登记'}` : '')
}

/** Days are those of China. */
function instant(day: string): string {
  return `${day}T00:00:00+08:00`
}

/** The same version has the same name for ever, wherever the portal moves (UUID of version 5, within the agency's own). */
function nameOf({ agency, document, version }: PublishedReport): string {
  const digest = createHash('sha1')
    .update(Buffer.from(agency.id.replaceAll('-', ''), 'hex'))
    .update(`report/${document.year}/${version}`)
    .digest()
    .subarray(0, 16)
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80
  return digest.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
