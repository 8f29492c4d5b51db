/** 怎样收到的: the channel, and the few days on which the day of receipt depends there. */
import { Form, Input, Radio, Select, Space } from 'antd'
import { cite } from '../../law/cite.ts'
import { RECEIPT_RULES } from '../../law/requests/receipt.ts'
import {
  ANNOUNCED_RULE_WORDS,
  ANNOUNCED_RULES,
  type Arrival,
  NEVER_REFUSED,
  NEVER_REFUSED_BY,
} from '../../law/requests/receipt-wizard.ts'
import { checkDigitHolds, plainMailNumber } from '../../law/requests/service.ts'
import { INTAKE_CHANNEL_WORDS, INTAKE_CHANNELS, type IntakeChannel } from '../../law/requests/vocabulary.ts'
import { CONTACT_WAY_WORDS, CONTACT_WAYS } from '../../record/requests/acts.ts'
import { DayField } from '../parts/day-field.tsx'
import { useSession } from '../session.tsx'
import type { Registering } from './registering.ts'
import { ReceiptPreview } from './receipt-preview.tsx'

/** 网上申请 come by the portal; here are those that come to the office. */
const VIA = INTAKE_CHANNELS.filter((via) => via !== 'web')

const ARRIVED_LABELS: Partial<Record<IntakeChannel, string>> = {
  'in-person': '提交之日',
  'signed-mail': '签收之日',
  oral: '代为填写并确认之日',
}
const REQUIRED_DAY = { required: true, message: '请填写日期，如 2026-03-02' }

export function ReceiptFields() {
  const { rules } = useSession()
  const via = Form.useWatch<IntakeChannel | undefined>('via') ?? 'in-person'
  const announced = Form.useWatch('announced')
  const confirmed = RECEIPT_RULES[via].receipt === 'confirmation' && via !== 'oral' && announced !== 'arrival'
  return (
    <>
      <Form.Item
        name="via"
        label="申请渠道"
        extra={
          NEVER_REFUSED.includes(via) && `当面提交和邮寄的申请，任何时候都不得拒收（${cite(NEVER_REFUSED_BY)}）；先登记编号。`
        }
      >
        <Radio.Group className="wrapped-radios" options={VIA.map((value) => ({ value, label: INTAKE_CHANNEL_WORDS[value] }))} />
      </Form.Item>
      {via === 'announced-channel' && (
        <Form.Item name="announced" label="公开指南怎么规定">
          <Radio.Group
            className="wrapped-radios"
            options={ANNOUNCED_RULES.map((value) => ({ value, label: ANNOUNCED_RULE_WORDS[value] }))}
          />
        </Form.Item>
      )}
      <Space size="large" wrap align="start">
        <Form.Item name="submittedOn" label={ARRIVED_LABELS[via] ?? '到达之日'} rules={[REQUIRED_DAY]}>
          <DayField max={rules.today} />
        </Form.Item>
        {via === 'signed-mail' && (
          <Form.Item name="signedAt" label="由谁签收" extra="哪里签收都算本机关签收。">
            <Input maxLength={60} placeholder="如：收发室" autoComplete="off" />
          </Form.Item>
        )}
        {via === 'signed-mail' && (
          <Form.Item
            name="mailNumber"
            label="来件号"
            extra="信封条形码下面，可以扫描。"
            rules={[{ warningOnly: true, validator: checkDigit }]}
          >
            <Input maxLength={40} placeholder="如：XA12345678951" autoComplete="off" />
          </Form.Item>
        )}
        {confirmed && (
          <>
            <Form.Item name="contactedOn" label="首次联系申请人之日" extra="没有联系上的也填写。">
              <DayField max={rules.today} />
            </Form.Item>
            <Form.Item name="contactedBy" label="联系方式">
              <Select
                className="contact-way"
                options={CONTACT_WAYS.map((value) => ({ value, label: CONTACT_WAY_WORDS[value] }))}
              />
            </Form.Item>
            <Form.Item name="receivedOn" label="双方确认之日" extra="尚未联系上的留空，先编号；确认后在案件页登记。">
              <DayField max={rules.today} />
            </Form.Item>
          </>
        )}
      </Space>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldsValue }) => <ReceiptPreview arrival={arrivalOf(getFieldsValue() as Partial<Registering>)} />}
      </Form.Item>
    </>
  )
}

/** A hint only: whatever stands on the letter is what came. */
export async function checkDigit(_: unknown, typed: string | undefined): Promise<void> {
  if (checkDigitHolds(plainMailNumber(typed ?? '')) === false)
    throw new Error('校验位不对，可能抄错了一位，请再核对；确实这样写的，照登。')
}

/** What the form knows of how it came; null before there is a day. */
function arrivalOf({ via, submittedOn, contactedOn, receivedOn, announced }: Partial<Registering>): Arrival | null {
  if (!via || !submittedOn) return null
  return {
    via,
    arrivedOn: submittedOn,
    signedOn: submittedOn,
    contactedOn: contactedOn ?? undefined,
    confirmedOn: receivedOn ?? undefined,
    announced,
  }
}
