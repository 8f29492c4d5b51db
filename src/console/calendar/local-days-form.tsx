/** 地方规定放假、上班: days set by an authority's document beside the national notice (《放假办法》第四条). */
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { cite, whole } from '../../law/cite.ts'
import { chineseDate, type LocalDate } from '../../law/date.ts'
import type { CalendarChangeInput } from '../../record/calendar/change.ts'
import type { CalendarView } from '../../record/calendar/view.ts'
import { DayField } from '../parts/day-field.tsx'
import { Panel } from '../parts/page.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { ChangeEffect } from './change-effect.tsx'

type LocalChange = Extract<CalendarChangeInput, { kind: 'overlay' }>
interface Fields {
  title: string
  number: string
  on: LocalDate
  off: (LocalDate | null)[]
  work: (LocalDate | null)[]
}

const required = (message: string) => [{ required: true, message }]
const filled = (days: (LocalDate | null | undefined)[]) => days.filter((one) => one !== null && one !== undefined)

export function LocalDaysForm({ view, onClose }: { view: CalendarView; onClose: () => void }) {
  const [form] = Form.useForm<Fields>()
  const [plain, setPlain] = useState<LocalDate[]>([])
  const [change, setChange] = useState<LocalChange | null>(null)
  const set = [...view.overlay.off, ...view.overlay.on].toSorted()
  const toggle = (date: LocalDate) => {
    setChange(null)
    setPlain((days) => (days.includes(date) ? days.filter((one) => one !== date) : [...days, date]))
  }
  return (
    <Panel title="地方规定放假、上班" className="narrow">
      <p className="quiet gap-below">
        少数民族习惯的节日等，由当地人民政府规定放假日期的（{cite(whole('holidays'))}
        ），在这里登记，只对本机关生效。须有规定放假的文件。
      </p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={{ off: [null], work: [] }}
        onValuesChange={() => setChange(null)}
        onFinish={({ title, number, on, off, work }) =>
          setChange({ kind: 'overlay', authority: { title, number, on }, off: filled(off), on: filled(work), plain })
        }
      >
        <Form.Item name="title" label="文件标题" rules={required('请填写规定放假的文件')}>
          <Input maxLength={120} />
        </Form.Item>
        <div className="field-row">
          <Form.Item name="number" label="发文字号" rules={required('请填写发文字号')}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="on" label="发文日期" rules={required('请填写发文日期')}>
            <DayField />
          </Form.Item>
        </div>
        <DayList name="off" title="放假的日子" />
        <DayList name="work" title="上班的日子" />
        {set.length > 0 && (
          <fieldset className="field-group">
            <legend>不再适用的地方规定</legend>
            <ul className="plain-list gap-below">
              {set.map((date) => (
                <li key={date}>
                  <label>
                    <input type="checkbox" checked={plain.includes(date)} onChange={() => toggle(date)} /> {chineseDate(date)}
                    恢复全国安排
                  </label>
                </li>
              ))}
            </ul>
          </fieldset>
        )}
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

function DayList({ name, title }: { name: 'off' | 'work'; title: string }) {
  return (
    <fieldset className="field-group">
      <legend>{title}</legend>
      <Form.List name={name}>
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name: index }) => (
              <div className="field-row" key={key}>
                <Form.Item name={index}>
                  <DayField aria-label={`${title}第${index + 1}天`} />
                </Form.Item>
                <Button type="link" onClick={() => remove(index)} aria-label={`删除${title}第${index + 1}天`}>
                  删除
                </Button>
              </div>
            ))}
            <Button className="gap-below" size="small" onClick={() => add(null)}>
              增加一天
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
