import { describe, expect, test } from 'vitest'
import { DEFAULT_READINGS, isReadingValue, READING_QUESTIONS, type Readings } from './readings.ts'

const keys = Object.keys(DEFAULT_READINGS) as (keyof Readings)[]

describe('口径', () => {
  test.each(keys)('%s: its default is one of its options, and it says where it comes from', (key) => {
    expect(isReadingValue(key, DEFAULT_READINGS[key])).toBe(true)
    expect(READING_QUESTIONS[key].source).not.toBe('')
    expect(isReadingValue(key, 'no such option')).toBe(false)
  })

  test('an extension can not be read as longer than the statute allows', () => {
    expect(isReadingValue('extensionMax', 20)).toBe(true)
    expect(isReadingValue('extensionMax', 21)).toBe(false)
    expect(isReadingValue('extensionMax', 1.5)).toBe(false)
  })

  test('yes and no are booleans here, not words', () => {
    expect(isReadingValue('partialIsReviewFirst', false)).toBe(true)
    expect(isReadingValue('partialIsReviewFirst', 'false')).toBe(false)
  })
})
