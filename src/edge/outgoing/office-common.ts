/** What Word and Excel files have in common: properties, objects inside, links outside, parts that nothing leads to. */
import type { Findings } from '../../record/outgoing/findings.ts'
import type { OfficePackage } from './package.ts'
import { cleanPictures, inspectPictures } from './pictures-inside.ts'
import { elements, isElement, remove, type XmlNode } from './xml.ts'

const PROPERTIES = /^docProps\//
const EMBEDDED = /(?:^|\/)(?:embeddings|activeX|ctrlProps)\//
const MACROS = /vba(?:Project|Data)|\/macrosheets\/|\/dialogsheets\//i
const EXTRA =
  /^customXml\/|(?:^|\/)(?:printerSettings|glossary|webExtensions?|customProperty|ink|revisions|richData)(?:\/|$)|(?:^|\/)(?:recipientData|attachedToolbars|keyMapCustomizations|webSettings|people)\b|^_xmlsignatures\//

/** Properties that every program writes anew, even into a cleaned file, and that tell nothing. */
const SILENT = new Set(['dcterms:created', 'dcterms:modified'])

/** The only outside links that stay: addresses people can see and follow. */
const FOLLOWED = /^https?:\/\//i

export function inspectCommon(office: OfficePackage, findings: Findings): void {
  for (const name of office.names().filter((one) => PROPERTIES.test(one))) {
    const xml = name.endsWith('.xml') ? office.xml(name) : null
    const top = xml
      ?.root()
      .contents()
      .toArray()
      .find((node) => isElement(node as XmlNode))
    const told =
      top && isElement(top as XmlNode) && 'children' in top
        ? top.children.filter((child) => isElement(child as XmlNode) && !SILENT.has((child as { name: string }).name))
        : []
    if (!xml || told.length > 0) findings.add('metadata', '', told.length || 1)
  }
  const count = (pattern: RegExp) => office.names().filter((name) => pattern.test(name) && !name.endsWith('.rels')).length
  findings.add('embedded', '', count(EMBEDDED))
  findings.add('macros', '', count(MACROS))
  findings.add(
    'extraParts',
    '',
    count(EXTRA) + office.strays().filter((name) => !EXTRA.test(name) && !name.endsWith('.rels')).length,
  )
  for (const of of owners(office))
    findings.add(
      'externalLinks',
      '',
      office.relationships(of).filter(({ external, type, target }) => external && !isFollowed(type, target)).length,
    )
  inspectPictures(office, findings)
}

export function cleanCommon(office: OfficePackage): void {
  office.drop((name) => PROPERTIES.test(name) || EMBEDDED.test(name) || MACROS.test(name) || EXTRA.test(name))
  for (const of of owners(office))
    office.dropRelationships(of, ({ external, type, target }) => external && !isFollowed(type, target))
  const strays = new Set(office.strays())
  office.drop((name) => strays.has(name))
  for (const name of strays) office.parts.delete(name)
  const types = office.xml('[Content_Types].xml')
  if (types)
    for (const element of elements(types, 'Default', 'Override')) {
      const type = element.attribs['ContentType'] ?? ''
      if (/macroEnabled/i.test(type))
        element.attribs['ContentType'] = type
          .replace(/macroEnabled(?:Template)?\.main/i, 'x')
          .replace('vnd.ms-word.document.x', 'vnd.openxmlformats-officedocument.wordprocessingml.document.main')
          .replace('vnd.ms-excel.sheet.x', 'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main')
      if (/vba|oleObject|printerSettings/i.test(type)) remove(types, element)
    }
  cleanPictures(office)
}

function isFollowed(type: string, target: string): boolean {
  return type === 'hyperlink' && FOLLOWED.test(target)
}

function owners(office: OfficePackage): string[] {
  return ['', ...office.names().filter((name) => !name.endsWith('.rels'))]
}

/** Charts keep a copy of the workbook they were drawn from. */
export function cleanCharts(office: OfficePackage): void {
  for (const name of office.names().filter((one) => /\/charts\/chart[^/]*\.xml$/.test(one))) {
    const xml = office.xml(name)
    if (xml) for (const link of elements(xml, 'c:externalData')) remove(xml, link)
  }
}
