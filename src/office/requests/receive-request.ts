import { type Result, ok, refused } from '../../law/refusal.ts'
import { requestRefusal } from '../../law/scope.ts'
import { checkRequestForm } from '../../law/requests/form.ts'
import type { Requester, RequestContent } from '../../record/people/requester.ts'
import type { Act } from '../../record/requests/acts.ts'
import { caseOfCommand } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { PUBLIC_ACTOR_ID } from '../context.ts'
import { attachFiles, type Upload } from '../files/attach-files.ts'
import { agencyOn, legalSetting } from '../people/agencies.ts'
import { NOT_FOUND } from '../people/permit.ts'
import { type Opened, openCase, queryCodeOf } from './open-case.ts'

export interface ReceiveRequest {
  agencyId: string
  commandId: string
  requester: Requester
  content: RequestContent
  files: Upload[]
}

/**
 * 网上申请: anyone may ask (Art 27); the request gets its number at once. The day of receipt is the day both sides confirm
 * (Art 31(3)) unless the agency reads it otherwise. The same command again gives the same case and code.
 */
export async function receiveRequest(ctx: OfficeContext, input: ReceiveRequest): Promise<Result<Opened>> {
  const faults = checkRequestForm(input.requester, input.content)
  if (faults.length > 0) return refused(...faults)
  const agency = await agencyOn(ctx.db, input.agencyId, ctx.today())
  if (agency.kind === 'archive') return refused(NOT_FOUND)
  const outOfScope = requestRefusal(agency.regime)
  if (outOfScope) return refused(outOfScope)
  const before = await caseOfCommand(ctx.db, agency.id, input.commandId)
  if (before) return alreadyOpened(ctx, agency.id, before, input.commandId)
  const setting = await legalSetting(ctx, agency.id)
  const on = ctx.today()
  const acts: Act[] = [{ kind: 'submitted', on, via: 'web' }]
  if (setting.readings.web === 'submission') acts.push({ kind: 'received', on, via: 'web' })
  const stored = await attachFiles(ctx, { agencyId: agency.id, actorId: PUBLIC_ACTOR_ID }, input.files)
  if (!stored.ok) return stored
  try {
    const opened = await ctx.transact(async (tx) => {
      const made = await openCase(ctx, tx, {
        agency,
        setting,
        requester: input.requester,
        content: input.content,
        acts,
        actorId: PUBLIC_ACTOR_ID,
        commandId: input.commandId,
        verb: 'requests.submit',
      })
      await stored.value.record(tx, { agencyId: agency.id, caseId: made.id, purpose: '申请材料' })
      return made
    })
    return ok(opened)
  } catch (error) {
    const raced = await caseOfCommand(ctx.db, agency.id, input.commandId)
    if (raced) return alreadyOpened(ctx, agency.id, raced, input.commandId)
    throw error
  }
}

async function alreadyOpened(ctx: OfficeContext, agencyId: string, id: string, commandId: string): Promise<Result<Opened>> {
  const row = await ctx.db
    .selectFrom('request_case')
    .select('number')
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? ok({ id, number: row.number, queryCode: queryCodeOf(ctx, commandId) }) : refused(NOT_FOUND)
}
