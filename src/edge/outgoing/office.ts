/** Word and Excel: found, taken out, opened again and compared. */
import type { Remade, WorkFile } from '../../office/files/workshop.ts'
import { type Finding, isPersonal, stops } from '../../record/outgoing/findings.ts'
import { blanked, type PersonalKind } from '../../record/outgoing/personal-data.ts'
import { Unreadable } from '../files/outcome.ts'
import { cleanDocx, docxLines, inspectDocx } from './docx.ts'
import { OfficePackage } from './package.ts'
import { isElement, type XmlNode } from './xml.ts'
import { cleanXlsx, inspectXlsx, xlsxCells } from './xlsx.ts'

const ROOTS = { docx: 'w:document', xlsx: 'workbook' } as const

/** Files whose elements bear other prefixes than everybody's would look empty to us, and so pass: they are not opened. */
export function opened({ kind, bytes }: WorkFile): OfficePackage {
  const office = new OfficePackage(bytes)
  const main = office.xml(office.main())
  const root = main
    ?.root()
    .contents()
    .toArray()
    .find((node) => isElement(node as XmlNode))
  const name = root && isElement(root as XmlNode) ? (root as { name: string }).name : ''
  if (name !== ROOTS[kind === 'docx' ? 'docx' : 'xlsx'])
    throw new Unreadable('文件由不常见的程序生成，不能逐项检查；请用 WPS 或 Office 打开后另存一次再上传')
  return office
}

export function inspectOffice(file: WorkFile): Finding[] {
  const office = opened(file)
  return file.kind === 'docx' ? inspectDocx(office) : inspectXlsx(office)
}

export function cleanOffice(file: WorkFile, blank: readonly PersonalKind[]): Remade {
  const before = shownIn(file)
  const office = opened(file)
  if (file.kind === 'docx') cleanDocx(office, blank)
  else cleanXlsx(office, blank)
  const bytes = office.write()
  const made = { ...file, bytes }
  const findings = inspectOffice(made)
  const after = shownIn(made)
  const expected = new Map([...before].map(([place, text]) => [place, blanked(text, blank)]))
  if (!sameMap(expected, after)) throw new Unreadable('处理后可见内容与原件不一致，没有保存；请在原软件中另存一次后重试')
  const left = findings.filter((finding) => stops(finding) && !isPersonal(finding.kind))
  const what = file.kind === 'docx' ? `${after.size} 段可见文字` : `${after.size} 个可见单元格`
  const proof = [`已重新打开，${what}与原件${blank.length > 0 ? '除遮去的个人信息外' : ''}逐一相同`]
  if (left.length === 0) proof.push('再次检查，没有发现看不见的内容')
  return { bytes, findings, proof }
}

/** What a reader sees, each at its place. */
function shownIn(file: WorkFile): Map<string, string> {
  const office = opened(file)
  if (file.kind === 'xlsx') return xlsxCells(office)
  return new Map(
    docxLines(office)
      .filter((line) => line.trim() !== '')
      .map((line, index) => [String(index), line]),
  )
}

function sameMap(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([place, text]) => other.get(place) === text)
}
