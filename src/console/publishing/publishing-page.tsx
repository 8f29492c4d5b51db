/** 信息发布: what waits for oneself, what is drafted, in review, published, or decided not to be. */
import { Button, Input, Segmented } from 'antd'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { ATTRIBUTE_WORDS } from '../../law/publication/attribute.ts'
import { columnWords } from '../../law/publication/columns.ts'
import { STEP_RULES } from '../../law/publication/release-steps.ts'
import {
  EDITION_TAB_WORDS,
  EDITION_TABS,
  type EditionRow,
  type EditionsView,
  type EditionTab,
} from '../../record/publication/edition.ts'
import { EDITION_STATE_WORDS } from '../../record/publication/edition-steps.ts'
import { DOT } from '../parts/dot.ts'
import { Page } from '../parts/page.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Nothing } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'

const EMPTY: Record<EditionTab, string> = {
  todo: '没有待您办理的信息。',
  drafting: '没有正在起草的信息。需要公开的，点“起草信息”；可以从 Word 粘贴，表格会保留。',
  inReview: '没有正在审核的信息。起草人送审后，审核人员按顺序办理。',
  released: '还没有从这里发布的信息。负责人签发后，信息立即出现在公开专栏。',
  kept: '没有审定不公开的信息。不公开的要写明理由，并且定期重新评估。',
}

export default function PublishingPage() {
  const [search, setSearch] = useSearchParams()
  const go = useNavigate()
  const { may } = useSession()
  const asked = EDITION_TABS.find((tab) => tab === search.get('tab')) ?? 'todo'
  const page = Number(search.get('page') ?? 1) || 1
  const words = search.get('words') ?? ''
  const { data: view, error, refetch } = useRead('editions.list', { tab: asked, page, words }, { keep: true })
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  const show = (next: { tab?: EditionTab; page?: number; words?: string }) =>
    setSearch({ tab: next.tab ?? asked, page: String(next.page ?? 1), words: next.words ?? words })
  return (
    <Page
      title="信息发布"
      lead="先审查、后公开：起草、审核、签发都在这里；签发后立即公开。"
      actions={
        may('documents.write') && (
          <Button type="primary" onClick={() => void go(pathTo('newEdition'))}>
            起草信息
          </Button>
        )
      }
    >
      <div className="filters edition-filters">
        <Segmented<EditionTab>
          aria-label="状态"
          value={asked}
          onChange={(tab) => show({ tab })}
          options={EDITION_TABS.map((tab) => ({ value: tab, label: tabWords(tab, view) }))}
        />
        <Input.Search
          aria-label="按标题查找"
          placeholder="标题中的词"
          allowClear
          defaultValue={words}
          onSearch={(typed) => show({ words: typed.trim() })}
        />
      </div>
      <RowTable<EditionRow>
        label={EDITION_TAB_WORDS[asked]}
        rows={view?.rows ?? []}
        rowKey={({ id }) => id}
        loading={!view}
        onOpen={({ id }) => void go(pathTo('edition', { id }))}
        pagination={
          view && view.pages > 1
            ? {
                current: view.page,
                total: view.total,
                pageSize: 20,
                showSizeChanger: false,
                onChange: (to) => show({ page: to }),
              }
            : false
        }
        empty={<Nothing say={words ? `没有标题中含有“${words}”的信息。` : EMPTY[asked]} />}
        columns={[
          {
            title: '标题',
            render: (_, row) => (
              <>
                <Link to={pathTo('edition', { id: row.id })}>{row.title}</Link>
                <div className="quiet small">
                  {columnWords(row.column) ?? '未选栏目'}
                  {DOT}
                  {row.unit ?? row.section ?? '本单位'}
                  {row.attribute !== 'proactive' && (
                    <>
                      {DOT}
                      {ATTRIBUTE_WORDS[row.attribute]}
                    </>
                  )}
                </div>
                <div className="phone-only small">
                  {standing(row)}
                  {DOT}
                  {row.updatedOn}
                </div>
              </>
            ),
          },
          { title: '进度', width: 170, responsive: ['sm'], render: (_, row) => standing(row) },
          { title: '最近办理', width: 110, className: 'day', responsive: ['sm'], dataIndex: 'updatedOn' },
        ]}
      />
    </Page>
  )
}

function tabWords(tab: EditionTab, view: EditionsView | undefined): string {
  const count = tab === 'todo' ? view?.todo : undefined
  return count ? `${EDITION_TAB_WORDS[tab]} ${count}` : EDITION_TAB_WORDS[tab]
}

function standing({ state, next, lookAfter }: EditionRow): string {
  if (next) return `待${STEP_RULES[next].zh}`
  const after = state === 'released' ? lookAfter.map((step) => STEP_RULES[step].zh).join('、') : ''
  return after ? `已发布，待补${after}` : EDITION_STATE_WORDS[state]
}
