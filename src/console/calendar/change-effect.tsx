/** 预览影响: which days, which limits move, whom a letter will tell; then the change is made. */
import { Alert, App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { chineseDate, chineseDateWithWeekday, type LocalDate } from '../../law/date.ts'
import { LIMIT_WORDS } from '../../law/requests/vocabulary.ts'
import type { CalendarChangeInput } from '../../record/calendar/change.ts'
import { BESIDE_LIMIT_WORDS } from '../../record/calendar/beside.ts'
import type { BesideMoveRow, CalendarPreview, CaseMove } from '../../record/calendar/view.ts'
import { newCommandId } from '../api.ts'
import { Refusals } from '../parts/refusals.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Loading, Nothing } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'

const MANY_DAYS = 40

export function ChangeEffect({ change, onDone }: { change: CalendarChangeInput; onDone: () => void }) {
  const { message } = App.useApp()
  const [commandId] = useState(newCommandId)
  const [confirmed, setConfirmed] = useState(false)
  const preview = useRead('calendar.preview', { change })
  const save = useDeed('calendar.change')
  if (preview.error) return <Refusals refusals={preview.error.refusals} />
  if (!preview.data) return <Loading />
  const { faults, doubts, moves, beside, elsewhere } = preview.data
  if (faults.length > 0)
    return <Alert type="error" showIcon title="还不能载入" description={faults.map((one) => <div key={one}>{one}</div>)} />
  const load = () =>
    save.mutate(
      { commandId, change, confirmed },
      {
        onSuccess: () => {
          void message.success('已载入，期限已重新计算')
          onDone()
        },
      },
    )
  return (
    <section className="effect" aria-label="载入的影响">
      <h3 className="small-heading">载入后</h3>
      <p>{daysInWords(preview.data)}</p>
      <p className="gap-below">
        {moves.length + beside.length === 0
          ? '本机关没有期限变动的案件。'
          : `本机关有 ${moves.length + beside.length} 项期限变动，载入时逐案留痕。`}
        {elsewhere > 0 && `其他机关另有 ${elsewhere} 件案件的期限随之变动。`}
      </p>
      {moves.length > 0 && (
        <RowTable<CaseMove>
          label="期限变动"
          rows={moves}
          rowKey={({ caseId, what, party }) => `${caseId}${what}${party}`}
          empty={<Nothing say="没有期限变动。" />}
          columns={[
            { title: '案件', render: (_, { number }) => number },
            {
              title: '期限',
              render: (_, move) => (
                <>
                  {LIMIT_WORDS[move.what] + (move.party ? `（${move.party}）` : '')}
                  {(move.letter || move.rewritten) && <div className="phone-only small">{toldWords(move)}</div>}
                </>
              ),
            },
            { title: '现为', className: 'day', render: (_, { from }) => from ?? '待定' },
            { title: '改为', className: 'day', render: (_, { to }) => to ?? '待定' },
            { title: '告知申请人', responsive: ['sm'], render: (_, move) => toldWords(move) },
          ]}
        />
      )}
      {beside.length > 0 && (
        <RowTable<BesideMoveRow>
          label="争议和更正的期限变动"
          rows={beside}
          rowKey={({ id, what, nth }) => `${id}${what}${nth}`}
          empty={<Nothing say="没有期限变动。" />}
          columns={[
            { title: '争议、更正', render: (_, { number }) => number },
            { title: '期限', render: (_, { what }) => BESIDE_LIMIT_WORDS[what] },
            { title: '现为', className: 'day', render: (_, { from }) => from ?? '待定' },
            { title: '改为', className: 'day', render: (_, { to }) => to ?? '待定' },
          ]}
        />
      )}
      {doubts.length > 0 && (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          title="需要核对"
          description={
            <>
              {doubts.map((one) => (
                <div key={one}>{one}</div>
              ))}
              <Checkbox checked={confirmed} onChange={({ target }) => setConfirmed(target.checked)}>
                已对照文件原文逐项核对
              </Checkbox>
            </>
          }
        />
      )}
      <Refusals refusals={save.error?.refusals ?? []} />
      <Button type="primary" loading={save.isPending} disabled={doubts.length > 0 && !confirmed} onClick={load}>
        载入并重新计算
      </Button>
    </section>
  )
}

/** A year that becomes known, or the single days that count otherwise. */
function daysInWords({ days }: CalendarPreview): string {
  const [first] = days
  if (!first) return '各日的性质不变，只补充文件依据。'
  if (days.length > MANY_DAYS) return `${first.date.slice(0, 4)}年各日由待定变为已知，共 ${days.length} 天。`
  const words = (date: LocalDate, working: boolean | null) =>
    `${days.length > 8 ? chineseDate(date) : chineseDateWithWeekday(date)}${working === null ? '待定' : working ? '上班' : '放假'}`
  return `有 ${days.length} 天改变：${days.map(({ date, working }) => words(date, working)).join('、')}。`
}

function toldWords({ letter, rewritten }: CaseMove): string {
  const words = [letter && '发告知书', rewritten && '没有寄出的延期告知书重写，文号不变'].filter(Boolean)
  return words.length > 0 ? words.join('；') : '不需要'
}
