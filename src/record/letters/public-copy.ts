/**
 * 公开版: a letter without anything of the requester or of third parties, for publication or for others. It is set anew from the
 * letter's data, so nothing has to be blacked out: what is not in it can't be found in it.
 */
import { maskInText, type Requester } from '../people/requester.ts'
import type { Party } from '../requests/plain-act.ts'
import type { Letter } from './model.ts'

/** 主送 apart: who is written to, and who is named beside them as speaking for them. */
export function splitAddressee(addressee: string): { names: string; speaking: string | null; role: string } {
  const [, names = addressee, role = '', speaking = null] = /^(.*)（((?:委托|法定)代理人)：(.+)）$/su.exec(addressee) ?? []
  return { names, speaking, role }
}

/** What the requester is called. */
const NAMELESS = '申请人'

export function withoutRequester(letter: Letter, requester: Requester, parties: readonly Party[]): Letter {
  const { agent, ...self } = requester
  const own = valuesOf(self)
  const speaking = valuesOf(agent).filter((value) => !own.includes(value))
  const others = parties.filter(({ isPerson }) => isPerson).flatMap(({ name, contact, address }) => [name, contact, address])
  const contacts = parties.filter(({ isPerson }) => !isPerson).flatMap(({ contact, address }) => [contact, address])
  const plain = (text: string): string =>
    maskInText(
      blottedOut(
        blottedOut(blottedOut(text, own, NAMELESS), speaking, '代理人'),
        [...others, ...contacts].filter(isTelling),
        '第三方',
      ),
    )
  return {
    ...letter,
    title: plain(letter.title),
    addressee: letter.addressee === null ? null : plain(splitAddressee(letter.addressee).names),
    blocks: letter.blocks.map((block) => {
      if (block.kind === 'list') return { ...block, items: block.items.map(plain) }
      if (block.kind === 'form') return { ...block, rows: block.rows.map((row) => ({ ...row, value: plain(row.value) })) }
      return { ...block, text: plain(block.text) }
    }),
    attachments: letter.attachments.map(plain),
  }
}

/** Whether anything that the requester filled in can still be read. */
export function namesRequester(letter: Letter, requester: Requester): boolean {
  const text = JSON.stringify([letter.title, letter.addressee, letter.blocks, letter.attachments])
  return valuesOf(requester).some((value) => text.includes(value))
}

/** Everything that was filled in, the longest first, so that no part of a name is left standing; choices of a list are no data. */
function valuesOf(filled: unknown): string[] {
  const open = [filled]
  const values: string[] = []
  while (open.length > 0) {
    const one = open.pop()
    if (typeof one === 'string') values.push(one.trim())
    else if (typeof one === 'object' && one !== null) open.push(...Object.values(one))
  }
  return [...new Set(values)].filter(isTelling).toSorted((a, b) => b.length - a.length)
}

function isTelling(value: string): boolean {
  return [...value].length > 1 && !/^[a-zA-Z-]+$/.test(value)
}

function blottedOut(text: string, values: readonly string[], by: string): string {
  return values.reduce((left, value) => left.replaceAll(value, by), text)
}
