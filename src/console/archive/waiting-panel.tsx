/** 待归档: how many wait for what, what can be archived first, several archived in one deed with the result of each. */
import { Alert, App, Button, Radio } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { RETENTION_WORDS } from '../../law/requests/retention.ts'
import {
  ARCHIVING_STATES,
  ARCHIVING_STATE_WORDS,
  type ArchivedRow,
  type ArchiveView,
  type WaitingRow,
} from '../../record/archive/view.ts'
import { newCommandId } from '../api.ts'
import { Mark } from '../parts/days-left-mark.tsx'
import { DOT } from '../parts/dot.ts'
import { Refusals, refusalWords } from '../parts/refusals.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Nothing } from '../parts/states.tsx'
import { useDeed } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'

const PAGE_SIZE = 20

export function WaitingPanel({ view }: { view: ArchiveView }) {
  const [shown, setShown] = useState<WaitingRow['state']>('ready')
  const [page, setPage] = useState(1)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const rows = view.waiting.filter(({ state }) => state === shown)
  const last = Math.max(1, Math.ceil(rows.length / PAGE_SIZE))
  const current = Math.min(page, last)
  const onPage = rows.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE)
  const picked = rows.filter(({ id }) => chosen.includes(id))
  const all = ARCHIVING_STATES.reduce((sum, state) => sum + view.counts[state], 0)
  const choosing = view.may.close && shown === 'ready'
  return (
    <section aria-labelledby="waiting-heading">
      <h2 id="waiting-heading" className="small-heading">
        待归档 {all} 件
      </h2>
      <p className="gap-below">{leadWords(view)}</p>
      <div className="filters">
        <Radio.Group
          aria-label="显示哪些待归档的事项"
          optionType="button"
          value={shown}
          onChange={({ target }) => {
            setShown(target.value as WaitingRow['state'])
            setPage(1)
            setChosen([])
          }}
          options={ARCHIVING_STATES.map((state) => ({
            value: state,
            label: `${ARCHIVING_STATE_WORDS[state]} ${view.counts[state]}`,
          }))}
        />
      </div>
      {choosing && <ArchiveSeveral picked={picked} onDone={() => setChosen([])} />}
      <RowTable<WaitingRow>
        label="待归档"
        rows={onPage}
        rowKey={({ id }) => id}
        {...(choosing ? { chosen, onChoose: setChosen, nameOf: ({ number }: WaitingRow) => number } : {})}
        pagination={{
          current,
          total: rows.length,
          pageSize: PAGE_SIZE,
          showSizeChanger: false,
          hideOnSinglePage: true,
          showTotal: (shownOf, [from, to]) =>
            `第 ${from}–${to} 件，共 ${view.counts[shown] > shownOf ? `${shownOf}+` : shownOf} 件`,
          onChange: (next) => {
            setPage(next)
            setChosen([])
          },
        }}
        empty={<Nothing say={EMPTY[shown]} />}
        columns={[
          {
            title: '申请、更正',
            render: (_, row) => (
              <>
                <Link to={pathTo(row.of, { id: row.id })}>{row.number}</Link>
                <div className="quiet small">{row.subject}</div>
                <div className="phone-only small">
                  <span className="unbroken">办结 {row.closedOn}</span>
                  {DOT}
                  <span className="unbroken">
                    {row.archiveBy} 前归档 {row.late && <Mark tone="late">已过</Mark>}
                  </span>
                  {row.retention && (
                    <>
                      {DOT}
                      <span className="unbroken">保管 {RETENTION_WORDS[row.retention]}</span>
                    </>
                  )}
                </div>
              </>
            ),
          },
          { title: '办结', width: 120, className: 'day', dataIndex: 'closedOn', responsive: ['sm'] },
          {
            title: '应归档',
            width: 190,
            className: 'day',
            responsive: ['sm'],
            render: (_, row) => (
              <>
                {row.archiveBy} {row.late && <Mark tone="late">已过</Mark>}
              </>
            ),
          },
          {
            title: '保管期限',
            width: 110,
            responsive: ['sm'],
            render: (_, row) => (row.retention ? RETENTION_WORDS[row.retention] : '—'),
          },
        ]}
      />
    </section>
  )
}

const EMPTY: Record<WaitingRow['state'], string> = {
  ready: '没有可以归档的申请和更正事项。',
  unserved: '没有等待送达凭证的。',
  disputed: '没有复议、诉讼未结的。',
}

/** What to do first, in one line. */
function leadWords({ waiting, counts, may }: ArchiveView): string {
  const late = waiting.filter((row) => row.late && row.state === 'ready').length
  if (late > 0)
    return `先办已过归档期限的 ${late} 件，列在最前。${may.close ? '选中后可以一次归档，逐件核对，归不了的写明原因。' : ''}`
  if (counts.ready > 0)
    return `${counts.ready} 件材料已齐，可以归档。${may.close ? '选中后可以一次归档，逐件核对，归不了的写明原因。' : ''}`
  if (counts.unserved > 0) return `先登记 ${counts.unserved} 件的送达凭证，再归档。`
  return '没有需要现在归档的。'
}

function ArchiveSeveral({ picked, onDone }: { picked: readonly WaitingRow[]; onDone: () => void }) {
  const { rules } = useSession()
  const { message } = App.useApp()
  const archive = useDeed('archive.closeSeveral')
  const [results, setResults] = useState<(ArchivedRow & { number: string })[]>([])
  const send = () => {
    const numbers = new Map(picked.map(({ id, number }) => [id, number]))
    archive.mutate(
      {
        on: rules.today,
        items: picked.map(({ of, id, version }) => ({ of, id, commandId: newCommandId(), seen: version })),
      },
      {
        onSuccess: ({ rows }) => {
          setResults(rows.map((row) => ({ ...row, number: numbers.get(row.id) ?? '' })))
          const done = rows.filter(({ volume }) => volume).length
          if (done > 0) void message.success(`已归档 ${done} 件`)
          onDone()
        },
      },
    )
  }
  const done = results.filter(({ volume }) => volume)
  const failed = results.filter(({ refusals }) => refusals.length > 0)
  return (
    <>
      <Refusals refusals={archive.error?.refusals ?? []} />
      {results.length > 0 && (
        <Alert
          type={failed.length > 0 ? 'warning' : 'success'}
          showIcon
          role="status"
          className="gap-below"
          closable
          title={failed.length > 0 ? `归档 ${done.length} 件，${failed.length} 件没有归档` : `归档 ${done.length} 件`}
          description={
            <ul className="plain-list">
              {failed.map(({ id, number, refusals }) => (
                <li key={id}>
                  {number}：{refusals.map(refusalWords).join('')}
                </li>
              ))}
              {done.map(({ id, number, volume }) => (
                <li key={id}>
                  {number}：{volume}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <div className="filters">
        <Button type="primary" disabled={picked.length === 0} loading={archive.isPending} onClick={send}>
          {picked.length === 0 ? '归档选中的' : `归档选中的 ${picked.length} 件`}
        </Button>
      </div>
    </>
  )
}
