import { Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Refusal } from '../../law/refusal.ts'
import { kindsOf } from '../../record/reports/decision-entries.ts'
import type { FigureSource, FigureView, ReportView } from '../../record/reports/view.ts'
import { Refused } from '../api.ts'
import { LiveForm } from '../parts/live-form.tsx'
import { placeRefusals, Refusals } from '../parts/refusals.tsx'
import { useDeed } from '../queries.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'

/** What counts a figure, and what a number set by hand stands in the place of. */
const COUNTED_BY: Record<FigureSource, { by: string; says: string; back: string }> = {
  ledger: { by: '由登记合计', says: '登记合计为', back: '清空并保存，恢复为登记的合计。' },
  library: { by: '由公开目录得出', says: '公开目录中为', back: '清空并保存，恢复为公开目录中的件数。' },
  lastYear: { by: '由上一年度报告得出', says: '按上一年度报告为', back: '清空并保存，恢复为按上一年度报告得出的数。' },
}

/** 填报: the figures of section 二, which no case stands behind, each with what it rests on. */
export function Counts({ view }: { view: ReportView }) {
  const { may } = useSession()
  const [open, setOpen] = useState<string | null>(null)
  if (view.source !== 'compiled') return null
  return (
    <>
      <h3 className="small-heading">表二的数字从哪里来</h3>
      <p className="quiet small gap-below">{leadOf(view)}</p>
      {may('decisions.view') && (
        <p className="download-links gap-below">
          <Link to={`${pathTo('decisions')}?year=${view.year}`}>{view.year} 年处理决定</Link>
        </p>
      )}
      <ul className="counts">
        {view.counts.map((figure) => (
          <li key={figure.kind}>
            <span>{figure.words}</span>
            <span className="counts-value">
              <b>{figure.value === null ? '未填' : valueWords(figure, figure.value)}</b>
              <span className="quiet small">{originOf(figure)}</span>
            </span>
            {view.may.edit.allowed && open !== figure.kind && (
              <Button size="small" onClick={() => setOpen(figure.kind)} aria-label={`填写：${figure.words}`}>
                填写
              </Button>
            )}
            {open === figure.kind && <CountForm year={view.year} figure={figure} onClose={() => setOpen(null)} />}
          </li>
        ))}
      </ul>
      {!view.may.edit.allowed && <p className="quiet small">{view.may.edit.refusal.say}</p>}
    </>
  )
}

/** What the year's own form leaves to the ledger, the library and people. */
function leadOf({ year, counts }: ReportView): string {
  const asked = counts.some(({ source }) => source === null)
  const ledger = kindsOf(year).length > 0 ? '处理决定和收费由科室在“处理决定”中登记得出，规范性文件由公开目录得出；' : ''
  return `${ledger}这里填写的代替得出的数，须写明原因。${asked ? '登记簿和目录里没有的，在这里填写，写明依据。' : ''}`
}

function valueWords({ is }: FigureView, value: number): string {
  return is === 'change' && value > 0 ? `+${value}` : String(value)
}

/** Where a number comes from: what is on record, or a hand, with what the record says beside it. */
function originOf({ value, basis, counted, source }: FigureView): string {
  const known = counted === null || source === null ? null : COUNTED_BY[source]
  if (basis === '' && known && counted === value) return known.by
  const instead = known ? `${known.says} ${counted}，人工改动；` : ''
  return basis === '' ? instead : `${instead}${known ? '原因' : '依据'}：${basis}`
}

/** What the number may be, as the form has it. */
function FigureInput({
  is,
  ...field
}: {
  is: FigureView['is']
  value?: number | null
  onChange?: (value: number | null) => void
}) {
  return (
    <InputNumber<number>
      autoFocus
      {...field}
      {...(is === 'change' ? {} : { min: 0 })}
      {...(is === 'amount' ? {} : { precision: 0 })}
    />
  )
}

const EXTRA: Record<FigureView['is'], string> = {
  count: '没有的填 0；不确定的留空。',
  change: '减少的填负数；没有增减的填 0。',
  amount: '以万元为单位；没有的填 0。',
}

function CountForm({ year, figure, onClose }: { year: number; figure: FigureView; onClose: () => void }) {
  const [form] = Form.useForm<{ value: number | null; basis: string }>()
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const [meanwhile, setMeanwhile] = useState<Refusal[]>([])
  // As it stood when the form was opened: what others set since is not written over.
  const [was, setWas] = useState(figure.byHand)
  const set = useDeed('reports.setCount')
  const counted = figure.counted !== null && figure.source ? COUNTED_BY[figure.source] : null
  const save = async ({ value, basis }: { value: number | null; basis: string }) => {
    try {
      await set.mutateAsync({ year, kind: figure.kind, value: value ?? null, basis: basis ?? '', was })
      onClose()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const isMeanwhile = ({ code }: Refusal) => code === 'changed-meanwhile'
      setMeanwhile(error.refusals.filter(isMeanwhile))
      setOthers(
        placeRefusals(
          form,
          error.refusals.filter((one) => !isMeanwhile(one)),
        ),
      )
    }
  }
  return (
    <LiveForm
      form={form}
      layout="vertical"
      className="count-form"
      initialValues={{ value: figure.value, basis: figure.basis }}
      onFinish={(values) => void save(values)}
    >
      <Refusals refusals={others} />
      {meanwhile.length > 0 && (
        <ChangedMeanwhile
          refusals={meanwhile}
          stands={[`${figure.value === null ? '未填' : valueWords(figure, figure.value)}　${originOf(figure)}`]}
          onTake={() => {
            setWas(figure.byHand)
            form.setFieldsValue({ value: figure.value, basis: figure.basis })
          }}
          onKeep={() => setWas(figure.byHand)}
        />
      )}
      <Form.Item name="value" label="数量" extra={counted ? counted.back : EXTRA[figure.is]}>
        <FigureInput is={figure.is} />
      </Form.Item>
      <Form.Item
        name="basis"
        label={counted ? '改动的原因' : '依据'}
        extra={counted ? `${counted.says} ${figure.counted}，为什么不是这个数。` : '数据从哪里来，如“政务服务平台办件统计”。'}
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
    </LiveForm>
  )
}
