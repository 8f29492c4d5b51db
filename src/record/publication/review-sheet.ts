/** 审查呈批单: who judged what of a text on its way to publication, as it is printed and filed. */
import { ATTRIBUTE_WORDS, AUDIENCE_WORDS } from '../../law/publication/attribute.ts'
import { columnWords } from '../../law/publication/columns.ts'
import { STEP_RULES } from '../../law/publication/release-steps.ts'
import { chineseDate } from '../../law/date.ts'
import { GROUND_TABLE } from '../../law/withholding.ts'
import { fileWords, isPicture } from './edition-files.ts'
import type { EditionStepView, EditionView } from './edition.ts'
import { EDITION_STATE_WORDS, STEP_KIND_WORDS } from './edition-steps.ts'

export interface ReviewSheet {
  subject: string
  facts: [string, string][]
  rows: [string, string, string, string][]
  notes: string[]
}

export function reviewSheet(view: EditionView): ReviewSheet {
  const { content } = view
  const facts: [string, string][] = [
    ['文号', content.number || '无'],
    ['成文日期', content.formedOn ? chineseDate(content.formedOn) : '—'],
    ['起草', `${view.section ?? '本单位'}　${view.authors.join('、')}`],
    ['栏目', columnWords(content.column) ?? '—'],
    ['公开属性', ATTRIBUTE_WORDS[content.attribute] + (content.ground ? `（${GROUND_TABLE[content.ground].zh}）` : '')],
    ['公开对象', AUDIENCE_WORDS[content.audience]],
    ['应公开期限', view.dueOn ? `${chineseDate(view.dueOn)}前` : '—'],
    ...view.files.map((file, at): [string, string] => [
      isPicture(file) ? `图片 ${at + 1}` : `附件 ${at + 1}`,
      `${file.title}（${fileWords(file)}）`,
    ]),
    ['状态', view.withdrawn ? `已撤下（${chineseDate(view.withdrawn.on)}）` : EDITION_STATE_WORDS[view.state]],
  ]
  const rows = view.steps.map(({ on, kind, step, by, ofAgency, ...one }): [string, string, string, string] => [
    chineseDate(on),
    step ? `${STEP_RULES[step].zh}：${STEP_KIND_WORDS[kind]}` : STEP_KIND_WORDS[kind],
    ofAgency ? `${by}（${ofAgency}）` : by,
    remarkOf(one),
  ])
  const notes = [
    content.reason ? `依据和说明：${content.reason}` : '',
    view.forced.length > 0 ? `尚待补审：${view.forced.map((step) => STEP_RULES[step].zh).join('、')}` : '',
    `审核所见正文的校验码：${view.digest}`,
  ]
  return { subject: content.title || '（未填写标题）', facts, rows, notes: notes.filter((note) => note !== '') }
}

/** What was said, by whose authority, and of which text. */
function remarkOf({ note, authority, ofEarlierText }: Pick<EditionStepView, 'note' | 'authority' | 'ofEarlierText'>): string {
  return [note, authority && `依据授权：${authority}`, ofEarlierText ? '（修改前的稿）' : '']
    .filter((part) => part !== '')
    .join('　')
}
