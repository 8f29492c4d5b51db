/** Parts of a reply that several letters share: what is given and how, what was searched, who else to ask. */
import { SECRET_LEVEL_WORDS } from '../../law/withholding.ts'
import type { ReplyContent } from '../requests/reply.ts'
import type { ReplyAct } from './facts.ts'
import type { LetterBlock } from './model.ts'
import { chineseDate } from '../../law/date.ts'
import { attachmentsOf } from '../requests/check-attachments.ts'
import { objectionsDecided } from '../requests/objections.ts'
import { groundsOf, needsOf } from '../requests/reply-grounds.ts'
import { bare, paragraph, quoted, sentence, slot, undecided } from './phrases.ts'

/** How the given information reaches the requester (Art 36(2), 40). */
export function provision(content: ReplyContent, who: string): LetterBlock[] {
  const { given } = content
  if (!given) return needsOf(content).has('given') ? [paragraph(undecided('怎样提供', '选'))] : []
  const from = given.from ? `自${chineseDate(given.from)}起` : undecided('时间')
  const place = slot(given.place, '途径')
  const seen = attachmentsOf(content).length > 0 ? '见附件' : undecided('附件', '选')
  const words = {
    attached: `现将上述信息随本告知书提供给${who}（${seen}）。`,
    electronic: `现将上述信息以电子文件形式提供给${who}（${seen}）。`,
    pickup: `请${who}${from}到${place}领取。`,
    inspection: `请${who}${from}到${place}查阅、抄录。`,
    later: `获取途径和时间：${from}，${place}。`,
  }[given.way]
  return [paragraph(words)]
}

/** 检索记录: the evidence on which 不存在 stands, place by place, as the acts have it. */
export function searchTold({ searches }: Pick<ReplyAct, 'searches'>): LetterBlock[] {
  if (searches.length === 0) return [paragraph(undecided('检索的地方、方法和结果', '登记'))]
  return [
    paragraph('本机关对该信息进行了检索，情况如下：'),
    {
      kind: 'list',
      items: searches.map(
        ({ on, place, by, keywords, period, result }) =>
          `${chineseDate(on)}，由${bare(by)}在${bare(place)}检索；检索使用的关键词为${keywords.map(quoted).join('')}；检索的时间范围为${bare(period)}；检索结果：${sentence(result)}`,
      ),
    },
  ]
}

/** 密级、定密依据 (Art 14), or the provision that forbids disclosure. */
export function groundBasisTold(content: ReplyContent): LetterBlock[] {
  const { secret, groundBasis } = content
  const grounds = groundsOf(content)
  const marking = secret?.level
    ? `该信息为${SECRET_LEVEL_WORDS[secret.level]}级国家秘密，定密依据：${slot(secret.basis, '依据')}；定密机关：${slot(secret.by, '机关')}；保密期限：${bare(secret.period) ? `${bare(secret.period)}，现仍在保密期限内` : undecided('期限')}。`
    : grounds.includes('stateSecret') && undecided('密级、定密依据、定密机关、保密期限')
  const forbidding = groundBasis
    ? `依据：${sentence(groundBasis)}`
    : grounds.includes('forbiddenByLaw') && undecided('禁止公开的法律、行政法规')
  return [marking, forbidding].filter((one) => one !== false).map(paragraph)
}

/** The organ that should be asked, if it can be determined (36(5)). */
export function rightAgencyTold({ rightAgency }: ReplyContent, who: string): LetterBlock[] {
  if (rightAgency?.undeterminable) return [paragraph('本机关无法确定负责公开该政府信息的机关。')]
  const { name = '', contact = '' } = rightAgency ?? {}
  return [paragraph(`请${who}向${slot(name, '机关名称')}申请公开，联系方式：${sentence(slot(contact, '联系方式'))}`)]
}

export function accessLawTold(content: ReplyContent, who: string): LetterBlock[] {
  const { name = '', place = '' } = content.accessLaw ?? {}
  return needsOf(content).has('accessLaw') || content.accessLaw
    ? [paragraph(`请${who}依照${slot(name, '法律、行政法规')}的规定，到${slot(place, '地点')}办理。`)]
    : []
}

/** That and when third parties were asked, and what became of it; never who. */
export function consultationsTold({ consultations, content }: ReplyAct): LetterBlock[] {
  const asked = consultations.filter((one) => one.whom === 'thirdParty')
  const told = asked.map(({ askedOn, consents, running }) => {
    const silent = running ? undecided('第三方的意见', '登记') : '第三方逾期未提出意见'
    const answer = consents === null ? silent : consents ? '第三方同意公开' : '第三方不同意公开'
    return paragraph(`本机关于${chineseDate(askedOn)}书面征求了第三方的意见，${answer}。`)
  })
  const known = content.knownObjection
  return known ? [...told, paragraph(`第三方此前已书面表示不同意公开：${sentence(known)}`)] : told
}

/** Why it is disclosed although third parties object (Art 32): each reason once, never whose objection it is. */
export function publicInterestTold({ content, consultations }: Pick<ReplyAct, 'content' | 'consultations'>): LetterBlock[] {
  const decided = objectionsDecided(content, consultations)
  const against = decided.filter(
    ({ decision }) => decision === 'overridden' || (decision === null && content.outcome === 'granted'),
  )
  if (against.length === 0) return []
  const why = [...new Set(against.map(({ reasons }) => reasons).filter(Boolean))].map(sentence).join('')
  return [paragraph(`本机关认为应当公开的理由：${why || undecided('理由')}`)]
}
