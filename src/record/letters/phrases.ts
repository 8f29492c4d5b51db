/** Turns of phrase that all letters share, so that they read as if one careful secretary had written them. */
import type { Citation } from '../../law/cite.ts'
import { INSTRUMENTS, place } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import { type Remedies, type RemedyParts, remediesFor } from '../../law/oversight/remedies.ts'
import type { IntakeChannel, Outcome, RequesterKind } from '../../law/requests/vocabulary.ts'
import type { LetterFacts, LetterParty } from './facts.ts'
import type { Letter, LetterBlock, LetterCode } from './model.ts'
import { STANDARD_WORDING, worded, type WordingPart } from './wording.ts'

const BY_CHANNEL: Record<IntakeChannel, string> = {
  'in-person': '当面提交',
  'signed-mail': '以邮寄方式提交',
  'ordinary-mail': '以平常信函方式提交',
  'other-desk': '以信函方式提交',
  web: '通过互联网渠道提交',
  fax: '以传真方式提交',
  email: '以电子邮件方式提交',
  oral: '口头提出（由本机关代为填写）',
  'announced-channel': '通过本机关公布的渠道提交',
}

/** What letters say where the day depends on a holiday notice that is not out yet. */
export const DAY_TO_COME = '年度放假安排'

/** 您 to a person, 你单位 to an organisation; 你们 to those who asked jointly, who may be of either kind. */
export function you({ kind, several }: { kind: RequesterKind; several?: boolean }): string {
  if (several) return '你们'
  return kind === 'naturalPerson' ? '您' : '你单位'
}
/** 委托代理人 by mandate, 法定代理人 by law. */
const SPEAKS_AS = { agent: '委托代理人', guardian: '法定代理人' } as const

/** 主送: who asks, and who speaks for them. */
export function addressed({ name, speaker }: LetterFacts['requester']): string {
  return speaker ? `${name}（${SPEAKS_AS[speaker.role]}：${speaker.name}）` : name
}
/** The same where a form has a row for each. */
export function requesterRows({ name, speaker }: LetterFacts['requester']): { label: string; value: string }[] {
  return [{ label: '申请人', value: name }, ...(speaker ? [{ label: SPEAKS_AS[speaker.role], value: speaker.name }] : [])]
}
/** 受送达人: the requester; and who takes the letter over in their place, where that is the speaker's to do. */
export function served({ name, speaker }: LetterFacts['requester']): string {
  return speaker?.receives ? `${name}（由${SPEAKS_AS[speaker.role]}${speaker.name}代收）` : name
}
export function youParty(party: LetterParty): string {
  return party.isPerson ? '您' : '贵单位'
}

export function paragraph(text: string): LetterBlock {
  return { kind: 'paragraph', text }
}
export function heading(text: string): LetterBlock {
  return { kind: 'heading', text }
}
/** A text of several lines becomes as many paragraphs; empty lines vanish. */
export function paragraphs(text: string): LetterBlock[] {
  return lines(text).map(paragraph)
}
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
}

/** The text without its last stop, so that the sentence around it can go on or end once. */
export function bare(text: string): string {
  return lines(text)
    .join('')
    .replace(/[。．；;.]+$/u, '')
}
/** The text as a sentence, ended once. */
export function sentence(text: string): string {
  const all = lines(text).join('')
  return /[。！？]$/u.test(all) ? all : `${bare(all)}。`
}
/** The lines of a text as the items of one sentence. */
export function series(text: string): string[] {
  const all = lines(text)
  return all.map((one, place) => (place === all.length - 1 ? sentence(one) : `${bare(one)}；`))
}
/** What a draft has not said yet: to be written, chosen, or recorded in the case first. It stands where the statement will. */
export function undecided(what: string, how: '填' | '选' | '登记' = '填'): string {
  return `〔${what}待${how}〕`
}
/** Such places of a text. */
export const UNDECIDED = /〔[^〔〕]*待(?:填|选|登记)〕/u

/** The text inside a sentence or, in the preview of a draft, what has still to be written there: never a stop around nothing. */
export function slot(text: string, what: string): string {
  return bare(text) || undecided(what)
}
/** What a letter announces with a colon has to follow it. */
export function announced(text: string, what: string): LetterBlock[] {
  return lines(text).length === 0 ? [paragraph(undecided(what))] : paragraphs(text)
}
/**
 * 根据…的规定: the Regulation in full with its short name the first time, other instruments by title and number. Several
 * places of one instrument share its name: 《条例》第三十六条第（三）项、第十六条第一款.
 */
export function basis(citations: readonly Citation[], first = true): string {
  const parts = citations.map(({ of, at }, index) => {
    const named = citations.findIndex((other) => other.of === of) < index
    const { title, short, number } = INSTRUMENTS[of]
    const name = named ? '' : of === 'reg' ? (first ? `${title}（以下简称${short}）` : short) : `${title}（${number}）`
    return name + (at ? place(at) : '')
  })
  return `根据${parts.filter(Boolean).join('、')}的规定`
}

/** In quotation marks, with those inside made single (GB/T 15834). */
export function quoted(text: string): string {
  return `“${bare(text).replaceAll('“', '‘').replaceAll('”', '’')}”`
}

/** 您于…提出的申请，本机关于…收到. */
export function opening({ requester, request }: LetterFacts): LetterBlock {
  const who = you(requester)
  const sent = `${handedIn(requester)}于${chineseDate(request.submittedOn)}${BY_CHANNEL[request.via]}的政府信息公开申请（登记编号：${request.number}）`
  const came = request.receivedOn ? `，本机关于${chineseDate(request.receivedOn)}收到` : '，本机关已予登记'
  const corrected = request.correctedOn ? `，并于${chineseDate(request.correctedOn)}收到补正材料` : ''
  return paragraph(`${sent}${came}${corrected}。${who}申请公开${quoted(request.subject)}。`)
}

/** 您 / 您委托代理人李四 / 您的法定代理人李四代您: whose act the application was. */
function handedIn(requester: LetterFacts['requester']): string {
  const who = you(requester)
  const { speaker } = requester
  if (!speaker) return who
  return speaker.role === 'agent' ? `${who}委托${speaker.name}` : `${who}的${SPEAKS_AS.guardian}${speaker.name}代${who}`
}

/** Whom to ask: every process letter ends with it. */
export function contact(facts: LetterFacts): LetterBlock {
  return paragraph(worded(facts, 'contact'))
}

/** 救济途径 of a decision of that day, in paragraphs. */
export function remedies(facts: LetterFacts, parts: RemedyParts): string[] {
  return remediesOf(facts, parts).paragraphs(facts.agency, { electronic: facts.electronic })
}
export function remediesOf({ date, readings }: LetterFacts, parts: RemedyParts): Remedies {
  return remediesFor({ ...parts, decidedOn: date, readings })
}
/** A decision of one kind only, in which nothing is withheld. */
export const decidedAs = (outcome: Outcome): RemedyParts => ({ outcome, grounds: [], mixed: false })

/** Everything around the words: agency, number, addressee, signature. */
export function letter<C extends LetterCode>(
  code: C,
  facts: LetterFacts<C>,
  parts: { title: string; addressee: string | null; blocks: LetterBlock[]; attachments?: string[] },
): Letter {
  const own = (part: WordingPart) => (STANDARD_WORDING[part].codes.includes(code) ? paragraphs(worded(facts, part)) : [])
  return {
    code,
    agency: facts.agency.name,
    number: facts.number,
    title: parts.title,
    addressee: parts.addressee,
    blocks: [...own('greeting'), ...parts.blocks, ...own('closing')],
    attachments: parts.attachments ?? [],
    signature: { agency: facts.agency.name, date: chineseDate(facts.date) },
    ...(facts.watermark && { watermark: facts.watermark }),
  }
}
