import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { ID_PAPER_RULES, ID_PAPERS } from '../../../law/requests/identity.ts'
import type { Refusal } from '../../../law/refusal.ts'
import type { Input as EndpointInput } from '../../../edge/console/contract.ts'
import { Refused } from '../../api.ts'
import { LiveForm } from '../../parts/live-form.tsx'
import { placeRefusals, Refusals } from '../../parts/refusals.tsx'
import { useDeed } from '../../queries.ts'

interface Values {
  requester: EndpointInput<'requests.complete'>['completion']
}

const TEXTS = [
  ['name', '姓名或单位名称'],
  ['contactName', '联系人'],
  ['phone', '联系电话'],
  ['email', '电子邮箱'],
  ['address', '通信地址'],
  ['postcode', '邮政编码'],
] as const

/** 补登: what the requester supplied later. Fields left empty stay as they are. */
export function Completing({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const [form] = Form.useForm<Values>()
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const complete = useDeed('requests.complete')
  const send = async ({ requester }: Values) => {
    try {
      await complete.mutateAsync({ id: caseId, completion: requester })
      onClose()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(placeRefusals(form, error.refusals))
    }
  }
  return (
    <Modal
      open
      title="补登申请人信息"
      okText="补登"
      cancelText="取消"
      confirmLoading={complete.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet gap-below">只填补来的内容；已经登记清楚的不能改写。收到补正的，另外登记“收到补正”。</p>
      <Refusals refusals={refusals} />
      <LiveForm form={form} layout="vertical" onFinish={(values) => void send(values)}>
        <div className="field-row">
          <Form.Item name={['requester', 'idPaper']} label="身份证明">
            <Select
              className="id-paper"
              allowClear
              options={ID_PAPERS.map((value) => ({ value, label: ID_PAPER_RULES[value].zh }))}
            />
          </Form.Item>
          <Form.Item name={['requester', 'idNumber']} label="证件号码" className="grow">
            <Input autoComplete="off" maxLength={40} />
          </Form.Item>
        </div>
        {TEXTS.map(([name, label]) => (
          <Form.Item key={name} name={['requester', name]} label={label}>
            <Input autoComplete="off" />
          </Form.Item>
        ))}
      </LiveForm>
    </Modal>
  )
}
