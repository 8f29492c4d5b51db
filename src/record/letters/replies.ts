/**
 * 答复文书 D11–D23: what was applied for, what was found, the decision with its article and item, the reasons, what is given,
 * and the remedies of that day. The wording follows the outcome; everything particular comes from the reply's content.
 */
import type { Citation } from '../../law/cite.ts'
import { cite, reg } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import { groundOf, outcomeRule } from '../../law/requests/outcomes.ts'
import type { Outcome } from '../../law/requests/vocabulary.ts'
import { GROUND_TABLE } from '../../law/withholding.ts'
import { attachmentsOf, attachmentTitle } from '../requests/check-attachments.ts'
import { remediesWaitFor, remedyParts } from '../requests/reply-grounds.ts'
import type { LetterFacts, ReplyCode } from './facts.ts'
import { itemised } from './items.ts'
import type { Letter, LetterBlock } from './model.ts'
import { remainderBlocks, remainderHeading } from './partial.ts'
import {
  addressed,
  announced,
  basis,
  heading,
  letter,
  opening,
  paragraph,
  paragraphs,
  remedies,
  sentence,
  slot,
  undecided,
  you,
} from './phrases.ts'
import {
  accessLawTold,
  consultationsTold,
  groundBasisTold,
  provision,
  publicInterestTold,
  rightAgencyTold,
  searchTold,
} from './told.ts'

const REPLY_TITLES: Record<ReplyCode, string> = {
  D11: '关于予以公开政府信息的告知书',
  D12: '关于政府信息已主动公开的告知书',
  D13: '关于部分公开政府信息的告知书',
  D14: '关于不予公开政府信息的告知书',
  D15: '关于政府信息不存在的告知书',
  D16: '关于政府信息不属于本机关负责公开的告知书',
  D17: '关于不予重复处理政府信息公开申请的告知书',
  D18: '关于依照有关法律规定办理信息查询的告知书',
  D19: '关于不作为政府信息公开申请处理的告知书',
  D20: '关于公开出版物获取途径的告知书',
  D21: '关于没有现成政府信息的告知书',
  D22: '关于补正后申请内容仍不明确的告知书',
  D23: '关于不予处理政府信息公开申请的告知书',
}

/** Where the outcome, not the letter, says what it is about. */
const OWN_TITLES: Partial<Record<Outcome, string>> = { 'other.archives': '关于按照档案利用规定办理的告知书' }

type Body = (facts: LetterFacts<ReplyCode>, who: string) => LetterBlock[]

const granted: Body = ({ act }, who) => {
  const { content } = act
  const what = sentence(slot(content.given?.what ?? '', '公开的内容'))
  return [
    paragraph(`经审查，${who}申请公开的信息可以公开。${basis([reg('36(2)')])}，本机关决定予以公开：${what}`),
    ...publicInterestTold(act),
    ...provision(content, who),
  ]
}

const alreadyPublished: Body = ({ act }, who) => {
  const at = act.content.publishedAt
  const where = [at?.url && `网址：${at.url}`, at?.place && `查阅地点：${at.place}`].filter((one) => !!one)
  const items = [
    ...(at?.title ? [`信息名称：${at.title}`] : []),
    ...(where.length > 0 ? where.map(String) : [undecided('网址或者查阅地点')]),
  ]
  return [
    paragraph(`经审查，${who}申请公开的信息已经主动公开。${basis([reg('36(1)')])}，现将获取该政府信息的方式、途径告知如下：`),
    { kind: 'list', items },
  ]
}

const partial: Body = ({ act }, who) => {
  const { content } = act
  return [
    paragraph(`经审查，${who}申请公开的信息中，有一部分可以公开。${basis([reg('37')])}，本机关决定部分公开。`),
    heading('一、公开的内容'),
    paragraph(sentence(slot(content.given?.what ?? '', '公开的内容'))),
    ...publicInterestTold(act),
    ...provision(content, who),
    heading(`二、${remainderHeading(content.grounds)}`),
    ...remainderBlocks(act, who),
    ...consultationsTold(act),
  ]
}

const withheld: Body = ({ act }) => {
  const { content } = act
  const ground = groundOf(content.outcome)
  if (!ground) throw new TypeError(`no ground stands behind ${content.outcome}`)
  const { finding, by } = GROUND_TABLE[ground]
  return [
    paragraph(`经审查，该信息${finding}。${basis([reg('36(3)'), by])}，本机关决定不予公开。理由如下：`),
    ...announced(content.reasons, '理由'),
    ...groundBasisTold(content),
    ...consultationsTold(act),
    paragraph(
      content.severable === false
        ? `经审查，该信息不能依照${cite(reg('37'))}的规定作区分处理。`
        : undecided(`能否依照${cite(reg('37'))}作区分处理`, '选'),
    ),
  ]
}

const adminQuery: Body = ({ act }, who) => [
  paragraph(
    `经审查，${who}申请公开的信息属于有关法律、行政法规对信息的获取有特别规定的信息。${basis([reg('36(7)')])}，应当依照有关法律、行政法规的规定办理。`,
  ),
  ...paragraphs(act.content.reasons),
  ...accessLawTold(act.content, who),
]

const notHeld: Body = ({ act }, who) => [
  ...searchTold(act),
  paragraph(`经检索，本机关没有${who}所申请公开的信息。${basis([reg('36(4)')])}，现告知${who}该政府信息不存在。`),
  ...paragraphs(act.content.reasons),
]

const notOurs: Body = ({ act }, who) => [
  paragraph(`经审查，${who}申请公开的信息不属于本机关负责公开。${basis([reg('36(5)'), reg('10')])}，现告知${who}并说明理由：`),
  ...announced(act.content.reasons, '理由'),
  ...rightAgencyTold(act.content, who),
]

/** Decisions whose shape is finding, basis, effect, then the reasons. */
function plain(finding: string, by: readonly Citation[], effect: string, after: Body = () => []): Body {
  return (facts, who) => [
    paragraph(`${finding.replaceAll('你', who)}${basis(by)}，${effect.replaceAll('你', who)}`),
    ...(outcomeRule(facts.act.content.outcome).needs.includes('reasons')
      ? announced(facts.act.content.reasons, '理由')
      : paragraphs(facts.act.content.reasons)),
    ...after(facts, who),
  ]
}

const outlet: Body = ({ act: { content } }) =>
  content.properOutlet || outcomeRule(content.outcome).needs.includes('properOutlet')
    ? [paragraph(`相应渠道：${sentence(slot(content.properOutlet, '相应渠道'))}`)]
    : []

const repeated: Body = ({ act }, who) => {
  const earlier = act.content.earlierCase
  const when = `于${earlier?.on ? chineseDate(earlier.on) : undecided('日期')}`
  return [
    paragraph(
      `经查，${who}此前已经申请公开相同的政府信息，本机关已${when}作出答复（${slot(earlier?.number ?? '', '文号')}）。${basis([reg('36(6)')])}，现告知${who}对本次申请不予重复处理。`,
    ),
    ...paragraphs(act.content.reasons),
  ]
}

const stillUnclear: Body = (facts, who) => [
  ...(facts.request.correctedOn ? [] : [paragraph(undecided('收到补正', '登记'))]),
  paragraph(
    `经审查，${who}补正后的申请内容仍不明确，本机关无法确定${who}所申请公开的政府信息。${basis(outcomeRule('unable.stillUnclear').articles)}，本机关无法提供。理由如下：`,
  ),
  ...announced(facts.act.content.reasons, '理由'),
  paragraph(`${who}可以写明所需信息的名称、文号或者便于查询的其他特征后，另行提出申请。`),
]

const BODIES: Record<Exclude<Outcome, 'other.correctionLapsed' | 'other.feeUnpaid' | 'other.withdrawn'>, Body> = {
  granted,
  'granted.alreadyPublished': alreadyPublished,
  partial,
  'withheld.stateSecret': withheld,
  'withheld.forbiddenByLaw': withheld,
  'withheld.securityAndStability': withheld,
  'withheld.thirdParty': withheld,
  'withheld.internalAffairs': withheld,
  'withheld.processInformation': withheld,
  'withheld.enforcementFile': withheld,
  'withheld.adminQuery': adminQuery,
  'unable.notHeld': notHeld,
  'unable.notOurs': notOurs,
  'unable.needsMaking': plain(
    '经审查，本机关没有你申请公开的现成信息，提供该信息需要对现有政府信息进行加工、分析。',
    [reg('38')],
    '本机关不予提供。理由如下：',
  ),
  'unable.stillUnclear': stillUnclear,
  'notProcessed.petition': plain(
    '经审查，你是以政府信息公开申请的形式进行信访、投诉、举报等活动。',
    [reg('39.1')],
    '现告知你：本机关不将其作为政府信息公开申请处理，你可以通过相应渠道提出。理由如下：',
    outlet,
  ),
  'notProcessed.repeated': repeated,
  'notProcessed.publishedWork': plain(
    '经审查，你申请的内容为要求提供政府公报、报刊、书籍等公开出版物。',
    [reg('39.2')],
    '现将获取途径告知你：',
    ({ act }) => announced(act.content.publicationSource && sentence(act.content.publicationSource), '获取途径'),
  ),
  'notProcessed.excessive': (facts, who) =>
    plain(
      `经审查，你申请公开政府信息的数量、频次明显超过合理范围，${
        facts.act.reasonsOpen ? undecided('要求说明理由的经过', '登记') : '经要求说明理由，你没有提出合理的理由'
      }。`,
      [reg('35')],
      '现告知你：本机关对该申请不予处理。有关事实和理由如下：',
    )(facts, who),
  'notProcessed.reconfirmation': plain(
    '经审查，你已经获取该信息，本次申请实为要求本机关确认或者重新出具已获取的信息。',
    outcomeRule('notProcessed.reconfirmation').articles,
    '本机关对该申请不予处理。理由如下：',
  ),
  'other.other': plain(
    '经审查，你提出的内容不属于申请获取政府信息的情形。',
    outcomeRule('other.other').articles,
    '本机关作其他处理，现将有关情况告知如下：',
    outlet,
  ),
  'other.archives': plain(
    '经查，你申请公开的信息所在的档案已经移交国家档案馆，国家规定的移交期限已经届满。',
    outcomeRule('other.archives').articles,
    '涉及政府信息公开事项的，按照档案利用规定办理，本机关不再作为政府信息公开申请答复。',
    ({ act }, who) => accessLawTold(act.content, who),
  ),
}

/** A reply (D11–D23) in full. The content is taken to have passed `checkReply`. */
export function reply<C extends ReplyCode>(code: C, facts: LetterFacts<C>): Letter {
  const { content } = facts.act
  const body = (BODIES as Partial<Record<Outcome, Body>>)[content.outcome]
  if (!body) throw new TypeError(`${content.outcome} is not a reply`)
  const who = you(facts.requester)
  const waits = remediesWaitFor(content)
  return letter(code, facts, {
    // Which letter it will be follows from the items, once each is answered.
    title: waits === '各项怎样答复' ? '关于政府信息公开申请的告知书' : (OWN_TITLES[content.outcome] ?? REPLY_TITLES[code]),
    addressee: addressed(facts.requester),
    blocks: [
      opening(facts),
      ...(content.items.length > 0 ? itemised(facts, who) : body(facts, who)),
      ...paragraphs(content.remark),
      ...(waits ? [undecided(`救济途径随${waits}而定，`, '选')] : remedies(facts, remedyParts(content))).map(paragraph),
    ],
    attachments: attachmentsOf(content).map((name) => attachmentTitle(content, name)),
  })
}
