import { App, Button, Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Input as Given } from '../../edge/console/contract.ts'
import { addDays, fromParts, yearOf } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { UnitChoice } from '../../record/reports/notice.ts'
import { newCommandId, Refused } from '../api.ts'
import { DayField } from '../parts/day-field.tsx'
import { LiveForm } from '../parts/live-form.tsx'
import { Page, Panel } from '../parts/page.tsx'
import { placeRefusals, Refusals } from '../parts/refusals.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { Failure, Loading, Nothing } from '../parts/states.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'
import { UnitsField } from './units-field.tsx'

type Fields = Omit<Given<'handIns.issue'>, 'commandId'>

const TITLE = '登记报送通知'

/** Units are asked some days before the last day for publication, so that what comes back can be put right in time. */
const DAYS_BEFORE = 11

function usualTitle(year: number): string {
  return `关于报送${year}年度政府信息公开工作年度报告的通知`
}

/** 登记报送通知: on which year, by when, to whom. */
export default function NewNoticePage() {
  const { data, error, refetch } = useRead('handIns.units', {})
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!data) return <Loading />
  if (!data.rows.some(({ excluded }) => excluded === null))
    return (
      <Page title={TITLE}>
        <Nothing say="没有编制年度报告的所属单位。单位在“机构”中设立之后，再登记通知。" />
      </Page>
    )
  return <NoticeForm units={data.rows} />
}

function NoticeForm({ units }: { units: readonly UnitChoice[] }) {
  const { rules } = useSession()
  const { message } = App.useApp()
  const go = useNavigate()
  const [form] = Form.useForm<Fields>()
  const [commandId] = useState(newCommandId)
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const issue = useDeed('handIns.issue')
  const year = yearOf(rules.today) - 1
  // Once that day is over, whoever asks says by when.
  const usual = addDays(fromParts(year + 1, 1, 31), -DAYS_BEFORE)
  const submit = async (fields: Fields) => {
    try {
      const { noticeId } = await issue.mutateAsync({ ...fields, commandId })
      void message.success(`已通知 ${fields.units.length} 个单位`)
      await go(pathTo('handIn', { id: noticeId }))
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure
      setOthers(placeRefusals(form, failure.refusals))
    }
  }
  return (
    <Page title={TITLE} lead="登记后，所选单位立即在“年报”中看到任务；单位编制报告时，引言自动引用通知的文号。">
      <LiveForm<Fields>
        form={form}
        layout="vertical"
        className="narrow"
        requiredMark={requiredMark}
        initialValues={{
          year,
          title: usualTitle(year),
          issuedOn: rules.today,
          fileBy: usual >= rules.today ? usual : null,
          acceptedFirst: false,
          text: '',
          units: units.filter(({ direct, excluded }) => direct && excluded === null).map(({ id }) => id),
        }}
        onFinish={(fields) => void submit(fields)}
      >
        <Refusals refusals={others} />
        <Panel title="通知">
          <div className="field-row">
            <Form.Item name="year" label="报告年度" rules={[{ required: true, message: '请选择年度' }]}>
              <Select
                className="filter-text"
                options={[year, year - 1, year - 2].map((value) => ({ value, label: `${value} 年` }))}
                // A title that somebody wrote stays as it is.
                onChange={(to: number) => {
                  const usual = [year, year - 1, year - 2].map(usualTitle)
                  if (usual.includes(form.getFieldValue('title') as string)) form.setFieldValue('title', usualTitle(to))
                }}
              />
            </Form.Item>
            <Form.Item
              name="number"
              label="文号"
              extra="发文字号，如“云政办〔2026〕3号”"
              rules={[{ required: true, message: '请填写文号' }]}
            >
              <Input maxLength={40} placeholder="机关代字〔年份〕顺序号" />
            </Form.Item>
          </div>
          <Form.Item name="title" label="标题" rules={[{ required: true, message: '请填写标题' }]}>
            <Input maxLength={120} />
          </Form.Item>
          <div className="field-row">
            <Form.Item name="issuedOn" label="印发日期" rules={[{ required: true, message: '请填写印发日期' }]}>
              <DayField max={rules.today} />
            </Form.Item>
            <Form.Item
              name="fileBy"
              label="报送期限"
              extra="部门的报告须在1月31日前公布"
              rules={[{ required: true, message: '请填写报送期限' }]}
            >
              <DayField />
            </Form.Item>
          </div>
          <Form.Item name="acceptedFirst" valuePropName="checked">
            <Checkbox>审核通过之后才能公布（先备案后公布）</Checkbox>
          </Form.Item>
          <Form.Item name="text" label="要求（可不填）">
            <TextArea rows={3} maxLength={3000} placeholder="通知中对编制、报送的具体要求" />
          </Form.Item>
        </Panel>
        <Panel title="报送单位">
          <Form.Item name="units" rules={[{ required: true, message: '请至少选择一个单位' }]}>
            <UnitsField units={units} />
          </Form.Item>
        </Panel>
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={issue.isPending}>
            登记并通知
          </Button>
        </div>
      </LiveForm>
    </Page>
  )
}
