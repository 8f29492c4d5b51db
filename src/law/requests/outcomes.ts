/**
 * 答复类型 — Reg. 30, 33–39, 42 and the two report formats in one table: for each outcome its family, article, letter, report
 * row, remedy and what it must contain. Whoever adds an outcome adds a row here, and the compiler asks for the rest.
 */
import type { Citation } from '../cite.ts'
import { archivesLaw, feeMeasures, reg, whole } from '../cite.ts'
import { localDate } from '../date.ts'
import { formOf } from '../reports/formats/index.ts'
import type { ReportFormat, RequestRow } from '../reports/model.ts'
import type { Ground } from '../withholding.ts'
import { GROUNDS } from '../withholding.ts'
import type { Need, OutcomeRule } from './outcome-rule.ts'
import type { Outcome } from './vocabulary.ts'

export type { Need, OutcomeRule } from './outcome-rule.ts'
export { OUTCOME_FAMILIES, OUTCOME_FAMILY_WORDS } from './outcome-rule.ts'

const REGULATION = localDate('2019-05-15')
/** 《信息处理费管理办法》 came into force. */
const FEE_MEASURES = localDate('2021-01-01')
/** 《档案法》 as revised in 2020 came into force; its Art 15.2 says who answers for what was moved to the archives. */
const ARCHIVES_LAW = localDate('2021-01-01')

function withheld(
  ground: Ground,
  by: Citation,
  words: Pick<OutcomeRule, 'zh' | 'en' | 'when' | 'whenNot'>,
  more: Need[] = [],
): OutcomeRule {
  return {
    family: 'withheld',
    row: `withheld.${ground}`,
    articles: [reg('36(3)'), by],
    letter: 'D14',
    remedy: 'reconsiderationFirst',
    closedBy: 'reply',
    needs: ['reasons', 'severance', ...more],
    from: REGULATION,
    ...words,
  }
}

function replied(rule: Omit<OutcomeRule, 'closedBy' | 'remedy' | 'from'>): OutcomeRule {
  return { closedBy: 'reply', remedy: 'either', from: REGULATION, ...rule }
}

export const OUTCOME_TABLE = {
  granted: replied({
    family: 'granted',
    zh: '予以公开',
    en: 'granted',
    row: 'granted',
    articles: [reg('36(2)')],
    letter: 'D11',
    needs: ['given'],
    when: '信息可以公开，现在就提供，或者告知获取的方式、途径和时间。',
    whenNot: '只给其中一部分的，选“部分公开”；网上已能查到的，选“已主动公开”。',
  }),
  'granted.alreadyPublished': replied({
    family: 'granted',
    zh: '已主动公开',
    en: 'already published',
    row: 'granted',
    articles: [reg('36(1)')],
    letter: 'D12',
    needs: ['publishedAt'],
    when: '申请的信息已经主动公开，能给出准确的网址或查阅地点。',
    whenNot: '链接打不开，或者公开的内容与申请的不是同一件，不能用。',
  }),
  partial: {
    family: 'partial',
    zh: '部分公开',
    en: 'partly granted',
    row: 'partial',
    articles: [reg('37')],
    letter: 'D13',
    remedy: 'partial',
    closedBy: 'reply',
    needs: ['given', 'remainder', 'reasons', 'groundBasis', 'consultation'],
    when: '一部分可以公开、一部分不能公开，且能够作区分处理；或者申请有几项内容，有的提供、有的不能提供。',
    whenNot: '一项都没有提供的，不是部分公开。',
    from: REGULATION,
  },
  'withheld.stateSecret': withheld(
    'stateSecret',
    reg('14'),
    {
      zh: '属于国家秘密',
      en: 'state secret',
      when: '已依法定密，有密级、保密期限，现仍在保密期限内。',
      whenNot: '没有密级标志、仅为内部资料，或者已经解密。',
    },
    ['groundBasis'],
  ),
  'withheld.forbiddenByLaw': withheld(
    'forbiddenByLaw',
    reg('14'),
    {
      zh: '其他法律行政法规禁止公开',
      en: 'forbidden by another law or administrative regulation',
      when: '有法律或行政法规的明确条文禁止公开。',
      whenNot: '依据只是规章、地方性法规或文件的，不能用。',
    },
    ['groundBasis'],
  ),
  'withheld.securityAndStability': withheld('securityAndStability', reg('14'), {
    zh: '危及“三安全一稳定”',
    en: 'endangers national, public or economic security or social stability',
    when: '公开后可能危及国家安全、公共安全、经济安全或社会稳定，且有具体事实支持。',
    whenNot: '只是担心引起议论、批评的，不能用。',
  }),
  'withheld.thirdParty': withheld(
    'thirdParty',
    reg('15'),
    {
      zh: '保护第三方合法权益',
      en: "protects a third party's lawful rights",
      when: '涉及商业秘密、个人隐私等，已书面征求第三方意见，第三方不同意且理由合理，并已权衡公共利益。',
      whenNot: '第三方同意公开，或者其不同意没有合理理由；去掉相关内容后可以提供的，选“部分公开”。',
    },
    ['consultation'],
  ),
  'withheld.internalAffairs': withheld('internalAffairs', reg('16.1'), {
    zh: '属于三类内部事务信息',
    en: 'internal affairs',
    when: '属于人事管理、后勤管理、内部工作流程，不影响外部的权利义务。',
    whenNot: '对学校、教师、家长等产生影响的信息，不能用。',
  }),
  'withheld.processInformation': withheld('processInformation', reg('16.2'), {
    zh: '属于四类过程性信息',
    en: 'deliberative information',
    when: '属于讨论记录、过程稿、磋商信函、请示报告等，尚在形成决定的过程中。',
    whenNot: '已经生效的文件和最终结论；法律、法规、规章规定应当公开的。',
  }),
  'withheld.enforcementFile': withheld('enforcementFile', reg('16.2'), {
    zh: '属于行政执法案卷',
    en: 'administrative enforcement file',
    when: '属于行政处罚、行政许可、行政检查等执法案卷中的材料。',
    whenNot: '依法应当公示的执法决定和结果；法律、法规、规章规定应当公开的。',
  }),
  'withheld.adminQuery': replied({
    family: 'withheld',
    zh: '属于行政查询事项',
    en: 'access governed by a special law',
    row: 'withheld.adminQuery',
    articles: [reg('36(7)')],
    letter: 'D18',
    needs: ['accessLaw'],
    when: '本机关就是办理该项查询的机关，且有法律或行政法规对获取该信息作了特别规定。',
    whenNot: '该信息归别的机关登记保管的，选“不属于本机关负责公开”。',
  }),
  'unable.notHeld': replied({
    family: 'unable',
    zh: '信息不存在',
    en: 'searched for and not held',
    row: 'unable.notHeld',
    articles: [reg('36(4)')],
    letter: 'D15',
    needs: ['search', 'reasons'],
    when: '经过充分、合理的检索，确认本机关没有制作、获取或保存该信息。',
    whenNot: '没有检索记录；信息有而只是不便提供；应由别的机关公开的。',
  }),
  'unable.notOurs': replied({
    family: 'unable',
    zh: '不属于本机关负责公开',
    en: "not this agency's to disclose",
    row: 'unable.notHeld',
    articles: [reg('36(5)'), reg('10')],
    letter: 'D16',
    needs: ['reasons', 'rightAgency'],
    when: '信息不由本机关制作，也不是本机关最初获取，应由其他机关公开。',
    whenNot: '本机关牵头与其他机关共同制作的，由本机关公开。',
  }),
  'unable.needsMaking': replied({
    family: 'unable',
    zh: '没有现成信息需要另行制作',
    en: 'would have to be made',
    row: 'unable.needsMaking',
    articles: [reg('38')],
    letter: 'D21',
    needs: ['reasons'],
    when: '没有现成信息，要满足申请须对现有信息进行加工、分析。',
    whenNot: '只需查找、复制、按已有字段导出，或者只需区分处理的。',
  }),
  'unable.stillUnclear': replied({
    family: 'unable',
    zh: '补正后申请内容仍不明确',
    en: 'still unclear after correction',
    row: 'unable.stillUnclear',
    articles: [reg('30'), whole('reportFormat2021')],
    letter: 'D22',
    needs: ['correctionHistory', 'reasons'],
    when: '已告知补正，申请人也补正了，但仍无法知道要的是什么信息。',
    whenNot: '没有告知过补正；申请人没有补正的，应在期满后登记“逾期不补正”。',
  }),
  'notProcessed.petition': replied({
    family: 'notProcessed',
    zh: '信访举报投诉类申请',
    en: 'petition, complaint or report in disguise',
    row: 'notProcessed.petition',
    articles: [reg('39.1')],
    letter: 'D19',
    needs: ['reasons', 'properOutlet'],
    when: '以信息公开申请的形式反映问题、投诉、举报、提意见。',
    whenNot: '申请中也要求提供确定的政府信息的，该部分仍须答复。',
  }),
  'notProcessed.repeated': replied({
    family: 'notProcessed',
    zh: '重复申请',
    en: 'already answered',
    row: 'notProcessed.repeated',
    articles: [reg('36(6)')],
    letter: 'D17',
    needs: ['earlierCase'],
    when: '同一申请人、同一信息，本机关已经答复过。',
    whenNot: '信息有了更新，或者换了申请人，或者上次没有实质答复的。',
  }),
  'notProcessed.publishedWork': replied({
    family: 'notProcessed',
    zh: '要求提供公开出版物',
    en: 'asks for a public publication',
    row: 'notProcessed.publishedWork',
    articles: [reg('39.2')],
    letter: 'D20',
    needs: ['publicationSource'],
    when: '要求提供政府公报、报刊、书籍等公开出版物。',
    whenNot: '要的是本机关的文件，只是也曾刊登在公报上的，告知已主动公开。',
  }),
  'notProcessed.excessive': replied({
    family: 'notProcessed',
    zh: '无正当理由大量反复申请',
    en: 'excessive without good reason',
    row: 'notProcessed.excessive',
    articles: [reg('35')],
    letter: 'D23',
    needs: ['reasonsHistory', 'reasons'],
    when: '申请的数量、频次明显超过合理范围，已要求说明理由，其理由不合理或者没有说明。',
    whenNot: '没有要求过说明理由；理由合理只是一时办不完的，应延迟答复。',
  }),
  'notProcessed.reconfirmation': replied({
    family: 'notProcessed',
    zh: '要求行政机关确认或重新出具已获取信息',
    en: 'asks to confirm or re-issue what the requester already holds',
    row: 'notProcessed.reconfirmation',
    articles: [whole('reportFormat2021')],
    letter: 'D23',
    needs: ['reasons'],
    when: '申请人已经有了这份信息，只是要求确认真伪、盖章或者重新出具。',
    whenNot: '申请人并没有拿到过该信息的。',
  }),
  'other.correctionLapsed': {
    family: 'other',
    zh: '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    en: 'no correction in time',
    row: 'other.correctionLapsed',
    articles: [reg('30')],
    letter: 'D24',
    remedy: 'either',
    closedBy: 'lapse',
    needs: ['correctionHistory'],
    when: '已一次性告知补正，期限届满，申请人没有正当理由而不补正。',
    whenNot: '补正期限未满，或者申请人有正当理由。',
    from: REGULATION,
  },
  'other.feeUnpaid': {
    family: 'other',
    zh: '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    en: 'fee not paid in time',
    row: 'other.feeUnpaid',
    articles: [feeMeasures('6'), reg('42')],
    letter: 'D24',
    remedy: 'either',
    closedBy: 'lapse',
    needs: [],
    when: '已发出收费通知，申请人自收到次日起二十个工作日内没有缴费。',
    whenNot: '没有发出收费通知，或者缴费期限未满。',
    from: FEE_MEASURES,
  },
  'other.other': replied({
    family: 'other',
    zh: '其他处理',
    en: 'otherwise handled',
    row: 'other.other',
    articles: [reg('2'), whole('reportFormat2021')],
    letter: 'D19',
    needs: ['reasons'],
    when: '不属于以上任何一类，例如实为咨询。',
    whenNot: '能归入以上任何一类的，不用本项；信息已移交国家档案馆的，选“已移交国家档案馆”。',
  }),
  'other.archives': {
    family: 'other',
    zh: '信息已移交国家档案馆，按照档案利用规定办理',
    en: 'moved to the archives, to be used under the rules on archives',
    row: 'other.other',
    articles: [archivesLaw('15')],
    letter: 'D18',
    remedy: 'either',
    closedBy: 'reply',
    needs: ['accessLaw'],
    when: '信息所在的档案已经移交国家档案馆，国家规定的移交期限也已届满。',
    whenNot: '经档案馆同意提前移交、移交期限没有届满的，仍由本机关答复；本机关还保存着的，也由本机关答复。',
    from: ARCHIVES_LAW,
  },
  'other.withdrawn': {
    family: 'other',
    zh: '申请人撤回申请',
    en: 'withdrawn by the requester',
    row: 'other.other',
    articles: [whole('reportFormat2021')],
    letter: 'D27',
    remedy: 'none',
    closedBy: 'withdrawal',
    needs: [],
    when: '申请人在答复送达前自愿撤回。',
    whenNot: '由工作人员劝说、代替申请人撤回。',
    from: REGULATION,
  },
} as const satisfies Record<Outcome, OutcomeRule>

/** The rule with its wide type, for whoever takes any outcome. */
export function outcomeRule(outcome: Outcome): OutcomeRule {
  return OUTCOME_TABLE[outcome]
}

/** The leaf row of table 三 that this outcome is counted in: the form of 2019, say, has one row for all of （六）. */
export function reportRowFor(outcome: Outcome, format: ReportFormat): RequestRow {
  return formOf(format).requests.rows.find(({ outcomes }) => outcomes?.includes(outcome))?.row ?? outcomeRule(outcome).row
}

/** The ground of Art 14–16 that a whole refusal rests on, or null for every other outcome. */
export function groundOf(outcome: Outcome): Ground | null {
  return GROUNDS.find((ground) => outcome === `withheld.${ground}`) ?? null
}
