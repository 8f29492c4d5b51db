/** 期限随日历变更: from when to when and why; nothing where nothing moved. */
import { chineseDate, type LocalDate } from '../../law/date.ts'
import { LIMIT_WORDS } from '../../law/requests/vocabulary.ts'
import { BESIDE_LIMIT_WORDS } from '../../record/calendar/beside.ts'
import type { BesideCalendarMove } from '../../record/calendar/view.ts'
import { Panel } from '../parts/page.tsx'
import { useRead } from '../queries.ts'
import { dayOrOpen } from './day-or-open.ts'

export function CaseMoves({ caseId }: { caseId: string }) {
  const { data } = useRead('requests.calendarMoves', { id: caseId })
  const moves = data?.rows ?? []
  return (
    <Moves
      moves={moves.map(({ what, party, letterId, ...move }) => ({
        ...move,
        words: `${LIMIT_WORDS[what]}${party && `（${party}）`}`,
        note: letterId ? '；已生成告知书，见“文书与附件”' : '',
      }))}
    />
  )
}

/** The same in a dispute file and in a matter of amendment. */
export function BesideMoves({ moves }: { moves: readonly BesideCalendarMove[] }) {
  return (
    <Moves
      moves={moves.map(({ what, nth, ...move }) => ({
        ...move,
        words: `${BESIDE_LIMIT_WORDS[what]}${nth > 1 ? `（第 ${nth} 次）` : ''}`,
        note: '',
      }))}
    />
  )
}

interface Move {
  words: string
  from: LocalDate | null
  to: LocalDate | null
  on: LocalDate
  because: string
  note: string
}

function Moves({ moves }: { moves: readonly Move[] }) {
  if (moves.length === 0) return null
  return (
    <Panel title="期限随放假安排变动">
      <ul className="plain-list">
        {moves.map(({ words, from, to, on, because, note }) => (
          <li key={`${on}${because}${words}`}>
            {words}：{dayOrOpen(from)} → <b>{dayOrOpen(to)}</b>
            <div className="quiet small">
              {chineseDate(on)}，因{because}
              {note}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
