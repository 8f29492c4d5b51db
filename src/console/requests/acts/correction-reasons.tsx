/** 补正事由: what this application lacks is offered first; taking one writes what the notice asks for. */
import { Checkbox, Form } from 'antd'
import { cite } from '../../../law/cite.ts'
import { type CorrectionTrigger, TRIGGER_RULES, triggersOf } from '../../../law/requests/correction-triggers.ts'
import { useRead } from '../../queries.ts'
import { useSession } from '../../session.tsx'

export function CorrectionReasons({ caseId }: { caseId: string }) {
  const { rules } = useSession()
  const form = Form.useFormInstance()
  const { data } = useRead('requests.intake', { id: caseId })
  const gaps = data?.gaps ?? []
  const taken = (triggers: CorrectionTrigger[]) => {
    const written = String(form.getFieldValue('items') ?? '')
    const lines = written.split('\n').filter((line) => line && !ASKS.has(line))
    form.setFieldValue('items', [...triggers.map((trigger) => TRIGGER_RULES[trigger].ask), ...lines].join('\n'))
  }
  return (
    <Form.Item
      name="triggers"
      label="补正事由"
      extra={
        gaps.length > 0
          ? `登记时发现：${gaps.map(({ say }) => say).join('')}`
          : '第二十九条列明的内容都有；内容是否明确，由您判断。'
      }
    >
      <Checkbox.Group
        className="stacked-checks"
        onChange={taken}
        options={triggersOf(rules.readings).map((trigger) => ({
          value: trigger,
          label: `${TRIGGER_RULES[trigger].zh}（${cite(TRIGGER_RULES[trigger].by)}）`,
        }))}
      />
    </Form.Item>
  )
}

const ASKS: ReadonlySet<string> = new Set(Object.values(TRIGGER_RULES).map(({ ask }) => ask))
