/** What a page shows of itself: without hidden and crossed-out words, with raised numbers told from those beside them. */
import type { CheerioAPI } from 'cheerio'
import { raised } from './raised.ts'

type Selected = ReturnType<CheerioAPI>

const UNSEEN = 'script, style, noscript, template, head, select, svg, [hidden]'
const CROSSED_OUT = 'del, s, strike'
/** What may show a number without being text. */
export const PICTURES = 'img, input, textarea, object, embed, canvas'
/** Stands in a cell that holds something, but nothing that can be read. */
export const NO_TEXT = '[…]'

const GONE = /^display:none/
const HIDDEN: readonly RegExp[] = [
  GONE,
  /^visibility:(?:hidden|collapse)/,
  /^opacity:0(?:\.0*)?(?:!|$)/,
  /^font-size:0(?:\.0*)?(?:px|pt|em|rem|%)?(?:!|$)/,
  /^color:transparent/,
]
const STRUCK: readonly RegExp[] = [/^text-decoration(?:-line)?:.*line-through/]
const RAISED: readonly RegExp[] = [/^vertical-align:(?:super|sub|text-top)/]

/** Whether one of the declarations, such as `DISPLAY : none`, is one of these. */
function says(style: string | undefined, patterns: readonly RegExp[]): boolean {
  return (style ?? '').split(';').some((one) => patterns.some((pattern) => pattern.test(one.replace(/\s+/g, '').toLowerCase())))
}

/** Far more rules than a page hides words with. */
const MOST_RULES = 500

function withoutComments(css: string): string {
  const [first = '', ...rest] = css.split('/*')
  return first + rest.map((piece) => (piece.includes('*/') ? piece.slice(piece.indexOf('*/') + 2) : '')).join('')
}

/** The page's own rules outside @media, which may be for paper only. */
function rulesOf(css: string): { selector: string; style: string }[] {
  const rules: { selector: string; style: string }[] = []
  let [depth, selector] = [0, '']
  const own = withoutComments(css)
  for (const [piece] of own.slice(0, own.lastIndexOf('}') + 1).matchAll(/[^{}]*[{}]/g)) {
    const words = piece.slice(0, -1).trim()
    if (piece.endsWith('{')) {
      selector = depth === 0 ? words : selector
      depth++
    } else {
      depth = Math.max(0, depth - 1)
      if (depth === 0 && !/[@:]/.test(selector)) rules.push({ selector, style: words })
    }
  }
  return rules
}

/** A cell that is not shown keeps its place in the row, unless it takes none; one whose words are all crossed out is not blank. */
function takeOut(one: Selected, struck: boolean): void {
  const cell = one.closest('td, th')
  if (one.is('td, th') && !says(one.attr('style'), [GONE])) one.empty()
  else one.remove()
  if (struck && cell.length > 0 && cell.text().trim() === '') cell.append(NO_TEXT)
}

/** Changes the page into what is seen of it. */
export function leaveWhatIsSeen($: CheerioAPI): void {
  const rules = rulesOf($('style').text())
  $('td svg, th svg').replaceWith('<img>')
  $(UNSEEN).remove()
  for (const one of $(CROSSED_OUT).toArray()) takeOut($(one), true)
  for (const one of $('[style]').toArray()) {
    const { style } = one.attribs
    if (says(style, STRUCK)) takeOut($(one), true)
    else if (says(style, HIDDEN)) takeOut($(one), false)
  }
  // What a class hides may be a page that a click opens: only within cells is it taken at its word.
  const telling = rules.filter(({ style }) => says(style, [...HIDDEN, ...STRUCK, ...RAISED]))
  for (const { selector, style } of telling.slice(0, MOST_RULES)) {
    for (const one of withinCells($, selector)) {
      if (says(style, RAISED)) one.text(raised(one.text()))
      else takeOut(one, says(style, STRUCK))
    }
  }
  for (const one of $('sup, sub, [style*="vertical-align" i]').toArray())
    if ($(one).is('sup, sub') || says(one.attribs.style, RAISED)) $(one).text(raised($(one).text()))
}

function withinCells($: CheerioAPI, selector: string): Selected[] {
  try {
    return $('td, th')
      .find(selector)
      .toArray()
      .map((one) => $(one))
      .filter((one) => one.find('table, td').length === 0 && !one.is('table, tr, td, th'))
  } catch {
    return []
  }
}
