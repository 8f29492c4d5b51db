/** 公示 in the form of an edition: which kind, how long, until which day, who takes objections, what comes after it. */
import { Alert, Form, type FormInstance, Input, InputNumber, Radio, Select, Space, Switch } from 'antd'
import { chineseDateWithWeekday } from '../../law/date.ts'
import { lengthWords, PUBLICITY_KINDS, PUBLICITY_RULES, type PublicityKind } from '../../law/publication/publicity.ts'
import type { EditionContent, EditionPublicity } from '../../record/publication/edition.ts'
import {
  AFTER_PUBLICITY,
  AFTER_PUBLICITY_WORDS,
  publicityDays,
  type PublicityPlan,
  usualPlan,
} from '../../record/publication/publicity.ts'
import { DayField } from '../parts/day-field.tsx'
import { useSession } from '../session.tsx'

const UNITS = [
  { value: 'workingDays', label: '个工作日' },
  { value: 'days', label: '日' },
]

export function PublicityFields({
  form,
  standing,
  onChanged,
}: {
  form: FormInstance<EditionContent>
  /** Of the document as it stands published; null for a first edition. */
  standing: EditionPublicity | null
  onChanged: () => void
}) {
  const { session } = useSession()
  const plan = Form.useWatch('publicity', { form, preserve: true })
  const { officeName, name, phone } = session.agency.details
  const set = (next: PublicityPlan | null) => {
    form.setFieldValue('publicity', next)
    onChanged()
  }
  const contact = { office: officeName || name, phone, place: '' }
  return (
    <>
      <Form.Item label="公示" extra="评优、资助、任职、招聘、录取等，作出决定之前先给公众看、听取异议的。">
        <Switch
          aria-label="公示"
          checked={Boolean(plan)}
          checkedChildren="是"
          unCheckedChildren="否"
          onChange={(on) => set(on ? usualPlan('award', contact) : null)}
        />
      </Form.Item>
      {plan && (
        <div className="nested-fields">
          <Days plan={plan} standing={standing} />
          <div className="field-row">
            <Form.Item name={['publicity', 'kind']} label="公示的事项" required className="edition-column">
              <Select
                options={PUBLICITY_KINDS.map((value) => ({ value, label: PUBLICITY_RULES[value].zh }))}
                onChange={(kind: PublicityKind) => set({ ...plan, ...usualPlan(kind, plan.contact), after: plan.after })}
              />
            </Form.Item>
            <Form.Item label="公示期" required>
              <Space.Compact>
                <Form.Item name={['publicity', 'length', 'n']} noStyle>
                  <InputNumber aria-label="公示期的长度" min={1} max={365} precision={0} />
                </Form.Item>
                <Form.Item name={['publicity', 'length', 'unit']} noStyle>
                  <Select aria-label="公示期的单位" options={UNITS} className="unit-field" />
                </Form.Item>
              </Space.Compact>
            </Form.Item>
            <Form.Item name={['publicity', 'startsOn']} label="不早于这一天开始" extra="不填的，从签发之日起。">
              <DayField min={session.today} />
            </Form.Item>
          </div>
          <div className="field-row">
            <Form.Item name={['publicity', 'contact', 'office']} label="受理异议的部门" required>
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item name={['publicity', 'contact', 'phone']} label="电话" required>
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item name={['publicity', 'contact', 'place']} label="地址或者邮箱" className="contact-place">
              <Input maxLength={120} />
            </Form.Item>
          </div>
          <Form.Item name={['publicity', 'after']} label="期满以后">
            <Radio.Group options={AFTER_PUBLICITY.map((value) => ({ value, label: AFTER_PUBLICITY_WORDS[value] }))} />
          </Form.Item>
          {standing?.state === 'running' && (
            <Form.Item
              name={['publicity', 'slight']}
              label="只是文字订正的，写明理由"
              extra="改动不影响公示的人和事的（如改正错别字），写明后公示期照原来的算；不写的，内容有改动就重新公示。"
            >
              <Input maxLength={200} placeholder="如：第三行学校名称的错别字" />
            </Form.Item>
          )}
        </div>
      )}
    </>
  )
}

/** Until which day, counted by the agency's own calendar as the server will count it. */
function Days({ plan, standing }: { plan: PublicityPlan; standing: EditionPublicity | null }) {
  const { rules } = useSession()
  const valid = Number.isInteger(plan.length?.n) && plan.length.n > 0
  if (!valid) return null
  const { startsOn, endsOn, short } = publicityDays(rules.calendar, rules.readings, plan, rules.today)
  const counted = rules.readings.publicityFrom === 'sameDay' ? '当天算一天' : '当天不算'
  const said = endsOn
    ? `今天签发的，${chineseDateWithWeekday(startsOn)}起公示 ${lengthWords(plan.length)}（${counted}），到${chineseDateWithWeekday(endsOn)}为止。`
    : '公示期跨到的年份还没有放假安排，算不出最后一日。'
  const again =
    standing?.state === 'running' && standing.standing
      ? `已发布的一稿公示到 ${standing.standing}，不能缩短；内容有改动的，签发之日起重新公示。`
      : ''
  return (
    <Alert
      type={short || !endsOn ? 'warning' : 'info'}
      showIcon
      className="gap-below"
      title={`${said}${again}`}
      {...(short ? { description: `比规定的短。${short}。` } : {})}
    />
  )
}
