/**
 * L12: the name of another county, or of another agency of the own county as the one that acts: what stays behind when a report is
 * written over somebody else's. Provinces and cities are not judged: those above, and what a city has below it, are rightly named.
 */
import { finding } from '../../law/reports/checks.ts'
import type { Finding, SectionKey } from '../../law/reports/model.ts'
import { COUNTY_NAMES, LONGEST_COUNTY_NAME, shortName } from './county-names.ts'

/** A county, a district or a banner. */
const COUNTY = '(?:自治县|自治旗|县|旗|区)'
/** 云岭县教育局: the place, and what the body is within it. A province or city may stand before the place. */
const NAME = new RegExp(
  `^(?:[\\u4e00-\\u9fff]+?(?:省|市|州|盟|自治区(?=[\\u4e00-\\u9fff]+?[县旗区市州])))*([\\u4e00-\\u9fff]{1,10}?)(${COUNTY})(?!域|级)([\\u4e00-\\u9fff]+)$`,
)
/** Where the name of a place ends before its organ, or before the year of a title. */
const PLACE_END = new RegExp(
  `${COUNTY}(?=(?:人民)?政府|[\\u4e00-\\u9fff]{2,10}?局(?!面|势|限|部)|[\\u4e00-\\u9fff]{2,8}?委员会|20\\d\\d年)`,
  'g',
)
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
    const names = [...otherPlaces(plain, `${stem}${kind}`), ...otherBodies(plain, `${stem}${kind}`, kind, body)]
    return [...new Set(names)].map((words) =>
      finding('L12', 'text', `文中写到“${words}”，不是本机关（${agency}）`, { section, words }),
    )
  })
}

/** Names of counties as they are known, wherever in a phrase: in 配合县教育局 there is none. */
function otherPlaces(text: string, own: string): string[] {
  const isOwn = (until: string) => until.endsWith(own) || until.endsWith(shortName(own))
  return [...text.matchAll(PLACE_END)].flatMap(({ 0: suffix, index }) => {
    const end = index + suffix.length
    const known = knownName(text.slice(Math.max(0, end - LONGEST_COUNTY_NAME), end))
    return known && !isOwn(text.slice(0, end)) ? [`${known}${bodyAt(text.slice(end))}`] : []
  })
}

/** The longest name of a county that the words end with. */
function knownName(until: string): string | null {
  for (let from = 0; until.length - from >= SHORTEST_NAME; from += 1)
    if (COUNTY_NAMES.has(until.slice(from))) return until.slice(from)
  return null
}
const SHORTEST_NAME = 3

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
