import type { TileState } from '../../record/publication/term-card.ts'

type Tone = 'late' | 'soon' | 'calm' | 'done' | 'paused'

/** The look of a tile's state; the word stands beside it. */
export const TILE_TONE: Record<TileState, Tone> = {
  overdue: 'late',
  due: 'soon',
  upcoming: 'calm',
  done: 'done',
  notApplicable: 'paused',
  noItem: 'late',
}
