/** 签发授权: which deputy may release what, from when to when, by which paper. */
import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { cite } from '../../law/cite.ts'
import type { LocalDate } from '../../law/date.ts'
import { columnWords } from '../../law/publication/columns.ts'
import { RESERVED } from '../../law/publication/reserved.ts'
import type { Refusal } from '../../law/refusal.ts'
import {
  DELEGATION_STANDING_WORDS,
  type DelegationStanding,
  type ReleaseDelegationRow,
  type ReleaseDelegationsView,
} from '../../record/publication/delegations.ts'
import { FILE_PATHS } from '../../edge/console/contract.ts'
import { fileAddress, keepDelegationPaper, newCommandId, Refused } from '../api.ts'
import { DayField } from '../parts/day-field.tsx'
import { Mark } from '../parts/days-left-mark.tsx'
import { DOT } from '../parts/dot.ts'
import { Panel } from '../parts/page.tsx'
import { ReasonModal } from '../parts/reason-modal.tsx'
import { placeRefusals, Refusals } from '../parts/refusals.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { Failure, Loading } from '../parts/states.tsx'
import { UploadButton } from '../parts/upload-button.tsx'
import { useDeed, useRead } from '../queries.ts'

export function ReleaseDelegations() {
  const { data: view, error, refetch } = useRead('releases.delegations', {})
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!view) return <Loading />
  return (
    <Panel title="签发信息的授权">
      <p className="quiet small gap-below">
        信息由单位主要负责人签发；可以书面授权分管负责人签发指定的栏目。{kept()}由主要负责人本人签发，不能授权。
      </p>
      <Rows view={view} />
      {view.mayDelegate && <Give view={view} />}
    </Panel>
  )
}

function kept(): string {
  return Object.values(RESERVED)
    .map(({ zh, by }) => `${zh}（${cite(by)}）`)
    .join('、')
}

const TONES: Record<DelegationStanding, 'done' | 'soon' | 'paused'> = {
  inForce: 'done',
  ahead: 'soon',
  over: 'paused',
  revoked: 'paused',
}

function Rows({ view }: { view: ReleaseDelegationsView }) {
  const [revoking, setRevoking] = useState<ReleaseDelegationRow | null>(null)
  const revoke = useDeed('releases.revoke')
  if (view.rows.length === 0) return <p className="quiet">没有授权。信息都由单位主要负责人签发。</p>
  return (
    <>
      <ul className="plain-list deputies" aria-label="签发授权">
        {view.rows.map((row) => (
          <li key={row.id}>
            <div>
              <b>{row.officer}</b> <Mark tone={TONES[row.standing]}>{DELEGATION_STANDING_WORDS[row.standing]}</Mark>
              <div>{row.columns.map((key) => columnWords(key) ?? key).join('、')}</div>
              <div className="quiet small">
                {row.from} 至 {row.to}
                {DOT}
                {row.document}
                {DOT}
                {row.grantedBy}授权
              </div>
              {row.revokedOn && (
                <div className="quiet small">
                  {row.revokedOn} 撤销：{row.revokedBecause}
                </div>
              )}
              {row.paper && (
                <p className="download-links small">
                  <a href={fileAddress(FILE_PATHS.delegationPaper(row.id))}>授权书</a>
                </p>
              )}
            </div>
            {view.mayDelegate && (row.standing === 'inForce' || row.standing === 'ahead') && (
              <div className="row-deeds">
                <Paper row={row} />
                <Button size="small" aria-label={`撤销对${row.officer}的授权`} onClick={() => setRevoking(row)}>
                  撤销
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {revoking && (
        <ReasonModal
          title={`撤销对${revoking.officer}的授权`}
          label="撤销的原因"
          okText="撤销"
          hint="从今天起不能再据以签发；此前签发的不受影响。"
          onDone={(because) => revoke.mutateAsync({ id: revoking.id, because })}
          onClose={() => setRevoking(null)}
        />
      )}
    </>
  )
}

function Paper({ row }: { row: ReleaseDelegationRow }) {
  const queries = useQueryClient()
  const bring = async (file: File) => {
    await keepDelegationPaper(row.id, file)
    await queries.invalidateQueries({ predicate: ({ queryKey: [key] }) => key === 'releases.delegations' })
  }
  return (
    <UploadButton
      small
      label={row.paper ? '换授权书' : '传授权书'}
      name={`${row.paper ? '换授权书' : '传授权书'}：${row.document}`}
      bring={bring}
      done="授权书已留存"
    />
  )
}

interface Given {
  officerId: string
  columns: string[]
  from: LocalDate
  to: LocalDate
  document: string
}

const required = (message: string) => [{ required: true, message }]

function Give({ view }: { view: ReleaseDelegationsView }) {
  const [form] = Form.useForm<Given>()
  const [id, setId] = useState(newCommandId)
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const give = useDeed('releases.delegate')
  if (view.deputies.length === 0) return <p className="quiet">本单位还没有“单位分管负责人”，请系统管理员先设置角色。</p>
  const send = async (values: Given) => {
    setOthers([])
    try {
      await give.mutateAsync({ id, ...values })
      form.resetFields()
      setId(newCommandId())
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setOthers(placeRefusals(form, error.refusals))
    }
  }
  return (
    <Form<Given>
      name="release"
      form={form}
      layout="vertical"
      className="deputy-form"
      requiredMark={requiredMark}
      onFinish={(values) => void send(values)}
    >
      <Refusals refusals={others} />
      <div className="field-row">
        <Form.Item name="officerId" label="授权给" rules={required('请选择分管负责人')}>
          <Select className="id-paper" options={view.deputies.map(({ id: value, name }) => ({ value, label: name }))} />
        </Form.Item>
        <Form.Item name="from" label="自" rules={required('请填写日期')}>
          <DayField />
        </Form.Item>
        <Form.Item name="to" label="至" rules={required('请填写日期')}>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name="columns" label="可以签发的栏目" rules={required('请至少选择一个栏目')}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          placeholder="逐个选择，没有选的仍由主要负责人签发"
          options={view.columns.map(({ key, name }) => ({ value: key, label: name }))}
        />
      </Form.Item>
      <Form.Item
        name="document"
        label="授权书的文号或名称"
        rules={required('授权须有书面文件')}
        extra="登记以后可以上传授权书的扫描件。"
      >
        <Input maxLength={200} placeholder="如：云教党组〔2026〕3号" />
      </Form.Item>
      <Button htmlType="submit" loading={give.isPending}>
        登记签发授权
      </Button>
    </Form>
  )
}
