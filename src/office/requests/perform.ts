/**
 * The six lines that every deed on a case has in common: permit → load → decide (pure) → write acts and projection →
 * queue effects → return, in one transaction.
 */
import { randomUUID } from 'node:crypto'
import { type LocalDate, yearOf } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import type { Letter, LetterCode } from '../../record/letters/model.ts'
import { familyOf, seriesNumber } from '../../record/letters/numbering.ts'
import type { ProofSheet } from '../../record/letters/proof-sheet.ts'
import type { WordingVersion } from '../../record/letters/wording.ts'
import type { Agency } from '../../record/people/agency.ts'
import type { Requester, RequestContent } from '../../record/people/requester.ts'
import { type Actor, permitted, type Verb } from '../../record/people/roles.ts'
import type { Act, ActKind, RecordedAct } from '../../record/requests/acts.ts'
import { correctedText } from '../../record/requests/corrected.ts'
import { authorityShown } from '../../record/requests/evidence.ts'
import { type Party, personsOf, withoutPersonalData } from '../../record/requests/plain-act.ts'
import { refusalFor, VERB_OF_ACT } from '../../record/requests/may.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { isDuplicate } from '../../store/database.ts'
import type { BasisText } from '../../law/basis/library.ts'
import { libraryOf } from '../basis/library.ts'
import {
  actsOf,
  appendActs,
  caseOfCommand,
  type CaseRow,
  filesOf,
  lockCase,
  nextNumber,
  partiesOf,
  recordCommand,
} from '../../store/requests.sql.ts'
import { numberingOn, wordingsOf } from '../../store/letters.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { agencyOn, legalSetting, type LegalSetting } from '../people/agencies.ts'
import { followUp } from '../requester/follow-up.ts'
import { contentNow } from '../requester/service-choice.ts'
import { remindLater } from '../oversight/remind.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { correctionTexts } from './correction-texts.ts'
import { nameInRegister } from './register-row.ts'
import { type Concluded, conclude, projectionOf } from './projection.ts'

export interface Command {
  caseId: string
  /** The same id again means the same deed again: it is done once. */
  commandId: string
  /** How many acts the person saw; another number means that someone was quicker. */
  seen: number
  /** The day the deed has effect, where it is not today: its letters print the agency as it was then. */
  on?: LocalDate
}

/** A letter to be issued with the acts: composed already, numbered, sealed when stored. */
export interface Issue {
  code: LetterCode
  letter: Letter
  addressedTo: 'requester' | 'thirdParty' | 'agency' | 'file'
  on: LocalDate
  /** Elements that the law wants in this letter and that are missing: with any, the deed is refused. */
  faults: Refusal[]
  /** 核对单 */
  sheet: ProofSheet
  /** It goes to somebody who asked in Tibetan. */
  translate: boolean
  /** The act that it belongs to, where it is not one of this deed. */
  actSeq?: number
}

export interface Decision {
  acts: Act[]
  letters?: Issue[]
  /** Who is asked for the first time. */
  party?: Party
  /** What the audit log says besides acts and letters. */
  detail?: Record<string, unknown>
  /** Other rows of the same deed: a party's sealed data, a draft's state. */
  also?: (tx: Tx) => Promise<void>
}

/** Everything a decision may look at. */
export interface Matter extends Concluded {
  /** The transaction that holds the case's lock: to read anything else through another session could wait for ever. */
  tx: OfficeContext['db']
  agency: Agency
  acts: RecordedAct[]
  /** 文号 of the letters issued so far. */
  letterNumbers: readonly string[]
  /** The agency's own wording of letters. */
  wordings: readonly WordingVersion[]
  row: CaseRow
  requester: Requester
  /** The authority of whoever speaks for the requester was shown. */
  authorised: boolean
  /** 第三方 asked so far, by the name that acts give them. */
  parties: ReadonlyMap<string, Party>
  content: RequestContent
  /** What is asked for since the correction; null where that has not changed. */
  corrected: string | null
  setting: LegalSetting
  /** What a decision may rest on. */
  library: readonly BasisText[]
  today: LocalDate
  actor: Actor
}

const CHANGED: Refusal = {
  code: 'changed-meanwhile',
  say: '您打开页面之后，他人已先行办理，案件已有变化。',
  then: '页面已刷新为最新情况，请核对后再办理；您填写的内容仍在。',
}

export function perform(
  ctx: OfficeContext,
  actor: Actor,
  command: Omit<Command, 'seen'> & { seen: number | null },
  verb: Verb,
  decide: Decide,
): Promise<Result<{ caseId: string }>> {
  return carryOut(ctx, actor, command, verb, decide, (row) =>
    permitted(actor, verb, { agencyId: row.agency_id, sectionId: row.section_id }),
  )
}

export type Decide = (matter: Matter) => Result<Decision> | Promise<Result<Decision>>

/** A deed by whoever: `mayDo` says whether the case is theirs. `seen: null`: the deed does not depend on what was seen. */
export async function carryOut(
  ctx: OfficeContext,
  by: Actor,
  command: Omit<Command, 'seen'> & { seen: number | null },
  verb: string,
  decide: Decide,
  mayDo: (row: CaseRow) => boolean,
): Promise<Result<{ caseId: string }>> {
  try {
    return await ctx.transact(async (tx) => {
      const row = await lockCase(tx, by.agencyId, command.caseId)
      if (!row) return refused(NOT_FOUND)
      if (!mayDo(row)) return refused(NOT_PERMITTED)
      // Behind the lock: of one command sent twice at the same moment the second waits here, and is answered like the first.
      const done = await caseOfCommand(tx, by.agencyId, command.commandId)
      if (done) return done === row.id ? ok({ caseId: done }) : refused(NOT_FOUND)
      if (command.seen !== null && row.acts !== command.seen) return refused(CHANGED)
      // Behind the lock: a change of the calendar that held this case has ended, and its days are read.
      const setting = await legalSetting({ db: tx, today: ctx.today }, by.agencyId)
      const before = await actsOf(tx, row.agency_id, row.id)
      const matter = await matterOf(ctx, tx, by, row, before, setting, command.on)
      const decided = await decide(matter)
      if (!decided.ok) return decided
      const letterFaults = decided.value.letters?.flatMap((one) => one.faults) ?? []
      if (letterFaults.length > 0) return refused(...letterFaults)
      await write(ctx, tx, by, command, verb, matter, before, decided.value)
      return ok({ caseId: row.id })
    })
  } catch (error) {
    if (isDuplicate(error))
      return (await caseOfCommand(ctx.db, by.agencyId, command.commandId)) ? ok({ caseId: command.caseId }) : refused(CHANGED)
    throw error
  }
}

/** After these the request may be asked for in other words than before. */
const RENAMES: readonly ActKind[] = ['correction-received', 'annulled']

export async function matterOf(
  ctx: OfficeContext,
  tx: OfficeContext['db'],
  actor: Actor,
  row: CaseRow,
  acts: RecordedAct[],
  setting: LegalSetting,
  on = ctx.today(),
): Promise<Matter> {
  const sealed = await tx
    .selectFrom('requester')
    .select('sealed')
    .where('agency_id', '=', row.agency_id)
    .where('id', '=', row.requester_id)
    .executeTakeFirstOrThrow()
  const letters = await tx
    .selectFrom('letter')
    .select('number')
    .where('agency_id', '=', row.agency_id)
    .where('case_id', '=', row.id)
    .execute()
  const parties = await partiesOf(tx, row.agency_id, row.id)
  const requester = ctx.vault.open<Requester>(sealed.sealed)
  const today = ctx.today()
  const concluded = conclude(acts, setting)
  return {
    tx,
    ...concluded,
    acts,
    letterNumbers: letters.map((letter) => letter.number),
    wordings: await wordingsOf(tx, row.agency_id),
    agency: await agencyOn(tx, row.agency_id, on),
    row,
    requester,
    authorised: authorityShown(requester, await filesOf(tx, row.agency_id, row.id)),
    parties: new Map(parties.map((party) => [party.key, ctx.vault.open<Party>(party.sealed)])),
    content: await contentNow(ctx, tx, row, requester),
    corrected: correctedText(concluded.folded, await correctionTexts(ctx, tx, row)),
    setting,
    library: await libraryOf(tx, row.agency_id),
    today,
    actor,
  }
}

async function write(
  ctx: OfficeContext,
  tx: Tx,
  actor: Actor,
  command: Pick<Command, 'commandId'>,
  verb: string,
  matter: Matter,
  before: RecordedAct[],
  decision: Decision,
): Promise<void> {
  const { row, setting } = matter
  const persons = personsOf(matter.requester, [...matter.parties.values(), ...(decision.party ? [decision.party] : [])])
  const acts = decision.acts.map((act) => withoutPersonalData(act, persons))
  await recordCommand(tx, row.agency_id, command.commandId, row.id)
  const recordedAt = ctx.now()
  await appendActs(
    tx,
    { agencyId: row.agency_id, caseId: row.id, from: before.length, actorId: actor.id, commandId: command.commandId, recordedAt },
    acts,
  )
  const after = acts.map((act, index) => ({
    seq: before.length + index,
    act,
    recordedAt: recordedAt.toISOString(),
    actorId: actor.id,
  }))
  const concluded = conclude([...before, ...after], setting)
  const projection = projectionOf(concluded, row, setting)
  await tx.updateTable('request_case').set(projection).where('agency_id', '=', row.agency_id).where('id', '=', row.id).execute()
  const stored = await storeLetters(ctx, tx, row.agency_id, row.id, before.length, decision.letters ?? [])
  await decision.also?.(tx)
  if (acts.some(({ kind }) => RENAMES.includes(kind))) await nameInRegister(ctx, tx, row, concluded.folded)
  await followUp(ctx, tx, { ...matter, ...concluded }, after)
  await appendAudit(tx, {
    agencyId: row.agency_id,
    actorId: actor.id,
    verb,
    target: row.number,
    detail: { ...decision.detail, acts: decision.acts.map((act) => act.kind), letters: stored.map(({ number }) => number) },
  })
  if (acts.length === 0) return
  await remindLater(ctx, tx, setting, {
    agencyId: row.agency_id,
    caseId: row.id,
    limit: projection.next_limit,
    dueOn: projection.next_due_on,
  })
}

/** Stores what was issued, sealed; gives ids and final numbers in the same order. Numbers of a series are drawn here, in the deed's own transaction. */
export async function storeLetters(
  ctx: OfficeContext,
  tx: Tx,
  agencyId: string,
  caseId: string,
  actSeq: number,
  issues: Issue[],
): Promise<{ id: string; number: string }[]> {
  const stored: { id: string; number: string }[] = []
  for (const { code, letter, addressedTo, on, sheet, translate, actSeq: own } of issues) {
    const id = randomUUID()
    const number = (await numberFromSeries(tx, agencyId, code, on)) ?? letter.number
    stored.push({ id, number })
    await tx
      .insertInto('letter')
      .values({
        agency_id: agencyId,
        case_id: caseId,
        id,
        act_seq: own ?? actSeq,
        code,
        number,
        issued_on: on,
        addressed_to: addressedTo,
        sealed: ctx.vault.seal({ ...letter, number }),
        sheet: ctx.vault.seal({ ...sheet, number }),
      })
      .execute()
    if (translate) await tx.insertInto('letter_translation').values({ agency_id: agencyId, letter_id: id }).execute()
  }
  return stored
}

/** The next number of the letter's series, where its family has one on that day. */
async function numberFromSeries(tx: Tx, agencyId: string, code: LetterCode, on: LocalDate): Promise<string | null> {
  const word = (await numberingOn(tx, agencyId, on))?.words[familyOf(code)]
  return word ? seriesNumber(word, on, await nextNumber(tx, agencyId, `letter ${word}`, yearOf(on))) : null
}

/** Guards one act with the same function that greys the console's buttons. */
export function guard(matter: Matter, kind: ActKind, on: LocalDate): Result<void> {
  if (!permitted(matter.actor, VERB_OF_ACT[kind], { agencyId: matter.row.agency_id, sectionId: matter.row.section_id }))
    return refused(NOT_PERMITTED)
  const refusal = refusalFor(kind, {
    folded: matter.folded,
    clock: matter.clock,
    calendar: matter.setting.calendar,
    on,
    today: matter.today,
  })
  return refusal ? refused({ ...refusal, field: refusal.field ?? 'on' }) : ok(undefined)
}
