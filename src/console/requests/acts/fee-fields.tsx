/** 收费通知: both scales reckoned side by side, the arithmetic shown, one chosen. */
import { Alert, Form, InputNumber } from 'antd'
import type { LocalDate } from '../../../law/date.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { DayField } from '../../parts/day-field.tsx'
import { refusalWords } from '../../parts/refusals.tsx'
import { useRead } from '../../queries.ts'
import { useSession } from '../../session.tsx'

const SCALES = [
  { scale: 'item', title: '按件计收' },
  { scale: 'volume', title: '按量计收' },
] as const

export function FeeFields({ view }: { view: CaseView }) {
  const form = Form.useFormInstance()
  const { rules } = useSession()
  const [items, pages, scale] = [Form.useWatch('items', form), Form.useWatch('pages', form), Form.useWatch('scale', form)]
  const on: LocalDate = Form.useWatch('on', form) ?? rules.today
  const choice = useRead('requests.feeChoice', { id: view.id, items: items ?? 1, pages: pages ?? 0, on }, { keep: true })
  const choose = (chosen: 'item' | 'volume') => {
    const fee = choice.data?.[chosen]
    if (fee) form.setFieldsValue({ scale: chosen, quantity: fee.quantity, yuan: fee.yuan })
  }
  const nothingDue = choice.data && choice.data.item.yuan === 0 && choice.data.volume.yuan === 0
  const change = () => form.setFieldsValue({ scale: undefined, quantity: undefined, yuan: undefined })
  return (
    <>
      <div className="field-row">
        <Form.Item name="items" label="件数" extra="一份申请含多项、拆分办理的，填拆分后的件数。">
          <InputNumber min={1} precision={0} onChange={change} />
        </Form.Item>
        <Form.Item name="pages" label="页数" extra="提供纸质复制件、电子文件的页数；不填的，按量算作 0 页。">
          <InputNumber min={0} precision={0} placeholder="多少页" onChange={change} />
        </Form.Item>
      </div>
      {choice.error && (
        <Alert className="gap-below" type="warning" showIcon title={choice.error.refusals.map(refusalWords).join('')} />
      )}
      <Form.Item
        name="scale"
        label="计收方式"
        extra="两种方式只能选一种，不能同时使用。"
        rules={[{ required: true, message: '请选择按件还是按量；应收为零的，不发收费通知' }]}
      >
        <div className="fee-choice" role="radiogroup" aria-label="计收方式">
          {SCALES.map(({ scale: one, title }) => {
            const fee = choice.data?.[one]
            return (
              <label key={one} className={scale === one ? 'fee-card is-chosen' : 'fee-card'}>
                <span>
                  <input
                    type="radio"
                    name="fee-scale"
                    // The change also reaches Form.Item through the group, which takes this as the field's value.
                    value={one}
                    checked={scale === one}
                    disabled={!fee || fee.yuan === 0}
                    onChange={() => choose(one)}
                  />{' '}
                  <b>{title}</b>：{fee ? `${fee.yuan} 元` : '……'}
                </span>
                {fee?.words.slice(1).map((words) => (
                  <span key={words} className="quiet small">
                    {words}
                  </span>
                ))}
              </label>
            )
          })}
        </div>
      </Form.Item>
      {nothingDue && (
        <p className="note">
          按现在填的件数、页数，两种方式都是 0 元：不收费，也不必发收费通知，可以关闭这一页继续办理。页数还没有填的，先填页数。
        </p>
      )}
      <Form.Item name="quantity" hidden>
        <InputNumber />
      </Form.Item>
      <Form.Item name="yuan" hidden>
        <InputNumber />
      </Form.Item>
      <Form.Item name="noticeReceived" label="申请人收到通知之日" extra="缴费期限自次日起算；尚未收到的留空，收到后再登记。">
        <DayField />
      </Form.Item>
    </>
  )
}
