/** What Word and Excel files have in common: parts that belong to the file's kind, and what leads to them. */
import type { FindingKind, Findings } from '../../record/outgoing/findings.ts'
import type { OfficePackage } from './package.ts'
import {
  elements,
  elementsUnder,
  isElement,
  remove,
  textOf,
  topOf,
  unwrap,
  type Xml,
  type XmlElement,
  type XmlNode,
} from './xml.ts'

/** The only outside links that stay: with no name or password in them. */
const FOLLOWED = /^https?:\/\/[\w.-]{1,100}(?::\d{1,5})?(?:\/[\w./~-]*)?$/i

/** Nobody reads an address on the page: it stays as the path of a page, without questions, words in code and numbers as long as a person's. */
export function isFollowed(address: string): boolean {
  return FOLLOWED.test(address) && address.length <= 200 && !/\d{11}|\d{6}(?:19|20)\d{2}/.test(address)
}

/** Where parts of each kind stand; a relationship of a kind that leads elsewhere would bring that place past the check. */
const STANDS: Readonly<Record<string, RegExp>> = {
  theme: /^(?:word|xl)\/theme\/theme\d+\.xml$/,
  image: /^(?:word|xl)\/media\/[^/]+$/,
  chart: /^(?:word|xl)\/charts\/chart\d+\.xml$/,
  chartStyle: /^(?:word|xl)\/charts\/style\d+\.xml$/,
  chartColorStyle: /^(?:word|xl)\/charts\/colors\d+\.xml$/,
  diagramData: /^(?:word|xl)\/diagrams\/data\d+\.xml$/,
  diagramLayout: /^(?:word|xl)\/diagrams\/layout\d+\.xml$/,
  diagramQuickStyle: /^(?:word|xl)\/diagrams\/quickStyle\d+\.xml$/,
  diagramColors: /^(?:word|xl)\/diagrams\/colors\d+\.xml$/,
  diagramDrawing: /^(?:word|xl)\/diagrams\/drawing\d+\.xml$/,
  drawing: /^xl\/drawings\/drawing\d+\.xml$/,
  header: /^word\/header\d+\.xml$/,
  footer: /^word\/footer\d+\.xml$/,
}

function isMisled({ type, target }: { type: string; target: string }): boolean {
  return STANDS[type] !== undefined && !STANDS[type].test(target)
}

/** Parts that go, by what they are; the rest is data that no page needs. */
const KINDS: readonly [RegExp, FindingKind][] = [
  [/^docProps\//, 'metadata'],
  [/(?:^|\/)(?:embeddings|activeX|ctrlProps)\//, 'embedded'],
  [/vba(?:Project|Data)|\/macrosheets\/|\/dialogsheets\//i, 'macros'],
  [/^(?:word|xl)\/(?:comments\w*|people|threadedComments|persons)/, 'comments'],
  [/^xl\/(?:pivotCache|pivotTables|slicers|slicerCaches|timelines|timelineCaches)/, 'pivotCache'],
  [/^xl\/(?:externalLinks|connections|queryTables|model|volatileDependencies)/, 'externalLinks'],
]
/** They tell nothing unless somebody has written something into them. */
const IDLE = /^(?:word\/(?:webSettings|fontTable)|xl\/calcChain|docProps\/(?:core|app|custom))\.xml$/
/** Properties that every program writes anew, even into a cleaned file, and that tell nothing. */
const SILENT = new Set(['dcterms:created', 'dcterms:modified'])

/** Of all parts, those stay that the test names, and those that something leads to. */
export function keepParts(office: OfficePackage, isKnown: (name: string) => boolean, findings: Findings): void {
  const gone = office.names().filter((name) => name !== '[Content_Types].xml' && !name.endsWith('.rels') && !isKnown(name))
  for (const name of gone) if (!isIdle(office, name)) findings.add(kindOf(name), '')
  office.drop((name) => gone.includes(name))
  for (let strays = office.strays(); strays.length > 0; strays = office.strays()) {
    findings.add('extraParts', '', strays.filter((name) => !name.endsWith('.rels')).length)
    for (const name of strays) office.remove(name)
  }
}

function kindOf(name: string): FindingKind {
  return KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? 'extraParts'
}

function isIdle(office: OfficePackage, name: string): boolean {
  const xml = IDLE.test(name) ? office.xml(name) : null
  if (!xml || hasRemarks(xml)) return false
  const top = topOf(xml)
  if (!top) return true
  if (name.startsWith('docProps/'))
    return !top.children.some((child) => isElement(child as XmlNode) && !isSilent(child as XmlElement))
  const typefaces = /fontTable/.test(name) ? typefacesOf(office) : null
  return elementsUnder(top, () => true).every(({ name: element, attribs, children }) => {
    if (children.some((child) => child.type === 'text' && 'data' in child && String(child.data).trim() !== '')) return false
    return Object.entries(attribs).every(([attribute, value]) => {
      if (attribute.startsWith('xmlns') || attribute === 'mc:Ignorable') return true
      if (typefaces && (element === 'w:font' || element === 'w:altName')) return value === '' || typefaces.has(value)
      return /^[\w-]{0,12}$/.test(value) || /^[\dA-F]{20}$/i.test(value)
    })
  })
}

function isSilent(property: XmlElement): boolean {
  return SILENT.has(property.name) && /^[\dTZ:.+-]*$/.test(textOf(property))
}

/** Comments, instructions to programs and quoted texts, which no program writes into these parts. */
function hasRemarks(xml: Xml): boolean {
  return /<!|<\?(?!xml\s)/.test(xml.xml())
}

/** Of what the pages are set in. */
function typefacesOf(office: OfficePackage): Set<string> {
  const texts = office.names().filter((name) => /^word\/(?:\w+|theme\/theme\d+)\.xml$/.test(name) && !/fontTable/.test(name))
  return new Set(
    texts.flatMap((name) => {
      const xml = office.xml(name)
      return xml
        ? elements(xml, 'w:rFonts', 'a:latin', 'a:ea', 'a:cs', 'a:font').flatMap(({ attribs }) => Object.values(attribs))
        : []
    }),
  )
}

/** Relationships that the owner's text names, and those that are implied; others lead to what nobody sees. */
export function dropUnusedRelationships(office: OfficePackage, implied: RegExp, findings: Findings): void {
  office.dropRelationships('', ({ type }) => type !== 'officeDocument')
  for (const owner of office.names().filter((name) => name.endsWith('.xml') && name !== '[Content_Types].xml')) {
    const relationships = office.relationships(owner)
    if (relationships.length === 0) continue
    const xml = office.xml(owner)
    const named = new Set(xml ? namedIn(xml) : [])
    const gone = relationships.filter(({ id, type, external, target }) =>
      external
        ? !(named.has(id) && type === 'hyperlink' && isFollowed(target))
        : !(named.has(id) || implied.test(type)) || isMisled({ type, target }),
    )
    findings.add('externalLinks', '', gone.filter(({ external }) => external).length)
    const lost = new Set(gone.map(({ id }) => id))
    office.dropRelationships(owner, ({ id }) => lost.has(id))
  }
}

const isReference = (attribute: string) => attribute.startsWith('r:') || attribute === 'o:relid'

function namedIn(xml: Xml): string[] {
  return elementsUnder(xml.root()[0], () => true).flatMap(({ attribs }) =>
    Object.entries(attribs).flatMap(([name, value]) => (isReference(name) ? [value] : [])),
  )
}

/** What names a relationship that is gone would keep programs from opening the file. */
export function dropDeadReferences(office: OfficePackage): void {
  for (const owner of office.names().filter((name) => name.endsWith('.xml') && name !== '[Content_Types].xml')) {
    const xml = office.xml(owner)
    if (!xml) continue
    const alive = new Set(office.relationships(owner).map(({ id }) => id))
    for (const element of elementsUnder(xml.root()[0], () => true))
      for (const [name, value] of Object.entries(element.attribs)) {
        if (!isReference(name) || value === '' || alive.has(value)) continue
        if (element.name === 'w:hyperlink' && element.attribs['w:anchor'] === undefined) unwrap(xml, element)
        else if (element.name === 'w:hyperlink' || element.name === 'pageSetup') delete element.attribs[name]
        else remove(xml, element)
      }
  }
}

/** Every drawing has to have a name; it says nothing. Shapes of the old kind are told apart by numbers. */
export function nameDrawings(office: OfficePackage): void {
  for (const name of office.names().filter((one) => /^(?:word|xl)\/.*\.xml$/.test(one))) {
    const xml = office.xml(name)
    if (!xml) continue
    for (const element of elementsUnder(xml.root()[0], ({ name: tag }) =>
      /:(?:docPr|cNvPr|clrScheme|fontScheme|fmtScheme)$/.test(tag),
    ))
      element.attribs['name'] ??= ''
    for (const element of elementsUnder(xml.root()[0], ({ name: tag }) => tag.startsWith('v:') && tag !== 'v:shapetype'))
      delete element.attribs['id']
  }
}

/** Charts keep a copy of the workbook they were drawn from, and the addresses of its cells. */
export function cleanCharts(office: OfficePackage): void {
  for (const name of office.names().filter((one) => /\/charts\/chart[^/]*\.xml$/.test(one))) {
    const xml = office.xml(name)
    if (!xml) continue
    for (const link of elements(xml, 'c:externalData')) remove(xml, link)
    for (const address of elements(xml, 'c:f')) xml(address).text('Sheet1!$A$1')
  }
}
