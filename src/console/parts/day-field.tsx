/**
 * A legal day in a form: typed or picked, kept as `YYYY-MM-DD`, never as an instant. The calendar shows 休 and 班 as the State
 * Council's notices have them.
 */
import { DatePicker, type DatePickerProps } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { KeyboardEvent } from 'react'
import { dayKind, dayNote } from '../../law/calendar.ts'
import { isLocalDate, type LocalDate } from '../../law/date.ts'
import type { Rules } from '../legal.ts'
import { useSession } from '../session.tsx'

dayjs.locale('zh-cn')

/** The first is shown; the others may be typed. */
const FORMATS = ['YYYY-MM-DD', 'YYYY-M-D', 'YYYY.M.D', 'YYYY/M/D', 'YYYYMMDD']

interface DayFieldProps {
  id?: string
  value?: LocalDate | null
  onChange?: (day: LocalDate | null) => void
  /** Days outside can't be picked. */
  min?: LocalDate
  max?: LocalDate
  'aria-label'?: string
  'aria-required'?: boolean | 'true' | 'false'
}

export function DayField({ value, onChange, min, max, ...rest }: DayFieldProps) {
  const { rules } = useSession()
  return (
    <DatePicker
      {...rest}
      className="day-field"
      format={FORMATS}
      placeholder="如 2026-03-02"
      showNow={false}
      value={value ? dayjs(value) : null}
      defaultPickerValue={dayjs(rules.today)}
      {...(min ? { minDate: dayjs(min) } : {})}
      {...(max ? { maxDate: dayjs(max) } : {})}
      onChange={(picked) => onChange?.(dayOf(picked))}
      onKeyDown={keepEnterHere}
      cellRender={dayCell(rules)}
    />
  )
}

/** Enter takes the typed day. It must not send the form as well: an act would be recorded before its other fields are read. */
function keepEnterHere(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault()
}

/** A day of the calendar: 休 and 班 by the notices, the legal day marked. */
function dayCell({ calendar, today }: Rules): NonNullable<DatePickerProps['cellRender']> {
  return (current, { type, originNode }) => {
    const day = type === 'date' ? dayOf(dayjs(current)) : null
    if (!day) return originNode
    const note = dayNote(calendar, day)
    const classes = [
      'ant-picker-cell-inner',
      day === today && 'legal-today',
      dayKind(calendar, day) === 'rest' && 'rest-day',
    ].filter(Boolean)
    return (
      <div className={classes.join(' ')} title={note ? `${note.name}${note.mark}` : undefined}>
        {dayjs(current).date()}
        {note && <span className="day-note">{note.mark}</span>}
      </div>
    )
  }
}

function dayOf(picked: Dayjs | null): LocalDate | null {
  const text = picked?.isValid() ? picked.format('YYYY-MM-DD') : null
  return isLocalDate(text) ? text : null
}
