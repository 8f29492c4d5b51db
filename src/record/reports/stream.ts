/** Running text of a table as two parallel streams: the characters of its labels, and the numbers that stand between them. */
import { readCell } from './cell.ts'

export interface NumberToken {
  /** How many label characters stand before it. */
  at: number
  /** As written, with all that touches it where that makes it `odd`. */
  text: string
  /** An amount's 万元, 元, 亿元 … right behind it. */
  unit: string
  line: number
  /** Where in the text it begins and ends. */
  from: number
  to: number
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

const HAN = /[\u3400-\u9fff]/
const YEAR = /(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?/y
const PARENTHESISED_ITEM = /\( *([1-9]) *\)/y
/** A row's own number (二、 · 三. · （四）) is no label that an item number stands before. */
const NO_ROW = `(?!\\s*[一二三四五六七八九十]+\\s*[、.,])`
/**
 * A digit run whose last digit is an item number: `2.` or `00000002.` before a label on the same line, or a number alone at the
 * beginning of a line; never a decimal, and never the last cell of a row whose line ends with a comma.
 */
const ITEM = new RegExp(`(\\d*)([1-9]) *[.、,:]${NO_ROW}(?=[^\\S\\n]*[\\u3400-\\u9fff"'“‘])`, 'y')
const ITEM_ALONE = new RegExp(`([1-9]) *[.、]${NO_ROW}(?=\\s*[\\u3400-\\u9fff"'“‘])`, 'y')
const NUMBER = /[+-]?\d+(?:,\d{3})*(?:\.\d+)?/y
/** `3件` in a cell of its own. */
const COUNTED = / ?[件条次个项宗份](?=[\s|│┃,;、\d]|$)/y
const AMOUNT = / ?([百千万亿]*元)/y
const DASHES = /[-—–―─－]{1,3}|[/\\]/y

function isBorder(character: string | undefined): boolean {
  return character === undefined || /[\s|│┃,;:、]/.test(character)
}

/** 无 stands for a number beside another cell or at the end of a line; between words it is one of them (“无 正当理由”). */
function isAmongCells(text: string, at: number): boolean {
  const isCell = (character: string | undefined) => character === undefined || /[\d|│┃无\n〇○◯—–―─－-]/.test(character)
  return (
    isCell(/\S(?=[ \t]*$)|\n(?=[ \t]*$)/.exec(text.slice(Math.max(0, at - NEAR), at))?.[0]) ||
    isCell(/^[ \t]*([^ \t])/.exec(text.slice(at + 1, at + NEAR))?.[1])
  )
}

/** Blanks between two cells are far fewer. */
const NEAR = 400
/** The marks and words that touch a number are far fewer. */
const TOUCHING = 12

/** What stands right before a number and is neither border nor label: a sign or other mark, or a word that changes the number. */
const BEFORE = /(?:[约近超逾达减增少加下降上升负第]|[^\s|│┃,;:、。)"'“”’》」\u3400-\u9fff\d])+$/
/** The same behind it. A label may follow without a blank, or the number of its item; `3万`, `300余` and `12(注)` are none. */
const AFTER =
  /^(?: ?[百千万亿余%‰]|[十多来几倍号页年月]|[^\s|│┃,;:、。"'“”‘「(\u3400-\u9fff\d]|\((?! *[1-9一二三四五六七八九十]+ *\) *["'“‘\u3400-\u9fff]))[^\s|│┃,;、\u3400-\u9fff]*/

/** A letter or mark alone among numbers stands in for a number that nobody can read. */
const UNREADABLE = /[A-Za-z?□×*#]/

/**
 * Splits a normalised stretch of text. `itemOf` tells the item number that a label beginning with these characters has in
 * the form, for sources that print `2其他法律…` without a point. A number is taken only with its surroundings: whatever touches
 * it and is no border, label or unit makes it odd.
 */
export function streamOf(text: string, itemOf: (following: string) => number | null): Stream {
  let labels = ''
  const tokens: NumberToken[] = []
  let line = 0
  let index = 0
  let afterLabel = false
  const sticky = (pattern: RegExp, at = index): RegExpExecArray | null => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  const push = (written: string, kind: NumberToken['kind'], more: Partial<NumberToken> = {}): void => {
    const place = { at: labels.length, line, from: index, to: index + written.length }
    tokens.push({ text: written, unit: '', kind, maybeItem: false, glued: afterLabel, ...place, ...more })
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
    } else if (HAN.test(character)) {
      if (character === '无' && isBorder(text[index - 1]) && isBorder(text[index + 1]) && isAmongCells(text, index))
        push('无', 'none')
      else labels += character
      step(1, true)
    } else if (/\d/.test(character) && !/\d/.test(text[index - 1] ?? '') && (match = sticky(YEAR))) {
      step(match[0].length, true)
    } else if ((match = sticky(PARENTHESISED_ITEM))) {
      labels += itemMark(Number(match[1]))
      step(match[0].length, true)
    } else if ((match = itemAlone())) {
      labels += itemMark(Number(match[1]))
      step(match[0].length, true)
    } else if ((match = sticky(ITEM)) && isItem(match)) {
      const [whole, digits = '', item = ''] = match
      // `22 .其他`: 2 and the item's 2, or 22 and an item whose number was lost; the row's sum decides.
      if (digits !== '' && /\s[.、,:]$/.test(whole)) push(digits + item, 'number', { maybeItem: true })
      else {
        if (digits !== '') push(digits, 'number')
        labels += itemMark(Number(item))
      }
      step(whole.length, true)
    } else if ((match = sticky(NUMBER)) && (/\d/.test(character) || isBorder(text[index - 1]))) {
      step(pushNumber(match[0]), false)
    } else if (/[〇○◯]/.test(character)) {
      push('0', 'number', { to: index + 1 })
      step(1, false)
    } else if ((match = sticky(DASHES)) && isBorder(text[index - 1]) && isBorder(text[index + match[0].length])) {
      push(match[0], 'nothing')
      step(match[0].length, false)
    } else {
      const alone = isBorder(text[index - 1]) && isBorder(text[index + 1])
      if (alone && UNREADABLE.test(character) && isAmongCells(text, index)) push(character, 'odd')
      // Brackets and quotation marks belong to labels: a number after them is still next to its label.
      step(1, afterLabel && /[()"'“”‘’、,.;:]/.test(character))
    }
  }
  return { labels, tokens }

  function itemAlone(): RegExpExecArray | null {
    const match = sticky(ITEM_ALONE)
    return match && /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, index - NEAR), index)) ? match : null
  }

  /**
   * Digits before the item's own (`00000002.`) are cells, where the form's label has that item. A label that is none of the form's
   * is taken to have it, but not after a blank (`2075 .`) or where commas part the cells (`0、13、`).
   */
  function isItem([whole, digits = '', item]: RegExpExecArray): boolean {
    const from = index + whole.length
    // A label after a point may stand further off: `663、   补正后`.
    const known = digits === '' ? null : itemOf(text.slice(from, from + 32).trimStart())
    return digits === '' || known === Number(item) || (known === null && /\d[.:]$/.test(whole))
  }

  /** How many characters it takes. `2其他` may be an item number or the last cell of the row before: the row's count of cells decides. */
  function pushNumber(written: string): number {
    const end = index + written.length
    const item = itemOf(text.slice(end, end + 16))
    const amount = sticky(AMOUNT, end)
    const counted = amount ? null : sticky(COUNTED, end)
    const taken = (amount ?? counted)?.[0].length ?? 0
    const [before = ''] = BEFORE.exec(text.slice(Math.max(0, index - TOUCHING), index)) ?? []
    const [after = ''] = AFTER.exec(text.slice(end + taken, end + taken + TOUCHING)) ?? []
    if (before === '' && after === '') {
      push(written, 'number', {
        to: end + taken,
        unit: amount?.[1] ?? '',
        maybeItem: taken === 0 && item !== null && written.endsWith(String(item)),
      })
      return written.length + taken
    }
    const words = [...before].filter((one) => HAN.test(one)).length
    labels = labels.slice(0, labels.length - words)
    push(`${before}${text.slice(index, end + taken)}${after}`, 'odd', {
      from: index - before.length,
      to: end + taken + after.length,
    })
    return written.length + taken + after.length
  }
}

/** The plain digits of a token, or null when it is no whole number without sign and separators. */
export function digitsOf(token: NumberToken): string | null {
  return token.kind === 'number' && token.unit === '' && /^\d+$/.test(token.text) ? token.text : null
}

/**
 * The value of a token that is one whole cell, or undefined when it can't be one (`00`, `007`). `unit`: that of a column of
 * amounts; anywhere else an amount is no cell.
 */
export function cellOf(token: NumberToken, unit: string | null = null): number | null | undefined {
  if (token.kind === 'odd') return undefined
  const read = readCell(token.text + token.unit, unit)
  return read.state === 'number' ? read.value : read.state === 'blank' ? null : undefined
}
