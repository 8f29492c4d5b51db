import { App, Button, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { FILE_PATHS, type Input as EndpointInput } from '../../edge/console/contract.ts'
import { chineseDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import { SERVICE_METHOD_WORDS, SERVICE_METHODS } from '../../law/requests/vocabulary.ts'
import { AMENDMENT_RESULT_WORDS, AMENDMENT_RESULTS, type AmendmentView } from '../../record/amendments/model.ts'
import { fileAddress, Refused } from '../api.ts'
import { DayField } from '../parts/day-field.tsx'
import { Page, Panel } from '../parts/page.tsx'
import { placeRefusals, Refusals } from '../parts/refusals.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { Failure, Loading } from '../parts/states.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'

/** 更正事项 */
export default function AmendmentPage() {
  const { id = '' } = useParams()
  const { data: view, error, refetch } = useRead('amendments.get', { id })
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  return view ? <Amendment key={id} view={view} /> : <Loading />
}

function Amendment({ view }: { view: AmendmentView }) {
  const { content, requester } = view
  const facts: [string, string][] = [
    ['申请人', requester.name],
    ['收到之日', chineseDate(view.receivedOn)],
    ['记录', content.record],
    ['哪里不准确', content.wrong],
    ['证据', content.evidence || '尚未提供，请申请人补充'],
    ['内部办理目标', view.targetOn ? `${chineseDate(view.targetOn)}（法律未规定期限）` : '待日历公布'],
    ['结果', view.result ? AMENDMENT_RESULT_WORDS[view.result] : '待决定'],
  ]
  return (
    <Page
      title={view.subject}
      lead={
        <>
          <Link to={pathTo('amendments')}>更正</Link> / {view.number}
          {view.fromCase && (
            <>
              {' '}
              · 由申请 <Link to={pathTo('case', { id: view.fromCase.id })}>{view.fromCase.number}</Link> 经申请人同意转来
            </>
          )}
        </>
      }
    >
      <div className="two-columns">
        <Panel title="要求更正什么">
          <dl className="facts">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {view.decidedOn && (
            <p className="download-links">
              <a href={fileAddress(FILE_PATHS.amendmentPdf(view.id))}>下载告知书 PDF</a>
              <a href={fileAddress(FILE_PATHS.amendmentDocx(view.id))}>Word</a>
            </p>
          )}
        </Panel>
        <div>
          {view.mayHandle && !view.decidedOn && <Decide view={view} />}
          {view.mayHandle && view.decidedOn && !view.servedOn && <Serve view={view} />}
          <Panel title="经过">
            <ol className="plain-list">
              {view.acts.map(({ seq, words, on, actorName }) => (
                <li key={seq}>
                  {chineseDate(on)} {words}
                  <span className="quiet small"> {actorName}登记</span>
                </li>
              ))}
            </ol>
          </Panel>
        </div>
      </div>
    </Page>
  )
}

function Decide({ view }: { view: AmendmentView }) {
  const { message } = App.useApp()
  const [form] = Form.useForm<EndpointInput<'amendments.decide'>['decision']>()
  const result = Form.useWatch('result', form)
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const decide = useDeed('amendments.decide')
  const elsewhere = result === 'transferred' || result === 'pointed'
  const submit = async (decision: EndpointInput<'amendments.decide'>['decision']) => {
    try {
      await decide.mutateAsync({ id: view.id, decision: { ...decision, to: elsewhere ? decision.to : null } })
      void message.success('已作出决定，告知书已生成')
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setOthers(placeRefusals(form, error.refusals))
    }
  }
  return (
    <Panel title="作出决定">
      <Form
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={{ on: view.today }}
        onFinish={(decision) => void submit(decision)}
      >
        <Refusals refusals={others} />
        <Form.Item name="result" label="决定" rules={[{ required: true, message: '请选择' }]}>
          <Radio.Group
            className="stacked-checks"
            options={AMENDMENT_RESULTS.map((value) => ({ value, label: AMENDMENT_RESULT_WORDS[value] }))}
          />
        </Form.Item>
        {elsewhere && (
          <>
            <Form.Item name={['to', 'name']} label="有权更正的机关" rules={[{ required: true, message: '请填写机关全称' }]}>
              <Input maxLength={100} />
            </Form.Item>
            <Form.Item name={['to', 'contact']} label="联系方式" rules={[{ required: true, message: '请填写联系方式' }]}>
              <Input maxLength={200} />
            </Form.Item>
          </>
        )}
        <Form.Item name="reasons" label="核查情况和理由">
          <TextArea rows={3} maxLength={3000} />
        </Form.Item>
        <Form.Item name="on" label="决定之日" rules={[{ required: true, message: '请填写日期' }]}>
          <DayField max={view.today} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={decide.isPending}>
          作出决定并生成告知书
        </Button>
      </Form>
    </Panel>
  )
}

function Serve({ view }: { view: AmendmentView }) {
  const { message } = App.useApp()
  const serve = useDeed('amendments.serve')
  return (
    <Panel title="登记送达">
      <Form
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={{ on: view.today, by: 'signed-mail' }}
        onFinish={(fields: Omit<EndpointInput<'amendments.serve'>, 'id'>) =>
          serve.mutate({ ...fields, id: view.id }, { onSuccess: () => void message.success('已登记送达') })
        }
      >
        <Refusals refusals={serve.error?.refusals ?? []} />
        <Form.Item name="by" label="送达方式">
          <Select options={SERVICE_METHODS.map((value) => ({ value, label: SERVICE_METHOD_WORDS[value] }))} />
        </Form.Item>
        <Form.Item name="on" label="申请人收到之日" rules={[{ required: true, message: '请填写日期' }]}>
          <DayField max={view.today} />
        </Form.Item>
        <Form.Item name="proof" label="凭证" rules={[{ required: true, message: '请填写邮件号、签收人等凭证' }]}>
          <Input maxLength={300} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={serve.isPending}>
          登记送达
        </Button>
      </Form>
    </Panel>
  )
}
