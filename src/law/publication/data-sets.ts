/**
 * 数据表 — information that is data: which columns each kind has, what may stand in them and whence each comes. The elements are those
 * of the standard catalogue of compulsory education (基层政务公开标准目录, an elaboration of 20(11)) and of 教办〔2010〕15号. Of aid and of
 * qualification there are counts only: no column invites what concerns a person.
 */
import { type Citation, reg, whole } from '../cite.ts'
import type { ColumnKey } from './columns.ts'

/** `places`: villages, streets, residential compounds, one after the other. `phone`: of an office. */
type CellKind = 'text' | 'places' | 'count' | 'yuan' | 'day' | 'phone' | 'yesNo' | 'choice'

export interface DataColumn {
  readonly key: string
  readonly zh: string
  readonly kind: CellKind
  readonly required?: true
  readonly unit?: string
  readonly hint?: string
  /** Of a choice. */
  readonly options?: readonly string[]
  /** Together they name the row: no two rows have the same. */
  readonly names?: true
  /** Readers narrow the table by it. */
  readonly filter?: true
  /** A count that is never more than the one in this column. */
  readonly atMost?: string
  /** A day that is never before the one in this column. */
  readonly notBefore?: string
  /** Where it has another source than the table as a whole. */
  readonly by?: Citation
}

export interface DataSetRule {
  readonly zh: string
  /** What it tells, for those who look for it. */
  readonly what: string
  /** 标准目录的一级事项 / 二级事项 */
  readonly item: string
  readonly by: Citation
  /** The portal's column that it is published in. */
  readonly column: ColumnKey
  readonly every: 'year' | 'term'
  readonly columns: readonly DataColumn[]
}

const PER = ['每生每学期', '每生每学年', '每生每月', '每生每天', '每套', '每次'] as const
const STAGES = ['幼儿园', '小学', '初中', '九年一贯制', '高中', '完全中学', '中等职业学校', '特殊教育学校'] as const
const COMPULSORY = ['小学', '初中', '九年一贯制'] as const

const school = whole('schoolOpenness')
const name = { key: 'school', zh: '学校名称', kind: 'text', required: true, names: true, hint: '全称' } as const
const town = { key: 'town', zh: '乡镇（街道）', kind: 'text', required: true, filter: true } as const
const phone = (zh: string) =>
  ({ key: 'phone', zh, kind: 'phone', required: true, hint: '单位的固定电话，如 0971-8123456', by: school }) as const
const stage = (options: readonly string[]) =>
  ({ key: 'stage', zh: '学段', kind: 'choice', required: true, filter: true, options }) as const
const per = { key: 'per', zh: '计算单位', kind: 'choice', required: true, options: PER } as const

const RULES = {
  directory: {
    zh: '学校名录',
    what: '学校和幼儿园的名称、地址、办学层次、办学类型、办公电话',
    item: '教育概况 / 学校名录',
    by: reg('20(11)'),
    column: 'education-overview',
    every: 'year',
    columns: [
      name,
      { ...stage(STAGES), zh: '办学层次' },
      { key: 'type', zh: '办学类型', kind: 'choice', required: true, filter: true, options: ['公办', '民办', '普惠性民办'] },
      town,
      { key: 'address', zh: '地址', kind: 'text', required: true, by: school },
      phone('办公电话'),
      { key: 'classes', zh: '班级数', kind: 'count', unit: '个' },
      { key: 'students', zh: '在校生', kind: 'count', unit: '人' },
      { key: 'boarding', zh: '可以住宿', kind: 'yesNo', by: school },
    ],
  },
  zones: {
    zh: '学区划分',
    what: '义务教育学校的招生范围：哪些村、街道、小区的孩子上哪所学校',
    item: '招生管理 / 招生范围',
    by: reg('20(11)'),
    column: 'education-admission',
    every: 'year',
    columns: [
      name,
      { ...stage(COMPULSORY), names: true },
      town,
      { key: 'areas', zh: '招生范围', kind: 'places', required: true, hint: '村、街道、小区的名称，以顿号隔开，不写门牌号' },
      { key: 'address', zh: '报名地点', kind: 'text', required: true },
      phone('咨询电话'),
      { key: 'remark', zh: '说明', kind: 'text' },
    ],
  },
  fees: {
    zh: '收费标准',
    what: '学校和幼儿园的收费项目、标准、依据和监督电话',
    item: '教育收费 / 收费项目及标准',
    by: reg('20(8)'),
    column: 'education-finance',
    every: 'term',
    columns: [
      { ...name, zh: '收费学校', hint: '一所学校的全称，或者“全县公办小学”等范围' },
      stage(STAGES),
      { key: 'fee', zh: '收费项目', kind: 'text', required: true, names: true, by: school },
      {
        key: 'nature',
        zh: '收费性质',
        kind: 'choice',
        required: true,
        filter: true,
        options: ['行政事业性收费', '服务性收费', '代收费'],
        by: school,
      },
      { key: 'amount', zh: '收费标准', kind: 'yuan', required: true, unit: '元', by: school },
      { ...per, by: school },
      { key: 'basis', zh: '收费依据', kind: 'text', required: true, hint: '文件名称或者文号', by: school },
      { key: 'approver', zh: '批准机关', kind: 'text', by: school },
      phone('监督电话'),
    ],
  },
  enrolment: {
    zh: '招生计划',
    what: '各校本年度计划招多少班、多少人，什么时候报名',
    item: '招生管理 / 招生计划',
    by: reg('20(11)'),
    column: 'education-admission',
    every: 'year',
    columns: [
      name,
      { ...stage(STAGES), names: true },
      town,
      { key: 'classes', zh: '计划班数', kind: 'count', required: true, unit: '个' },
      { key: 'places', zh: '计划人数', kind: 'count', required: true, unit: '人' },
      { key: 'from', zh: '报名开始', kind: 'day', required: true },
      { key: 'to', zh: '报名截止', kind: 'day', required: true, notBefore: 'from' },
      phone('咨询电话'),
    ],
  },
  aid: {
    zh: '学生资助',
    what: '资助项目、标准、依据和各学段受助人数、金额；不含任何学生的信息',
    item: '学生管理 / 义务教育学生资助政策',
    by: whole('studentAid'),
    column: 'education-students',
    every: 'term',
    columns: [
      { key: 'programme', zh: '资助项目', kind: 'text', required: true, names: true },
      { ...stage(STAGES), names: true },
      { key: 'amount', zh: '资助标准', kind: 'yuan', required: true, unit: '元' },
      per,
      { key: 'pupils', zh: '受助人数', kind: 'count', required: true, unit: '人', hint: '只填人数，不填名单' },
      { key: 'total', zh: '资助金额', kind: 'yuan', required: true, unit: '元' },
      { key: 'basis', zh: '依据', kind: 'text', required: true, hint: '文件名称或者文号' },
      phone('咨询和监督电话'),
    ],
  },
  qualification: {
    zh: '教师资格认定',
    what: '各批次的受理时间、地点和认定结果的人数；不含任何申请人的信息',
    item: '教师资格认定 / 认定结果',
    by: reg('20(5)'),
    column: 'education-teachers',
    every: 'term',
    columns: [
      {
        key: 'kind',
        zh: '资格种类',
        kind: 'choice',
        required: true,
        names: true,
        filter: true,
        options: ['幼儿园', '小学', '初级中学', '高级中学', '中等职业学校', '中等职业学校实习指导'],
      },
      { key: 'batch', zh: '批次', kind: 'text', required: true, names: true, hint: '如“第一批”' },
      { key: 'from', zh: '受理开始', kind: 'day', required: true },
      { key: 'to', zh: '受理截止', kind: 'day', required: true, notBefore: 'from' },
      { key: 'applied', zh: '申请人数', kind: 'count', unit: '人', hint: '认定完成后填' },
      { key: 'granted', zh: '认定人数', kind: 'count', unit: '人', atMost: 'applied', hint: '只填人数，不填名单' },
      { key: 'place', zh: '办理地点', kind: 'text', required: true },
      phone('咨询电话'),
    ],
  },
} as const satisfies Record<string, DataSetRule>

export type DataSetKind = keyof typeof RULES
export const DATA_SETS: Readonly<Record<DataSetKind, DataSetRule>> = RULES
export const DATA_SET_KINDS = Object.keys(RULES) as [DataSetKind, ...DataSetKind[]]

export function isDataSetKind(text: string): text is DataSetKind {
  return Object.hasOwn(RULES, text)
}
