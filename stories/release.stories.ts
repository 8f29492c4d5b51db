import { expect, test } from 'vitest'
import { releaseStories } from './release.data.ts'

test.each(releaseStories)('$id $title（$articles）：$then', ({ answer, expect: expected }) => {
  expect(answer()).toBe(expected)
})
