/** 与上一版的不同, row by row and cell by cell: for whoever writes the table and whoever reviews it. */
import { changeWords, countChanges, type RowChange } from '../../record/publication/data-set-differences.ts'
import type { EditionView } from '../../record/publication/edition.ts'
import { Panel } from '../parts/page.tsx'

const MOST = 30
const KIND_NAMES = { added: '新增', removed: '删去', changed: '修改' } as const satisfies Record<RowChange['kind'], string>

export function DataChanges({ view: { dataChanges } }: { view: EditionView }) {
  if (!dataChanges) return null
  const { against, changes } = dataChanges
  return (
    <Panel title={`与${against}的不同`}>
      <p>{changeWords(countChanges(changes))}。</p>
      <ul className="plain-list changes">
        {changes.slice(0, MOST).map(({ name, kind, cells }) => (
          <li key={`${kind} ${name}`}>
            <b className="small">{KIND_NAMES[kind]}</b> {kind === 'removed' ? <del>{name}</del> : name}
            {cells.map(({ heading, before, after }) => (
              <div key={heading} className="small">
                {heading}：{before && <del>{before}</del>} {after && <ins>{after}</ins>}
              </div>
            ))}
          </li>
        ))}
      </ul>
      {changes.length > MOST && <p className="quiet small">还有 {changes.length - MOST} 行，见下载的表。</p>}
    </Panel>
  )
}
