/** X8: the counts that the words of a report name, held against its tables. Silent wherever a sentence may mean something else. */
import { finding } from '../../law/reports/checks.ts'
import type { ReportForm } from '../../law/reports/formats/index.ts'
import type { Cell, Finding, ReportTables, RequestRow } from '../../law/reports/model.ts'
import { DISPUTE_GROUPS } from '../../law/reports/model.ts'
import { figureIn, placeOf } from './figures.ts'

/** A count that a sentence names and the sums of table cells it may mean. */
interface Claim {
  what: string
  table: Finding['table']
  rows: string[]
  /** In place of rows: figures of table 二. */
  figures?: readonly string[]
  pattern: RegExp
  /** Says there was none at all. */
  none?: RegExp
  /** Only where the words before it, in this sentence or the one before, speak of it. */
  after?: RegExp
  /** The values the tables allow; a lower bound where some cells are blank. */
  allowed(tables: ReportTables, form: ReportForm): Bound[]
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

/** Letter by letter (共计、总数、件数…): words of which one holds another could be taken apart in more ways than a text has letters. */
const COUNT = '[共总合计数量为案件事项]{0,10}(\\d{1,9})(?:件|宗|条|次|份|个|起|例)'
const APPLICATION = '(?:政府信息公开|依申请公开|信息公开|公开)(?:的)?(?:政府信息)?申请(?:件|表|书)?'
const BY_APPLICATION = '依申请公开(?:的)?(?:政府信息|信息)?(?:的)?(?:申请|事项|件)?'
const ABOUT_APPLICATIONS = /申请/
const ABOUT_DISCLOSURE = /信息公开[^。]{0,40}$/
const RECEIVED = '(?:收到|接收|接到|受理|新收)'
const NONE = '(?:未|没有|无)'

function startingWith(rows: readonly string[], prefix: string): RequestRow[] {
  return rows.filter((row) => row.startsWith(prefix)) as RequestRow[]
}

function resultClaim(what: string, pattern: string, select: (rows: string[]) => RequestRow[], rows: string[]): Claim {
  return {
    what,
    table: 'requests',
    rows,
    pattern: new RegExp(`${pattern}(?:的)?${COUNT}`, 'g'),
    after: ABOUT_APPLICATIONS,
    allowed: (tables) => bounds(totals(tables, select(Object.keys(tables.requests ?? {})))),
  }
}

/** Figures of table 二 that a sentence may mean. What was published, or applied for, is none of them. */
function figureClaim(what: string, pattern: string, ...figures: string[]): Claim {
  return {
    what,
    table: 'disclosed',
    rows: [],
    figures,
    pattern: new RegExp(`${pattern}${COUNT}`, 'g'),
    allowed: (tables, form) =>
      figures.flatMap((name) => {
        const value = figureIn(tables, form, name)
        return value === null ? [] : [{ value, exact: true }]
      }),
  }
}

const NORMATIVE = '(?:行政)?规范性文件'
const DECIDED = (kind: string) => `(?:作出(?:了)?${kind}(?:处理)?决定|${kind}处理决定(?:数量)?)`

const CLAIMS: Claim[] = [
  figureClaim('制发的规范性文件', `(?:制发|制定印发|制定出台)(?:了)?${NORMATIVE}`, 'normative.made', 'normative.opened'),
  figureClaim('废止的规范性文件', `废止(?:了)?${NORMATIVE}`, 'normative.repealed'),
  figureClaim('现行有效的规范性文件', `现行有效(?:的)?${NORMATIVE}`, 'normative.inForce', 'normative.public'),
  figureClaim('行政许可决定', DECIDED('行政许可'), 'permits'),
  figureClaim('行政处罚决定', DECIDED('行政处罚'), 'penalties'),
  figureClaim('行政强制决定', DECIDED('行政强制'), 'compulsion'),
  {
    what: '收到的申请',
    table: 'requests',
    rows: ['received'],
    pattern: new RegExp(`${RECEIVED}[^。;,\\d]{0,24}?(?:${APPLICATION}|${BY_APPLICATION})${COUNT}`, 'g'),
    none: new RegExp(
      `${NONE}${RECEIVED}(?:过|到|任何|形式的?|公民、?法人(?:和|或|及|、)(?:者)?其他组织(?:提出|提交)?的?|有关|相关|关于)*(?:${APPLICATION}|依申请公开(?:政府信息|信息)?的?(?:申请|事项|请求|件))(?!.{0,6}(?:复议|投诉|诉讼))`,
    ),
    allowed: (tables) =>
      bounds(totals(tables, ['received']), totals(tables, ['received', 'carriedOver']), totals(tables, ['handled'])),
  },
  {
    what: '答复的申请',
    table: 'requests',
    rows: ['handled'],
    pattern: new RegExp(`(?:答复|办结|办理)(?:了)?(?:${APPLICATION}|${BY_APPLICATION})${COUNT}`, 'g'),
    allowed: (tables) =>
      bounds(totals(tables, ['handled']), totals(tables, ['received']), totals(tables, ['received', 'carriedOver'])),
  },
  {
    what: '上年结转的申请',
    table: 'requests',
    rows: ['carriedOver'],
    pattern: new RegExp(`上一?年度?结转(?:的)?(?:${APPLICATION}|申请)?${COUNT}`, 'g'),
    after: ABOUT_APPLICATIONS,
    allowed: (tables) => bounds(totals(tables, ['carriedOver'])),
  },
  {
    what: '结转下年度的申请',
    table: 'requests',
    rows: ['carriedForward'],
    pattern: new RegExp(`结转(?:至|到)?(?:下一?年度?|次年)(?:度)?(?:继续)?(?:办理|答复|处理)?(?:的)?${COUNT}`, 'g'),
    after: ABOUT_APPLICATIONS,
    allowed: (tables) => bounds(totals(tables, ['carriedForward'])),
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
    none: new RegExp(`${NONE}(?:发生|出现|产生|收到|有)?(?:过|任何)?(?:因|涉及|有关|关于)?政府信息公开[^。;,]{0,14}行政复议`),
    after: ABOUT_DISCLOSURE,
    allowed: (tables) => bounds(disputeTotal(tables, ['reconsideration'])),
  },
  {
    what: '行政诉讼',
    table: 'disputes',
    rows: ['litigationDirect', 'litigationAfterReconsideration'],
    pattern: new RegExp(`行政诉讼(?:的)?${COUNT}`, 'g'),
    none: new RegExp(`${NONE}(?:发生|出现|产生|收到|有)?(?:过|任何)?(?:因|涉及|有关|关于)?政府信息公开[^。;,]{0,22}行政诉讼`),
    after: ABOUT_DISCLOSURE,
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
  /其中|分别|去年|上年|同比|环比|较|增加|减少|增长|下降|累计|历年|近[两三四五几\d]{1,2}年|以来|(?:上|前|\d)半年|季度|本级|下属|所属|各(?:学校|单位|部门|乡镇|科室)|复议机关|审理|网[上络站]|邮寄|信函|信件|当面|现场|传真|邮件|平台/
/** `1件当面申请`: a part, named behind its number. */
const ASIDE_BEHIND = /^(?:为|是|系|来自|由)?(?:网|邮寄|信函|信件|当面|现场|传真|邮件|余|左右|以上)/

function agrees(claimed: number, allowed: readonly Bound[]): boolean {
  return allowed.some(({ value, exact }) => (exact ? claimed === value : claimed >= value))
}

interface Named {
  number: number
  /** The words that name it. */
  words: string
  aside: boolean
  /** Said in words: there was none of any kind. */
  none?: boolean
}

/** A number, or that there was none. */
const TELLS = /\d|未|没有|无/
/** How far back a number may be spoken of: farther off, the words say nothing of it. */
const NEAR = 300

/** What one sentence names of a claim. */
function namedIn(claim: Claim, sentence: string, before: string): Named[] {
  const named = [...sentence.matchAll(claim.pattern)].flatMap((match) => {
    const earlier = sentence.slice(Math.max(0, match.index - NEAR), match.index)
    if (claim.after && !claim.after.test(`${claim.table === 'requests' ? before.slice(-NEAR) : ''}${earlier}${match[0]}`))
      return []
    const aside = ASIDE.test(earlier.slice(-12)) || ASIDE_BEHIND.test(sentence.slice(match.index + match[0].length))
    return [{ number: Number(match[1]), words: match[0], aside }]
  })
  const none = named.length === 0 ? claim.none?.exec(sentence) : null
  return none ? [{ number: 0, words: none[0], aside: false, none: true }] : named
}

/** Compares every count that the prose (blanks removed) names with the tables; one finding for each kind of count. */
export function checkCounts(prose: { overall: string; requests: string }, tables: ReportTables, form: ReportForm): Finding[] {
  const written = (['overall', 'requests'] as const)
    .flatMap((section) => prose[section].split(/[。!?]/).map((sentence) => ({ section, sentence })))
    .map((one, index, all) => ({ ...one, before: all[index - 1]?.sentence ?? '' }))
    .filter(({ sentence }) => TELLS.test(sentence))
  return CLAIMS.flatMap((claim) => {
    const allowed = claim.allowed(tables, form)
    if (allowed.length === 0) return []
    const named = written.map(({ section, sentence, before }) =>
      namedIn(claim, sentence, before).map((one) => ({ ...one, section })),
    )
    // Where one sentence names the table's number, or parts that add up to it, the others speak of something else.
    if (named.flat().some(({ number, none }) => agrees(number, none ? allowed.slice(0, 1) : allowed))) return []
    if (
      named.some(
        (own) =>
          own.length > 1 &&
          agrees(
            own.reduce((sum, { number }) => sum + number, 0),
            allowed,
          ),
      )
    )
      return []
    const plain = named.flat().find(({ aside }) => !aside)
    const [expected] = allowed
    if (!plain || !expected) return []
    const table = expected.exact ? `为${expected.value}` : `至少为${expected.value}`
    return [
      finding('X8', claim.table, `文字写${claim.what}${plain.number}件，表中${table}`, {
        ...(placeOf(form, claim.figures?.[0] ?? '') ?? { rows: claim.rows, column: 'total' }),
        expected: expected.value,
        found: plain.number,
        section: plain.section,
        words: plain.words,
      }),
    ]
  })
}
