/** What changed between two versions of an item, word beside word. */
import type { CatalogueDifference } from '../../record/publication/catalogue.ts'

export function Differences({
  differences,
  words = ['原', '现'],
}: {
  differences: readonly CatalogueDifference[]
  /** What the two sides are called. */
  words?: readonly [string, string]
}) {
  if (differences.length === 0) return null
  return (
    <dl className="differences">
      {differences.map(({ what, before, after }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>
            <del>
              <span>{words[0]}：</span>
              {before || '（空）'}
            </del>
            <ins>
              <span>{words[1]}：</span>
              {after || '（空）'}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
