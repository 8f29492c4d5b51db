/**
 * Acts lie open in the store: lists, reports and the nightly check read them without the key. What people write into them is
 * therefore cleaned before it is stored; the wording in full stands in the sealed letters, notes and files.
 */
import { maskInText, type Requester } from '../people/requester.ts'
import type { Act } from './acts.ts'

/** 第三方, as the office knows it: sealed beside the acts, which call it by a code. */
export interface Party {
  name: string
  contact: string
  address: string
  isPerson: boolean
}

const FREE_TEXTS = new Set([
  'note',
  'items',
  'facts',
  'reason',
  'reasons',
  'proof',
  'dispute',
  'place',
  'keywords',
  'period',
  'result',
  'outlet',
  'account',
  'leftBecause',
  'signedAt',
])

/** Names of people that must not stand in an act: of the requester or who speaks for it, and of third parties. */
export function personsOf(requester: Requester, parties: readonly Party[]): string[] {
  const joint = (requester.joint ?? []).filter(({ idPaper }) => idPaper !== 'creditCode').map(({ name }) => name)
  const asks = [
    requester.kind === 'naturalPerson' ? requester.name : requester.contactName,
    ...joint,
    ...(requester.agent ? [requester.agent.name] : []),
  ]
  const names = [...asks, ...parties.filter(({ isPerson }) => isPerson).map(({ name }) => name)]
  // A single letter would be found in any text. The longest first, so that no part of a name is left standing.
  return names.filter((name) => [...name].length > 1).toSorted((a, b) => b.length - a.length)
}

/** A text without these names, and with its identity, mobile and card numbers masked. */
export function withoutPersons(text: string, names: readonly string[]): string {
  return maskInText(names.reduce((left, name) => left.replaceAll(name, '某'), text))
}

/** The act as it may be stored: names of the case's people blotted out, identity, mobile and card numbers masked. */
export function withoutPersonalData<A extends Act>(act: A, names: readonly string[]): A {
  const cleaned = Object.entries(act).map(([field, value]) => {
    if (!FREE_TEXTS.has(field)) return [field, value]
    if (Array.isArray(value)) return [field, value.map((one) => withoutPersons(String(one), names))]
    return [field, typeof value === 'string' ? withoutPersons(value, names) : value]
  })
  return Object.fromEntries(cleaned) as A
}
