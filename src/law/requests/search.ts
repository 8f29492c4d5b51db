/**
 * 检索 — Reg. 36(4): 经检索没有所申请公开信息的，告知该政府信息不存在. Courts ask for a search that is sufficient and reasonable (指导案例101号):
 * more than one kind of place, with words, period, person and result on record.
 */
import { reg } from '../cite.ts'

export const SEARCH_PLACES = ['system', 'archive', 'section', 'transferred'] as const
export type SearchPlace = (typeof SEARCH_PLACES)[number]

export const SEARCH_PLACE_WORDS: Record<SearchPlace, string> = {
  system: '办公系统、业务系统',
  archive: '档案室',
  section: '有关科室',
  transferred: '移交单位、档案馆',
}

export const SEARCH_BY = reg('36(4)')
