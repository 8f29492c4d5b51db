/** A checked report as a page shows it: findings numbered, cells that they mark, cells that may be filled in. */
import type { Finding } from '../../law/reports/model.ts'
import { type CheckedFile, changedCells, formatOf } from './checked-file.ts'
import { involvedIn, isUnread, placesOf, proposedBy, unreadCells } from './finding-places.ts'
import { type CellEntries, formCells, placeKey } from './form-cells.ts'
import { type Rewording, rewordingOf } from './quoted.ts'

export interface NumberedFinding {
  number: number
  finding: Finding
  /** What can be put right by a tick, and how that is called. */
  proposal: { entries: CellEntries; rewording: Rewording | null; words: string } | null
  /** What a corrected copy has right in any case, since it is set anew in the official form. */
  settled: string | null
}

export interface CheckView {
  /** Errors first. */
  findings: NumberedFinding[]
  errors: number
  warnings: number
  /** The numbers of the findings that point to a cell. */
  at: ReadonlyMap<string, number[]>
  /** Cells in which a fault may lie, or that were changed already. */
  open: ReadonlySet<string>
  /** Cells that the reader would not vouch for. */
  unread: ReadonlySet<string>
  changed: ReadonlySet<string>
}

export function checkView(file: CheckedFile): CheckView {
  const { report } = file
  const read = { format: formatOf(report), tables: report.tables }
  const findings = report.findings
    .toSorted((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning'))
    .map((finding, index) => ({
      number: index + 1,
      finding,
      proposal: proposalOf(finding, read, file),
      settled: settledOf(finding),
    }))
  const at = new Map<string, number[]>()
  for (const { number, finding } of findings)
    for (const place of placesOf(finding, read).map(placeKey)) at.set(place, [...(at.get(place) ?? []), number])
  const changed = new Set(changedCells(file).map(placeKey))
  const unread = new Set(unreadCells(report.findings, read).map(placeKey))
  const involved = report.findings.flatMap((finding) => involvedIn(finding, read)).map(placeKey)
  const errors = findings.filter(({ finding }) => finding.level === 'error').length
  return {
    findings,
    errors,
    warnings: findings.length - errors,
    at,
    open: new Set([...involved, ...unread, ...changed]),
    unread,
    changed,
  }
}

/** L01: the official form has all its headings. */
function settledOf({ code }: Finding): string | null {
  return code === 'L01' ? '下载时已补上：下载的文件用官方格式的表头' : null
}

function proposalOf(
  finding: Finding,
  read: Parameters<typeof proposedBy>[1],
  { prose }: CheckedFile,
): NumberedFinding['proposal'] {
  const rewording = rewordingOf(finding, prose)
  if (rewording) return { entries: new Map(), rewording, words: `“${rewording.words}”改为“${rewording.instead}”` }
  const entries = proposedBy(finding, read)
  if (!entries || entries.size === 0) return null
  const cells = formCells(read.format).filter((cell) => entries.has(placeKey(cell)))
  const told = cells.map((cell) => ({ ...cell, value: entries.get(placeKey(cell)) }))
  const zeros = told.every(({ value }) => Number(value) === 0)
  if (finding.code === 'X13' && zeros) {
    const words = told[0]?.words ?? ''
    const row = words.slice(0, words.indexOf('一行') + 2)
    return {
      entries,
      rewording: null,
      words: `${row}${entries.size > 1 ? `空白的 ${entries.size} 格` : '空白的一格'}填 0（核实确实没有的才选）`,
    }
  }
  const verb = finding.code === 'X13' || isUnread(finding) ? '填' : '改为'
  return { entries, rewording: null, words: told.map(({ words, value }) => `${words}${verb} ${value}`).join('；') }
}
