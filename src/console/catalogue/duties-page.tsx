/** 应公开清单: what is to be published this week and later, what is, what does not apply; each with its reason. */
import { App, Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { cite } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import { DUTY_BY } from '../../law/publication/duties.ts'
import { DUTY_STATE_WORDS } from '../../record/publication/duties.ts'
import { DUTY_TAB_WORDS, DUTY_TABS, type DutiesView, type DutyRow, type DutyTab } from '../../record/publication/duties-view.ts'
import { newCommandId, Refused } from '../api.ts'
import { DOT } from '../parts/dot.ts'
import { Page } from '../parts/page.tsx'
import { ReasonModal } from '../parts/reason-modal.tsx'
import { refusalWords } from '../parts/refusals.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Loading, Nothing } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'
import { CoveredModal } from './covered-modal.tsx'
import { EventDrawer } from './event-drawer.tsx'
import { NOBODY } from './nobody.ts'
import { TONE } from './tones.ts'

const EMPTY: Record<DutyTab, string> = {
  week: '本周没有要公开的。',
  open: '没有应公开而未公开的。目录中的事项写明了什么时候公开的，到时间列在这里。',
  covered: '还没有按目录公开的信息。起草时选择公开事项，签发后列在这里。',
  notApplicable: '没有注明不适用的。',
}

export default function DutiesPage() {
  const [search, setSearch] = useSearchParams()
  const { may } = useSession()
  const tab = DUTY_TABS.find((one) => one === search.get('tab')) ?? 'week'
  const whose = search.get('whose') === 'all' ? 'all' : 'mine'
  const { data: view, error, refetch } = useRead('duties.list', { tab, whose }, { keep: true })
  const [recording, setRecording] = useState(false)
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!view) return <Loading />
  const show = (next: { tab?: DutyTab; whose?: string }) => setSearch({ tab: next.tab ?? tab, whose: next.whose ?? whose })
  return (
    <Page
      title="应公开清单"
      lead={`按目录到时间、有事情发生或者文件成文后要公开的（${cite(DUTY_BY)}）。本周到 ${chineseDate(view.weekEnd)}。`}
      actions={may('documents.write') && <Button onClick={() => setRecording(true)}>登记发生的事</Button>}
    >
      <div className="filters">
        <Segmented<DutyTab>
          aria-label="清单"
          className="duty-tabs"
          value={tab}
          onChange={(to) => show({ tab: to })}
          options={DUTY_TABS.map((value) => ({ value, label: `${DUTY_TAB_WORDS[value]} ${view.counts[value]}` }))}
        />
        {(view.seesAll || whose === 'all') && (
          <Select
            aria-label="谁的"
            value={whose}
            onChange={(to: string) => show({ whose: to })}
            options={[
              { value: 'mine', label: '我的' },
              { value: 'all', label: '全单位' },
            ]}
          />
        )}
      </div>
      <YearLine view={view} />
      <RowTable<DutyRow>
        label={DUTY_TAB_WORDS[tab]}
        rows={view.rows}
        rowKey={({ key }) => key}
        pagination={view.rows.length > 50 && { pageSize: 50, showSizeChanger: false }}
        empty={<Nothing say={EMPTY[tab]} />}
        columns={[
          {
            title: '应公开什么',
            render: (_, row) => (
              <>
                <div className="phone-only">
                  <Standing row={row} />
                </div>
                <div className="clamp">{row.what}</div>
                <div className="quiet small">
                  {row.why}
                  {DOT}
                  {row.section ?? '没有指定科室'}
                </div>
                {!row.section && (
                  <p className="download-links small">
                    <Link to={`${pathTo('catalogue')}?section=${NOBODY}`}>去目录指定科室</Link>
                  </p>
                )}
                <Outcome row={row} />
                <div className="phone-only">
                  <Deeds row={row} />
                </div>
              </>
            ),
          },
          { title: '状态', width: 150, responsive: ['sm'], render: (_, row) => <Standing row={row} /> },
          { title: '办理', width: 240, responsive: ['sm'], render: (_, row) => <Deeds row={row} /> },
        ]}
      />
      {recording && <EventDrawer onClose={() => setRecording(false)} />}
    </Page>
  )
}

function YearLine({ view: { year } }: { view: DutiesView }) {
  if (year.due === 0) return null
  return (
    <p className="quiet small gap-below">
      一年来到期 {year.due} 件，已公开 {year.covered} 件，其中按时 {year.inTime} 件。
    </p>
  )
}

function Standing({ row: { state, due, coveredBy } }: { row: DutyRow }) {
  return (
    <>
      <span className={`mark ${TONE[state]}`}>{DUTY_STATE_WORDS[state]}</span>
      {coveredBy?.late && <span className="mark mark-late"> 超过期限</span>}
      <div className="small day">{due ? `期限 ${due}` : '期限待日历公布'}</div>
    </>
  )
}

function Outcome({ row: { coveredBy, missing, elements, note } }: { row: DutyRow }) {
  if (note)
    return (
      <div className="small">
        {note.by} {note.on}：{note.because}
      </div>
    )
  if (!coveredBy) return null
  return (
    <div className="small">
      {coveredBy.publishedOn} 公开《{coveredBy.title}》
      {missing !== null && elements > 0 && (
        <div className={missing.length > 0 ? '' : 'quiet'}>
          要素 {elements - missing.length}/{elements}
          {missing.length > 0 && `，正文里没有找到：${missing.join('、')}`}
        </div>
      )}
    </div>
  )
}

function Deeds({ row }: { row: DutyRow }) {
  const { message } = App.useApp()
  const go = useNavigate()
  const draft = useDeed('duties.draft')
  const note = useDeed('duties.note')
  const [asking, setAsking] = useState<'reason' | 'covered' | null>(null)
  if (row.draft)
    return <Link to={pathTo('edition', { id: row.draft.id })}>{row.draft.state === 'inReview' ? '审核中' : '接着起草'}</Link>
  if (!row.mayWrite || row.cause === 'document') return null
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      void message.error(error.refusals.map(refusalWords).join(''), 8)
    }
  }
  const begin = () =>
    attempt(async () => {
      const { id, fromYear } = await draft.mutateAsync({ id: newCommandId(), key: row.key })
      void message.info(fromYear === null ? '已按要素列出提纲' : `已打开 ${fromYear} 年的文稿，请逐处核对年份、日期和数字`, 6)
      await go(pathTo('edition', { id }))
    })
  const reopen = () =>
    attempt(async () => void (await note.mutateAsync({ commandId: newCommandId(), key: row.key, kind: 'open' })))
  const open = row.state === 'overdue' || row.state === 'due' || row.state === 'upcoming'
  return (
    <div className="row-deeds">
      {open && (
        <>
          <Button type="primary" size="small" loading={draft.isPending} onClick={() => void begin()}>
            起草
          </Button>
          {row.itemId && (
            <Button size="small" onClick={() => setAsking('covered')}>
              已公开
            </Button>
          )}
          <Button size="small" onClick={() => setAsking('reason')}>
            不适用
          </Button>
        </>
      )}
      {row.state === 'notApplicable' && row.cause !== 'matter' && (
        <Button size="small" loading={note.isPending} onClick={() => void reopen()}>
          恢复
        </Button>
      )}
      {asking === 'reason' && (
        <ReasonModal
          title={`不适用：${row.what}`}
          label="为什么这次不适用"
          okText="注明不适用"
          hint="写明原因，检查时要看；以后可以恢复。"
          onDone={(because) => note.mutateAsync({ commandId: newCommandId(), key: row.key, kind: 'notApplicable', because })}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'covered' && <CoveredModal row={row} onClose={() => setAsking(null)} />}
    </div>
  )
}
