/**
 * 真实样本: the annual report of 2021 that 同仁市教育局 (青海省黄南藏族自治州) published, as an example of what reading and checking find
 * in a real one. It stands under an entry of its own, beside the imaginary county, and is not part of it.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { localDate } from '../../law/date.ts'
import { agencyDetails } from '../../record/people/agency.ts'
import type { Actor } from '../../record/people/roles.ts'
import { readReport } from '../../record/reports/read-report.ts'
import { splitSections } from '../../record/reports/sections.ts'
import { type OfficeContext, SYSTEM_ACTOR_ID } from '../context.ts'
import { establishAgency } from '../people/agencies.ts'
import { importReport } from '../reports/import-report.ts'
import { stableId } from './chance.ts'

const FILE = join(import.meta.dirname, 'tongren-education-2021.txt')
/** As the report itself is dated. */
const SIGNED_ON = localDate('2022-01-19')
/** A longer line without a full stop is half a paragraph, not a heading. */
const LONGEST_HEADING = 40

export async function importRealSample(ctx: OfficeContext): Promise<void> {
  const id = stableId('agency tongren-sample')
  await ctx.transact((tx) =>
    establishAgency(tx, {
      id,
      parentId: null,
      slug: 'sample',
      kind: 'archive',
      regime: 'art54',
      rank: 900,
      versions: [{ from: localDate('2019-05-15'), details: details() }],
    }),
  )
  const reader: Actor = { id: SYSTEM_ACTOR_ID, agencyId: id, name: '', roles: ['clerk'], sectionId: null, under: [] }
  const text = await readFile(FILE, 'utf8')
  const sections = splitSections(text)
  const imported = await importReport(ctx, reader, {
    checked: readReport({ blocks: [{ kind: 'text', text }] }),
    prose: {
      preface: paragraphs(sections.opening).slice(2),
      overall: paragraphs(sections.overall).slice(1),
      problems: paragraphs(sections.problems).slice(1),
      // Without the heading, and without agency and day under the text.
      other: paragraphs(sections.other).slice(1, -2),
    },
    publishedOn: SIGNED_ON,
  })
  if (!imported.ok) throw new Error(`sample refused: ${imported.refusals.map((refusal) => refusal.say).join('; ')}`)
}

function details() {
  return agencyDetails.parse({
    name: '同仁市教育局（真实样本）',
    shortName: '样本',
    headName: '',
    officeName: '本栏目仅存放其已公布的2021年度报告，供读取和核对演示',
    address: '',
    postcode: '',
    phone: '',
    officeHours: '',
  })
}

/** The source breaks paragraphs at the ends of its pages: what does not end a sentence goes on in the next line. */
function paragraphs(text: string): string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return lines.reduce<string[]>((whole, line) => {
    const before = whole.at(-1)
    return before !== undefined && /[，、\p{Script=Han}]$/u.test(before) && before.length > LONGEST_HEADING
      ? [...whole.slice(0, -1), before + line]
      : [...whole, line]
  }, [])
}
