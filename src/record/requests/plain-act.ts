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

/** What one person filled in; an organisation's address and code are public, its contact person's telephone is not. */
interface Filled {
  name: string
  idNumber?: string
  phone?: string
  email?: string
  address?: string
  contact?: string
}

/**
 * What tells of a case's people and must not stand in an act: of the requester, of who asks with it or speaks for it, and of
 * third parties the names, and the papers, telephones, e-mail addresses and homes that are on file.
 */
export function personsOf(requester: Requester, parties: readonly Party[]): string[] {
  const { name, contactName, idNumber, phone, email, address, joint = [], agent } = requester
  const asks: Filled =
    requester.kind === 'naturalPerson' ? { name, idNumber, phone, email, address } : { name: contactName, phone, email }
  const people = [
    asks,
    ...joint.filter(({ idPaper }) => idPaper !== 'creditCode'),
    ...(agent ? [agent] : []),
    ...parties.filter(({ isPerson }) => isPerson),
  ]
  // The longest first, so that no part of a name is left standing.
  return [...new Set(people.flatMap(tellingOf))].toSorted((a, b) => b.length - a.length)
}

/**
 * What tells who asked, and must not stand in a letter to a third party or another agency (Reg. 32, 34: they are told what was asked
 * for, not by whom): of an organisation its name and credit code too, of those who ask with it and of who speaks for it the same.
 */
export function askingNames(requester: Requester): string[] {
  const { name, idNumber, joint = [], agent } = requester
  const all = [{ name, idNumber }, ...joint, ...(agent ? [agent] : [])].flatMap(tellingOf)
  return [...new Set([...personsOf(requester, []), ...all])].toSorted((a, b) => b.length - a.length)
}

export function tellingOf({ name, idNumber = '', phone = '', email = '', address = '', contact = '' }: Filled): string[] {
  return [
    // A single letter would be found in any text.
    ...[name].filter((one) => [...one].length > 1),
    ...[idNumber, phone, email, contact].filter((one) => one.length >= SHORTEST_NUMBER && maskInText(one) === one),
    // A county's name alone is no home.
    ...[address].filter((one) => /[\d号室栋]/u.test(one)),
  ]
}

/** Shorter ones stand in other numbers; those that have a known shape are masked by it, wherever they stand. */
const SHORTEST_NUMBER = 6

/** A text without these names and numbers, and with every identity, mobile and card number masked. */
export function withoutPersons(text: string, persons: readonly string[]): string {
  return maskInText(persons.reduce((left, telling) => left.replaceAll(telling, '某'), text))
}

/** The act as it may be stored: what tells of the case's people blotted out, identity, mobile and card numbers masked. */
export function withoutPersonalData<A extends Act>(act: A, persons: readonly string[]): A {
  const cleaned = Object.entries(act).map(([field, value]) => {
    if (!FREE_TEXTS.has(field)) return [field, value]
    if (Array.isArray(value)) return [field, value.map((one) => withoutPersons(String(one), persons))]
    return [field, typeof value === 'string' ? withoutPersons(value, persons) : value]
  })
  return Object.fromEntries(cleaned) as A
}
