/** 对第三方意见的处理 (Art 32): of each who objects, whether it is heard, which information that is, and why. */
import { Form, Radio } from 'antd'
import { cite, reg } from '../../../law/cite.ts'
import { OBJECTION_DECISION_WORDS, OBJECTION_DECISIONS } from '../../../law/requests/consultation.ts'
import { objectionsDecided } from '../../../record/requests/objections.ts'
import type { ReplyContent } from '../../../record/requests/reply.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { TextArea } from '../../parts/text-area.tsx'

export function ObjectionFields({ view, values }: { view: CaseView; values: ReplyContent }) {
  return objectionsDecided(values, view.consultations).map((objection) => (
    <Objection key={objection.party} reasonsGiven={reasonsOf(view, objection.party)} {...objection} />
  ))
}

/** What the party wrote on its slip. */
function reasonsOf({ acts }: CaseView, party: string): string {
  const answers = acts.map(({ act }) => act).filter((act) => act.kind === 'third-party-answered')
  return answers.findLast((act) => act.party === party)?.reasons ?? ''
}

const ASKED = {
  respected: {
    content: { label: '哪些信息不予公开', hint: '写明去掉的是什么，不写出内容本身；留在内部意见中。' },
    reasons: { label: '其理由为什么合理', hint: '它的权益会受到什么损害，公共利益为什么不要求公开；留在内部意见中。' },
  },
  overridden: {
    content: { label: '决定公开哪些信息', hint: '只写它的信息，印在给它的告知书上。' },
    reasons: {
      label: '仍予公开的理由',
      hint: '不公开会对公共利益造成什么重大影响，或者它的理由为什么不成立；印在给它和给申请人的告知书上，不写姓名、名称。',
    },
  },
} as const

function Objection({ party, decision, reasonsGiven }: ReturnType<typeof objectionsDecided>[number] & { reasonsGiven: string }) {
  const asked = decision && ASKED[decision]
  return (
    <fieldset className="field-group">
      <legend>
        {party}不同意公开，怎样处理（{cite(reg('32'))}）
      </legend>
      <p className="quiet gap-below">
        {reasonsGiven ? `它的理由：${reasonsGiven}` : '它没有写明理由。'}
        {decision === 'overridden' && ' 作出答复时，同时给它一份决定公开告知书。'}
      </p>
      <Form.Item name={['objections', party, 'decision']} label={`${party}的意见`}>
        <Radio.Group options={OBJECTION_DECISIONS.map((value) => ({ value, label: OBJECTION_DECISION_WORDS[value] }))} />
      </Form.Item>
      {asked && (
        <>
          <Form.Item
            name={['objections', party, 'content']}
            label={`${party}：${asked.content.label}`}
            extra={asked.content.hint}
          >
            <TextArea rows={2} maxLength={2000} />
          </Form.Item>
          <Form.Item
            name={['objections', party, 'reasons']}
            label={`${party}：${asked.reasons.label}`}
            extra={asked.reasons.hint}
          >
            <TextArea rows={3} maxLength={2000} />
          </Form.Item>
        </>
      )}
    </fieldset>
  )
}
