/** Word and Excel: found, taken out, opened again and compared. */
import type { Remade, WorkFile } from '../../office/files/workshop.ts'
import { type Finding, Findings, isPersonal, stops } from '../../record/outgoing/findings.ts'
import { blanked, findPersonalData, type PersonalKind } from '../../record/outgoing/personal-data.ts'
import { Unreadable } from '../files/outcome.ts'
import { inspectCharts } from './charts.ts'
import { cleanDocx } from './docx.ts'
import { docxLines, textParts, textsOfParagraph } from './docx-text.ts'
import { BOUNDS } from './limits.ts'
import { wordsOfFormat } from './number-format.ts'
import { OfficePackage } from './package.ts'
import { strangeInLists, writeLists } from './package-lists.ts'
import { cleanPictures } from './pictures-inside.ts'
import { inspectDrawings } from './shapes.ts'
import { decoded, elements, elementsUnder, textOf, topOf, type XmlElement } from './xml.ts'
import { cleanXlsx, xlsxCells } from './xlsx.ts'
import { bytesBesideEntries } from './zip-bytes.ts'

/** How parts begin, and where they stand, in files of the programs that everybody has. */
const ROOTS: Record<string, { root: string; at: RegExp }> = {
  header: { root: 'w:hdr', at: /^word\/header\d+\.xml$/ },
  footer: { root: 'w:ftr', at: /^word\/footer\d+\.xml$/ },
  footnotes: { root: 'w:footnotes', at: /^word\/footnotes\.xml$/ },
  endnotes: { root: 'w:endnotes', at: /^word\/endnotes\.xml$/ },
  numbering: { root: 'w:numbering', at: /^word\/numbering\.xml$/ },
  settings: { root: 'w:settings', at: /^word\/settings\.xml$/ },
  worksheet: { root: 'worksheet', at: /^xl\/worksheets\/sheet\d+\.xml$/ },
  chartsheet: { root: 'chartsheet', at: /^xl\/chartsheets\/sheet\d+\.xml$/ },
  sharedStrings: { root: 'sst', at: /^xl\/sharedStrings\d*\.xml$/ },
}
const MAIN = {
  docx: { root: 'w:document', at: /^word\/document\d*\.xml$/, styles: { root: 'w:styles', at: /^word\/styles\.xml$/ } },
  xlsx: { root: 'workbook', at: /^xl\/workbook\d*\.xml$/, styles: { root: 'styleSheet', at: /^xl\/styles\.xml$/ } },
} as const

/** Files whose elements bear other prefixes than everybody's would look empty to us, and so pass: they are not opened. */
export function opened({ kind, bytes }: WorkFile): OfficePackage {
  const office = new OfficePackage(bytes)
  const expected = MAIN[kind === 'docx' ? 'docx' : 'xlsx']
  const check = (part: string, { root, at }: { root: string; at: RegExp }) => {
    const xml = office.xml(part)
    if (xml && (!at.test(part) || topOf(xml)?.name !== root))
      throw new Unreadable('文件由不常见的程序生成，不能逐项检查；请用 WPS 或 Office 打开后另存一次再上传')
  }
  const main = office.main()
  check(main, expected)
  for (const { type, external, target } of office.relationships(main)) {
    const known = type === 'styles' ? expected.styles : ROOTS[type]
    if (known && !external) check(target, known)
  }
  if (kind === 'docx') checkParagraphs(office)
  else checkCells(office)
  return office
}

function checkParagraphs(office: OfficePackage): void {
  for (const [, xml] of textParts(office))
    for (const paragraph of elements(xml, 'w:p'))
      if (lettersOf(textsOfParagraph(paragraph)) > BOUNDS.paragraphLetters)
        throw new Unreadable(
          `文件里有一段文字超过 ${BOUNDS.paragraphLetters / 10_000} 万字，不能逐项检查；请在原软件中分成几段，或者另存为 PDF 后再上传`,
        )
}

function checkCells(office: OfficePackage): void {
  for (const name of office.names().filter((one) => /^xl\/(?:worksheets|sharedStrings)[^.]*\.xml$/.test(one))) {
    const xml = office.xml(name)
    if (xml && elements(xml, 'si', 'is', 'v').some((text) => lettersOf([text]) > BOUNDS.cellLetters))
      throw new Unreadable(
        `表格里有一格的文字超过 ${BOUNDS.cellLetters} 字（Excel 一格的上限），不能逐项检查；请在原软件中分成几格后再上传`,
      )
  }
}

function lettersOf(texts: readonly XmlElement[]): number {
  return texts.reduce((sum, text) => sum + textOf(text).length, 0)
}

/**
 * What a file carries besides its pages has no end of places; so none leaves as it came. Only a file that cleaning leaves byte for
 * byte as it is may pass without being cleaned.
 */
export async function inspectOffice(file: WorkFile): Promise<Finding[]> {
  const { findings } = await lookedAt(file)
  if (findings.some(({ kind }) => kind !== 'uncleaned' && stops({ kind, count: 1, where: [] }))) return findings
  const { bytes } = await remade(file, [], new Set())
  return Buffer.compare(bytes, file.bytes) === 0 ? findings : [{ kind: 'uncleaned', count: 1, where: [] }, ...findings]
}

/** What cleaning would take out, what only the file's own program can, and personal data; and what the file shows. */
async function lookedAt(file: WorkFile, made = new Set<string>()): Promise<{ findings: Finding[]; shown: Map<string, string> }> {
  const office = opened(file)
  const [shown, drawn] = [shownIn(file, office), drawnIn(office)]
  const findings = await cleaned(file, office, [], made)
  findings.add('extraParts', '', bytesBesideEntries(file.bytes) ? 1 : 0)
  const places = [...shown].map(([at, text]) => ({ text, place: file.kind === 'xlsx' ? columnOf(at) : '' }))
  for (const { text, place } of [...places, ...drawn.map((one) => ({ text: one, place: '' }))])
    for (const { kind } of findPersonalData(text)) findings.add(kind, place)
  return { findings: findings.list(), shown }
}

export async function cleanOffice(file: WorkFile, blank: readonly PersonalKind[]): Promise<Remade> {
  const made = new Set<string>()
  const { bytes, before } = await remade(file, blank, made)
  const { findings, shown: after } = await lookedAt({ ...file, bytes }, made)
  const expected = new Map([...before].map(([place, text]) => [place, blanked(text, blank)]))
  if (!sameMap(expected, after)) throw new Unreadable('处理后可见内容与原件不一致，没有保存；请在原软件中另存一次后重试')
  const left = findings.filter((finding) => stops(finding) && !isPersonal(finding.kind))
  const what = file.kind === 'docx' ? `${after.size} 段可见文字` : `${after.size} 个可见单元格`
  const proof = [`已重新打开，${what}与原件${blank.length > 0 ? '除遮去的个人信息外' : ''}逐一相同`]
  if (left.length === 0) proof.push('再次检查，没有发现看不见的内容')
  return { bytes, findings, proof }
}

/** On its own, so that the file as it was can be let go before the new one is opened. */
async function remade(
  file: WorkFile,
  blank: readonly PersonalKind[],
  made: Set<string>,
): Promise<{ bytes: Uint8Array; before: Map<string, string> }> {
  const office = opened(file)
  const before = shownIn(file, office)
  await cleaned(file, office, blank, made)
  return { bytes: office.write(), before }
}

async function cleaned(
  { kind }: WorkFile,
  office: OfficePackage,
  blank: readonly PersonalKind[],
  made: Set<string>,
): Promise<Findings> {
  const strange = strangeInLists(office)
  const findings = kind === 'docx' ? cleanDocx(office, blank) : cleanXlsx(office, blank)
  findings.add('extraParts', '', strange)
  await cleanPictures(office, findings, made)
  await inspectDrawings(office, findings)
  inspectCharts(office, findings)
  writeLists(office)
  return findings
}

/** What a reader sees, each at its place. */
function shownIn({ kind }: WorkFile, office: OfficePackage): Map<string, string> {
  if (kind === 'xlsx') return xlsxCells(office)
  return new Map(
    docxLines(office)
      .filter((line) => line.trim() !== '')
      .map((line, index) => [String(index), line]),
  )
}

/** 资助汇总!C2 → 工作表“资助汇总”第C列 */
function columnOf(address: string): string {
  const [, sheet = '', column = ''] = /^(.*)!([A-Z]+)\d+$/s.exec(address) ?? []
  return `工作表“${sheet}”第${column}列`
}

/** What is written elsewhere than in paragraphs and cells. */
function drawnIn(office: OfficePackage): string[] {
  return office
    .names()
    .filter((name) => /^(?:word|xl)\/.*\.xml$/.test(name))
    .flatMap((name) => {
      const xml = office.xml(name)
      return xml ? elementsUnder(xml.root()[0], ({ name: tag }) => WRITTEN.test(tag)).map(writtenIn) : []
    })
}

/** Words of drawings and charts, in front of numbered paragraphs, around values, above and below sheets. */
const WRITTEN = /^(?:a:p|c:v|v:textpath|w:lvlText|numFmt|(?:odd|even|first)(?:Header|Footer))$/

function writtenIn(element: XmlElement): string {
  const value = { 'v:textpath': 'string', 'w:lvlText': 'w:val', numFmt: 'formatCode' }[element.name]
  if (value === undefined) return textOf(element)
  const words = decoded(element.attribs[value] ?? '')
  return element.name === 'numFmt' ? wordsOfFormat(words) : words
}

function sameMap(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([place, text]) => other.get(place) === text)
}
