import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ARTICLES, CHAPTERS } from './articles.ts'
import { place } from './cite.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Whether a module exports a value or type of this name. */
function exportsName(file: string, name: string): boolean {
  const path = join(ROOT, file)
  return (
    existsSync(path) && new RegExp(`^export (?:const|function|interface|type) ${name}\\b`, 'm').test(readFileSync(path, 'utf8'))
  )
}

describe('《条例》五十六条', () => {
  test('第一条至第五十六条，一条不少', () => {
    expect(ARTICLES.map(({ number }) => number)).toEqual(Array.from({ length: 56 }, (_, index) => index + 1))
  })

  test('六章首尾相接', () => {
    expect(CHAPTERS.flatMap(({ from, to }) => ARTICLES.filter(({ number }) => number >= from && number <= to))).toEqual(ARTICLES)
  })

  const links = ARTICLES.flatMap(({ number, treatment }) =>
    treatment.kind === 'encoded' ? treatment.at.map(({ file, name }) => ({ article: place(String(number)), file, name })) : [],
  )
  test.each(links)('$article 写在 $file 的 $name', ({ file, name }) => {
    expect(exportsName(file, name)).toBe(true)
  })

  test('查不到的导出不会被当作存在', () => {
    expect(exportsName('src/law/requests/fees.ts', 'feeByWeight')).toBe(false)
    expect(exportsName('src/law/requests/nothing.ts', 'feeByItem')).toBe(false)
  })

  test.each([
    [14, '国家秘密'],
    [16, '执法案卷'],
    [26, '二十个工作日'],
    [30, '补正'],
    [32, '第三方'],
    [36, '七种答复'],
    [42, '信息处理费'],
    [49, '一月三十一日'],
    [55, '公共企事业单位'],
  ])('第 %i 条讲的是“%s”', (number, words) => {
    expect(ARTICLES[number - 1]?.summary).toContain(words)
  })
})
