/** Art 29's list, and nothing beside it: who asks, and for what. */
import { Form, Input, Radio, Select } from 'antd'
import { useRef } from 'react'
import { ID_PAPER_RULES, papersOf } from '../../law/requests/identity.ts'
import { REQUESTER_KIND_WORDS, REQUESTER_KINDS, type RequesterKind } from '../../law/requests/vocabulary.ts'
import {
  type Carrier,
  CARRIER_WORDS,
  CARRIERS,
  DELIVERY_WAY_WORDS,
  DELIVERY_WAYS,
  type DeliveryWay,
  usualCarrier,
} from '../../record/people/requester.ts'
import { askedItems } from '../../record/requests/clauses.ts'
import { TextArea } from '../parts/text-area.tsx'
import { useSession } from '../session.tsx'

const CARRIER = ['content', 'carrier']
const kinds = REQUESTER_KINDS.map((value) => ({ value, label: REQUESTER_KIND_WORDS[value] }))

/** `needed`: what is marked as such, where somebody's own record is at stake; a request gets its number without it. */
export function RequesterFields({ needed = false }: { needed?: boolean }) {
  const { rules } = useSession()
  const must = (message: string) => (needed ? { rules: [{ required: true, message }] } : {})
  const kind = Form.useWatch<RequesterKind | undefined>(['requester', 'kind']) ?? 'naturalPerson'
  const person = kind === 'naturalPerson'
  const papers = papersOf(person ? 'person' : 'organisation')
  return (
    <>
      <Form.Item
        name={['requester', 'kind']}
        label="申请人类型"
        extra={`${person ? '' : '按年度报告的分类，由登记人员判断。'}个体工商户选“${REQUESTER_KIND_WORDS[rules.readings.soleTrader]}”。`}
      >
        <Radio.Group className="wrapped-radios" options={kinds} />
      </Form.Item>
      <div className="field-row">
        <Form.Item
          name={['requester', 'name']}
          label={person ? '姓名' : '单位名称'}
          className="grow"
          {...must(person ? '请按证件填写姓名' : '请填写单位全称')}
        >
          <Input autoComplete="off" maxLength={100} />
        </Form.Item>
        {!person && (
          <Form.Item name={['requester', 'contactName']} label="联系人">
            <Input autoComplete="off" maxLength={60} />
          </Form.Item>
        )}
      </div>
      <div className="field-row">
        <Form.Item name={['requester', 'idPaper']} label="身份证明">
          <Select className="id-paper" options={papers.map((value) => ({ value, label: ID_PAPER_RULES[value].zh }))} />
        </Form.Item>
        <Form.Item name={['requester', 'idNumber']} label="证件号码" className="grow" {...must('请按证件填写号码')}>
          <Input autoComplete="off" maxLength={40} />
        </Form.Item>
      </div>
      <div className="field-row">
        <Form.Item name={['requester', 'phone']} label="联系电话" className="grow">
          <Input autoComplete="off" inputMode="tel" maxLength={40} />
        </Form.Item>
        <Form.Item name={['requester', 'email']} label="电子邮箱" className="grow">
          <Input autoComplete="off" inputMode="email" maxLength={120} />
        </Form.Item>
      </div>
      <div className="field-row">
        <Form.Item name={['requester', 'address']} label="通信地址" className="grow">
          <Input autoComplete="off" maxLength={200} />
        </Form.Item>
        <Form.Item name={['requester', 'postcode']} label="邮政编码">
          <Input autoComplete="off" inputMode="numeric" maxLength={6} className="postcode" />
        </Form.Item>
      </div>
    </>
  )
}

/** The carrier follows the way until somebody chooses it; then what does not go together is questioned, not changed. */
export function ContentFields() {
  const form = Form.useFormInstance()
  const delivery = Form.useWatch<DeliveryWay | undefined>(['content', 'delivery'], form)
  const carrier = Form.useWatch<Carrier | undefined>(['content', 'carrier'], form)
  const chosen = useRef(false)
  const follow = (way: DeliveryWay) => {
    if (!chosen.current) form.setFieldValue(CARRIER, usualCarrier(way))
  }
  const paperOnline = delivery === 'electronic' && carrier === 'paper'
  return (
    <>
      <Form.Item name={['content', 'subject']} label="信息的名称、文号或其他特征">
        <Input autoComplete="off" maxLength={200} showCount />
      </Form.Item>
      <Form.Item name={['content', 'description']} label="补充描述" extra="照申请书抄录；不问用途。">
        <TextArea rows={3} maxLength={5000} />
      </Form.Item>
      <Listed />
      <div className="field-row apart">
        <Form.Item name={['content', 'delivery']} label="获取方式">
          <Radio.Group
            options={DELIVERY_WAYS.map((value) => ({ value, label: DELIVERY_WAY_WORDS[value] }))}
            onChange={({ target }) => follow(target.value as DeliveryWay)}
          />
        </Form.Item>
        <Form.Item
          name={CARRIER}
          label="信息载体"
          {...(paperOnline && { extra: '电子送达发出的是电子文件：请再问申请人一句，要纸质的改为邮寄或者自行领取。' })}
        >
          <Radio.Group
            options={CARRIERS.map((value) => ({ value, label: CARRIER_WORDS[value] }))}
            onChange={() => {
              chosen.current = true
            }}
          />
        </Form.Item>
      </div>
    </>
  )
}

/** Several things in one form: told while it is read, decided once it has its number. */
function Listed() {
  const subject = Form.useWatch<string | undefined>(['content', 'subject']) ?? ''
  const description = Form.useWatch<string | undefined>(['content', 'description']) ?? ''
  const { items } = askedItems({ content: { subject, description }, corrected: null })
  if (items.length < 2) return null
  return (
    <div className="note" aria-live="polite">
      <p>
        <b>看起来写了 {items.length} 项：</b>
      </p>
      <ol className="asked-items">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ol>
      <p className="small">照申请书的原话登记，先编一个号。互不相干的，登记后在案件页拆分为几件；相关的不拆，答复时逐项答复。</p>
    </div>
  )
}
