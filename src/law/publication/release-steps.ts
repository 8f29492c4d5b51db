/**
 * 公开审查 — the steps between a draft and its publication: 先审查、后公开, item by item (Reg. 17; 保密法 35; 其实施条例 42); proof-reading and
 * three readings (三审三校) are practice of the offices. The head of the agency releases every item, unless a deputy was given
 * that in writing; what a school or another public institution releases may need its superior's word after that.
 */
import { type Citation, reg, whole } from '../cite.ts'

export const RELEASE_STEPS = ['office', 'proofread', 'section', 'secrecy', 'privacy', 'final', 'head', 'superior'] as const
export type ReleaseStep = (typeof RELEASE_STEPS)[number]

interface StepRule {
  readonly zh: string
  /** What the step answers for: shown to whoever does it. */
  readonly looksAt: string
  readonly by: Citation
  /** Whoever wrote at it may not do the step. */
  readonly notByAuthor: boolean
  /** May be passed over in an emergency, with the reason, and is then done afterwards. */
  readonly mayBeForced: boolean
}

export const STEP_RULES: Readonly<Record<ReleaseStep, StepRule>> = {
  office: {
    zh: '公开属性审核',
    looksAt: '拟不公开的政策文件，理由和依据是否成立；不成立的退回起草科室',
    by: whole('opennessRules'),
    notByAuthor: true,
    mayBeForced: false,
  },
  proofread: {
    zh: '校对',
    looksAt: '人名、数字、日期、文号、表格与原件一致，用语规范，没有错敏词',
    by: reg('6'),
    notByAuthor: true,
    mayBeForced: true,
  },
  section: {
    zh: '科室负责人审核',
    looksAt: '内容准确，公开属性恰当，要素齐全',
    by: reg('17.1'),
    notByAuthor: false,
    mayBeForced: true,
  },
  secrecy: {
    zh: '保密审查',
    looksAt: '不涉及国家秘密、工作秘密，不危及国家安全、公共安全、经济安全、社会稳定',
    by: reg('17.2'),
    notByAuthor: true,
    mayBeForced: false,
  },
  privacy: {
    zh: '个人信息审查',
    looksAt: '不公开个人隐私和商业秘密；名单只留能够辨认的最少内容，未成年人信息已取得监护人同意',
    by: reg('15'),
    notByAuthor: true,
    mayBeForced: false,
  },
  final: {
    zh: '公开机构复核',
    looksAt: '审查齐全，栏目、时限、解读安排得当',
    by: reg('4.2'),
    notByAuthor: false,
    mayBeForced: true,
  },
  head: {
    zh: '负责人签发',
    looksAt: '同意以本单位名义公开',
    by: reg('17.1'),
    notByAuthor: true,
    mayBeForced: false,
  },
  superior: {
    zh: '主管部门审定',
    looksAt: '所属单位的内容准确，审查齐全，可以由该单位公开',
    by: whole('publicInstitutions'),
    notByAuthor: true,
    mayBeForced: false,
  },
}

/** What a step answers for: of what will not be public, or no longer, the head agrees to the reasons and not to publish. */
export function looksAt(step: ReleaseStep, isPublic: boolean): string {
  return step === 'head' && !isPublic ? '不公开的理由成立、依据准确，同意不公开' : STEP_RULES[step].looksAt
}

export interface Matter {
  /** Agencies of the Regulation have offices and sections; schools (Art 55) have a principal who signs once. */
  regime: 'art54' | 'art55'
  /** Drafted in a section: its head reads first. */
  inSection: boolean
  /** 政策文件拟不公开: the disclosure office looks before anybody else. */
  policyNotPublic: boolean
  /** 主管部门 asks to see it before it is public. */
  superior?: boolean
}

/** The steps in their order. Every chain has secrecy, privacy and the head in it. */
export function chainFor({ regime, inSection, policyNotPublic, superior }: Matter): ReleaseStep[] {
  const last = superior ? (['superior'] as const) : []
  if (regime === 'art55') return ['secrecy', 'privacy', 'head', ...last]
  return [
    ...(policyNotPublic ? (['office'] as const) : []),
    'proofread',
    ...(inSection ? (['section'] as const) : []),
    'secrecy',
    'privacy',
    'final',
    'head',
    ...last,
  ]
}
