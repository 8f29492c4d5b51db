import { Button } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../law/refusal.ts'
import { Refusals } from '../parts/refusals.tsx'

/** Somebody else wrote in the same place meanwhile: both are shown, and a person says which one stands. */
export function ChangedMeanwhile(props: {
  refusals: Refusal[]
  stands: readonly string[]
  onTake: () => void
  onKeep: () => void
}) {
  const [settled, setSettled] = useState<string | null>(null)
  const stands = props.stands.join('\n')
  if (settled === stands) return null
  const settle = (how: () => void) => () => {
    how()
    setSettled(stands)
  }
  return (
    <div className="field-stack">
      <Refusals refusals={props.refusals} />
      <div className="quiet small">现在保存的是：</div>
      {props.stands.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {props.stands.length === 0 && <p className="quiet">无</p>}
      <div className="button-row">
        <Button size="small" onClick={settle(props.onKeep)}>
          用我写的
        </Button>
        <Button size="small" onClick={settle(props.onTake)}>
          用已保存的
        </Button>
      </div>
    </div>
  )
}
