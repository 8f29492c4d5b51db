import { diffArrays } from 'diff'

export interface LineChange {
  kind: 'added' | 'removed'
  text: string
}

/** What another wording has that the former had not, and the other way round, line by line. */
export function lineChanges(before: string[], after: string[]): LineChange[] {
  return diffArrays(before, after).flatMap(({ added, removed, value }) =>
    added || removed ? value.map((text): LineChange => ({ kind: added ? 'added' : 'removed', text })) : [],
  )
}
