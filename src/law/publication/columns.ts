/**
 * 法定主动公开内容的栏目 — where published information belongs: Reg. 20 and 21 for every agency; the standard catalogue of
 * compulsory education (基层政务公开标准目录, an elaboration of 20(11)) for education bureaus; 教办〔2010〕15号 for schools.
 */
import { type Citation, reg, whole } from '../cite.ts'

interface ColumnRule {
  readonly zh: string
  /** What belongs there: shown under the heading, and on a page that has nothing yet. */
  readonly what: string
  readonly by: Citation
}

const art20 = (item: number) => reg(`20(${item})`)

/** Columns of every agency; shown even while empty, since the duty is there. */
const GENERAL = {
  organisation: { zh: '机构职能', what: '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名', by: art20(2) },
  normative: { zh: '行政规范性文件', what: '本机关制发的行政规范性文件及其有效性', by: art20(1) },
  basis: { zh: '履职依据', what: '本机关履行职责所依据的法律、法规、规章', by: art20(1) },
  interpretation: { zh: '政策解读', what: '对政策文件的背景、对象、办理方法的说明', by: whole('opennessRules') },
  plans: { zh: '规划计划', what: '国民经济和社会发展规划、专项规划、区域规划及相关政策', by: art20(3) },
  statistics: { zh: '统计信息', what: '国民经济和社会发展统计信息', by: art20(4) },
  permits: { zh: '行政许可和管理服务', what: '行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果', by: art20(5) },
  penalties: { zh: '行政处罚和行政强制', what: '依据、条件、程序，以及具有一定社会影响的行政处罚决定', by: art20(6) },
  budget: { zh: '财政预决算', what: '财政预算、决算信息', by: art20(7) },
  fees: { zh: '行政事业性收费', what: '收费项目及其依据、标准', by: art20(8) },
  procurement: { zh: '政府采购', what: '政府集中采购项目的目录、标准及实施情况', by: art20(9) },
  projects: { zh: '重大建设项目', what: '重大建设项目的批准和实施情况', by: art20(10) },
  livelihood: { zh: '民生政策', what: '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况', by: art20(11) },
  emergency: { zh: '应急管理', what: '突发公共事件的应急预案、预警信息及应对情况', by: art20(12) },
  inspection: { zh: '监督检查', what: '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况', by: art20(13) },
  recruitment: { zh: '招考录用', what: '公务员招考的职位、名额、报考条件等事项以及录用结果', by: art20(14) },
  local: {
    zh: '地方重点信息',
    what: '市政建设、公共服务、公益事业、土地征收、房屋征收、治安管理、社会救助等信息',
    by: reg('21'),
  },
  other: { zh: '其他法定信息', what: '法律、法规、规章和国家有关规定要求主动公开的其他信息', by: art20(15) },
} as const satisfies Record<string, ColumnRule>

const education = art20(11)

/** The first level of the standard catalogue of compulsory education; shown where there is something in it. */
const EDUCATION = {
  'education-policy': { zh: '教育政策文件', what: '教育法律法规和各类教育政策文件', by: education },
  'education-overview': { zh: '教育概况', what: '教育事业发展情况、教育统计数据、学校名录', by: education },
  'education-private': { zh: '民办学校信息', what: '民办学校基本信息、审批和备案、年检等监管信息', by: education },
  'education-finance': { zh: '教育财务信息', what: '财务管理办法、经费预决算、教育收费项目及标准', by: education },
  'education-admission': { zh: '招生管理', what: '招生政策、计划、范围、条件和结果，学区划分', by: education },
  'education-students': { zh: '学生管理', what: '学生资助、学籍管理、优待政策、评优奖励', by: education },
  'education-teachers': { zh: '教师管理', what: '教师资格、招聘、职称、培训、行为规范、评优评先', by: education },
  'education-implementation': {
    zh: '重要政策执行情况',
    what: '义务教育均衡发展、营养改善计划、控辍保学等执行情况',
    by: education,
  },
  'education-supervision': { zh: '教育督导', what: '督导评估、责任督学、督导报告', by: education },
  'education-safety': { zh: '校园安全', what: '校园安全管理制度、应急预案、预警与应对', by: education },
} as const satisfies Record<string, ColumnRule>

const school = whole('schoolOpenness')

/** The kinds of information that schools and kindergartens publish. */
const SCHOOL = {
  'school-overview': { zh: '学校概况', what: '办学性质、地点、规模、办学条件、机构设置、联系方式', by: school },
  'school-rules': { zh: '规章制度', what: '学校章程、规章制度和办事流程', by: school },
  'school-plans': { zh: '规划计划', what: '发展规划、年度工作计划及执行情况', by: school },
  'school-admission': { zh: '招生与学籍', what: '招生计划、范围、对象，学籍管理、评优奖励、资助的条件和结果', by: school },
  'school-fees': { zh: '收费公示', what: '收费项目、依据、标准、范围、监督电话', by: school },
  'school-teaching': { zh: '教育教学', what: '课程与教学计划、教学科研规定及实施情况', by: school },
  'school-staff': { zh: '教职工管理', what: '教职工招聘、职称、聘任、考核、培训', by: school },
  'school-procurement': { zh: '采购与基建', what: '大宗物资采购、基建维修、房产出租的招标结果', by: school },
  'school-finance': { zh: '经费与资产', what: '经费收支、资产和受赠财产的使用', by: school },
  'school-safety': { zh: '食宿与安全', what: '住宿、用餐、集体活动的服务与安全管理，应急预案和处置', by: school },
  'school-other': { zh: '其他信息', what: '按规定应当公开的其他信息', by: school },
} as const satisfies Record<string, ColumnRule>

export const COLUMNS = { ...GENERAL, ...EDUCATION, ...SCHOOL } as const satisfies Record<string, ColumnRule>
export type ColumnKey = keyof typeof COLUMNS

/** What kind of body publishes: an agency of the Regulation (art54) or a public institution under Art 55. */
export function dutyColumns(regime: 'art54' | 'art55'): ColumnKey[] {
  return Object.keys(regime === 'art55' ? SCHOOL : GENERAL) as ColumnKey[]
}

export function isColumnKey(text: string): text is ColumnKey {
  return Object.hasOwn(COLUMNS, text)
}

/** All columns, in the order in which pages list them. */
export const COLUMN_KEYS = Object.keys(COLUMNS) as ColumnKey[]

/** Where on the portal an item of the catalogue belongs, by its 一级事项; null where no column has that name. */
export function columnLike(first: string, regime: 'art54' | 'art55'): ColumnKey | null {
  const among = COLUMN_KEYS.filter((key) => (regime === 'art55') === key.startsWith('school-'))
  const exact = among.find((key) => COLUMNS[key].zh === first)
  if (exact) return exact
  return (
    (first.length < 4
      ? undefined
      : among.findLast((key) => COLUMNS[key].zh.includes(first) || first.includes(COLUMNS[key].zh))) ?? null
  )
}

/** 政府信息公开制度: the agency's own rules stand in a part of their own, not among the content of Art 20. */
export const SYSTEM_COLUMN = 'system'

/** What a document's column is called; null for a key that is none. */
export function columnWords(key: string): string | null {
  if (isColumnKey(key)) return COLUMNS[key].zh
  return key === SYSTEM_COLUMN ? '政府信息公开制度' : null
}
