/** 类案与转为主动公开: earlier cases alike with how they ended; a hint where several people ask for the same. */
import { Alert, Button, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { cite } from '../../../law/cite.ts'
import { CONVERSION_BY, SEVERAL_ASKERS } from '../../../law/publication/conversion.ts'
import { outcomeRule } from '../../../law/requests/outcomes.ts'
import type { DecidingView, SimilarCase } from '../../../record/requests/deciding-view.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { newCommandId } from '../../api.ts'
import { DOT } from '../../parts/dot.ts'
import { Panel } from '../../parts/page.tsx'
import { Refusals } from '../../parts/refusals.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import { useDeed, useRead } from '../../queries.ts'
import { pathTo } from '../../route-table.ts'

const DISPUTE_WORDS = {
  pending: '复议、诉讼尚未审结',
  upheld: '复议、诉讼维持',
  corrected: '复议、诉讼纠正',
  other: '复议、诉讼其他结果',
}

export function SimilarPanel({ view }: { view: CaseView }) {
  const { data } = useRead('requests.deciding', { id: view.id })
  if (!data) return null
  return (
    <Panel title="类案">
      {data.similar.length === 0 && <p className="quiet gap-below">没有相近的申请。</p>}
      <ul className="plain-list similar" aria-label="相近的申请">
        {data.similar.map((one) => (
          <li key={one.id}>
            <Similar one={one} />
          </li>
        ))}
      </ul>
      <Conversion view={view} deciding={data} />
    </Panel>
  )
}

function Similar({ one }: { one: SimilarCase }) {
  return (
    <>
      <Link to={pathTo('case', { id: one.id })}>{one.subject}</Link>
      <div className="quiet small">
        {[
          one.number,
          one.samePerson && '同一申请人',
          one.outcome ? outcomeRule(one.outcome).zh : '办理中',
          one.dispute && DISPUTE_WORDS[one.dispute],
        ]
          .filter(Boolean)
          .join(DOT)}
      </div>
    </>
  )
}

function Conversion({ view, deciding }: { view: CaseView; deciding: DecidingView }) {
  const [open, setOpen] = useState<'propose' | 'decide' | null>(null)
  const { conversion, askers, mayPropose, mayDecide } = deciding
  return (
    <>
      {askers >= SEVERAL_ASKERS && !conversion && (
        <Alert
          type="info"
          showIcon
          className="gap-below"
          title={`有 ${askers} 个申请人申请过相近的信息`}
          description={`可以公开的，可以纳入主动公开（${cite(CONVERSION_BY)}）。`}
        />
      )}
      {conversion && (
        <p className="note">
          {conversion.proposedBy}于 {conversion.proposedOn} 建议将“{conversion.information}”转为主动公开；
          {conversion.result === null
            ? '等待审核。'
            : conversion.result === 'converted'
              ? '已转为主动公开，审核单在“文书与附件”中。'
              : `未采纳：${conversion.because}`}
        </p>
      )}
      {!conversion && mayPropose && <Button onClick={() => setOpen('propose')}>建议转为主动公开</Button>}
      {conversion?.result === null && mayDecide && <Button onClick={() => setOpen('decide')}>审核转为主动公开的建议</Button>}
      {open === 'propose' && <Propose view={view} onClose={() => setOpen(null)} />}
      {open === 'decide' && <Decide view={view} onClose={() => setOpen(null)} />}
    </>
  )
}

function Propose({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const [form] = Form.useForm<{ information: string; reason: string }>()
  const [commandId] = useState(newCommandId)
  const propose = useDeed('requests.proposeConversion')
  return (
    <Modal
      open
      title="建议转为主动公开"
      okText="提出建议"
      cancelText="取消"
      confirmLoading={propose.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Refusals refusals={propose.error?.refusals ?? []} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ information: view.subject, reason: '' }}
        onFinish={(values) => propose.mutate({ id: view.id, commandId, seen: view.version, ...values }, { onSuccess: onClose })}
      >
        <Form.Item name="information" label="哪些信息" rules={[{ required: true, message: '请写明信息的名称' }]}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="reason" label="理由" rules={[{ required: true, min: 2, message: '请写明理由' }]}>
          <TextArea rows={3} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

interface Decided {
  result: 'converted' | 'declined'
  link: string
  because: string
}

function Decide({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const [form] = Form.useForm<Decided>()
  const [commandId] = useState(newCommandId)
  const decide = useDeed('requests.decideConversion')
  const result = Form.useWatch('result', form) ?? 'converted'
  return (
    <Modal
      open
      title="审核转为主动公开的建议"
      okText="登记审核结果"
      cancelText="取消"
      confirmLoading={decide.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Refusals refusals={decide.error?.refusals ?? []} />
      <Form<Decided>
        form={form}
        layout="vertical"
        initialValues={{ result: 'converted', link: '', because: '' }}
        onFinish={(values) =>
          decide.mutate({ id: view.id, commandId, seen: view.version, documentId: null, ...values }, { onSuccess: onClose })
        }
      >
        <Form.Item name="result" label="审核意见">
          <Radio.Group
            options={[
              { value: 'converted', label: '转为主动公开' },
              { value: 'declined', label: '不转' },
            ]}
          />
        </Form.Item>
        <Form.Item name="link" label="公开的网址" hidden={result === 'declined'}>
          <Input maxLength={500} placeholder="先公开，再登记；从浏览器地址栏复制" />
        </Form.Item>
        <Form.Item name="because" label={result === 'declined' ? '不转的理由' : '说明（可不填）'}>
          <TextArea rows={2} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
