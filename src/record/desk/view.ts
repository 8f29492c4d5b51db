/** 案头 as its owner sees it. */
import type { Colleague } from '../people/view.ts'

export interface SavedFilter {
  id: string
  name: string
  /** What stands behind `?` in the register's address. */
  query: string
}

export interface DeskView {
  filters: SavedFilter[]
  /** When the feed of due days was opened; null: there is none. */
  feedSince: string | null
  /** Whether the next right step is explained on each case. */
  guided: boolean
  /** For the register's filters. */
  sections: { id: string; name: string }[]
  officers: Colleague[]
}
