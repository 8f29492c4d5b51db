/** What people wrote, as they wrote it: Tibetan in its own language mark, so that it is set and read out as Tibetan. */
import { html } from 'hono/html'
import { writtenRuns } from '../../record/requests/written-runs.ts'
import type { Markup } from './visit.ts'

export function written(text: string): Markup {
  return html`${writtenRuns(text).map((run) => (run.tibetan ? html`<span lang="bo">${run.text}</span>` : run.text))}`
}
