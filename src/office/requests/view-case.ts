import { chineseDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import type { Letter } from '../../record/letters/model.ts'
import { namesRequester, withoutRequester } from '../../record/letters/public-copy.ts'
import { maskRequester, type Requester, type RequestContent } from '../../record/people/requester.ts'
import { type Actor, permitted, type Target } from '../../record/people/roles.ts'
import { ACT_WORDS, isClockAct } from '../../record/requests/acts.ts'
import { actDetail } from '../../record/requests/act-words.ts'
import { correctedText } from '../../record/requests/corrected.ts'
import { daysLeft } from '../../record/requests/days-left.ts'
import { refusalToAttach } from '../../record/requests/checks-archive.ts'
import { EVIDENCE_KINDS, showsAuthority, showsIdentity } from '../../record/requests/evidence.ts'
import { maySend } from '../../record/requests/may-send.ts'
import { may } from '../../record/requests/may.ts'
import { withoutPersons } from '../../record/requests/plain-act.ts'
import { awaitedReviews, reviewFaults } from '../../record/requests/reviews.ts'
import { sendingOf, shownSending } from '../../record/requests/sending.ts'
import { ribbon } from '../../record/requests/ribbon.ts'
import { shownSteps } from '../../record/requests/shown-steps.ts'
import type { CaseView, DraftView, LetterRow } from '../../record/requests/view.ts'
import { appendAudit, hasEntrySince } from '../../store/audit.sql.ts'
import { officersOf, sectionsOf } from '../../store/people.sql.ts'
import {
  actsOf,
  type CaseRow,
  draftOf,
  fileKindChanges,
  filesOf,
  findCase,
  lettersOf,
  notesOf,
} from '../../store/requests.sql.ts'
import { filedById, formerLettersOf } from '../../store/letters.sql.ts'
import { incomingMailOf } from '../../store/intake.sql.ts'
import { waitsForOpening } from '../../store/requester-side.sql.ts'
import type { OfficeContext } from '../context.ts'
import { PUBLIC_ACTOR_ID, SYSTEM_ACTOR_ID } from '../context.ts'
import { mayCorrectKind } from '../files/correct-kind.ts'
import { withTranslation } from '../letters/translations.ts'
import { agencyOn, legalSetting } from '../people/agencies.ts'
import { colleaguesOn } from '../people/colleagues.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { approversOn, reviewersOf } from './awaited.ts'
import { correctionTexts, lateCorrection } from './correction-texts.ts'
import { contentOf, mayDraft } from './draft-reply.ts'
import { partiesIn, personsIn, requesterOf } from './persons.ts'
import { conclude } from './projection.ts'
import { shownSubject } from './register-row.ts'

async function caseFor(ctx: OfficeContext, actor: Actor, id: string): Promise<Result<CaseRow>> {
  const row = await findCase(ctx.db, actor.agencyId, id)
  if (!row || !permitted(actor, 'requests.view', { agencyId: row.agency_id, sectionId: row.section_id }))
    return refused(NOT_FOUND)
  return ok(row)
}

const ONE_READING_MS = 3_600_000

/** 打开案件: what the requester wrote is opened, so who read it is in the audit log; again within the hour is one reading. */
export async function openCasePage(ctx: OfficeContext, actor: Actor, id: string): Promise<Result<CaseView>> {
  const view = await viewCase(ctx, actor, id)
  if (!view.ok) return view
  const entry = { agencyId: actor.agencyId, actorId: actor.id, verb: 'requests.view', target: view.value.number }
  if (!(await hasEntrySince(ctx.db, entry, new Date(Date.now() - ONE_READING_MS))))
    await ctx.transact((tx) => appendAudit(tx, entry))
  return view
}

/** 案件: everything one screen tells of a case, with what this actor may do now. */
export async function viewCase(ctx: OfficeContext, actor: Actor, id: string): Promise<Result<CaseView>> {
  const found = await caseFor(ctx, actor, id)
  if (!found.ok) return found
  const row = found.value
  const [agency, setting, acts, letters, former, files, kinds, notes, draft, sections, officers, requester, online, texts, mail] =
    await Promise.all([
      agencyOn(ctx.db, row.agency_id, ctx.today()),
      legalSetting(ctx, row.agency_id),
      actsOf(ctx.db, row.agency_id, row.id),
      lettersOf(ctx.db, row.agency_id, row.id),
      formerLettersOf(ctx.db, row.agency_id, row.id),
      filesOf(ctx.db, row.agency_id, row.id),
      fileKindChanges(ctx.db, row.agency_id, row.id),
      notesOf(ctx.db, row.agency_id, row.id),
      draftOf(ctx.db, row.agency_id, row.id),
      sectionsOf(ctx.db, row.agency_id),
      officersOf(ctx.db, row.agency_id),
      requesterOf(ctx, row),
      waitsForOpening(ctx.db, row.agency_id, [row.id]),
      correctionTexts(ctx, ctx.db, row),
      incomingMailOf(ctx.db, row.agency_id, row.id),
    ])
  const today = ctx.today()
  const approvers = await approversOn(ctx.db, row.agency_id, officers, today)
  const { folded, clock } = conclude(acts, setting)
  const late = clock.phase === 'awaitingCorrection' ? await lateCorrection(ctx, ctx.db, row) : null
  const waiting = online.get(row.id)
  const sending = shownSending(sendingOf(folded), waiting !== undefined && (waiting.openBy ?? today) >= today)
  const timed = folded.live.map(({ act }) => act).filter(isClockAct)
  const target = { agencyId: row.agency_id, sectionId: row.section_id }
  const situation = { folded, clock, calendar: setting.calendar, on: today, today }
  const filed = letters.map((letter) => ({
    id: letter.id,
    code: letter.code as Letter['code'],
    title: ctx.vault.open<Letter>(letter.sealed).title,
    number: letter.number,
    issuedOn: letter.issued_on,
    addressedTo: letter.addressed_to,
    actSeq: letter.act_seq,
  }))
  const mayFile = permitted(actor, 'requests.note', target) && refusalToAttach(folded) === null
  const names = new Map(officers.map((officer) => [officer.id, officer.name]))
  const nameOf = (actorId: string) =>
    actorId === PUBLIC_ACTOR_ID ? '申请人' : actorId === SYSTEM_ACTOR_ID ? '系统' : (names.get(actorId) ?? '（已离任人员）')
  return ok({
    id: row.id,
    number: row.number,
    agencyName: agency.details.name,
    subject: shownSubject(ctx, row),
    via: row.via,
    requester: maskRequester(requester),
    content: ctx.vault.open<RequestContent>(row.content),
    incomingMail: incomingMail(mail, nameOf),
    mayNoteIncomingMail:
      row.via === 'signed-mail' && permitted(actor, 'requests.register', target) && refusalToAttach(folded) === null,
    corrected: correctedText(folded, texts),
    lateCorrection: late,
    phase: clock.phase,
    receivedOn: folded.receivedOn,
    submittedOn: row.submitted_on,
    closedOn: folded.closedOn,
    outcome: folded.outcome,
    clock,
    left: daysLeft({
      due: row.next_due_on,
      replyDue: clock.due,
      sending,
      openEnd: row.open_end,
      phase: clock.phase,
      today,
      calendar: setting.calendar,
    }),
    sending,
    limits: clock.limits,
    clockSteps: shownSteps(clock, timed, setting),
    ribbon: ribbon(clock, timed, setting, today),
    acts: folded.acts.map(({ seq, act, recordedAt, actorId }) => ({
      seq,
      kind: act.kind,
      on: act.on,
      words: ACT_WORDS[act.kind],
      detail: actDetail(act),
      written: texts.get(seq) || null,
      recordedAt,
      actorName: nameOf(actorId),
      annulled: folded.annulled.has(seq),
      act,
    })),
    consultations: folded.consultations,
    letters: filed,
    formerLetters: former.map((one) => formerLetter(ctx, one)),
    files: files.map((file) => ({
      id: file.id,
      hash: file.hash,
      // People name such files after themselves.
      name: mayOpen(actor, target, file.purpose) ? ctx.vault.open<string>(file.sealed_name) : file.purpose,
      mayOpen: mayOpen(actor, target, file.purpose),
      mediaType: file.media_type,
      size: file.size,
      purpose: file.purpose,
      formerly: kinds
        .filter(({ file_id }) => file_id === file.id)
        .map(({ former, on_date, changed_by }) => ({ kind: former, on: on_date, by: nameOf(changed_by) })),
      otherKinds: EVIDENCE_KINDS.filter((kind) => mayFile && mayCorrectKind(actor, target, file.purpose, kind)),
    })),
    notes: notes.map((note) => ({
      id: note.id,
      officerName: note.officer_name,
      writtenAt: note.written_at.toISOString(),
      text: ctx.vault.open<string>(note.sealed),
    })),
    draft: draft
      ? draftView(
          ctx,
          draft,
          nameOf,
          draft.state === 'submitted'
            ? {
                unreviewed: reviewFaults(folded, draft, setting.readings),
                awaits: awaitedReviews(folded, draft, setting.readings, reviewersOf(officers)),
              }
            : { unreviewed: [], awaits: '' },
        )
      : null,
    approvers: approvers.flatMap(({ id: approver, words }) => (draft?.drafters.includes(approver) ? [] : words)),
    may: maySend(may(situation, actor, target), folded, filed, today),
    mayDraft: mayDraft(situation, actor, target),
    mayUnmask: permitted(actor, 'requests.unmask', target),
    mayNote: permitted(actor, 'requests.note', target),
    evidenceKinds: EVIDENCE_KINDS.filter((kind) => !showsAuthority(kind) || permitted(actor, 'requests.register', target)),
    mayAttach: mayFile,
    mayAssign: permitted(actor, 'requests.assign', target),
    version: acts.length,
    section: sections.find((section) => section.id === row.section_id) ?? null,
    officer: row.officer_id ? { id: row.officer_id, name: nameOf(row.officer_id) } : null,
    sections,
    officers: await colleaguesOn(ctx.db, row.agency_id, officers, today),
    today,
  })
}

/** What a rewritten letter said before: kept to be read, sent to nobody. */
function formerLetter(ctx: OfficeContext, former: Awaited<ReturnType<typeof formerLettersOf>>[number]): LetterRow {
  const { title } = ctx.vault.open<Letter>(former.sealed)
  return {
    id: former.id,
    code: former.code as Letter['code'],
    title: `${title}（${chineseDate(former.replaced_on)}重写前，未发出）`,
    number: former.number,
    issuedOn: former.issued_on,
    addressedTo: 'file',
    actSeq: former.act_seq,
  }
}

function incomingMail(
  noted: Awaited<ReturnType<typeof incomingMailOf>>,
  nameOf: (id: string) => string,
): CaseView['incomingMail'] {
  const last = noted.at(-1)
  return last
    ? {
        number: last.number,
        on: last.noted_on,
        by: nameOf(last.noted_by),
        formerly: noted.slice(0, -1).map(({ number }) => number),
      }
    : null
}

function draftView(
  ctx: OfficeContext,
  draft: NonNullable<Awaited<ReturnType<typeof draftOf>>>,
  nameOf: (id: string) => string,
  reviews: Pick<DraftView, 'unreviewed' | 'awaits'>,
): DraftView {
  return {
    version: draft.version,
    state: draft.state,
    digest: draft.digest,
    content: contentOf(ctx, draft),
    returnedBecause: draft.returned_because,
    updatedBy: nameOf(draft.updated_by),
    updatedAt: draft.updated_at.toISOString(),
    ...reviews,
  }
}

/** 查看个人信息: opens what is masked; who, when and why are in the audit log before the answer goes out. */
export async function unmask(
  ctx: OfficeContext,
  actor: Actor,
  input: { id: string; reason: string },
): Promise<Result<{ requester: Requester }>> {
  const found = await caseFor(ctx, actor, input.id)
  if (!found.ok) return found
  const row = found.value
  if (!permitted(actor, 'requests.unmask', { agencyId: row.agency_id, sectionId: row.section_id })) return refused(NOT_PERMITTED)
  const [requester, persons] = await Promise.all([requesterOf(ctx, row), personsIn(ctx, row)])
  await ctx.transact((tx) =>
    appendAudit(tx, {
      agencyId: row.agency_id,
      actorId: actor.id,
      verb: 'requests.unmask',
      target: row.number,
      detail: { reason: withoutPersons(input.reason, persons) },
    }),
  )
  return ok({ requester })
}

/** A letter as issued, for its PDF or DOCX. Opening one shows a name and an address: it is recorded. */
export async function viewLetter(ctx: OfficeContext, actor: Actor, letterId: string): Promise<Result<Letter>> {
  const letter = await filedById(ctx.db, actor.agencyId, letterId)
  if (!letter) return refused(NOT_FOUND)
  const found = await caseFor(ctx, actor, letter.case_id)
  if (!found.ok) return found
  await ctx.transact((tx) =>
    appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'requests.readLetter',
      target: letter.number,
      detail: { code: letter.code },
    }),
  )
  return ok(await withTranslation(ctx, actor.agencyId, letter.id, ctx.vault.open<Letter>(letter.sealed)))
}

/** The letter's 公开版: without the requester and third parties. It is no reading of personal data, but who made it is recorded. */
export async function publicLetter(ctx: OfficeContext, actor: Actor, letterId: string): Promise<Result<Letter>> {
  const letter = await viewLetter(ctx, actor, letterId)
  if (!letter.ok) return letter
  const filed = await filedById(ctx.db, actor.agencyId, letterId)
  if (!filed) return refused(NOT_FOUND)
  const found = await caseFor(ctx, actor, filed.case_id)
  if (!found.ok) return found
  const [requester, parties] = await Promise.all([requesterOf(ctx, found.value), partiesIn(ctx, found.value)])
  const copy = withoutRequester(letter.value, requester, parties)
  if (namesRequester(copy, requester)) throw new Error('a public copy still names its requester')
  return ok(copy)
}

function mayOpen(actor: Actor, target: Target, purpose: string): boolean {
  return !showsIdentity(purpose) || permitted(actor, 'requests.unmask', target)
}

/** An attachment's bytes. Recorded like a letter. */
export async function readFile(
  ctx: OfficeContext,
  actor: Actor,
  fileId: string,
): Promise<Result<{ name: string; mediaType: string; bytes: Buffer }>> {
  const file = await ctx.db
    .selectFrom('stored_file')
    .selectAll()
    .where('agency_id', '=', actor.agencyId)
    .where('id', '=', fileId)
    .executeTakeFirst()
  if (!file?.case_id) return refused(NOT_FOUND)
  const found = await caseFor(ctx, actor, file.case_id)
  if (!found.ok) return found
  if (!mayOpen(actor, { agencyId: found.value.agency_id, sectionId: found.value.section_id }, file.purpose))
    return refused(NOT_PERMITTED)
  await ctx.transact((tx) =>
    appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'requests.readFile',
      target: found.value.number,
      detail: { file: file.id },
    }),
  )
  return ok({ name: ctx.vault.open<string>(file.sealed_name), mediaType: file.media_type, bytes: await ctx.files.get(file.hash) })
}
