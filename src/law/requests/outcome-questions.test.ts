import { expect, test } from 'vitest'
import { outcomeRule } from './outcomes.ts'
import { questionsFor } from './outcome-questions.ts'
import { OUTCOMES } from './vocabulary.ts'

test('每一类答复都有三问和反例，并有依据', () => {
  for (const outcome of OUTCOMES.filter((one) => outcomeRule(one).closedBy === 'reply')) {
    const asked = questionsFor(outcome)
    expect(asked?.questions, outcome).toHaveLength(3)
    expect(asked?.counterExamples.length, outcome).toBeGreaterThan(0)
    for (const question of asked?.questions ?? []) expect(question, outcome).toMatch(/？$/)
  }
})

test('不是答复的结果，没有什么可问', () => {
  expect(questionsFor('other.withdrawn')).toBeNull()
})
