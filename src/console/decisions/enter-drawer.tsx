/** 登记处理决定 of one matter in a period. */
import { App, AutoComplete, Button, Drawer, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import type { LocalDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import { DECISION_KIND_WORDS, type DecisionKind, kindsOf, type DecisionsView } from '../../record/reports/decision-entries.ts'
import { newCommandId, Refused } from '../api.ts'
import { DayField } from '../parts/day-field.tsx'
import { LiveForm } from '../parts/live-form.tsx'
import { placeRefusals, Refusals } from '../parts/refusals.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { useDeed } from '../queries.ts'

interface Fields {
  kind: DecisionKind
  matter: string
  /** An empty text stands for the agency as a whole: a Select has no null among its options. */
  sectionId: string
  from: LocalDate
  to: LocalDate
  made?: number | null
  refused?: number | null
  yuan?: number | null
  basis: string
}

export function EnterDrawer({ view, onClose }: { view: DecisionsView; onClose: () => void }) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const kind = Form.useWatch('kind', form) ?? 'permits'
  const [commandId] = useState(newCommandId)
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const enter = useDeed('decisions.enter')
  const submit = async ({ sectionId, yuan, made, refused, ...rest }: Fields) => {
    const fee = rest.kind === 'feesWanYuan'
    const entry = {
      ...rest,
      sectionId: sectionId || null,
      made: fee ? 0 : (made ?? 0),
      refused: rest.kind === 'permits' ? (refused ?? 0) : 0,
      fen: fee ? Math.round((yuan ?? 0) * 100) : 0,
    }
    try {
      await enter.mutateAsync({ commandId, entries: [entry] })
      void message.success('已登记')
      onClose()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setOthers(placeRefusals(form, error.refusals.map(ofThisEntry)))
    }
  }
  return (
    <Drawer
      open
      title="登记处理决定"
      size={480}
      onClose={onClose}
      footer={
        <div className="drawer-foot">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={enter.isPending} onClick={() => form.submit()}>
            登记
          </Button>
        </div>
      }
    >
      <LiveForm<Fields>
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={{ kind: 'permits', sectionId: view.sections[0]?.id ?? '', basis: '' }}
        onFinish={(fields) => void submit(fields)}
      >
        <Refusals refusals={others} />
        <Form.Item name="kind" label="种类">
          <Radio.Group
            className="stacked-checks"
            options={kindsOf(view.year).map((value) => ({ value, label: DECISION_KIND_WORDS[value] }))}
          />
        </Form.Item>
        <Form.Item
          name="matter"
          label="事项"
          extra={kind === 'permits' ? '教师资格认定、民办学校设立都是行政许可。' : ''}
          rules={[{ required: true, min: 2, message: '请写明事项' }]}
        >
          <AutoComplete
            maxLength={100}
            options={mattersOf(view, kind).map((value) => ({ value }))}
            showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
          />
        </Form.Item>
        <Form.Item name="sectionId" label="作出决定的科室">
          <Select options={view.sections.map(({ id, name }) => ({ value: id ?? '', label: name }))} />
        </Form.Item>
        <div className="field-row">
          <Form.Item name="from" label="从" rules={[{ required: true, message: '请填写起日' }]}>
            <DayField max={view.today} />
          </Form.Item>
          <Form.Item name="to" label="到" rules={[{ required: true, message: '请填写止日' }]}>
            <DayField max={view.today} />
          </Form.Item>
        </div>
        <Quantity kind={kind} />
        <Form.Item
          name="basis"
          label="依据"
          extra="数字从哪里来，如：政务服务平台办件统计、文号第1号至第30号。登记后可以上传凭据。"
          rules={[{ required: true, min: 2, message: '请写明数字从哪里来' }]}
        >
          <Input maxLength={300} />
        </Form.Item>
      </LiveForm>
    </Drawer>
  )
}

function Quantity({ kind }: { kind: DecisionKind }) {
  if (kind === 'feesWanYuan')
    return (
      <Form.Item name="yuan" label="收取的金额（元）" rules={[{ required: true, message: '请填写金额' }]}>
        <InputNumber min={0} precision={2} />
      </Form.Item>
    )
  return (
    <div className="field-row">
      <Form.Item
        name="made"
        label={kind === 'permits' ? '准予（件）' : '数量（件）'}
        rules={[{ required: true, message: '请填写件数，没有的填 0' }]}
      >
        <InputNumber min={0} precision={0} />
      </Form.Item>
      {kind === 'permits' && (
        <Form.Item name="refused" label="不予许可（件）" initialValue={0}>
          <InputNumber min={0} precision={0} />
        </Form.Item>
      )}
    </div>
  )
}

/** Matters entered before, so that the same one is called the same. */
function mattersOf(view: DecisionsView, kind: DecisionKind): string[] {
  return [...new Set(view.entries.filter((one) => one.kind === kind).map(({ matter }) => matter))]
}

/** The server names the place among several; here there is one. */
function ofThisEntry(refusal: Refusal): Refusal {
  return refusal.field ? { ...refusal, field: refusal.field.replace(/^entries\.0\./, '').replace(/^fen$/, 'yuan') } : refusal
}
