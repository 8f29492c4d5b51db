/**
 * 政府信息公开平台 — the parts that every agency's column has, under the uniform names of 国办公开办函〔2019〕61号; Reg. 12, 20, 24,
 * 27, 49. A public institution under Art 55 has parts of its own.
 */
import { type Citation, reg, whole } from '../cite.ts'

export const PLATFORM_NAME = '政府信息公开'

export const PLATFORM_PARTS = ['guide', 'system', 'content', 'reports', 'request'] as const
export type PlatformPart = (typeof PLATFORM_PARTS)[number]

interface PartRule {
  readonly zh: string
  /** What a reader finds there. */
  readonly what: string
  readonly by: Citation
}

/** The five statutory parts of an agency's column. */
export const PLATFORM_PART_RULES: Readonly<Record<PlatformPart, PartRule>> = {
  guide: { zh: '政府信息公开指南', what: '信息怎样分类、编排和获取，工作机构怎样联系', by: reg('12.2') },
  system: { zh: '政府信息公开制度', what: '公开工作所依据的法规、规定和本机关的工作制度', by: whole('platformNorm') },
  content: { zh: '法定主动公开内容', what: '依法应当主动公开的信息，按栏目查阅', by: reg('20') },
  reports: { zh: '政府信息公开年报', what: '历年政府信息公开工作年度报告', by: reg('49') },
  request: { zh: '依申请公开', what: '申请获取没有主动公开的信息，查询办理情况', by: reg('27') },
}

export const INSTITUTION_PARTS = ['guide', 'content', 'consult'] as const
export type InstitutionPart = (typeof INSTITUTION_PARTS)[number]

/** The parts of a public institution's column: it publishes and answers questions (咨询) under the rules of its own sector. */
export const INSTITUTION_PART_RULES: Readonly<Record<InstitutionPart, PartRule>> = {
  guide: { zh: '信息公开咨询指南', what: '本单位公开哪些信息，怎样咨询，向谁申诉', by: reg('55') },
  content: { zh: '主动公开内容', what: '本单位按规定公开的信息，按栏目查阅', by: reg('55') },
  consult: { zh: '信息公开咨询', what: '没有查到的信息，可以向本单位咨询', by: whole('publicInstitutions') },
}
