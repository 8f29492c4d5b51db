/** 待送达文书: what has left no trace of arriving yet, over all cases; printed and posted many at a time. */
import { addDays, type LocalDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type MailCarrier, postalNumber } from '../../law/requests/service.ts'
import { translationWarnings } from '../../record/letters/check.ts'
import { LETTER_CODES, type Letter, type LetterCode } from '../../record/letters/model.ts'
import { splitAddressee } from '../../record/letters/public-copy.ts'
import type { DispatchedRow, MailLabel, MailSender, OutgoingRow } from '../../record/letters/view.ts'
import { type Recipient, recipientOf } from '../../record/people/recipient.ts'
import { maskName, type Requester } from '../../record/people/requester.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { authorityShown } from '../../record/requests/evidence.ts'
import { fold } from '../../record/requests/fold.ts'
import type { Party } from '../../record/requests/plain-act.ts'
import { isDecision, type LetterService, needsService, type ServiceState, serviceOf } from '../../record/requests/service.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { waitsForOpening } from '../../store/requester-side.sql.ts'
import { actsOfCases, lettersById, lettersSince, unfinishedTranslations } from '../../store/letters.sql.ts'
import { filesOf, findCase, partiesOf } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn } from '../people/agencies.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { withTranslation } from './translations.ts'
import { recordAct } from '../requests/record-act.ts'

/** How far back the list looks, in days; how many letters it shows at most, and how many it reads at a time to find them. */
const LOOKS_BACK = 365
const MOST = 500
const AT_A_TIME = 500
const MOST_READ = 10_000

const SERVED_CODES = LETTER_CODES.filter(needsService)

const WAITING: readonly ServiceState[] = ['unsent', 'unproven', 'arrived', 'returned', 'noticed', 'noticeOver']

/** Letters of the last year whose arrival nobody has shown yet. */
export async function listOutgoing(ctx: OfficeContext, actor: Actor): Promise<Result<OutgoingRow[]>> {
  if (!permitted(actor, 'requests.serve', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const waiting: OutgoingRow[] = []
  for (let from = 0; from < MOST_READ && waiting.length < MOST; from += AT_A_TIME) {
    const range = { since: addDays(ctx.today(), -LOOKS_BACK), codes: SERVED_CODES, from, most: AT_A_TIME }
    const letters = await lettersSince(ctx.db, actor.agencyId, range)
    waiting.push(...(await waitingAmong(ctx, actor, letters)))
    if (letters.length < AT_A_TIME) break
  }
  return ok(waiting.slice(0, MOST))
}

async function waitingAmong(
  ctx: OfficeContext,
  actor: Actor,
  letters: Awaited<ReturnType<typeof lettersSince>>,
): Promise<OutgoingRow[]> {
  const today = ctx.today()
  const caseIds = [...new Set(letters.map(({ case_id }) => case_id))]
  const online = await waitsForOpening(ctx.db, actor.agencyId, caseIds)
  const unfinished =
    letters.length > 0
      ? await unfinishedTranslations(
          ctx.db,
          actor.agencyId,
          letters.map(({ id }) => id),
        )
      : []
  const untranslated = new Map(unfinished.map(({ letter_id, state }) => [letter_id, state]))
  const acts = await actsOfCases(ctx.db, actor.agencyId, caseIds)
  const cases = new Map([...acts].map(([id, recorded]) => [id, fold(recorded)]))
  return letters.flatMap((row): OutgoingRow[] => {
    const folded = cases.get(row.case_id)
    if (!folded || folded.withdrawnOn || row.addressed_to === 'file') return []
    const code = row.code as LetterCode
    const service = serviceOf(folded, { number: row.number, code, actSeq: row.act_seq }, today)
    if (!WAITING.includes(service.state)) return []
    // Put up online, and there is still time to open it.
    if (service.state === 'unsent' && isDecision(code) && (online.get(row.case_id)?.openBy ?? '') >= today) return []
    const letter = ctx.vault.open<Letter>(row.sealed)
    const last = service.attempts.at(-1)
    return [
      {
        id: row.id,
        caseId: row.case_id,
        caseNumber: row.case_number,
        code,
        number: row.number,
        title: letter.title,
        addressedTo: row.addressed_to,
        recipient: maskedAddressee(row, letter.addressee ?? ''),
        issuedOn: row.issued_on,
        state: service.state,
        lastOn: lastDay(service),
        // Of a letter that came back the former number says nothing about the next posting.
        mailNumber: last?.returned ? null : (last?.mailNumber ?? null),
        warnings: translationWarnings(untranslated.get(row.id) ?? null),
      },
    ]
  })
}

/** A third party may be a person; a joint request names everybody who asks, of whom the first may be an organisation. */
function maskedAddressee(row: { addressed_to: string; requester_kind: string }, addressee: string): string {
  if (row.addressed_to === 'thirdParty') return maskName(addressee)
  if (row.addressed_to !== 'requester') return addressee
  const { names, speaking, role } = splitAddressee(addressee)
  const [first = '', ...others] = names.split('、')
  const masked = [row.requester_kind === 'naturalPerson' ? maskName(first) : first, ...others.map(maskName)].join('、')
  return speaking === null ? masked : `${masked}（${role}：${maskName(speaking)}）`
}

/** When it was last seen on its way. */
function lastDay({ state, arrivedOn, notice, attempts }: LetterService): LocalDate | null {
  const last = attempts.at(-1)
  return (state === 'arrived' ? arrivedOn : null) ?? notice?.on ?? last?.returned?.on ?? last?.on ?? null
}

/** A letter of the actor's agency with its case, or nothing: in the order asked for. */
async function chosen(ctx: OfficeContext, actor: Actor, ids: readonly string[]) {
  const rows = ids.length > 0 ? await lettersById(ctx.db, actor.agencyId, ids) : []
  const found = ids.map((id) => rows.find((row) => row.id === id))
  return found.every((row) => row !== undefined) ? found : null
}

/** 批量打印: each letter, and after a 征求意见函 the slip that goes with it. Who printed what is in the audit log. */
export async function printLetters(ctx: OfficeContext, actor: Actor, ids: readonly string[]): Promise<Result<Letter[][]>> {
  if (!permitted(actor, 'requests.serve', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const rows = await chosen(ctx, actor, ids)
  if (!rows) return refused(NOT_FOUND)
  const bundles: Letter[][] = []
  for (const row of rows) {
    const slips =
      row.code === 'D05'
        ? await ctx.db
            .selectFrom('letter')
            .select('sealed')
            .where('agency_id', '=', actor.agencyId)
            .where('case_id', '=', row.case_id)
            .where('act_seq', '=', row.act_seq)
            .where('code', '=', 'D06')
            .execute()
        : []
    const [letter, ...others] = [row, ...slips].map(({ sealed }) => ctx.vault.open<Letter>(sealed))
    if (letter) bundles.push([await withTranslation(ctx, actor.agencyId, row.id, letter), ...others])
  }
  await audited(ctx, actor, 'letters.print', rows)
  return ok(bundles)
}

async function audited(
  ctx: OfficeContext,
  actor: Actor,
  verb: 'letters.print' | 'letters.labels',
  rows: readonly { number: string; code: string }[],
): Promise<void> {
  await ctx.transact(async (tx) => {
    for (const { number, code } of rows)
      await appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb, target: number, detail: { code } })
  })
}

export interface Posting {
  id: string
  /** As typed or scanned; empty where it is not known yet. */
  mailNumber: string
}

/**
 * 邮寄标签和交寄清单: opens name, address and telephone of each addressee, and that is recorded. A third party's address is read
 * for nothing but this; the label of its letter says nothing of who asked.
 */
export async function mailLabels(
  ctx: OfficeContext,
  actor: Actor,
  postings: readonly Posting[],
): Promise<Result<{ sender: MailSender; labels: MailLabel[]; on: LocalDate }>> {
  if (!permitted(actor, 'requests.serve', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const rows = await chosen(
    ctx,
    actor,
    postings.map(({ id }) => id),
  )
  if (!rows) return refused(NOT_FOUND)
  const numbers = postings.map(({ mailNumber }) => (mailNumber === '' ? ok('') : postalNumber(mailNumber)))
  const faults = numbers.flatMap((one) => (one.ok ? [] : one.refusals))
  if (faults.length > 0) return refused(...faults)
  const { details } = await agencyOn(ctx.db, actor.agencyId, ctx.today())
  const labels: MailLabel[] = []
  for (const [index, row] of rows.entries()) {
    const number = numbers[index]
    labels.push({
      ...(await addresseeOf(ctx, row)),
      letterNumber: row.number,
      mailNumber: number?.ok ? number.value : '',
    })
  }
  await audited(ctx, actor, 'letters.labels', rows)
  const { name, officeName, address, postcode, phone } = details
  return ok({
    sender: { name: officeName ? `${name}（${officeName}）` : name, address, postcode, phone },
    labels,
    on: ctx.today(),
  })
}

type LetterRowStored = Awaited<ReturnType<typeof lettersById>>[number]

async function addresseeOf(ctx: OfficeContext, row: LetterRowStored): Promise<Recipient> {
  const recipient = ctx.vault.open<Letter>(row.sealed).addressee ?? ''
  if (row.addressed_to === 'thirdParty') {
    const parties = (await partiesOf(ctx.db, row.agency_id, row.case_id)).map(({ sealed }) => ctx.vault.open<Party>(sealed))
    const party = parties.find(({ name }) => name === recipient)
    const [, postcode = '', address = ''] = /^(?:(\d{6})[\s，,]*)?(.*)$/.exec(party?.address ?? '') ?? []
    return { recipient, address, postcode, phone: party?.contact ?? '' }
  }
  const request = row.addressed_to === 'requester' ? await findCase(ctx.db, row.agency_id, row.case_id) : undefined
  if (!request) return { recipient, address: '', postcode: '', phone: '' }
  const sealed = await ctx.db
    .selectFrom('requester')
    .select('sealed')
    .where('agency_id', '=', row.agency_id)
    .where('id', '=', request.requester_id)
    .executeTakeFirstOrThrow()
  const requester = ctx.vault.open<Requester>(sealed.sealed)
  return recipientOf(requester, authorityShown(requester, await filesOf(ctx.db, row.agency_id, row.case_id)))
}

/** 登记交寄 of many letters handed over together. Each is recorded, or refused with its reason, for itself. */
export async function dispatchMany(
  ctx: OfficeContext,
  actor: Actor,
  input: { on: LocalDate; carrier: MailCarrier; items: readonly (Posting & { commandId: string })[] },
): Promise<Result<DispatchedRow[]>> {
  if (!permitted(actor, 'requests.serve', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const rows = await chosen(
    ctx,
    actor,
    input.items.map(({ id }) => id),
  )
  if (!rows) return refused(NOT_FOUND)
  const done: DispatchedRow[] = []
  for (const [index, row] of rows.entries()) {
    const item = input.items[index]
    const request = await findCase(ctx.db, actor.agencyId, row.case_id)
    if (!item || !request) continue
    const result = await recordAct(ctx, actor, {
      caseId: row.case_id,
      commandId: item.commandId,
      seen: request.acts,
      act: {
        kind: 'dispatched',
        on: input.on,
        of: row.act_seq ?? -1,
        code: row.code as LetterCode,
        letter: row.number,
        by: 'signed-mail',
        carrier: input.carrier,
        mailNumber: item.mailNumber,
      },
    })
    done.push({ id: row.id, number: row.number, refusals: result.ok ? [] : result.refusals })
  }
  return ok(done)
}
