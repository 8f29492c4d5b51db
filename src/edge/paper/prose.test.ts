import { describe, expect, it } from 'vitest'
import { headingPiece, paragraphs, piecesOf, printable, printedDate, textPiece, timestampOf } from './prose.ts'

describe('正文层次（GB/T 9704-2012 7.3.3）', () => {
  it('一、 is a heading, a sentence that begins so is not', () => {
    expect(piecesOf('一、不予公开的内容和理由')).toEqual([headingPiece(1, '一、不予公开的内容和理由')])
    expect(piecesOf('一、本机关已经答复。')[0]?.level).toBe(0)
  })

  it('（一） alone is a heading; before its own sentences it is their lead', () => {
    expect(piecesOf('（二）依申请公开')[0]?.level).toBe(2)
    expect(piecesOf('（一）加强领导，完善机制。一是落实责任。')).toEqual([
      textPiece('一是落实责任。', '（一）加强领导，完善机制。'),
    ])
  })

  it('a paragraph with an address or a telephone number is not stretched, others are', () => {
    const ragged = (text: string) => piecesOf(text).map((piece) => piece.ragged)
    expect(ragged('联系电话：0970-8790114。\n网址：https://fuyi.example.cn/\n文号：云教公开〔2026〕12号，共150页。')).toEqual([
      true,
      true,
      false,
    ])
  })

  it('line ends part paragraphs, typed indents and control characters go', () => {
    expect(paragraphs('　　第一段\u0000\r\n\r\n  第二段\u200b\n')).toEqual(['第一段', '第二段'])
  })

  it('blanks kept for writing on by hand stay', () => {
    expect(printable('　　　　年　　月　　日')).toBe('　　　　年　　月　　日')
  })
})

describe('成文日期', () => {
  it('is printed without leading zeros, however it was given', () => {
    expect(printedDate('2026-03-05')).toBe('2026年3月5日')
    expect(printedDate('2026年3月5日')).toBe('2026年3月5日')
  })

  it('stamps the file with the day of the document in China', () => {
    expect(new Date(timestampOf('2026年3月5日') * 1000).toISOString()).toBe('2026-03-05T04:00:00.000Z')
    expect(timestampOf('2026-03-05')).toBe(timestampOf('2026年3月5日'))
  })
})
