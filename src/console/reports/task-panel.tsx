import { App, Button } from 'antd'
import { useState } from 'react'
import { cite, reg } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import { HAND_IN_STATE_WORDS, HAND_IN_WAY_WORDS } from '../../record/reports/hand-in.ts'
import type { ReportTask } from '../../record/reports/notice.ts'
import { AttachmentLinks } from '../hand-ins/notice-attachments.tsx'
import { Mark } from '../parts/days-left-mark.tsx'
import { Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { useDeed, useRead } from '../queries.ts'
import { useSession } from '../session.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { Remarks } from './remarks.tsx'

/** 报送任务 of a year, or all that are still to be done: what was asked for, how far it is, what was said of a report that came back. */
export function TaskPanel({ year }: { year?: number }) {
  const { data } = useRead('reports.tasks', {})
  const tasks = (data?.rows ?? []).filter((task) => (year === undefined ? isOpen(task) : task.year === year))
  return tasks.map((task) => <Task key={task.noticeId} task={task} />)
}

/** Still to be done by this unit. */
function isOpen({ state }: ReportTask): boolean {
  return state === 'asked' || state === 'seen' || state === 'returned'
}

function Task({ task }: { task: ReportTask }) {
  const { rules } = useSession()
  const [reply, setReply] = useState('')
  const { message, modal } = App.useApp()
  const see = useDeed('reports.seeTask')
  const handIn = useDeed('reports.handIn')
  const { data: report } = useRead('reports.get', { year: task.year }, { enabled: task.remarks.length > 0 })
  const send = () =>
    modal.confirm({
      title: '报送年度报告',
      content: `把主要负责人批准的 ${task.year} 年报告报送${task.issuer}。报送的一份原样保留；退回之前不能再报。`,
      okText: '报送',
      cancelText: '取消',
      onOk: () =>
        handIn.mutateAsync({ id: task.noticeId, digest: task.digest, reply }).then(() => void message.success('已报送')),
    })
  const waits = isOpen(task)
  const obstacle = task.may.handIn.allowed ? null : task.may.handIn.refusal
  return (
    <Panel title={`${task.year} 年报告的报送`}>
      <Refusals refusals={[...(see.error?.refusals ?? []), ...(handIn.error?.refusals ?? [])]} />
      <p>
        {task.issuer}《{task.title}》（{task.number}）
      </p>
      {task.text && <p className="quiet">{task.text}</p>}
      <AttachmentLinks noticeId={task.noticeId} attachments={task.attachments} />
      <p>
        <Mark tone={stateTone(task, rules.today)}>{HAND_IN_STATE_WORDS[task.state]}</Mark> 报送期限 {chineseDate(task.fileBy)}
        {task.late && <Mark tone="late">迟报</Mark>}
      </p>
      {waits && task.remindedOn && <p className="quiet">{chineseDate(task.remindedOn)}催报。</p>}
      {task.publishedOther && (
        <p>
          <Mark tone="late">公布的与审核通过的不同</Mark> 请把公布的一份报送，或者更正公布的报告。
        </p>
      )}
      {task.acceptedFirst && <p className="quiet">通知要求审核通过后再公布；法定公布期限不变（{cite(reg('49'))}）。</p>}
      {task.remarks.length > 0 && (
        <>
          <h3 className="small-heading">退回时的批注</h3>
          <Remarks remarks={task.remarks} report={report ?? null} />
        </>
      )}
      {task.may.see.allowed && (
        <Button className="task-deed" loading={see.isPending} onClick={() => see.mutate({ id: task.noticeId })}>
          签收通知
        </Button>
      )}
      {task.may.handIn.allowed && task.remarks.length > 0 && (
        <TextArea
          className="gap-below"
          aria-label="核对情况"
          rows={2}
          maxLength={500}
          placeholder={task.unchanged ? '报告没有改动：请逐条写明核对情况' : '对批注的说明，可以不填'}
          value={reply}
          onChange={({ target }) => setReply(target.value)}
        />
      )}
      {task.may.handIn.allowed && (
        <Button type="primary" className="task-deed" loading={handIn.isPending} onClick={send}>
          {task.submissions.length > 0 ? '再次报送' : '报送'}
        </Button>
      )}
      {obstacle && waits && obstacle.code !== 'not-permitted' && (
        <p className="note">
          {obstacle.say}
          {obstacle.then}
        </p>
      )}
      {task.submissions.length > 0 && (
        <ul className="plain-list quiet small">
          {task.submissions.map(({ seq, handedInOn, via }) => (
            <li key={seq}>
              第 {seq} 次报送：{handedInOn}，{HAND_IN_WAY_WORDS[via]}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function stateTone(task: ReportTask, today: string) {
  if (task.state === 'accepted') return 'done'
  if (task.state === 'excused') return 'paused'
  if (task.state === 'handedIn') return 'calm'
  return task.state === 'returned' ? 'late' : task.fileBy < today ? 'late' : 'soon'
}
