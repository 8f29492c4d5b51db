/**
 * 选用每类答复之前先问 — three questions for each outcome, to be answered with yes, and where it does not hold. The grounds of Art 14–16 and
 * their neighbours have theirs in withholding.ts; here stand the rest.
 */
import type { Citation } from '../cite.ts'
import { GROUND_TABLE, REMAINDER_GROUNDS, type RemainderGround } from '../withholding.ts'
import { outcomeRule } from './outcomes.ts'
import type { Outcome } from './vocabulary.ts'

export interface OutcomeQuestions {
  readonly questions: readonly string[]
  readonly counterExamples: readonly string[]
  readonly by: Citation
}

/** The ground whose questions an outcome asks, where it has one. */
export function groundAsked(outcome: Outcome): RemainderGround | null {
  return REMAINDER_GROUNDS.find((ground) => outcome === `withheld.${ground}` || outcome === `unable.${ground}`) ?? null
}

type Own = Pick<OutcomeQuestions, 'questions' | 'counterExamples'>

const OWN: Partial<Record<Outcome, Own>> = {
  granted: {
    questions: [
      '申请的每一项内容是否都提供了？',
      '拟提供的材料是否逐页审查过，没有应当去掉的内容？',
      '提供的形式是否是申请人要求的？',
    ],
    counterExamples: ['申请两份文件只给了一份', '给的是另一个年度的文件'],
  },
  'granted.alreadyPublished': {
    questions: [
      '公开的内容是否就是所申请的那一件？',
      '网址或者地点是否当天核对过，打得开、查得到？',
      '是否指到具体的一件，而不是网站首页？',
    ],
    counterExamples: ['只告知“请到政府网站查询”', '网上只有摘要，申请的是全文'],
  },
  partial: {
    questions: ['去掉的每一处是否都有所引的理由？', '去掉之后，其余内容是否完整、可读？', '提供的与未提供的是否分别写明？'],
    counterExamples: ['整页涂去，只因页上有一处个人信息', '一项也没有提供'],
  },
  'unable.stillUnclear': {
    questions: ['是否已经一次性告知过补正，并收到了补正？', '补正后是否仍无法确定要的是什么？', '是否写明了哪里不明确？'],
    counterExamples: ['写明了文件名称，只是没有文号', '申请人没有补正'],
  },
  'notProcessed.petition': {
    questions: ['内容是否确为信访、投诉、举报等活动？', '是否没有指向任何确定的政府信息？', '是否告知了相应的渠道？'],
    counterExamples: ['语气激烈，但要的是一份确定的文件', '既投诉又要文件：要文件的部分仍须答复'],
  },
  'notProcessed.repeated': {
    questions: ['是否同一申请人、同一信息？', '上次是否已经实质答复？', '上次答复之后，信息是否没有变化？'],
    counterExamples: ['上次答复“待制作”，现在已经制作', '换了年度的同类信息'],
  },
  'notProcessed.publishedWork': {
    questions: [
      '要的是否是公报、报刊、书籍等公开出版物本身？',
      '是否告知了获取的途径？',
      '要的是否不是本机关的文件（文件曾刊登在公报上的，答复已主动公开）？',
    ],
    counterExamples: ['要的是刊登在公报上的本机关文件'],
  },
  'notProcessed.excessive': {
    questions: ['数量、频次是否明显超过合理范围，并有统计？', '是否已要求申请人说明理由？', '其理由是否不合理，或者没有说明？'],
    counterExamples: ['一次申请的份数多，但只有一次', '理由合理，只是一时办不完（应延迟答复）'],
  },
  'notProcessed.reconfirmation': {
    questions: ['申请人是否已经获取这份信息？', '要求的是否只是确认真伪、盖章或者重新出具？', '是否没有要求新的信息？'],
    counterExamples: ['申请人只在网上见过，没有拿到过'],
  },
  'other.other': {
    questions: ['是否不属于其他任何一类？', '是否写明了为什么不是申请获取政府信息？', '是否告知了应当怎样办？'],
    counterExamples: ['能够归入信访、重复申请、公开出版物等类的'],
  },
  'other.archives': {
    questions: [
      '档案是否确已移交国家档案馆，有移交目录？',
      '国家规定的移交期限是否已经届满？',
      '是否告知了到哪个档案馆、怎样利用？',
    ],
    counterExamples: ['经档案馆同意提前移交，移交期限没有届满', '只移交给本单位的档案室', '本机关还存有同一份文件'],
  },
}

/** What to ask before this outcome is chosen; the ground's own questions where it rests on one. */
export function questionsFor(outcome: Outcome): OutcomeQuestions | null {
  const ground = groundAsked(outcome)
  if (ground) return GROUND_TABLE[ground]
  const own = OWN[outcome]
  return own ? { ...own, by: outcomeRule(outcome).articles[0] } : null
}
