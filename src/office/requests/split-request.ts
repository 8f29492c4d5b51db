/** 一事一申请: one form, several cases, each with its own number, clock and reply (fee measures Art 4). */
import { type Result, ok, refused } from '../../law/refusal.ts'
import { feeMeasures } from '../../law/cite.ts'
import type { RequestContent } from '../../record/people/requester.ts'
import type { Actor } from '../../record/people/roles.ts'
import type { Act } from '../../record/requests/acts.ts'
import { personsOf, withoutPersons } from '../../record/requests/plain-act.ts'
import { incomingMailOf, linkCases } from '../../store/intake.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { furtherCommand, openCase, subjectDigest } from './open-case.ts'
import { type Command, guard, type Matter, perform } from './perform.ts'

export interface Item {
  subject: string
  description: string
}

/**
 * The case stays the first part, the others are opened beside it with the same day of receipt and the same query code. The form
 * as it was written is kept, sealed. Only before anything was done that would belong to one part alone.
 */
export function splitRequest(
  ctx: OfficeContext,
  actor: Actor,
  input: Command & { items: readonly Item[] },
): Promise<Result<{ caseId: string }>> {
  return perform(ctx, actor, input, 'requests.register', (matter) => {
    const on = ctx.today()
    const guarded = guard(matter, 'split', on)
    if (!guarded.ok) return guarded
    const [first, ...others] = input.items
    if (!first || others.length === 0)
      return refused({
        code: 'field-missing',
        say: '拆分至少写明两项信息。',
        then: '请逐项写明；只有一项的，不需要拆分。',
        cite: feeMeasures('4'),
        field: 'items',
      })
    const of = input.items.length
    return ok({
      acts: [{ kind: 'split', on, position: 1, of }],
      also: async (tx) => {
        await narrow(ctx, tx, matter, first)
        const codeOf = await openedBy(tx, matter)
        const incomingMail = (await incomingMailOf(tx, matter.row.agency_id, matter.row.id)).at(-1)?.number
        for (const [n, item] of others.entries()) {
          const made = await openCase(ctx, tx, {
            agency: matter.agency,
            setting: matter.setting,
            requester: matter.requester,
            requesterId: matter.row.requester_id,
            content: contentOf(matter, item),
            acts: [...arrivalOf(matter), { kind: 'split', on, position: n + 2, of }],
            actorId: actor.id,
            commandId: furtherCommand(ctx, input.commandId, n + 1),
            codeOf,
            incomingMail,
            verb: 'requests.register',
          })
          await linkCases(tx, {
            agencyId: matter.row.agency_id,
            caseId: matter.row.id,
            otherId: made.id,
            kind: 'split',
            position: n + 2,
            by: actor.id,
          })
        }
      },
    })
  })
}

function contentOf({ content }: Matter, { subject, description }: Item): RequestContent {
  return { ...content, subject, description }
}

/** How the form came: every part came the same way on the same days. */
function arrivalOf({ folded }: Matter): Act[] {
  return folded.live.map(({ act }) => act).filter(({ kind }) => kind === 'submitted' || kind === 'received')
}

/** The case now asks for its first part alone; the whole form stays beside it. */
async function narrow(ctx: OfficeContext, tx: Tx, matter: Matter, first: Item): Promise<void> {
  const { agency_id, id } = matter.row
  await tx
    .insertInto('split_form')
    .values({ agency_id, case_id: id, sealed: ctx.vault.seal(matter.content) })
    .execute()
  await tx
    .updateTable('request_case')
    .set({
      subject: withoutPersons(first.subject, personsOf(matter.requester, [])),
      content: ctx.vault.seal(contentOf(matter, first)),
      subject_digest: subjectDigest(ctx, first.subject),
    })
    .where('agency_id', '=', agency_id)
    .where('id', '=', id)
    .execute()
}

/** The command whose query code the requester holds. */
async function openedBy(tx: Tx, { row }: Matter): Promise<string> {
  const { command_id } = await tx
    .selectFrom('request_act')
    .select('command_id')
    .where('agency_id', '=', row.agency_id)
    .where('case_id', '=', row.id)
    .where('seq', '=', 0)
    .executeTakeFirstOrThrow()
  return command_id
}
