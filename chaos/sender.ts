/** What everyone in the chaos shares: who acts, on which day, and how a command is sent until it is answered. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { API_PREFIX, type Input } from '../src/edge/console/contract.ts'
import { localDate } from '../src/law/date.ts'
import type { AmendmentActKind } from '../src/record/amendments/fold.ts'
import type { DisputeActKind } from '../src/record/disputes/acts.ts'
import type { HandInAct } from '../src/record/reports/hand-in.ts'
import type { Act } from '../src/record/requests/acts.ts'

/** A command whose answer "done" was read: it must be there for ever. */
export type Acknowledged =
  | { readonly of: 'case'; readonly commandId: string; readonly caseId: string; readonly kind: Act['kind'] }
  | { readonly of: 'amendment'; readonly commandId: string; readonly id: string; readonly kind: AmendmentActKind }
  | { readonly of: 'ledger'; readonly commandId: string }
  | { readonly of: 'dispute'; readonly commandId: string; readonly id: string; readonly kind: DisputeActKind }
  | { readonly of: 'erased'; readonly volume: string }
  | { readonly of: 'notice'; readonly id: string; readonly kind: HandInAct['kind'] }

/** The section that works the cases. */
export const SECTION_ID = '00000000-0000-4000-8000-00000000c4a1'

/** The unit below that is asked for reports. */
export const UNIT_ID = '00000000-0000-4000-8000-00000000c4a0'

export const TODAY = localDate('2026-03-09')

export interface Session {
  readonly cookie: string
  readonly csrf: string
}
/** Who does what: nobody reviews or approves what the own hand wrote. */
export type Sessions = Record<'clerk' | 'legality' | 'secrecy' | 'privacy' | 'head', Session>

export const REQUESTER: Input<'requests.register'>['requester'] = {
  kind: 'naturalPerson',
  name: '演练申请人',
  idPaper: 'otherPaper',
  idNumber: 'A1234567',
  phone: '13900000000',
  address: '云岭县迎宾路8号',
  postcode: '811399',
}

/** What every case of the chaos begins with. */
export function registration(): Input<'requests.register'> {
  return {
    commandId: randomUUID(),
    requester: REQUESTER,
    content: { subject: '学区划分方案', description: '请提供方案全文。', carrier: 'paper', delivery: 'post' },
    via: 'signed-mail',
    submittedOn: TODAY,
    receivedOn: TODAY,
  }
}

/** Sends, and sends again until there is an answer; remembers what it could not make sense of. */
export interface Sender {
  readonly faults: string[]
  repeated: number
  /** The answer's body; null for one that no kill explains. `asGood`: a refusal that means that it was done before the answer was lost. */
  send<T = { id: string }>(path: string, body: object, more?: { asGood?: string; as?: Session }): Promise<T | null>
  read<T>(path: string): Promise<T | null>
  upload(path: string, name: string, bytes: Uint8Array): Promise<boolean>
}

export function senderTo(address: string, session: Session): Sender {
  async function answered<T>(path: string, ask: () => Promise<Answer | null>, asGood?: string): Promise<T | null> {
    for (let again = false; ; again = true) {
      const answer = await ask()
      if (answer?.status === 200) return answer.body as T
      if (again && asGood && JSON.stringify(answer?.body ?? '').includes(asGood)) return { id: '' } as T
      if (answer && answer.status !== 503) {
        sender.faults.push(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
        return null
      }
      sender.repeated += 1
      await pause(100)
    }
  }
  const url = (path: string) => `${address}${API_PREFIX}${path}`
  const sender: Sender = {
    faults: [],
    repeated: 0,
    send: (path, body, { asGood, as = session } = {}) =>
      answered(path, () => ask(url(path), as, { 'content-type': 'application/json' }, JSON.stringify(body)), asGood),
    read: (path) => answered(path, () => ask(url(path), session)),
    async upload(path, name, bytes) {
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(bytes)]), name)
      const answer = await ask(url(path), session, {}, form)
      if (answer && answer.status !== 200 && answer.status !== 503)
        sender.faults.push(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
      return answer?.status === 200
    },
  }
  return sender
}

interface Answer {
  status: number
  body: unknown
}

/** Null when there is no answer, or only a part of one: the server went away. A question without a body only reads. */
async function ask(
  url: string,
  { cookie, csrf }: Session,
  headers: Record<string, string> = {},
  body?: string | FormData,
): Promise<Answer | null> {
  try {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...headers, cookie, 'x-csrf-token': csrf },
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.timeout(30_000),
    })
    return { status: response.status, body: await response.json() }
  } catch {
    return null
  }
}

export async function signIn(address: string, login: string, password: string): Promise<Session> {
  const response = await fetch(`${address}${API_PREFIX}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  })
  if (!response.ok) throw new Error(`sign-in: ${response.status}`)
  const { csrf } = (await response.json()) as { csrf: string }
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0])
  return { cookie: cookie.join('; '), csrf }
}
