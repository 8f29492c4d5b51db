/**
 * 从 Word 到页面: what a paper of the office is made of (GB/T 9704-2012: 版头, 主体, 版记), found in its lines: title, number, dates,
 * whether it says itself that it may be public. What belongs to the paper and not to the text is left out, and told.
 */
import { documentNumber } from '../../law/document-number.ts'
import type { Attribute } from '../../law/publication/attribute.ts'
import { isLocalDate, type LocalDate } from '../../law/date.ts'

/** A stretch of a file in reading order: a paragraph, heading or list with its words, a table, or pictures alone. `html` holds only structure. */
export interface WrittenPiece {
  kind: 'text' | 'table' | 'picture'
  text: string
  html: string
}

export interface WrittenDocument {
  title: string
  /** 发文字号 */
  number: string
  /** 成文日期 */
  formedOn: LocalDate | null
  /** What the note at its end says: 此件公开发布. Null where it says nothing. */
  attribute: Attribute | null
  body: string
  /** What was done with it that somebody should know, in words. */
  notes: string[]
}

/** A picture of the paper: `body` holds its place by its id. */
export interface WrittenPicture {
  id: string
  name: string
  /** 替代文字 that somebody wrote in the file. */
  alt: string
  base64: string
}

/** As it goes to whoever brought it. */
export type BroughtPaper = WrittenDocument & { pictures: WrittenPicture[] }

/** Where a number may stand in a line; what one is, the law's own reader says. */
const NUMBER = /[\p{Script=Han}A-Za-z]{1,20}[〔[［(（]\s*\d{4}\s*[〕\]］)）]\s*第?\s*\d{1,5}\s*号/u
/** 版头: who issues, copy number, urgency, signer. */
const LETTERHEAD = /^(?:[\p{Script=Han}\s]{2,40}文件|\d{6}|特急|加急|签发人[：:].{0,20}|[★☆]?\s*公开)$/u
const COPY_TO = /^(?:抄\s*送|主\s*送|分\s*送|印\s*发)[：:]/
const PRINTED = /^.{2,40}(\d{4})年\d{1,2}月\d{1,2}日\s*印\s*发$/
const PAGE_NUMBER = /^[-—–－\s]*\d{1,3}[-—–－\s]*$/
const DATE = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/
const NOTE = /^[（(]\s*(?:此件|本件)?(主动公开|公开发布|依申请公开|不予公开|不公开)\s*[）)]$/
const NOTES: Readonly<Record<string, Attribute>> = {
  主动公开: 'proactive',
  公开发布: 'proactive',
  依申请公开: 'onRequest',
  不予公开: 'withheld',
  不公开: 'withheld',
}
/** A line that ends the title's part: whom it is addressed to, or a sentence. */
const NO_TITLE = /[。；：:，,]$|^附\s*件[：:]|^[一二三四五六七八九十]+、/
const LONGEST_TITLE = 200
const MOST_TITLE_LINES = 5

export function writtenDocument(pieces: readonly WrittenPiece[]): WrittenDocument {
  const notes: string[] = []
  let rest = pieces.filter(({ kind, text }) => kind !== 'text' || (plain(text) !== '' && !PAGE_NUMBER.test(plain(text))))
  const head = withoutHead(rest)
  if (head.left.length > 0) notes.push(`版头没有带入：${head.left.join('、')}`)
  rest = head.rest
  const titled = titleOf(rest)
  rest = titled.rest
  const foot = withoutFoot(rest)
  if (foot.left.length > 0) notes.push(`版记没有带入：${foot.left.join('、')}`)
  rest = foot.rest
  const noted = noteOf(rest)
  rest = noted.rest
  const formedOn = dateOf(rest)
  if (!titled.title) notes.push('没有找到标题，请填写')
  if (!formedOn) notes.push('没有找到成文日期，请填写')
  return {
    title: titled.title,
    number: head.number || titled.number,
    formedOn,
    attribute: noted.attribute,
    body: rest.map(({ html }) => html).join('\n'),
    notes,
  }
}

const plain = (text: string): string => text.replace(/[\s\u3000]+/gu, ' ').trim()

/** As it is printed: 〔〕 around the year, no blanks. */
export function printedNumber(text: string): string {
  const [whole = ''] = NUMBER.exec(text) ?? []
  return documentNumber(whole.replace(/第\s*(?=\d)/u, '')) ?? ''
}

/** Nothing but a number, in brackets or not. */
function numberAlone(line: string): string {
  const bare = line.replace(/^[（(]([\s\S]*)[）)]$/u, '$1').trim()
  const [whole = ''] = NUMBER.exec(bare) ?? []
  return whole === bare ? printedNumber(bare) : ''
}

function withoutHead(pieces: readonly WrittenPiece[]): { number: string; left: string[]; rest: WrittenPiece[] } {
  const left: string[] = []
  let number = ''
  let at = 0
  for (; at < pieces.length; at += 1) {
    const piece = pieces[at]
    if (!piece || piece.kind !== 'text') break
    const line = plain(piece.text)
    const found = NUMBER.exec(line)
    if (found && line.length - found[0].length <= 20 && !/[。《]/.test(line)) {
      number ||= printedNumber(line)
      const beside = plain(line.replace(found[0], ''))
      if (beside) left.push(beside)
    } else if (LETTERHEAD.test(line)) left.push(line)
    else break
  }
  return { number, left, rest: pieces.slice(at) }
}

/** Lines at the top that make no sentence. Set over several lines, they are one title. */
function titleOf(pieces: readonly WrittenPiece[]): { title: string; number: string; rest: WrittenPiece[] } {
  const lines: string[] = []
  let at = 0
  for (; at < Math.min(pieces.length, MOST_TITLE_LINES); at += 1) {
    const piece = pieces[at]
    const line = plain(piece?.text ?? '')
    if (!piece || piece.kind !== 'text' || NO_TITLE.test(line) || DATE.test(line)) break
    if (lines.length > 0 && isWhole(lines.join(''))) break
    lines.push(line)
  }
  const title = joined(lines)
  if (title === '' || title.length > LONGEST_TITLE) return { title: '', number: '', rest: [...pieces] }
  // Under the title of an announcement its number stands in brackets or by itself.
  const after = pieces[at]
  const number = after?.kind === 'text' ? numberAlone(plain(after.text)) : ''
  return { title, number, rest: pieces.slice(number ? at + 1 : at) }
}

const KINDS =
  /(?:通知|公告|通告|公示|意见|办法|规定|细则|方案|计划|总结|报告|批复|函|决定|纪要|章程|指南|目录|清单|名单|规划|预案|须知|简章|标准)(?:（[^）]{1,20}）)?$/

/** It says what kind of paper it is: nothing of the title follows. */
function isWhole(title: string): boolean {
  return KINDS.test(title)
}

/** Between Chinese characters no blank is meant. */
function joined(lines: readonly string[]): string {
  return lines.join('').replace(/(?<=[\p{Script=Han}〔〕《》“”（）]) +(?=[\p{Script=Han}〔〕《》“”（）])/gu, '')
}

function withoutFoot(pieces: readonly WrittenPiece[]): { left: string[]; rest: WrittenPiece[] } {
  const left: string[] = []
  let end = pieces.length
  while (end > 0) {
    const piece = pieces[end - 1]
    const line = plain(piece?.text ?? '')
    // 版记 is often set as a table of one column.
    if (!piece || !(COPY_TO.test(line) || PRINTED.test(line))) break
    left.unshift(line.length > 30 ? `${line.slice(0, 30)}…` : line.replace(/。$/, ''))
    end -= 1
  }
  return { left, rest: pieces.slice(0, end) }
}

function noteOf(pieces: readonly WrittenPiece[]): { attribute: Attribute | null; rest: WrittenPiece[] } {
  const at = pieces.findLastIndex(({ text }) => NOTE.test(plain(text)))
  if (at < 0 || at < pieces.length - 6) return { attribute: null, rest: [...pieces] }
  const word = NOTE.exec(plain(pieces[at]?.text ?? ''))?.[1] ?? ''
  return { attribute: NOTES[word] ?? null, rest: pieces.toSpliced(at, 1) }
}

/** The last date that stands in a line by itself. */
function dateOf(pieces: readonly WrittenPiece[]): LocalDate | null {
  for (const { text } of pieces.toReversed()) {
    const found = DATE.exec(plain(text).replaceAll(' ', ''))
    if (!found) continue
    const [, year = '', month = '', day = ''] = found
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    if (isLocalDate(date)) return date
  }
  return null
}
