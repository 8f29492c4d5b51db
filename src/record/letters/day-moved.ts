/** 答复期限届满日的告知: a holiday notice made the day that an earlier letter told another one, or let it be told. */
import { reg } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import type { LetterFacts } from './facts.ts'
import type { Letter } from './model.ts'
import { addressed, bare, basis, contact, letter, opening, paragraph, you } from './phrases.ts'

function extensionOf({ act }: LetterFacts<'D01' | 'D04'>): { workingDays: number; reason: string } | null {
  return 'workingDays' in act ? act : null
}

/** Null for a receipt or an extension that tells its day for the first time. */
export function dayMoved<C extends 'D01' | 'D04'>(code: C, facts: LetterFacts<C>): Letter | null {
  const { requester, act } = facts
  const due = 'workingDays' in act ? act.newDueOn : act.dueOn
  if (!act.moved || !due) return null
  const { toldIn, because } = act.moved
  const extension = extensionOf(facts)
  const told = act.formerDueOn
    ? `本机关此前告知${you(requester)}（文号：${toldIn}），该申请的答复期限至${chineseDate(act.formerDueOn)}届满。`
    : `本机关此前告知${you(requester)}（文号：${toldIn}），该申请的答复期限届满日待放假安排公布后确定。`
  const extended = extension
    ? `该期限经本机关政府信息公开工作机构负责人同意延长${extension.workingDays}个工作日（理由：${bare(extension.reason)}），延长的天数不变。`
    : ''
  return letter(code, facts, {
    title: '关于政府信息公开申请答复期限届满日的告知书',
    addressee: addressed(requester),
    blocks: [
      opening(facts),
      paragraph(
        `${told}答复期限按工作日计算，现因${because}对放假和上班日期作出安排，${basis([reg('33.2')])}重新计算，` +
          `答复期限${act.formerDueOn ? '改' : ''}至${chineseDate(due)}届满。${extended}`,
      ),
      contact(facts),
    ],
  })
}
