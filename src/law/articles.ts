/**
 * 《条例》五十六条 — every article of the Regulation with what it says in short and where this product answers it: in code
 * (file and export), in a procedure that people follow with the product's help (room), or not at all, because it speaks to people
 * and not to machines. A test holds the list complete and every link alive.
 */

export const ROOMS = ['requests', 'publication', 'reports', 'oversight', 'dialogue', 'people'] as const
export type Room = (typeof ROOMS)[number]

/** A place in the code: the path from the repository's root, and what is exported there. */
export interface CodePlace {
  readonly file: string
  readonly name: string
}

export type Treatment =
  | { readonly kind: 'encoded'; readonly at: readonly CodePlace[] }
  | { readonly kind: 'procedure'; readonly room: Room; readonly how: string }
  | { readonly kind: 'notForMachines'; readonly reason: string }

export interface Article {
  readonly number: number
  /** 大意, in our own words; the text of the Regulation alone is authoritative. */
  readonly summary: string
  readonly treatment: Treatment
}

/** 六章 and the articles that each begins and ends with. */
export const CHAPTERS = [
  { title: '第一章　总则', from: 1, to: 9 },
  { title: '第二章　公开的主体和范围', from: 10, to: 18 },
  { title: '第三章　主动公开', from: 19, to: 26 },
  { title: '第四章　依申请公开', from: 27, to: 45 },
  { title: '第五章　监督和保障', from: 46, to: 53 },
  { title: '第六章　附则', from: 54, to: 56 },
] as const

/** `requests/clock.ts#clock` below `src/law`; a path that begins with `record/` below `src`. */
function encoded(...places: readonly string[]): Treatment {
  const at = places.map((place) => {
    const [path = '', name = ''] = place.split('#')
    return { file: path.startsWith('record/') ? `src/${path}` : `src/law/${path}`, name }
  })
  return { kind: 'encoded', at }
}
function procedure(room: Room, how: string): Treatment {
  return { kind: 'procedure', room, how }
}
function notForMachines(reason: string): Treatment {
  return { kind: 'notForMachines', reason }
}

const CLOCK = 'requests/clock.ts#clock'
const LETTERS = 'record/letters/compose.ts#composeLetter'
const OUTCOMES = 'requests/outcomes.ts#OUTCOME_TABLE'
const GROUNDS = 'withholding.ts#GROUND_TABLE'

const TEXTS: readonly (readonly [number: number, summary: string, treatment: Treatment])[] = [
  // 第一章 总则
  [1, '立法目的：保障依法获取政府信息，提高工作透明度，建设法治政府，服务群众。', notForMachines('立法目的，不产生具体规则')],
  [
    2,
    '政府信息是行政机关在履行行政管理职能过程中制作或者获取、以一定形式记录和保存的信息。',
    encoded(OUTCOMES, 'withholding.ts#REMAINDER_GROUNDS'),
  ],
  [
    3,
    '各级政府加强领导；国务院办公厅和地方政府办公厅（室）为主管部门，垂直领导部门由其办公厅（室）主管本系统。',
    encoded('record/people/roles.ts#PERMISSIONS'),
  ],
  [
    4,
    '县级以上部门和各级政府建立健全制度，指定政府信息公开工作机构，并规定其职能。',
    encoded('record/people/agency.ts#agencyDetails'),
  ],
  [5, '以公开为常态、不公开为例外，遵循公正、公平、合法、便民。', notForMachines('原则，体现在各条规则和默认选择中')],
  [
    6,
    '及时、准确公开；发现虚假或者不完整信息的，发布准确信息予以澄清。',
    procedure('publication', '由工作人员判断并发布准确信息'),
  ],
  [7, '各级政府积极推进公开，逐步增加公开的内容。', notForMachines('对各级政府的要求')],
  [
    8,
    '加强信息资源规范化、标准化、信息化管理，建设公开平台并与政务服务平台融合。',
    encoded('publication/platform.ts#PLATFORM_PART_RULES'),
  ],
  [9, '公民、法人和其他组织有权监督并提出批评、建议。', procedure('oversight', '公开栏目公布监督机构和联系方式')],
  // 第二章 公开的主体和范围
  [
    10,
    '谁制作谁公开；从个人和组织获取的由保存机关公开，从其他机关获取的由制作或者最初获取机关公开；共同制作的由牵头机关公开。',
    encoded(OUTCOMES),
  ],
  [
    11,
    '公开涉及其他机关的信息前与其协商、确认；依法需要批准的，经批准后公开。',
    encoded('requests/consultation.ts#consultationLimit', LETTERS),
  ],
  [12, '编制、公布并及时更新指南和目录；规定二者应当包括的内容。', encoded('publication/platform.ts#PLATFORM_PART_RULES')],
  [13, '除第十四条至第十六条外，政府信息应当公开，方式为主动公开和依申请公开。', encoded('withholding.ts#GROUNDS')],
  [14, '国家秘密，法律、行政法规禁止公开，以及可能危及国家安全、公共安全、经济安全、社会稳定的，不予公开。', encoded(GROUNDS)],
  [
    15,
    '涉及商业秘密、个人隐私等会损害第三方合法权益的不得公开，但第三方同意或者不公开会严重影响公共利益的除外。',
    encoded(GROUNDS, 'record/requests/check-reply.ts#checkReply'),
  ],
  [
    16,
    '内部事务信息可以不予公开；过程性信息和行政执法案卷可以不予公开，法律、法规、规章规定应当公开的从其规定。',
    encoded(GROUNDS),
  ],
  [
    17,
    '建立健全公开审查机制，依照保密法等审查；不能确定的报主管部门或者保密部门。',
    procedure('publication', '发布前由负责人审查'),
  ],
  [18, '定期评估不予公开的信息，因情势变化可以公开的予以公开。', encoded('readings.ts#READING_QUESTIONS')],
  // 第三章 主动公开
  [19, '涉及公众利益调整、需要公众广泛知晓或者参与决策的，主动公开。', procedure('publication', '由工作人员按本条判断')],
  [20, '各级行政机关应当主动公开的十五项信息，其中第（十一）项包括教育。', encoded('publication/columns.ts#COLUMNS')],
  [21, '设区的市、县级和乡镇还应当根据本地情况主动公开的信息。', encoded('publication/columns.ts#COLUMNS')],
  [22, '确定主动公开的具体内容，并按照上级部署不断增加。', procedure('publication', '按目录栏目维护公开内容')],
  [
    23,
    '通过公报、网站或者其他互联网政务媒体、新闻发布会和报刊、广播、电视等途径公开。',
    encoded('publication/outlets.ts#OUTLET_RULES'),
  ],
  [24, '依托政府门户网站统一平台集中公开，提供检索、查阅、下载。', encoded('publication/platform.ts#PLATFORM_PARTS')],
  [
    25,
    '在国家档案馆、公共图书馆、政务服务场所设置查阅场所，及时提供主动公开的信息。',
    encoded('publication/outlets.ts#OUTLET_RULES'),
  ],
  [
    26,
    '自信息形成或者变更之日起二十个工作日内公开，法律、法规另有规定的从其规定。',
    encoded('publication/timeliness.ts#PUBLICATION_LIMITS'),
  ],
  // 第四章 依申请公开
  [
    27,
    '任何人可以向地方政府、县级以上部门等以自己名义履行职能的机关申请，不问用途。',
    encoded('scope.ts#REGIME_TABLE', 'requests/form.ts#checkRequestForm'),
  ],
  [28, '建立完善申请渠道，为依法申请提供便利。', encoded('requests/vocabulary.ts#INTAKE_CHANNELS')],
  [
    29,
    '申请的形式和内容：身份证明和联系方式、信息的特征、要求的形式；书写困难的代为填写。',
    encoded('requests/form.ts#checkRequestForm'),
  ],
  [
    30,
    '内容不明确的，七个工作日内一次性告知补正；期限自收到补正之日起算；逾期不补正视为放弃。',
    encoded('requests/limits.ts#CORRECTION_NOTICE_LIMIT', 'requests/correction.ts#correctionDue', CLOCK),
  ],
  [
    31,
    '收到申请之日：当面为提交之日，邮寄为签收之日，平常信函、互联网渠道和传真为双方确认之日。',
    encoded('requests/receipt.ts#RECEIPT_RULES'),
  ],
  [
    32,
    '会损害第三方合法权益的，书面征求意见，第三方十五个工作日内提出；逾期由机关决定；为公共利益可以决定公开并书面告知。',
    encoded('requests/limits.ts#THIRD_PARTY_LIMIT', 'record/requests/check-reply.ts#checkReply', LETTERS),
  ],
  [
    33,
    '能当场答复的当场答复；否则二十个工作日内答复，经工作机构负责人同意可延长至多二十个工作日；征求意见时间不计算在内。',
    encoded('requests/limits.ts#REPLY_LIMIT', 'requests/limits.ts#EXTENSION_LIMIT', CLOCK),
  ],
  [
    34,
    '共同制作的，牵头机关可以征求其他机关意见，十五个工作日内提出，逾期视为同意公开。',
    encoded('requests/limits.ts#CO_MAKER_LIMIT', 'requests/consultation.ts#stretchOf'),
  ],
  [35, '数量、频次明显超过合理范围的，可以要求说明理由；不合理的不予处理，合理而不能按期的延迟答复。', encoded(OUTCOMES, CLOCK)],
  [
    36,
    '七种答复：已公开的告知途径，可公开的提供，不予公开的说明理由，不存在、不归本机关、重复、另有规定的分别告知。',
    encoded(OUTCOMES, LETTERS),
  ],
  [
    37,
    '能作区分处理的，提供可以公开的内容，对不予公开的内容说明理由。',
    encoded('withholding.ts#REMAINDER_GROUNDS', 'record/letters/partial.ts#remainderBlocks'),
  ],
  [38, '提供的是已制作或者获取的信息；需要加工、分析的可以不予提供。', encoded(OUTCOMES)],
  [39, '以申请形式信访、投诉、举报的告知不作为申请处理；要求公开出版物的可以告知获取途径。', encoded(OUTCOMES)],
  [
    40,
    '按申请人要求的形式提供；可能危及载体安全或者成本过高的，改用其他形式或者安排查阅、抄录。',
    encoded('record/requests/reply.ts#PROVISION_WAYS'),
  ],
  [
    41,
    '与自身相关的记录不准确的，可以要求更正；不归本机关的转送或者告知。',
    encoded('record/amendments/check.ts#decisionFaults', 'record/letters/closings.ts#amendmentTold'),
  ],
  [
    42,
    '提供政府信息不收费；数量、频次明显超过合理范围的可以收取信息处理费，办法另定。',
    encoded('requests/fees.ts#feeByItem', 'requests/fees.ts#feeByVolume'),
  ],
  [43, '阅读困难或者视听障碍的，提供必要的帮助。', procedure('dialogue', '公开栏目提供大字、键盘操作和读屏支持，人员到场协助')],
  [
    44,
    '多人就相同信息申请且可以公开的，可以纳入主动公开；申请人可以建议，经审核应当主动公开的及时公开。',
    procedure('publication', '由工作人员审核后转为主动公开'),
  ],
  [
    45,
    '建立登记、审核、办理、答复、归档的工作制度，加强规范。',
    encoded('record/requests/acts.ts#actSchema', 'record/requests/may.ts#may'),
  ],
  // 第五章 监督和保障
  [46, '建立考核、社会评议和责任追究制度，定期考核、评议。', procedure('oversight', '由政府组织考核、评议')],
  [
    47,
    '主管部门指导、监督检查；未按规定开展工作的督促整改或者通报批评；公民可以反映。',
    procedure('oversight', '主管部门查看所属单位年报和公开内容'),
  ],
  [48, '主管部门对工作人员定期培训。', notForMachines('培训由主管部门组织')],
  [49, '县级以上部门一月三十一日前提交并公布上一年度报告；政府三月三十一日前公布。', encoded('reports/duty.ts#reportDue')],
  [
    50,
    '年度报告的内容，以及全国统一的格式。',
    encoded('reports/formats/index.ts#FORMS', 'record/reports/compile.ts#countRequests'),
  ],
  [
    51,
    '认为侵犯合法权益的，可以投诉、举报，也可以依法申请行政复议或者提起行政诉讼。',
    encoded('oversight/remedies.ts#remediesFor', 'record/reports/compile.ts#countDisputes'),
  ],
  [52, '未建立健全制度、机制的，责令改正，情节严重的依法处分。', notForMachines('由上级机关追究责任')],
  [
    53,
    '不依法履行公开职能、不及时更新内容、指南和目录等的，责令改正，情节严重的依法处分，构成犯罪的追究刑事责任。',
    notForMachines('由上级机关追究责任'),
  ],
  // 第六章 附则
  [54, '法律、法规授权的具有管理公共事务职能的组织，适用本条例。', encoded('scope.ts#REGIME_TABLE')],
  [
    55,
    '教育、卫生健康、供水、供电等公共企事业单位依照有关规定公开；未依法公开的可以向主管部门申诉。',
    encoded('scope.ts#requestRefusal', 'publication/columns.ts#dutyColumns'),
  ],
  [56, '自2019年5月15日起施行。', encoded('requests/limits.ts#REPLY_LIMIT')],
]

/** All articles, in order. */
export const ARTICLES: readonly Article[] = TEXTS.map(([number, summary, treatment]) => ({ number, summary, treatment }))
