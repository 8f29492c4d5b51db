/** 部分公开: why the rest is not given, ground by ground (Art 37). */
import type { Citation } from '../../law/cite.ts'
import { reg } from '../../law/cite.ts'
import type { RemainderGround } from '../../law/withholding.ts'
import { GROUND_TABLE, isArticle14to16 } from '../../law/withholding.ts'
import type { ReplyAct } from './facts.ts'
import type { LetterBlock } from './model.ts'
import { announced, basis, paragraph, slot, undecided } from './phrases.ts'
import { accessLawTold, groundBasisTold, rightAgencyTold, searchTold } from './told.ts'

/** What the provision cited makes of the content: withheld, or not ours to give. */
export function basisAndEffect(ground: RemainderGround): { by: readonly Citation[]; effect: string } {
  const { by } = GROUND_TABLE[ground]
  if (isArticle14to16(ground)) return { by: [reg('36(3)'), by], effect: '不予公开' }
  return { by: [by], effect: ground === 'adminQuery' ? '应当依照有关法律、行政法规的规定办理' : '不予提供' }
}

export function remainderHeading(grounds: readonly RemainderGround[]): string {
  return grounds.some(isArticle14to16) ? '不予公开的内容及理由' : '未提供的内容及理由'
}

/** 不予公开的内容及理由: what is left out, each ground with its article, the reasons, and what that ground has to show. */
export function remainderBlocks({ content, searches }: Pick<ReplyAct, 'content' | 'searches'>, who: string): LetterBlock[] {
  const { grounds } = content
  return [
    paragraph(`未公开的内容：${slot(content.withheldPart, '不予公开的内容')}。`),
    ...(grounds.length === 0 ? [paragraph(undecided('不予公开的理由', '选'))] : []),
    ...grounds.map((ground) => {
      const { by, effect } = basisAndEffect(ground)
      const subject = grounds.length > 1 ? '其中有关内容' : '该内容'
      return paragraph(`${subject}${GROUND_TABLE[ground].finding}，${basis(by, false)}，${effect}。`)
    }),
    ...announced(content.reasons, '理由'),
    ...groundBasisTold(content),
    ...(grounds.includes('notHeld') ? searchTold({ searches }) : []),
    ...(grounds.includes('notOurs') ? rightAgencyTold(content, who) : []),
    ...(grounds.includes('adminQuery') ? accessLawTold(content, who) : []),
  ]
}
