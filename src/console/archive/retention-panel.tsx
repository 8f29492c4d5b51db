import { App, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import type { LocalDate } from '../../law/date.ts'
import {
  RETENTION_CLASS_WORDS,
  RETENTION_CLASSES,
  RETENTION_WORDS,
  RETENTIONS,
  type RetentionRules,
} from '../../law/requests/retention.ts'
import type { ArchiveView } from '../../record/archive/view.ts'
import { DayField } from '../parts/day-field.tsx'
import { Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { useDeed } from '../queries.ts'
import { useSession } from '../session.tsx'

/** 保管期限表: what stands, and its replacing by the agency's own from a day on. */
export function RetentionPanel({ view }: { view: ArchiveView }) {
  const [open, setOpen] = useState(false)
  const { retention } = view
  const edit = view.may.setRetention && !open && (
    <Button size="small" onClick={() => setOpen(true)}>
      设定保管期限
    </Button>
  )
  return (
    <Panel title="保管期限表" extra={edit}>
      {!retention.own && <p className="note">这是系统默认的期限，应由本机关按经审核的保管期限表设定。</p>}
      {open ? (
        <RetentionForm view={view} onDone={() => setOpen(false)} />
      ) : (
        <>
          <dl className="facts facts-grid">
            {RETENTION_CLASSES.map((one) => (
              <div key={one}>
                <dt>{RETENTION_WORDS[retention.rules[one]]}</dt>
                <dd>{RETENTION_CLASS_WORDS[one]}</dd>
              </div>
            ))}
          </dl>
          <p className="quiet small">
            {retention.from} 起；依据：{retention.source}
          </p>
        </>
      )}
    </Panel>
  )
}

function RetentionForm({ view: { retention }, onDone }: { view: ArchiveView; onDone: () => void }) {
  const { rules: legal } = useSession()
  const { message } = App.useApp()
  const set = useDeed('archive.setRetention')
  const send = (table: { from: LocalDate; rules: RetentionRules; source: string }) =>
    set.mutate(table, {
      onSuccess: () => {
        void message.success('保管期限已设定，此后归档的案卷按此办理')
        onDone()
      },
    })
  return (
    <Form
      layout="vertical"
      initialValues={{ from: legal.today, rules: retention.rules, source: retention.own ? retention.source : '' }}
      onFinish={send}
    >
      <Refusals refusals={set.error?.refusals ?? []} />
      {RETENTION_CLASSES.map((one) => (
        <Form.Item key={one} name={['rules', one]} label={RETENTION_CLASS_WORDS[one]}>
          <Select options={RETENTIONS.map((value) => ({ value, label: RETENTION_WORDS[value] }))} />
        </Form.Item>
      ))}
      <Form.Item name="from" label="从哪一天起" rules={[{ required: true, message: '请填写日期' }]}>
        <DayField />
      </Form.Item>
      <Form.Item
        name="source"
        label="依据"
        extra="经档案主管部门审核的保管期限表的名称和文号。"
        rules={[{ required: true, min: 2, message: '请写明依据' }]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <div className="papers-links">
        <Button type="primary" htmlType="submit" loading={set.isPending}>
          设定
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </Form>
  )
}
