import type { ReactNode } from 'react'
import { chineseDate } from '../../../law/date.ts'
import { GROUND_TABLE, SECRET_LEVEL_WORDS } from '../../../law/withholding.ts'
import type { ReplyContent } from '../../../record/requests/reply.ts'
import { Panel } from '../../parts/page.tsx'

/** 内部意见 of a draft, for those who review and decide: they are in no letter and go to nobody outside. */
export function Opinions({ content }: { content: Pick<ReplyContent, 'tests' | 'weighing' | 'secret'> }) {
  const { tests, weighing, secret } = content
  if (tests.length === 0 && !weighing && !secret?.level) return null
  return (
    <Panel title="内部意见（不印在告知书上）">
      {tests.map(({ of, answers }) => (
        <section key={of} aria-label={`用“${GROUND_TABLE[of].zh}”的三问`} className="gap-below">
          <p>
            <b>用“{GROUND_TABLE[of].zh}”的三问</b>
          </p>
          <dl className="facts facts-wide">
            {GROUND_TABLE[of].questions.map((question, place) => (
              <Line key={question} name={question}>
                {answerWords(answers[place])}
              </Line>
            ))}
          </dl>
        </section>
      ))}
      <dl className="facts facts-wide">
        {weighing && <Line name="公共利益权衡">{weighing}</Line>}
        {secret?.level && (
          <>
            <Line name="密级">{SECRET_LEVEL_WORDS[secret.level]}</Line>
            <Line name="定密依据">{secret.basis || '没有填写'}</Line>
            <Line name="定密机关、定密责任人">{secret.by || '没有填写'}</Line>
            <Line name="保密期限">
              {secret.period || '没有填写'}
              {secret.until && `（${chineseDate(secret.until)}届满）`}
            </Line>
          </>
        )}
      </dl>
    </Panel>
  )
}

function answerWords(answer: ReplyContent['tests'][number]['answers'][number] | undefined): string {
  if (!answer || answer.holds === null) return '没有回答'
  return `${answer.holds ? '是' : '否'}${answer.why && `：${answer.why}`}`
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
