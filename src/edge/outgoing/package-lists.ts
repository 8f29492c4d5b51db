/**
 * The two lists of a package: what its parts are (`[Content_Types].xml`), and what leads to what (`.rels`). No page shows them, so
 * they are written anew, with nothing in them but what programs need to find the parts.
 */
import { type OfficePackage, ownerOf } from './package.ts'
import { elements, elementsUnder, topOf, type Xml, type XmlElement } from './xml.ts'

const TYPES = '[Content_Types].xml'
const OFFICE = 'application/vnd.openxmlformats-officedocument.'
const WORD = `${OFFICE}wordprocessingml.`
const SHEET = `${OFFICE}spreadsheetml.`

/** What the parts of each name are. */
const KINDS: readonly [RegExp, string][] = [
  [/^word\/document\d*\.xml$/, `${WORD}document.main+xml`],
  [/^word\/(styles|numbering|settings|footnotes|endnotes|webSettings|fontTable)\.xml$/, `${WORD}$1+xml`],
  [/^word\/(header|footer)\d+\.xml$/, `${WORD}$1+xml`],
  [/^xl\/workbook\d*\.xml$/, `${SHEET}sheet.main+xml`],
  [/^xl\/(worksheet|chartsheet)s\/sheet\d+\.xml$/, `${SHEET}$1+xml`],
  [/^xl\/(styles|sharedStrings|calcChain)\d*\.xml$/, `${SHEET}$1+xml`],
  [/^xl\/drawings\/drawing\d+\.xml$/, `${OFFICE}drawing+xml`],
  [/^(?:word|xl)\/theme\/theme\d+\.xml$/, `${OFFICE}theme+xml`],
  [/^(?:word|xl)\/charts\/chart\d+\.xml$/, `${OFFICE}drawingml.chart+xml`],
  [/^(?:word|xl)\/charts\/style\d+\.xml$/, 'application/vnd.ms-office.chartstyle+xml'],
  [/^(?:word|xl)\/charts\/colors\d+\.xml$/, 'application/vnd.ms-office.chartcolorstyle+xml'],
  [/^(?:word|xl)\/diagrams\/data\d+\.xml$/, `${OFFICE}drawingml.diagramData+xml`],
  [/^(?:word|xl)\/diagrams\/layout\d+\.xml$/, `${OFFICE}drawingml.diagramLayout+xml`],
  [/^(?:word|xl)\/diagrams\/quickStyle\d+\.xml$/, `${OFFICE}drawingml.diagramStyle+xml`],
  [/^(?:word|xl)\/diagrams\/colors\d+\.xml$/, `${OFFICE}drawingml.diagramColors+xml`],
  [/^(?:word|xl)\/diagrams\/drawing\d+\.xml$/, 'application/vnd.ms-office.drawingml.diagramDrawing+xml'],
  [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [/^docProps\/app\.xml$/, `${OFFICE}extended-properties+xml`],
  [/^docProps\/custom\.xml$/, `${OFFICE}custom-properties+xml`],
]

/** What files of each ending are, where no part is named. */
const ENDINGS: Record<string, readonly string[]> = {
  rels: ['application/vnd.openxmlformats-package.relationships+xml'],
  xml: ['application/xml', 'text/xml'],
  png: ['image/png'],
  jpeg: ['image/jpeg'],
  jpg: ['image/jpeg', 'image/jpg'],
  gif: ['image/gif'],
  bmp: ['image/bmp'],
  tif: ['image/tiff'],
  tiff: ['image/tiff'],
  emf: ['image/x-emf'],
  wmf: ['image/x-wmf'],
  svg: ['image/svg+xml'],
  webp: ['image/webp'],
  vml: [`${OFFICE}vmlDrawing`],
  odttf: [`${OFFICE}obfuscatedFont`],
  bin: [
    `${SHEET}printerSettings`,
    `${OFFICE}oleObject`,
    'application/vnd.ms-office.vbaProject',
    'application/vnd.ms-office.activeX',
  ],
}
/** The main part of a template, or of a file with macros, that were taken out. */
const MAIN =
  /^application\/vnd\.(?:openxmlformats-officedocument\.(?:wordprocessingml|spreadsheetml)|ms-word|ms-excel)\.(?:document|template|sheet)\.(?:macroEnabled(?:Template)?\.)?main\+xml$/

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships/'
/** What leads to parts that stay. */
const LEADING =
  /^(?:officeDocument|styles|numbering|settings|theme|footnotes|endnotes|header|footer|image|hyperlink|chart|diagram(?:Data|Layout|QuickStyle|Colors)|worksheet|chartsheet|sharedStrings|drawing)$/
const MICROSOFT: Record<string, string> = {
  chartStyle: 'http://schemas.microsoft.com/office/2011/relationships/chartStyle',
  chartColorStyle: 'http://schemas.microsoft.com/office/2011/relationships/chartColorStyle',
  diagramDrawing: 'http://schemas.microsoft.com/office/2007/relationships/diagramDrawing',
}
/** What leads to parts that go, as programs write it. */
const GOING =
  /^http:\/\/schemas\.(?:openxmlformats\.org\/(?:office[Dd]ocument\/2006\/relationships(?:\/metadata)?|package\/2006\/relationships\/metadata)|microsoft\.com\/office\/(?:20\d\d\/(?:\d\d\/)?)?relationships)\/(?:core-properties|(?:extended|custom)-properties|thumbnail|webSettings|fontTable|font|calcChain|customXml(?:Props)?|comments(?:Extended|Ids|Extensible)?|people|glossaryDocument|attachedTemplate|mailMergeSource|table|tableSingleCells|pivotTable|pivotCacheDefinition|pivotCacheRecords|printerSettings|vmlDrawing|oleObject|package|control|activeXControlBinary|ctrlProp|externalLink(?:Path)?|connections|queryTable|threadedComment|person|sheetMetadata|slicer(?:Cache)?|timeline(?:Cache)?|volatileDependencies|vbaProject|wordVbaData|aFChunk|subDocument|frame|audio|video|media|keyMapCustomizations|stylesWithEffects|hdphoto|ink|model3d|userXmlData|xmlMaps|revisionHeaders|usernames|chartUserShapes|themeOverride|classificationlabels)$/
const ID = /^(?:rId\d{1,5}|R[\da-f]{16,32})$/
/** Up first, then down; no other way round. */
const STRAIGHT = /^(?:\/|(?:\.\.\/)*)[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/

/** How much in the lists of a file as it came says something that no program needs. */
export function strangeInLists(office: OfficePackage): number {
  let strange = 0
  const types = office.xml(TYPES)
  if (types) {
    strange += strayIn(types, { Types: [], Default: ['Extension', 'ContentType'], Override: ['PartName', 'ContentType'] })
    strange += elements(types, 'Default').filter(({ attribs }) => !isKnownEnding(attribs)).length
    strange += elements(types, 'Override').filter(({ attribs }) => !isKnownKind(attribs, office)).length
  }
  for (const name of listsOf(office)) {
    const xml = office.xml(name)
    if (!xml) continue
    strange += strayIn(xml, { Relationships: [], Relationship: ['Id', 'Type', 'Target', 'TargetMode'] })
    const leading = elements(xml, 'Relationship')
    strange += leading.filter(({ attribs }) => !isPlain(attribs)).length
    const lost = office.relationships(ownerOf(name)).filter((one) => !one.external && !office.parts.has(one.target))
    strange += lost.filter(({ target }) => kindOf(target) === null).length
  }
  return strange
}

/** Writes both lists anew; numbers what leads somewhere, where it bore another name. */
export function writeLists(office: OfficePackage): void {
  for (const name of listsOf(office)) {
    const owner = ownerOf(name)
    const kept = office.relationships(owner).flatMap((one) => {
      const type = typeFor(one.type, one.address)
      return type === null || (!one.external && !office.parts.has(one.target)) ? [] : [{ ...one, full: type }]
    })
    if (kept.length === 0) office.remove(name)
    else {
      const numbers = new Map(kept.map(({ id }, at) => [id, `rId${at + 1}`]))
      renumber(office.xml(owner), numbers)
      office.replace(name, relationshipsXml(kept.map((one) => ({ ...one, id: numbers.get(one.id) ?? one.id }))))
    }
  }
  office.replace(TYPES, typesXml(office.names()))
}

function listsOf(office: OfficePackage): string[] {
  return office.names().filter((name) => name.endsWith('.rels'))
}

/** Elements, attributes, texts and remarks that these lists have no place for. */
function strayIn(xml: Xml, known: Record<string, readonly string[]>): number {
  const top = topOf(xml)
  if (!top) return 0
  const all = elementsUnder(top, () => true)
  const odd = all.filter(({ name, attribs, children }) => {
    const own = known[name]
    const texts = children.some((child) => child.type !== 'tag' && !('data' in child && /^\s*$/.test(String(child.data))))
    return own === undefined || texts || Object.keys(attribs).some((one) => one !== 'xmlns' && !own.includes(one))
  })
  const beside = xml
    .root()
    .contents()
    .toArray()
    .filter((node) => node !== top && node.type !== 'directive' && !('data' in node && /^\s*$/.test(String(node.data))))
  return odd.length + beside.length
}

function isKnownEnding({ Extension = '', ContentType = '' }: XmlElement['attribs']): boolean {
  return ENDINGS[Extension.toLowerCase()]?.includes(ContentType) ?? false
}

function isKnownKind({ PartName = '', ContentType = '' }: XmlElement['attribs'], office: OfficePackage): boolean {
  const name = PartName.replace(/^\//, '')
  const kind = kindOf(name)
  if (kind !== null) return kind === ContentType || MAIN.test(ContentType)
  // Other parts go, and are told of by what they are; one that is not there says only its name.
  return office.parts.has(name)
}

function kindOf(name: string): string | null {
  const [pattern, kind] = KINDS.find(([one]) => one.test(name)) ?? []
  return pattern && kind ? name.replace(pattern, kind) : null
}

function isPlain({ Id = '', Type = '', Target = '', TargetMode }: XmlElement['attribs']): boolean {
  if (!ID.test(Id)) return false
  if (TargetMode !== undefined && TargetMode !== 'Internal' && TargetMode !== 'External') return false
  const last = Type.split('/').at(-1) ?? ''
  const isKnown = typeFor(last, Type) === Type || GOING.test(Type)
  return isKnown && (TargetMode === 'External' || STRAIGHT.test(Target))
}

/** The address of a kind that stays, as it is where it was one of the standard's; null for other kinds. */
function typeFor(last: string, full: string): string | null {
  const microsoft = MICROSOFT[last]
  if (microsoft) return microsoft
  if (!LEADING.test(last)) return null
  return full === STRICT + last ? full : RELATIONS + last
}

function renumber(xml: Xml | null, numbers: ReadonlyMap<string, string>): void {
  if (!xml) return
  for (const { attribs } of elementsUnder(xml.root()[0], () => true))
    for (const [name, value] of Object.entries(attribs))
      if (name.startsWith('r:') || name === 'o:relid') attribs[name] = numbers.get(value) ?? value
}

function relationshipsXml(all: readonly { id: string; full: string; external: boolean; target: string }[]): string {
  const rows = all.map(({ id, full, external, target }) => {
    const where = external ? `Target="${target}" TargetMode="External"` : `Target="/${target}"`
    return `<Relationship Id="${id}" Type="${full}" ${where}/>`
  })
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`
}

function typesXml(names: readonly string[]): string {
  const parts = names.filter((name) => name !== TYPES)
  const endings = new Set(parts.map((name) => name.split('.').at(-1)?.toLowerCase() ?? ''))
  const defaults = [...endings].flatMap((ending) => {
    const [kind] = ENDINGS[ending] ?? []
    return kind ? [`<Default Extension="${ending}" ContentType="${kind}"/>`] : []
  })
  const overrides = parts.flatMap((name) => {
    const kind = kindOf(name)
    return kind ? [`<Override PartName="/${name}" ContentType="${kind}"/>`] : []
  })
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${[...defaults, ...overrides].join('')}</Types>`
}
