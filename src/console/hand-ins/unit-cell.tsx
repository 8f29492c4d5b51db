/** 下级单位一个数字的来源: its cases by number and day, what its sections entered, and level by level the units that it adds up. */
import { Button, Drawer } from 'antd'
import { type ReactNode, useState } from 'react'
import type { UnitCell } from '../../record/reports/view.ts'
import { DOT } from '../parts/dot.ts'
import { Refusals } from '../parts/refusals.tsx'
import { Loading } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import type { AskedCell } from '../reports/asked-cell.ts'
import { PagesBehind, DocumentsBehind, EntriesBehind } from '../reports/cell-sources.tsx'

type Where = { year: number; unitId: string; cell: Omit<AskedCell, 'words'> }

export function UnitCellDrawer({ words, onClose, ...where }: Where & { words: string; onClose: () => void }) {
  return (
    <Drawer open size={480} title={words} onClose={onClose}>
      <UnitCellSource {...where} />
    </Drawer>
  )
}

export function UnitCellSource({ year, unitId, cell: { table, row, column } }: Where) {
  const [path, setPath] = useState<readonly string[]>([unitId])
  const [page, setPage] = useState(1)
  const go = (to: readonly string[]) => {
    setPath(to)
    setPage(1)
  }
  const { data, error } = useRead(
    'handIns.cell',
    { unitId: path.at(-1) ?? unitId, year, table, row, column, page },
    { keep: true },
  )
  if (error) return <Refusals refusals={error.refusals} />
  if (!data) return <Loading />
  return (
    <div className="unit-cell">
      {path.length > 1 && (
        <p className="gap-below">
          <Button size="small" onClick={() => go(path.slice(0, -1))}>
            上一级
          </Button>{' '}
          <b>{data.unit.name}</b>
        </p>
      )}
      <Behind data={data} onOpen={(id) => go([...path, id])} pages={<PagesBehind cell={data} page={page} onPage={setPage} />} />
    </div>
  )
}

const UNSEEN: Record<Exclude<UnitCell['stands'], 'compiled-here'>, string> = {
  elsewhere: '这份报告不是在本系统中汇编的，没有可查的来源；请向该单位调取台账。',
  'changed-since': '报送之后该单位的登记簿有变化，现在的登记不是这个数字的来源；请单位说明，或者重新报送。',
  'not-shown': '该单位还没有报送，也没有公布这一年的报告。',
}

function Behind({ data, onOpen, pages }: { data: UnitCell; onOpen: (unitId: string) => void; pages: ReactNode }) {
  const { caseCount, cases, documentCount, entryCount, units } = data
  if (data.stands !== 'compiled-here') return <p className="quiet">{UNSEEN[data.stands]}</p>
  return (
    <>
      {caseCount + documentCount + entryCount === 0 && !units?.total && <p className="quiet">这一格没有登记的来源。</p>}
      {caseCount > 0 && (
        <>
          <p className="quiet">申请 {caseCount} 件。只列编号和办理情况，申请内容由该单位掌握。</p>
          <ul className="papers">
            {cases.map(({ number, receivedOn, closedOn, outcomeWords }) => (
              <li key={number}>
                <div>
                  <b>{number}</b>
                  <span className="quiet small">
                    收到 {receivedOn ?? '—'}
                    {DOT}
                    {closedOn ? `${closedOn} ${outcomeWords}` : outcomeWords}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      <DocumentsBehind {...data} />
      <EntriesBehind {...data} />
      {pages}
      {units && units.total > 0 && (
        <>
          <h3 className="small-heading">所属单位 {units.total} 个</h3>
          {units.total > units.rows.length && <p className="quiet">列出数量较多的 {units.rows.length} 个。</p>}
          <ul className="plain-list">
            {units.rows.map(({ id, name, value }) => (
              <li key={id}>
                <Button type="link" className="inline-link" onClick={() => onOpen(id)}>
                  {name}
                </Button>
                ：{value}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
