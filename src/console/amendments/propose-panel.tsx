/** 拟写更正决定: what is decided and why; the letter stands beside it as it will print, and somebody else approves. */
import { Alert, App, Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import {
  AMENDMENT_RESULT_WORDS,
  AMENDMENT_RESULTS,
  type AmendmentDecisionInput,
  type AmendmentResult,
} from '../../record/amendments/model.ts'
import type { AmendmentView } from '../../record/amendments/view.ts'
import { newCommandId } from '../api.ts'
import { LiveForm } from '../parts/live-form.tsx'
import { LeaveGuard } from '../parts/leave-guard.tsx'
import { Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { usePlaced } from '../parts/use-placed.ts'
import { useDeed } from '../queries.ts'

type Fields = Partial<AmendmentDecisionInput>

/** What the chosen result needs; the rest of what was typed is kept in the form and left out of the letter. */
function decisionOf({ result, correctedTo = '', reasons = '', to }: Fields): AmendmentDecisionInput | null {
  if (!result) return null
  return {
    result,
    reasons,
    correctedTo: result === 'amended' ? correctedTo : '',
    to: isElsewhere(result) && to?.name && to.contact ? to : null,
  }
}

const isElsewhere = (result: AmendmentResult | undefined) => result === 'transferred' || result === 'pointed'

export function ProposePanel({
  view,
  onDecision,
}: {
  view: AmendmentView
  /** What the letter would say now. */
  onDecision: (decision: AmendmentDecisionInput | null) => void
}) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const [commandId, setCommandId] = useState(newCommandId)
  const result = Form.useWatch('result', form)
  const [typed, setTyped] = useState(false)
  const { others, send } = usePlaced(form)
  const propose = useDeed('amendments.propose')
  const submit = async () => {
    const decision = decisionOf(form.getFieldsValue(true) as Fields)
    if (!decision) return
    if (!(await send(() => propose.mutateAsync({ id: view.id, commandId, seen: view.version, decision })))) return
    setTyped(false)
    setCommandId(newCommandId())
    void message.success('已送审，由负责人审批')
  }
  return (
    <>
      <LeaveGuard when={typed} />
      <Panel title="拟写决定">
        {view.proposal?.returnedBecause && (
          <Alert
            type="warning"
            showIcon
            className="gap-below"
            title="决定稿被退回，请修改后重新送审"
            description={view.proposal.returnedBecause}
          />
        )}
        <LiveForm
          form={form}
          layout="vertical"
          requiredMark={requiredMark}
          initialValues={view.proposal?.decision ?? {}}
          onValuesChange={() => {
            setTyped(true)
            onDecision(decisionOf(form.getFieldsValue(true) as Fields))
          }}
          onFinish={() => void submit()}
        >
          <Refusals refusals={others} />
          {/* Made anew with each version: that evidence was wanting is no longer said once it is there. */}
          <Form.Item key={view.version} name="result" label="决定" rules={[{ required: true, message: '请选择' }]}>
            <Radio.Group
              className="stacked-checks"
              options={AMENDMENT_RESULTS.map((value) => ({ value, label: AMENDMENT_RESULT_WORDS[value] }))}
            />
          </Form.Item>
          {result === 'amended' && (
            <Form.Item
              name="correctedTo"
              label="更正后的记录"
              extra="写进告知书，如：出生日期登记为2014年8月5日。"
              rules={[{ required: true, message: '请写明更正后的记录怎样写' }]}
            >
              <TextArea rows={2} maxLength={3000} />
            </Form.Item>
          )}
          {isElsewhere(result) && (
            <>
              <Form.Item
                name={['to', 'name']}
                label="有权更正的机关"
                rules={[{ required: true, min: 2, message: '请填写机关全称' }]}
              >
                <Input maxLength={100} />
              </Form.Item>
              <Form.Item
                name={['to', 'contact']}
                label="联系方式"
                rules={[{ required: true, min: 2, message: '请填写联系方式' }]}
              >
                <Input maxLength={200} />
              </Form.Item>
            </>
          )}
          {result && (
            <Form.Item
              name="reasons"
              label="核查情况和理由"
              extra={result === 'refused' ? '' : '可以不填；填写的写进告知书。'}
              rules={[{ required: result === 'refused', message: '不予更正须写明理由' }]}
            >
              <TextArea rows={3} maxLength={3000} />
            </Form.Item>
          )}
          <Button type="primary" htmlType="submit" loading={propose.isPending}>
            送审
          </Button>
          <p className="quiet small gap-above">
            由{view.approvers.join('、') || '单位主要负责人'}审批；拟稿人不能审批。批准之日为决定之日。
          </p>
        </LiveForm>
      </Panel>
    </>
  )
}
