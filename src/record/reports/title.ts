/** Whose report it is, and for which year: `{机关名}{年}年政府信息公开工作年度报告`, on one line or several, year first or last. */

export interface Title {
  agency: string | null
  year: number | null
}

const CHINESE_DIGITS = '零一二三四五六七八九'

/** 二〇二一年 → 2021年 */
function arabicYears(text: string): string {
  return text.replace(
    /二\s{0,4}[〇○0零]\s{0,4}([一二三四五六七八九〇○零])\s{0,4}([一二三四五六七八九〇○零])\s{0,4}年/g,
    (_, tens: string, ones: string) => {
      const digit = (character: string): number => Math.max(0, CHINESE_DIGITS.indexOf(character))
      return `20${digit(tens)}${digit(ones)}年`
    },
  )
}

const GAP = '\\s{0,4}'
function spaced(text: string): string {
  return [...text].join(GAP)
}
/** Blanks may stand between any two characters: titles are set wide. */
const TITLE = new RegExp(
  `(2${GAP}0${GAP}\\d${GAP}\\d)${GAP}年${GAP}(?:度${GAP})?([^\\n。,;:《》]{0,40}?)${spaced('政府信息公开')}${GAP}(?:${spaced('工作')}${GAP})?(?:${spaced('情况')}${GAP})?(?:的${GAP})?(?:${spaced('年度')}${GAP})?(?:${spaced('工作')}${GAP})?(?:${spaced('情况')}${GAP})?${spaced('报告')}`,
  'g',
)
const PERIOD = new RegExp(
  `(20\\d\\d)${GAP}年${GAP}1${GAP}月${GAP}1${GAP}日${GAP}(?:[起始]${GAP})?[,，]?(?:至|到|—|-|~)${GAP}(?:(20\\d\\d)${GAP}年${GAP})?12${GAP}月${GAP}31${GAP}日`,
)

function agencyOf(before: string, within: string): string | null {
  const inside = tidy(within)
  if (inside) return inside
  const lines = before.split('\n')
  const own = tidy(lines.at(-1) ?? '')
  if (own) return own
  if ((lines.at(-1) ?? '').trim() !== '') return null
  const above = lines.slice(0, -1).findLast((line) => line.trim() !== '')
  return above === undefined ? null : tidy(above)
}

/** The last piece of a line that can be a name; a line set in single spaced characters is one piece. */
function tidy(line: string): string | null {
  const pieces = line.trim().split(/\s+/)
  const wide = pieces.length > 2 && pieces.every((piece) => piece.length <= 2)
  const piece = (wide ? pieces.join('') : (pieces.at(-1) ?? ''))
    .replace(/^.*[:>|》»/]/, '')
    .replace(/^.*[,、]/, '')
    .replace(/^(?:关于|现将|现予以?公布|现公布|特?向社会公布|公布|发布|编制)/, '')
    .replace(/的$/, '')
  return /^(?:[\u3400-\u9fff()·]{3,40}|[\u3400-\u9fff][镇乡县市区局])$/.test(piece) &&
    !/[上下]一[篇条]|政府信息公开|年度报告|目录|标题/.test(piece)
    ? piece
    : null
}

/** `X政府信息公开工作年度报告（2021年）`: the year behind. */
const YEAR_BEHIND =
  /([\u3400-\u9fff]{3,30})政府信息公开(?:工作)?(?:年度)?(?:工作)?报告\s{0,4}\(?\s{0,4}(20\d\d)\s{0,4}年度?\s{0,4}\)?\s{0,4}(?:\n|$)/
/** `X2022年度政府信息公开年报` on a line of its own. */
const SHORT_TITLE = /^[ \t]*([\u3400-\u9fff]{2,30})\s{0,4}(20\d\d)\s{0,4}年度?政府信息公开(?:工作)?年报[ \t]*$/m
/** `由X编制`, `由X根据…编制`, and the page's own `发布机构：X`. */
const MADE_BY =
  /(?:由|发布机构[\s:|]{1,8}|发布单位[\s:|]{1,8})([\u3400-\u9fff]{2,30}?(?:局|委|委员会|政府|办公室|办事处|办|厅|街道|镇|乡|中心|管委会|队|院|所))(?:根据|按照|依据|结合|综合|汇总|编制|负责|\s|$)/m
/** Of a report without title and period: the year its first section begins with, or of whose work it says it tells. */
const TOLD_YEAR = /总体情况\s{0,8}(20\d\d)年|总体情况[^。]{0,200}?(20\d\d)年(?:度)?政府信息公开工作/

/** The first section's heading: what follows it links to other years' reports as often as it names its own. */
const FIRST_SECTION = /一\s{0,4}[、.,]?\s{0,4}总\s{0,4}体\s{0,4}情\s{0,4}况/

/** 上一篇：… leads to another report. */
const LINK = /(?:[上下]一[篇条]|相关(?:链接|信息|文章|阅读))[^\n]*$/

interface Found extends Title {
  year: number
  /** Above the first section, 2; below it, 1; a link to another report, 0. */
  rank: number
}

/**
 * Reads title and period of a normalised text. A title above the first section counts before any below it; of several years the most
 * frequent, then that of the period. Where two years are named as often, nothing says which is the report's own: null. Without a
 * title the page's own words are asked: who made the report, of which year it tells.
 */
export function readTitle(source: string): Title {
  const text = arabicYears(source.slice(0, 200_000))
  const first = text.search(FIRST_SECTION)
  const titles = [...text.matchAll(TITLE)].map((match): Found => {
    const before = text.slice(Math.max(0, match.index - 200), match.index)
    return {
      year: Number(match[1]?.replace(/\s/g, '')),
      agency: agencyOf(before, match[2] ?? ''),
      rank: LINK.test(before) ? 0 : match.index < first ? 2 : 1,
    }
  })
  const made = MADE_BY.exec(text.slice(0, 5000))?.[1] ?? null
  const period = PERIOD.exec(text)
  const periodYear = period && (period[2] === undefined || period[2] === period[1]) ? Number(period[1]) : null
  const told = TOLD_YEAR.exec(text.slice(0, 20_000).replace(/[^\S\n]+/g, ''))
  const toldYear = told ? Number(told[1] ?? told[2]) : null
  const best = titles.reduce((most, { rank }) => Math.max(most, rank), 0)
  if (titles.length > 0)
    return ownOf(
      titles.filter(({ rank }) => rank === best),
      periodYear ?? toldYear,
      made,
    )
  const short = SHORT_TITLE.exec(text)
  if (short) return { year: Number(short[2]), agency: tidy(short[1] ?? '') ?? made }
  const behind = YEAR_BEHIND.exec(text)
  if (behind) return { year: Number(behind[2]), agency: tidy(behind[1] ?? '') }
  return { year: periodYear ?? toldYear, agency: made }
}

/** `told`: the year that the report's own words tell of. */
function ownOf(titles: readonly Found[], told: number | null, made: string | null): Title {
  const weighed = [...Map.groupBy(titles, ({ year }) => year)]
    .map(([year, found]) => ({ year, found, weight: found.length + (year === told ? 0.5 : 0) }))
    .toSorted((a, b) => b.weight - a.weight)
  const [most, next] = weighed
  const agency = most?.found.find((title) => title.agency)?.agency ?? made
  return { year: most && most.weight !== next?.weight ? most.year : null, agency }
}
