/** 由谁寄送、邮件号码: a courier is refused as soon as it is chosen (235号), before anything else is typed. */
import { Form, Input, Select } from 'antd'
import type { Rule } from 'antd/es/form'
import type { LocalDate } from '../../law/date.ts'
import { MAIL_CARRIER_WORDS, MAIL_CARRIERS, type MailCarrier, postingRefusal } from '../../law/requests/service.ts'
import { refusalWords } from './refusals.tsx'

/** What may not be posted so, on the day in the form's `on`. */
export function postingRule(chosen: (value: unknown) => Parameters<typeof postingRefusal>[0]): Rule {
  return ({ getFieldValue }) => ({
    validator: (_, value) => {
      const on = getFieldValue('on') as LocalDate | undefined
      const refusal = on ? postingRefusal(chosen(value), on) : null
      return refusal ? Promise.reject(new Error(refusalWords(refusal))) : Promise.resolve()
    },
  })
}

export function MailFields() {
  return (
    <>
      <Form.Item
        name="carrier"
        label="由谁寄送"
        rules={[{ required: true, message: '请选择' }, postingRule((carrier) => ({ carrier: carrier as MailCarrier }))]}
      >
        <Select options={MAIL_CARRIERS.map((value) => ({ value, label: MAIL_CARRIER_WORDS[value] }))} />
      </Form.Item>
      <Form.Item
        name="mailNumber"
        label="邮件号码"
        extra="详情单或者收据上的 13 位号码，可以扫描。"
        rules={[{ required: true, message: '请填写邮件号码' }]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
    </>
  )
}
