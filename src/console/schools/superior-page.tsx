/** 主管部门审定: which items of which schools wait for the word of this agency before they are public; with its history. */
import { Button, Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { cite } from '../../law/cite.ts'
import type { LocalDate } from '../../law/date.ts'
import { COLUMNS, columnWords, dutyColumns } from '../../law/publication/columns.ts'
import { STEP_RULES } from '../../law/publication/release-steps.ts'
import type { Refusal } from '../../law/refusal.ts'
import {
  SUPERIOR_WHO_WORDS,
  SUPERIOR_WHOS,
  type SuperiorRuleRow,
  type SuperiorView,
  type SuperiorWho,
} from '../../record/publication/superior.ts'
import { newCommandId, Refused } from '../api.ts'
import { DayField } from '../parts/day-field.tsx'
import { Mark } from '../parts/days-left-mark.tsx'
import { DOT } from '../parts/dot.ts'
import { Page, Panel } from '../parts/page.tsx'
import { placeRefusals, Refusals } from '../parts/refusals.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { Failure, Loading } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'
import { useSession } from '../session.tsx'

export default function SuperiorPage() {
  const { data: view, error, refetch } = useRead('superior.list', {})
  const [asking, setAsking] = useState(false)
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!view) return <Loading />
  return (
    <Page
      title="学校信息的审定"
      lead={`平常由校长签发即可公开。需要本单位先看的，在这里写明（${cite(STEP_RULES.superior.by)}）：校长签发以后到本单位审定，审定后公开。`}
      actions={
        view.mayRequire && (
          <Button type="primary" onClick={() => setAsking(true)}>
            提出要求
          </Button>
        )
      }
    >
      <Panel title="现在的和以前的要求">
        <Rules view={view} />
      </Panel>
      {asking && <Ask view={view} onClose={() => setAsking(false)} />}
    </Page>
  )
}

function Rules({ view }: { view: SuperiorView }) {
  const end = useDeed('superior.end')
  if (view.rules.length === 0) return <p className="quiet">没有要求。各校的信息由校长签发后公开。</p>
  return (
    <>
      <Refusals refusals={end.error?.refusals ?? []} />
      <ul className="plain-list deputies" aria-label="要求">
        {view.rules.map((rule) => (
          <li key={rule.id}>
            <div>
              <b>{rule.columns.length > 0 ? rule.columns.map((key) => columnWords(key) ?? key).join('、') : '所有栏目'}</b>{' '}
              <Standing rule={rule} />
              <div>{rule.units.length > 0 ? rule.unitNames.join('、') : '所属各校'}</div>
              <div className="quiet small">
                由{SUPERIOR_WHO_WORDS[rule.who]}审定
                {DOT}
                {rule.from} 起{rule.to && rule.to >= rule.from && `，至 ${rule.to}`}
                {DOT}
                {rule.setBy}提出：{rule.why}
                {rule.ended && (
                  <>
                    {DOT}
                    {rule.ended.by} {rule.ended.on} 停止
                  </>
                )}
              </div>
            </div>
            {view.mayRequire && !rule.ended && (
              <Button size="small" loading={end.isPending} onClick={() => end.mutate({ id: rule.id })}>
                停止要求
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Standing({ rule }: { rule: SuperiorRuleRow }) {
  if (rule.ended) return <Mark tone="paused">已停止</Mark>
  return rule.running ? <Mark tone="done">有效</Mark> : <Mark tone="soon">还没有开始</Mark>
}

interface Asked {
  units?: string[]
  columns?: string[]
  who: SuperiorWho
  from: LocalDate
  why: string
}

function Ask({ view, onClose }: { view: SuperiorView; onClose: () => void }) {
  const { session } = useSession()
  const [form] = Form.useForm<Asked>()
  const [id] = useState(newCommandId)
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const ask = useDeed('superior.require')
  const send = async ({ units = [], columns = [], ...rest }: Asked) => {
    try {
      await ask.mutateAsync({ id, units, columns, ...rest })
      onClose()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setOthers(placeRefusals(form, error.refusals))
    }
  }
  return (
    <Modal
      open
      title="要求先经本单位审定"
      okText="提出要求"
      cancelText="取消"
      confirmLoading={ask.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Refusals refusals={others} />
      <Form<Asked>
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={{ who: 'office', from: session.today }}
        onFinish={(values) => void send(values)}
      >
        <Form.Item name="units" label="哪些学校" extra="不选就是所属各校。">
          <Select
            mode="multiple"
            optionFilterProp="label"
            placeholder="所属各校"
            options={view.units.map(({ id: value, name }) => ({ value, label: name }))}
          />
        </Form.Item>
        <Form.Item name="columns" label="哪些栏目" extra="不选就是所有栏目。">
          <Select
            mode="multiple"
            optionFilterProp="label"
            placeholder="所有栏目"
            options={dutyColumns('art55').map((value) => ({ value, label: COLUMNS[value].zh }))}
          />
        </Form.Item>
        <Form.Item name="who" label="由谁审定">
          <Radio.Group options={SUPERIOR_WHOS.map((value) => ({ value, label: SUPERIOR_WHO_WORDS[value] }))} />
        </Form.Item>
        <Form.Item
          name="from"
          label="从哪天起"
          rules={[{ required: true, message: '请填写日期' }]}
          extra="这一天及以后送审的要先经审定；此前送审的照旧。"
        >
          <DayField min={session.today} />
        </Form.Item>
        <Form.Item name="why" label="依据或者原因" rules={[{ required: true, min: 2, message: '请写明依据或者原因' }]}>
          <Input maxLength={200} placeholder="如：收费公示统一口径" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
