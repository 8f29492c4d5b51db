import { Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Refusal } from '../../law/refusal.ts'
import {
  COUNT_WORDS,
  DECISION_COUNT_KINDS,
  type DecisionCount,
  type DecisionCountKind,
  type ReportView,
} from '../../record/reports/view.ts'
import { Refused } from '../api.ts'
import { placeRefusals, Refusals } from '../parts/refusals.tsx'
import { useDeed } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'

/** 填报: the numbers of section 二 that no case stands behind, each with what it rests on. */
export function Counts({ view }: { view: ReportView }) {
  const { may } = useSession()
  const [open, setOpen] = useState<DecisionCountKind | null>(null)
  if (view.source !== 'compiled') return null
  return (
    <>
      <h3 className="small-heading">没有案件可数的数字</h3>
      <p className="quiet small gap-below">
        许可、处罚、强制和收费由科室在“处理决定”中登记得出；这里填写的代替登记的合计，须写明原因。
      </p>
      {may('decisions.view') && (
        <p className="download-links gap-below">
          <Link to={`${pathTo('decisions')}?year=${view.year}`}>{view.year} 年处理决定</Link>
        </p>
      )}
      <ul className="counts">
        {DECISION_COUNT_KINDS.map((kind) => {
          const count = view.counts.find((one) => one.kind === kind)
          return (
            <li key={kind}>
              <span>{COUNT_WORDS[kind]}</span>
              <span className="counts-value">
                <b>{count?.value ?? '未填'}</b>
                <span className="quiet small">{count && originOf(count)}</span>
              </span>
              {view.may.edit.allowed && open !== kind && (
                <Button size="small" onClick={() => setOpen(kind)} aria-label={`填写：${COUNT_WORDS[kind]}`}>
                  填写
                </Button>
              )}
              {open === kind && <CountForm view={view} kind={kind} onClose={() => setOpen(null)} />}
            </li>
          )
        })}
      </ul>
      {!view.may.edit.allowed && <p className="quiet small">{view.may.edit.refusal.say}</p>}
    </>
  )
}

/** Where a number comes from: the ledger, or a hand, with what the ledger says beside it. */
function originOf({ value, basis, entered }: DecisionCount): string {
  if (basis === '' && entered !== null && entered === value) return '由登记合计'
  const instead = entered === null ? '' : `登记合计为 ${entered}，人工改动；`
  return basis === '' ? instead : `${instead}${entered === null ? '依据' : '原因'}：${basis}`
}

function CountForm({ view, kind, onClose }: { view: ReportView; kind: DecisionCountKind; onClose: () => void }) {
  const [form] = Form.useForm<{ value: number | null; basis: string }>()
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const set = useDeed('reports.setCount')
  const count = view.counts.find((one) => one.kind === kind)
  const summed = count !== undefined && count.entered !== null
  const save = async ({ value, basis }: { value: number | null; basis: string }) => {
    try {
      await set.mutateAsync({ year: view.year, kind, value: value ?? null, basis: basis ?? '' })
      onClose()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setOthers(placeRefusals(form, error.refusals))
    }
  }
  return (
    <Form
      form={form}
      layout="vertical"
      className="count-form"
      initialValues={{ value: count?.value ?? null, basis: count?.basis ?? '' }}
      onFinish={(values) => void save(values)}
    >
      <Refusals refusals={others} />
      <Form.Item name="value" label="数量" extra={summed ? '清空并保存，恢复为登记的合计。' : '没有的填 0；不确定的留空。'}>
        <InputNumber autoFocus min={0} {...(kind === 'feesWanYuan' ? {} : { precision: 0 })} />
      </Form.Item>
      <Form.Item
        name="basis"
        label={summed ? '改动的原因' : '依据'}
        extra={summed ? '为什么不按登记的合计。' : '数据从哪里来，如“政务服务平台办件统计”。'}
        className="grow"
      >
        <Input maxLength={500} />
      </Form.Item>
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={set.isPending}>
          保存
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </Form>
  )
}
