/** Every example of the law, every guard and every document has a case whose title begins with its id: what is not tested is seen. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const sources = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('\n')

const STORIES = sources('stories')
const TESTS = ['tests/http', 'tests/browser'].map(sources).join('\n')

function ids(letter: string, count: number, width: number): string[] {
  return Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(width, '0')}`)
}

/** A string that begins with the id: the title of a test or a row of cases. */
function titled(text: string, id: string): boolean {
  return new RegExp(`['"\`]${id}(?!\\d)`).test(text)
}

/** The title of a test or a group of tests, also one behind a table of cases: the id, then its name in words. */
function isTested(id: string): boolean {
  return new RegExp(`\\(\\s*['"\`]${id}[ \\u3000-\\u9fff：]`).test(TESTS)
}

test.each([
  ['四十个期限例', 'C', 40],
  ['十九个收费例', 'F', 19],
  ['十八个统计例', 'S', 18],
])('%s都有故事', (_, letter, count) => {
  expect(ids(letter, count, 2).filter((id) => !titled(STORIES, id))).toEqual([])
})

test.each([
  ['防错', 'G', 26, 1],
  ['文书', 'D', 29, 2],
])('每一项%s都有以其编号开头的用例', (_, letter, count, width) => {
  expect(ids(letter, count, width).filter((id) => !isTested(id))).toEqual([])
})
