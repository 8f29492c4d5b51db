/** One line of words and the deed that needs them: a reason, a basis, a name. */
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'

export function LineForm({
  label,
  placeholder,
  most,
  deed,
  busy,
  onDo,
  children,
}: {
  label: string
  placeholder: string
  most: number
  /** The button's words; it waits until two characters are there. */
  deed: string
  busy: boolean
  onDo: (words: string) => void
  /** Other deeds beside it, which need no words. */
  children?: ReactNode
}) {
  const [words, setWords] = useState('')
  return (
    <div className="line-form">
      <Input
        aria-label={label}
        placeholder={placeholder}
        maxLength={most}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <Button disabled={words.trim().length < 2} loading={busy} onClick={() => onDo(words.trim())}>
        {deed}
      </Button>
      {children}
    </div>
  )
}
