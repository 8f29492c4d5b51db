/** 什么时候公开: the days of the year and the events by which an item falls due. Documents fall due by themselves. */
import { Button, Form, Input, InputNumber } from 'antd'
import type { Trigger } from '../../law/publication/duties.ts'
import { newCommandId } from '../api.ts'

const MONTH_DAY = [{ pattern: /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, message: '写成月-日，如 03-15' }]
const NAME = ['keeping', 'fires']

export function TriggerFields() {
  return (
    <Form.List name={NAME}>
      {(fields, { add, remove }) => (
        <div className="triggers">
          <p>什么时候公开</p>
          {fields.map(({ key, name }) => (
            <div key={key} className="trigger">
              <Form.Item noStyle shouldUpdate>
                {({ getFieldValue }) => <OneTrigger name={name} trigger={getFieldValue([...NAME, name]) as Trigger} />}
              </Form.Item>
              <Button size="small" aria-label={`删去第 ${name + 1} 条`} onClick={() => remove(name)}>
                删去
              </Button>
            </div>
          ))}
          <div className="row-deeds">
            <Button size="small" onClick={() => add({ on: 'calendar', key: keyOf(), name: '', opens: '', due: '' })}>
              添加每年的日期
            </Button>
            <Button size="small" onClick={() => add({ on: 'event', key: keyOf(), name: '', days: null })}>
              添加发生某事之后
            </Button>
          </div>
          <p className="quiet small">文件成文后起草公开的，从成文日期起自动计算，不用添加。</p>
        </div>
      )}
    </Form.List>
  )
}

/** Short, and never given twice. */
function keyOf(): string {
  return newCommandId().slice(0, 8)
}

function OneTrigger({ name, trigger }: { name: number; trigger: Trigger }) {
  const calendar = trigger.on === 'calendar'
  return (
    <div className="field-row">
      <Form.Item
        name={[name, 'name']}
        label={calendar ? '每年公开什么' : '发生什么'}
        rules={[{ required: true, message: '请填写' }]}
      >
        <Input maxLength={60} placeholder={calendar ? '如：招生工作方案' : '如：签订合同'} />
      </Form.Item>
      {calendar ? (
        <>
          <Form.Item name={[name, 'opens']} label="从（月-日）" rules={[{ required: true, message: '请填写' }, ...MONTH_DAY]}>
            <Input maxLength={5} placeholder="03-01" className="month-day" />
          </Form.Item>
          <Form.Item name={[name, 'due']} label="到（月-日）" rules={[{ required: true, message: '请填写' }, ...MONTH_DAY]}>
            <Input maxLength={5} placeholder="04-30" className="month-day" />
          </Form.Item>
        </>
      ) : (
        <Form.Item name={[name, 'days']} label="多少个工作日内" extra="不填的，按公开时限。">
          <InputNumber min={1} max={250} />
        </Form.Item>
      )}
    </div>
  )
}
