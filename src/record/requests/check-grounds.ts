/** 理由的内部意见: grounds that agencies stretch are tested question by question; secrets need their marking, privacy its weighing. */
import { chineseDate, type LocalDate } from '../../law/date.ts'
import { reg } from '../../law/cite.ts'
import type { Refusal } from '../../law/refusal.ts'
import { GROUND_TABLE, type RemainderGround, TESTED_GROUNDS } from '../../law/withholding.ts'
import { contradicts, lacks } from './reply-faults.ts'
import type { ReplyContent } from './reply.ts'
import { groundsAsked, groundsOf } from './reply-grounds.ts'

/** Grounds of this reply whose three questions must be answered. */
export function testedGrounds(content: Pick<ReplyContent, 'outcome' | 'grounds' | 'items'>): RemainderGround[] {
  return groundsAsked(content).filter((ground) => TESTED_GROUNDS.includes(ground))
}

export function groundFaults(content: ReplyContent, on: LocalDate): Refusal[] {
  const grounds = groundsOf(content)
  return [
    ...testedGrounds(content).flatMap((ground) => testFaults(content, ground)),
    ...(grounds.includes('stateSecret') ? secretFaults(content, on) : []),
    ...(grounds.includes('forbiddenByLaw') && !content.groundBasis
      ? [lacks('groundBasis', '没有写明是哪部法律、行政法规禁止公开。', '填写法律、行政法规的名称和条文。', reg('14'))]
      : []),
    ...(grounds.includes('thirdParty') && !content.weighing
      ? [
          lacks(
            'weighing',
            '没有权衡公共利益。第三方不同意，不等于就不公开。',
            '写明公开与不公开各有什么影响、为什么不公开不会对公共利益造成重大影响；否则予以公开。',
            reg('32'),
          ),
        ]
      : []),
  ]
}

function testFaults({ tests }: ReplyContent, ground: RemainderGround): Refusal[] {
  const { zh, questions, counterExamples, by } = GROUND_TABLE[ground]
  const answers = tests.find((one) => one.of === ground)?.answers ?? []
  const at = (place: number) => `tests.${ground}.${place}`
  return questions.flatMap((question, place) => {
    const answer = answers[place]
    if (answer?.holds === false)
      return [
        contradicts(
          at(place),
          `“${zh}”的一问答为“否”：${question}`,
          `这一问不成立，就不能用这个理由。不能用的例子：${counterExamples.join('；')}。`,
          by,
        ),
      ]
    return answer?.holds && answer.why
      ? []
      : [lacks(at(place), `“${zh}”还有一问没有回答：${question}`, '选择“是”或“否”，并写明根据。', by)]
  })
}

function secretFaults({ secret }: ReplyContent, on: LocalDate): Refusal[] {
  const cite = reg('14')
  const faults: Refusal[] = []
  if (!secret?.level)
    faults.push(lacks('secret.level', '没有写明密级。', '按载体上的标志选择；没有密级标志的，不能以国家秘密为由。', cite))
  if (!secret?.basis) faults.push(lacks('secret.basis', '没有写明定密依据。', '填写保密事项范围的条目，或者定密的决定。', cite))
  if (!secret?.by) faults.push(lacks('secret.by', '没有写明定密机关、定密责任人。', '按定密审批表填写。', cite))
  if (!secret?.period) faults.push(lacks('secret.period', '没有写明保密期限。', '按载体上的标志填写。', cite))
  if (secret?.until && secret.until < on)
    faults.push(
      contradicts(
        'secret.until',
        `保密期限已于${chineseDate(secret.until)}届满，不能再以国家秘密为由。`,
        '核对是否已依法延长；没有延长的，按已解密的信息审查能否公开。',
        cite,
      ),
    )
  return faults
}
