import { createHash } from 'node:crypto'
import sanitizeHtml from 'sanitize-html'
import type { EditionContent } from '../../record/publication/edition.ts'

const STRUCTURE = ['h2', 'h3', 'h4', 'p', 'br', 'hr', 'ul', 'ol', 'li', 'blockquote', 'strong', 'em', 'sub', 'sup', 'a']
const TABLE = ['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td']

/** Keeps the text and its structure; no style, script, frame or picture comes through. A page has one h1 already. */
export function cleanBody(body: string): string {
  return sanitizeHtml(body, {
    allowedTags: [...STRUCTURE, ...TABLE],
    allowedAttributes: { a: ['href'], th: ['scope', 'colspan', 'rowspan'], td: ['colspan', 'rowspan'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    transformTags: { h1: 'h2', b: 'strong', i: 'em' },
  }).trim()
}

/** Names the very text: reviewers sign it, whatever is changed afterwards has another. */
export function digestOf(content: EditionContent): string {
  const ordered = Object.entries(content).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(ordered)).digest('hex')
}
