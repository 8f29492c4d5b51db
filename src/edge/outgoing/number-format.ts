/** Number formats (ECMA-376 §18.8.31): which of its parts prints a value, in which colour, and what the others would have said. */
import { BLACK, paletteColour, WHITE } from './colours.ts'
import { childrenOf, textOf, type XmlElement } from './xml.ts'

const CONDITION = /\[(<=|>=|<>|<|>|=)\s*(-?[\d.]+)\]/

function sectionsOf(code: string): string[] {
  return code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)
}

/** Which part prints the cell's value; -1 where the value is printed as it is. */
function sectionFor(sections: readonly string[], cell: XmlElement): number {
  const type = cell.attribs['t'] ?? 'n'
  if (type !== 'n' && type !== 'd') {
    // Up to three parts are for numbers; where text has a part of its own, it must say where the text stands.
    if (sections.length >= 4) return 3
    const last = sections.length - 1
    return sections[last]?.includes('@') ? last : -1
  }
  const value = childrenOf(cell, 'v')[0]
  const number = Number(value ? textOf(value) : 0)
  const conditions = sections.map((section) => CONDITION.exec(section))
  if (conditions.some((one) => one !== null)) {
    const met = conditions.findIndex((one) => one !== null && holds(number, one[1] ?? '', Number(one[2])))
    if (met !== -1) return met
    const rest = conditions.findIndex((one, at) => one === null && at < 3)
    return rest === -1 ? sections.length - 1 : sections.length > 2 && rest < 2 ? 2 : rest
  }
  if (number > 0 || sections.length === 1) return 0
  return number < 0 ? 1 : sections.length === 2 ? 0 : 2
}

function holds(number: number, sign: string, bound: number): boolean {
  if (sign === '=') return number === bound
  if (sign === '<>') return number !== bound
  if (sign === '<') return number < bound
  if (sign === '<=') return number <= bound
  return sign === '>' ? number > bound : number >= bound
}

const COLOURS: Record<string, string> = { white: WHITE, 白色: WHITE, black: BLACK, 黑色: BLACK }

/** A colour that the format gives to the letters. */
export function formatColour(code: string, cell: XmlElement): string | undefined {
  const sections = sectionsOf(code)
  const section = sections[sectionFor(sections, cell)] ?? ''
  const number = /\[(?:color|颜色)\s*(\d{1,2})\]/i.exec(section)?.[1]
  if (number) return paletteColour(Number(number) + 7, [])
  const named = /\[([A-Za-z]+|[\u4e00-\u9fff]色)\]/.exec(section)?.[1]?.toLowerCase()
  return named ? COLOURS[named] : undefined
}

/** Whether the format prints nothing of the value: no place for a digit, no date, no text. */
export function isBlankFormat(code: string, cell: XmlElement): boolean {
  if (code === 'General' || code === '') return false
  const sections = sectionsOf(code)
  const at = sectionFor(sections, cell)
  if (at === -1) return false
  const section = sections[at] ?? ''
  if ((cell.attribs['t'] ?? 'n') !== 'n') return !section.includes('@')
  return !/[0#?@ymdhsegb年月日时分秒]|general/i.test(bare(section))
}

/** Without what is printed as it stands, and without conditions. */
function bare(section: string): string {
  return section.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
}

/** What programs write into a format: places for digits, dates, money, the names of colours, single words of measure. */
const PLAIN =
  /^(?:General|[0#?.,%/+() :@_*\\ymdhsbgeE年月日时分秒\-$¥￥€£]|AM\/PM|上午\/下午|\[(?:Red|Blue|Green|Yellow|Cyan|Magenta|White|Black|红色|蓝色|绿色|黄色|[Cc]olor ?\d{1,2}|[hms]{1,2}|DBNum[1-4]|(?:<=|>=|<>|<|>|=)-?[\d.]{1,12}|\$[^\]\d]{0,3}(?:-[\dA-F]{1,8})?)\]|"[^"\d]{0,2}")*$/i

/** The format with those of its parts as they are that print one of these cells; the others without anything of their own. */
export function withoutUnprinted(code: string, cells: readonly XmlElement[]): string {
  const sections = sectionsOf(code)
  const printed = new Set(cells.map((cell) => sectionFor(sections, cell)))
  return sections
    .map((section, at) => {
      if (printed.has(at) || PLAIN.test(section)) return section
      return `${CONDITION.exec(section)?.[0] ?? ''}${at === 3 ? '@' : 'General'}`
    })
    .join(';')
}

/** What the format says in words. */
export function wordsOfFormat(code: string): string {
  return [...code.matchAll(/"([^"]*)"|\\(.)/g)].map(([, quoted, single]) => quoted ?? single ?? '').join('')
}
