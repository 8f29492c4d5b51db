/** 登记三重一大 of one matter. */
import { App, Button, Drawer, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import type { LocalDate } from '../../law/date.ts'
import {
  MATTER_KIND_WORDS,
  MATTER_KINDS,
  MATTER_OPENNESS,
  MATTER_OPENNESS_WORDS,
  MATTER_REGIME_WORDS,
  MATTER_REGIMES,
  type MatterKind,
  type MatterOpenness,
  type MatterRegime,
} from '../../law/publication/major-matters.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { MattersView } from '../../record/publication/major-matters.ts'
import { newCommandId, Refused } from '../api.ts'
import { DayField } from '../parts/day-field.tsx'
import { LiveForm } from '../parts/live-form.tsx'
import { placeRefusals, Refusals } from '../parts/refusals.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { useDeed } from '../queries.ts'
import { useSession } from '../session.tsx'

interface Fields {
  kind: MatterKind
  title: string
  decidedOn: LocalDate
  decidedBy: string
  regime: MatterRegime
  openness: MatterOpenness
  reason?: string
  itemId?: string | null
  /** An empty text stands for no section: a Select has no null among its options. */
  sectionId: string
}

export function MatterDrawer({ view, onClose }: { view: MattersView; onClose: () => void }) {
  const { message } = App.useApp()
  const { session } = useSession()
  const [form] = Form.useForm<Fields>()
  const [id] = useState(newCommandId)
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const openness = Form.useWatch('openness', form) ?? 'public'
  const enter = useDeed('matters.enter')
  const submit = async ({ sectionId, itemId, reason, ...rest }: Fields) => {
    setOthers([])
    try {
      await enter.mutateAsync({ ...rest, id, reason: reason ?? '', itemId: itemId ?? null, sectionId: sectionId || null })
      void message.success('已登记')
      onClose()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setOthers(placeRefusals(form, error.refusals))
    }
  }
  return (
    <Drawer
      open
      title="登记三重一大事项"
      size={520}
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
        initialValues={{ kind: 'decision', regime: 'government', openness: 'public', sectionId: '' }}
        onFinish={(fields) => void submit(fields)}
      >
        <Refusals refusals={others} />
        <Form.Item name="kind" label="类别">
          <Radio.Group
            className="stacked-checks"
            options={MATTER_KINDS.map((value) => ({ value, label: MATTER_KIND_WORDS[value] }))}
          />
        </Form.Item>
        <Form.Item name="title" label="决定了什么" rules={[{ required: true, min: 4, message: '请写明决定了什么' }]}>
          <Input maxLength={150} placeholder="如：第三中学教学楼加固工程立项" />
        </Form.Item>
        <div className="field-row">
          <Form.Item name="decidedOn" label="决定日期" rules={[{ required: true, message: '请填写日期' }]}>
            <DayField max={session.today} />
          </Form.Item>
          <Form.Item
            name="decidedBy"
            label="哪次会议"
            className="grow"
            rules={[{ required: true, min: 2, message: '请写明哪次会议' }]}
          >
            <Input maxLength={100} placeholder="如：局长办公会2026年第5次" />
          </Form.Item>
        </div>
        <Form.Item name="regime" label="性质" extra="党务事项不是政府信息，按党务公开的规定公开。">
          <Radio.Group options={MATTER_REGIMES.map((value) => ({ value, label: MATTER_REGIME_WORDS[value] }))} />
        </Form.Item>
        <Form.Item name="openness" label="公开">
          <Radio.Group options={MATTER_OPENNESS.map((value) => ({ value, label: MATTER_OPENNESS_WORDS[value] }))} />
        </Form.Item>
        {openness === 'internal' && (
          <Form.Item
            name="reason"
            label="为什么不向社会公开"
            rules={[{ required: true, min: 4, message: '请写明为什么不向社会公开' }]}
          >
            <TextArea rows={2} maxLength={300} />
          </Form.Item>
        )}
        <Form.Item name="itemId" label="公开事项" extra="目录中的哪一项；期限、要素和责任科室按它的。">
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="不属于目录中事项的留空"
            options={view.items.map(({ id: value, name }) => ({ value, label: name }))}
          />
        </Form.Item>
        <Form.Item name="sectionId" label="责任科室">
          <Select
            options={[{ value: '', label: '没有指定' }, ...view.sections.map((one) => ({ value: one.id, label: one.name }))]}
          />
        </Form.Item>
      </LiveForm>
    </Drawer>
  )
}
