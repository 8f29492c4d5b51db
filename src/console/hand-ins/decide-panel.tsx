import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { chineseDate } from '../../law/date.ts'
import type { Remark } from '../../record/reports/hand-in.ts'
import type { UnitView } from '../../record/reports/notice.ts'
import { Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { useDeed } from '../queries.ts'
import { Remarks } from '../reports/remarks.tsx'

/** 审核: accept, or send back with remarks; a unit that need not report is excused with the reason. */
export function Decide({
  view,
  remarking,
  remarks,
  onDrop,
  onWhole,
  onDone,
}: {
  view: UnitView
  remarking: boolean
  remarks: readonly Remark[]
  onDrop: (remark: Remark) => void
  onWhole: () => void
  onDone: () => void
}) {
  const { message, modal } = App.useApp()
  const accept = useDeed('handIns.accept')
  const sendBack = useDeed('handIns.return')
  const excuse = useDeed('handIns.excuse')
  const [because, setBecause] = useState('')
  const on = { id: view.notice.id, unitId: view.unit.id }
  const seq = view.shown?.seq ?? 0
  const refusals = [accept, sendBack, excuse].flatMap(({ error }) => error?.refusals ?? [])
  const returnIt = () =>
    sendBack.mutate(
      { ...on, seq, remarks: [...remarks] },
      {
        onSuccess: () => {
          onDone()
          void message.success('已退回，批注已送单位')
        },
      },
    )
  return (
    <Panel title="审核">
      <Refusals refusals={refusals} />
      {remarking && (
        <div className="field-stack gap-below">
          <p className="quiet">
            {view.may.decide.allowed
              ? '点表中数字或者“写批注”，说明要改什么；没有问题的，审核通过后计入汇总。'
              : '发现问题的，写明批注后退回；退回后不再计入汇总。'}
          </p>
          <Remarks remarks={remarks} report={view.shown} onDrop={onDrop} />
          {view.may.decide.allowed && (
            <Button
              type="primary"
              block
              disabled={remarks.length > 0}
              loading={accept.isPending}
              onClick={() => accept.mutate({ ...on, seq }, { onSuccess: () => void message.success('已通过，计入汇总') })}
            >
              审核通过
            </Button>
          )}
          <Button block onClick={onWhole}>
            对整份报告写批注
          </Button>
          <Button block danger disabled={remarks.length === 0} loading={sendBack.isPending} onClick={returnIt}>
            退回修改{remarks.length > 0 && `（批注 ${remarks.length} 处）`}
          </Button>
        </div>
      )}
      {!view.may.decide.allowed && view.shown && <p className="quiet">{standingWords(view)}</p>}
      {view.may.excuse.allowed && (
        <details className="left-out">
          <summary>不需报送</summary>
          <div className="field-stack">
            <Input
              aria-label="不需报送的原因"
              placeholder="如：机构撤并、年内新设立"
              maxLength={300}
              value={because}
              onChange={({ target }) => setBecause(target.value)}
            />
            <Button
              size="small"
              disabled={because.trim().length < 2}
              loading={excuse.isPending}
              onClick={() =>
                modal.confirm({
                  title: `${view.unit.name}不需报送`,
                  content: '该单位不计入汇总，汇总时列明原因。',
                  okText: '确定',
                  cancelText: '取消',
                  onOk: () => excuse.mutateAsync({ ...on, because }),
                })
              }
            >
              设为不需报送
            </Button>
          </div>
        </details>
      )}
    </Panel>
  )
}

function standingWords({ unit, shown, submissions }: UnitView): string {
  if (shown && shown.seq !== submissions.at(-1)?.seq) return '这是较早的一次报送，仅供查阅。'
  if (unit.state === 'accepted' && unit.acceptedOn) return `${chineseDate(unit.acceptedOn)}审核通过，已计入汇总。`
  if (unit.state === 'returned') return '已退回，等待单位改正后再次报送。'
  return '等待审核。'
}
