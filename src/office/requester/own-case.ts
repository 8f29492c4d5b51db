/** 凭编号和查询码: whoever knows number and code is the requester, without an account. */
import { type Refusal, type Result, refused } from '../../law/refusal.ts'
import type { Actor } from '../../record/people/roles.ts'
import type { Situation } from '../../record/requests/checks.ts'
import { numberParts, type NumberParts } from '../../record/requests/typed-number.ts'
import { type CaseRow, findCaseByNumber } from '../../store/requests.sql.ts'
import { type OfficeContext, PUBLIC_ACTOR_ID } from '../context.ts'
import { queryCodeDigest } from '../requests/open-case.ts'
import { carryOut, type Decide, type Matter } from '../requests/perform.ts'

export interface StatusQuery {
  agencyId: string
  number: string
  queryCode: string
}

/** Wrong number and wrong code get one answer: nobody learns which numbers exist. */
export const OWN_NOT_FOUND: Refusal = {
  code: 'not-found',
  say: '没有找到：受理编号或查询码不正确。',
  then: '请对照回执重新输入；遗失查询码的，请持身份证件到受理单位当面查询。',
  field: 'number',
}

const NO_NUMBER: NumberParts = { year: 0, serial: 0 }

export async function ownCase(ctx: OfficeContext, query: StatusQuery): Promise<CaseRow | null> {
  const row = await findCaseByNumber(ctx.db, query.agencyId, numberParts(query.number) ?? NO_NUMBER)
  // Reckoned for numbers that do not exist too: an answer takes as long either way.
  const given = queryCodeDigest(ctx, row?.number ?? query.number, query.queryCode)
  return row?.query_code_hash === given ? row : null
}

/** The requester as who acts: no officer, no role. */
function requesterOf(row: CaseRow): Actor {
  return { id: PUBLIC_ACTOR_ID, agencyId: row.agency_id, name: '申请人', roles: [], sectionId: null, under: [] }
}

/** A deed of the requester on the own case. The same command again is the same deed: it is done once. */
export async function performOwn(
  ctx: OfficeContext,
  query: StatusQuery,
  commandId: string,
  verb: string,
  decide: Decide,
): Promise<Result<{ caseId: string }>> {
  const row = await ownCase(ctx, query)
  if (!row) return refused(OWN_NOT_FOUND)
  const command = { caseId: row.id, commandId, seen: null }
  return carryOut(ctx, requesterOf(row), command, verb, decide, ({ id }) => id === row.id)
}

/** What `may` is asked today. */
export function situationOf({ folded, clock, setting, today }: Matter): Situation {
  return { folded, clock, calendar: setting.calendar, on: today, today }
}
