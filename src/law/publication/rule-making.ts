/** 规章制定权 — who may make rules: ministries and the like, and the governments of provinces and of cities with districts. */
import { type Citation, legislationLaw } from '../cite.ts'

export const RULE_MAKING = {
  /** 国务院各部、委员会、中国人民银行、审计署和具有行政管理职能的直属机构以及法律规定的机构 */
  central: { by: legislationLaw('91') },
  /** 省、自治区、直辖市和设区的市、自治州的人民政府; their departments make none. */
  governments: { by: legislationLaw('93.1') },
} as const satisfies Record<string, { by: Citation }>

/** A name that begins with a place: 云岭县…, 某市…, but no organ of the State Council. */
const LOCAL = /^(?!国家|国务院|中华|中国|全国)[\u4e00-\u9fff]{1,14}?(?:省|市|县|区|旗|州|盟|乡|镇|街道)/
/** A county, a district, a banner or what stands below; 自治区 is a province, 地区 has no government. */
const COUNTY = /(?:县|(?<!自治|地)区|(?<!盟)旗|乡|镇|街道)(?:人民政府|办事处|管理委员会|管委会)/

/**
 * Whether a body has no power to make rules: a department of a local government, and the government of a county, a district or below.
 * False where its name does not tell (a ministry, a province, a city that may or may not have districts): nobody may then assume a zero.
 */
export function makesNoRules({ kind, name }: { kind: string; name: string }): boolean {
  if (kind === 'government') return COUNTY.test(name)
  return LOCAL.test(name)
}
