/** What changed between two versions of an item, word beside word. */
import type { CatalogueDifference } from '../../record/publication/catalogue.ts'

export function Differences({ differences }: { differences: readonly CatalogueDifference[] }) {
  if (differences.length === 0) return null
  return (
    <dl className="differences">
      {differences.map(({ what, before, after }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>
            <del>原：{before || '（空）'}</del>
            <ins>现：{after || '（空）'}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
