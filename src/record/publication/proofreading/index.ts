/** 校对: every check over every field of an edition, and what is put into the text where somebody agrees. */
import type { EditionContent } from '../edition.ts'
import { checkDates } from './dates.ts'
import {
  type Check,
  type Finding,
  FINDING_KINDS,
  type Found,
  PROOF_FIELDS,
  type ProofContext,
  type ProofField,
} from './finding.ts'
import { checkLaws } from './laws.ts'
import { checkNames } from './names.ts'
import { checkNumbers } from './numbers.ts'
import { htmlProof, plainProof, type ProofText, replaced } from './text.ts'
import { checkWording } from './wording.ts'

const CHECKS: readonly Check[] = [checkLaws, checkWording, checkDates, checkNumbers, checkNames]

/** More than anybody reads. */
const MOST = 200
/** Letters shown before and after. */
const AROUND = 16

function proofOf(content: EditionContent, field: ProofField): ProofText {
  return field === 'body' ? htmlProof(content.body) : plainProof(content[field])
}

interface Spotted extends Finding {
  spots: Found[]
}

function spotted(content: EditionContent, context: Omit<ProofContext, 'content'>): Spotted[] {
  const all = PROOF_FIELDS.flatMap((field) => ofField(proofOf(content, field), { ...context, content }, field))
  const order = (one: Spotted) => FINDING_KINDS.indexOf(one.kind) * 10 + PROOF_FIELDS.indexOf(one.field)
  return all.toSorted((a, b) => order(a) - order(b)).slice(0, MOST)
}

export function findingsIn(content: EditionContent, context: Omit<ProofContext, 'content'>): Finding[] {
  return spotted(content, context).map(({ spots: _spots, ...finding }) => finding)
}

function ofField(proof: ProofText, context: ProofContext, field: ProofField): Spotted[] {
  const found = CHECKS.flatMap((check) => check(proof, context, field)).toSorted((a, b) => a.from - b.from || b.to - a.to)
  const findings: Spotted[] = []
  for (const one of found) {
    // Of two that lie over each other the first and longer one speaks.
    if (findings.some(({ spots }) => spots.some((spot) => spot.from < one.to && one.from < spot.to))) continue
    const words = proof.text.slice(one.from, one.to)
    const same = findings.find((finding) => finding.kind === one.kind && finding.words === words && finding.say === one.say)
    if (same) {
      same.spots.push(one)
      same.count += 1
      continue
    }
    findings.push(asFinding(proof, field, one, words))
  }
  return findings
}

function asFinding(proof: ProofText, field: ProofField, one: Found, words: string): Spotted {
  const { kind, say, suggestion, source } = one
  const before = clean(proof.text.slice(Math.max(0, one.from - AROUND), one.from))
  const after = clean(proof.text.slice(one.to, one.to + AROUND))
  const beside = [
    proof.text
      .slice(0, one.from)
      .split(/[\n\t]/)
      .at(-1),
    proof.text.slice(one.to).split(/[\n\t]/, 1)[0],
  ]
  const key = keyOf([kind, field, words, suggestion ?? '', beside[0]?.slice(-6), beside[1]?.slice(0, 6)].join('|'))
  return {
    key,
    kind,
    field,
    words,
    before,
    after,
    place: placeOf(proof, field, one.from),
    count: 1,
    say,
    suggestion,
    source,
    spots: [one],
  }
}

function clean(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

function placeOf({ text, tables }: ProofText, field: ProofField, at: number): string {
  if (field !== 'body') return ''
  const table = tables.findIndex(({ from, to }) => from <= at && at < to)
  if (table >= 0) {
    const row = tables[table]?.rows.findIndex((cells) => cells.some(({ from, to }) => from <= at && at <= to)) ?? -1
    return `${tables.length > 1 ? `第${table + 1}张表` : '表'}第${row + 1}行`
  }
  const lines = text
    .slice(0, at)
    .split('\n')
    .filter((line) => line.trim() !== '')
  const begun = /\S[^\n]*$/.test(text.slice(0, at))
  return `第${Math.max(1, lines.length + (begun ? 0 : 1))}段`
}

/** FNV-1a over the letters, twice: short, the same everywhere, and no word of the text is read from it. */
function keyOf(words: string): string {
  const hash = (seed: number) => {
    let value = seed
    for (let at = 0; at < words.length; at += 1) value = Math.imul(value ^ words.charCodeAt(at), 16_777_619) >>> 0
    return value.toString(16).padStart(8, '0')
  }
  return hash(2_166_136_261) + hash(84_696_351)
}

/** The content with a finding's suggestion in its place, everywhere it was found; null where markup stands within the words. */
export function withSuggestion(
  content: EditionContent,
  context: Omit<ProofContext, 'content'>,
  key: string,
): { finding: Finding; content: EditionContent | null } | null {
  const found = spotted(content, context).find((one) => one.key === key)
  if (!found || found.suggestion === null) return null
  const { spots, ...finding } = found
  const { field } = found
  const proof = proofOf(content, field)
  let source = content[field]
  // From the end, so that what stands before keeps its place.
  for (const spot of spots.toReversed()) {
    const next = replaced(source, proof, spot, spot.suggestion ?? '', field === 'body')
    if (next === null) return { finding, content: null }
    source = next
  }
  return { finding, content: { ...content, [field]: source } }
}
