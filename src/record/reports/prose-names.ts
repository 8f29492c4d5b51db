/**
 * L12: the name of another county, or of another agency of the own county as the one that acts: what stays behind when a report is
 * written over somebody else's. Provinces and cities are not judged: those above, and what a city has below it, are rightly named.
 */
import { finding } from '../../law/reports/checks.ts'
import type { Finding, SectionKey } from '../../law/reports/model.ts'

/** A county, a district or a banner. */
const COUNTY = '(?:自治县|自治旗|县|旗|区)'
/** 云岭县教育局: the place, and what the body is within it. A province or city may stand before the place. */
const NAME = new RegExp(
  `^(?:[\\u4e00-\\u9fff]+?(?:省|市|州|盟|自治区(?=[\\u4e00-\\u9fff]+?[县旗区市州])))*([\\u4e00-\\u9fff]{1,10}?)(${COUNTY})(?!域|级)([\\u4e00-\\u9fff]+)$`,
)
/** What follows the name of a place when that place itself is meant. */
const ORGAN = '(?=(?:人民)?政府|[\\u4e00-\\u9fff]{2,10}?局(?!面|势|限|部)|[\\u4e00-\\u9fff]{2,8}?委员会|20\\d\\d年)'
/** Where a name can begin; in the midst of a phrase nobody can tell it from the words before. */
const BEGINS = '(?<=^|[，。；、：“（,.;:"(\\n]|年|由|向|在|与|及|经|照|据|赴)'
const PLACE = new RegExp(`${BEGINS}([\\u4e00-\\u9fff]{1,3}|[\\u4e00-\\u9fff]{2,12}(?=自治))(${COUNTY})${ORGAN}`, 'g')
/** No name ends like this before 县 or 区: 全县, 各县, 我县; 社区, 园区, 自治区; 民和县 is one, 财政局和县… is none. */
const NO_NAME = /(?:[全各我本该外邻两多省市县旗州级属此某老新郊镇乡及与或在对由向的、]|[局府委办厅市州省级门位等][和为])$/
const NO_DISTRICT =
  /(?:地|社|园|校|学|片|辖|景|小|灾|牧|山|库|林|专|分|战|军|厂|自治|行政|开发|高新|工业|示范|试验|实验|保护|管理|经济|技术|服务|办公|功能|风景)$/
/** A body of the own county at the head of a sentence, doing something by itself. */
const ACTS =
  '(?:认真|积极|严格|坚持|高度|切实|深入|全面|始终|不断|进一步|主动|扎实|持续|按照|根据|紧紧|围绕|以|共|累计|新收|收到|严把|着力|大力|结合|加强|通过)'

/** The sections with what stands in them, read sentence by sentence. */
export function checkNames(sections: Partial<Record<SectionKey, string>>, agency: string | null): Finding[] {
  const own = NAME.exec(agency ?? '')
  if (!own) return []
  const [, stem = '', kind = '', body = ''] = own
  return (Object.entries(sections) as [SectionKey, string][]).flatMap(([section, text]) => {
    const plain = text.replace(/《[^《》]*》/g, '；').replace(/\s+/g, '')
    const names = [...otherPlaces(plain, stem), ...otherBodies(plain, `${stem}${kind}`, kind, body)]
    return [...new Set(names)].map((words) =>
      finding('L12', 'text', `文中写到“${words}”，不是本机关（${agency}）`, { section, words }),
    )
  })
}

function otherPlaces(text: string, stem: string): string[] {
  return [...text.matchAll(PLACE)].flatMap(({ 0: whole, 1: before = '', 2: suffix = '', index }) => {
    const until = text.slice(0, index + before.length)
    if (until.endsWith(stem)) return []
    if (NO_NAME.test(before) || (suffix === '区' && NO_DISTRICT.test(before))) return []
    return [`${whole}${bodyAt(text.slice(index + whole.length))}`]
  })
}

/** The organ that the name goes on with, as far as it is one. */
function bodyAt(text: string): string {
  return /^(?:人民政府|政府|[\u4e00-\u9fff]{2,10}?局|[\u4e00-\u9fff]{2,8}?委员会)/.exec(text)?.[0] ?? ''
}

/** 县民政局认真落实…, 云岭县民政局认真落实… in the report of 教育局. A government speaks of its departments. */
function otherBodies(text: string, place: string, kind: string, own: string): string[] {
  if (!/(?:局|委|委员会)$/.test(own)) return []
  const head = new RegExp(
    `(?:^|[。；;，,\\n])(?:20\\d\\d年度?[，,])?((?:${place}|${kind})([\\u4e00-\\u9fff]{2,10}?局))(?=${ACTS})`,
    'g',
  )
  return [...text.matchAll(head)].flatMap(([, words = '', body = '']) => (body === own || own.endsWith(body) ? [] : [words]))
}
