/** 数据表: the six kinds, each with its years or terms; what stands, what is being written, and how to begin the next. */
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { cite } from '../../law/cite.ts'
import { DATA_SETS, type DataSetKind } from '../../law/publication/data-sets.ts'
import type { Refusal } from '../../law/refusal.ts'
import { periodWords } from '../../record/publication/data-set.ts'
import type { DataSetLine, DataSetsView } from '../../record/publication/data-set-view.ts'
import { EDITION_STATE_WORDS } from '../../record/publication/edition-steps.ts'
import { newCommandId, Refused } from '../api.ts'
import { Page, Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { Failure, Loading } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'

export default function DataSetsPage() {
  const { data: view, error, refetch } = useRead('dataSets.list', {})
  const begin = useDeed('dataSets.begin')
  const go = useNavigate()
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!view) return <Loading />
  const fill = async (kind: DataSetKind, period: string) => {
    setRefusals([])
    try {
      const { id } = await begin.mutateAsync({ id: newCommandId(), kind, period })
      await go(pathTo('edition', { id }))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(error.refusals)
    }
  }
  return (
    <Page
      title="数据表"
      lead="学校名录、学区、收费这样的信息按表填写，可以从 Excel 粘贴；和其他信息一样送审、签发，公布后群众可以筛选、下载。"
    >
      <Refusals refusals={refusals} />
      <div className="data-kinds">
        {view.kinds.map((one) => (
          <Kind key={one.kind} {...one} mayWrite={view.mayWrite} busy={begin.isPending} fill={fill} />
        ))}
      </div>
    </Page>
  )
}

function Kind({
  kind,
  lines,
  offered,
  mayWrite,
  busy,
  fill,
}: DataSetsView['kinds'][number] & {
  mayWrite: boolean
  busy: boolean
  fill: (kind: DataSetKind, period: string) => Promise<void>
}) {
  const { zh, what, by } = DATA_SETS[kind]
  return (
    <Panel title={zh}>
      <p className="quiet small">
        {what}（{cite(by)}）。
      </p>
      {lines.length > 0 && (
        <ul className="plain-list data-lines">
          {lines.map((line) => (
            <li key={line.period}>
              <span>
                {periodWords(line.period)} <Standing line={line} />
              </span>
              {line.open ? (
                <Link to={pathTo('edition', { id: line.open.id })}>{line.open.state === 'drafting' ? '接着填' : '看审核'}</Link>
              ) : (
                mayWrite && (
                  <Button
                    size="small"
                    disabled={busy}
                    aria-label={`修改${periodWords(line.period)}${zh}`}
                    onClick={() => void fill(kind, line.period)}
                  >
                    修改
                  </Button>
                )
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <div className="data-offered">
          {offered.map((period, at) => (
            <Button
              key={period}
              type={at === 0 ? 'default' : 'link'}
              disabled={busy}
              aria-label={`填写${periodWords(period)}${zh}`}
              onClick={() => void fill(kind, period)}
            >
              填写{periodWords(period)}
            </Button>
          ))}
        </div>
      )}
    </Panel>
  )
}

function Standing({ line: { released, open } }: { line: DataSetLine }) {
  return (
    <>
      {released && (
        <span className="quiet small">
          {released.rows} 行，{released.on} 公布{released.withdrawn && '，已撤下'}
        </span>
      )}{' '}
      {open && <Tag>{EDITION_STATE_WORDS[open.state]}</Tag>}
    </>
  )
}
