/** An Office file as the parts it is made of (Open Packaging Conventions): opened within bounds, cleared of parts, written again. */
import { unzipSync, zipSync } from 'fflate'
import { isPasswordOffice } from '../../office/files/password-office.ts'
import { Unreadable } from '../files/outcome.ts'
import { checkZip } from '../files/zip.ts'
import { settleNames } from './settled.ts'
import { XML_BOUNDS } from '../files/xml-bounds.ts'
import { elements, parseXml, remove, writeXml, type Xml } from './xml.ts'

const TYPES = '[Content_Types].xml'

export interface Relationship {
  id: string
  /** The last step of its address. */
  type: string
  address: string
  external: boolean
  /** Path of the part, or the address outside. */
  target: string
}

export class OfficePackage {
  readonly parts: Map<string, Uint8Array>
  readonly #parsed = new Map<string, Xml>()
  /** So many elements more may be in the file. */
  #spare: number = XML_BOUNDS.elements

  constructor(bytes: Uint8Array) {
    if (isPasswordOffice(bytes)) throw new Unreadable('文件带有打开密码；请在 Word、Excel 或 WPS 中取消密码，另存后再上传')
    if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') !== 'PK\x03\x04')
      throw new Unreadable('文件的开头不是 Word 或 Excel 文件；请在原软件中另存一次再上传')
    checkZip(bytes)
    let files: Record<string, Uint8Array>
    try {
      files = unzipSync(bytes)
    } catch {
      throw new Unreadable('文件已损坏，不能打开')
    }
    this.parts = new Map(Object.entries(files).filter(([name]) => !name.endsWith('/')))
    if (!this.parts.has(TYPES)) throw new Unreadable('不是完整的 Word 或 Excel 文件')
  }

  names(): string[] {
    return [...this.parts.keys()]
  }

  /** The part's XML; the same object every time, so that changes add up. */
  xml(name: string): Xml | null {
    const known = this.#parsed.get(name)
    if (known) return known
    const bytes = this.parts.get(name)
    if (!bytes) return null
    const { xml, count } = parseXml(bytes, this.#spare)
    this.#spare -= count
    if (/^(?:word|xl)\/.*\.xml$/.test(name)) settleNames(xml)
    this.#parsed.set(name, xml)
    return xml
  }

  relationships(of: string): Relationship[] {
    const xml = this.xml(relationsOf(of))
    if (!xml) return []
    return elements(xml, 'Relationship').map(({ attribs }) => {
      const external = attribs['TargetMode'] === 'External'
      const target = attribs['Target'] ?? ''
      return {
        id: attribs['Id'] ?? '',
        type: (attribs['Type'] ?? '').split('/').at(-1) ?? '',
        address: attribs['Type'] ?? '',
        external,
        target: external ? target : resolved(of, target),
      }
    })
  }

  /** The part that the owner leads to by a relationship of this type. */
  related(of: string, type: string): string | undefined {
    return this.relationships(of).find((one) => one.type === type && !one.external && this.parts.has(one.target))?.target
  }

  dropRelationships(of: string, unwanted: (relationship: Relationship) => boolean): void {
    const xml = this.xml(relationsOf(of))
    if (!xml) return
    const gone = new Set(
      this.relationships(of)
        .filter(unwanted)
        .map(({ id }) => id),
    )
    for (const element of elements(xml, 'Relationship')) if (gone.has(element.attribs['Id'] ?? '')) remove(xml, element)
  }

  /** Removes parts with their own relationships and those that lead to them. */
  drop(unwanted: (name: string) => boolean): void {
    const gone = new Set(this.names().filter((name) => name !== TYPES && !name.endsWith('.rels') && unwanted(name)))
    for (const name of gone) {
      this.remove(name)
      this.remove(relationsOf(name))
    }
    for (const name of this.names().filter((one) => one.endsWith('.rels'))) {
      const owner = ownerOf(name)
      this.dropRelationships(owner, ({ external, target }) => !external && !this.parts.has(target))
    }
  }

  /** Gives a part another name, everywhere. */
  rename(name: string, to: string): void {
    const bytes = this.parts.get(name)
    if (!bytes) return
    for (const rels of this.names().filter((one) => one.endsWith('.rels'))) {
      const xml = this.xml(rels)
      for (const element of xml ? elements(xml, 'Relationship') : [])
        if (element.attribs['TargetMode'] !== 'External' && resolved(ownerOf(rels), element.attribs['Target'] ?? '') === name)
          element.attribs['Target'] = `/${to}`
    }
    this.remove(name)
    this.parts.set(to, bytes)
  }

  /** Writes a part anew. */
  replace(name: string, xml: string): void {
    this.remove(name)
    this.parts.set(name, new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`))
  }

  /** Takes out one part, and nothing of what leads to it. */
  remove(name: string): void {
    this.parts.delete(name)
    this.#parsed.delete(name)
  }

  /** Parts that no relationship leads to from the package's root: nobody sees them, everybody can unzip them. */
  strays(): string[] {
    const reached = new Set<string>()
    const open = ['']
    while (open.length > 0) {
      const of = open.pop() as string
      for (const { external, target } of this.relationships(of))
        if (!external && this.parts.has(target) && !reached.has(target)) {
          reached.add(target)
          open.push(target)
        }
    }
    return this.names().filter((name) => {
      if (name === TYPES) return false
      return name.endsWith('.rels') ? ownerOf(name) !== '' && !reached.has(ownerOf(name)) : !reached.has(name)
    })
  }

  /** The main part: document or workbook. */
  main(): string {
    const found = this.relationships('').find(({ type, external }) => type === 'officeDocument' && !external)
    if (!found || !this.parts.has(found.target)) throw new Unreadable('不是完整的 Word 或 Excel 文件')
    return found.target
  }

  write(): Uint8Array {
    for (const [name, xml] of this.#parsed) this.parts.set(name, writeXml(xml))
    const ordered = [TYPES, ...this.names().filter((name) => name !== TYPES)]
    const files = Object.fromEntries(ordered.map((name) => [name, this.parts.get(name) ?? new Uint8Array()]))
    // One day for all entries: when each part was last touched is nobody's business.
    return zipSync(files, { mtime: new Date('2000-01-01T00:00:00'), level: 6 })
  }
}

export function relationsOf(part: string): string {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

/** Whose relationships these are. */
export function ownerOf(relations: string): string {
  return relations.replace(/_rels\/([^/]*)\.rels$/, '$1')
}

function resolved(of: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = of.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}
