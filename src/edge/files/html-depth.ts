/**
 * How deep the elements of a page lie in each other, told from its letters in one pass: building the tree takes the square of the
 * depth (a browser's rules ask at each `<div>` which paragraph is open), and the walks over it call themselves once for each level.
 */
import { Unreadable } from './outcome.ts'

/** True pages have some dozens of levels; where elements were never closed, some hundreds. */
const DEEPEST = 1_000
const TAG = /<(\/?)([a-z][^\s<>/]*)([^<>]*)/gi
/** They hold nothing, or the next of their kind ends them. */
const ENDLESS = new Set(
  'a area base br button col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot colgroup option optgroup rt rp html head body'.split(
    ' ',
  ),
)

/** Throws {@link Unreadable} where no true page is as deep. What is never closed counts as open, as it does for a browser. */
export function checkDepth(html: string): void {
  const open = new Map<string, number>()
  let depth = 0
  for (const [, end, named = '', rest = ''] of html.matchAll(TAG)) {
    const name = named.toLowerCase()
    if (ENDLESS.has(name)) continue
    const count = open.get(name) ?? 0
    if (end && count === 0) continue
    // Only in drawings does an element end itself.
    if (!end && rest.endsWith('/') && (open.get('svg') ?? 0) + (open.get('math') ?? 0) > 0) continue
    open.set(name, count + (end ? -1 : 1))
    depth += end ? -1 : 1
    if (depth > DEEPEST)
      throw new Unreadable(`网页的内容一层套一层，超过 ${DEEPEST} 层，不是一份年度报告；请在浏览器中打开，打印为 PDF 后再提供`)
  }
}
