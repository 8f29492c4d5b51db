/** 逐项答复: the request's clauses, each with its outcome, reasons and attachment; which one the report counts follows from them. */
import { Alert, Button, Checkbox, Form, Input, Radio, Select } from 'antd'
import { cite } from '../../../law/cite.ts'
import { countedOutcome } from '../../../law/requests/item-outcomes.ts'
import { outcomeRule } from '../../../law/requests/outcomes.ts'
import type { Outcome } from '../../../law/requests/vocabulary.ts'
import { GROUND_TABLE, REMAINDER_GROUNDS } from '../../../law/withholding.ts'
import type { AskedItems } from '../../../record/requests/clauses.ts'
import type { ReplyContent } from '../../../record/requests/reply.ts'
import { attachmentsOf, attachmentTitle } from '../../../record/requests/check-attachments.ts'
import { placedItems } from '../../../record/requests/reply-grounds.ts'
import { TextArea } from '../../parts/text-area.tsx'
import { REPLY_OUTCOMES } from './needs.ts'

const OUTCOME_OPTIONS = REPLY_OUTCOMES.map((value) => ({ value, label: outcomeRule(value).zh }))
const GROUND_OPTIONS = REMAINDER_GROUNDS.map((value) => ({ value, label: GROUND_TABLE[value].zh }))

export function ItemFields({
  asked: { items: clauses, numbered },
  values,
  onMain,
  onChanged,
}: {
  asked: AskedItems
  values: ReplyContent
  onMain: (outcome: Outcome) => void
  onChanged: () => void
}) {
  const form = Form.useFormInstance()
  const { items } = values
  return (
    <fieldset className="field-group">
      <legend>逐项答复</legend>
      {items.length === 0 && <Offer asked={{ items: clauses, numbered }} />}
      <Form.List name="items">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <Item key={key} place={name} values={values} onRemove={() => remove(name)} />
            ))}
            <div className="button-row gap-below">
              {items.length === 0 && clauses.length > 1 && (
                <Button
                  {...(numbered && ({ type: 'primary', ghost: true } as const))}
                  onClick={() => {
                    clauses.forEach((clause) => add({ clause }))
                    onChanged()
                  }}
                >
                  {numbered ? `按申请的编号拆成 ${clauses.length} 项` : `拆成这 ${clauses.length} 项`}
                </Button>
              )}
              <Button onClick={() => add({ clause: '' })}>添加一项</Button>
              {items.length > 0 && (
                <Button
                  onClick={() => {
                    form.setFieldValue('items', [])
                    onChanged()
                  }}
                >
                  改为整体答复
                </Button>
              )}
            </div>
          </>
        )}
      </Form.List>
      {numbered && clauses.length > Math.max(items.length, 1) && (
        <Form.Item name="itemsComplete" valuePropName="checked">
          <Checkbox>已核对申请原文，只有这些内容</Checkbox>
        </Form.Item>
      )}
      {items.length > 0 && <Counted values={values} onMain={onMain} />}
    </fieldset>
  )
}

/** What the request seems to list. Where it is not numbered it is a guess, and the handler's to judge. */
function Offer({ asked: { items, numbered } }: { asked: AskedItems }) {
  if (items.length < 2) return <p className="quiet gap-below">申请有几项内容的，逐项答复；只有一项的，不填。</p>
  if (numbered) return <p className="quiet gap-below">申请写明了 {items.length} 项内容，应当逐项答复。</p>
  return (
    <>
      <p className="quiet">申请看起来有 {items.length} 项内容，可以拆开逐项答复，拆开以后还可以改；其实是一件事的，不拆。</p>
      <ol className="asked-items gap-below">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ol>
    </>
  )
}

function Item({ place, values, onRemove }: { place: number; values: ReplyContent; onRemove: () => void }) {
  const item = values.items[place]
  const outcome = item?.outcome ?? null
  const rule = outcome && outcomeRule(outcome)
  const given = outcome === 'granted' || outcome === 'partial'
  const attachments = attachmentsOf(values)
  return (
    <section className="reply-item" aria-label={`第 ${place + 1} 项`}>
      <div className="reply-item-head">
        <b>第 {place + 1} 项</b>
        <Button size="small" onClick={onRemove} aria-label={`删去第 ${place + 1} 项`}>
          删去
        </Button>
      </div>
      <Form.Item name={[place, 'clause']} label="申请的内容（用申请人的原话）">
        <TextArea rows={1} maxLength={500} />
      </Form.Item>
      <Form.Item name={[place, 'outcome']} label="怎样答复这一项">
        <Select showSearch optionFilterProp="label" options={OUTCOME_OPTIONS} placeholder="选择答复类型" />
      </Form.Item>
      {rule?.needs.includes('severance') && (
        <Form.Item name={[place, 'severable']} label="能否作区分处理，提供其中可以公开的内容">
          <Radio.Group
            options={[
              { value: false, label: '不能，已逐页看过' },
              { value: true, label: '能' },
            ]}
          />
        </Form.Item>
      )}
      {outcome === 'partial' && (
        <>
          <Form.Item name={[place, 'grounds']} label="不予公开部分的理由">
            <Select mode="multiple" options={GROUND_OPTIONS} optionFilterProp="label" />
          </Form.Item>
          <Form.Item name={[place, 'withheldPart']} label="哪些内容不予公开">
            <Input maxLength={500} />
          </Form.Item>
        </>
      )}
      {rule && (rule.needs.includes('reasons') || outcome === 'partial') && (
        <Form.Item name={[place, 'reasons']} label="理由">
          <TextArea rows={2} maxLength={2000} />
        </Form.Item>
      )}
      {given && (
        <Form.Item name={[place, 'attachment']} label="由哪一份附件答复" extra="先在下面选入附件。">
          <Select
            allowClear
            options={attachments.map((value) => ({ value, label: attachmentTitle(values, value) }))}
            placeholder="选择附件"
          />
        </Form.Item>
      )}
    </section>
  )
}

/** Which single outcome counts, and why. */
function Counted({ values, onMain }: { values: ReplyContent; onMain: (outcome: Outcome) => void }) {
  const counted = countedOutcome(placedItems(values).map(({ outcome }) => outcome))
  if (!counted) return null
  if (counted.kind === 'settled')
    return (
      <Alert
        type="info"
        showIcon
        className="gap-below"
        title={`年度报告计为“${outcomeRule(counted.outcome).zh}”`}
        description={`${counted.why}（${cite(counted.by)}）`}
      />
    )
  return (
    <>
      <Form.Item label="哪一项是主要的" extra={`${counted.why}（${cite(counted.by)}）`}>
        <Radio.Group
          value={values.outcome}
          onChange={(event) => onMain(event.target.value as Outcome)}
          options={counted.among.map((value) => ({ value, label: outcomeRule(value).zh }))}
        />
      </Form.Item>
      <Form.Item name="mainReason" label="选定的理由（内部意见，不印出）">
        <Input maxLength={500} />
      </Form.Item>
    </>
  )
}
