import { createHash } from 'node:crypto'
import sanitizeHtml from 'sanitize-html'
import type { EditionContent } from '../../record/publication/edition.ts'

const STRUCTURE = ['h2', 'h3', 'h4', 'p', 'br', 'hr', 'ul', 'ol', 'li', 'blockquote', 'strong', 'em', 'sub', 'sup', 'a']
const IS_ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
const TABLE = ['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td']

/** Keeps the text and its structure; no style, script or frame comes through, and of a picture only which one of the document's own it is. A page has one h1 already. */
export function cleanBody(body: string): string {
  return sanitizeHtml(body, {
    allowedTags: [...STRUCTURE, ...TABLE, 'img'],
    allowedAttributes: { a: ['href'], img: ['data-file'], th: ['scope', 'colspan', 'rowspan'], td: ['colspan', 'rowspan'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    transformTags: { h1: 'h2', b: 'strong', i: 'em' },
    // A picture from elsewhere is none of the document's files.
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !IS_ID.test(attribs['data-file'] ?? ''),
  }).trim()
}

/** Names the very text: reviewers sign it, whatever is changed afterwards has another. */
export function digestOf(content: EditionContent): string {
  const ordered = Object.entries(content).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(ordered)).digest('hex')
}
