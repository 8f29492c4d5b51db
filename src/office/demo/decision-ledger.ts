/** 处理决定台账 of the demo's agencies: a year's decisions, entered quarter by quarter as the sections make them. */
import { randomUUID } from 'node:crypto'
import { addDays, fromParts, type LocalDate } from '../../law/date.ts'
import type { DecisionKind, NewDecisionEntry } from '../../record/reports/decision-entries.ts'
import type { OfficeContext } from '../context.ts'
import { enterDecisions } from '../reports/decisions.ts'
import { chanceOf } from './chance.ts'
import type { DemoAgency } from './county.ts'
import { actorFor } from './establish.ts'

interface Matter {
  kind: DecisionKind
  matter: string
  basis: string
  /** Decisions of a quarter, or 元 collected. */
  between: readonly [number, number]
}

const OF_EDUCATION: readonly Matter[] = [
  { kind: 'permits', matter: '教师资格认定', basis: '中国教师资格网办件统计', between: [18, 52] },
  { kind: 'permits', matter: '民办学校设立、变更', basis: '行政许可办理系统', between: [0, 3] },
  { kind: 'penalties', matter: '违规培训处罚', basis: '行政执法公示平台', between: [0, 1] },
  { kind: 'compulsion', matter: '行政强制', basis: '行政执法公示平台', between: [0, 0] },
  { kind: 'feesWanYuan', matter: '普通话水平测试费', basis: '非税收入票据系统', between: [2400, 9800] },
]
const OF_OTHERS: readonly Matter[] = [
  { kind: 'permits', matter: '行政许可', basis: '行政许可办理系统', between: [15, 60] },
  { kind: 'penalties', matter: '行政处罚', basis: '行政执法公示平台', between: [0, 11] },
  { kind: 'compulsion', matter: '行政强制', basis: '行政执法公示平台', between: [0, 0] },
  { kind: 'feesWanYuan', matter: '行政事业性收费', basis: '非税收入票据系统', between: [0, 22_000] },
]

function entryOf({ kind, matter, basis, between }: Matter, agency: DemoAgency, year: number, quarter: number): NewDecisionEntry {
  const n = chanceOf(`${matter} ${agency.slug} ${year} ${quarter}`).between(...between)
  return {
    kind,
    matter,
    basis,
    sectionId: null,
    from: fromParts(year, quarter * 3 - 2, 1),
    to: addDays(quarter === 4 ? fromParts(year + 1, 1, 1) : fromParts(year, quarter * 3 + 1, 1), -1),
    made: kind === 'feesWanYuan' ? 0 : n,
    refused: kind === 'permits' && n > 40 ? 1 : 0,
    fen: kind === 'feesWanYuan' ? n * 100 : 0,
  }
}

/** Enters the quarters of a year that had ended by a day. */
export async function enterLedger(ctx: OfficeContext, agency: DemoAgency, year: number, by: LocalDate): Promise<void> {
  const matters = agency.slug === 'jyj' ? OF_EDUCATION : OF_OTHERS
  const entries = [1, 2, 3, 4]
    .flatMap((quarter) => matters.map((matter) => entryOf(matter, agency, year, quarter)))
    .filter(({ to }) => to <= by)
  if (entries.length === 0) return
  const done = await enterDecisions(ctx, actorFor(agency, 'clerk'), { commandId: randomUUID(), entries })
  if (!done.ok) throw new Error(`ledger refused: ${done.refusals.map(({ say }) => say).join('; ')}`)
}
