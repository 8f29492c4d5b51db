/** 内部意见 of the demo county's replies: what the check asks for beside the letter. */
import { GROUND_TABLE } from '../../law/withholding.ts'
import { testedGrounds } from '../../record/requests/check-grounds.ts'
import { type ReplyContent, replyContentSchema } from '../../record/requests/reply.ts'
import { groundsOf } from '../../record/requests/reply-grounds.ts'

const WEIGHED = '公众关心的是总体情况，已经主动公开；该内容只关系个别人、个别单位，不公开不会对公共利益造成重大影响。'
const SECRET = { level: 'secret', basis: '教育工作国家秘密范围', by: '省教育考试院', period: '启用之前' } as const

/** The content with its questions answered, its weighing and its marking, as an honest office would have them. */
export function withOpinion(content: ReplyContent): ReplyContent {
  const grounds = groundsOf(content)
  const tests = testedGrounds(content).map((of) => ({
    of,
    answers: GROUND_TABLE[of].questions.map(() => ({ holds: true, why: '经办人逐页核对材料，科室负责人复核一致。' })),
  }))
  return replyContentSchema.parse({
    ...content,
    tests,
    ...(grounds.includes('thirdParty') ? { weighing: WEIGHED } : {}),
    ...(grounds.includes('stateSecret') ? { secret: SECRET, groundBasis: '' } : {}),
  })
}
