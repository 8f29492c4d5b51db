import { randomUUID } from 'node:crypto'
import { yearOf } from '../../law/date.ts'
import type { Agency } from '../../record/people/agency.ts'
import { authorityShown } from '../../record/requests/evidence.ts'
import { papersShown, type Requester, type RequestContent, subjectOf } from '../../record/people/requester.ts'
import type { Act } from '../../record/requests/acts.ts'
import { plainSubject } from '../../record/requests/intake.ts'
import { personsOf, withoutPersonalData, withoutPersons } from '../../record/requests/plain-act.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { addIncomingMail } from '../../store/intake.sql.ts'
import { appendActs, nextNumber, recordCommand } from '../../store/requests.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import type { LegalSetting } from '../people/agencies.ts'
import { remindLater } from '../oversight/remind.ts'
import { requestReceiptLetter } from './letters.ts'
import { storeLetters } from './perform.ts'
import { conclude, projectionOf } from './projection.ts'
import { NO_INTERNAL_LIMIT } from '../../record/requests/internal-due.ts'

/** Letters and digits that can't be mistaken for one another when read out over the telephone. */
const CODE_LENGTH = 8
const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/**
 * 查询码: eight characters, about 2^39 possibilities behind a rate limit. It follows from the command, so that whoever lost the
 * answer and sends the same form again is told the same code.
 */
export function queryCodeOf(ctx: OfficeContext, commandId: string): string {
  const digest = Buffer.from(ctx.vault.fingerprint('query code of', commandId), 'base64url')
  return [...digest.subarray(0, CODE_LENGTH)].map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join('')
}

export function queryCodeDigest(ctx: OfficeContext, number: string, code: string): string {
  return ctx.vault.fingerprint('query code', `${number}\0${code.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')}`)
}

/** The command of the n-th case that one command opens: the same again when it is sent again. */
export function furtherCommand(ctx: OfficeContext, commandId: string, n: number): string {
  const hex = Buffer.from(ctx.vault.fingerprint(`case ${n} of command`, commandId), 'base64url').toString('hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Equal for the same wording: tells nothing without the key. */
export function subjectDigest(ctx: OfficeContext, subject: string): string {
  const plain = plainSubject(subject)
  return plain ? ctx.vault.fingerprint('subject', plain) : ''
}

export interface Opening {
  agency: Agency
  setting: LegalSetting
  requester: Requester
  /** The requester's row, where another case has it already. */
  requesterId?: string
  /** Whose query code this case shares: the command that opened the case it was split from. */
  codeOf?: string
  content: RequestContent
  /** submitted, and received where the day of receipt is known already */
  acts: Act[]
  /** 来件号 of the letter that brought it, in one writing. */
  incomingMail?: string | undefined
  actorId: string
  commandId: string
  verb: string
}

export interface Opened {
  id: string
  number: string
  queryCode: string
}

/** 申请人: sealed, with a keyed digest of each paper shown. Whoever showed none is nobody else. */
async function storeRequester(ctx: OfficeContext, tx: Tx, agencyId: string, requester: Requester): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('requester')
    .values({
      agency_id: agencyId,
      id,
      kind: requester.kind,
      sealed: ctx.vault.seal(requester),
      fingerprint: paperFingerprint(ctx, papersShown(requester)[0]?.paper ?? ''),
    })
    .execute()
  await storePersons(ctx, tx, agencyId, id, requester)
  return id
}

/** Equal for the same paper; of no paper, equal to nothing. */
export function paperFingerprint(ctx: OfficeContext, paper: string): string {
  return ctx.vault.fingerprint('identity', paper || randomUUID())
}

/** 联合申请人、代理人: their digests beside the requester's. */
async function storePersons(
  ctx: OfficeContext,
  tx: Tx,
  agencyId: string,
  requesterId: string,
  requester: Requester,
): Promise<void> {
  const rows = papersShown(requester).flatMap(({ role, paper }, position) =>
    role === 'requester' || !paper
      ? []
      : [{ agency_id: agencyId, requester_id: requesterId, position, role, fingerprint: paperFingerprint(ctx, paper) }],
  )
  if (rows.length > 0) await tx.insertInto('requester_person').values(rows).execute()
}

/** 登记 (Reg. 45): gives the request its number, seals what is personal, writes the first acts. Triage never refuses. */
export async function openCase(ctx: OfficeContext, tx: Tx, opening: Opening): Promise<Opened> {
  const { agency, setting, requester, content } = opening
  const id = randomUUID()
  const requesterId = opening.requesterId ?? (await storeRequester(ctx, tx, agency.id, requester))
  const first = opening.acts[0]
  if (!first) throw new Error('a case opens with an act')
  const year = yearOf(ctx.today())
  const serial = await nextNumber(tx, agency.id, 'request', year)
  const number = `${agency.details.shortName}公开申〔${year}〕${serial}号`
  const queryCode = queryCodeOf(ctx, opening.codeOf ?? opening.commandId)
  const persons = personsOf(requester, [])
  const acts = opening.acts.map((act) => withoutPersonalData(act, persons))
  const recordedAt = ctx.now()
  const concluded = conclude(
    acts.map((act, seq) => ({ seq, act, recordedAt: recordedAt.toISOString(), actorId: opening.actorId })),
    setting,
  )
  const projection = projectionOf(concluded, NO_INTERNAL_LIMIT, setting)
  await tx
    .insertInto('request_case')
    .values({
      ...projection,
      agency_id: agency.id,
      id,
      number,
      number_year: year,
      number_serial: serial,
      requester_id: requesterId,
      requester_kind: requester.kind,
      subject: withoutPersons(subjectOf(content), persons),
      subject_digest: subjectDigest(ctx, content.subject),
      content: ctx.vault.seal(content),
      query_code_hash: queryCodeDigest(ctx, number, queryCode),
      subject_now: null,
      section_id: null,
      officer_id: null,
    })
    .execute()
  await recordCommand(tx, agency.id, opening.commandId, id)
  const { actorId, commandId } = opening
  await appendActs(tx, { agencyId: agency.id, caseId: id, from: 0, actorId, commandId, recordedAt }, acts)
  if (opening.incomingMail)
    await addIncomingMail(tx, {
      agency_id: agency.id,
      case_id: id,
      number: opening.incomingMail,
      noted_by: actorId,
      noted_on: ctx.today(),
      noted_at: recordedAt.toISOString(),
    })
  if (concluded.folded.receivedOn)
    await storeLetters(ctx, tx, agency.id, id, acts.length - 1, [
      requestReceiptLetter({
        agency,
        number,
        requester,
        // Papers are filed once there is a case: what was looked at over the desk is all there is.
        authorised: authorityShown(requester, []),
        content,
        corrected: null,
        setting,
        ...concluded,
        on: ctx.today(),
      }),
    ])
  await appendAudit(tx, {
    agencyId: agency.id,
    actorId: opening.actorId,
    verb: opening.verb,
    target: number,
    detail: { via: concluded.folded.via },
  })
  await remindLater(ctx, tx, setting, {
    agencyId: agency.id,
    caseId: id,
    limit: projection.next_limit,
    dueOn: projection.next_due_on,
  })
  return { id, number, queryCode }
}
