/** What the walk's parts share: chance, the day, and the tally of what the office did and refused. */
import { randomUUID } from 'node:crypto'
import type { LocalDate } from '../../src/law/date.ts'
import type { Refusal, Result } from '../../src/law/refusal.ts'
import type { LegalSetting } from '../../src/office/people/agencies.ts'
import type { StatusQuery } from '../../src/office/requester/own-case.ts'
import { conclude } from '../../src/office/requests/projection.ts'
import type { Situation } from '../../src/record/requests/checks.ts'
import type { RecordedAct } from '../../src/record/requests/acts.ts'
import { actsOf } from '../../src/store/requests.sql.ts'
import type { County } from './county.ts'

export interface WalkResult {
  /** What the office did, by kind of act or name of the deed. */
  done: Record<string, number>
  /** Deeds that the office refused, by the refusal's code. */
  refused: Record<string, number>
  cases: number
  /** Two at once: how often what can be done once was done twice. Must stay empty. */
  doubled: string[]
  /** The day on which the walk ended. */
  lastDay: LocalDate
}

export interface KnownCase {
  id: string
  /** Number and query code; of those that were split off, unknown. */
  own: StatusQuery | null
}

/** A seed gives the same numbers again. */
export function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

export function codeOf(refused: { refusals: readonly Refusal[] }): string {
  return refused.refusals[0]?.code ?? 'no reason'
}

export type Ground = ReturnType<typeof walkGround>

export function walkGround(place: County, setting: LegalSetting, seed: number, firstDay: LocalDate) {
  const pick = chance(seed)
  const result: WalkResult = { done: {}, refused: {}, cases: 0, doubled: [], lastDay: firstDay }
  const note = (tally: Record<string, number>, key: string) => {
    tally[key] = (tally[key] ?? 0) + 1
  }
  const ground = {
    place,
    office: place.office,
    bureau: place.ids.bureau,
    setting,
    result,
    pick,
    among: <T>(choices: readonly T[]): T => choices[pick(choices.length)] as T,
    /** Cases that the walk works on now. */
    open: [] as KnownCase[],
    /** Every case there is. */
    known: [] as KnownCase[],
    /** How many deeds were done. */
    written: 0,
    today: () => result.lastDay,
    addCase(opened: KnownCase) {
      result.cases += 1
      ground.open.push(opened)
      ground.known.push(opened)
    },
    count(kind: string) {
      ground.written += 1
      note(result.done, kind)
    },
    refuse(kind: string, answer: { refusals: readonly Refusal[] }) {
      note(result.refused, `${kind}: ${codeOf(answer)}`)
    },
    async tally(kind: string, done: Promise<Result<unknown>>): Promise<boolean> {
      const answer = await done
      if (answer.ok) ground.count(kind)
      else ground.refuse(kind, answer)
      return answer.ok
    },
    /**
     * A deed with its command; now and then the same command twice at the same moment, which must be answered alike, or the same deed as
     * two commands, of which one must come too late.
     */
    async command(kind: string, deed: (commandId: string) => Promise<Result<unknown>>): Promise<boolean> {
      const [first, second] = [randomUUID(), randomUUID()]
      const way = pick(24)
      if (way > 1) return ground.tally(kind, deed(first))
      const both = await Promise.all([deed(first), deed(way === 0 ? first : second)])
      const through = both.filter(({ ok }) => ok).length
      if (way === 0 && through === 1) result.doubled.push(`${kind}: one command, two answers`)
      if (way === 1 && through > 1) result.doubled.push(`${kind}: done by two commands`)
      if (through > 0) ground.count(kind)
      else if (both[0] && !both[0].ok) ground.refuse(kind, both[0])
      return through > 0
    },
    /** A deed that begins something new: two commands make two, one command sent twice makes one. */
    async opening<T>(kind: string, deed: (commandId: string) => Promise<Result<T>>): Promise<T | null> {
      const commandId = randomUUID()
      const answers = await Promise.all(pick(12) === 0 ? [deed(commandId), deed(commandId)] : [deed(commandId)])
      const told = answers.map((answer) => (answer.ok ? JSON.stringify(answer.value) : codeOf(answer)))
      if (new Set(told).size > 1) result.doubled.push(`${kind}: one command, two answers: ${told.join(', ')}`)
      const made = answers.find(({ ok }) => ok)
      if (made?.ok) ground.count(kind)
      else for (const answer of answers.slice(0, 1)) if (!answer.ok) ground.refuse(kind, answer)
      return made?.ok ? made.value : null
    },
    /** The acts of a case, and what `may` is asked of an act of that day. */
    async situation(caseId: string, on: LocalDate): Promise<{ recorded: RecordedAct[]; situation: Situation }> {
      const recorded = await actsOf(place.office.db, place.ids.bureau, caseId)
      return {
        recorded,
        situation: { ...conclude(recorded, setting), calendar: setting.calendar, on, today: result.lastDay },
      }
    },
  }
  return ground
}
