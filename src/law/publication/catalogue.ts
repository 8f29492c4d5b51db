/**
 * 公开事项目录 — Reg. 12 (a catalogue is kept and brought up to date) and 22 (each agency fixes what it publishes, and extends it):
 * the columns of the standard catalogues of 基层政务公开标准化规范化, as every county's spreadsheet has them, and their words.
 */
import { type Citation, reg } from '../cite.ts'

export const CATALOGUE_BY: Citation = reg('22')

/** The eleven columns, in the order of the sheet; the last three and 公开事项 are divided in two below. */
export const CATALOGUE_COLUMNS = [
  'serial',
  'first',
  'second',
  'elements',
  'basis',
  'limit',
  'subject',
  'outlets',
  'audience',
  'mode',
  'level',
] as const
export type CatalogueColumn = (typeof CATALOGUE_COLUMNS)[number]

export const CATALOGUE_COLUMN_WORDS: Record<CatalogueColumn, string> = {
  serial: '序号',
  first: '一级事项',
  second: '二级事项',
  elements: '公开内容（要素）',
  basis: '公开依据',
  limit: '公开时限',
  subject: '公开主体',
  outlets: '公开渠道和载体',
  audience: '公开对象',
  mode: '公开方式',
  level: '公开层级',
}

/** What stands below 公开对象, 公开方式 and 公开层级 in the second row of the head. */
export const CATALOGUE_TICK_WORDS = {
  society: '全社会',
  group: '特定群体（请写明）',
  proactive: '主动',
  onRequest: '依申请',
  county: '县级',
  township: '乡级',
} as const
export type CatalogueTick = keyof typeof CATALOGUE_TICK_WORDS

/** 公开渠道和载体 as the standard catalogues list them; a county may add others of its own. */
export const CATALOGUE_OUTLETS = [
  '政府网站',
  '政府公报',
  '两微一端',
  '发布会/听证会',
  '广播电视',
  '纸质媒体',
  '公开查阅点',
  '政务服务中心',
  '便民服务站',
  '入户/现场',
  '社区/企事业单位/村公示栏（电子屏）',
  '精准推送',
  '其他',
] as const

/** 公开时限 of nearly every row: Reg. 26 in the catalogue's own words. */
export const USUAL_LIMIT = '信息形成或者变更之日起20个工作日内'
