/**
 * 渠道发布的作业: each document at each outlet by itself; one that fails holds up no other and is tried again. What was handed over
 * and is not confirmed yet is asked after; what is confirmed is read again every day and held against what was released.
 */
import type { OutletKind } from '../../law/publication/outlets.ts'
import type { Agency } from '../../record/people/agency.ts'
import type { PublishedDocument } from '../../record/publication/document.ts'
import { type OutletProof, type OutletState, retryAfter } from '../../record/publication/outlet-items.ts'
import { faultWords } from '../../record/publication/outlet-view.ts'
import {
  addOutletEvent,
  lockItem,
  nextDueAt,
  outletItem,
  type StoredOutletItem,
  takeItem,
  updateItem,
} from '../../store/outlets.sql.ts'
import { agencyById } from '../../store/people.sql.ts'
import type { OfficeContext } from '../context.ts'
import { readDocument } from './browse.ts'

/** One document for one outlet. */
export interface OutletMatter {
  agency: Agency
  documentId: string
  /** The edition that is to stand there. */
  editionId: string
  settings: Readonly<Record<string, string>>
  secret: string | null
  proof: OutletProof
  /** Writes down what the outlet gave so far: a try that is cut off goes on from there and does nothing twice. */
  keep(proof: OutletProof): Promise<void>
}
export type Shown = OutletMatter & { document: PublishedDocument }

/** `code` is shown to people and kept: nothing of the answer's own words. `byHand`: a person can do what the machine may not. */
export type Brought =
  | { ok: true; state: 'sent' | 'confirmed'; proof: OutletProof }
  | { ok: false; code: string; permanent: boolean; byHand?: boolean }

/** How an outlet of a kind is reached. Never throws for what the other side did: that is an answer. */
export interface OutletAdapter {
  /** Brings it there, or brings what stands there up to date. */
  deliver(matter: Shown): Promise<Brought>
  /** Reads what stands there and holds it against what was released. */
  verify(matter: Shown): Promise<Brought>
  /** Takes it back; well also where it is gone already. */
  withdraw(matter: OutletMatter): Promise<Brought>
}
export type OutletAdapters = Partial<Record<OutletKind, OutletAdapter>>

const SECOND_MS = 1000
/** Longer than any outlet takes: a whole column of files is written in minutes. */
const LEASE_MS = 600 * SECOND_MS
const DAY_MS = 86_400 * SECOND_MS
/** What is due within so long is waited for: the first tries follow each other quickly. */
const PATIENCE_MS = 2 * SECOND_MS
/** Asked soon, since most are published at once, then ever more rarely. */
const FIRST_QUESTION_MS = 300
const LONGEST_BETWEEN_MS = 600 * SECOND_MS
/** Asked so often whether it was published; the last time about a day after it was handed over. */
const MOST_QUESTIONS = 150

export async function sendToOutlets(
  ctx: OfficeContext,
  adapters: OutletAdapters,
  clock: () => Date = () => new Date(),
): Promise<{ done: number; failed: number }> {
  const result = { done: 0, failed: 0 }
  for (;;) {
    const now = clock()
    const item = await takeItem(ctx.db, now, new Date(now.getTime() + LEASE_MS))
    if (item) {
      const { state } = await turnTo(ctx, adapters, item, clock)
      if (state === 'confirmed' || state === 'withdrawn') result.done += 1
      if (state === 'failed' || state === 'leaveFailed') result.failed += 1
      continue
    }
    const due = await nextDueAt(ctx.db)
    const wait = due ? due.getTime() - clock().getTime() : Number.POSITIVE_INFINITY
    if (wait > PATIENCE_MS) return result
    await new Promise((done) => setTimeout(done, Math.max(wait, 50)))
  }
}

/** Nothing of an error's words is kept: they may hold what the other side said. */
const OUR_FAULT: Brought = { ok: false, code: 'OUR_FAULT', permanent: false }

interface Turn {
  state: OutletState
  proof: OutletProof
  fault: string | null
  nextTryAt: Date | null
  /** Tries count anew. */
  fresh: boolean
}

async function turnTo(ctx: OfficeContext, adapters: OutletAdapters, item: StoredOutletItem, clock: () => Date): Promise<Turn> {
  let { proof } = item
  const key = { agency_id: item.agency_id, outlet_id: item.outlet_id, document_id: item.document_id }
  const keep = async (given: OutletProof) => {
    proof = { ...proof, ...given }
    await updateItem(ctx.db, key, { proof: JSON.stringify(proof) })
  }
  const answer = await reach(ctx, adapters, item, keep).catch((): Brought => OUR_FAULT)
  const turn = answer === 'gone' ? GONE : judged(item, answer, proof, clock())
  await settle(ctx, item, turn)
  return turn
}

const GONE: Turn = { state: 'withdrawn', proof: {}, fault: null, nextTryAt: null, fresh: true }

async function reach(
  ctx: OfficeContext,
  adapters: OutletAdapters,
  item: StoredOutletItem,
  keep: OutletMatter['keep'],
): Promise<Brought | 'gone'> {
  const stored = await outletItem(ctx.db, item)
  const agency = await agencyById(ctx.db, item.agency_id, ctx.today())
  if (!stored || !agency) return 'gone'
  const adapter = adapters[stored.kind]
  if (!adapter) return { ok: false, code: 'NOT_SET_UP', permanent: true }
  const matter: OutletMatter = {
    agency,
    documentId: item.document_id,
    editionId: item.edition_id ?? '',
    settings: stored.settings,
    secret: stored.sealed_secret && ctx.vault.open<string>(stored.sealed_secret),
    proof: item.proof,
    keep,
  }
  if (item.state === 'leaving') {
    const taken = await adapter.withdraw(matter)
    return taken.ok ? 'gone' : taken
  }
  const document = await readDocument(ctx, agency, item.document_id)
  // No longer public, and not yet told so: whoever ended it takes it back in a moment.
  if (!document) return { ok: false, code: 'NOT_PUBLIC', permanent: false }
  return item.state === 'planned' ? adapter.deliver({ ...matter, document }) : adapter.verify({ ...matter, document })
}

function judged({ state, attempts }: StoredOutletItem, answer: Brought, kept: OutletProof, now: Date): Turn {
  const later = (ms: number) => new Date(now.getTime() + ms)
  if (answer.ok) {
    const proof = { ...kept, ...answer.proof }
    if (answer.state === 'confirmed') return { state: 'confirmed', proof, fault: null, nextTryAt: later(DAY_MS), fresh: true }
    if (attempts > MOST_QUESTIONS) return { state: 'failed', proof, fault: 'NOT_CONFIRMED', nextTryAt: null, fresh: true }
    const questions = state === 'planned' ? 0 : attempts
    const wait = Math.min(FIRST_QUESTION_MS * 2 ** Math.min(questions, 20), LONGEST_BETWEEN_MS)
    return { state: 'sent', proof, fault: null, nextTryAt: later(wait), fresh: state === 'planned' }
  }
  const leaving = state === 'leaving'
  const over = { proof: kept, fault: answer.code, nextTryAt: null, fresh: true }
  if (answer.byHand) return { ...over, state: leaving ? 'leaveByHand' : 'byHand' }
  const wait = answer.permanent ? null : retryAfter(attempts)
  if (wait === null) return { ...over, state: leaving ? 'leaveFailed' : 'failed' }
  return { state, proof: kept, fault: answer.code, nextTryAt: later(wait * SECOND_MS), fresh: false }
}

/**
 * What was decided meanwhile (another edition, a withdrawal) stands; of this turn only what the outlet gave is added to it, so that
 * what has just been brought there is known to whoever takes it back. Whose lease ran out says nothing more.
 */
function settle(ctx: OfficeContext, taken: StoredOutletItem, turn: Turn): Promise<void> {
  return ctx.transact(async (tx) => {
    const now = await lockItem(tx, taken)
    if (!now || now.leased_until?.getTime() !== taken.leased_until?.getTime()) return
    const free = { leased_until: null }
    if (now.changed_at.getTime() !== taken.changed_at.getTime())
      return updateItem(tx, taken, { ...free, proof: JSON.stringify({ ...now.proof, ...turn.proof }) })
    const proof = JSON.stringify(turn.proof)
    const moved = turn.state !== taken.state
    await updateItem(tx, taken, {
      ...free,
      state: turn.state,
      proof,
      fault: turn.fault,
      next_try_at: turn.nextTryAt,
      ...(turn.fresh ? { attempts: 0 } : {}),
      ...(turn.state === 'withdrawn' ? { touched: false } : {}),
      ...(moved ? { changed_at: ctx.now().toISOString() } : {}),
    })
    if (!moved) return
    const { agency_id, outlet_id, document_id } = taken
    const note = turn.fault ? faultWords(turn.fault) : ''
    const on_date = ctx.today()
    await addOutletEvent(tx, { agency_id, outlet_id, document_id, state: turn.state, actor_name: '系统', on_date, note, proof })
  })
}
