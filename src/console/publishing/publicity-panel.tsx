/** 公示 on the page of an edition: its days, what releasing it means, and the way to the objections. */
import { Link } from 'react-router'
import { PUBLICITY_RULES } from '../../law/publication/publicity.ts'
import type { EditionPublicity, EditionView } from '../../record/publication/edition.ts'
import { AFTER_PUBLICITY_WORDS, PUBLICITY_STATE_WORDS } from '../../record/publication/publicity.ts'
import { Panel } from '../parts/page.tsx'
import { pathTo } from '../route-table.ts'

export function PublicityPanel({ view }: { view: EditionView }) {
  const { publicity, content, resultOf, documentId } = view
  if (resultOf)
    return (
      <Panel title="公示的结果">
        <p>
          这是<Link to={pathTo('publicity', { documentId: resultOf.documentId })}>《{resultOf.title}》</Link>
          的结果：期满、异议都办结以后才能签发。
        </p>
      </Panel>
    )
  const plan = content.publicity
  if (!publicity || !plan) return null
  const released = view.state === 'released'
  return (
    <Panel
      title="公示"
      extra={
        publicity.state && <Link to={pathTo('publicity', { documentId })}>{PUBLICITY_STATE_WORDS[publicity.state]}，看异议</Link>
      }
    >
      <p>
        <b>{PUBLICITY_RULES[plan.kind].zh}</b>　{publicity.startsOn} 至 {publicity.endsOn ?? '算不出'}
        {!released && '（今天签发的话）'}
      </p>
      {publicity.short && <p className="review-stop">比规定的短：{publicity.short}。</p>}
      {!released && <Meaning publicity={publicity} slight={plan.slight} />}
      <p className="quiet small">
        异议由{plan.contact.office}受理；期满以后{AFTER_PUBLICITY_WORDS[plan.after]}。
      </p>
    </Panel>
  )
}

function Meaning({ publicity: { means, standing }, slight }: { publicity: EditionPublicity; slight: string }) {
  if (means === 'restarts') return <p className="risk">公示的内容有改动：签发后重新公示，原来到 {standing} 的公示作废。</p>
  if (means === 'continues')
    return (
      <p>
        公示期不变，到 {standing} 为止
        {slight && `。只是文字订正：${slight}`}。
      </p>
    )
  return null
}
