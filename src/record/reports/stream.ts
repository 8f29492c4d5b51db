/** Running text of a table as two parallel streams: the characters of its labels, and the numbers that stand between them. */
import { readCell } from './cell.ts'

export interface NumberToken {
  /** How many label characters stand before it. */
  at: number
  text: string
  /** 万元, 元 or 亿元 right behind it. */
  unit: string
  line: number
  /** `number` digits · `nothing` a mark such as — or / that stands alone · `none` the word 无 alone · `odd` cannot be a cell */
  kind: 'number' | 'nothing' | 'none' | 'odd'
  /** Its last digit may be the item number of the label that follows (`00000002其他`). */
  maybeItem: boolean
  /** No blank between it and the label before it. */
  glued: boolean
}

export interface Stream {
  /** Chinese characters; `①` … `⑧` stand for item numbers such as `1.` */
  labels: string
  tokens: NumberToken[]
}

const ITEM_MARKS = '①②③④⑤⑥⑦⑧⑨'

/** The mark that stands for item number `n` in a {@link Stream}. */
export function itemMark(n: number): string {
  return ITEM_MARKS[n - 1] ?? ''
}

const YEAR = /(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?/y
const PARENTHESISED_ITEM = /\( *([1-9]) *\)/y
/** A digit run whose last digit is an item number: `2.` or `00000002.` before a label, never a decimal. */
const ITEM = /(\d*)([1-9]) *[.、,:](?=\s*[\u3400-\u9fff"'“‘])/y
const NUMBER = /[+-]?\d+(?:,\d{3})*(?:\.\d+)?/y
/** `3件` in a cell of its own. */
const COUNTED = / ?[件条次个项宗份](?=[\s|│┃,;、\d]|$)/y
const DASHES = /[-—–―─－]{1,3}|[/\\]/y

function isBorder(character: string | undefined): boolean {
  return character === undefined || /[\s|│┃,;:、]/.test(character)
}

/** 无 stands for a number beside another cell or at the end of a line; between words it is one of them (“无 正当理由”). */
function isAmongCells(text: string, at: number): boolean {
  const isCell = (character: string | undefined) => character === undefined || /[\d|│┃无\n〇○◯—–―─－-]/.test(character)
  return (
    isCell(/\S(?=[ \t]*$)|\n(?=[ \t]*$)/.exec(text.slice(0, at))?.[0]) || isCell(/^[ \t]*([^ \t])/.exec(text.slice(at + 1))?.[1])
  )
}

/**
 * Splits a normalised stretch of text. `itemOf` tells the item number that a label beginning with these characters has in
 * the form, for sources that print `2其他法律…` without a point.
 */
export function streamOf(text: string, itemOf: (following: string) => number | null): Stream {
  let labels = ''
  const tokens: NumberToken[] = []
  let line = 0
  let index = 0
  let afterLabel = false
  const sticky = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = index
    return pattern.exec(text)
  }
  const push = (written: string, kind: NumberToken['kind'], maybeItem = false): void => {
    tokens.push({ at: labels.length, text: written, unit: '', line, kind, maybeItem, glued: afterLabel })
  }
  while (index < text.length) {
    const character = text[index] ?? ''
    const step = (length: number, label: boolean): void => {
      index += length
      afterLabel = label
    }
    let match: RegExpExecArray | null
    if (character === '\n') {
      line++
      step(1, false)
    } else if (/[\u3400-\u9fff]/.test(character)) {
      if (character === '无' && isBorder(text[index - 1]) && isBorder(text[index + 1]) && isAmongCells(text, index))
        push('无', 'none')
      else labels += character
      step(1, true)
    } else if (/\d/.test(character) && !/\d/.test(text[index - 1] ?? '') && (match = sticky(YEAR))) {
      step(match[0].length, true)
    } else if ((match = sticky(PARENTHESISED_ITEM))) {
      labels += itemMark(Number(match[1]))
      step(match[0].length, true)
    } else if ((match = sticky(ITEM))) {
      if (match[1]) push(match[1], 'number')
      labels += itemMark(Number(match[2]))
      step(match[0].length, true)
    } else if ((match = sticky(NUMBER)) && (/\d/.test(character) || isBorder(text[index - 1]))) {
      pushNumber(match[0], text.slice(index + match[0].length, index + match[0].length + 16))
      const [, unit = ''] = /^ ?([万亿]?元)/.exec(text.slice(index + match[0].length, index + match[0].length + 3)) ?? []
      const last = tokens.at(-1)
      if (last) last.unit = unit
      COUNTED.lastIndex = index + match[0].length
      const counted = COUNTED.exec(text)
      if (counted) index += counted[0].length
      step(match[0].length, false)
    } else if (/[〇○◯]/.test(character)) {
      push('0', 'number')
      step(1, false)
    } else if ((match = sticky(DASHES)) && isBorder(text[index - 1]) && isBorder(text[index + match[0].length])) {
      push(match[0], 'nothing')
      step(match[0].length, false)
    } else {
      if (/[-—–―─－/\\]/.test(character) && /\d/.test(text[index - 1] ?? '')) push(character, 'odd')
      // Brackets and quotation marks belong to labels: a number after them is still next to its label.
      step(1, afterLabel && /[()"'“”‘’、,.;:]/.test(character))
    }
  }
  return { labels, tokens }

  /** `2其他` may be an item number or the last cell of the row before: the row's own count of cells decides. */
  function pushNumber(written: string, following: string): void {
    const item = itemOf(following)
    push(written, 'number', item !== null && written.endsWith(String(item)))
  }
}

/** The plain digits of a token, or null when it is no whole number without sign and separators. */
export function digitsOf(token: NumberToken): string | null {
  return token.kind === 'number' && /^\d+$/.test(token.text) ? token.text : null
}

/** The value of a token that is one whole cell, or undefined when it can't be one (`00`, `007`). */
export function cellOf(token: NumberToken): number | null | undefined {
  const read = readCell(token.text)
  return read.state === 'number' ? read.value : read.state === 'blank' ? null : undefined
}
