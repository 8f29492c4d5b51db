/**
 * 文书审查 — names each element that a document must contain and this one does not: the agency's own data may be missing, or a
 * letter may come from elsewhere. What must stand in it is law's (文书要素), letter by letter.
 */
import type { Citation } from '../../law/cite.ts'
import { arl, feeMeasures, place, reg } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { RemedyParts } from '../../law/oversight/remedies.ts'
import { outcomeRule } from '../../law/requests/outcomes.ts'
import { CONVERSION_BY } from '../../law/publication/conversion.ts'
import { GROUND_TABLE, SECRET_LEVEL_WORDS } from '../../law/withholding.ts'
import { groundsOf, needsOf, remedyParts } from '../requests/reply-grounds.ts'
import type { LetterFacts, ReplyCode } from './facts.ts'
import type { Letter, LetterCode } from './model.ts'
import { bare, decidedAs, lines, quoted, remedies, remediesOf, UNDECIDED } from './phrases.ts'
import { TRANSLATION_STATE_WORDS, type TranslationState } from './translation.ts'

/** One mandatory element: what it is called, and the texts by which it shows. An empty text shows nothing. */
export interface Element {
  what: string
  texts: readonly string[]
  /** Which article wants it; `paper`: the standard of official letters. Absent: the article that the letter rests on. */
  by?: Citation | 'paper'
}

const element = (what: string, ...texts: readonly string[]): Element => ({ what, texts })
const article = (citation: Citation): Element => ({
  ...element('所依据的条款', citation.at ? place(citation.at) : ''),
  by: citation,
})
const contactOf = ({ agency }: LetterFacts): Element => element('联系方式', agency.phone, agency.address)
function remedyElements(facts: LetterFacts, parts: RemedyParts): Element[] {
  const { kind, cites } = remediesOf(facts, parts)
  const [by] = cites
  if (kind === 'none') return []
  const { reconsiderationBody, court } = facts.agency
  const told = [
    element('救济途径', ...remedies(facts, parts)),
    element('复议机关', reconsiderationBody),
    // Where reconsideration comes first, the court depends on its decision and is not named yet.
    ...(kind === 'reconsiderationFirst' ? [] : [element('受诉法院', court)]),
  ]
  return told.map((one) => ({ ...one, ...(by && { by }) }))
}

/** All words of a letter, as one text to look in. */
export function letterText(letter: Letter): string {
  const blocks = letter.blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items
    if (block.kind === 'form') return block.rows.flatMap(({ label, value }) => [label, value])
    return [block.text]
  })
  return [letter.agency, letter.number, letter.title, letter.addressee ?? '', ...blocks, ...letter.attachments].join('\n')
}

function replyElements(facts: LetterFacts<ReplyCode>): Element[] {
  const { content, searches } = facts.act
  const rule = outcomeRule(content.outcome)
  const grounds = groundsOf(content)
  const { rightAgency, publishedAt, earlierCase, accessLaw, given } = content
  const needs = needsOf(content)
  const all: (Element | false)[] = [
    element('申请公开的内容', quoted(facts.request.subject)),
    ...rule.articles.filter(({ at }) => at).map(article),
    ...grounds.map((ground) => article(GROUND_TABLE[ground].by)),
    ...content.items.flatMap(({ clause, reasons, outcome }, place) =>
      outcome ? [element(`第${place + 1}项的答复`, quoted(clause), ...lines(reasons).map(bare))] : [],
    ),
    !!content.secret?.level &&
      element(
        '密级、定密依据、保密期限',
        SECRET_LEVEL_WORDS[content.secret.level],
        bare(content.secret.basis),
        bare(content.secret.period),
      ),
    needs.has('reasons') && element('理由', ...(lines(content.reasons).length > 0 ? lines(content.reasons) : [''])),
    needs.has('given') && element('提供的内容', bare(given?.what ?? '')),
    needs.has('publishedAt') && element('获取的方式和途径', publishedAt?.url || publishedAt?.place || ''),
    needs.has('remainder') && element('不予公开的内容', bare(content.withheldPart)),
    needs.has('search') &&
      element(
        '检索的范围、方式和结果',
        ...(searches.length > 0
          ? searches.flatMap(({ place, keywords, period, result }) => [
              bare(place),
              ...keywords.map(quoted),
              bare(period),
              bare(result),
            ])
          : ['']),
      ),
    needs.has('rightAgency') &&
      !rightAgency?.undeterminable &&
      element('负责公开的机关及其联系方式', rightAgency?.name ?? '', bare(rightAgency?.contact ?? '')),
    needs.has('earlierCase') &&
      element('此前的答复', earlierCase?.number ?? '', earlierCase?.on ? chineseDate(earlierCase.on) : ''),
    needs.has('accessLaw') && element('有关法律、行政法规和办理地点', bare(accessLaw?.name ?? ''), bare(accessLaw?.place ?? '')),
    needs.has('properOutlet') && element('相应渠道', bare(content.properOutlet)),
    needs.has('publicationSource') && element('获取途径', bare(content.publicationSource)),
    needs.has('correctionHistory') &&
      element('补正的经过', facts.request.correctedOn ? chineseDate(facts.request.correctedOn) : ''),
    ...remedyElements(facts, remedyParts(content)),
  ]
  return all.filter((one) => one !== false)
}

type Elements<C extends LetterCode> = (facts: LetterFacts<C>) => Element[]

const OTHERS: { [C in Exclude<LetterCode, ReplyCode>]: Elements<C> } = {
  D01: (facts) => [
    ...(facts.act.moved ? [element('所依据的放假安排', facts.act.moved.because)] : []),
    element('登记编号', facts.request.number),
    element('收到申请之日', facts.request.receivedOn ? chineseDate(facts.request.receivedOn) : '待与申请人确认'),
    ...(facts.act.dueOn ? [element('答复期限', chineseDate(facts.act.dueOn))] : []),
    contactOf(facts),
  ],
  D02: (facts) => [
    element('需要补正的内容', ...(lines(facts.act.items).length > 0 ? lines(facts.act.items).map(bare) : [''])),
    element('合理的补正期限', chineseDate(facts.act.replyBy)),
    element('逾期不补正的后果', '视为放弃申请'),
    element('答复期限重新计算', '重新计算'),
    article(reg('30')),
    contactOf(facts),
  ],
  D03: (facts) => [
    element('数量、频次的事实', bare(facts.act.facts)),
    element('说明理由的期限', chineseDate(facts.act.replyBy)),
    article(reg('35')),
    contactOf(facts),
  ],
  D04: (facts) => [
    ...(facts.act.moved ? [element('所依据的放假安排', facts.act.moved.because)] : []),
    ...(facts.act.formerDueOn ? [element('原答复期限', chineseDate(facts.act.formerDueOn))] : []),
    element('延长后的答复期限', facts.act.newDueOn ? chineseDate(facts.act.newDueOn) : '届满之日待'),
    element('延长的理由', bare(facts.act.reason)),
    element('工作机构负责人同意', '工作机构负责人同意'),
    article(reg('33.2')),
    contactOf(facts),
  ],
  D05: (facts) => [
    element('涉及的信息', bare(facts.act.information)),
    element('提出意见的期限', '个工作日内'),
    element('不同意公开应当说明理由', '请说明理由'),
    element('逾期未提出意见的后果', '由本机关依照《条例》的规定决定是否公开'),
    article(reg('32')),
    contactOf(facts),
  ],
  D06: (facts) => [
    element('意见', '□同意公开'),
    element('理由', '不同意公开的内容和理由'),
    element('签名', '签名（盖章）'),
    element('寄回的地址', facts.agency.address),
  ],
  D07: (facts) => [
    element('征求意见的日期', chineseDate(facts.act.askedOn)),
    element('不计算在答复期限内', '不计算在答复期限内'),
    article(reg('33.3')),
    contactOf(facts),
  ],
  D08: (facts) => [
    element('涉及的信息', bare(facts.act.information)),
    ...(facts.act.as === 'co-maker' ? [element('逾期未提出意见的后果', '视为同意公开'), article(reg('34'))] : []),
    contactOf(facts),
  ],
  D09: (facts) => [
    element('决定公开的内容', bare(facts.act.information)),
    element('理由', ...(lines(facts.act.reasons).length > 0 ? lines(facts.act.reasons) : [''])),
    article(reg('32')),
    ...remedyElements(facts, decidedAs('granted')),
  ],
  D10: (facts) => [
    element('收费依据和标准', place(feeMeasures(facts.act.fee.by.at).at ?? '')),
    element('金额', `${facts.act.fee.yuan}元`),
    element('缴费期限', '个工作日内缴纳'),
    element('缴纳方式', '缴纳方式', facts.agency.address),
    element('逾期未缴纳的后果', '视为放弃申请'),
    element('答复期限重新计算', '重新计算'),
    contactOf(facts),
  ],
  D24: (facts) => [
    element('期限', chineseDate(facts.act.because === 'feeUnpaid' ? facts.act.dueOn : facts.act.replyBy)),
    element('后果', '不再处理'),
    ...remedyElements(facts, decidedAs(facts.act.because === 'feeUnpaid' ? 'other.feeUnpaid' : 'other.correctionLapsed')),
  ],
  D25: (facts) => [element('延迟答复的合理期限', chineseDate(facts.act.until)), article(reg('35')), contactOf(facts)],
  D26: (facts) => [
    element('要求更正的记录', quoted(facts.act.record)),
    element('不准确之处', bare(facts.act.wrong)),
    ...(facts.act.result === 'amended' ? [element('更正后的记录', bare(facts.act.correctedTo))] : []),
    ...(facts.act.result === 'transferred' || facts.act.result === 'pointed'
      ? [element('有权更正的机关', facts.act.to?.name ?? '')]
      : []),
    article(reg('41')),
    ...remedyElements(facts, decidedAs('other.other')),
  ],
  D27: (facts) => [
    element('申请人', facts.requester.name),
    element('撤回日期', chineseDate(facts.act.withdrawnOn)),
    element('撤回范围', '撤回范围'),
  ],
  D29: (facts) => [
    element('建议公开的信息', bare(facts.act.information)),
    element('审核意见', '转为主动公开'),
    article(CONVERSION_BY),
    ...(facts.act.result === 'converted'
      ? [element('公开的位置', facts.act.place)]
      : [element('不转为主动公开的理由', bare(facts.act.because))]),
  ],
  D30: (facts) => [
    element('所补充的告知书', facts.act.decision, facts.act.decisionNumber),
    element('复议机关', facts.agency.reconsiderationBody),
    element('提交行政复议申请书的互联网渠道', facts.agency.onlineReconsideration),
    article(arl('22.2')),
  ],
  D28: (facts) => [
    element('送达文书', facts.act.document),
    element('送达方式', '送达方式'),
    ...(facts.act.onlineWay === undefined
      ? []
      : [{ ...element('提交行政复议申请书的互联网渠道', facts.act.onlineWay), by: arl('22.2') }]),
    element('受送达人签名', '受送达人签名（盖章）'),
  ],
}

/** Forms to be filled in or signed: they are addressed to nobody. */
const WITHOUT_ADDRESSEE: readonly LetterCode[] = ['D01', 'D06', 'D27', 'D28', 'D29']

export function isReply(facts: LetterFacts): facts is LetterFacts<ReplyCode> {
  return 'content' in facts.act
}

/** Everything that the law, or the form of an official letter, wants in this document. */
export function elementsOf<C extends LetterCode>(letter: Letter, facts: LetterFacts<C>): Element[] {
  const special: LetterFacts = facts as LetterFacts
  const own = isReply(special) ? replyElements(special) : (OTHERS as Record<string, Elements<C>>)[letter.code]?.(facts)
  const formal = [
    element('发文机关', letter.agency, letter.signature.agency),
    element('文号', letter.number),
    ...(WITHOUT_ADDRESSEE.includes(letter.code) ? [] : [element('主送', letter.addressee ?? '')]),
    element('成文日期', letter.signature.date),
  ]
  return [...formal.map((one): Element => ({ ...one, by: 'paper' })), ...(own ?? [])]
}

/** Every element that the law wants in this document and that is not there, by name; none when it may go out. */
export function checkLetter<C extends LetterCode>(letter: Letter, facts: LetterFacts<C>): Refusal[] {
  const text = `${letterText(letter)}\n${letter.signature.date}`
  const missing = elementsOf(letter, facts).filter(
    ({ texts }) => texts.length === 0 || texts.some((one) => one === '' || !text.includes(one)),
  )
  const left = UNDECIDED.exec(text)
  return [
    ...[...new Set(missing.map(({ what }) => what))].map(
      (what): Refusal => ({
        code: 'letter-incomplete',
        say: `文书缺少“${what}”。`,
        then: '补充后再发出；属于本机关名称、电话、复议机关等资料的，请在机构资料中补全。',
      }),
    ),
    ...(left
      ? [{ code: 'letter-incomplete' as const, say: `文书里还有没定下的：${left[0]}。`, then: '填写、选择或者登记以后再发出。' }]
      : []),
  ]
}

/** What whoever sends a letter should know, without being stopped: the reply has its limit, the translation has none. */
export function translationWarnings(translation: TranslationState | null): string[] {
  if (translation === null || translation === 'checked') return []
  return [
    `藏文译文${TRANSLATION_STATE_WORDS[translation]}：现在寄出的只有中文。期限允许的，等译文校核后再寄；先寄的，译文随后补寄。`,
  ]
}
