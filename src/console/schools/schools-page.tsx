/** 学校公开情况: every school by every kind of the term; narrowed, taken away as a spreadsheet, and reminded with one click. */
import { App, Button, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { TILE_KEYS, type TileKey, TILES } from '../../law/publication/term-card.ts'
import type { Reminded, SchoolRow, SchoolsView } from '../../record/publication/schools.ts'
import { TILE_STATE_WORDS, type TileState } from '../../record/publication/term-card.ts'
import { FILE_PATHS } from '../../edge/console/contract.ts'
import { fileAddress, Refused } from '../api.ts'
import { Mark } from '../parts/days-left-mark.tsx'
import { Page } from '../parts/page.tsx'
import { refusalWords } from '../parts/refusals.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Loading, Nothing } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { TILE_TONE } from './tiles.ts'

const SHOWN = ['gaps', 'overdue', 'all'] as const
type Shown = (typeof SHOWN)[number]
const SHOWN_NAMES: Record<Shown, string> = { gaps: '有缺口的', overdue: '有逾期的', all: '全部学校' }

export default function SchoolsPage() {
  const [search, setSearch] = useSearchParams()
  const go = useNavigate()
  const { data: view, error, refetch } = useRead('schools.list', {})
  const [chosen, setChosen] = useState<readonly string[]>([])
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!view) return <Loading />
  if (view.rows.length === 0)
    return (
      <Page title="学校公开情况">
        <Nothing say="本单位没有所属的学校、幼儿园。请系统管理员先设立所属单位。" />
      </Page>
    )
  const shown = SHOWN.find((one) => one === search.get('shown')) ?? 'gaps'
  const tile = TILE_KEYS.find((key) => key === search.get('tile')) ?? null
  const words = search.get('words') ?? ''
  const narrow = (next: Record<string, string>) => {
    setChosen([])
    setSearch({ shown, ...(tile ? { tile } : {}), words, ...next })
  }
  const rows = narrowed(view.rows, { shown, tile, words })
  return (
    <Page
      title="学校公开情况"
      lead={`${view.term}，${view.rows.length} 所学校、幼儿园，十二类信息。${sums(view)}`}
      actions={
        <>
          <Button href={fileAddress(FILE_PATHS.schools())}>导出 Excel</Button>
          <Button onClick={() => void go(pathTo('superior'))}>审定要求</Button>
        </>
      }
    >
      <div className="filters narrow-search">
        <Segmented<Shown>
          aria-label="哪些学校"
          value={shown}
          onChange={(to) => narrow({ shown: to })}
          options={SHOWN.map((value) => ({
            value,
            label: `${SHOWN_NAMES[value]} ${narrowed(view.rows, { shown: value, tile, words }).length}`,
          }))}
        />
        <Select<TileKey | ''>
          aria-label="哪一类"
          value={tile ?? ''}
          onChange={(to) => narrow({ tile: to })}
          options={[{ value: '', label: '所有类别' }, ...TILE_KEYS.map((value) => ({ value, label: TILES[value].zh }))]}
        />
        <Input.Search
          aria-label="按校名查找"
          placeholder="校名中的字"
          allowClear
          defaultValue={words}
          onSearch={(typed) => narrow({ words: typed.trim() })}
        />
      </div>
      {view.mayRemind && <Remind view={view} rows={rows} chosen={chosen} onDone={() => setChosen([])} />}
      <RowTable<SchoolRow>
        label={SHOWN_NAMES[shown]}
        rows={rows}
        rowKey={({ id }) => id}
        pagination={rows.length > 50 && { pageSize: 50, showSizeChanger: false }}
        empty={<Nothing say={words ? `没有校名含“${words}”的。` : '各校该公开的都公开了。'} />}
        {...(view.mayRemind ? { chosen, onChoose: setChosen, nameOf: ({ name }: SchoolRow) => name } : {})}
        columns={[
          {
            title: '学校',
            fixed: 'left',
            width: 190,
            render: (_, row) => (
              <>
                <b>{row.name}</b>
                <div className="quiet small">
                  {row.gaps > 0 ? `${row.gaps} 类没有公开` : '都公开了'}
                  {row.overdue > 0 && `，逾期 ${row.overdue}`}
                  {row.remindedOn && `，${row.remindedOn} 提醒过`}
                </div>
                <div className="phone-only">
                  <GapWords row={row} tile={tile} />
                </div>
              </>
            ),
          },
          ...(tile ? [tile] : TILE_KEYS).map((key) => ({
            title: TILES[key].zh,
            key,
            width: tile ? 200 : 66,
            ...(tile ? {} : { className: 'narrow-cell' }),
            responsive: ['md' as const],
            render: (_: unknown, row: SchoolRow) => <Cell cell={cellOf(row, key)} wide={tile !== null} />,
          })),
        ]}
      />
    </Page>
  )
}

function cellOf({ tiles }: SchoolRow, key: TileKey): SchoolRow['tiles'][number] {
  return tiles[TILE_KEYS.indexOf(key)] ?? { state: 'noItem', due: null }
}

const GAPS: readonly TileState[] = ['overdue', 'due', 'noItem']

function narrowed(
  rows: readonly SchoolRow[],
  { shown, tile, words }: { shown: Shown; tile: TileKey | null; words: string },
): SchoolRow[] {
  const has = (row: SchoolRow, states: readonly TileState[]) =>
    tile ? states.includes(cellOf(row, tile).state) : row.tiles.some(({ state }) => states.includes(state))
  return rows
    .filter(({ name }) => name.includes(words))
    .filter((row) => shown === 'all' || has(row, shown === 'overdue' ? ['overdue'] : GAPS))
}

function sums({ rows }: SchoolsView): string {
  const gaps = rows.filter((row) => row.gaps > 0).length
  const overdue = rows.filter((row) => row.overdue > 0).length
  return gaps === 0 ? '各校该公开的都公开了。' : `${gaps} 所有缺口，其中 ${overdue} 所有逾期的。`
}

function Cell({ cell: { state, due }, wide }: { cell: SchoolRow['tiles'][number]; wide: boolean }) {
  return (
    <>
      <Mark tone={TILE_TONE[state]}>{wide ? TILE_STATE_WORDS[state] : SHORT[state]}</Mark>
      {due && (state === 'due' || state === 'overdue') && <div className="small day">{wide ? `期限 ${due}` : due.slice(5)}</div>}
    </>
  )
}

/** As much as a narrow column holds; the words in full stand where one kind is shown. */
const SHORT: Record<TileState, string> = {
  overdue: '逾期',
  due: '待公开',
  upcoming: '未到',
  done: '已公开',
  notApplicable: '不用',
  noItem: '缺目录',
}

/** More than these are counted, not named. */
const MOST_NAMED = 6

/** On a phone: what is open, in words. */
function GapWords({ row, tile }: { row: SchoolRow; tile: TileKey | null }) {
  const open = (tile ? [tile] : TILE_KEYS).filter((key) => GAPS.includes(cellOf(row, key).state))
  return (
    <div className="small">
      {open.slice(0, MOST_NAMED).map((key) => (
        <span key={key} className="gap-word">
          <Mark tone={TILE_TONE[cellOf(row, key).state]}>{TILES[key].zh}</Mark>
        </span>
      ))}
      {open.length > MOST_NAMED && `等 ${open.length} 类`}
    </div>
  )
}

/** 一键提醒: those chosen, or all that the list shows with gaps; each once a day. */
function Remind({
  view,
  rows,
  chosen,
  onDone,
}: {
  view: SchoolsView
  rows: readonly SchoolRow[]
  chosen: readonly string[]
  onDone: () => void
}) {
  const { message } = App.useApp()
  const remind = useDeed('schools.remind')
  const asked = rows.filter((row) => row.gaps > 0 && (chosen.length === 0 || chosen.includes(row.id)))
  const fresh = asked.filter(({ remindedOn }) => remindedOn !== view.today)
  const send = async () => {
    try {
      const done = await remind.mutateAsync({ units: asked.map(({ id }) => id) })
      void message.success(remindedWords(done), 8)
      onDone()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      void message.error(error.refusals.map(refusalWords).join(''), 8)
    }
  }
  return (
    <div className="filters">
      <Button type="primary" disabled={fresh.length === 0} loading={remind.isPending} onClick={() => void send()}>
        提醒{chosen.length > 0 ? '选中的' : '列出的'} {fresh.length} 所
      </Button>
      <span className="quiet small">
        各校信息员在学期卡上看到缺哪几类；留了邮箱的同时收到邮件。每校每天至多一次
        {asked.length > fresh.length && `，今天已提醒 ${asked.length - fresh.length} 所`}。
      </span>
    </div>
  )
}

function remindedWords({ reminded, already, nothing, mails }: Reminded): string {
  return [
    `已提醒 ${reminded} 所`,
    mails > 0 ? `，发出邮件 ${mails} 封` : '',
    already > 0 ? `；${already} 所今天提醒过` : '',
    nothing > 0 ? `；${nothing} 所没有缺口` : '',
  ].join('')
}
