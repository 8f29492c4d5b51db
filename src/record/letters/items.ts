/** 逐项答复: each clause of the request, in the requester's words, with what becomes of it, its article, its reasons, its attachment. */
import type { Citation } from '../../law/cite.ts'
import { chineseNumeral, cite, reg } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import { groundAsked } from '../../law/requests/outcome-questions.ts'
import { outcomeRule } from '../../law/requests/outcomes.ts'
import type { Outcome } from '../../law/requests/vocabulary.ts'
import { GROUND_TABLE, type RemainderGround } from '../../law/withholding.ts'
import { attachmentTitle } from '../requests/check-attachments.ts'
import type { ReplyContent } from '../requests/reply.ts'
import { needsOf, type PlacedItem } from '../requests/reply-grounds.ts'
import type { LetterFacts, ReplyAct, ReplyCode } from './facts.ts'
import type { LetterBlock } from './model.ts'
import { basisAndEffect } from './partial.ts'
import { bare, basis, lines, paragraph, quoted, sentence, slot, undecided } from './phrases.ts'
import {
  accessLawTold,
  consultationsTold,
  groundBasisTold,
  provision,
  publicInterestTold,
  rightAgencyTold,
  searchTold,
} from './told.ts'

type Told = { finding: string; effect: string }

const TOLD: Partial<Record<Outcome, Told>> = {
  granted: { finding: '该项信息可以公开', effect: '予以公开' },
  'granted.alreadyPublished': { finding: '该项信息已经主动公开', effect: '获取该信息的方式、途径见下文' },
  partial: { finding: '该项信息中有一部分可以公开', effect: '予以部分公开' },
  'unable.notHeld': { finding: '经检索，本机关没有该项信息', effect: '现告知该政府信息不存在' },
  'unable.notOurs': { finding: '该项信息不属于本机关负责公开', effect: '现予告知并说明理由' },
  'unable.needsMaking': { finding: '该项没有现成信息，需要对现有政府信息进行加工、分析', effect: '不予提供' },
  'unable.stillUnclear': { finding: '该项内容补正后仍不明确', effect: '本机关无法提供' },
  'notProcessed.petition': { finding: '该项内容属于信访、投诉、举报等活动', effect: '不作为政府信息公开申请处理' },
  'notProcessed.repeated': { finding: '该项信息本机关此前已经作出答复', effect: '不予重复处理' },
  'notProcessed.publishedWork': { finding: '该项内容为要求提供公开出版物', effect: '现告知获取的途径' },
  'notProcessed.excessive': { finding: '申请的数量、频次明显超过合理范围，没有合理的理由', effect: '不予处理' },
  'notProcessed.reconfirmation': { finding: '该项实为要求确认或者重新出具已获取的信息', effect: '不予处理' },
  'other.other': { finding: '该项内容不属于申请获取政府信息的情形', effect: '作其他处理' },
  'other.archives': {
    finding: '该项信息所在的档案已经移交国家档案馆，国家规定的移交期限已经届满',
    effect: '按照档案利用规定办理',
  },
}

function told(outcome: Outcome): Told & { by: readonly Citation[] } {
  const words = TOLD[outcome]
  if (words) return { ...words, by: outcomeRule(outcome).articles.filter(({ at }) => at) }
  const ground = groundAsked(outcome)
  if (!ground) throw new TypeError(`${outcome} is not a reply`)
  return { finding: `该项信息${GROUND_TABLE[ground].finding}`, ...basisAndEffect(ground) }
}

/** Of a partly given item: each ground with its article. */
function withheldTold(grounds: readonly RemainderGround[], what: string): string {
  const each = grounds.map((ground) => {
    const { by, effect } = basisAndEffect(ground)
    return `${GROUND_TABLE[ground].finding}，${basis(by, false)}，${effect}`
  })
  return `未公开的内容：${slot(what, '不予公开的内容')}；该内容${each.join('；') || undecided('理由', '选')}。`
}

/** 由哪一份附件答复: nothing of an item that gives nothing, or of what is fetched elsewhere. */
function attachedTold(content: ReplyContent, { attachment, outcome }: PlacedItem): string {
  if (attachment) return `（见附件“${bare(attachmentTitle(content, attachment))}”）`
  const gives = outcome === 'granted' || outcome === 'partial'
  const way = content.given?.way
  return gives && (way === 'attached' || way === 'electronic') ? undecided('对应的附件', '选') : ''
}

function itemTold(content: ReplyContent, item: PlacedItem, place: number): LetterBlock {
  const { finding, effect, by } = told(item.outcome)
  const law = by.length > 0 ? `${basis(by, false)}，` : ''
  const attached = attachedTold(content, item)
  const rest = item.outcome === 'partial' ? withheldTold(item.grounds, item.withheldPart) : ''
  const { needs } = outcomeRule(item.outcome)
  const parted =
    item.severable === false
      ? `${basis([reg('37')], false)}审查，不能作区分处理。`
      : undecided(`能否依照${cite(reg('37'))}作区分处理`, '选')
  const cannotBeParted = needs.includes('severance') ? parted : ''
  const written = lines(item.reasons).map(sentence).join('')
  const reasons = written || (needs.includes('reasons') ? undecided('理由') : '')
  return paragraph(
    `（${chineseNumeral(place + 1)}）关于${quoted(item.clause)}：${finding}。${law}${effect}${attached}。${rest}${reasons}${cannotBeParted}`,
  )
}

/** What follows the items: what is given and how, and whatever single items rest on. */
function foundations(act: ReplyAct, who: string): LetterBlock[] {
  const { content } = act
  const needs = needsOf(content)
  const { given, publishedAt, earlierCase, properOutlet, publicationSource, rightAgency } = content
  const at = (
    publishedAt
      ? [publishedAt.title, publishedAt.url && `网址：${publishedAt.url}`, publishedAt.place && `查阅地点：${publishedAt.place}`]
      : []
  ).filter(Boolean)
  return [
    ...(given?.what ? [paragraph(`本次提供的信息：${sentence(given.what)}`)] : []),
    ...publicInterestTold(act),
    ...provision(content, who),
    ...(at.length > 0 ? [paragraph(`已经主动公开的信息：${sentence(at.join('；'))}`)] : []),
    ...(needs.has('search') ? searchTold(act) : []),
    ...(rightAgency || needs.has('rightAgency') ? rightAgencyTold(content, who) : []),
    ...accessLawTold(content, who),
    ...groundBasisTold(content),
    ...(earlierCase
      ? [
          paragraph(
            `此前的答复：${earlierCase.on ? chineseDate(earlierCase.on) : undecided('日期')}，${slot(earlierCase.number, '文号')}。`,
          ),
        ]
      : []),
    ...(properOutlet ? [paragraph(`相应渠道：${sentence(properOutlet)}`)] : []),
    ...(publicationSource ? [paragraph(`公开出版物的获取途径：${sentence(publicationSource)}`)] : []),
    ...consultationsTold(act),
  ]
}

/** The whole body of a reply that answers item by item. */
export function itemised({ act }: LetterFacts<ReplyCode>, who: string): LetterBlock[] {
  const { content } = act
  const by = outcomeRule(content.outcome).articles.filter(({ at }) => at)
  const decision = content.outcome === 'partial' ? `，本机关决定部分公开` : ''
  const placed = content.items.every(({ outcome }) => outcome !== null)
  const law = by.length > 0 && placed ? `${basis(by)}${decision}，` : ''
  return [
    paragraph(`经审查，${who}的申请包括 ${content.items.length} 项内容。${law}现逐项答复如下：`),
    ...content.items.map(({ outcome, ...item }, place) =>
      outcome
        ? itemTold(content, { ...item, outcome }, place)
        : paragraph(`（${chineseNumeral(place + 1)}）关于${quoted(item.clause)}：${undecided('怎样答复', '选')}。`),
    ),
    ...foundations(act, who),
  ]
}
