/** 公开渠道: what waits there for somebody, and which channels the agency has. */
import { App, Button, Space } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { cite } from '../../law/cite.ts'
import { columnWords } from '../../law/publication/columns.ts'
import { OUTLET_RULES } from '../../law/publication/outlets.ts'
import { faultWords, type OutletToDo, type OutletView } from '../../record/publication/outlet-view.ts'
import { call } from '../api.ts'
import { Mark } from '../parts/days-left-mark.tsx'
import { DOT } from '../parts/dot.ts'
import { Page } from '../parts/page.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Loading, Nothing } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { OutletMark } from './at-outlets.tsx'
import { HandForm } from './hand-form.tsx'
import { OutletForm } from './outlet-form.tsx'

export default function OutletsPage() {
  const { data: view, error, refetch } = useRead('outlets.list', {})
  const [setting, setSetting] = useState<OutletView | 'new' | null>(null)
  const [recording, setRecording] = useState<OutletToDo | null>(null)
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!view) return <Loading />
  const { manage, confirm } = view.may
  return (
    <Page
      title="公开渠道"
      lead="签发后，信息即时出现在公开专栏、订阅源和大厅屏幕；其他渠道在这里设定，发布和撤下都留凭据。"
      actions={
        manage && (
          <Button type="primary" onClick={() => setSetting('new')}>
            增加渠道
          </Button>
        )
      }
    >
      <h2 className="small-heading">待办理</h2>
      <RowTable<OutletToDo>
        label="待办理"
        rows={view.todo}
        rowKey={({ outletId, documentId }) => `${outletId}${documentId}`}
        pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
        empty={<Nothing say="没有待办理的。需要人工张贴、送交的，和机器没有发布成功的，会列在这里。" />}
        columns={[
          {
            title: '信息',
            render: (_, row) => (
              <>
                {row.editionId ? <Link to={pathTo('edition', { id: row.editionId })}>{row.title}</Link> : row.title}
                <div className="quiet small">
                  {row.outlet}
                  {DOT}
                  {columnWords(row.column)}
                  {DOT}
                  {row.since}
                </div>
                {row.fault && <div className="small">{faultWords(row.fault)}</div>}
                <div className="phone-only">
                  <ToDoDeeds row={row} confirm={confirm} onRecord={setRecording} />
                </div>
              </>
            ),
          },
          { title: '状态', width: 140, responsive: ['sm'], render: (_, row) => <OutletMark {...row} /> },
          {
            title: '办理',
            width: 240,
            responsive: ['sm'],
            render: (_, row) => <ToDoDeeds row={row} confirm={confirm} onRecord={setRecording} />,
          },
        ]}
      />
      <h2 className="small-heading">渠道</h2>
      <RowTable<OutletView>
        label="渠道"
        rows={view.outlets}
        rowKey={({ id }) => id}
        empty={
          <Nothing say="还没有设定其他渠道。微信公众号、政府网站静态栏目、公告栏、查阅场所、新闻媒体都可以加；加之后签发的信息开始在那里发布。" />
        }
        columns={[
          {
            title: '名称',
            render: (_, row) => (
              <>
                <b>{row.name}</b> {!row.active && <Mark tone="paused">停用</Mark>}
                <div className="quiet small">
                  {OUTLET_RULES[row.kind].zh}
                  {DOT}
                  {row.columns.length === 0 ? '全部栏目' : `${row.columns.length} 个栏目`}
                  {DOT}
                  {cite(OUTLET_RULES[row.kind].by)}
                </div>
                <div className="phone-only small">
                  {standingWords(row)}
                  {manage && (
                    <Button size="small" type="link" className="inline-link" onClick={() => setSetting(row)}>
                      设置
                    </Button>
                  )}
                </div>
              </>
            ),
          },
          { title: '情况', width: 260, responsive: ['sm'], render: (_, row) => standingWords(row) },
          ...(manage
            ? [
                {
                  title: '设置',
                  width: 90,
                  responsive: ['sm' as const],
                  render: (_: unknown, row: OutletView) => (
                    <Button size="small" onClick={() => setSetting(row)}>
                      设置
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {setting && <OutletForm outlet={setting === 'new' ? null : setting} onClose={() => setSetting(null)} />}
      {recording && <HandForm row={recording} onClose={() => setRecording(null)} />}
    </Page>
  )
}

function standingWords({ standing, waiting, failed }: OutletView): string {
  const parts = [`在渠道上 ${standing} 件`, waiting > 0 && `发布中 ${waiting} 件`, failed > 0 && `待办理 ${failed} 件`]
  return parts.filter(Boolean).join('，')
}

function ToDoDeeds({ row, confirm, onRecord }: { row: OutletToDo; confirm: boolean; onRecord: (row: OutletToDo) => void }) {
  const { message } = App.useApp()
  const retry = useDeed('outlets.retry')
  const byMachine = OUTLET_RULES[row.kind].done === 'machine'
  const again = async () => {
    await retry.mutateAsync({ outletId: row.outletId, documentId: row.documentId })
    void message.success('正在重新办理')
  }
  if (!confirm) return null
  return (
    <Space size={8} wrap>
      <Button size="small" onClick={() => onRecord(row)}>
        登记{row.state === 'leaveByHand' || row.state === 'leaveFailed' ? '撤下' : '发布'}
      </Button>
      {byMachine && (row.state === 'failed' || row.state === 'leaveFailed') && (
        <Button size="small" loading={retry.isPending} onClick={() => void again()}>
          重试
        </Button>
      )}
      {row.kind === 'wechat' && (row.state === 'byHand' || row.state === 'failed') && <CopyArticle row={row} />}
    </Space>
  )
}

/** 复制图文: laid out as the editor of the account takes it. */
function CopyArticle({ row }: { row: OutletToDo }) {
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const copy = async () => {
    setBusy(true)
    try {
      const { content } = await call('outlets.copy', { id: row.documentId })
      const item = new ClipboardItem({ 'text/html': new Blob([content], { type: 'text/html' }) })
      await navigator.clipboard.write([item])
      void message.success('已复制，请粘贴到公众号后台的图文编辑器')
    } catch {
      void message.error('浏览器没有允许复制，请在信息页面选取正文后复制')
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button size="small" loading={busy} onClick={() => void copy()}>
      复制图文
    </Button>
  )
}
