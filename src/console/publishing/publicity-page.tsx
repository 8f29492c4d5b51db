/** 一件公示: until when, the objections to it, its result. */
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { chineseDateWithWeekday } from '../../law/date.ts'
import { lengthWords, OBJECTION_FINDING_RULES, OBJECTION_WAY_WORDS, PUBLICITY_RULES } from '../../law/publication/publicity.ts'
import { countWords, OBJECTION_STATE_WORDS, type ObjectionRow, type PublicityView } from '../../record/publication/objection.ts'
import { AFTER_PUBLICITY_WORDS, PUBLICITY_STATE_WORDS } from '../../record/publication/publicity.ts'
import { DaysLeftMark } from '../parts/days-left-mark.tsx'
import { DOT } from '../parts/dot.ts'
import { Page, Panel } from '../parts/page.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Loading, Nothing } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { EnterObjection } from './enter-objection.tsx'

export default function PublicityPage() {
  const { documentId = '' } = useParams()
  const { data: view, error, refetch } = useRead('publicity.view', { documentId })
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  return view ? <Shown key={documentId} view={view} /> : <Loading />
}

function Shown({ view }: { view: PublicityView }) {
  const go = useNavigate()
  const [entering, setEntering] = useState(false)
  return (
    <Page
      title={view.title}
      lead={
        <>
          {PUBLICITY_STATE_WORDS[view.state]}
          {DOT}
          {PUBLICITY_RULES[view.kind].zh}公示
          {DOT}
          {view.startsOn} 至 {view.endsOn}
        </>
      }
      actions={
        <>
          {view.may.draftResult && !view.resultDraft && (
            <Button onClick={() => void go(`${pathTo('newEdition')}?resultOf=${view.documentId}`)}>起草结果</Button>
          )}
          {view.may.enter && (
            <Button type="primary" onClick={() => setEntering(true)}>
              登记异议
            </Button>
          )}
        </>
      }
    >
      <Standing view={view} />
      <h2 className="small-heading">异议</h2>
      <RowTable<ObjectionRow>
        label="异议"
        rows={view.objections}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void go(pathTo('objection', { id }))}
        empty={<Nothing say="没有收到异议。公众在公示页面上提出的列在这里；电话、来信、来访的，点“登记异议”。" />}
        columns={[
          { title: '期限', width: 150, responsive: ['sm'], render: (_, { left }) => <DaysLeftMark left={left} /> },
          {
            title: '编号',
            render: (_, row) => (
              <>
                <span className="phone-only">
                  <DaysLeftMark left={row.left} />
                </span>
                <Link to={pathTo('objection', { id: row.id })}>{row.number}</Link>
                <div className="quiet small">
                  {OBJECTION_WAY_WORDS[row.via]}
                  {DOT}
                  {row.receivedOn}
                  {row.afterEnd && '（期满以后）'}
                </div>
                <div className="phone-only small">{stage(row)}</div>
              </>
            ),
          },
          { title: '办理', width: 160, responsive: ['sm'], render: (_, row) => stage(row) },
          { title: '办理人', width: 110, responsive: ['sm'], render: (_, { owner }) => owner ?? '还没有指定' },
          { title: '答复期限', width: 110, className: 'day', responsive: ['md'], render: (_, { dueOn }) => dueOn ?? '—' },
        ]}
      />
      {entering && <EnterObjection view={view} onClose={() => setEntering(false)} />}
    </Page>
  )
}

function stage({ state, finding }: ObjectionRow): string {
  return finding ? OBJECTION_FINDING_RULES[finding].zh : OBJECTION_STATE_WORDS[state]
}

function Standing({ view }: { view: PublicityView }) {
  const { contact } = view
  const rows: [string, React.ReactNode][] = [
    ['公示期', `${lengthWords(view.length)}，到${chineseDateWithWeekday(view.endsOn)}`],
    ['异议', countWords(view.counts)],
    ['受理', [contact.office, contact.phone, contact.place].filter(Boolean).join('，')],
    ['期满以后', AFTER_PUBLICITY_WORDS[view.after]],
    ['结果', resultLink(view)],
    [
      '此前',
      view.earlier.length > 0 &&
        view.earlier
          .map(({ startsOn, restartedOn }) => `${startsOn} 开始的一次，${restartedOn ?? '后来'}因内容改动重新公示`)
          .join('；'),
    ],
  ]
  return (
    <Panel
      title="公示"
      extra={
        <Link to={pathTo('edition', { id: view.editionId })} className="small">
          看公示的全文
        </Link>
      }
    >
      <dl className="facts">
        {rows.map(([label, value]) =>
          value ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </Panel>
  )
}

function resultLink({ result, resultDraft }: PublicityView): React.ReactNode {
  if (result) return `《${result.title}》已经公布`
  if (!resultDraft) return null
  return (
    <>
      正在起草：<Link to={pathTo('edition', { id: resultDraft.id })}>{resultDraft.title}</Link>
    </>
  )
}
