/** Words: every id that people may see has Chinese words, and two ids of one list never share them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { OUTCOME_TABLE } from '../../src/law/requests/outcomes.ts'
import { storyBook } from '../../scripts/stories/book.ts'

const files = ['src/law', 'src/record']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)))
  .filter((file) => file.endsWith('.ts') && !/\.test(ing)?\.ts$/.test(file))
  .filter((file) => /^export const \w+_WORDS\b/m.test(readFileSync(file, 'utf8')))

const lists = (
  await Promise.all(
    files.map(async (file) => {
      const module: Record<string, unknown> = await import(resolve(file))
      return Object.entries(module)
        .filter(([name]) => name.endsWith('_WORDS'))
        .map(([name, words]) => ({ name, words: words as Record<string, string> }))
    }),
  )
).flat()

describe('词语', () => {
  test('the lists are found', () => {
    expect(lists.length).toBeGreaterThan(10)
  })

  test.each(lists)('$name is in Chinese, each word once', ({ words }) => {
    expect(Object.entries(words).filter(([, word]) => !/[一-鿿]/.test(word))).toEqual([])
    expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length)
  })

  test('答复类型 have words in Chinese and in English', () => {
    for (const [id, { zh, en, when, whenNot }] of Object.entries(OUTCOME_TABLE)) {
      expect({ id, zh: [zh, when, whenNot].every((text) => /[一-鿿]/.test(text)) }).toEqual({ id, zh: true })
      expect({ id, en: /^[A-Za-z]/.test(en) }).toEqual({ id, en: true })
    }
  })
})

describe('案例集', () => {
  const book = storyBook()
  const data = readdirSync('stories').filter((file) => file.endsWith('.data.ts'))

  test.each(data)('%s: every story is in the book', async (file) => {
    const module: Record<string, unknown> = await import(resolve('stories', file))
    const stories = Object.values(module).flatMap((list) => (Array.isArray(list) ? list : [])) as {
      id?: string
      title?: string
    }[]
    const titled = stories.filter(({ id, title }) => id && title)
    expect(titled.length).toBeGreaterThan(5)
    for (const { id } of titled) expect(book).toContain(`<span class="number">${id}</span>`)
  })

  test('every number stands once, nothing is undefined', () => {
    const numbers = [...book.matchAll(/<span class="number">([^<]+)</g)].map(([, id]) => id)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(book).not.toMatch(/undefined|\[object|NaN/)
  })
})
