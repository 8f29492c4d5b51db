/**
 * 收件人 — to whom letters to the requester are sent, and where. The requester stays the requester: the letter names everybody who
 * asks, the envelope one person.
 */
import { REPRESENTATIVE_WORDS, type RepresentativeRole } from '../../law/requests/form.ts'
import { type Requester, requesterNames } from './requester.ts'

const ON_ENVELOPES = { agent: '代理人', guardian: '监护人' } as const

export interface Recipient {
  readonly recipient: string
  readonly address: string
  readonly postcode: string
  readonly phone: string
}

/**
 * The guardian, or the agent whose authority covers taking letters, once that authority was shown (`authorised`); else the 代表人 of
 * a joint request, who is the one named, or whoever stands first. Who gave no address or telephone is reached at the requester's.
 */
export function recipientOf(requester: Requester, authorised: boolean): Recipient {
  const { agent } = requester
  const asking = spokespersonOf(requester)
  return agent && mayBeServedFor(requester, authorised)
    ? reachedAt(requester, agent, `${agent.name}（${asking.called}的${ON_ENVELOPES[agent.role]}）`)
    : reachedAt(requester, asking, asking.contactName ? `${asking.called}（${asking.contactName}收）` : asking.called)
}

/**
 * Whether letters may reach the requester through whoever holds number and code, or signs as 代理人: with nobody speaking for the
 * requester that is the requester; an agent takes letters only where the authority was shown and covers it.
 */
export function mayBeServedFor({ agent }: Pick<Requester, 'agent'>, authorised: boolean): boolean {
  return !agent || (authorised && (agent.role === 'guardian' || Boolean(agent.receives)))
}

/** 委托代理人、法定代理人 as letters name them. */
export interface Speaker {
  readonly role: RepresentativeRole
  readonly name: string
  /** Takes letters in the requester's place. */
  readonly receives: boolean
}

/** Who speaks for the requester, once that authority was shown: before that no letter says that anybody does. */
export function speakerOf({ agent }: Pick<Requester, 'agent'>, authorised: boolean): Speaker | undefined {
  if (!agent?.name || !authorised) return undefined
  const { role, name } = agent
  return { role, name, receives: mayBeServedFor({ agent }, authorised) }
}

function spokespersonOf(requester: Requester) {
  const { joint = [], spokesperson } = requester
  const named = spokesperson === undefined ? undefined : joint[spokesperson - 1]
  const { name, phone, address = '', contactName } = named ? { ...named, contactName: '' } : requester
  const one = requesterNames({ name })
  return { phone, address, contactName, called: joint.length > 0 ? `${one}等${joint.length + 1}人` : one }
}

function reachedAt(
  requester: Requester,
  { phone, address }: { phone: string; address?: string | undefined },
  recipient: string,
): Recipient {
  return {
    recipient,
    address: address || requester.address,
    postcode: address && address !== requester.address ? '' : requester.postcode,
    phone: phone || requester.phone,
  }
}

/** Who else is in the application, and to whom its letters go: label and value, for screens and for the case file. */
export function otherPeopleRows(requester: Requester, authorised: boolean): [string, string][] {
  const { joint = [], agent, spokesperson } = requester
  const rows: [string, string][] = joint.map((one, n) => [
    spokesperson === n + 1 ? '联合申请人（代表人）' : '联合申请人',
    words(one),
  ])
  if (agent) rows.push([REPRESENTATIVE_WORDS[agent.role], `${words(agent)}${agent.receives ? '，代收文书' : ''}`])
  if (rows.length > 0) rows.push(['文书寄给', recipientOf(requester, authorised).recipient])
  return rows
}

function words({
  name,
  idNumber,
  phone,
  address,
}: {
  name: string
  idNumber: string
  phone: string
  address?: string | undefined
}) {
  return [name, idNumber, phone, address].filter(Boolean).join('，')
}
