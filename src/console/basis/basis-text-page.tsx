import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { articleHeading } from '../../law/basis/text.ts'
import { BASIS_KIND_WORDS } from '../../law/basis/library.ts'
import type { LocalDate } from '../../law/date.ts'
import { BASIS_USE_WORDS, type BasisUse, usesByArticle } from '../../record/basis/uses.ts'
import type { BasisView } from '../../record/basis/view.ts'
import { DayField } from '../parts/day-field.tsx'
import { Page, Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { Failure, Loading } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { sinceWords } from './basis-page.tsx'

/** One text: its validity, its words, and what of the product rests on it. */
export default function BasisTextPage() {
  const { key = '' } = useParams()
  const { data: view, error, refetch } = useRead('basis.get', { key })
  const [repealing, setRepealing] = useState(false)
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!view) return <Loading />
  const facts: [string, string][] = [
    ['文号', view.number],
    ['类别', BASIS_KIND_WORDS[view.kind]],
    ['施行', sinceWords(view)],
    ['失效', view.to ? `${view.to} 止` : '现行有效'],
    ['替代文本', view.replacedBy ?? ''],
    ['条数', view.articles === null ? '' : `${view.articles} 条（本库收录 ${view.kept} 条全文）`],
    ['日期依据', view.source],
  ]
  return (
    <Page
      title={view.title}
      lead={<Link to={pathTo('basis')}>依据库</Link>}
      actions={view.own && view.mayEdit && view.to === null && <Button onClick={() => setRepealing(true)}>登记废止</Button>}
    >
      <Panel title="效力">
        <dl className="facts facts-grid">
          {facts.map(
            ([name, value]) =>
              value && (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
      </Panel>
      <Uses uses={view.uses} />
      <Panel title="条文">
        {view.text.length === 0 ? (
          <p className="quiet">本库没有收录全文。引用时请对照正式文本。</p>
        ) : (
          <div className="statute">
            {view.text.map(({ number, lines }) => (
              <section key={number} id={`a${number}`} aria-label={articleHeading(number)}>
                <p>
                  <b>{articleHeading(number)}</b>　{lines[0]}
                </p>
                {lines.slice(1).map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </section>
            ))}
          </div>
        )}
      </Panel>
      {repealing && <Repeal view={view} onClose={() => setRepealing(false)} />}
    </Page>
  )
}

/** Grouped: a change of the text touches all of these. */
export function Uses({ uses }: { uses: readonly BasisUse[] }) {
  const kinds = (Object.keys(BASIS_USE_WORDS) as BasisUse['what'][]).filter((what) => uses.some((use) => use.what === what))
  return (
    <Panel title="用在哪里">
      {kinds.length === 0 && <p className="quiet">系统的规则和文书没有直接引用它；理由中可以引用。</p>}
      {kinds.length > 0 && <p className="quiet gap-below">文本修改、废止或者被替代时，下列各处需要核对。</p>}
      <dl className="facts facts-wide">
        {kinds.map((what) => (
          <div key={what}>
            <dt>{BASIS_USE_WORDS[what]}</dt>
            <dd>
              {usesByArticle(uses.filter((use) => use.what === what)).map(({ at, names }) => (
                <div key={at}>
                  {at && <b>{at}：</b>}
                  {names.join('；')}
                </div>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function Repeal({ view, onClose }: { view: BasisView; onClose: () => void }) {
  const { message } = App.useApp()
  const [from, setFrom] = useState<LocalDate | null>(null)
  const repeal = useDeed('basis.repeal')
  return (
    <Modal
      open
      title={`登记废止：${view.title}`}
      okText="登记"
      cancelText="取消"
      okButtonProps={{ disabled: from === null }}
      confirmLoading={repeal.isPending}
      onCancel={onClose}
      onOk={() => {
        if (from !== null)
          repeal.mutate(
            { key: view.key, from },
            {
              onSuccess: () => {
                void message.success('已登记废止')
                onClose()
              },
            },
          )
      }}
    >
      <Refusals refusals={repeal.error?.refusals ?? []} />
      <p className="quiet gap-below">自这一天起，答复中引用它会被退回。文本仍保留，此前的答复不受影响。</p>
      <DayField value={from} onChange={setFrom} aria-label="废止之日" />
    </Modal>
  )
}
