/** 原件: the file that an imported report was read from, and who imported it. */
import type { Kysely, Transaction } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { Database } from './schema.ts'

/** Files of no case, told by what they are of. A year's report is imported once, as its first version. */
const purposeOf = (year: number) => `年度报告原件 ${year}`

export async function keepOriginal(
  tx: Transaction<Database>,
  file: { agencyId: string; year: number; id: string; hash: string; sealedName: Buffer; mediaType: string; size: number },
): Promise<void> {
  await tx
    .insertInto('stored_file')
    .values({
      agency_id: file.agencyId,
      id: file.id,
      case_id: null,
      document_id: null,
      hash: file.hash,
      sealed_name: file.sealedName,
      media_type: file.mediaType,
      size: file.size,
      purpose: purposeOf(file.year),
    })
    .execute()
}

export function originalOf(db: Kysely<Database>, agencyId: string, year: number) {
  return db
    .selectFrom('stored_file')
    .select(['hash', 'sealed_name', 'media_type', 'size'])
    .where('agency_id', '=', agencyId)
    .where('case_id', 'is', null)
    .where('purpose', '=', purposeOf(year))
    .executeTakeFirst()
}

/** Who imported the year's report, and on which day; the audit log is where that stands. */
export async function importOf(
  db: Kysely<Database>,
  agencyId: string,
  year: number,
): Promise<{ by: string | null; on: LocalDate | null } | null> {
  const entry = await db
    .selectFrom('audit_entry as entry')
    .leftJoin('officer', (join) =>
      join.onRef('officer.id', '=', 'entry.actor_id').onRef('officer.agency_id', '=', 'entry.agency_id'),
    )
    .select(['entry.detail', 'officer.name'])
    .where('entry.agency_id', '=', agencyId)
    .where('entry.verb', '=', 'reports.import')
    .where('entry.target', '=', String(year))
    .executeTakeFirst()
  return entry ? { by: entry.name, on: (entry.detail as { on?: LocalDate }).on ?? null } : null
}
