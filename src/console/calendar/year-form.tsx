/** 载入放假安排: the notice's text pasted, read, checked line by line, its effect seen, then loaded. */
import { Alert, Button, Form, Input, InputNumber } from 'antd'
import { readNotice } from '../../law/calendars/read-notice.ts'
import type { CalendarChangeInput } from '../../record/calendar/change.ts'
import { DayField } from '../parts/day-field.tsx'
import { Panel } from '../parts/page.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { useState } from 'react'
import { ChangeEffect } from './change-effect.tsx'

type YearChange = Extract<CalendarChangeInput, { kind: 'year' }>
type YearFields = Omit<YearChange, 'kind'>

const required = (message: string) => [{ required: true, message }]

export function YearForm({ nextYear, onClose }: { nextYear: number; onClose: () => void }) {
  const [form] = Form.useForm<YearFields>()
  const [pasted, setPasted] = useState('')
  const [faults, setFaults] = useState<string[] | null>(null)
  const [change, setChange] = useState<YearChange | null>(null)
  const read = () => {
    const { year, notice, off, on, faults: found } = readNotice(pasted)
    setFaults(found)
    setChange(null)
    if (year === null) return
    form.setFieldsValue({ year, notice: { ...notice, url: '' }, off: [...off], on: [...on] } as YearFields)
  }
  return (
    <Panel title="载入放假安排" className="narrow">
      <p className="quiet gap-below">
        放假安排由国务院办公厅发文公布，全国统一；载入后对本系统内各机关的全部案件生效。通知没有公布的年份不要载入。
      </p>
      <label className="field-label" htmlFor="notice-text">
        粘贴通知全文
      </label>
      <TextArea id="notice-text" rows={5} value={pasted} onChange={({ target }) => setPasted(target.value)} />
      <div className="form-end gap-below">
        <Button onClick={read} disabled={pasted.trim() === ''}>
          读取
        </Button>
        <span className="quiet small">也可以不粘贴，直接在下面逐项填写。</span>
      </div>
      {faults && faults.length === 0 && (
        <Alert className="gap-below" type="success" showIcon title="已读出，请对照原文逐项核对。" />
      )}
      {faults && faults.length > 0 && (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          title="有读不出或者对不上的地方，请对照原文改正"
          description={faults.map((fault) => <div key={fault}>{fault}</div>)}
        />
      )}
      <Form<YearFields>
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={{
          year: nextYear,
          notice: { title: `国务院办公厅关于${nextYear}年部分节假日安排的通知` },
          off: [],
          on: [],
        }}
        onValuesChange={() => setChange(null)}
        onFinish={(fields) => setChange({ ...fields, kind: 'year', notice: { ...fields.notice, url: fields.notice.url ?? '' } })}
      >
        <div className="field-row">
          <Form.Item name="year" label="年份" rules={required('请填写年份')}>
            <InputNumber min={2008} max={2100} precision={0} />
          </Form.Item>
          <Form.Item name={['notice', 'number']} label="发文字号" rules={required('请填写发文字号')}>
            <Input maxLength={60} placeholder="国办发明电〔…〕…号" />
          </Form.Item>
          <Form.Item name={['notice', 'on']} label="公布日期" rules={required('请填写公布日期')}>
            <DayField />
          </Form.Item>
        </div>
        <Form.Item name={['notice', 'title']} label="标题" rules={required('请填写标题')}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name={['notice', 'url']} label="网址">
          <Input maxLength={300} placeholder="https://www.gov.cn/…" />
        </Form.Item>
        <Days
          name="off"
          title="放假"
          fields={[
            ['from', '自'],
            ['to', '至'],
          ]}
        />
        <Days name="on" title="调休上班" fields={[['date', '日期']]} />
        <div className="form-end">
          <Button type="primary" htmlType="submit">
            预览影响
          </Button>
          <Button onClick={onClose}>取消</Button>
        </div>
      </Form>
      {change && <ChangeEffect change={change} onDone={onClose} />}
    </Panel>
  )
}

/** Rows of days, each with the holiday it belongs to. */
function Days({ name, title, fields }: { name: 'off' | 'on'; title: string; fields: [string, string][] }) {
  return (
    <fieldset className="field-group">
      <legend>{title}</legend>
      <Form.List name={name}>
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name: index }) => (
              <div className="field-row" key={key}>
                <Form.Item name={[index, 'name']} rules={required('请填写节日')}>
                  <Input maxLength={20} placeholder="节日" aria-label={`${title}第${index + 1}行：节日`} />
                </Form.Item>
                {fields.map(([field, label]) => (
                  <Form.Item key={field} name={[index, field]} rules={required('请填写日期')}>
                    <DayField aria-label={`${title}第${index + 1}行：${label}`} />
                  </Form.Item>
                ))}
                <Button type="link" onClick={() => remove(index)} aria-label={`删除${title}第${index + 1}行`}>
                  删除
                </Button>
              </div>
            ))}
            <Button className="gap-below" size="small" onClick={() => add({})}>
              增加一行
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
