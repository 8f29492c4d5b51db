/**
 * 不予公开的理由 — the grounds on which information is withheld: Reg. 14, 15, 16 (seven, in the order of table 三), and beside
 * them 36(7), which is no refusal but points to another law. Each with what must be asked before it is used, its exceptions,
 * and examples from an education bureau, because most lost cases stretched a ground (内部、过程、案卷).
 */
import type { Citation } from './cite.ts'
import { reg } from './cite.ts'

/** Reg. 14–16: the seven grounds of 不予公开 in the narrow sense. */
export const GROUNDS = [
  'stateSecret',
  'forbiddenByLaw',
  'securityAndStability',
  'thirdParty',
  'internalAffairs',
  'processInformation',
  'enforcementFile',
] as const
export type Ground = (typeof GROUNDS)[number]

/**
 * Why the rest of a partly granted request is not given (Reg. 37): a ground, content that is no government information, or,
 * where a request has several items that end differently, a reason for which that item cannot be provided.
 */
export const REMAINDER_GROUNDS = [
  ...GROUNDS,
  'adminQuery',
  'notGovernmentInformation',
  'notHeld',
  'notOurs',
  'needsMaking',
] as const
export type RemainderGround = (typeof REMAINDER_GROUNDS)[number]

/**
 * mustNot: 不予公开、不得公开 (14, 15). may: 可以不予公开, a discretion that has to be reasoned (16). otherRegime: 依照有关法律办理 (36(7)).
 * cannot: there is nothing of ours to give.
 */
export type Obligation = 'mustNot' | 'may' | 'otherRegime' | 'cannot'

export interface Exception {
  readonly words: string
  readonly by: Citation
}

export interface GroundRule {
  readonly zh: string
  readonly en: string
  readonly by: Citation
  readonly obligation: Obligation
  /** As a letter says it, after “该信息” or “其中”. */
  readonly finding: string
  /** To be answered with yes, and on paper, before the ground is used. */
  readonly questions: readonly string[]
  /** Where information is given although the ground applies. */
  readonly exceptions: readonly Exception[]
  readonly examples: readonly string[]
  readonly counterExamples: readonly string[]
}

const BY_RULE: Exception = { words: '法律、法规、规章规定应当公开的，从其规定', by: reg('16.2') }

export const GROUND_TABLE = {
  stateSecret: {
    zh: '属于国家秘密',
    en: 'state secret',
    by: reg('14'),
    obligation: 'mustNot',
    finding: '属于依法确定为国家秘密的政府信息',
    questions: [
      '是否已依法定密，载体上有密级、保密期限和定密责任人？',
      '现在是否仍在保密期限内、没有解密？',
      '是否逐项核对，而不是把整份材料一概当作涉密？',
    ],
    exceptions: [],
    examples: ['尚在保密期限内的国家统一考试试题、参考答案'],
    counterExamples: ['没有密级标志、只写“内部资料”的文件', '考试结束并解密后的试题'],
  },
  forbiddenByLaw: {
    zh: '其他法律行政法规禁止公开',
    en: 'forbidden by another law or administrative regulation',
    by: reg('14'),
    obligation: 'mustNot',
    finding: '属于法律、行政法规禁止公开的政府信息',
    questions: [
      '是否有一部法律或行政法规的条文（写明名称和条文）？',
      '该条文是否明确禁止公开，而不是只规定如何管理？',
      '依据是否不只是规章、地方性法规或文件（这些不够）？',
    ],
    exceptions: [],
    examples: [
      '《未成年人保护法》禁止披露的涉案未成年人的姓名、影像、住所、就读学校',
      '统计法规定不得对外提供的能够识别单个调查对象的统计资料',
    ],
    counterExamples: ['部门规章或上级通知要求“不对外公开”的材料', '没有法律条文、只是惯例不公开的材料'],
  },
  securityAndStability: {
    zh: '危及“三安全一稳定”',
    en: 'would endanger national, public or economic security or social stability',
    by: reg('14'),
    obligation: 'mustNot',
    finding: '公开后可能危及国家安全、公共安全、经济安全、社会稳定',
    questions: [
      '是否会危及国家安全、公共安全、经济安全、社会稳定中的一项（写明哪一项）？',
      '危害如何发生，是否有具体事实支持（写明事实），而不是泛泛担心？',
      '是否不能去掉敏感部分后公开其余部分？',
    ],
    exceptions: [],
    examples: ['校园安防监控点位与盲区的明细图', '尚未启用的国家教育考试试卷押运路线'],
    counterExamples: ['可能引起家长议论或批评的数据', '已经平息的事件的一般处置情况'],
  },
  thirdParty: {
    zh: '保护第三方合法权益',
    en: "protects a third party's lawful rights",
    by: reg('15'),
    obligation: 'mustNot',
    finding: '涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害',
    questions: [
      '是否说得出涉及谁的什么权益、公开后有什么实际损害？',
      '是否已书面征求第三方意见，其不同意是否有合理理由？',
      '是否已经权衡公共利益：不公开不会对其造成重大影响？',
    ],
    exceptions: [
      { words: '第三方同意公开的，予以公开', by: reg('15') },
      { words: '不公开会对公共利益造成重大影响的，予以公开，并书面告知第三方内容和理由', by: reg('32') },
    ],
    examples: ['学生家庭困难情况、身份证号、银行账号', '投标文件中构成商业秘密的技术方案和成本构成'],
    counterExamples: ['中标单位名称和中标金额', '公务人员履职中的姓名和职务', '仅因第三方不同意而没有合理理由的信息'],
  },
  internalAffairs: {
    zh: '属于三类内部事务信息',
    en: 'internal affairs: personnel, logistics, internal workflow',
    by: reg('16.1'),
    obligation: 'may',
    finding: '属于本机关人事管理、后勤管理、内部工作流程等内部事务信息',
    questions: [
      '是否属于人事管理、后勤管理或者内部工作流程？',
      '是否只在机关内部起作用，不影响外部的权利义务？',
      '是否确有不公开的必要（“可以不予公开”，须说明为何选择不公开）？',
    ],
    exceptions: [],
    examples: ['机关内部值班安排', '干部考察谈话材料', '办公室内部文件流转规定'],
    counterExamples: ['教师招聘的条件、过程和结果', '影响学校和家长的办事流程', '财政预算、决算和政府采购信息'],
  },
  processInformation: {
    zh: '属于四类过程性信息',
    en: 'deliberative information: discussions, drafts, consultation letters, requests for instructions',
    by: reg('16.2'),
    obligation: 'may',
    finding: '属于履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息',
    questions: [
      '是否属于讨论记录、过程稿、磋商信函、请示报告之一或同类？',
      '决定是否仍在形成之中，公开是否会影响坦率讨论或正在进行的工作？',
      '是否没有法律、法规、规章规定应当公开？',
    ],
    exceptions: [BY_RULE],
    examples: ['局长办公会讨论记录', '文件征求意见过程中的未定稿', '向上级请示的请示报告'],
    counterExamples: ['已经正式印发的文件', '作出决定所依据的最终调查结论、检测报告', '会议纪要中已对外产生效力的决定事项'],
  },
  enforcementFile: {
    zh: '属于行政执法案卷',
    en: 'administrative enforcement file',
    by: reg('16.2'),
    obligation: 'may',
    finding: '属于行政执法案卷信息',
    questions: [
      '是否在行政处罚、行政许可、行政检查等执法过程中形成并归入案卷？',
      '申请人不是当事人，或者已告知当事人依法查阅案卷的途径？',
      '是否没有法律、法规、规章规定应当公开（如应公示的处罚决定、许可结果）？',
    ],
    exceptions: [BY_RULE],
    examples: ['对校外培训机构行政处罚案卷中的询问笔录、证据材料'],
    counterExamples: ['依法应当公示的行政处罚决定和行政许可结果', '与执法无关的信访答复材料'],
  },
  adminQuery: {
    zh: '属于行政查询事项',
    en: 'access governed by a special law',
    by: reg('36(7)'),
    obligation: 'otherRegime',
    finding: '属于有关法律、行政法规对信息的获取有特别规定的信息',
    questions: [
      '是否有一部法律或行政法规对获取该信息作了特别规定（写明名称和条文）？',
      '本机关是否就是办理该项查询的机关？',
      '申请人按该规定是否真能查到？',
    ],
    exceptions: [],
    examples: ['向登记机构申请查询不动产登记资料', '向市场监管部门查询企业登记档案'],
    counterExamples: ['只有规章或文件规定查询办法的信息', '向教育局申请的不动产登记资料（应答复不属于本机关负责公开）'],
  },
  notGovernmentInformation: {
    zh: '不属于政府信息的内容',
    en: 'content that is not government information',
    by: reg('37'),
    obligation: 'cannot',
    finding: '不属于《条例》第二条规定的政府信息',
    questions: [
      '是否并非在履行行政管理职能过程中制作或者获取？',
      '是否没有以一定形式记录、保存？',
      '是否不是从企业、学校等获取并用于管理的材料？',
    ],
    exceptions: [],
    examples: ['夹在材料中的工作人员私人便笺'],
    counterExamples: ['从企业、学校获取并用于管理的材料'],
  },
  notHeld: {
    zh: '经检索没有该信息',
    en: 'searched for and not held',
    by: reg('36(4)'),
    obligation: 'cannot',
    finding: '经检索，本机关没有该信息',
    questions: [
      '是否检索了所有可能的地方，并逐处登记？',
      '检索用的词和时间范围，是否足以找到它？',
      '是否确实没有，而不是有而不便提供？',
    ],
    exceptions: [],
    examples: ['申请的三份文件中有一份从未制作'],
    counterExamples: ['没有检索就认为不存在'],
  },
  notOurs: {
    zh: '不属于本机关负责公开',
    en: "not this agency's to disclose",
    by: reg('36(5)'),
    obligation: 'cannot',
    finding: '不属于本机关负责公开',
    questions: [
      '是否查明了制作机关或者最初获取机关（写明是谁）？',
      '本机关是否既没有制作，也不是最初获取？',
      '是否不是本机关牵头与其他机关共同制作的？',
    ],
    exceptions: [],
    examples: ['申请的材料中有一份由财政局制作'],
    counterExamples: ['本机关牵头、与其他机关共同制作的信息'],
  },
  needsMaking: {
    zh: '没有现成信息，需要加工、分析',
    en: 'would have to be made',
    by: reg('38'),
    obligation: 'cannot',
    finding: '没有现成信息，需要对现有政府信息进行加工、分析',
    questions: [
      '是否确实没有现成的记录，而不是只需查找、复制或区分处理？',
      '已有的系统是否不能按现有字段直接导出？',
      '是否说明了需要怎样加工、分析？',
    ],
    exceptions: [],
    examples: ['按村汇总、而本机关只有按校数据的统计'],
    counterExamples: ['从现有数据库按已有字段导出即可得到的清单'],
  },
} as const satisfies Record<RemainderGround, GroundRule>

/** Grounds that agencies stretch: each question must be answered on record before one of them is used. */
export const TESTED_GROUNDS: readonly RemainderGround[] = [
  'internalAffairs',
  'processInformation',
  'enforcementFile',
  'adminQuery',
]

/** 密级 (《保守国家秘密法》), the gravest first. */
export const SECRET_LEVELS = ['topSecret', 'secret', 'confidential'] as const
export type SecretLevel = (typeof SECRET_LEVELS)[number]
export const SECRET_LEVEL_WORDS: Record<SecretLevel, string> = { topSecret: '绝密', secret: '机密', confidential: '秘密' }

/** Grounds that cite Reg. 14, 15 or 16: the only ones for which reconsideration comes before suit on the narrow reading. */
export function isArticle14to16(ground: RemainderGround): ground is Ground {
  return (GROUNDS as readonly string[]).includes(ground)
}
