/** What the words of a report say, held against its tables: X8 numbers, X9 and X10 fees, X12 years, L02 permits, L12 names. */
import { finding } from '../../law/reports/checks.ts'
import { formOf, type ReportForm } from '../../law/reports/formats/index.ts'
import type { Finding, ReportFormat, ReportTables } from '../../law/reports/model.ts'
import { isEducation } from './education.ts'
import { figureIn, placeOf } from './figures.ts'
import { checkCounts } from './prose-counts.ts'
import { checkNames } from './prose-names.ts'
import { checkWording } from './prose-wording.ts'

/** The prose of a report; tables left out as far as the source allows. */
export interface ReportText {
  /** What stands before section 一; none where the source gives none. */
  preface?: string
  overall: string
  requestsIntro: string
  problems: string
  other: string
}

export interface ReportIdentity {
  agency: string | null
  year: number | null
  /** Which form its tables are in. */
  format: ReportFormat
}

/** Checks the prose. Numbers are compared only where the sentence plainly speaks of the same count. */
export function checkText(text: ReportText, tables: ReportTables, { agency, year, format }: ReportIdentity): Finding[] {
  return [
    ...checkCounts({ overall: compact(text.overall), requests: compact(text.requestsIntro) }, tables, formOf(format)),
    ...checkFees(compact(text.overall), compact(text.other), tables),
    ...(year === null ? [] : checkYears(text, year)),
    ...(year === null
      ? []
      : checkWording({ preface: text.preface ?? '', overall: text.overall, problems: text.problems, other: text.other }, year)),
    ...checkNames({ preface: text.preface ?? '', overall: text.overall, problems: text.problems, other: text.other }, agency),
    ...checkPermits(agency, tables, formOf(format)),
  ]
}

/** Without blanks; line ends inside sentences are an accident of the layout. */
function compact(text: string): string {
  return text.replace(/\s+/g, '')
}

const FEE = /信息处理费|处理费|收费|缴费|缴纳费用/
/** Said of the fee: an amount, or that there was none. */
const STATED = /\d|零|无|未|没有|不/
const NO_FEE =
  /(?:未|没有|无|不)(?:发生|产生|存在)?(?:收取|收缴|收费|向申请人收取|相关收费)?[^。;]{0,8}(?:信息处理费|处理费|收费|费用)|(?:信息处理费|费用)[^。;]{0,8}(?:为0(?![\d.])|(?<![\d.])0元|为零)/
const COLLECTED = /收取[^。;]{0,20}信息处理费(?!标准|制度|规定|管理|的)|信息处理费[^。;]{0,12}(?:收取了|收入)/
/** Of rules and possibilities, not of what happened. */
const RULE = /执行|规范|应当|可以|如需|不得|将|拟|明确|制度/

function checkFees(overall: string, other: string, tables: ReportTables): Finding[] {
  const found: Finding[] = []
  const unpaid = tables.requests?.['other.feeUnpaid']?.at(-1) ?? 0
  if (unpaid > 0 && !FEE.test(other))
    found.push(
      finding('X9', 'text', `表三有${unpaid}件因逾期未缴费不再处理，第六部分没有说明收取信息处理费的情况`, {
        rows: ['other.feeUnpaid'],
        column: 'total',
        found: unpaid,
        section: 'other',
      }),
    )
  /** Titles and years are no amounts. */
  const plain = (text: string): string => text.replace(/《[^《》]*》|\d{1,4}年度?/g, '')
  const sentencesOf = (text: string): string[] => plain(text).split(/[。;]/)
  const spoken = [...sentencesOf(overall), ...sentencesOf(other)]
  const isCollected = (sentence: string) => COLLECTED.test(sentence) && !NO_FEE.test(sentence) && !RULE.test(sentence)
  const speaks = (['overall', 'other'] as const).flatMap((section) =>
    (section === 'overall' ? overall : other)
      .split(/[。;]/)
      .flatMap((words) => (isCollected(plain(words)) ? [{ section, words }] : [])),
  )[0]
  const denied = spoken.some((sentence) => NO_FEE.test(sentence))
  const stated = sentencesOf(other).some(
    (sentence) => STATED.test(sentence.slice(Math.max(0, sentence.search(/处理费|收费/)))) && FEE.test(sentence),
  )
  if (speaks && !stated && !denied)
    found.push(finding('X10', 'text', '文字提到收取信息处理费，第六部分没有写明收取的金额', speaks))
  return found
}

/** `2021年，我局将按照…`; not 主要 and 要求, and not the 将 of “将公开工作纳入考核”. */
const PLAN =
  /(?<![到至于前])(20\d\d)年(?:度)?[,，]?[^。;,，\d]{0,12}?(?:将(?![^。;,，]{1,24}(?:纳入|列入|作为|融入|摆|放[在到]|贯穿))|拟(?![定订])|(?<![主重需必])要(?:继续|进一步|不断|加强|着力|切实)|计划(?:进一步|继续|在|从|加))/g
/** The year the section begins with; not a point in time that something has lasted since. */
const OPENING =
  /^(?![^。]{0,12}(?:自|从|截|根据|按照|依据|继|较))[^。\d]{0,12}?(20\d\d)年(?:度)?(?:[,，](?![^。]{0,24}以来)|(?=我[局委办镇]|全[局区市县镇]|在))/

/** A later sentence that tells what the agency did in a year: left from last year's report, where it is that year. */
const INSIDE =
  /^(?:[(（]?[一二三四五六七八九十\d]+[)）、.,])?(20\d\d)年(?:度)?[,，](?:我|本)[局委办厅院镇乡县市区机单街][^。]{4,}/
/** Last year is told of beside this one, or something has lasted since. */
const COMPARED = /较|比|同期|去年|上年|上一年|以来|起|至今|连续|结转|已经|此前/

const PERIOD = /(20\d\d)年1月1日(?:起)?(?:至|到|—|-|~)(?:(20\d\d)年)?12月31日/
const UNTIL = /截[至止](20\d\d)年12月31日/

/** A year that starts a sentence of plans must be the coming one, unless it is quoted (last year's promise, answered); the opening and the period must be the report's own. */
function checkYears(text: ReportText, year: number): Finding[] {
  const found: Finding[] = []
  const slip = (
    where: string,
    section: 'preface' | 'overall' | 'problems',
    words: string,
    wrong: number,
    expected: number,
  ): void => {
    found.push(
      finding('X12', 'text', `${where}写作“${wrong}年”，报告年度为${year}年，应为${expected}年`, {
        expected,
        found: wrong,
        section,
        words,
        repair: `“${words}”改为“${words.replaceAll(String(wrong), String(expected))}”。`,
      }),
    )
  }
  for (const match of compact(text.problems)
    .replace(/[《“][^《》“”]*[》”]/g, '')
    .matchAll(PLAN)) {
    const plan = Number(match[1])
    if (plan !== year + 1) slip('改进措施', 'problems', match[0], plan, year + 1)
  }
  const overall = compact(text.overall).replace(/^一?、?总体情况/, '')
  const opening = OPENING.exec(overall)
  if (opening && Number(opening[1]) !== year) slip('总体情况开头', 'overall', opening[0], Number(opening[1]), year)
  for (const words of overall.split('。').slice(1)) {
    const told = INSIDE.exec(words)
    if (told && Number(told[1]) === year - 1 && !COMPARED.test(words) && !words.includes(String(year)))
      slip('总体情况', 'overall', told[0], year - 1, year)
  }
  for (const section of ['preface', 'overall'] as const) {
    const words = compact(text[section] ?? '')
    const period = PERIOD.exec(words) ?? (section === 'preface' ? UNTIL.exec(words) : null)
    const periodYear = period ? Number(period[2] ?? period[1]) : year
    if (period && periodYear !== year) slip('统计期限', section, period[0], periodYear, year)
  }
  return found
}

function checkPermits(agency: string | null, tables: ReportTables, form: ReportForm): Finding[] {
  if (!isEducation(agency) || figureIn(tables, form, 'permits') !== 0) return []
  const message = '行政许可处理决定数量为0：教师资格认定、民办学校设立属于行政许可，请核对是否漏计'
  return [finding('L02', 'disclosed', message, { ...placeOf(form, 'permits'), found: 0 })]
}
