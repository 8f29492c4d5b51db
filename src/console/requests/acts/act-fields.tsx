/** What each act needs beside its day. */
import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { CONTACT_WAY_WORDS, CONTACT_WAYS } from '../../../record/requests/acts.ts'
import { isAboutContent } from '../../../law/requests/correction-triggers.ts'
import { formOf } from '../../../law/reports/formats/index.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { SearchFields } from './search-fields.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { useSession } from '../../session.tsx'
import type { FormKind } from '../case/deeds.ts'
import { foldedOf } from './case-so-far.ts'
import { CorrectionReasons } from './correction-reasons.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import { ArrivalFields, DispatchFields, NoticeFields, ProofFields, ReturnFields } from './service-fields.tsx'
import { FeeFields } from './fee-fields.tsx'

const required = (message: string) => [{ required: true, message }]

function Text({ name, label, message, hint }: { name: string; label: string; message?: string; hint?: string }) {
  return (
    <Form.Item name={name} label={label} extra={hint} {...(message ? { rules: required(message) } : {})}>
      <TextArea rows={3} maxLength={2000} />
    </Form.Item>
  )
}

const Note = <Text name="note" label="说明" />

function Received({ label }: { label: string }) {
  return (
    <Form.Item name="letterReceived" label={label} extra="有回执、签收记录的填写；期限从这一天起算。">
      <DayField />
    </Form.Item>
  )
}

export function ActFields({ kind, view }: { kind: FormKind; view: CaseView }): ReactNode {
  switch (kind) {
    case 'contacted':
      return <Contacted />
    case 'correction-asked':
      return (
        <>
          <CorrectionReasons caseId={view.id} />
          <Text
            name="items"
            label="需要补正的事项"
            message="请写明需要补正什么"
            hint="写明哪里不明确、怎样补正；补正只能要求一次。"
          />
          <Form.Item name="replyBy" label="补正期限至" rules={required('请填写补正期限')}>
            <DayField />
          </Form.Item>
        </>
      )
    case 'reasons-asked':
      return (
        <>
          <Text
            name="facts"
            label="认为超过合理范围的事实"
            message="请写明数量、频次等事实"
            hint="如某段时间内的申请件数、重复情况。"
          />
          <Form.Item name="replyBy" label="请于何日前说明" rules={required('请填写期限')}>
            <DayField />
          </Form.Item>
        </>
      )
    case 'reasons-given':
      return (
        <>
          <Form.Item name="reasonable" label="理由是否合理">
            <Radio.Group
              options={[
                { value: true, label: '合理' },
                { value: false, label: '不合理' },
              ]}
            />
          </Form.Item>
          {Note}
        </>
      )
    case 'deferred':
      return (
        <>
          <Form.Item name="until" label="延迟至" rules={required('请填写延迟答复的期限')}>
            <DayField />
          </Form.Item>
          <Text name="reason" label="理由" message="请写明为什么不能按期答复" />
        </>
      )
    case 'third-party-asked':
      return <ThirdParty />
    case 'third-party-answered':
      return (
        <>
          <Consulted view={view} name="party" third />
          <Consents />
          <Text name="reasons" label="第三方的理由" />
        </>
      )
    case 'agency-asked':
      return (
        <>
          <Form.Item name="agency" label="机关名称" rules={required('请填写机关全称')}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="as" label="征求什么意见">
            <Radio.Group
              options={[
                { value: 'co-maker', label: '共同制作机关' },
                { value: 'consulted', label: '其他机关' },
              ]}
            />
          </Form.Item>
          <AnswerBy />
          <Received label="该机关收到征求意见函之日" />
        </>
      )
    case 'agency-answered':
      return <AgencyAnswer view={view} />
    case 'searched':
      return <SearchFields view={view} />
    case 'fee-noticed':
      return <FeeFields view={view} />
    case 'fee-waived':
      return <Text name="reason" label="不收取的理由" message="请写明为什么不收取" />
    case 'notice-received':
      return <ArrivalFields view={view} />
    case 'dispatched':
      return <DispatchFields view={view} />
    case 'mail-returned':
      return <ReturnFields view={view} />
    case 'notice-published':
      return <NoticeFields view={view} />
    case 'extended':
      return <Extension />
    case 'served':
      return <ProofFields view={view} />
    case 'annulled':
      return (
        <>
          <Form.Item name="of" hidden>
            <InputNumber />
          </Form.Item>
          <Text name="reason" label="哪里登记有误" message="请写明更正的原因" />
        </>
      )
    case 'disputed':
      return <Dispute />
    case 'replied':
      return null
    case 'correction-received':
      return <CorrectionReceived view={view} />
    case 'received':
    case 'correction-lapsed':
    case 'fee-paid':
    case 'fee-lapsed':
    case 'withdrawn':
      return Note
  }
}

/** The letters quote what is asked for from now on; asked for papers only, the request stays as it was worded. */
function CorrectionReceived({ view }: { view: CaseView }) {
  const asked = foldedOf(view).correction?.asked
  return (
    <>
      {asked && isAboutContent(asked.triggers) && (
        <Form.Item
          name="wording"
          label="补正后的申请内容"
          extra="照补正材料填写，答复等文书引用这里的内容；内容没有变化的不用改。"
          rules={required('请填写补正后申请公开的是什么')}
        >
          <TextArea rows={3} maxLength={5000} />
        </Form.Item>
      )}
      {Note}
    </>
  )
}

function Consents() {
  return (
    <Form.Item name="consents" label="意见" rules={required('请按对方的书面意见选择')}>
      <Radio.Group
        options={[
          { value: true, label: '同意公开' },
          { value: false, label: '不同意公开' },
        ]}
      />
    </Form.Item>
  )
}

/** A co-maker has fifteen working days by law (Art 34); of any other agency a day can only be asked for. */
function AnswerBy() {
  const form = Form.useFormInstance()
  return Form.useWatch('as', form) === 'consulted' ? (
    <Form.Item
      name="answerBy"
      label="请对方何日前答复"
      extra="法律没有规定其他机关的答复期限；写明日期，到期没有答复的会提醒您。"
    >
      <DayField />
    </Form.Item>
  ) : null
}

function AgencyAnswer({ view }: { view: CaseView }) {
  const form = Form.useFormInstance()
  const agency = Form.useWatch('agency', form) as string | undefined
  const silent = Form.useWatch('silent', form) as true | undefined
  const asked = view.consultations.find(({ party, answeredOn }) => party === agency && !answeredOn)
  return (
    <>
      <Consulted view={view} name="agency" third={false} />
      {asked?.whom === 'consulted' && (
        <Form.Item
          name="silent"
          valuePropName="checked"
          getValueFromEvent={({ target }: { target: { checked: boolean } }) => target.checked || undefined}
          extra="催过仍没有答复的选这一项：从这一天起继续计算答复期限，是否公开由本机关决定。"
        >
          <Checkbox onChange={({ target }) => form.setFieldValue('consents', target.checked ? false : undefined)}>
            没有答复，不再等待
          </Checkbox>
        </Form.Item>
      )}
      {silent ? (
        <Form.Item name="consents" valuePropName="checked" hidden>
          <Checkbox />
        </Form.Item>
      ) : (
        <Consents />
      )}
      {Note}
    </>
  )
}

function Contacted() {
  return (
    <>
      <Form.Item name="how" label="联系方式">
        <Radio.Group options={CONTACT_WAYS.map((value) => ({ value, label: CONTACT_WAY_WORDS[value] }))} />
      </Form.Item>
      <Form.Item name="reached" label="是否联系上" rules={required('请选择')}>
        <Radio.Group
          options={[
            { value: true, label: '已联系上' },
            { value: false, label: '未联系上' },
          ]}
        />
      </Form.Item>
      <Text name="note" label="说明" hint="如几点、拨打几次、无人接听或停机；联系上并确认的，再登记“确认收到”。" />
    </>
  )
}

/** Whose answer it is: one of those that were asked and have not answered. */
function Consulted({ view, name, third }: { view: CaseView; name: 'party' | 'agency'; third: boolean }) {
  const waiting = view.consultations.filter((one) => (one.whom === 'thirdParty') === third && !one.answeredOn)
  return (
    <Form.Item name={name} label={third ? '第三方' : '机关'} rules={required('请选择')}>
      <Select options={waiting.map(({ party }) => ({ value: party, label: party }))} />
    </Form.Item>
  )
}

function ThirdParty() {
  return (
    <>
      <Form.Item
        name="party"
        label="在案卷中的代称"
        extra="案卷和告知书只用代称；真实名称只写在征求意见书上。"
        rules={required('请填写代称')}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name={['partyDetails', 'name']} label="第三方名称" rules={required('请填写征求意见书的收件人')}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['partyDetails', 'isPerson']} valuePropName="checked">
        <Checkbox>是自然人</Checkbox>
      </Form.Item>
      <Form.Item name={['partyDetails', 'contact']} label="联系方式">
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['partyDetails', 'address']} label="通信地址">
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Received label="第三方收到征求意见书之日" />
    </>
  )
}

function Extension() {
  const { rules } = useSession()
  return (
    <>
      <Form.Item name="workingDays" label="延长多少个工作日" rules={required('请填写天数')}>
        <InputNumber min={1} max={rules.readings.extensionMax} precision={0} />
      </Form.Item>
      <Text name="reason" label="理由" message="请写明为什么需要延长" />
      <Form.Item name="approvedBy" label="同意延长的工作机构负责人" rules={required('请填写姓名')}>
        <Input maxLength={60} />
      </Form.Item>
    </>
  )
}

const { groups: DISPUTE_GROUPS, columns } = formOf('2021').disputes
const DISPUTE_RESULTS = columns.flatMap(({ column, label }) => (column === 'total' ? [] : [{ value: column, label }]))

function Dispute() {
  return (
    <>
      <p className="quiet gap-below">
        只补登本案在系统中登记以前已经发生、没有争议卷的复议或诉讼，供年度报告第四部分计数。新收到的通知，请在“投诉、复议、诉讼”中登记。
      </p>
      <Form.Item name="dispute" label="争议" extra="同一争议的受理与结果用同一名称登记，只计一件。" rules={required('请填写')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="body" label="途径">
        <Select
          options={DISPUTE_GROUPS.map(({ group, label, within }) => ({
            value: group,
            label: within ? `${within}：${label}` : label,
          }))}
        />
      </Form.Item>
      <Form.Item name="result" label="结果">
        <Radio.Group options={DISPUTE_RESULTS} />
      </Form.Item>
      {Note}
    </>
  )
}
