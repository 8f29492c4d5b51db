import { describe, expect, test } from 'vitest'
import { sampleLetters } from '../../../tests/letters/samples.ts'
import { localDate } from '../../law/date.ts'
import { checkLetter, letterText } from './check.ts'
import { composeLetter } from './compose.ts'
import type { LetterFacts } from './facts.ts'
import { LETTER_CODES } from './model.ts'
import { familyOf, seriesNumber, seriesRefusals } from './numbering.ts'
import { proofSheet } from './proof-sheet.ts'
import { ownWording, STANDARD_WORDING, WORDING_PARTS, wordingRefusals } from './wording.ts'

const on = localDate
const samples = sampleLetters()
const sampleOf = (name: string) => {
  const found = samples.find((one) => one.name === name)
  if (!found) throw new Error(`no sample ${name}`)
  return found
}

describe('文书用语', () => {
  test('标准用语自身不缺要素', () => {
    for (const part of WORDING_PARTS) {
      const text = STANDARD_WORDING[part].standard.on(on('2026-03-25'))?.is ?? ''
      expect({ part, refusals: wordingRefusals(part, text) }).toEqual({ part, refusals: [] })
    }
  })

  test('少了必备内容的说法不能用，点名缺什么；不认识的空格填不了', () => {
    expect(wordingRefusals('contact', '有事打{电话}。')).toMatchObject([
      { code: 'letter-incomplete', say: '“联系方式”缺少“联系地址”。' },
    ])
    expect(wordingRefusals('closing', '{局长}敬上')).toMatchObject([
      { code: 'field-invalid', say: expect.stringContaining('局长') },
    ])
  })

  test('G15 救济途径不能另写：结束语里写复议、诉讼的，不能用', () => {
    expect(wordingRefusals('closing', '不服的，可在三个月内起诉。')).toMatchObject([
      { code: 'outcome-inconsistent', cite: { of: 'reg', at: '51' } },
    ])
  })

  test('文书印它成文那天有效的说法；改回标准就是标准', () => {
    const versions = [
      { code: 'D02', part: 'closing', from: on('2026-01-01'), text: '特此告知。' },
      { code: 'D02', part: 'closing', from: on('2026-03-01'), text: '此致。' },
      { code: 'D02', part: 'closing', from: on('2026-05-01'), text: null },
      { code: 'D10', part: 'closing', from: on('2026-01-01'), text: '别的文书' },
    ] as const
    const told = (day: string) => ownWording(versions, 'D02', on(day)).closing
    expect([told('2025-12-31'), told('2026-02-28'), told('2026-03-01'), told('2026-05-01')]).toEqual([
      undefined,
      '特此告知。',
      '此致。',
      undefined,
    ])
  })

  test('换了说法，法定要素仍由核对把关：印出来缺了的，文书发不出去', () => {
    const { letter, facts } = sampleOf('D02')
    const own: LetterFacts = { ...facts, wording: { contact: '请来{地址}，电话{电话}。', closing: '特此告知。' } }
    const composed = composeLetter(letter.code, own)
    expect(letterText(composed)).toContain('请来云岭县城关镇文教路1号，电话010-00000000。')
    expect(composed.blocks.at(-1)).toEqual({ kind: 'paragraph', text: '特此告知。' })
    expect(checkLetter(composed, own)).toEqual([])
    const bad: LetterFacts = { ...facts, wording: { contact: '请来找我们。' } }
    expect(checkLetter(composeLetter(letter.code, bad), bad).map(({ say }) => say)).toEqual(['文书缺少“联系方式”。'])
  })
})

describe('核对单', () => {
  test.each(samples)('$name：每个要素都写明在何处、依据哪一条', ({ letter, facts }) => {
    const { rows } = proofSheet(letter, facts)
    expect(rows.length).toBeGreaterThan(3)
    for (const { what, place, by } of rows)
      expect({ what, place: place !== null, by: by !== '' }).toEqual({ what, place: true, by: true })
  })

  test('缺了的要素在核对单上是空的', () => {
    const { letter, facts } = sampleOf('D05')
    const without = { ...letter, blocks: letter.blocks.slice(0, 1) }
    expect(
      proofSheet(without, facts)
        .rows.filter(({ place }) => place === null)
        .map(({ what }) => what),
    ).toContain('提出意见的期限')
  })

  test('核对单上没有收件人姓名', () => {
    const { letter, facts } = sampleOf('D11 granted')
    expect(JSON.stringify(proofSheet(letter, facts).rows)).not.toContain('张晓明')
  })
})

describe('文号', () => {
  test('每一种文书都属于一类', () => {
    expect(LETTER_CODES.map(familyOf).filter((family) => family === 'reply')).toHaveLength(15)
    expect(familyOf('D25')).toBe('notice')
    expect(familyOf('D09')).toBe('consultation')
  })
  test('〔年〕连续编号；一类一个字', () => {
    expect(seriesNumber('云教公开答', on('2026-03-02'), 5)).toBe('云教公开答〔2026〕5号')
    expect(seriesRefusals({ reply: '云教公开答', notice: '云教公开答' })).toMatchObject([{ field: 'words' }])
    expect(seriesRefusals({ reply: '答1' })).toMatchObject([{ field: 'words.reply' }])
  })
})
