/** 学期卡: twelve kinds of information of the term, each with what is done or due; one tap opens last term's text. */
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { cite } from '../../law/cite.ts'
import { TERM_CARD_BY, TILES } from '../../law/publication/term-card.ts'
import type { TermCardView } from '../../record/publication/schools.ts'
import { TILE_STATE_WORDS, type Tile, type TileDuty } from '../../record/publication/term-card.ts'
import { newCommandId, Refused } from '../api.ts'
import { Mark } from '../parts/days-left-mark.tsx'
import { Page } from '../parts/page.tsx'
import { ReasonModal } from '../parts/reason-modal.tsx'
import { refusalWords } from '../parts/refusals.tsx'
import { Failure, Loading, Nothing } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'
import { TILE_TONE } from './tiles.ts'

export default function TermPage() {
  const { data: view, error, refetch } = useRead('term.card', {})
  const go = useNavigate()
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!view) return <Loading />
  if (view.tiles.length === 0)
    return (
      <Page title="学期公开卡">
        <Nothing say="学期卡是学校、幼儿园用的。机关应公开什么，见“应公开”。" />
      </Page>
    )
  return (
    <Page
      title={`${view.term}公开卡`}
      lead={`十二类信息（${cite(TERM_CARD_BY)}），已公开 ${view.done} 类${view.gaps > 0 ? `，还有 ${view.gaps} 类要办` : ''}。点开就是上学期的文稿。`}
      actions={
        view.mayWrite && (
          <Button type="primary" onClick={() => void go(pathTo('writeNew'))}>
            发布其他信息
          </Button>
        )
      }
    >
      <Reminded view={view} />
      {view.tiles.every(({ state }) => state === 'noItem') && <Begin />}
      <ul className="tiles" aria-label={`${view.term}的十二类信息`}>
        {view.tiles.map((tile) => (
          <TileCard key={tile.key} tile={tile} mayWrite={view.mayWrite} />
        ))}
      </ul>
    </Page>
  )
}

function Reminded({ view: { reminder } }: { view: TermCardView }) {
  if (!reminder) return null
  return (
    <Alert
      type="warning"
      showIcon
      className="gap-below"
      title={`${reminder.from} ${reminder.on} 提醒：${reminder.tiles.map((key) => TILES[key].zh).join('、')}还没有公开。`}
    />
  )
}

/** A school that has just come: its catalogue with one click. */
function Begin() {
  const { message } = App.useApp()
  const { may } = useSession()
  const install = useDeed('catalogue.install')
  if (!may('catalogue.edit')) return null
  const take = async () => {
    const { fresh } = await install.mutateAsync({ key: 'school' })
    void message.success(`已装入 ${fresh} 个事项，可以在“公开目录”里改成本校的`, 6)
  }
  return (
    <Alert
      type="info"
      showIcon
      className="gap-below"
      title="公开目录里还没有学校的事项。装入以后，十二类按学期列出什么时候公开什么。"
      action={
        <Button type="primary" loading={install.isPending} onClick={() => void take()}>
          装入学校的事项
        </Button>
      }
    />
  )
}

function TileCard({ tile, mayWrite }: { tile: Tile; mayWrite: boolean }) {
  const { zh, what } = TILES[tile.key]
  const open = tile.duties.filter(({ state }) => state === 'overdue' || state === 'due' || state === 'upcoming')
  const [first] = open
  return (
    <li className={`tile tile-${TILE_TONE[tile.state]}`}>
      <div className="tile-head">
        <h2>{zh}</h2>
        <Mark tone={TILE_TONE[tile.state]}>{TILE_STATE_WORDS[tile.state]}</Mark>
      </div>
      <p className="quiet small">{what}</p>
      {tile.why && <p className="small clamp">{tile.why}</p>}
      {tile.due && <p className="small day">期限 {tile.due}</p>}
      {mayWrite && first && <TileDeeds tile={tile} first={first} open={open} />}
      {tile.state === 'noItem' && mayWrite && (
        <p className="download-links small">
          <Link to={pathTo('catalogue')}>去目录装入学校的事项</Link>
        </p>
      )}
    </li>
  )
}

function TileDeeds({ tile, first, open }: { tile: Tile; first: TileDuty; open: TileDuty[] }) {
  const { message } = App.useApp()
  const go = useNavigate()
  const draft = useDeed('duties.draft')
  const note = useDeed('duties.note')
  const [asking, setAsking] = useState(false)
  const { zh } = TILES[tile.key]
  const begin = async () => {
    try {
      const { id, fromYear } = await draft.mutateAsync({ id: newCommandId(), key: first.key })
      void message.info(fromYear === null ? '已按要素列出提纲' : `已打开 ${fromYear} 年的文稿，请核对年份、日期和数字`, 6)
      await go(pathTo('write', { id }))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      void message.error(error.refusals.map(refusalWords).join(''), 8)
    }
  }
  /** Of a tile all that is open: a school without a canteen has none of it. */
  const noteAll = async (because: string) => {
    for (const { key } of open.filter(({ draft: begun, key: duty }) => !begun && !duty.startsWith('item.')))
      await note.mutateAsync({ commandId: newCommandId(), key, kind: 'notApplicable', because })
  }
  const mayNote = open.some(({ draft: begun, key }) => !begun && !key.startsWith('item.'))
  return (
    <div className="row-deeds tile-deeds">
      {first.draft ? (
        <Button
          type={first.draft.state === 'drafting' ? 'primary' : 'default'}
          onClick={() => void go(pathTo(first.draft?.state === 'drafting' ? 'write' : 'edition', { id: first.draft?.id ?? '' }))}
          aria-label={`${first.draft.state === 'drafting' ? '接着写' : '看审核'}：${zh}`}
        >
          {first.draft.state === 'drafting' ? '接着写' : '看审核'}
        </Button>
      ) : (
        <Button
          type={first.state === 'upcoming' ? 'default' : 'primary'}
          loading={draft.isPending}
          onClick={() => void begin()}
          aria-label={`填写：${zh}`}
        >
          填写
        </Button>
      )}
      {mayNote && (
        <Button onClick={() => setAsking(true)} aria-label={`不适用：${zh}`}>
          不适用
        </Button>
      )}
      {asking && (
        <ReasonModal
          title={`本学期不适用：${zh}`}
          label="为什么本学期不适用"
          okText="注明不适用"
          hint="主管部门会看到，不对外公开。以后可以在“应公开”中恢复。"
          onDone={noteAll}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
