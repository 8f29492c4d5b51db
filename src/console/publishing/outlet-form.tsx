/** 设定渠道: its kind, its name, what it carries, and what the machine needs to reach it. */
import { App, Form, Input, Modal, Radio, Select, Switch } from 'antd'
import { useState } from 'react'
import { COLUMN_KEYS, COLUMNS, dutyColumns } from '../../law/publication/columns.ts'
import { OUTLET_KINDS, type OutletKind, OUTLET_RULES } from '../../law/publication/outlets.ts'
import type { Refusal } from '../../law/refusal.ts'
import { OUTLET_FIELDS, type OutletView } from '../../record/publication/outlet-view.ts'
import { newCommandId, Refused } from '../api.ts'
import { placeRefusals, Refusals } from '../parts/refusals.tsx'
import { useDeed } from '../queries.ts'
import { useSession } from '../session.tsx'

interface Values extends Record<string, unknown> {
  kind: OutletKind
  name: string
  columns: string[]
  active: boolean
}

export function OutletForm({ outlet, onClose }: { outlet: OutletView | null; onClose: () => void }) {
  const { message } = App.useApp()
  const { session } = useSession()
  const [form] = Form.useForm<Values>()
  const [id] = useState(() => outlet?.id ?? newCommandId())
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const set = useDeed('outlets.set')
  const kind = Form.useWatch('kind', form) ?? outlet?.kind ?? 'board'
  const fields = OUTLET_FIELDS[kind]
  const send = async ({ kind: chosen, name, columns, active, ...given }: Values) => {
    const text = (key: string) => String(given[key] ?? '').trim()
    const settings = Object.fromEntries(fields.filter(({ secret }) => !secret).map(({ key }) => [key, text(key)]))
    const secret = fields.some((field) => field.secret) ? text('secret') || null : null
    try {
      await set.mutateAsync({ id, kind: chosen, name, columns, active, settings, secret })
      void message.success('已设定')
      onClose()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setOthers(placeRefusals(form, error.refusals))
    }
  }
  const columns = COLUMN_KEYS.filter((key) => (session.agency.regime === 'art55') === key.startsWith('school-'))
  const duty: readonly string[] = dutyColumns(session.agency.regime)
  return (
    <Modal
      open
      title={outlet ? `设置：${outlet.name}` : '增加渠道'}
      okText="保存"
      cancelText="取消"
      confirmLoading={set.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Refusals refusals={others} />
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ kind: 'board', name: '', columns: [], active: true, ...outlet, ...outlet?.settings }}
        onFinish={(values) => void send(values)}
      >
        <Form.Item name="kind" label="种类" extra={OUTLET_RULES[kind].what}>
          <Radio.Group
            disabled={outlet !== null}
            options={OUTLET_KINDS.map((value) => ({ value, label: OUTLET_RULES[value].zh }))}
          />
        </Form.Item>
        <Form.Item name="name" label="名称" rules={[{ required: true, min: 2, message: '请填写渠道的名称' }]}>
          <Input maxLength={60} placeholder="如：云岭教育公众号" />
        </Form.Item>
        {fields.map(({ key, zh, hint, secret }) => (
          <Form.Item
            key={key}
            name={key}
            label={zh}
            extra={secret && outlet?.hasSecret ? `${hint}不填则沿用原来的。` : hint}
            rules={secret && outlet?.hasSecret ? [] : [{ required: true, message: `请填写${zh}` }]}
          >
            {secret ? <Input.Password maxLength={300} autoComplete="new-password" /> : <Input maxLength={300} />}
          </Form.Item>
        ))}
        <Form.Item name="columns" label="栏目" extra="不选则所有栏目的信息都在这里发布。">
          <Select
            mode="multiple"
            allowClear
            placeholder="全部栏目"
            showSearch={{ optionFilterProp: 'label' }}
            options={columns
              .toSorted((a, b) => Number(duty.includes(b)) - Number(duty.includes(a)))
              .map((value) => ({ value, label: COLUMNS[value].zh }))}
          />
        </Form.Item>
        <Form.Item name="active" label="使用" valuePropName="checked" extra="停用后不再发布新的；已经在那里的不受影响。">
          <Switch checkedChildren="使用" unCheckedChildren="停用" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
