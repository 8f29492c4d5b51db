/** What people wrote, as they wrote it: Tibetan in its own language mark, so that it is set and read out as Tibetan. */
import { html } from 'hono/html'
import type { Markup } from './visit.ts'

/** A run of Tibetan with the blanks and digits inside it. */
const TIBETAN = /[\u0F00-\u0FFF](?:[\u0F00-\u0FFF\s\d]*[\u0F00-\u0FFF])?/g

export function written(text: string): Markup {
  const parts: (string | Markup)[] = []
  let from = 0
  for (const { 0: run, index } of text.matchAll(TIBETAN)) {
    parts.push(text.slice(from, index), html`<span lang="bo">${run}</span>`)
    from = index + run.length
  }
  return html`${[...parts, text.slice(from)]}`
}
