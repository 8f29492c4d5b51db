/** What the walk does beside the acts: parts and twins, the section's work, notes, the requester's own deeds, the year's archive. */
import { randomUUID } from 'node:crypto'
import { addDays, type LocalDate, localDate } from '../../src/law/date.ts'
import type { Result } from '../../src/law/refusal.ts'
import { LOOKS_LIKE } from '../../src/law/requests/triage.ts'
import { archiveSeveral } from '../../src/office/archive/archive-several.ts'
import { decideErasure, erasureOf, proposeErasure } from '../../src/office/archive/erase.ts'
import { setRetention } from '../../src/office/archive/view-archive.ts'
import { assignMany } from '../../src/office/desk/assign-many.ts'
import { wishMail } from '../../src/office/mail/post.ts'
import { handleMessage } from '../../src/office/requester/requester-side.ts'
import { chooseService } from '../../src/office/requester/service-choice.ts'
import {
  confirmContact,
  giveFeedback,
  giveReasons,
  submitCorrection,
  tellPayment,
  withdrawOwn,
} from '../../src/office/requester/write-to-office.ts'
import { addNote, assignCase } from '../../src/office/requests/annotate.ts'
import { completeRequester } from '../../src/office/requests/complete-requester.ts'
import { decideConversion, proposeConversion } from '../../src/office/requests/conversion.ts'
import { correctMailNumber } from '../../src/office/requests/correct-mail-number.ts'
import { noteIncomingMail } from '../../src/office/requests/note-incoming-mail.ts'
import { receiveRequest } from '../../src/office/requests/receive-request.ts'
import { registerGroup } from '../../src/office/requests/register-request.ts'
import { keepTwins, withdrawTwin } from '../../src/office/requests/settle-twin.ts'
import { splitRequest } from '../../src/office/requests/split-request.ts'
import { classify } from '../../src/office/requests/view-intake.ts'
import { refusalFor } from '../../src/record/requests/may.ts'
import { type OwnDeed, OWN_DEEDS, ownDeeds, USEFULNESS } from '../../src/record/requests/requester-side.ts'
import { openDispatches } from '../../src/record/requests/service.ts'
import { messagesOf } from '../../src/store/requester-side.sql.ts'
import { CONTENT, must, REQUESTER } from './county.ts'
import type { Ground, KnownCase } from './walk-ground.ts'

/** Whoever asks without having said where to reach them: it is supplied later. */
export const BARE = { ...REQUESTER, phone: '', email: '' }
const PARTS = ['划分方案', '划分依据', '听证记录'].map((subject) => ({ subject, description: `请提供${subject}。` }))
/** Later than every period of retention that is not for ever. */
const LONG_AFTER = localDate('2100-01-04')

export function walkBeside(ground: Ground) {
  const { place, office, bureau, pick, among } = ground
  const [clerk, officeHead] = [place.actor('clerk'), place.actor('officeHead')]
  const { section } = place.ids
  const ownOf = (number: string, queryCode: string) => ({ agencyId: bureau, number, queryCode })

  /** A deed on the version of the case that is read here. */
  async function onVersion(
    kind: string,
    { id: caseId }: KnownCase,
    deed: (command: { caseId: string; commandId: string; seen: number }) => Promise<Result<unknown>>,
  ): Promise<boolean> {
    const { recorded } = await ground.situation(caseId, ground.today())
    return ground.command(kind, (commandId) => deed({ caseId, commandId, seen: recorded.length }))
  }

  async function split(one: KnownCase): Promise<void> {
    const { situation } = await ground.situation(one.id, ground.today())
    if (refusalFor('split', situation)) return
    const items = PARTS.slice(0, 2 + pick(2))
    const through = await onVersion('split', one, (command) => splitRequest(office, clerk, { ...command, items }))
    if (!through) return
    const parts = await office.db
      .selectFrom('case_link')
      .select('other_id')
      .where('agency_id', '=', bureau)
      .where('case_id', '=', one.id)
      .where('kind', '=', 'split')
      .execute()
    for (const { other_id: id } of parts) ground.addCase({ id, own: null })
  }

  const DEEDS: Record<string, (one: KnownCase) => Promise<unknown>> = {
    split,
    'requests.settleTwin: separate': (one) =>
      ground.tally(
        'requests.settleTwin: separate',
        keepTwins(office, clerk, { caseId: one.id, otherId: among(ground.known).id }),
      ),
    'requests.settleTwin: mistake': (one) => {
      const consent = among(['', '1月9日电话同意'])
      const otherId = among(ground.known).id
      return onVersion('requests.settleTwin: mistake', one, (command) =>
        withdrawTwin(office, clerk, { ...command, otherId, consent }),
      )
    },
    'requests.registerGroup': async () => {
      const on = ground.today()
      const others = [{ ...REQUESTER, idNumber: 'B7654321' }]
      const opened = await ground.opening('requests.registerGroup', (commandId) =>
        registerGroup(office, clerk, {
          commandId,
          requester: REQUESTER,
          others,
          content: CONTENT,
          via: 'in-person',
          submittedOn: on,
          receivedOn: null,
        }),
      )
      for (const { id, number, queryCode } of opened ?? []) ground.addCase({ id, own: ownOf(number, queryCode) })
    },
    'requests.submit': async () => {
      const content = { ...CONTENT, delivery: 'electronic' as const }
      const requester = { ...REQUESTER, email: 'walk@example.invalid' }
      const opened = await ground.opening('requests.submit', (commandId) =>
        receiveRequest(office, { agencyId: bureau, commandId, requester, content, files: [] }),
      )
      if (opened) ground.addCase({ id: opened.id, own: ownOf(opened.number, opened.queryCode) })
    },
    'requests.note': ({ id: caseId }) =>
      ground.opening('requests.note', (commandId) => addNote(office, clerk, { caseId, commandId, text: '已电话核对' })),
    'requests.classify': ({ id: caseId }) =>
      ground.tally(
        'requests.classify',
        classify(office, clerk, { caseId, looksLike: among(LOOKS_LIKE), unclear: pick(2) === 0 }),
      ),
    'requests.assign': ({ id: caseId }) => {
      const dueOn = pick(2) === 0 ? addDays(ground.today(), 3) : null
      const sectionId = among([section, null])
      return ground.tally('requests.assign', assignCase(office, clerk, { caseId, sectionId, officerId: null, dueOn }))
    },
    'desk.assign': async () => {
      const ids = ground.open.slice(0, 3).map(({ id }) => id)
      if (ids.length > 0)
        await ground.tally('desk.assign', assignMany(office, clerk, { ids, sectionId: among([section, null]), officerId: null }))
    },
    'requests.noteIncomingMail': ({ id: caseId }) =>
      ground.tally(
        'requests.noteIncomingMail',
        noteIncomingMail(office, clerk, { caseId, number: among(['1234567890123', '1234567890124']) }),
      ),
    'requests.complete': ({ id: caseId }) =>
      ground.tally('requests.complete', completeRequester(office, clerk, { caseId, completion: { phone: REQUESTER.phone } })),
    'requests.proposeConversion': (one) =>
      onVersion('requests.proposeConversion', one, (command) =>
        proposeConversion(office, clerk, { ...command, information: '学区划分方案', reason: '多人申请' }),
      ),
    'requests.decideConversion': (one) => {
      const decision = among([
        { result: 'declined' as const, because: '仅涉及申请人', documentId: null, link: '' },
        { result: 'converted' as const, because: '', documentId: null, link: 'https://example.invalid/1' },
      ])
      return onVersion('requests.decideConversion', one, (command) =>
        decideConversion(office, officeHead, { ...command, ...decision }),
      )
    },
    'requests.correctMailNumber': async (one) => {
      const { situation } = await ground.situation(one.id, ground.today())
      const sent = openDispatches(situation.folded)[0]
      if (!sent) return
      const mailNumber = among(['1234567890125', '1234567890126'])
      await onVersion('requests.correctMailNumber', one, (command) =>
        correctMailNumber(office, clerk, { ...command, of: sent.seq, mailNumber }),
      )
    },
    'archive.closeSeveral': async () => {
      const chosen = [...new Set([among(ground.known).id, among(ground.known).id, among(ground.known).id])]
      const items = await Promise.all(
        chosen.map(async (id) => {
          const { recorded } = await ground.situation(id, ground.today())
          return { of: 'case' as const, id, commandId: randomUUID(), seen: recorded.length }
        }),
      )
      const rows = must(await archiveSeveral(office, clerk, { on: ground.today(), items }))
      for (const { refusals } of rows)
        if (refusals.length === 0) ground.count('archive.closeSeveral')
        else ground.refuse('archive.closeSeveral', { refusals })
    },
    'archive.setRetention': () => {
      const [years30, years10] = ['years30', 'years10'] as const
      const rules = {
        disputed: years30,
        withheld: years30,
        disclosed: years10,
        otherReplies: years10,
        closedWithoutReply: years10,
        amendments: years10,
      }
      return ground.tally(
        'archive.setRetention',
        setRetention(office, officeHead, { from: ground.today(), rules, source: '县档案局审定' }),
      )
    },
    'requests.handleMessage': async ({ id: caseId }) => {
      const message = (await messagesOf(office.db, { agencyId: bureau, caseId })).find(({ handled_at }) => !handled_at)
      if (message) await ground.tally('requests.handleMessage', handleMessage(office, clerk, { caseId, messageId: message.id }))
    },
  }

  type Own = NonNullable<KnownCase['own']>
  const OWN: Record<OwnDeed, (own: Own, commandId: string) => Promise<Result<unknown>>> = {
    contact: (own, commandId) => confirmContact(office, own, { commandId, text: '', files: [] }),
    correction: (own, commandId) => submitCorrection(office, own, { commandId, text: '小学学段', files: [] }),
    reasons: (own, commandId) => giveReasons(office, own, { commandId, text: '研究所需', files: [] }),
    payment: (own, commandId) => tellPayment(office, own, { commandId, text: '已转账', files: [] }),
    feedback: (own, commandId) => giveFeedback(office, own, { commandId, text: '', files: [], useful: USEFULNESS[0] }),
    service: (own, commandId) => chooseService(office, own, { commandId, agreed: true }),
    mail: (own, commandId) => wishMail(office, own, { commandId, email: null }),
    withdraw: (own, commandId) => withdrawOwn(office, own, { commandId, confirmed: true }),
  }

  return {
    async step(): Promise<void> {
      const one = ground.open.length > 0 && pick(4) > 0 ? among(ground.open) : among(ground.known)
      if (pick(3) > 0) {
        await (DEEDS[among(Object.keys(DEEDS))] as (one: KnownCase) => Promise<unknown>)(one)
        return
      }
      // To withdraw ends a case: seldom.
      const { situation } = await ground.situation(one.id, ground.today())
      const may = pick(4) > 0 ? ownDeeds(situation) : OWN_DEEDS
      const deed = among(may.filter((kind) => kind !== 'withdraw' || pick(4) === 0))
      if (!deed) return
      const { own } = one
      if (own) await ground.tally(`own: ${deed}`, OWN[deed](own, randomUUID()))
    },
  }
}

/** 销毁 of everything whose period is over, long after the walk: one list is given back, the next approved. Gives the number of volumes. */
export async function eraseAll(ground: Ground): Promise<number> {
  const { place, office } = ground
  const [clerk, head] = [place.actor('clerk'), place.actor('head')]
  place.setToday(LONG_AFTER satisfies LocalDate)
  let erased = 0
  for (const approve of [false, true]) {
    const { due } = await erasureOf(office, clerk)
    const ids = (kind: 'case' | 'amendment') => due.filter(({ of }) => of === kind).map(({ id }) => id)
    if (due.length === 0) return erased
    const { id } = must(
      await proposeErasure(office, clerk, { caseIds: ids('case'), amendmentIds: ids('amendment'), basis: '保管期限已满' }),
    )
    ground.count('archive.proposeErasure')
    const decided = must(await decideErasure(office, head, { id, approve, because: approve ? '' : '请核对' }))
    ground.count('archive.decideErasure')
    erased += decided.erased
  }
  return erased
}
