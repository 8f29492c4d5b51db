/** What the words of a report say, held against its tables: X8 numbers, X9 and X10 fees, X12 years, L02 permits. */
import { finding, isDisclosed2019 } from '../../law/reports/checks.ts'
import type { Cell, Finding, ReportTables, RequestRow } from '../../law/reports/model.ts'
import { DISPUTE_GROUPS } from '../../law/reports/model.ts'

/** The prose of a report; tables left out as far as the source allows. */
export interface ReportText {
  overall: string
  requestsIntro: string
  problems: string
  other: string
}

export interface ReportIdentity {
  agency: string | null
  year: number | null
}

/** Checks the prose. Numbers are compared only where the sentence plainly speaks of the same count. */
export function checkText(text: ReportText, tables: ReportTables, { agency, year }: ReportIdentity): Finding[] {
  return [
    ...checkNumbers(compact(`${text.overall}\n${text.requestsIntro}`), tables),
    ...checkFees(compact(text.overall), compact(text.other), tables),
    ...(year === null ? [] : checkYears(text, year)),
    ...checkPermits(agency, tables),
  ]
}

/** Without blanks; line ends inside sentences are an accident of the layout. */
function compact(text: string): string {
  return text.replace(/\s+/g, '')
}

/** A count that a sentence names and the sums of table cells it may mean. */
interface Claim {
  what: string
  table: 'requests' | 'disputes'
  rows: string[]
  pattern: RegExp
  /** Only where this or the sentence before speaks of it. */
  sentence?: RegExp
  /** The values the tables allow; a lower bound where some cells are blank. */
  allowed(tables: ReportTables): Bound[]
}

interface Bound {
  value: number
  exact: boolean
}

/** The 总计 of rows together; where a total is blank, at least what the row's other cells add up to. */
function totals(tables: ReportTables, rows: readonly RequestRow[]): Bound | null {
  let [value, exact] = [0, true]
  for (const row of rows) {
    const cells = tables.requests?.[row]
    if (!cells) return null
    const total = cells.at(-1) ?? null
    exact &&= total !== null
    value += total ?? cells.slice(0, -1).reduce<number>((sum, cell) => sum + (cell ?? 0), 0)
  }
  return { value, exact }
}

function disputeTotal(tables: ReportTables, groups: readonly (typeof DISPUTE_GROUPS)[number][]): Bound | null {
  const cells: Cell[] = groups.map((group) => tables.disputes?.[group].at(-1) ?? null)
  if (!tables.disputes || cells.every((cell) => cell === null)) return null
  return { value: cells.reduce<number>((sum, cell) => sum + (cell ?? 0), 0), exact: cells.every((cell) => cell !== null) }
}

function bounds(...all: (Bound | null)[]): Bound[] {
  return all.filter((bound) => bound !== null)
}

const COUNT = '(?:共计|共|总计|合计|计|数量|总数|为|数|案件|案|件数|事项)*(\\d+)(?:件|宗|条|次|份|个|起|例)'
const APPLICATION = '(?:政府信息公开|依申请公开|信息公开|公开)(?:的)?(?:政府信息)?申请(?:件|表|书)?'
const ABOUT_APPLICATIONS = /申请/
const ABOUT_DISCLOSURE = /信息公开/

function startingWith(rows: readonly string[], prefix: string): RequestRow[] {
  return rows.filter((row) => row.startsWith(prefix)) as RequestRow[]
}

function resultClaim(what: string, pattern: string, select: (rows: string[]) => RequestRow[], rows: string[]): Claim {
  return {
    what,
    table: 'requests',
    rows,
    pattern: new RegExp(`${pattern}(?:的)?${COUNT}`, 'g'),
    sentence: ABOUT_APPLICATIONS,
    allowed: (tables) => bounds(totals(tables, select(Object.keys(tables.requests ?? {})))),
  }
}

const CLAIMS: Claim[] = [
  {
    what: '收到的申请',
    table: 'requests',
    rows: ['received'],
    pattern: new RegExp(`(?:收到|接收|接到|受理|新收)[^。;,\\d]{0,24}?${APPLICATION}${COUNT}`, 'g'),
    allowed: (tables) =>
      bounds(totals(tables, ['received']), totals(tables, ['received', 'carriedOver']), totals(tables, ['handled'])),
  },
  {
    what: '答复的申请',
    table: 'requests',
    rows: ['handled'],
    pattern: new RegExp(`(?:答复|办结)(?:了)?(?:${APPLICATION}|依申请公开)${COUNT}`, 'g'),
    allowed: (tables) => bounds(totals(tables, ['handled']), totals(tables, ['received'])),
  },
  resultClaim('予以公开及部分公开', '予以公开(?:和|及|、|与|或)部分公开', () => ['granted', 'partial'], ['granted', 'partial']),
  resultClaim('予以公开', '(?<!不)予以公开', () => ['granted'], ['granted']),
  resultClaim('部分公开', '(?<![和及、与或])部分公开', () => ['partial'], ['partial']),
  resultClaim('不予公开', '不予公开', (rows) => startingWith(rows, 'withheld.'), ['withheld']),
  resultClaim('无法提供', '无法提供', (rows) => startingWith(rows, 'unable.'), ['unable']),
  resultClaim('不予处理', '不予处理', (rows) => startingWith(rows, 'notProcessed.'), ['notProcessed']),
  {
    what: '行政复议',
    table: 'disputes',
    rows: ['reconsideration'],
    pattern: new RegExp(`行政复议(?:申请|的)?${COUNT}`, 'g'),
    sentence: ABOUT_DISCLOSURE,
    allowed: (tables) => bounds(disputeTotal(tables, ['reconsideration'])),
  },
  {
    what: '行政诉讼',
    table: 'disputes',
    rows: ['litigationDirect', 'litigationAfterReconsideration'],
    pattern: new RegExp(`行政诉讼(?:的)?${COUNT}`, 'g'),
    sentence: ABOUT_DISCLOSURE,
    allowed: (tables) =>
      bounds(
        disputeTotal(tables, ['litigationDirect', 'litigationAfterReconsideration']),
        disputeTotal(tables, ['litigationDirect']),
        disputeTotal(tables, ['litigationAfterReconsideration']),
        disputeTotal(tables, [...DISPUTE_GROUPS]),
      ),
  },
]

/** Parts, comparisons and other years: such a number need not be the table's. */
const ASIDE =
  /其中|去年|上年|同比|环比|较|增加|减少|增长|下降|累计|历年|以来|(?:上|前|\d)半年|季度|网[上络站]|邮寄|信函|信件|当面|现场|传真|邮件|平台/

function agrees(claimed: number, allowed: readonly Bound[]): boolean {
  return allowed.some(({ value, exact }) => (exact ? claimed === value : claimed >= value))
}

function checkNumbers(prose: string, tables: ReportTables): Finding[] {
  const sentences = prose.split(/[。!?]/)
  return CLAIMS.flatMap((claim) => {
    const allowed = claim.allowed(tables)
    if (allowed.length === 0) return []
    const claims = sentences
      .filter((sentence, index) => claim.sentence?.test(`${sentences[index - 1] ?? ''}${sentence}`) ?? true)
      .flatMap((sentence) =>
        [...sentence.matchAll(claim.pattern)].map((match) => ({
          number: Number(match[1]),
          aside: ASIDE.test(sentence.slice(Math.max(0, match.index - 12), match.index)),
        })),
      )
    // Where one sentence names the table's number, the others speak of parts of it.
    if (claims.some(({ number }) => agrees(number, allowed))) return []
    const plain = claims.find(({ aside }) => !aside)
    const [expected] = allowed
    if (!plain || !expected) return []
    const table = expected.exact ? `为${expected.value}` : `至少为${expected.value}`
    return [
      finding('X8', claim.table, `文字写${claim.what}${plain.number}件，表中${table}`, {
        rows: claim.rows,
        column: 'total',
        expected: expected.value,
        found: plain.number,
      }),
    ]
  })
}

const FEE = /信息处理费|处理费|收费|缴费|缴纳费用/
const AMOUNT = /\d(?:\.\d+)?(?:万)?元/
const NO_FEE =
  /(?:未|没有|无|不)(?:发生|产生|存在)?(?:收取|收缴|收费|向申请人收取|相关收费)?[^。;]{0,8}(?:信息处理费|处理费|收费|费用)|(?:信息处理费|费用)[^。;]{0,8}(?:为0|0元|为零)/

function checkFees(overall: string, other: string, tables: ReportTables): Finding[] {
  const found: Finding[] = []
  const unpaid = tables.requests?.['other.feeUnpaid']?.at(-1) ?? 0
  if (unpaid > 0 && !FEE.test(other))
    found.push(
      finding('X9', 'text', `表三有${unpaid}件因逾期未缴费不再处理，第六部分没有说明收取信息处理费的情况`, {
        rows: ['other.feeUnpaid'],
        column: 'total',
        found: unpaid,
      }),
    )
  const collected = /收取[^。;]{0,20}信息处理费|信息处理费[^。;]{0,12}(?:收取|收入)/
  const speaks = [overall, other].some((part) =>
    part.split(/[。;]/).some((sentence) => collected.test(sentence) && !NO_FEE.test(sentence)),
  )
  const stated = other
    .split(/[。;]/)
    .some((sentence) => /处理费/.test(sentence) && (AMOUNT.test(sentence) || NO_FEE.test(sentence)))
  if (speaks && !stated) found.push(finding('X10', 'text', '文字提到收取信息处理费，第六部分没有写明收取的金额'))
  return found
}

/** A year that starts a sentence of plans must be the coming one; the opening and the period must be the report's own. */
function checkYears(text: ReportText, year: number): Finding[] {
  const found: Finding[] = []
  const slip = (where: string, wrong: number, expected: number): void => {
    found.push(
      finding('X12', 'text', `${where}写作“${wrong}年”，报告年度为${year}年，应为${expected}年`, { expected, found: wrong }),
    )
  }
  for (const match of compact(text.problems).matchAll(
    /(20\d\d)年(?:度)?[,，]?[^。;,，\d]{0,12}?(?:将|拟|计划|要)(?!.{0,4}(?:纳入|列入)了)/g,
  )) {
    const plan = Number(match[1])
    if (plan <= year) slip('改进措施', plan, year + 1)
  }
  const opening = /^.{0,12}?(20\d\d)年(?:度)?[,，]/.exec(compact(text.overall).replace(/^一?、?总体情况/, ''))
  if (opening && Number(opening[1]) !== year) slip('总体情况开头', Number(opening[1]), year)
  const period = /(20\d\d)年1月1日(?:起)?(?:至|到|—|-|~)(?:(20\d\d)年)?12月31日/.exec(compact(text.overall))
  const periodYear = period ? Number(period[2] ?? period[1]) : year
  if (periodYear !== year) slip('统计期限', periodYear, year)
  return found
}

const EDUCATION = /教育(?:和体育|体育|科技和体育|科学技术)?(?:局|委员会|厅|委)|教体局|教科体局|教科局|教育和/

function checkPermits(agency: string | null, { disclosed }: ReportTables): Finding[] {
  if (!agency || !EDUCATION.test(agency) || !disclosed || isDisclosed2019(disclosed) || disclosed.permits !== 0) return []
  const message = '行政许可处理决定数量为0：教师资格认定、民办学校设立属于行政许可，请核对是否漏计'
  return [finding('L02', 'disclosed', message, { rows: ['permits'], found: 0 })]
}
