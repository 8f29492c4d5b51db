/**
 * 学期卡 — what a school makes public in a term, as twelve tiles: the eleven kinds of 教办〔2010〕15号 and the five that bureaus watch
 * (招生、收费、资助、后勤保障、日常管理), grouped as a school speaks of them. Each tile holds items of the school's own catalogue.
 */
import { type Citation, whole } from '../cite.ts'
import { SCHOOL_PACK } from './packs/school.ts'

interface TileRule {
  readonly zh: string
  /** What a parent finds there. */
  readonly what: string
}

export const TILES = {
  overview: { zh: '学校概况', what: '基本情况、领导和机构、咨询指南' },
  rules: { zh: '制度和计划', what: '章程、规章制度、学年工作计划' },
  admission: { zh: '招生', what: '招生简章、录取结果' },
  fees: { zh: '收费', what: '收费项目、标准、依据、监督电话' },
  aid: { zh: '资助', what: '资助政策、标准、程序、结果' },
  finance: { zh: '经费和采购', what: '经费收支、采购和基建' },
  teaching: { zh: '教育教学', what: '课程表、作息时间、作业管理' },
  staff: { zh: '教师管理', what: '招聘、考核、评优' },
  students: { zh: '学籍和评优', what: '学籍办理、学生评优' },
  health: { zh: '体美劳', what: '体育、艺术、劳动教育、体质健康' },
  canteen: { zh: '食堂和用餐', what: '经营方式、每周食谱、伙食费收支' },
  safety: { zh: '安全', what: '安全制度、应急预案、责任人' },
} as const satisfies Record<string, TileRule>
export type TileKey = keyof typeof TILES

export const TILE_KEYS = Object.keys(TILES) as TileKey[]

export const TERM_CARD_BY: Citation = whole('schoolOpenness')

/** Which tile an item of the ready-made catalogue belongs to, by its 二级事项. */
const TILE_OF_ITEM: Readonly<Record<string, TileKey>> = {
  学校基本情况: 'overview',
  领导班子和机构设置: 'overview',
  信息公开咨询指南: 'overview',
  学校章程和规章制度: 'rules',
  发展规划和年度计划: 'rules',
  招生简章: 'admission',
  录取结果: 'admission',
  收费公示: 'fees',
  学生资助: 'aid',
  经费收支: 'finance',
  采购和基建: 'finance',
  课程和教学计划: 'teaching',
  '教职工招聘、考核、评优': 'staff',
  学籍和评优奖励: 'students',
  体育美育劳动教育情况: 'health',
  食堂和用餐: 'canteen',
  安全管理和应急预案: 'safety',
}

/** Of an item that the school named itself: by the column on the portal where it is published. */
const TILE_OF_COLUMN: Readonly<Record<string, TileKey>> = {
  'school-overview': 'overview',
  'school-rules': 'rules',
  'school-plans': 'rules',
  'school-admission': 'admission',
  'school-fees': 'fees',
  'school-teaching': 'teaching',
  'school-staff': 'staff',
  'school-procurement': 'finance',
  'school-finance': 'finance',
  'school-safety': 'safety',
  'school-other': 'overview',
}

/** The tile on whose card an item of a school's catalogue stands; null where it is on none. */
export function tileOf({ second, column }: { second: string; column: string }): TileKey | null {
  return TILE_OF_ITEM[second] ?? TILE_OF_COLUMN[column] ?? null
}

/** Items of the ready-made catalogue that no tile holds: none, or a school would not be asked for them. */
export function itemsWithoutTile(): string[] {
  return SCHOOL_PACK.items.map(({ second }) => second).filter((second) => !TILE_OF_ITEM[second])
}
