/** 授权与代理: the head's written delegations for approving replies; who is away and who stands in. */
import { Button, Form, Input, Select } from 'antd'
import type { LocalDate } from '../../law/date.ts'
import type { AbsenceRow, DelegationRow, DeputiesView } from '../../record/people/deputies-view.ts'
import { DOT } from '../parts/dot.ts'
import { DayField } from '../parts/day-field.tsx'
import { Mark } from '../parts/days-left-mark.tsx'
import { Page, Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { Failure, Loading } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'
import { useSession } from '../session.tsx'
import { ReleaseDelegations } from './release-delegations.tsx'

const OF_AGENCY = '分管负责人凭书面授权审批答复和更正决定、签发信息；外出期间，所在科室的案件由代理人办理。'
const OF_INSTITUTION = '分管负责人凭书面授权签发信息；外出期间由代理人办理。'

export default function DeputiesPage() {
  const { session, may } = useSession()
  const institution = session.agency.regime === 'art55'
  const { data, error, refetch } = useRead('people.deputies', {})
  if (error && !data) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <Page title="授权与代理" lead={institution ? OF_INSTITUTION : OF_AGENCY}>
      {!institution && (
        <Panel title="审批答复的授权">
          <Delegations view={data} />
          {data.mayDelegate && <Delegate view={data} />}
        </Panel>
      )}
      {may('documents.view') && <ReleaseDelegations />}
      <Panel title="外出与代理">
        <Absences view={data} />
        <Away view={data} />
      </Panel>
    </Page>
  )
}

function Delegations({ view }: { view: DeputiesView }) {
  const revoke = useDeed('people.revokeDelegation')
  if (view.delegations.length === 0) return <p className="quiet">没有授权。答复和更正决定由单位主要负责人审批。</p>
  return (
    <>
      <Refusals refusals={revoke.error?.refusals ?? []} />
      <ul className="plain-list deputies" aria-label="授权">
        {view.delegations.map((row) => (
          <li key={row.id}>
            <div>
              <b>{row.officer}</b> <DelegationState row={row} />
              <div className="quiet small">
                {row.from} 至 {row.to}
                {DOT}
                {row.document}
                {DOT}
                {row.grantedBy}授权
              </div>
            </div>
            {view.mayDelegate && !row.revokedOn && (
              <Button
                size="small"
                loading={revoke.isPending}
                aria-label={`撤销对${row.officer}的授权`}
                onClick={() => revoke.mutate({ id: row.id })}
              >
                撤销
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function DelegationState({ row }: { row: DelegationRow }) {
  if (row.revokedOn) return <Mark tone="paused">{`${row.revokedOn} 撤销`}</Mark>
  return row.inForce ? <Mark tone="done">有效</Mark> : <Mark tone="paused">不在授权期内</Mark>
}

interface Delegated {
  officerId: string
  from: LocalDate
  to: LocalDate
  document: string
}

const required = (message: string) => [{ required: true, message }]

function Delegate({ view }: { view: DeputiesView }) {
  const [form] = Form.useForm<Delegated>()
  const give = useDeed('people.delegate')
  if (view.deputies.length === 0) return <p className="quiet">本单位还没有“单位分管负责人”，请系统管理员先设置角色。</p>
  return (
    <Form<Delegated>
      name="reply"
      form={form}
      layout="vertical"
      className="deputy-form"
      onFinish={(values) => give.mutate(values, { onSuccess: () => form.resetFields() })}
    >
      <Refusals refusals={give.error?.refusals ?? []} />
      <div className="field-row">
        <Form.Item name="officerId" label="授权给" rules={required('请选择分管负责人')}>
          <Select className="id-paper" options={view.deputies.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="from" label="自" rules={required('请填写日期')}>
          <DayField />
        </Form.Item>
        <Form.Item name="to" label="至" rules={required('请填写日期')}>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name="document" label="书面授权的文号或名称" rules={required('授权须有书面文件')}>
        <Input maxLength={200} />
      </Form.Item>
      <Button htmlType="submit" loading={give.isPending}>
        登记授权
      </Button>
    </Form>
  )
}

function Absences({ view }: { view: DeputiesView }) {
  const end = useDeed('people.endAbsence')
  if (view.absences.length === 0) return <p className="quiet">没有外出登记。</p>
  return (
    <>
      <Refusals refusals={end.error?.refusals ?? []} />
      <ul className="plain-list deputies" aria-label="外出">
        {view.absences.map((row) => (
          <li key={row.id}>
            <div>
              <b>{row.officer}</b> 由 <b>{row.deputy}</b> 代理 <AbsenceState row={row} />
              <div className="quiet small">
                {row.from} 至 {row.to}
              </div>
            </div>
            {row.mayEnd && (
              <Button
                size="small"
                loading={end.isPending}
                aria-label={`${row.officer}已返回`}
                onClick={() => end.mutate({ id: row.id })}
              >
                已返回
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function AbsenceState({ row }: { row: AbsenceRow }) {
  if (row.endedOn) return <Mark tone="paused">{`${row.endedOn} 返回`}</Mark>
  return row.running ? <Mark tone="soon">外出中</Mark> : <Mark tone="paused">不在外出期内</Mark>
}

interface Gone {
  officerId: string
  deputyId: string
  from: LocalDate
  to: LocalDate
}

function Away({ view }: { view: DeputiesView }) {
  const [form] = Form.useForm<Gone>()
  const record = useDeed('people.recordAbsence')
  const people = view.officers.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Form<Gone>
      name="away"
      form={form}
      layout="vertical"
      className="deputy-form"
      initialValues={{ officerId: view.me }}
      onFinish={(values) => record.mutate(values, { onSuccess: () => form.resetFields() })}
    >
      <Refusals refusals={record.error?.refusals ?? []} />
      <div className="field-row">
        <Form.Item name="officerId" label="谁外出" rules={required('请选择')}>
          <Select
            className="id-paper"
            options={view.mayArrange ? people : people.filter(({ value }) => value === view.me)}
            showSearch
            optionFilterProp="label"
          />
        </Form.Item>
        <Form.Item name="deputyId" label="谁代理" rules={required('请选择代理人')}>
          <Select className="id-paper" options={people} showSearch optionFilterProp="label" />
        </Form.Item>
        <Form.Item name="from" label="自" rules={required('请填写日期')}>
          <DayField />
        </Form.Item>
        <Form.Item name="to" label="至" rules={required('请填写日期')}>
          <DayField />
        </Form.Item>
      </div>
      <Button htmlType="submit" loading={record.isPending}>
        登记外出
      </Button>
    </Form>
  )
}
