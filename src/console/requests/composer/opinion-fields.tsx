/** 内部意见: the questions of a stretched ground, the marking of a secret, the weighing of the public interest. Kept sealed, never printed. */
import { Form, Input, Radio, Select } from 'antd'
import { cite } from '../../../law/cite.ts'
import { questionsFor } from '../../../law/requests/outcome-questions.ts'
import type { Outcome } from '../../../law/requests/vocabulary.ts'
import { GROUND_TABLE, type RemainderGround, SECRET_LEVEL_WORDS, SECRET_LEVELS } from '../../../law/withholding.ts'
import { testedGrounds } from '../../../record/requests/check-grounds.ts'
import type { ReplyContent } from '../../../record/requests/reply.ts'
import { groundsOf } from '../../../record/requests/reply-grounds.ts'
import { DayField } from '../../parts/day-field.tsx'
import { TextArea } from '../../parts/text-area.tsx'

export function OpinionFields({ values }: { values: ReplyContent }) {
  const grounds = groundsOf(values)
  return (
    <>
      {testedGrounds(values).map((ground) => (
        <GroundTest key={ground} ground={ground} />
      ))}
      {grounds.includes('stateSecret') && <Secret />}
      {grounds.includes('thirdParty') && (
        <Form.Item
          name="weighing"
          label="公共利益权衡（内部意见，不印出）"
          extra="第三方不同意，不等于就不公开：写明公开与不公开各有什么影响，为什么不公开不会对公共利益造成重大影响。"
        >
          <TextArea rows={3} maxLength={2000} />
        </Form.Item>
      )}
    </>
  )
}

/** Three questions, each answered with yes or no and why. A no means that the ground does not hold. */
function GroundTest({ ground }: { ground: RemainderGround }) {
  const { zh, by, questions, counterExamples } = GROUND_TABLE[ground]
  return (
    <fieldset className="field-group">
      <legend>
        用“{zh}”先答三问（{cite(by)}）
      </legend>
      <p className="quiet gap-below">
        答案作为内部意见留在答复稿中，不印在告知书上；有一问为“否”，就不能用这个理由。不能用的例子：{counterExamples.join('；')}。
      </p>
      {questions.map((question, place) => (
        <div key={question} className="ground-question">
          <Form.Item name={['testsOf', ground, String(place), 'holds']} label={question}>
            <Radio.Group
              options={[
                { value: true, label: '是' },
                { value: false, label: '否' },
              ]}
            />
          </Form.Item>
          <Form.Item name={['testsOf', ground, String(place), 'why']} label="根据">
            <Input maxLength={500} placeholder="如：第3页会议记录，尚未形成决定" />
          </Form.Item>
        </div>
      ))}
    </fieldset>
  )
}

function Secret() {
  return (
    <fieldset className="field-group">
      <legend>定密情况（{cite(GROUND_TABLE.stateSecret.by)}）</legend>
      <p className="quiet gap-below">本系统不得存储国家秘密：这里只写标志和依据，不写内容。</p>
      <Form.Item name={['secret', 'level']} label="密级">
        <Select options={SECRET_LEVELS.map((value) => ({ value, label: SECRET_LEVEL_WORDS[value] }))} />
      </Form.Item>
      <Form.Item name={['secret', 'basis']} label="定密依据" extra="保密事项范围的条目，或者定密的决定。">
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name={['secret', 'by']} label="定密机关、定密责任人">
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={['secret', 'period']} label="保密期限（按标志）">
        <Input maxLength={100} placeholder="如：10年、至启用前" />
      </Form.Item>
      <Form.Item name={['secret', 'until']} label="期限届满之日（确定的填写）">
        <DayField />
      </Form.Item>
    </fieldset>
  )
}

/** What to ask before an outcome that rests on no ground of Art 14–16 is chosen, and where it does not hold. */
export function OutcomeGuide({ outcome }: { outcome: Outcome }) {
  const asked = questionsFor(outcome)
  if (!asked) return null
  return (
    <details className="guide">
      <summary>选用之前先问（{cite(asked.by)}）</summary>
      <ul>
        {asked.questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <p>不能用的例子：{asked.counterExamples.join('；')}。</p>
    </details>
  )
}
