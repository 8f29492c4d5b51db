/** 签发: everything that waits for the principal on one page, each to be read; what is chosen is released with one word. */
import { App, Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { EditionRow, EditionView } from '../../record/publication/edition.ts'
import { newCommandId, Refused } from '../api.ts'
import { Page } from '../parts/page.tsx'
import { Refusals, refusalWords } from '../parts/refusals.tsx'
import { Failure, Loading, Nothing } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { Changes } from '../publishing/edition-page.tsx'
import { EditionText } from '../publishing/edition-text.tsx'
import { FilesPanel } from '../publishing/files-panel.tsx'
import { Conclusions, Risk } from '../publishing/reviewing.tsx'

export default function SignPage() {
  const { message } = App.useApp()
  const { data: list, error, refetch } = useRead('editions.list', { tab: 'todo', page: 1, words: '' })
  const [chosen, setChosen] = useState<ReadonlyMap<string, EditionView>>(new Map())
  const [asking, setAsking] = useState(false)
  const [failed, setFailed] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const pass = useDeed('editions.pass')
  if (error && !list) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!list) return <Loading />
  const waiting = list.rows.filter(({ next }) => next === 'head')
  const choose = (view: EditionView, on: boolean) => {
    const next = new Map(chosen)
    if (on) next.set(view.id, view)
    else next.delete(view.id)
    setChosen(next)
  }
  /** Each by itself: one that cannot be released holds up no other. */
  const sign = async () => {
    setAsking(false)
    setBusy(true)
    const faults: string[] = []
    let done = 0
    for (const { id, version, digest, content } of chosen.values())
      try {
        await pass.mutateAsync({ id, commandId: newCommandId(), seen: version, step: 'head', digest, note: '' })
        done += 1
      } catch (fault) {
        if (!(fault instanceof Refused)) throw fault
        faults.push(`《${content.title}》：${fault.refusals.map(refusalWords).join('')}`)
      }
    setBusy(false)
    setFailed(faults)
    setChosen(new Map())
    if (done > 0) void message.success(`已签发 ${done} 件`)
  }
  return (
    <Page
      title="签发"
      lead={
        waiting.length > 0
          ? `${waiting.length} 件等您签发。逐件看过，选好以后一次签发；不同意的点开退回。`
          : '审查完的信息在这里等您签发。'
      }
    >
      {failed.length > 0 && (
        <Refusals refusals={failed.map((say) => ({ code: 'review-needed', say: `没有签发：${say}`, then: '' }))} />
      )}
      {waiting.length === 0 && <Nothing say="现在没有等您签发的信息。" />}
      <ul className="plain-list sign-list" aria-label="等待签发">
        {waiting.map((row) => (
          <Item key={row.id} row={row} chosen={chosen.has(row.id)} onChoose={choose} />
        ))}
      </ul>
      {waiting.length > 0 && (
        <div className="approval-bar">
          <Button type="primary" size="large" disabled={chosen.size === 0} loading={busy} onClick={() => setAsking(true)}>
            签发选中的 {chosen.size} 件
          </Button>
        </div>
      )}
      <Modal
        open={asking}
        title={`签发 ${chosen.size} 件`}
        okText="签发"
        cancelText="再看看"
        onOk={() => void sign()}
        onCancel={() => setAsking(false)}
      >
        <ul className="bulleted">
          {[...chosen.values()].map(({ id, content, chain, superior }) => (
            <li key={id}>
              《{content.title}》{chain.at(-1) === 'superior' && `，签发后报${superior ?? '主管部门'}审定`}
            </li>
          ))}
        </ul>
      </Modal>
    </Page>
  )
}

function Item({
  row,
  chosen,
  onChoose,
}: {
  row: EditionRow
  chosen: boolean
  onChoose: (view: EditionView, on: boolean) => void
}) {
  const { data: view } = useRead('editions.view', { id: row.id })
  const ready = view?.may.pass?.length === 0
  return (
    <li className="panel sign-item">
      <div className="panel-body">
        <div className="sign-head">
          <Checkbox
            checked={chosen}
            disabled={!ready}
            aria-label={`选择《${row.title}》`}
            onChange={({ target }) => view && onChoose(view, target.checked)}
          />
          <h2>
            <Link to={pathTo('edition', { id: row.id })}>{row.title}</Link>
          </h2>
        </div>
        {view && (
          <>
            <Risk view={view} />
            <Conclusions view={view} />
            {view.may.pass && view.may.pass.length > 0 && <Refusals refusals={view.may.pass} />}
            <Changes view={view} />
            <details>
              <summary>看全文</summary>
              <EditionText view={view} />
            </details>
            <FilesPanel view={view} />
          </>
        )}
      </div>
    </li>
  )
}
