/** Ctrl+K: everything by its name — pages, and requests by number or subject. Read and chosen with the keyboard alone. */
import { Input, type InputRef, Modal } from 'antd'
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { PHASE_WORDS } from '../../law/requests/vocabulary.ts'
import { useRead } from '../queries.ts'
import { mayBeSearched } from '../requests/register/filter.ts'
import { type ConsoleRoute, pathTo, ROUTES } from '../route-table.ts'
import { useSession } from '../session.tsx'
import { DOT } from '../parts/dot.ts'

interface Found {
  key: string
  words: string
  more: string
  path: string
}

const MOST = 8

export function Palette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const box = useRef<InputRef>(null)
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      title="查找"
      destroyOnHidden
      width={640}
      afterOpenChange={(shown) => shown && box.current?.focus()}
    >
      <Search box={box} onClose={onClose} />
    </Modal>
  )
}

function Search({ box, onClose }: { box: RefObject<InputRef | null>; onClose: () => void }) {
  const { may } = useSession()
  const go = useNavigate()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const q = typed.trim()
  const searchable = may('requests.view') && mayBeSearched(q) && q.split(/\s+/).every((word) => [...word].length > 1)
  const { data, isFetching } = useRead(
    'requests.list',
    { q, state: 'all', sort: 'number', size: 10 },
    { enabled: q !== '' && searchable, keep: true },
  )
  const pages = Object.values<ConsoleRoute>(ROUTES)
    .filter(({ path, title, verbs }) => !path.includes(':') && may(...verbs) && title.includes(q))
    .map(({ path, title }): Found => ({ key: path, words: title, more: '页面', path }))
  const cases = (q && searchable ? (data?.rows ?? []) : []).map(
    (row): Found => ({
      key: row.id,
      words: row.subject,
      more: `${row.number}${DOT}${PHASE_WORDS[row.phase]}`,
      path: pathTo('case', { id: row.id }),
    }),
  )
  const found = [...cases.slice(0, MOST), ...pages.slice(0, MOST)]
  const here = Math.min(at, found.length - 1)
  const take = (one: Found | undefined) => {
    if (!one) return
    onClose()
    void go(one.path)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    setAt((here + by + found.length) % Math.max(found.length, 1))
  }
  return (
    <>
      <Input
        ref={box}
        role="combobox"
        aria-label="查找申请和页面"
        aria-expanded={found.length > 0}
        aria-controls="palette-found"
        {...(found[here] ? { 'aria-activedescendant': `palette-${here}` } : {})}
        placeholder="申请编号、内容或页面名称，至少两个字"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        onPressEnter={() => take(found[here])}
      />
      <div className="palette" id="palette-found" role="listbox" aria-label="查找结果">
        {found.map((one, index) => (
          <div
            key={one.key}
            id={`palette-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === here}
            className={index === here ? 'is-here' : ''}
            onClick={() => take(one)}
            onKeyDown={(event) => event.key === 'Enter' && take(one)}
          >
            <span className="clamp-one">{one.words}</span>
            <span className="quiet small">{one.more}</span>
          </div>
        ))}
      </div>
      <p className="quiet small" role="status">
        {q && !isFetching && found.length === 0 ? '没有找到。' : '上下键选择，回车打开，Esc 关闭。'}
      </p>
    </>
  )
}
