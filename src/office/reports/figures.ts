/** 表二的数字: what the record comes to for each figure of a form, and what people set in its place. */
import { fromParts, type LocalDate, yearOf } from '../../law/date.ts'
import type { Readings } from '../../law/readings.ts'
import { cite } from '../../law/cite.ts'
import { makesNoRules, RULE_MAKING } from '../../law/publication/rule-making.ts'
import { formOf } from '../../law/reports/formats/index.ts'
import type { Cell, ReportFormat, ReportTables } from '../../law/reports/model.ts'
import { normativeIn } from '../../record/reports/compile.ts'
import { DECISION_KINDS, sumOfEntries } from '../../record/reports/decision-entries.ts'
import { disclosedFrom, type Figure, figureIn, figuresOf } from '../../record/reports/figures.ts'
import type { FigureSource, FigureView } from '../../record/reports/view.ts'
import { decisionEntries, type StoredEntry } from '../../store/decisions.sql.ts'
import { decisionCounts, normativeDocuments, publishedReport } from '../../store/reports.sql.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn } from '../people/agencies.ts'
import { readingsOfYear } from './readings-of-year.ts'

export interface Period {
  agencyId: string
  year: number
  format: ReportFormat
  /** The day at whose end the tables stand: 31 December, or an earlier one. */
  asOf: LocalDate
}

/** 规章: what is told of an agency that can have made none. */
const NO_RULES = `没有规章制定权（${cite(RULE_MAKING.governments.by)}）`

interface Sources {
  entries: readonly StoredEntry[]
  documents: ReturnType<typeof normativeIn>
  /** Own numbers of last year's report in the same form; null where it adds up other units'. */
  last: ReportTables | null
  readings: Readings
}

/** What the record comes to; null where it says nothing, which is not that there was none. */
function countedOf(figure: Figure, { asOf, format }: Period, sources: Sources): { value: Cell; source: FigureSource | null } {
  const behind = sources.documents[figure.from]
  if (behind) return { value: behind.length, source: 'library' }
  const kind = DECISION_KINDS.find((one) => one === figure.from)
  if (kind) return { value: sumOfEntries(sources.entries, kind, asOf, sources.readings), source: 'ledger' }
  const of = /^(.+)\.items$/.exec(figure.from)?.[1]
  if (of === undefined || !sources.last) return { value: null, source: null }
  // 上一年项目数量: what the last report began with, and what it told of the change since.
  const [items, change] = [`${of}.items`, `${of}.change`].map((name) =>
    figureIn(sources.last as ReportTables, formOf(format), name),
  )
  const value = typeof items === 'number' && typeof change === 'number' ? items + change : null
  return { value, source: 'lastYear' }
}

/** Every figure of table 二 with its value and where that is from. */
export async function figuresFound(db: OfficeContext['db'], period: Period): Promise<FigureView[]> {
  const { agencyId, year, format, asOf } = period
  const [set, entries, documents, readings, last, agency] = await Promise.all([
    decisionCounts(db, agencyId, year),
    decisionEntries(db, agencyId, fromParts(year, 1, 1), asOf),
    normativeDocuments(db, agencyId),
    readingsOfYear(db, agencyId, year),
    publishedReport(db, agencyId, year - 1),
    agencyOn(db, agencyId, asOf),
  ])
  const noRules = makesNoRules({ kind: agency.kind, name: agency.details.name })
  const sources = {
    entries,
    documents: normativeIn(documents, year, asOf, readings),
    last: last && last.format === format && !last.units?.notices.length ? last.tables : null,
    readings,
  }
  const ofPart = asOf < fromParts(yearOf(asOf), 12, 31)
  return figuresOf(formOf(format)).map((figure) => {
    const { value: counted, source } = countedOf(figure, period, sources)
    // A number set by hand is the whole year's: how much there was on an earlier day, only what has days can tell.
    const dated = source === 'ledger' || source === 'library'
    const row = set.find(({ kind }) => kind === figure.from)
    const byHand = row ? { value: Number(row.value), basis: row.basis } : null
    const told = { kind: figure.from, words: figure.words, is: figure.is ?? ('count' as const), counted, source, byHand }
    if (byHand && !(ofPart && dated)) return { ...told, ...byHand }
    if (figure.from.startsWith('rules.') && noRules) return { ...told, value: 0, basis: NO_RULES }
    return { ...told, value: counted, basis: '' }
  })
}

/** Section 二: documents from the library, decisions as the sections entered them, the rest as set by hand; what nobody entered stays blank. */
export async function disclosedTable(db: OfficeContext['db'], period: Period): Promise<ReportTables['disclosed']> {
  const found = new Map((await figuresFound(db, period)).map(({ kind, value }) => [kind, value]))
  return disclosedFrom(formOf(period.format), ({ from }) => found.get(from) ?? null)
}
