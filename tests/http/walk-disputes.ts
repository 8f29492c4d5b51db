/** 争议卷 in the walk: complaints, reconsiderations and suits over replies and over amendments, from the notice to the last paper. */
import { randomUUID } from 'node:crypto'
import { addDays } from '../../src/law/date.ts'
import { DISPUTE_PATHS, type DisputeResult, resultsOf } from '../../src/law/oversight/results.ts'
import { openAmendmentDispute } from '../../src/office/disputes/amendment-dispute.ts'
import { learn } from '../../src/office/disputes/lessons.ts'
import { openDispute } from '../../src/office/disputes/open-dispute.ts'
import { savePapers } from '../../src/office/disputes/papers.ts'
import { recordDispute } from '../../src/office/disputes/record-dispute.ts'
import { CLAIMANTS, type DisputeAct, type DisputeActKind, type DisputeActOf, SUIT_AFTER } from '../../src/record/disputes/acts.ts'
import { type DisputeCase, foldDispute } from '../../src/record/disputes/fold.ts'
import { LESSON_CATEGORIES } from '../../src/record/disputes/lessons.ts'
import { kindRefusal, RECORDED_KINDS } from '../../src/record/disputes/may.ts'
import { refusalFor } from '../../src/record/requests/may.ts'
import { disputeActs, latestPapers } from '../../src/store/disputes.sql.ts'
import type { Ground } from './walk-ground.ts'

/** So many files are worked on at once; the others rest, as in life. */
const FILES_AT_ONCE = 8

export function walkDisputes(ground: Ground) {
  const { place, office, bureau, pick, among } = ground
  const clerk = place.actor('clerk')
  const files: string[] = []

  function notice(): DisputeActOf<'opened'> {
    const on = addDays(ground.today(), -pick(3))
    const path = among(DISPUTE_PATHS)
    const after = among(SUIT_AFTER)
    return {
      kind: 'opened',
      on,
      path,
      procedure: path === 'reconsideration' && pick(3) === 0 ? 'simplified' : 'ordinary',
      claimant: pick(4) === 0 ? 'thirdParty' : among(CLAIMANTS),
      ...(path === 'reconsideration' && pick(4) > 0 ? { acceptedOn: addDays(on, -pick(3)) } : {}),
      ...(path === 'litigationAfterReconsideration'
        ? { after, ...(after === 'decided' ? {} : { endedOn: addDays(on, -1 - pick(9)) }) }
        : {}),
      ...(path === 'complaint' && pick(2) === 0 ? { answerBy: addDays(on, 15) } : {}),
      ...(pick(3) === 0 ? { reference: `对方文号${pick(9)}` } : {}),
    }
  }

  /** The command's id is the file's. */
  async function opened(kind: string, open: (commandId: string) => ReturnType<typeof openDispute>): Promise<void> {
    const made = await ground.opening(kind, open)
    if (!made) return
    files.push(made.disputeId)
    if (files.length > FILES_AT_ONCE) files.shift()
  }

  async function openOverReply(): Promise<void> {
    const known = pick(3) > 0 && ground.open.length > 0 ? among(ground.open) : among(ground.known)
    const act = notice()
    const { situation } = await ground.situation(known.id, act.on)
    if (refusalFor('disputed', situation)) return
    await opened('dispute: opened', (commandId) => openDispute(office, clerk, { commandId, caseId: known.id, opened: act }))
  }

  function openOverAmendment(amendmentId: string): Promise<void> {
    const act = notice()
    return opened('dispute: openOverAmendment', (commandId) =>
      openAmendmentDispute(office, clerk, { commandId, amendmentId, opened: act }),
    )
  }

  const MAKE: { [K in Exclude<DisputeActKind, 'opened'>]: (folded: DisputeCase) => Omit<DisputeActOf<K>, 'kind' | 'on'> } = {
    answered: () => ({ proof: '挂号信' }),
    switched: () => ({}),
    prolonged: () => ({}),
    decided: ({ opened: { path } }) => ({
      result: among(Object.keys(resultsOf(path)) as DisputeResult[]),
      answerAgain: pick(2) === 0,
      ...(pick(3) === 0 ? { performBy: addDays(ground.today(), 30) } : {}),
    }),
    appealed: () => ({ by: pick(2) === 0 ? 'agency' : 'claimant' }),
    effective: () => ({}),
    'opinion-received': () => ({ number: '云政复意〔2024〕1号' }),
    'opinion-reported': () => ({ proof: '书面报告' }),
    performed: () => ({}),
    annulled: ({ live }) => ({ of: among(live.slice(1)).seq, reason: '登记有误' }),
  }

  async function record(id: string): Promise<void> {
    const acts = (await disputeActs(office.db, bureau, [id])).get(id) ?? []
    const folded = foldDispute(acts)
    const possible = RECORDED_KINDS.filter((kind) => !kindRefusal(folded, kind))
    const usual = possible.filter((kind) => kind !== 'annulled')
    const kind = usual.length > 0 && pick(6) > 0 ? among(usual) : among(possible)
    if (!kind) return
    const act = { kind, on: addDays(ground.today(), -pick(2)), ...MAKE[kind](folded) } as DisputeAct
    await ground.command(`dispute: ${kind}`, (commandId) =>
      recordDispute(office, clerk, { commandId, disputeId: id, seen: acts.length, act }),
    )
  }

  async function write(id: string): Promise<void> {
    if (pick(2) === 0) {
      const text = '检索范围应当写明到科室。'
      await ground.tally(
        'dispute: learn',
        learn(office, clerk, { disputeId: id, commandId: randomUUID(), category: among(LESSON_CATEGORIES), text }),
      )
      return
    }
    const papers = await latestPapers(office.db, bureau, id)
    const content = { request: '请求维持', facts: '经过', grounds: '理由', evidence: [] }
    const version = papers?.version ?? 0
    await ground.tally('dispute: savePapers', savePapers(office, clerk, { disputeId: id, version, content }))
  }

  return {
    openOverAmendment,
    async step(): Promise<void> {
      const file = files.length > 0 && pick(3) > 0 ? among(files) : null
      if (!file) return openOverReply()
      return pick(8) === 0 ? write(file) : record(file)
    },
  }
}
