/** 一件异议: what is said, by whom (masked), the answer, another's look at it. */
import { App, Button, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import {
  OBJECTION_FINDING_RULES,
  OBJECTION_FINDINGS,
  type ObjectionFinding,
  OBJECTION_WAY_WORDS,
  OBJECTOR_WORDS,
} from '../../law/publication/publicity.ts'
import type { Refusal } from '../../law/refusal.ts'
import {
  OBJECTION_STATE_WORDS,
  OBJECTION_STEP_WORDS,
  type ObjectionAnswer,
  type ObjectionView,
} from '../../record/publication/objection.ts'
import { PUBLICITY_STATE_WORDS } from '../../record/publication/publicity.ts'
import { newCommandId, Refused } from '../api.ts'
import { DaysLeftMark } from '../parts/days-left-mark.tsx'
import { DOT } from '../parts/dot.ts'
import { LeaveGuard } from '../parts/leave-guard.tsx'
import { Page, Panel } from '../parts/page.tsx'
import { ReasonModal } from '../parts/reason-modal.tsx'
import { placeRefusals, Refusals } from '../parts/refusals.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { Failure, Loading } from '../parts/states.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'

export default function ObjectionPage() {
  const { id = '' } = useParams()
  const { data, error, refetch } = useRead('objections.view', { id })
  if (error && !data) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  return data ? <Objection key={id} view={data} /> : <Loading />
}

function Objection({ view }: { view: ObjectionView }) {
  return (
    <Page
      title={`异议 ${view.number}`}
      lead={
        <>
          <Link to={pathTo('publicity', { documentId: view.documentId })}>{view.title}</Link>
          {DOT}
          {PUBLICITY_STATE_WORDS[view.publicityState]}
        </>
      }
    >
      <div className="two-columns">
        <div>
          <Said view={view} />
          {view.may.handle ? <AnswerForm view={view} /> : <Answered view={view} />}
        </div>
        <div>
          <Handling view={view} />
        </div>
      </div>
    </Page>
  )
}

function Said({ view }: { view: ObjectionView }) {
  const unmask = useDeed('objections.unmask')
  const shown = unmask.data ?? view
  const rows: [string, string][] = [
    ['对谁、哪一项', shown.about],
    ['提出人', `${shown.name || '匿名'}（${OBJECTOR_WORDS[shown.objector]}）`],
    ['联系方式', shown.contact || '没有留'],
    ['收到', `${shown.receivedOn}，${OBJECTION_WAY_WORDS[shown.via]}${shown.afterEnd ? '，在公示期满以后' : ''}`],
  ]
  return (
    <Panel
      title="异议的内容"
      extra={
        view.may.unmask &&
        !unmask.data && (
          <Button size="small" loading={unmask.isPending} onClick={() => unmask.mutate({ id: view.id })}>
            查看完整信息
          </Button>
        )
      }
    >
      <p className="asked-text">{shown.statement}</p>
      <dl className="facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet small">只供办理：不要转给被反映的人。查看完整信息会留下记录。</p>
    </Panel>
  )
}

function AnswerForm({ view }: { view: ObjectionView }) {
  const { message } = App.useApp()
  const [form] = Form.useForm<ObjectionAnswer>()
  const [changed, setChanged] = useState(false)
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const propose = useDeed('objections.propose')
  const finding = Form.useWatch('finding', form) as ObjectionFinding | undefined
  const send = async (typed: ObjectionAnswer) => {
    setOthers([])
    try {
      await propose.mutateAsync({ ...typed, id: view.id, commandId: newCommandId(), seen: view.version })
      setChanged(false)
      void message.success('已送审')
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setOthers(placeRefusals(form, error.refusals))
    }
  }
  return (
    <Panel title="答复">
      <LeaveGuard when={changed} />
      <Refusals refusals={others} />
      <Form<ObjectionAnswer>
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={view.answer ?? { answer: '', measure: '' }}
        onValuesChange={() => setChanged(true)}
        onFinish={(typed) => void send(typed)}
      >
        <Form.Item name="finding" label="结论" rules={[{ required: true, message: '请选择结论' }]}>
          <Radio.Group
            className="stacked"
            options={OBJECTION_FINDINGS.map((value) => ({
              value,
              label: `${OBJECTION_FINDING_RULES[value].zh}：${OBJECTION_FINDING_RULES[value].what}`,
            }))}
          />
        </Form.Item>
        <Form.Item
          name="answer"
          label="查证的情况和理由"
          extra="提出人会看到；不要写身份证号、电话等个人信息。"
          rules={[{ required: true, min: 4, message: '请写明查证的情况和结论' }]}
        >
          <TextArea rows={5} maxLength={3000} />
        </Form.Item>
        {finding && OBJECTION_FINDING_RULES[finding].changes && (
          <Form.Item name="measure" label="怎样处理" required extra="公示的内容怎样改；要改的，另起一稿，重新公示。">
            <Input maxLength={500} />
          </Form.Item>
        )}
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={propose.isPending}>
            送审
          </Button>
          <span className="quiet">由另一位同事审核后答复。</span>
        </div>
      </Form>
    </Panel>
  )
}

function Answered({ view }: { view: ObjectionView }) {
  const { answer, state } = view
  if (!answer)
    return (
      <Panel title="答复">
        <p className="quiet">还没有拟写答复。</p>
      </Panel>
    )
  return (
    <Panel title={state === 'answered' ? '答复' : '待审核的答复'}>
      <p>
        <b>{OBJECTION_FINDING_RULES[answer.finding].zh}</b>
      </p>
      <p className="asked-text">{answer.answer}</p>
      {answer.measure && <p className="asked-text">处理：{answer.measure}</p>}
      {view.answeredOn && <p className="quiet small">{view.answeredOn} 答复</p>}
      <AnswerDeeds view={view} />
    </Panel>
  )
}

function AnswerDeeds({ view }: { view: ObjectionView }) {
  const { message } = App.useApp()
  const [asked, setAsked] = useState<'return' | 'tell' | null>(null)
  const pass = useDeed('objections.pass')
  const giveBack = useDeed('objections.return')
  const tell = useDeed('objections.tell')
  const command = () => ({ id: view.id, commandId: newCommandId(), seen: view.version })
  const { review } = view.may
  return (
    <>
      <Refusals refusals={[...(review ?? []), ...(pass.error?.refusals ?? [])]} />
      <div className="form-end">
        {review?.length === 0 && (
          <>
            <Button onClick={() => setAsked('return')}>退回修改</Button>
            <Button
              type="primary"
              loading={pass.isPending}
              onClick={() => pass.mutate(command(), { onSuccess: () => void message.success('已答复') })}
            >
              审核通过，答复
            </Button>
          </>
        )}
        {view.may.tell && <Button onClick={() => setAsked('tell')}>登记告知</Button>}
      </div>
      {asked === 'return' && (
        <ReasonModal
          title="退回修改"
          label="需要修改什么"
          okText="退回"
          onDone={(because) => giveBack.mutateAsync({ ...command(), because })}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'tell' && (
        <ReasonModal
          title="登记告知"
          label="怎样告知的"
          okText="登记"
          hint="例如“3月9日电话告知”“挂号信寄出”。"
          onDone={(because) => tell.mutateAsync({ ...command(), because })}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}

function Handling({ view }: { view: ObjectionView }) {
  const assign = useDeed('objections.assign')
  return (
    <Panel title="办理" extra={<DaysLeftMark left={view.left} />}>
      <dl className="facts">
        <div>
          <dt>进度</dt>
          <dd>{OBJECTION_STATE_WORDS[view.state]}</dd>
        </div>
        <div>
          <dt>答复期限</dt>
          <dd>{view.dueOn ? `${view.dueOn}（本机关定）` : '—'}</dd>
        </div>
        <div>
          <dt>办理人</dt>
          <dd>
            {view.may.assign ? (
              <Select
                aria-label="办理人"
                className="owner-field"
                placeholder="请指定"
                value={view.ownerId}
                loading={assign.isPending}
                options={view.officers.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(ownerId: string) =>
                  assign.mutate({ id: view.id, commandId: newCommandId(), seen: view.version, ownerId })
                }
              />
            ) : (
              (view.owner ?? '还没有指定')
            )}
          </dd>
        </div>
      </dl>
      <Refusals refusals={assign.error?.refusals ?? []} />
      <ol className="edition-steps">
        {view.steps.map((step) => (
          <li key={step.seq} className={step.kind === 'returned' ? 'is-late' : ''}>
            <span className="day">{step.on}</span>
            <span>
              <b>{OBJECTION_STEP_WORDS[step.kind]}</b>
              <span className="quiet">　{step.by}</span>
              {step.note && <span className="as-written">{step.note}</span>}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
