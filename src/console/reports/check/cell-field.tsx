import { Input } from 'antd'

/** A cell to be filled in: what stands there, what is wrong with it, both in words. */
export function CellField({
  words,
  isUnread,
  numbers,
  value,
  wrong,
  onChange,
}: {
  words: string
  isUnread: boolean
  /** Of the findings that point here. */
  numbers: readonly number[]
  value: string
  wrong: boolean
  onChange: (text: string) => void
}) {
  const state = isUnread ? '未能确定' : value === '' ? '空白' : ''
  const about = [state, numbers.length > 0 ? `见第 ${numbers.join('、')} 处` : ''].filter(Boolean).join('，')
  return (
    <span className="cell-field">
      {state && <span className="cell-state">{state}</span>}
      <Input
        size="small"
        inputMode="decimal"
        aria-label={about ? `${words}（${about}）` : words}
        maxLength={200}
        value={value}
        {...(wrong || numbers.length > 0 ? { status: wrong ? ('error' as const) : ('warning' as const) } : {})}
        onChange={({ target }) => onChange(target.value)}
      />
      {numbers.length > 0 && (
        <span className="cell-numbers" aria-hidden="true">
          {numbers.join(' ')}
        </span>
      )}
    </span>
  )
}
