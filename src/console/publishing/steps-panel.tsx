/** What was done on the way, what is still to come; and what the machine found in the text. */
import { STEP_RULES } from '../../law/publication/release-steps.ts'
import type { EditionHit } from '../../record/publication/edition-checks.ts'
import type { EditionView } from '../../record/publication/edition.ts'
import { STEP_KIND_WORDS } from '../../record/publication/edition-steps.ts'
import { FILE_PATHS } from '../../edge/console/contract.ts'
import { fileAddress } from '../api.ts'
import { Panel } from '../parts/page.tsx'

export function Steps({ view }: { view: EditionView }) {
  const ahead = view.next ? view.chain.slice(view.chain.indexOf(view.next)) : []
  return (
    <Panel title="审查呈批">
      <ol className="edition-steps">
        {view.steps.map((one) => (
          <li key={one.seq} className={one.kind === 'returned' || one.kind === 'forced' ? 'is-late' : ''}>
            <span className="day">{one.on}</span>
            <span>
              <b>{one.step ? `${STEP_RULES[one.step].zh}：${STEP_KIND_WORDS[one.kind]}` : STEP_KIND_WORDS[one.kind]}</b>
              <span className="quiet">
                　{one.by}
                {one.ofAgency && `（${one.ofAgency}）`}
              </span>
              {one.ofEarlierText && <span className="quiet small">　（修改前的稿）</span>}
              {one.authority && <span className="quiet small as-written">依据授权：{one.authority}</span>}
              {one.note && <span className="as-written">{one.note}</span>}
            </span>
          </li>
        ))}
        {ahead.map((step) => (
          <li key={step} className="quiet">
            <span className="day" />
            <span>
              待{STEP_RULES[step].zh}
              {step === 'superior' && `（${view.superior ?? '主管部门'}）`}
            </span>
          </li>
        ))}
        {view.steps.length === 0 && <li className="quiet">还没有送审。</li>}
      </ol>
      {view.steps.length > 0 && (
        <p className="download-links small">
          <a href={fileAddress(FILE_PATHS.reviewSheet(view.id))}>打印审查呈批单</a>
        </p>
      )}
      {view.forced.length > 0 && (
        <p className="review-stop small">跳过的{view.forced.map((step) => STEP_RULES[step].zh).join('、')}还没有补审。</p>
      )}
    </Panel>
  )
}

const FIELD_WORDS: Record<EditionHit['field'], string> = { title: '标题', body: '正文', summary: '概述', number: '文号' }

export function Hits({ view }: { view: EditionView }) {
  const inFiles = view.files.flatMap(({ id, title, found }) =>
    found.flatMap(({ say, stops }) => (stops ? [{ id, title, say }] : [])),
  )
  return (
    <Panel title="机器检查">
      {view.hits.length + inFiles.length === 0 ? (
        <p className="quiet">没有发现个人号码和密级标志；内容仍须人工核对。</p>
      ) : (
        <ul className="plain-list">
          {view.hits.map((hit) => (
            <li key={`${hit.field}${hit.say}`} className={hit.stops ? 'review-stop' : ''}>
              <b>{FIELD_WORDS[hit.field]}</b>　{hit.say}
              {hit.then}
            </li>
          ))}
          {inFiles.map(({ id, title, say }) => (
            <li key={`${id}${say}`} className="review-stop">
              <b>附件“{title}”</b>　有{say}。
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
