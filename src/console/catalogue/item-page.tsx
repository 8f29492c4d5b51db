/** One item of the catalogue: what it says, what was published under it, how it came to say so; changed and ended here. */
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { AUDIENCE_WORDS } from '../../law/publication/attribute.ts'
import { CATALOGUE_COLUMN_WORDS as WORDS } from '../../law/publication/catalogue.ts'
import type { Trigger } from '../../law/publication/duties.ts'
import { COLUMNS, isColumnKey } from '../../law/publication/columns.ts'
import { elementsOf, ticksInWords } from '../../record/publication/catalogue.ts'
import type { CatalogueItemView } from '../../record/publication/catalogue-view.ts'
import { DOT } from '../parts/dot.ts'
import { Page, Panel } from '../parts/page.tsx'
import { Failure, Loading, Nothing } from '../parts/states.tsx'
import { ReasonModal } from '../parts/reason-modal.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'
import { Differences } from './differences.tsx'
import { ItemEditor } from './item-editor.tsx'

export default function ItemPage() {
  const { id = '' } = useParams()
  const { data: view, error, refetch } = useRead('catalogue.view', { id })
  const [editing, setEditing] = useState(false)
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!view) return <Loading />
  const { content } = view.item
  return (
    <Page
      title={content.second}
      lead={
        <>
          <Link to={pathTo('catalogue')}>公开事项目录</Link> / {content.field} / {content.first}
        </>
      }
      actions={!editing && <Actions view={view} onEdit={() => setEditing(true)} />}
    >
      {editing ? <ItemEditor view={view} onDone={() => setEditing(false)} /> : <Read view={view} />}
    </Page>
  )
}

function Actions({ view, onEdit }: { view: CatalogueItemView; onEdit: () => void }) {
  const { session } = useSession()
  const [ending, setEnding] = useState(false)
  const end = useDeed('catalogue.end')
  const base = session.portalPath.slice(0, session.portalPath.lastIndexOf(`/${session.agency.slug}/`))
  return (
    <>
      {view.address && (
        <Button href={`${base}${view.address}`} target="_blank" rel="noreferrer">
          在公开专栏查看
        </Button>
      )}
      {view.mayEdit && view.endedFrom === null && (
        <>
          <Button danger onClick={() => setEnding(true)}>
            停用
          </Button>
          <Button type="primary" onClick={onEdit}>
            修改
          </Button>
        </>
      )}
      {ending && (
        <ReasonModal
          title="停用这个事项"
          label="停用的原因"
          okText="停用"
          hint="从今天起不再列入目录；已经公开的信息不受影响。"
          onDone={(why) => end.mutateAsync({ id: view.item.id, seen: view.item.seq, from: session.today, why })}
          onClose={() => setEnding(false)}
        />
      )}
    </>
  )
}

function Read({ view }: { view: CatalogueItemView }) {
  return (
    <div className="two-columns">
      <div>
        {view.endedFrom && <p className="note">这个事项自 {view.endedFrom} 起停用。</p>}
        {view.fixedBy && <p className="note">这个事项由{view.fixedBy}规定，随上级目录更新。</p>}
        <Panel title="事项">
          <Facts view={view} />
        </Panel>
      </div>
      <div>
        <Panel title="已经公开的信息">
          {view.documents.length === 0 ? (
            <Nothing say="还没有公开的信息。起草信息时选择这个公开事项，发布后列在这里和公开专栏的目录下。" />
          ) : (
            <ul className="plain-list">
              {view.documents.map(({ id, title, publishedOn }) => (
                <li key={id}>
                  {title} <span className="quiet small day">{publishedOn}</span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
        <Units view={view} />
        <Panel title="沿革">
          <History view={view} />
        </Panel>
      </div>
    </div>
  )
}

function Facts({ view: { item, section } }: { view: CatalogueItemView }) {
  const { content, keeping } = item
  const { audience, mode, level } = ticksInWords(content)
  const ticked = content.outlets.filter((outlet) => outlet.ticked).map(({ name }) => name)
  const facts = [
    [WORDS.basis, content.basis],
    [WORDS.limit, content.limit],
    [WORDS.subject, content.subject],
    [WORDS.outlets, ticked.join('、')],
    [WORDS.audience, audience],
    [WORDS.mode, mode],
    [WORDS.level, level],
    ['责任科室', section ?? '没有指定'],
    ['栏目', isColumnKey(keeping.column) ? COLUMNS[keeping.column].zh : '起草时选择'],
    ['什么时候', keeping.fires.map(triggerWords).join('\n') || '文件成文后'],
    ['面向', AUDIENCE_WORDS[keeping.audience]],
    ['自', item.from],
  ] as const
  return (
    <>
      <h3 className="small-heading">{WORDS.elements}</h3>
      <ul className="bulleted">
        {elementsOf(content.elements).map((element) => (
          <li key={element}>{element}</li>
        ))}
      </ul>
      <dl className="facts facts-written">
        {facts.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words || '—'}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const UNIT_WORDS = { taken: '已沿用', kept: '保留自己的', waiting: '还没有处理' }

/** 下级落实 of an item that is handed down: those that did nothing yet come first. */
function Units({ view: { units } }: { view: CatalogueItemView }) {
  if (units.length === 0) return null
  const order = ['waiting', 'kept', 'taken']
  const sorted = units.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  return (
    <Panel title={`下级落实：${units.filter(({ state }) => state === 'taken').length}/${units.length} 已沿用`}>
      <ul className="plain-list preview-list">
        {sorted.map(({ name, state, because }) => (
          <li key={name}>
            {name} <span className="quiet small">{UNIT_WORDS[state]}</span>
            {because && <div className="small">{because}</div>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function triggerWords(trigger: Trigger): string {
  if (trigger.on === 'calendar') return `每年 ${trigger.opens} 至 ${trigger.due}：${trigger.name}`
  return `${trigger.name}之后${trigger.days === null ? '' : ` ${trigger.days} 个工作日内`}`
}

function History({ view }: { view: CatalogueItemView }) {
  return (
    <ol className="history">
      {view.versions.map((version) => (
        <li key={version.seq}>
          <div>
            {version.ended ? '停用' : version.seq === 1 ? '列入目录' : '修改'}，自 {version.from} 起
          </div>
          <div className="quiet small">
            {version.by} {version.on}
            {version.why && (
              <>
                {DOT}
                {version.why}
              </>
            )}
          </div>
          <Differences differences={version.differences} />
        </li>
      ))}
    </ol>
  )
}
