/** Every worked example of the legal notes has its story: forty of time, nineteen of fees, eighteen of statistics. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const told = readdirSync(import.meta.dirname)
  .filter((name) => /\.(data|stories)\.ts$/.test(name) && name !== 'numbers.stories.ts')
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  .join('\n')

/** A story's own number, also where an example is told in two parts (F17甲, F17乙), or the number that begins a test's title. */
function isTold(number: string): boolean {
  return new RegExp(`(id: '${number}[甲乙]?'|test\\('${number} )`).test(told)
}

test.each([
  ['C', 40],
  ['F', 19],
  ['S', 18],
] as const)('%s：%i 个例子都有案例', (letter, count) => {
  const numbers = Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`)
  expect(numbers.filter((number) => !isTold(number))).toEqual([])
})
