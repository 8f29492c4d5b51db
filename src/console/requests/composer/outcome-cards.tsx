/** Outcomes as cards in plain words: when it applies, when it does not. One group of radios, walked by arrow keys. */
import { useState } from 'react'
import { cite } from '../../../law/cite.ts'
import { OUTCOME_FAMILIES, OUTCOME_FAMILY_WORDS, outcomeRule } from '../../../law/requests/outcomes.ts'
import type { Outcome } from '../../../law/requests/vocabulary.ts'
import { Button } from 'antd'
import { REPLY_OUTCOMES } from './needs.ts'

export function OutcomeCards({ chosen, onChoose }: { chosen: Outcome | null; onChoose: (outcome: Outcome) => void }) {
  const [open, setOpen] = useState(chosen === null)
  if (chosen && !open)
    return (
      <div className="outcome-chosen">
        <Card outcome={chosen} />
        <Button onClick={() => setOpen(true)}>改选</Button>
      </div>
    )
  return (
    <div role="radiogroup" aria-label="答复类型">
      {OUTCOME_FAMILIES.map((family) => {
        const outcomes = REPLY_OUTCOMES.filter((outcome) => outcomeRule(outcome).family === family)
        return (
          outcomes.length > 0 && (
            <section key={family} className="outcome-family">
              <h3 className="small-heading">{OUTCOME_FAMILY_WORDS[family]}</h3>
              <div className="outcome-cards">
                {outcomes.map((outcome) => (
                  <label key={outcome} className={`outcome-card ${outcome === chosen ? 'is-chosen' : ''}`}>
                    <input
                      type="radio"
                      name="outcome"
                      value={outcome}
                      checked={outcome === chosen}
                      onChange={() => onChoose(outcome)}
                      onClick={() => setOpen(false)}
                    />
                    <Card outcome={outcome} />
                  </label>
                ))}
              </div>
            </section>
          )
        )
      })}
    </div>
  )
}

function Card({ outcome }: { outcome: Outcome }) {
  const { zh, when, whenNot, articles } = outcomeRule(outcome)
  return (
    <span className="outcome-words">
      <b>{zh}</b>
      <span className="quiet small">{articles.map(cite).join('、')}</span>
      <span>
        <i className="yes">适用</i>
        {when}
      </span>
      <span>
        <i className="no">不适用</i>
        {whenNot}
      </span>
    </span>
  )
}
