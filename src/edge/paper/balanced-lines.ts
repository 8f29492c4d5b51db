/**
 * Titles in balanced lines: "回行时，要做到词意完整，排列对称，长短适宜，间距恰当" (GB/T 9704-2012, 7.3.1). No layout engine does
 * this for Chinese, so the lines are cut here, alike for PDF and DOCX.
 */

/** Terms that a general word list cuts, and closed pairs; none of them may be torn apart. */
const KEPT_TOGETHER =
  /政府信息公开|本机关|年度报告|告知书|通知书|答复书|征求意见书|送达回证|登记回执|意见回执|不予公开|部分公开|不予处理|不再处理|\d+年|《[^》]{1,18}》|〔\d+〕\d+号/g

/** May not begin a line. */
const CLINGS_BACK = /^[、，。；：？！”’）》〉〕】的之和与及等]/
/** May not end a line. */
const CLINGS_ON = /[“‘（《〈〔【]$/

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * Cuts a title into as few lines as it needs, as equal as its words allow.
 * @param capacity characters in a line, counting a Chinese character as 1 and a letter or digit as ½
 * @param opening words after which a break is most welcome (the agency's name), when the title begins with them
 */
export function balancedLines(title: string, capacity: number, opening = ''): string[] {
  const pieces = unbreakable(title)
  const wanted = Math.max(1, Math.ceil(widthOf(title) / capacity))
  for (let lines = wanted; lines <= pieces.length; lines++) {
    const best = bestCut(pieces, lines, capacity, opening)
    if (best !== null) return best.lines
  }
  return [title]
}

/** ½ for what is set half-width. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u0020-\u007e]/.test(character) ? 0.5 : 1), 0)
}

function unbreakable(title: string): string[] {
  const pieces: string[] = []
  let at = 0
  for (const match of title.matchAll(KEPT_TOGETHER)) {
    pieces.push(...segmented(title.slice(at, match.index)), match[0])
    at = match.index + match[0].length
  }
  return [...pieces, ...segmented(title.slice(at))]
}

function segmented(text: string): string[] {
  return [...words.segment(text)].map((part) => part.segment)
}

interface Cut {
  lines: string[]
  cost: number
}

/** The cheapest way to set the pieces in exactly so many lines, or null when they do not fit. */
function bestCut(pieces: readonly string[], lines: number, capacity: number, opening: string): Cut | null {
  const mean = widthOf(pieces.join('')) / lines
  const found = new Map<string, Cut | null>()
  const from = (start: number, left: number): Cut | null => {
    const key = `${start}/${left}`
    const known = found.get(key)
    if (known !== undefined) return known
    let best: Cut | null = null
    for (let end = left === 1 ? pieces.length : start + 1; end <= pieces.length - (left - 1); end++) {
      const line = pieces.slice(start, end).join('').trim()
      if (line === '' || widthOf(line) > capacity) continue
      const rest = left === 1 ? { lines: [], cost: 0 } : from(end, left - 1)
      if (rest === null) continue
      const cost = rest.cost + costOf(line, mean) - (start === 0 && line === opening ? mean ** 2 : 0)
      if (best === null || cost < best.cost) best = { lines: [line, ...rest.lines], cost }
    }
    found.set(key, best)
    return best
  }
  return from(0, lines)
}

function costOf(line: string, mean: number): number {
  const torn = (CLINGS_BACK.test(line) ? 1 : 0) + (CLINGS_ON.test(line) ? 1 : 0)
  return (widthOf(line) - mean) ** 2 + torn * 400
}
