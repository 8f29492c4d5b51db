import { App, Button, Drawer, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Input as EndpointInput } from '../../edge/console/contract.ts'
import { BASIS_KIND_WORDS, BASIS_KINDS } from '../../law/basis/library.ts'
import type { Refusal } from '../../law/refusal.ts'
import { usesOf } from '../../record/basis/uses.ts'
import type { BasisRow } from '../../record/basis/view.ts'
import { Refused } from '../api.ts'
import { DayField } from '../parts/day-field.tsx'
import { LiveForm } from '../parts/live-form.tsx'
import { placeRefusals, Refusals } from '../parts/refusals.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { useDeed } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'
import { Uses } from './basis-text-page.tsx'

type Adding = EndpointInput<'basis.add'>

/** 新增文本: the agency's own document, or a text that takes another's place; before it is saved one sees what it touches. */
export function AddBasis({ texts, onClose }: { texts: readonly BasisRow[]; onClose: () => void }) {
  const [form] = Form.useForm<Adding>()
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const { message } = App.useApp()
  const { rules } = useSession()
  const go = useNavigate()
  const add = useDeed('basis.add')
  const replaces = Form.useWatch('replaces', form)
  const save = async (values: Adding) => {
    try {
      const view = await add.mutateAsync(values)
      void message.success('已加入依据库')
      onClose()
      await go(pathTo('basisText', { key: view.key }))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setOthers(placeRefusals(form, error.refusals))
    }
  }
  return (
    <Drawer
      open
      title="新增文本"
      size={520}
      onClose={onClose}
      footer={
        <div className="drawer-foot">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={add.isPending} onClick={() => form.submit()}>
            保存
          </Button>
        </div>
      }
    >
      <LiveForm<Adding>
        form={form}
        layout="vertical"
        initialValues={{ kind: 'document' }}
        onFinish={(values) => void save(values)}
      >
        <Refusals refusals={others} />
        <Form.Item name="title" label="题名" extra="不用加书名号。" rules={[{ required: true, message: '请填写题名' }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="number" label="文号">
          <Input maxLength={100} placeholder="如 云教发〔2026〕12号" />
        </Form.Item>
        <Form.Item name="kind" label="类别">
          <Select options={BASIS_KINDS.map((kind) => ({ value: kind, label: BASIS_KIND_WORDS[kind] }))} />
        </Form.Item>
        <Form.Item name="from" label="施行之日" rules={[{ required: true, message: '请填写施行之日' }]}>
          <DayField />
        </Form.Item>
        <Form.Item name="to" label="有效期止" extra="文件载明有效期的填写；长期有效的不填。">
          <DayField />
        </Form.Item>
        <Form.Item name="replaces" label="替代的文本" extra="被替代的文本自新文本施行前一日起失效。">
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={texts
              .filter(({ inForce }) => inForce)
              .map(({ key, title, number }) => ({ value: key, label: `${title}（${number}）` }))}
          />
        </Form.Item>
        {replaces && <Uses uses={usesOf(replaces, rules.today)} />}
        <Form.Item name="body" label="条文" extra="从“第一条”起粘贴，系统据此核对条、款、项；可以不填。">
          <TextArea rows={6} maxLength={200_000} />
        </Form.Item>
        <Form.Item name="source" label="日期依据" rules={[{ required: true, message: '请写明施行日从哪里得知' }]}>
          <Input maxLength={300} placeholder="如 文件末条，或公布该文件的公报" />
        </Form.Item>
      </LiveForm>
    </Drawer>
  )
}
