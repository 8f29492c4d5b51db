/**
 * Fields of a Word file: a code, and what was last made of it. The code may hold anything (paths, questions, the other side of a
 * condition, entries of an index); what stays of it are page numbers, tables of contents and links to be followed.
 */
import { Unreadable } from '../files/outcome.ts'
import { BOUNDS } from './limits.ts'
import { isFollowed } from './office-common.ts'
import { decoded, elements, isElement, remove, setText, textOf, unwrap, type Xml, type XmlElement, type XmlNode } from './xml.ts'

export interface Field {
  code: string
  /** The marks of its beginning, its middle and its end. */
  marks: XmlElement[]
  codes: XmlElement[]
  /** What stands among the code and is no code: other fields' results, texts that are never shown. */
  inCode: XmlElement[]
}

export function fieldsIn(xml: Xml): Field[] {
  const done: Field[] = []
  const open: (Field & { phase: 'code' | 'result' })[] = []
  for (const run of elements(xml, 'w:r'))
    for (const child of run.children) {
      if (!isElement(child as XmlNode)) continue
      const element = child as XmlElement
      const kind = element.name === 'w:fldChar' ? element.attribs['w:fldCharType'] : null
      const field = open.at(-1)
      if (kind === 'begin') {
        open.push({ code: '', marks: [element], codes: [], inCode: [], phase: 'code' })
        if (open.length > BOUNDS.fieldDepth)
          throw new Unreadable(
            `文件里的域一层套一层，超过 ${BOUNDS.fieldDepth} 层，不能逐项检查；请在 Word 或 WPS 中全选后按 Ctrl+Shift+F9 转为文字，再上传`,
          )
      } else if (kind === 'separate' && field) {
        field.marks.push(element)
        field.phase = 'result'
      } else if (kind === 'end' && field) {
        field.marks.push(element)
        done.push(...open.splice(-1))
      } else if (element.name === 'w:instrText' && field?.phase === 'code') {
        field.code += textOf(element)
        field.codes.push(element)
      } else if (element.name !== 'w:rPr') for (const outer of open) if (outer.phase === 'code') outer.inCode.push(element)
    }
  return [...done, ...open]
}

/** How a number is written: by the name of a kind, or by places for digits. */
const SWITCH = String.raw`(?:\s+\\(?:\*\s*"?(?:MERGEFORMAT|Arabic|ArabicDash|Roman|Alphabetic|Ordinal|CardText|OrdText|ZODIAC\d|GB\d|DBNUM\d|CHINESENUM\d|CIRCLENUM|DBCHAR|SBCHAR|CHARFORMAT|Caps|Upper|Lower|FirstCap)"?|#\s*"?[0#,.]{1,12}"?))*`
const PAGES = new RegExp(`^\\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES)${SWITCH}\\s*$`, 'i')
const CONTENTS = /^\s*TOC(?:\s+\\(?:[hzuxw]|[onp]\s*"?[\d-]{0,5}"?))*\s*$/i
const PAGE_OF = /^\s*PAGEREF\s+(\w{1,40})((?:\s+\\[hp])*)\s*$/i
const LINK = /^\s*HYPERLINK\s+(?:"([^"]*)"|(?=\\l))(?:.*\\l\s+"?([^"\s]+)"?)?/is
/** What is drawn from the code itself: circled signs, fractions. */
const DRAWN =
  /^\s*(?:EQ\s+\\(?:o(?:\\a[clrd])?|f|r)\s*\([^\\"()]{0,12}\)|SYMBOL\s+(?:\d{1,5}|0x[\dA-F]{1,4})(?:\s+\\(?:[ahju]|s\s+\d{1,3}|f\s+"?(?:Wingdings(?: [23])?|Webdings|Symbol)"?))*)\s*$/i

/** Names of places that kept codes and links lead to. */
export function anchorsIn(xml: Xml): string[] {
  return [
    ...fieldsIn(xml).flatMap(({ code }) => [PAGE_OF.exec(code)?.[1], LINK.exec(code)?.[2]]),
    ...elements(xml, 'w:hyperlink').map(({ attribs }) => attribs['w:anchor']),
  ].filter((anchor): anchor is string => anchor !== undefined && anchor !== '')
}

/** The code as it may stay; null where only the result may. */
function keptCode({ code, inCode }: Field, rename: (anchor: string) => string): string | null {
  if (inCode.length > 0) return null
  if (PAGES.test(code) || CONTENTS.test(code) || DRAWN.test(code)) return code
  const place = PAGE_OF.exec(code)
  if (place) return ` PAGEREF ${rename(place[1] ?? '')}${place[2]} `
  const link = LINK.exec(code)
  if (!link) return null
  const [, address = '', anchor] = link
  if (address !== '' && !isFollowed(decoded(address))) return null
  if (address === '' && !anchor) return null
  return ` HYPERLINK ${address === '' ? '' : `"${address}"`}${anchor ? ` \\l "${rename(anchor)}"` : ''} `
}

/** Counts the codes that were taken out, those that led to other files by themselves. */
export function cleanFields(xml: Xml, rename: (anchor: string) => string): { codes: number; outside: number } {
  const count = { codes: 0, outside: 0 }
  const note = (code: string) => {
    if (/INCLUDE(?:PICTURE|TEXT)|\bLINK\b|\bDDE/i.test(code)) count.outside += 1
    else count.codes += 1
  }
  for (const field of fieldsIn(xml)) {
    shownBox(xml, field)
    const kept = keptCode(field, rename)
    for (const element of field.inCode) remove(xml, element)
    if (kept === null) {
      note(field.code)
      for (const element of [...field.codes, ...field.marks]) remove(xml, element)
    } else if (kept !== field.code)
      field.codes.forEach((element, at) => (at === 0 ? setText(xml, element, kept) : remove(xml, element)))
    for (const mark of field.marks) xml(mark).empty()
  }
  for (const simple of elements(xml, 'w:fldSimple')) {
    const code = decoded(simple.attribs['w:instr'] ?? '')
    if (PAGES.test(code)) xml(simple).children('w\\:fldData').remove()
    else {
      note(code)
      unwrap(xml, simple)
    }
  }
  return count
}

/** Boxes to be ticked and lists to choose from show what was chosen, and have no result of their own: it becomes text. */
function shownBox(xml: Xml, { marks }: Field): void {
  const [begin] = marks
  const shown = begin && shownByForm(begin)
  if (begin && shown) xml(begin).before(`<w:t>${shown}</w:t>`)
}

/** What the mark at the beginning of a form's field shows; the empty text where it shows nothing by itself. */
export function shownByForm(mark: XmlElement): string {
  const find = (element: XmlElement, name: string): XmlElement | undefined =>
    element.children
      .filter((child): child is XmlElement => isElement(child as XmlNode))
      .map((child) => (child.name === name ? child : find(child, name)))
      .find((found) => found !== undefined)
  const box = find(mark, 'w:checkBox')
  if (box) {
    const state = find(box, 'w:checked') ?? find(box, 'w:default')
    return state && (state.attribs['w:val'] ?? '1') !== '0' ? '☒' : '☐'
  }
  const list = find(mark, 'w:ddList')
  if (!list) return ''
  const chosen = Number((find(list, 'w:result') ?? find(list, 'w:default'))?.attribs['w:val'] ?? 0)
  const entries = list.children.filter((child) => isElement(child as XmlNode) && (child as XmlElement).name === 'w:listEntry')
  return (entries[chosen] as XmlElement | undefined)?.attribs['w:val'] ?? ''
}
