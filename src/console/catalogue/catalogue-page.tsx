/** 公开事项目录: everything that the unit publishes by its catalogue, by 领域 and 一级事项; the sheet goes out and comes in here. */
import { Button, Select, Space } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { FILE_PATHS } from '../../edge/console/contract.ts'
import { cite } from '../../law/cite.ts'
import { CATALOGUE_BY, CATALOGUE_COLUMN_WORDS } from '../../law/publication/catalogue.ts'
import { grouped } from '../../record/publication/catalogue.ts'
import type { CatalogueRow, CatalogueView } from '../../record/publication/catalogue-view.ts'
import { fileAddress } from '../api.ts'
import { DOT } from '../parts/dot.ts'
import { FindBox } from '../parts/find-box.tsx'
import { Page } from '../parts/page.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Loading, Nothing } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { NOBODY } from './nobody.ts'
import { PacksDrawer } from './packs-drawer.tsx'

const PAGE_SIZE = 50
interface Asked {
  words: string
  group: string
  section: string
}

export default function CataloguePage() {
  const [search, setSearch] = useSearchParams()
  const go = useNavigate()
  const { data: view, error, refetch } = useRead('catalogue.list', {})
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!view) return <Loading />
  const asked: Asked = {
    words: search.get('words') ?? '',
    group: search.get('group') ?? '',
    section: search.get('section') ?? '',
  }
  const show = (next: Partial<Asked> & { page?: number }) => {
    const { page = 1, ...rest } = next
    const all = { ...asked, ...rest, page: String(page) }
    setSearch(Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')))
  }
  const rows = view.rows.filter((row) => isAsked(row, asked))
  const page = Math.min(Number(search.get('page') ?? 1) || 1, Math.max(1, Math.ceil(rows.length / PAGE_SIZE)))
  return (
    <Page
      title="公开事项目录"
      lead={`本单位公开哪些事项、依据什么、多久之内、由谁公开（${cite(CATALOGUE_BY)}）。`}
      actions={<Actions view={view} />}
    >
      {view.waiting > 0 && (
        <div className="note">
          上级目录有 {view.waiting} 项变化等待处理。<Link to={pathTo('inherited')}>查看并接受</Link>
        </div>
      )}
      <div className="filters">
        <Groups view={view} chosen={asked.group} onChoose={(group) => show({ group })} />
        <Select
          aria-label="责任科室"
          className="filter-phase"
          value={asked.section}
          onChange={(section) => show({ section })}
          options={[
            { value: '', label: '全部科室' },
            ...view.sections.map(({ id, name }) => ({ value: id, label: name })),
            { value: NOBODY, label: '没有指定科室' },
          ]}
        />
        <FindBox
          className="filter-text"
          aria-label="查找事项"
          placeholder="事项中的词"
          defaultValue={asked.words}
          onSearch={(typed) => show({ words: typed.trim() })}
        />
      </div>
      <p className="quiet small gap-below" role="status">
        {rows.length === view.rows.length ? `共 ${rows.length} 项` : `${view.rows.length} 项中的 ${rows.length} 项`}
        {view.elsewhere > 0 &&
          `。另有 ${view.elsewhere} 件已经公开的信息没有归入以上事项，没有计入件数；修改信息时选好“公开事项”即可计入`}
      </p>
      <div className="with-side">
        <GroupList view={view} chosen={asked.group} onChoose={(group) => show({ group })} />
        <RowTable<CatalogueRow>
          label="公开事项"
          rows={rows}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void go(pathTo('catalogueItem', { id }))}
          pagination={
            rows.length > PAGE_SIZE && {
              current: page,
              pageSize: PAGE_SIZE,
              showSizeChanger: false,
              onChange: (to) => show({ page: to }),
            }
          }
          empty={<Nothing say={view.rows.length === 0 ? EMPTY : '没有符合条件的事项。请换一个条件。'} />}
          columns={COLUMNS}
        />
      </div>
    </Page>
  )
}

const EMPTY =
  '目录还是空的。手边有本单位公开目录表格的，点“导入表格”，导入前可以预览；没有的，点“装入事项包”，从现成的教育领域目录开始，再逐项修改。'

const COLUMNS = [
  {
    title: '事项',
    render: (_: unknown, row: CatalogueRow) => (
      <>
        <div className="quiet small clamp">{row.first}</div>
        <Link to={pathTo('catalogueItem', { id: row.id })} className="clamp">
          {row.second}
        </Link>
        <div className="small phone-only">
          {row.section ?? '没有指定科室'}
          {DOT}
          {published(row)}
        </div>
        {row.staffOnly && <span className="mark mark-calm">只对本单位公开</span>}
      </>
    ),
  },
  {
    title: '责任科室',
    width: 130,
    responsive: ['sm' as const],
    render: (_: unknown, { section }: CatalogueRow) => section ?? <span className="quiet">没有指定</span>,
  },
  {
    title: CATALOGUE_COLUMN_WORDS.limit,
    width: 200,
    responsive: ['lg' as const],
    render: (_: unknown, { limit }: CatalogueRow) => <span className="clamp">{limit || '按条例'}</span>,
  },
  {
    title: '对象和方式',
    width: 150,
    responsive: ['xl' as const],
    render: (_: unknown, { audience, mode }: CatalogueRow) => (
      <span className="clamp">
        {audience}
        {DOT}
        {mode}
      </span>
    ),
  },
  {
    title: '已公开',
    width: 130,
    responsive: ['sm' as const],
    render: (_: unknown, row: CatalogueRow) => (
      <>
        <div>{row.documents === 0 ? '还没有公开' : `${row.documents} 件`}</div>
        {row.latest && <div className="quiet small day">最近 {row.latest}</div>}
      </>
    ),
  },
]

function published({ documents, latest }: CatalogueRow) {
  return documents === 0 ? '还没有公开' : `${documents} 件，最近 ${latest ?? ''}`
}

function isAsked({ field, first, second, section, sectionId }: CatalogueRow, asked: Asked): boolean {
  const group = asked.group === '' || asked.group === field || asked.group === groupKey(field, first)
  const owner = asked.section === '' || (asked.section === NOBODY ? sectionId === null : sectionId === asked.section)
  const text = `${first}${second}${section ?? ''}`.toLowerCase()
  return (
    group &&
    owner &&
    asked.words
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word))
  )
}

const groupKey = (field: string, first: string) => `${field}/${first}`

interface GroupsProps {
  view: CatalogueView
  chosen: string
  onChoose: (group: string) => void
}

/** 领域 and the 一级事项 of each, with how many items they have. */
function groupsOf({ rows }: CatalogueView) {
  return grouped(rows, ({ field }) => field).map(([field, items]) => ({
    field,
    count: items.length,
    firsts: grouped(items, ({ first }) => first).map(([first, own]) => ({ first, count: own.length })),
  }))
}

function Groups({ view, chosen, onChoose }: GroupsProps) {
  const options = groupsOf(view).flatMap(({ field, count, firsts }) => [
    { value: field, label: `${field}（${count}）` },
    ...firsts.map(({ first, count: own }) => ({ value: groupKey(field, first), label: `　${first}（${own}）` })),
  ])
  return (
    <Select
      aria-label="一级事项"
      className="group-select"
      value={chosen}
      onChange={onChoose}
      showSearch={{ optionFilterProp: 'label' }}
      options={[{ value: '', label: '全部事项' }, ...options]}
    />
  )
}

function GroupList({ view, chosen, onChoose }: GroupsProps) {
  if (view.rows.length === 0) return null
  const button = (value: string, words: string, count: number, deep = false) => (
    <button
      type="button"
      className={`side-choice${deep ? ' deep' : ''}`}
      aria-current={chosen === value ? 'true' : undefined}
      onClick={() => onChoose(value)}
    >
      <span>{words}</span>
      <span className="quiet small">{count}</span>
    </button>
  )
  return (
    <nav className="side-list" aria-label="事项分类">
      {button('', '全部事项', view.rows.length)}
      <ul>
        {groupsOf(view).map(({ field, count, firsts }) => (
          <li key={field}>
            {button(field, field, count)}
            <ul>
              {firsts.map(({ first, count: own }) => (
                <li key={first}>{button(groupKey(field, first), first, own, true)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Actions({ view }: { view: CatalogueView }) {
  const go = useNavigate()
  const [packs, setPacks] = useState(false)
  return (
    <Space wrap>
      {view.rows.length > 0 && <Button href={fileAddress(FILE_PATHS.catalogue())}>导出表格</Button>}
      {view.mayEdit && (
        <>
          <Button onClick={() => setPacks(true)}>装入事项包</Button>
          <Button onClick={() => void go(pathTo('importCatalogue'))}>导入表格</Button>
          <Button type="primary" onClick={() => void go(pathTo('newCatalogueItem'))}>
            新增事项
          </Button>
        </>
      )}
      {packs && <PacksDrawer onClose={() => setPacks(false)} />}
    </Space>
  )
}
