import { Button, Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { type SendingStage, SENDING_STAGES, SENDING_WORDS } from '../../record/requests/sending.ts'
import type { TaskRow } from '../../record/requests/view.ts'
import { ExceptionsPanel } from '../desk/exceptions-panel.tsx'
import { DaysLeftMark } from '../parts/days-left-mark.tsx'
import { Page } from '../parts/page.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Nothing } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'

/** 待办: what waits for this person, nearest due day first, each with its reason. */
export default function TasksPage() {
  const { may } = useSession()
  const go = useNavigate()
  const [shown, setShown] = useState<SendingStage | null>(null)
  const { data, error, refetch, isPending } = useRead('tasks.list', {})
  const approves = may('requests.approveReply') && !may('requests.draftReply')
  const address = ({ caseId, disputeId, amendmentId, editionId, dutyKey, objectionId, publicityId, stock }: TaskRow) => {
    if (stock) return pathTo('stock')
    if (objectionId) return pathTo('objection', { id: objectionId })
    if (publicityId) return pathTo('publicity', { documentId: publicityId })
    if (editionId) return pathTo('edition', { id: editionId })
    if (dutyKey) return pathTo('duties')
    if (disputeId) return pathTo('dispute', { id: disputeId })
    if (amendmentId) return pathTo(approves ? 'amendmentApproval' : 'amendment', { id: amendmentId })
    return pathTo(approves ? 'approval' : 'case', { id: caseId ?? '' })
  }
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  const all = (data?.tasks ?? []).filter(({ notYet }) => !notYet)
  const at = (stage: SendingStage) => all.filter(({ sending }) => sending === stage)
  const stages = SENDING_STAGES.filter((stage) => stage === shown || at(stage).length > 0)
  const tasks = shown ? at(shown) : all
  const coming = (data?.tasks ?? []).filter(({ notYet }) => notYet)
  const late = all.filter(({ left }) => left.tone === 'late').length
  const soon = all.filter(({ left }) => left.tone === 'soon' && left.workingDays !== null).length
  return (
    <Page
      title="待办"
      lead={
        all.length > 0 && `共 ${all.length} 件${late ? `，已超期 ${late} 件` : ''}${soon ? `，三个工作日内到期 ${soon} 件` : ''}`
      }
      actions={
        may('requests.register') && (
          <Button type="primary" onClick={() => void go(pathTo('newRequest'))}>
            登记申请
          </Button>
        )
      }
    >
      <ExceptionsPanel />
      {stages.length > 0 && (
        <div className="filters">
          <Radio.Group
            aria-label="按寄送进度看"
            optionType="button"
            value={shown}
            onChange={({ target }) => setShown(target.value as SendingStage | null)}
            options={[
              { value: null, label: `全部 ${all.length}` },
              ...stages.map((stage) => ({ value: stage, label: `${SENDING_WORDS[stage]} ${at(stage).length}` })),
            ]}
          />
        </div>
      )}
      <TaskTable
        label="待办事项"
        tasks={tasks}
        loading={isPending}
        address={address}
        empty={
          <Nothing
            say={
              approves ? '没有等待审批的答复稿或者更正决定稿。' : '没有待办事项。收到申请、期限临近或答复稿退回时，会列在这里。'
            }
          />
        }
      />
      {coming.length > 0 && (
        <>
          <h2 className="small-heading">暂不需要您办（{coming.length} 件）</h2>
          <TaskTable label="暂不需要您办" tasks={coming} address={address} empty={null} />
        </>
      )}
    </Page>
  )
}

function TaskTable({
  label,
  tasks,
  address,
  empty,
  loading = false,
}: {
  label: string
  tasks: readonly TaskRow[]
  address: (task: TaskRow) => string
  empty: ReactNode
  loading?: boolean
}) {
  const go = useNavigate()
  return (
    <RowTable<TaskRow>
      label={label}
      rows={tasks}
      rowKey={(task) => `${idOf(task)}${task.what}`}
      loading={loading}
      onOpen={(task) => void go(address(task))}
      empty={empty}
      columns={[
        { title: '期限', width: 150, responsive: ['sm'], render: (_, task) => <DaysLeftMark left={task.left} /> },
        {
          title: '要办的事',
          render: (_, task) => (
            <>
              <span className="phone-only">
                <DaysLeftMark left={task.left} />
              </span>
              <Link to={address(task)}>{task.what}</Link>
              <div className="phone-only">{task.subject}</div>
              <div className="quiet small">{task.why}</div>
            </>
          ),
        },
        {
          title: '事项',
          responsive: ['sm'],
          render: (_, task) => (
            <>
              <div className="clamp">{task.subject}</div>
              <div className="quiet small">{task.number}</div>
            </>
          ),
        },
        { title: '届满日', width: 110, dataIndex: 'dueOn', className: 'day', responsive: ['md'], render: (day) => day ?? '—' },
      ]}
    />
  )
}

function idOf(task: TaskRow): string | null {
  const outside = (task.stock ? 'stock' : undefined) ?? task.objectionId ?? task.publicityId ?? task.editionId ?? task.dutyKey
  return outside ?? task.disputeId ?? task.amendmentId ?? task.caseId
}
