/** One edition: written at while it is drafted, read and judged while it is reviewed. On a phone: text, hits, 通过. */
import { Button } from 'antd'
import { useParams } from 'react-router'
import { cite } from '../../law/cite.ts'
import { ATTRIBUTE_WORDS, AUDIENCE_WORDS, REREVIEW_BY, STAGE_WORDS } from '../../law/publication/attribute.ts'
import { columnWords } from '../../law/publication/columns.ts'
import { STEP_RULES } from '../../law/publication/release-steps.ts'
import { GROUND_TABLE } from '../../law/withholding.ts'
import type { EditionView } from '../../record/publication/edition.ts'
import { EDITION_STATE_WORDS } from '../../record/publication/edition-steps.ts'
import { DOT } from '../parts/dot.ts'
import { Page, Panel } from '../parts/page.tsx'
import { Failure, Loading } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import { useSession } from '../session.tsx'
import { DataChanges } from './data-changes.tsx'
import { Drafting } from './drafting.tsx'
import { Conclusions, Deeds, Risk } from './reviewing.tsx'
import { AtOutlets } from './at-outlets.tsx'
import { EditionText } from './edition-text.tsx'
import { FilesPanel } from './files-panel.tsx'
import { PublicityPanel } from './publicity-panel.tsx'
import { Proof, useProofDeeds } from './proof-panel.tsx'
import { Hits, Steps } from './steps-panel.tsx'

export default function EditionPage() {
  const { id = '' } = useParams()
  const { data: view, error, refetch } = useRead('editions.view', { id })
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!view) return <Loading />
  const title = view.content.title || '（未填写标题）'
  return (
    <Page
      title={view.may.save ? '起草信息' : '信息'}
      lead={
        <>
          {standing(view)}
          {DOT}
          {view.unit ?? view.section ?? '本单位'}
          {DOT}
          {view.authors.join('、')}起草
        </>
      }
      actions={<Address view={view} />}
    >
      {/* Another edition is another form: nothing of the former may stay in its fields. */}
      {view.may.save ? <Drafting key={view.id} view={view} /> : <Read view={view} title={title} />}
    </Page>
  )
}

function standing({ next, waitsFor, withdrawn, state, superior }: EditionView): string {
  if (next)
    return `待${next === 'superior' ? `${superior ?? ''}审定` : STEP_RULES[next].zh}${waitsFor.length > 0 ? `：${waitsFor.join('、')}` : '：还没有人有这个角色，请系统管理员设置'}`
  return withdrawn ? '已撤下' : EDITION_STATE_WORDS[state]
}

function Address({ view }: { view: EditionView }) {
  const { session } = useSession()
  if (!view.address || view.withdrawn) return null
  const base = session.portalPath.slice(0, session.portalPath.lastIndexOf(`/${session.agency.slug}/`))
  return (
    <Button href={`${base}${view.address}`} target="_blank" rel="noreferrer">
      在公开专栏查看
    </Button>
  )
}

function Read({ view, title }: { view: EditionView; title: string }) {
  const deeds = useProofDeeds(view)
  return (
    <div className="approval">
      <div className="approval-head">
        <p className="approval-subject">{title}</p>
        <Risk view={view} />
        <Conclusions view={view} />
      </div>
      <div className="approval-before">
        <PublicityPanel view={view} />
        <Hits view={view} />
        <Proof proof={view.proof} deeds={deeds} />
        <Changes view={view} />
      </div>
      <section className="sheet-frame edition-text" aria-label="正文">
        <EditionText view={view} />
      </section>
      <div className="approval-after">
        <FilesPanel view={view} />
        <Facts view={view} />
        <AtOutlets view={view} />
        <Steps view={view} />
      </div>
      <Deeds view={view} />
    </div>
  )
}

/** Against what stands published; of a table cell by cell. */
export function Changes({ view }: { view: EditionView }) {
  if (view.content.data) return <DataChanges view={view} />
  if (!view.changes) return null
  return (
    <Panel title="与已发布的相比">
      {view.changes.length === 0 ? (
        <p className="quiet">文字没有变化。</p>
      ) : (
        <ul className="plain-list changes">
          {view.changes.map(({ kind, text }) => (
            <li key={`${kind}${text}`}>
              <b className="small">{kind === 'added' ? '新增' : '删去'}</b>{' '}
              {kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Facts({ view }: { view: EditionView }) {
  const { content } = view
  const rows: [string, string | null][] = [
    ['栏目', columnWords(content.column)],
    ['文号', content.number || null],
    ['成文日期', content.formedOn],
    ['应公开期限', view.dueOn ? `${view.dueOn} 前` : view.noDue],
    ['施行日期', content.effectiveOn],
    ['公开属性', ATTRIBUTE_WORDS[content.attribute]],
    ['不公开的理由', content.ground && GROUND_TABLE[content.ground].zh],
    ['依据和说明', content.reason || null],
    ['公开对象', content.audience === 'staff' ? AUDIENCE_WORDS.staff : null],
    ['五公开', content.stage && STAGE_WORDS[content.stage]],
    ['公开到', content.shownUntil],
    ['重新评估', view.reviewOn && `${view.reviewOn} 前（${cite(REREVIEW_BY)}）`],
    ['概述', content.summary || null],
    ['关键词', content.keywords.join('、') || null],
    ['撤下', view.withdrawn && `${view.withdrawn.on}：${view.withdrawn.because}`],
  ]
  return (
    <Panel title="要素">
      <dl className="facts">
        {rows.map(([label, value]) =>
          value ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </Panel>
  )
}
