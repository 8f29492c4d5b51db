import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Piece } from '../../record/reports/wording.ts'
import { changedWordings, compareWordings, wordingPieces } from './wording.ts'

const shown = (pieces: readonly Piece[]) => pieces.map(({ text, only }) => (only ? `[${text}]` : text)).join('')

test('相同的句子不标；只改几个字的句子标改动的字', () => {
  const found = compareWordings(['全年新收申请12件。工作有序。'], ['全年新收申请15件。工作有序。'])
  expect(shown(found.one)).toBe('全年新收申请[12]件。工作有序。\n')
  expect(shown(found.other)).toBe('全年新收申请[15]件。工作有序。\n')
})

test('换了内容的句子整句标', () => {
  const found = compareWordings(['政策解读形式单一。'], ['部分答复说理不充分，归档不及时。'])
  expect(shown(found.one)).toBe('[政策解读形式单一。]\n')
  expect(shown(found.other)).toBe('[部分答复说理不充分，归档不及时。]\n')
})

test('一边没有的，另一边全标；都没有的没有东西', () => {
  expect(compareWordings([], ['新增一段。'])).toEqual({ one: [], other: [{ text: '新增一段。\n', only: true }] })
  expect(compareWordings([], [])).toEqual({ one: [], other: [] })
})

test('两边拼起来总是原文，没有标记的部分两边相同', () => {
  const words = fc.array(fc.array(fc.constantFrom('一。', '二', '三；', '公开', '申请', '，', '。'), { maxLength: 12 }), {
    maxLength: 4,
  })
  const paragraphs = words.map((lines) => lines.map((line) => line.join('')))
  fc.assert(
    fc.property(paragraphs, paragraphs, (one, other) => {
      const found = compareWordings(one, other)
      const whole = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('')
      const common = (pieces: readonly Piece[]) => whole(pieces.filter(({ only }) => !only))
      expect(whole(found.one)).toBe(one.map((text) => `${text}\n`).join(''))
      expect(whole(found.other)).toBe(other.map((text) => `${text}\n`).join(''))
      expect(common(found.one)).toBe(common(found.other))
    }),
  )
})

test('很长的两段全不相同的文字，一字不少', () => {
  const long = (seed: number) => Array.from({ length: 60 }, (_, line) => `第${line * seed}句各不相同${seed}。`.repeat(60))
  const { one, other } = compareWordings(long(3), long(7))
  const whole = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('')
  expect([whole(one), whole(other)]).toEqual(
    [3, 7].map((seed) =>
      long(seed)
        .map((line) => `${line}\n`)
        .join(''),
    ),
  )
})

test('连成一段时，删去的写在替换它的前面；没有变的部分不列', () => {
  const prose = (problems: string[]) => ({ preface: ['按格式编制。'], overall: [], problems, other: ['无'] })
  const found = changedWordings(prose(['解读偏少。']), { format: '2021', prose: prose(['解读偏少。', '新增一段。']) })
  expect(found).toEqual([
    {
      words: '五、存在的主要问题及改进情况',
      pieces: [
        { kind: 'kept', text: '解读偏少。\n' },
        { kind: 'new', text: '新增一段。\n' },
      ],
    },
  ])
  expect(wordingPieces(['收到12件。'], ['收到15件。']).map(({ kind }) => kind)).toEqual(['kept', 'gone', 'new', 'kept'])
})
