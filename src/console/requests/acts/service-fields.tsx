/** 交寄、退回、公告、送达: what each form of service asks for. */
import { Checkbox, Form, Input, Select } from 'antd'
import { chineseDate } from '../../../law/date.ts'
import {
  deemedServedOn,
  LEFT_WITNESS_WORDS,
  LEFT_WITNESSES,
  NOTICE_GROUND_WORDS,
  NOTICE_GROUNDS,
  RETURN_REASON_WORDS,
  RETURN_REASONS,
  SIGNER_WORDS,
  SIGNERS,
} from '../../../law/requests/service.ts'
import { SERVICE_METHOD_WORDS, SERVICE_METHODS } from '../../../law/requests/vocabulary.ts'
import {
  isDecision,
  isSettled,
  type LetterService,
  needsService,
  openDispatches,
  serviceOf,
} from '../../../record/requests/service.ts'
import type { CaseView, LetterRow } from '../../../record/requests/view.ts'
import { MailFields, postingRule } from '../../parts/mail-fields.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import { foldedOf } from './case-so-far.ts'

const required = (message: string) => [{ required: true, message }]

/** Letters of the case that still have to reach somebody, with how far each has come. */
export function openLetters(view: CaseView): { letter: LetterRow; service: LetterService }[] {
  const folded = foldedOf(view)
  return view.letters
    .filter(({ code }) => needsService(code))
    .map((letter) => ({ letter, service: serviceOf(folded, letter, view.today) }))
    .filter(({ service }) => !isSettled(service.state))
}

const TO_WORDS: Record<LetterRow['addressedTo'], string> = {
  requester: '申请人',
  thirdParty: '第三方',
  agency: '其他机关',
  file: '存卷',
}

/** 哪一份文书: choosing one fills in its code and the act that made it, which the form keeps hidden. */
export function LetterChoice({ view, letters }: { view: CaseView; letters: LetterRow[] }) {
  const form = Form.useFormInstance()
  const choose = (number: string) => form.setFieldsValue(letterFields(view, number))
  return (
    <>
      <Form.Item name="letter" label="哪一份文书" rules={required('请选择文书')}>
        <Select
          onChange={choose}
          options={letters.map(({ number, title, addressedTo }) => ({
            value: number,
            label: `${title}（致${TO_WORDS[addressedTo]}，${number}）`,
          }))}
        />
      </Form.Item>
      <Form.Item name="of" hidden>
        <Input />
      </Form.Item>
      <Form.Item name="code" hidden>
        <Input />
      </Form.Item>
    </>
  )
}

/** The three fields by which an act names a letter. */
export function letterFields(view: CaseView, number: string | undefined) {
  const letter = view.letters.find((one) => one.number === number)
  return { letter: letter?.number, of: letter?.actSeq ?? undefined, code: letter?.code }
}

export function DispatchFields({ view }: { view: CaseView }) {
  const by = Form.useWatch('by')
  const waiting = openLetters(view).filter(({ service }) => service.state === 'unsent' || service.state === 'returned')
  return (
    <>
      <LetterChoice view={view} letters={waiting.map(({ letter }) => letter)} />
      <Form.Item name="by" label="怎样送达" rules={required('请选择')}>
        <Select
          options={SERVICE_METHODS.filter((method) => method !== 'public-notice').map((value) => ({
            value,
            label: SERVICE_METHOD_WORDS[value],
          }))}
        />
      </Form.Item>
      {by === 'signed-mail' && (
        <>
          <MailFields />
          <Form.Item
            name="freightCollect"
            valuePropName="checked"
            rules={[postingRule((freightCollect) => ({ freightCollect: freightCollect === true }))]}
          >
            <Checkbox>邮费由收件人支付（到付）</Checkbox>
          </Form.Item>
        </>
      )}
      {by === 'entrusted' && <Entrusted />}
      <Form.Item name="note" label="说明">
        <TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </>
  )
}

function Entrusted() {
  return (
    <Form.Item name="agency" label="受委托的行政机关" rules={required('请填写机关全称')}>
      <Input maxLength={100} />
    </Form.Item>
  )
}

export function ReturnFields({ view }: { view: CaseView }) {
  const sent = openDispatches(foldedOf(view)).flatMap(({ seq, act }) => (act.kind === 'dispatched' ? [{ seq, act }] : []))
  return (
    <>
      <Form.Item name="of" label="哪一次送达" rules={required('请选择')}>
        <Select
          options={sent.map(({ seq, act }) => ({
            value: seq,
            label: `${chineseDate(act.on)} ${act.letter}${act.mailNumber ? ` ${act.mailNumber}` : ''}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="because" label="退回原因" rules={required('请选择')}>
        <Select options={RETURN_REASONS.map((value) => ({ value, label: RETURN_REASON_WORDS[value] }))} />
      </Form.Item>
      <Form.Item name="note" label="说明" extra="信封上的批注、联系的经过等；退回的信封请扫描上传。">
        <TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </>
  )
}

export function NoticeFields({ view }: { view: CaseView }) {
  const on = Form.useWatch('on')
  const waiting = openLetters(view).filter(({ letter, service }) => letter.addressedTo !== 'agency' && !service.notice)
  return (
    <>
      <LetterChoice view={view} letters={waiting.map(({ letter }) => letter)} />
      <Form.Item name="because" label="为什么公告" rules={required('请选择')}>
        <Select options={NOTICE_GROUNDS.map((value) => ({ value, label: NOTICE_GROUND_WORDS[value] }))} />
      </Form.Item>
      <Form.Item
        name="outlet"
        label="公告的地方"
        extra={
          on
            ? `公告之日的次日起算，${chineseDate(deemedServedOn(on).on)}视为送达。公告中只写送达所必需的内容。`
            : '如县政府网站、公告栏。'
        }
        rules={required('请写明公告的地方')}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="account"
        label="原因和经过"
        extra="存入案卷：用过哪些方式、结果怎样。"
        rules={required('请写明原因和经过')}
      >
        <TextArea rows={4} maxLength={1000} />
      </Form.Item>
    </>
  )
}

/** 登记对方收到文书: any letter but the decision, which has a form of its own. */
export function ArrivalFields({ view }: { view: CaseView }) {
  const waiting = openLetters(view).filter(({ letter }) => !isDecision(letter.code))
  return (
    <>
      <LetterChoice view={view} letters={waiting.map(({ letter }) => letter)} />
      <ProofFields view={view} />
    </>
  )
}

/** 送达凭证: without one nothing is recorded as served. */
export function ProofFields({ view }: { view: CaseView }) {
  const by = Form.useWatch('by')
  const signedBy = Form.useWatch('signedBy')
  const left = Form.useWatch('leftWitness')
  const handed = by === 'in-person' || by === 'entrusted'
  return (
    <>
      <Form.Item name="by" label="送达方式" rules={required('请选择送达方式')}>
        <Select options={SERVICE_METHODS.map((value) => ({ value, label: SERVICE_METHOD_WORDS[value] }))} />
      </Form.Item>
      {by === 'signed-mail' && (
        <Form.Item name="mailNumber" label="邮件号码" extra="已登记交寄的不必再填。">
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
      )}
      {by === 'entrusted' && <Entrusted />}
      {(handed || by === 'signed-mail') && (
        <Form.Item name="signedBy" label="由谁签收">
          <Select allowClear options={SIGNERS.map((value) => ({ value, label: SIGNER_WORDS[value] }))} />
        </Form.Item>
      )}
      {signedBy && (
        <Form.Item name="signer" label="签收人姓名" extra="只写入送达回证，加密保存。">
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      )}
      {handed && !signedBy && (
        <>
          <Form.Item name="leftWitness" label="拒收的，留置送达">
            <Select allowClear options={LEFT_WITNESSES.map((value) => ({ value, label: LEFT_WITNESS_WORDS[value] }))} />
          </Form.Item>
          {left && (
            <Form.Item name="leftBecause" label="拒收事由" rules={required('请记明拒收事由')}>
              <TextArea rows={2} maxLength={500} />
            </Form.Item>
          )}
        </>
      )}
      <Form.Item name="proof" label="凭证说明" extra="如签收查询结果、回执、到达提示。">
        <Input maxLength={300} />
      </Form.Item>
      {view.files.length > 0 && (
        <Form.Item name="file" label="凭证文件" extra="先在“文书与附件”中上传签名的送达回证、签收页、截图。">
          <Select allowClear options={view.files.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
    </>
  )
}

/** Where a proof of service begins: the letter that waits longest, by the way it was sent; a notice gives its own last day. */
export function serviceStart(view: CaseView, decisions: boolean) {
  const waiting = openLetters(view).find(({ letter }) => isDecision(letter.code) === decisions)
  const over = waiting?.service.state === 'noticeOver' ? waiting.service.notice : null
  const way = waiting?.service.attempts.at(-1)?.by
  const usual =
    view.content.delivery === 'electronic' ? 'electronic' : view.content.delivery === 'pickup' ? 'in-person' : 'signed-mail'
  const by = way ?? (waiting?.service.notice ? 'public-notice' : usual)
  return {
    on: over ? over.deemedOn : view.today,
    ...(decisions ? {} : letterFields(view, waiting?.letter.number)),
    by,
  }
}
