/**
 * 密级与内部标志: finds the marks that a file bears, not sentences that speak of secrets. A mark stands where marks stand (alone on
 * a line at the head or foot of a page, in a page's header, in front of a file's name) or has a mark's form (机密★10年). Letters
 * may be spaced out: “机 密”.
 */
import { SECRECY_LEVELS } from '../../law/secrecy.ts'

/**
 * A file as the check sees it: its name, what else is called by a name in it (sheets, its title, files inside), and its pages as
 * lines from the top down. Headers and footers, text boxes and comments are pages of their own.
 */
export interface ScreenedText {
  name: string
  titles: readonly string[]
  pages: readonly (readonly string[])[]
}

export interface SecrecyMark {
  /** The mark as it is written, and nothing else of the file. */
  mark: string
  where: 'name' | 'text'
}

/** So many lines from the top and from the bottom of a page are where marks stand. */
const HEAD_LINES = 8
const FOOT_LINES = 3

const spaced = (word: string) => [...word].join('\\s*')
const LEVEL = `(?:${SECRECY_LEVELS.map(spaced).join('|')})(?:\\s*级)?`
const STAR = '[★☆⋆✦✧✩✪✫✬✭✮✯✰⭐]'
/** An asterisk also marks fields to be filled in, and footnotes: by itself it is no mark. */
const ASTERISK = '[*∗]'
const TERM = '(?:长\\s*期|启\\s*用\\s*前|\\d{1,2}\\s*(?:年|个?月)|[一二三四五六七八九十]{1,3}\\s*(?:年|个?月)|解\\s*密.{0,12})'
const OPEN = '[【\\[(〔「《]?\\s*'
const CLOSE = '\\s*[】\\])〕」》]?'
const INTERNAL = `(?:${['内部资料', '内部文件', '内部材料', '内部使用', '内部参考', '内部刊物', '内部发行', '内部掌握'].map(spaced).join('|')})`
const KEEP = '(?:(?:注意保存|妥善保管|注意保密|请勿外传|不得外传|严禁外传|仅供参考|不得公开|不得翻印|严禁复制)[,、;!。\\s]*)'
const LIMITED = `(?:${['工作秘密', '涉密', '内部'].map(spaced).join('|')})`
/** 国家秘密、商业秘密… are kinds that sentences and lists speak of. */
const NO_KIND = '(?<!国家|商业|工作|技术|企业|个人)'

/** Wherever in the text they stand: nobody writes them in a sentence. */
const ANYWHERE = [
  new RegExp(`(?:${LEVEL}|${spaced('工作秘密')})\\s*(?:${STAR}|${ASTERISK})\\s*${TERM}`, 'u'),
  new RegExp(`${NO_KIND}${LEVEL}\\s*${STAR}(?!\\s*(?:${LEVEL}|国家|商业|个人))`, 'u'),
  new RegExp(`(?:${spaced('工作秘密')}|${spaced('内部')})\\s*${STAR}\\s*(?:${TERM}|$)`, 'u'),
]
/** Alone on their line at the head or foot of a page, or alone in a header. */
const ALONE = [
  new RegExp(`^${OPEN}${STAR}?\\s*(?:密\\s*级\\s*[::]?\\s*)?${LEVEL}\\s*(?:${STAR}|${ASTERISK})?${CLOSE}(?:\\s*${TERM})?$`, 'u'),
  new RegExp(`^${OPEN}${LIMITED}\\s*(?:${STAR}|${ASTERISK})?${CLOSE}(?:\\s*${TERM})?$`, 'u'),
  new RegExp(`^${OPEN}${STAR}?\\s*${INTERNAL}[,、;:!\\s]*${KEEP}{0,2}${CLOSE}$`, 'u'),
  new RegExp(
    `^${OPEN}(?:此件|本件|该件|本文|本文件|本资料)?\\s*(?:不得|严禁|禁止|请勿|不准)\\s*上\\s*(?:互联)?\\s*网(?:传播|发布|公开)?[!。]?${CLOSE}$`,
    'u',
  ),
]
/** Alone on its line anywhere. */
const LABELLED = [new RegExp(`^密\\s*级\\s*[::]\\s*${LEVEL}(?:\\s*${STAR})?(?:\\s*${TERM})?$`, 'u')]
/** Set off in a name: in brackets, in front, or before a separator. */
const NAMED = new RegExp(
  `(?:^|[【\\[(〔_\\-\\s])((?:${LEVEL}|${LIMITED}|${['内部资料', '内部文件', '内部材料', '不得上网'].map(spaced).join('|')})件?)(?:[】\\])〕★_\\-\\s.]|$)`,
  'u',
)
/** The rules as text: what was found by other rules is another finding. */
export const SECRECY_RULE_TEXT = [...ANYWHERE, ...ALONE, ...LABELLED, NAMED].map(({ source }) => source).join('|')
/** Letters that take no room, as programs put them between others. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu

const plain = (text: string) => text.normalize('NFKC').replace(INVISIBLE, '').trim()

/** Every mark once. Nothing is returned for a sentence in which a secret is only spoken of. */
export function secrecyMarks({ name, titles, pages }: ScreenedText): SecrecyMark[] {
  const found: SecrecyMark[] = []
  for (const [where, called] of [['name', name], ...titles.map((title) => ['text', title] as const)] as const) {
    const mark = NAMED.exec(plain(called))?.[1] ?? matchOf(ANYWHERE, plain(called))
    if (mark) found.push({ mark: tidy(mark), where })
  }
  for (const page of pages) {
    const lines = page.map(plain).filter((line) => line !== '')
    lines.forEach((line, index) => {
      const atEdge = index < HEAD_LINES || index >= lines.length - FOOT_LINES
      const mark =
        matchOf(ANYWHERE, line) ?? matchOf(LABELLED, line) ?? (atEdge && !inList(lines, index) ? matchOf(ALONE, line) : null)
      if (mark) found.push({ mark: tidy(mark), where: 'text' })
    })
  }
  return found.filter((one, index) => found.findIndex((other) => other.mark === one.mark && other.where === one.where) === index)
}

function matchOf(patterns: readonly RegExp[], line: string): string | null {
  for (const pattern of patterns) {
    const match = pattern.exec(line)
    if (match) return match[0]
  }
  return null
}

const BARE_LEVEL = new RegExp(`^${LEVEL}$`, 'u')

/** 绝密、机密、秘密 one below the other: a list that explains the levels, or the choices of a form. */
function inList(lines: readonly string[], index: number): boolean {
  const isLevel = (at: number) => BARE_LEVEL.test(lines[at] ?? '')
  return isLevel(index) && (isLevel(index - 1) || isLevel(index + 1))
}

function tidy(mark: string): string {
  return mark.replace(/\s+/gu, '').slice(0, 20)
}
