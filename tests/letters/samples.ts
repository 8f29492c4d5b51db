/**
 * Sample facts for every letter, of an imaginary county: what tests of wording and of paper set. Kept beside the wording so that
 * a new code can not be added without a sample.
 */
import { localDate } from '../../src/law/date.ts'
import { DEFAULT_READINGS } from '../../src/law/readings.ts'
import { feeByItem } from '../../src/law/requests/fees.ts'
import { GROUND_TABLE, type RemainderGround } from '../../src/law/withholding.ts'
import type { Outcome } from '../../src/law/requests/vocabulary.ts'
import type { ActOf } from '../../src/record/requests/acts.ts'
import type { ReplyContentInput } from '../../src/record/requests/reply.ts'
import { replyContentSchema } from '../../src/record/requests/reply.ts'
import { composeLetter, replyCodeFor } from '../../src/record/letters/compose.ts'
import type { LetterActs, LetterFacts, ReplyCode } from '../../src/record/letters/facts.ts'
import type { Letter, LetterCode } from '../../src/record/letters/model.ts'

const on = localDate

const BASE: Omit<LetterFacts, 'act'> = {
  agency: {
    name: '云岭县教育局',
    officeName: '云岭县教育局办公室',
    address: '云岭县城关镇文教路1号',
    postcode: '100000',
    phone: '010-00000000',
    officeHours: '工作日 9:00–12:00、14:00–17:30',
    reconsiderationBody: '云岭县人民政府',
    court: '云岭县人民法院',
    onlineReconsideration: 'https://www.yunling.example/fuyi',
    supervisorName: '云岭县人民政府办公室',
  },
  requester: { name: '张晓明', kind: 'naturalPerson' },
  request: {
    number: '云教公开申〔2026〕3号',
    subject: '2025年云岭县城区义务教育学校学区划分图及划分依据',
    submittedOn: on('2026-03-02'),
    via: 'web',
    receivedOn: on('2026-03-03'),
    correctedOn: null,
  },
  number: '云教公开申〔2026〕3号-答',
  date: on('2026-03-25'),
  readings: DEFAULT_READINGS,
  electronic: false,
}

/** The three questions of a ground, each answered with yes and why. */
export function tested(of: RemainderGround): NonNullable<ReplyContentInput['tests']> {
  return [{ of, answers: GROUND_TABLE[of].questions.map(() => ({ holds: true, why: '已逐页核对材料原件。' })) }]
}

/** Complete contents, one for each outcome that is a reply. */
export const SAMPLE_REPLIES: Partial<Record<Outcome, ReplyContentInput>> = {
  granted: {
    outcome: 'granted',
    given: {
      what: '《云岭县城区义务教育学校学区划分图（2025年）》',
      way: 'attached',
      onPaper: ['云岭县城区义务教育学校学区划分图（2025年）'],
    },
  },
  'granted.alreadyPublished': {
    outcome: 'granted.alreadyPublished',
    publishedAt: { title: '云岭县2025年义务教育招生工作实施方案', url: 'https://www.yunling.example/jy/zs/2025.html' },
  },
  partial: {
    outcome: 'partial',
    grounds: ['thirdParty'],
    given: {
      what: '《云岭县第一中学食堂承包合同》（已隐去第三方商业秘密）',
      way: 'pickup',
      place: '云岭县教育局办公室',
      from: on('2026-03-26'),
    },
    withheldPart: '合同第六条成本构成明细及第三方银行账号',
    weighing: '食堂经营情况已随合同正文公开，成本构成与账号不影响公众监督。',
    reasons: '上述内容属于承包方不为公众所知悉、能够带来经济利益并经其采取保密措施的经营信息，公开会损害其竞争地位。',
  },
  'withheld.stateSecret': {
    outcome: 'withheld.stateSecret',
    severable: false,
    reasons: '该材料为尚未启用的国家统一考试试题，现仍在保密期限内。',
    secret: { level: 'secret', basis: '教育工作国家秘密范围第二条', by: '省教育考试院', period: '至本次考试结束' },
  },
  'withheld.forbiddenByLaw': {
    outcome: 'withheld.forbiddenByLaw',
    severable: false,
    reasons: '该材料载有涉案未成年学生的姓名、影像和就读学校，公开后能够识别特定未成年人。',
    groundBasis: '《中华人民共和国未成年人保护法》第一百零三条',
  },
  'withheld.securityAndStability': {
    outcome: 'withheld.securityAndStability',
    severable: false,
    reasons: '该材料标明全县校园视频监控点位及盲区，公开后可能被用于规避安全防范，危及公共安全。',
  },
  'withheld.thirdParty': {
    outcome: 'withheld.thirdParty',
    severable: false,
    reasons:
      '该材料为学生家庭经济困难认定材料，涉及学生及其家庭的个人隐私，公开会对其合法权益造成损害，且不公开不会对公共利益造成重大影响。',
    knownObjection: '学生监护人认为公开会泄露其家庭情况',
    weighing: '公众关心的是资助总额和人数，已主动公开；单个学生的家庭情况与公共利益无关。',
  },
  'withheld.internalAffairs': {
    outcome: 'withheld.internalAffairs',
    severable: false,
    reasons: '该材料为本机关干部考察过程中的谈话记录，仅用于内部人事管理，不对外部产生权利义务影响。',
    tests: tested('internalAffairs'),
  },
  'withheld.processInformation': {
    outcome: 'withheld.processInformation',
    severable: false,
    reasons: '该材料为局长办公会的讨论记录，公开会影响集体讨论的坦率和充分。',
    tests: tested('processInformation'),
  },
  'withheld.enforcementFile': {
    outcome: 'withheld.enforcementFile',
    severable: false,
    reasons: '该材料为对校外培训机构行政处罚案卷中的询问笔录，处罚决定已依法公示。',
    tests: tested('enforcementFile'),
  },
  'withheld.adminQuery': {
    outcome: 'withheld.adminQuery',
    accessLaw: { name: '《不动产登记暂行条例》第二十七条', place: '云岭县不动产登记中心查询窗口' },
    tests: tested('adminQuery'),
  },
  'unable.notHeld': {
    outcome: 'unable.notHeld',
    reasons: '城东片区未单独划分学区，本机关没有制作该文件。',
  },
  'unable.notOurs': {
    outcome: 'unable.notOurs',
    reasons: '学校建设用地的审批由自然资源主管部门负责，该信息不由本机关制作或者最初获取。',
    rightAgency: { name: '云岭县自然资源局', contact: '010-00000001' },
  },
  'unable.needsMaking': {
    outcome: 'unable.needsMaking',
    reasons: '本机关只有按学校汇总的资助名册，没有按行政村汇总的统计，须逐人核对住址后另行制作。',
  },
  'unable.stillUnclear': {
    outcome: 'unable.stillUnclear',
    reasons: '补正后仍仅写明“所有与学校有关的文件”，没有名称、文号、时间或者其他特征，无法据以查找。',
  },
  'notProcessed.petition': {
    outcome: 'notProcessed.petition',
    reasons: '所提内容为反映子女未被录取并要求说明原因，没有指向确定的政府信息。',
    properOutlet: '云岭县教育局信访室，电话：010-00000002',
  },
  'notProcessed.repeated': {
    outcome: 'notProcessed.repeated',
    earlierCase: { number: '云教公开申〔2025〕12号-答', on: on('2025-05-20') },
  },
  'notProcessed.publishedWork': {
    outcome: 'notProcessed.publishedWork',
    publicationSource: '《云岭县人民政府公报》2025年第3期，可到云岭县图书馆、云岭县档案馆查阅',
  },
  'notProcessed.excessive': {
    outcome: 'notProcessed.excessive',
    reasons: '自2026年1月以来已提出相近申请46件，经要求说明理由，所述理由与申请内容没有联系。',
  },
  'notProcessed.reconfirmation': {
    outcome: 'notProcessed.reconfirmation',
    reasons: '所附复印件即本机关2025年5月20日提供的文件，申请内容为在其上加盖印章证明属实。',
  },
  'other.other': {
    outcome: 'other.other',
    reasons: '所提内容为咨询教师资格认定的办理流程，不是申请获取已有的政府信息。',
    properOutlet: '云岭县政务服务中心教育窗口，电话：010-00000003',
  },
  'other.archives': {
    outcome: 'other.archives',
    accessLaw: { name: '《中华人民共和国档案法》第十五条', place: '云岭县档案馆（城关镇北大街30号）' },
  },
}

const searched = {
  kind: 'searched',
  by: '基础教育科',
  keywords: ['学区划分', '城东片区'],
  period: '2023年1月1日至2025年12月31日',
  found: false,
  result: '未检索到相关记录',
} as const
/** Two kinds of places, as an answer of 不存在 wants. */
export const SAMPLE_SEARCHES: ActOf<'searched'>[] = [
  { ...searched, on: on('2026-03-05'), where: 'system', place: '局机关电子公文系统', keywords: [...searched.keywords] },
  { ...searched, on: on('2026-03-06'), where: 'archive', place: '局档案室', by: '局档案室', keywords: [...searched.keywords] },
]

function sampleFee(): LetterActs['D10']['fee'] {
  const fee = feeByItem({ earlierInMonth: 10, items: 5, on: on('2026-03-10') })
  if (!fee.ok) throw new Error('the sample lies before the fee measures')
  return fee.value
}

const PARTY = { name: '云岭县某餐饮服务有限公司', isPerson: false }
const INFORMATION = '《云岭县第一中学食堂承包合同》'

const SAMPLE_ACTS: { [C in Exclude<LetterCode, ReplyCode>]: LetterActs[C] } = {
  D01: { dueOn: on('2026-03-31') },
  D02: { items: '所申请信息的具体名称或者文号；\n所申请信息的年度和适用的学校', replyBy: on('2026-03-27') },
  D03: { facts: '您自2026年1月1日至今已向本机关提出政府信息公开申请46件，其中31件内容相近', replyBy: on('2026-03-20') },
  D04: {
    formerDueOn: on('2026-03-31'),
    newDueOn: on('2026-04-29'),
    workingDays: 20,
    reason: '申请涉及的历年文件较多，需要逐份查阅核对',
  },
  D05: { party: PARTY, information: INFORMATION },
  D06: { party: PARTY, information: INFORMATION },
  D07: { whom: 'thirdParty', askedOn: on('2026-03-10') },
  D08: { agency: '云岭县财政局', as: 'co-maker', information: '《云岭县义务教育经费保障实施办法》', answerBy: null },
  D09: {
    party: PARTY,
    information: INFORMATION,
    reasons: '该合同涉及学生用餐安全和伙食费使用，不公开可能对公共利益造成重大影响。',
  },
  D10: { fee: sampleFee() },
  D24: { because: 'correctionLapsed', askedOn: on('2026-03-06'), replyBy: on('2026-03-24') },
  D25: { until: on('2026-06-30'), reason: '所申请的文件共计三百余份，需要逐份审查' },
  D26: {
    result: 'amended',
    record: '教师资格认定登记表',
    wrong: '姓名中的“珍”误写为“诊”。',
    correctedTo: '姓名登记为“李珍”',
    reasons: '经核对身份证件，登记的姓名确有误写。',
    to: null,
  },
  D27: { withdrawnOn: on('2026-03-09') },
  D29: {
    information: '2025年城区义务教育学校学区划分方案',
    reason: '多人申请，关系全县适龄儿童入学',
    askers: 4,
    proposedOn: on('2026-03-20'),
    result: 'converted',
    because: '',
    place: '《云岭县城区义务教育学校学区划分方案（2025年）》（索引号：YL-JY-2026-0012）',
    decidedBy: '沈志明',
  },
  D30: { decision: '关于予以公开政府信息的告知书', decisionNumber: BASE.number, decidedOn: on('2026-03-24') },
  D28: {
    document: '关于予以公开政府信息的告知书',
    documentNumber: BASE.number,
    method: 'signed-mail',
    proof: '',
    servedOn: null,
  },
}

/** A letter with the facts it was composed from. */
export interface Sample {
  name: string
  letter: Letter
  facts: LetterFacts
}

function sampleReply(input: ReplyContentInput): Sample {
  const content = replyContentSchema.parse(input)
  const code = replyCodeFor(content)
  if (!code) throw new Error(`${content.outcome} is no reply`)
  const correctedOn = content.outcome === 'unable.stillUnclear' ? on('2026-03-12') : null
  const facts: LetterFacts<ReplyCode> = {
    ...BASE,
    request: { ...BASE.request, correctedOn },
    act: { content, consultations: [], searches: content.outcome === 'unable.notHeld' ? SAMPLE_SEARCHES : [] },
  }
  return { name: `${code} ${content.outcome}`, letter: composeLetter(code, facts), facts }
}

function sampleOf<C extends Exclude<LetterCode, ReplyCode>>(code: C): Sample {
  const facts: LetterFacts<C> = { ...BASE, number: `${BASE.request.number}-${code}`, act: SAMPLE_ACTS[code] as LetterActs[C] }
  return { name: code, letter: composeLetter(code, facts), facts }
}

/** One letter of every code and every outcome. */
export function sampleLetters(): Sample[] {
  const codes = Object.keys(SAMPLE_ACTS) as Exclude<LetterCode, ReplyCode>[]
  return [...codes.map((code) => sampleOf(code)), ...Object.values(SAMPLE_REPLIES).map(sampleReply)]
}
