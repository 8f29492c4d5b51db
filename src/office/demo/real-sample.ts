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
import type { SourceDocument } from '../../record/reports/grid.ts'
import { readProse } from '../../record/reports/read-prose.ts'
import { type OfficeContext, SYSTEM_ACTOR_ID } from '../context.ts'
import { establishAgency } from '../people/agencies.ts'
import { importReport } from '../reports/import-report.ts'
import { stableId } from './chance.ts'

const FILE = join(import.meta.dirname, 'tongren-education-2021.txt')
/** As the report itself is dated. */
const SIGNED_ON = localDate('2022-01-19')

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
  const reader: Actor = { id: SYSTEM_ACTOR_ID, agencyId: id, name: '', roles: ['officeHead'], sectionId: null, under: [] }
  const text = await readFile(FILE, 'utf8')
  const source: SourceDocument = { blocks: [{ kind: 'text', text }] }
  const imported = await importReport(ctx, reader, {
    checked: readReport(source),
    prose: readProse(source),
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
