import { Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../law/refusal.ts'
import { COUNT_WORDS, DECISION_COUNT_KINDS, type DecisionCountKind, type ReportView } from '../../record/reports/view.ts'
import { Refused } from '../api.ts'
import { placeRefusals, Refusals } from '../parts/refusals.tsx'
import { useDeed } from '../queries.ts'

/** 填报: the numbers of section 二 that nothing in the product stands behind, each with what it rests on. */
export function Counts({ view }: { view: ReportView }) {
  const [open, setOpen] = useState<DecisionCountKind | null>(null)
  if (view.format !== '2021' || view.source !== 'compiled') return null
  return (
    <>
      <h3 className="small-heading">人工填报的数字</h3>
      <ul className="counts">
        {DECISION_COUNT_KINDS.map((kind) => {
          const count = view.counts.find((one) => one.kind === kind)
          return (
            <li key={kind}>
              <span>{COUNT_WORDS[kind]}</span>
              <span className="counts-value">
                <b>{count?.value ?? '未填'}</b>
                {count?.basis && <span className="quiet small">依据：{count.basis}</span>}
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

function CountForm({ view, kind, onClose }: { view: ReportView; kind: DecisionCountKind; onClose: () => void }) {
  const [form] = Form.useForm<{ value: number | null; basis: string }>()
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const set = useDeed('reports.setCount')
  const count = view.counts.find((one) => one.kind === kind)
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
      <Form.Item name="value" label="数量" extra="没有的填 0；不确定的留空。">
        <InputNumber autoFocus min={0} {...(kind === 'feesWanYuan' ? {} : { precision: 0 })} />
      </Form.Item>
      <Form.Item name="basis" label="依据" extra="数据从哪里来，如“政务服务平台办件统计”。" className="grow">
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
