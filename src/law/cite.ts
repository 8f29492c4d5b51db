/**
 * Citations. `reg('33.2')` is 《条例》第三十三条第二款; `reg('36.4!')`-style strings are avoided by naming items in
 * parentheses: `reg('36(4)')` is 第三十六条第（四）项, `reg('31(3)')`, `reg('20(11)')`, `arl('23.1(4)')`.
 */

/** The instruments (法律文件) that rules of this product are taken from; the key is used in code, the title on paper. */
export const INSTRUMENTS = {
  reg: { short: '《条例》', title: '《中华人民共和国政府信息公开条例》', number: '国务院令第711号' },
  arl: { short: '《行政复议法》', title: '《中华人民共和国行政复议法》', number: '2023年修订' },
  arl2017: {
    short: '《行政复议法》（2017年修正）',
    title: '《中华人民共和国行政复议法》（2017年修正）',
    number: '2017年修正',
  },
  legislationLaw: { short: '《立法法》', title: '《中华人民共和国立法法》', number: '2023年修正' },
  penaltyLaw: { short: '《行政处罚法》', title: '《中华人民共和国行政处罚法》', number: '2021年修订' },
  opennessRules: {
    short: '国办发〔2016〕80号',
    title: '《〈关于全面推进政务公开工作的意见〉实施细则》',
    number: '国办发〔2016〕80号',
  },
  apl: { short: '《行政诉讼法》', title: '《中华人民共和国行政诉讼法》', number: '2017年修正' },
  aplInterpretation: {
    short: '《行诉解释》',
    title: '《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》',
    number: '法释〔2018〕1号',
  },
  disclosureInterpretation: {
    short: '法释〔2025〕8号',
    title: '《最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释》',
    number: '法释〔2025〕8号',
  },
  feeMeasures: {
    short: '《信息处理费管理办法》',
    title: '《政府信息公开信息处理费管理办法》',
    number: '国办函〔2020〕109号',
  },
  receiptReply: {
    short: '国办公开办函〔2015〕207号',
    title: '国务院办公厅政府信息与政务公开办公室关于申请日期的答复',
    number: '国办公开办函〔2015〕207号',
  },
  channelsReply: {
    short: '国办公开办函〔2017〕19号',
    title: '国务院办公厅政府信息与政务公开办公室关于政府信息公开申请接收渠道问题的解释',
    number: '国办公开办函〔2017〕19号',
  },
  serviceReply: {
    short: '国办公开办函〔2016〕235号',
    title: '国务院办公厅政府信息与政务公开办公室关于送达方式的答复',
    number: '国办公开办函〔2016〕235号',
  },
  reportFormat2019: {
    short: '国办公开办函〔2019〕60号',
    title: '政府信息公开工作年度报告格式（试行）',
    number: '国办公开办函〔2019〕60号',
  },
  reportFormat2021: {
    short: '国办公开办函〔2021〕30号',
    title: '《中华人民共和国政府信息公开工作年度报告格式》',
    number: '国办公开办函〔2021〕30号',
  },
  platformNorm: {
    short: '国办公开办函〔2019〕61号',
    title: '国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知',
    number: '国办公开办函〔2019〕61号',
  },
  publicInstitutions: {
    short: '国办发〔2020〕50号',
    title: '《公共企事业单位信息公开规定制定办法》',
    number: '国办发〔2020〕50号',
  },
  schoolOpenness: {
    short: '教办〔2010〕15号',
    title: '《教育部关于推进中小学信息公开工作的意见》',
    number: '教办〔2010〕15号',
  },
  holidays: { short: '《放假办法》', title: '《全国年节及纪念日放假办法》', number: '2024年修订' },
  postalLaw: { short: '《邮政法》', title: '《中华人民共和国邮政法》', number: '2015年修正' },
  civilProcedure2017: {
    short: '《民事诉讼法》（2017年修正）',
    title: '《中华人民共和国民事诉讼法》（2017年修正）',
    number: '2017年修正',
  },
  civilProcedure2021: {
    short: '《民事诉讼法》（2021年修正）',
    title: '《中华人民共和国民事诉讼法》（2021年修正）',
    number: '2021年修正',
  },
  civilCode: { short: '《民法典》', title: '《中华人民共和国民法典》', number: '2020年' },
  secrecyLaw: { short: '《保守国家秘密法》', title: '《中华人民共和国保守国家秘密法》', number: '2024年修订' },
  civilProcedure: { short: '《民事诉讼法》', title: '《中华人民共和国民事诉讼法》', number: '2023年修正' },
  documentRules: {
    short: '《公文处理工作条例》',
    title: '《党政机关公文处理工作条例》',
    number: '中办发〔2012〕14号',
  },
  accountingLaw: { short: '《会计法》', title: '《中华人民共和国会计法》', number: '2024年修正' },
  archivesLaw: { short: '《档案法》', title: '《中华人民共和国档案法》', number: '2020年修订' },
  cadreRules: { short: '《干部任用条例》', title: '《党政领导干部选拔任用工作条例》', number: '2019年修订' },
  civilServantHiring: { short: '《公务员录用规定》', title: '《公务员录用规定》', number: '2019年修订' },
  institutionHiring: {
    short: '《事业单位公开招聘人员暂行规定》',
    title: '《事业单位公开招聘人员暂行规定》',
    number: '人事部令第6号',
  },
  titleReview: {
    short: '《职称评审管理暂行规定》',
    title: '《职称评审管理暂行规定》',
    number: '人力资源和社会保障部令第40号',
  },
  studentAid: { short: '财教〔2021〕310号', title: '《学生资助资金管理办法》', number: '财教〔2021〕310号' },
  tendering: {
    short: '《招标投标法实施条例》',
    title: '《中华人民共和国招标投标法实施条例》',
    number: '国务院令第613号',
  },
} as const

export type Instrument = keyof typeof INSTRUMENTS

/** Where a rule comes from: an instrument and, where it has articles, the article, paragraph and item. */
export interface Citation {
  readonly of: Instrument
  /** `33`, `33.2` (paragraph), `36(4)` (item), `23.1(4)` (paragraph and item); absent for a whole document. */
  readonly at?: string
}

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 1…199 in Chinese numerals as statutes write them (21 → 二十一, 110 → 一百一十). */
export function chineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 199) throw new RangeError(`numeral out of range: ${n}`)
  if (n < 10) return DIGITS[n] as string
  if (n < 20) return n === 10 ? '十' : `十${DIGITS[n - 10]}`
  if (n < 100) return `${DIGITS[Math.floor(n / 10)]}十${n % 10 ? DIGITS[n % 10] : ''}`
  const rest = n - 100
  if (rest === 0) return '一百'
  if (rest < 10) return `一百零${DIGITS[rest]}`
  return `一百${rest < 20 ? '一' : ''}${chineseNumeral(rest)}`
}

const PLACE = /^(\d+)(?:\.(\d+))?(?:\((\d+)\))?$/

/** `33.2` → 第三十三条第二款; `36(4)` → 第三十六条第（四）项. Throws on a malformed place. */
export function place(at: string): string {
  const match = PLACE.exec(at)
  if (!match) throw new RangeError(`not an article: ${at}`)
  const [, article, paragraph, item] = match
  const text = `第${chineseNumeral(Number(article))}条`
  return (
    text + (paragraph ? `第${chineseNumeral(Number(paragraph))}款` : '') + (item ? `第（${chineseNumeral(Number(item))}）项` : '')
  )
}

function instrument(of: Instrument): (at?: string) => Citation {
  return (at) => {
    if (at !== undefined) place(at)
    return at === undefined ? { of } : { of, at }
  }
}

/** 《政府信息公开条例》 */
export const reg = instrument('reg')
/** 《行政复议法》 */
export const arl = instrument('arl')
/** 《行政复议法》 as it stood before 2024-01-01 */
export const arl2017 = instrument('arl2017')
/** 《行政处罚法》 */
export const penaltyLaw = instrument('penaltyLaw')
/** 《立法法》 */
export const legislationLaw = instrument('legislationLaw')
/** 《行政诉讼法》 */
export const apl = instrument('apl')
/** 法释〔2025〕8号 */
export const disclosureInterpretation = instrument('disclosureInterpretation')
/** 《信息处理费管理办法》 */
export const feeMeasures = instrument('feeMeasures')
/** 《邮政法》 */
export const postalLaw = instrument('postalLaw')
/** 《民事诉讼法》 as it stood before 2022-01-01 */
export const civilProcedure2017 = instrument('civilProcedure2017')
/** 《民事诉讼法》 as it stood before 2024-01-01 */
export const civilProcedure2021 = instrument('civilProcedure2021')
/** 《民事诉讼法》 */
export const civilProcedure = instrument('civilProcedure')
/** 《民法典》 */
export const civilCode = instrument('civilCode')
/** 《档案法》 */
export const archivesLaw = instrument('archivesLaw')
/** 《党政机关公文处理工作条例》 */
export const documentRules = instrument('documentRules')
/** 《会计法》 */
export const accountingLaw = instrument('accountingLaw')
/** 《招标投标法实施条例》 */
export const tendering = instrument('tendering')
/** A document cited as a whole. */
export function whole(of: Instrument): Citation {
  return { of }
}

/** As steps and hints print it: 《条例》第三十三条第二款. */
export function cite(citation: Citation): string {
  return INSTRUMENTS[citation.of].short + (citation.at ? place(citation.at) : '')
}
