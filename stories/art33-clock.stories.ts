import { expect, test } from 'vitest'
import { answerOf, baseOf, stepInShort } from './acts.ts'
import { clockStories } from './art33-clock.data.ts'
import { clockClosingStories } from './art33-clock-closings.data.ts'
import { clockConsultationStories } from './art33-clock-consultations.data.ts'
import { clockEdgeStories } from './art33-clock-edges.data.ts'
import { clockReadingStories } from './art33-clock-readings.data.ts'

const stories = [
  ...clockStories,
  ...clockConsultationStories,
  ...clockEdgeStories,
  ...clockClosingStories,
  ...clockReadingStories,
]

test.each(stories)('$id $title（$articles）：$then', (story) => {
  const answer = answerOf(story)
  const { due, base, provisional, phase, limits, without, breaches, steps } = story.expect
  const found = {
    due: answer.due,
    base: baseOf(story),
    provisional: answer.provisional,
    phase: answer.phase,
    limits: Object.fromEntries(
      Object.keys(limits ?? {}).map((what) => [what, answer.limits.find((one) => one.what === what)?.due]),
    ),
    without: (without ?? []).filter((what) => !answer.limits.some((one) => one.what === what)),
    breaches: answer.breaches.map(({ what, due, on }) => `${what} ${due}→${on}`),
    steps: answer.steps.map(stepInShort),
  }
  expect(found).toEqual({
    due: due === undefined ? found.due : due,
    base: base ?? found.base,
    provisional: provisional ?? found.provisional,
    phase: phase ?? found.phase,
    limits: limits ?? {},
    without: without ?? [],
    breaches: breaches ?? found.breaches,
    steps: steps ?? found.steps,
  })
})

test('every story has its own number', () => {
  const ids = stories.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})
