/** 案卷里的人: the requester and the third parties of a case, opened for what must know them. */
import type { Requester } from '../../record/people/requester.ts'
import { type Party, personsOf } from '../../record/requests/plain-act.ts'
import { type CaseRow, partiesOf } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'

type Of = Pick<CaseRow, 'agency_id' | 'id' | 'requester_id'>

export async function requesterOf(
  ctx: Pick<OfficeContext, 'db' | 'vault'>,
  row: Pick<Of, 'agency_id' | 'requester_id'>,
): Promise<Requester> {
  const { sealed } = await ctx.db
    .selectFrom('requester')
    .select('sealed')
    .where('agency_id', '=', row.agency_id)
    .where('id', '=', row.requester_id)
    .executeTakeFirstOrThrow()
  return ctx.vault.open<Requester>(sealed)
}

export async function partiesIn(ctx: OfficeContext, row: Of): Promise<Party[]> {
  return (await partiesOf(ctx.db, row.agency_id, row.id)).map(({ sealed }) => ctx.vault.open<Party>(sealed))
}

/** What must not stand in a text that is stored in the clear beside this case. */
export async function personsIn(ctx: OfficeContext, row: Of): Promise<string[]> {
  const [requester, parties] = await Promise.all([requesterOf(ctx, row), partiesIn(ctx, row)])
  return personsOf(requester, parties)
}
