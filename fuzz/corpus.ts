/** Files for the readers that no program makes by itself: old formats, macros, archives and entities that grow when they are opened. */
import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { madeDocx, madeHtml, madeXlsx } from '../src/edge/files/made.testing.ts'
import type { TrueReport } from '../src/record/reports/layouts.testing.ts'

export interface Sample {
  name: string
  bytes: Uint8Array
}

const SAMPLES = 'tests/samples'

export function fileSample(path: string): Sample {
  return { name: path.split('/').at(-1) ?? path, bytes: new Uint8Array(readFileSync(`${SAMPLES}/${path}`)) }
}

/** A report as rows of pipes under headings. */
export function markdownSample(report: TrueReport): Sample {
  const rows = [...report.requests].map(([row, cells]) => `| ${row} | ${cells.join(' | ')} |`)
  const text = `# 某县教育局2023年政府信息公开工作年度报告\n\n## 三、收到和处理政府信息公开申请情况\n\n${rows.join('\n')}\n`
  return { name: 'a.md', bytes: strToU8(text) }
}

/** Parts of a report at which something long without end may stand. */
const PLACES = ['某县教育局', '我局', '申请人情况', '重复申请', '复议后起诉', '丰富']
const ENDLESS = ['共计', '1', ' ', 'a', '1 ', '无 ', '2 0 2 3 ', '政府信息公开', '1\n\f', '| ']
/** Far longer than anything in a report. */
const ENDLESS_LENGTH = 20_000

/** Reports with runs of words, digits, blanks and letters: what a pattern may try over and over. */
export function endlessSamples(): Sample[] {
  const whole = strFromU8(fileSample('reports/002-flat.txt').bytes)
  return ENDLESS.map((piece, index) => {
    const run = piece.repeat(Math.floor(ENDLESS_LENGTH / piece.length))
    const place = PLACES[index % PLACES.length] ?? ''
    const text = whole.includes(place) ? whole.replace(place, place + run) : whole + run
    return { name: `endless-${index}.txt`, bytes: strToU8(text) }
  })
}

/** Word and Excel files that carry macros. */
export async function macroSamples(report: TrueReport): Promise<Sample[]> {
  const withMacros = (bytes: Uint8Array, folder: string, type: string): Uint8Array => {
    const parts = unzipSync(bytes)
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array())
    return zipSync({
      ...parts,
      '[Content_Types].xml': strToU8(
        types
          .replace(
            /application\/vnd\.openxmlformats-officedocument\.(?:wordprocessingml\.document|spreadsheetml\.sheet)\.main\+xml/,
            type,
          )
          .replace('</Types>', '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'),
      ),
      [`${folder}/vbaProject.bin`]: strToU8('Attribute VB_Name = "ThisDocument"'),
    })
  }
  return [
    {
      name: 'a.docm',
      bytes: withMacros(await madeDocx(report), 'word', 'application/vnd.ms-word.document.macroEnabled.main+xml'),
    },
    {
      name: 'a.xlsm',
      bytes: withMacros(await madeXlsx(report, true), 'xl', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
    },
  ]
}

/** Old formats: read with LibreOffice where the machine has it. */
export function oldSamples(): Sample[] {
  const rtf = { name: 'a.rtf', bytes: strToU8('{\\rtf1\\ansi 1 2 3\\par}') }
  return [fileSample('files/old-word.doc'), fileSample('files/old-sheet.xls'), rtf]
}

const BOMB_BYTES = 400 * 1024 * 1024

/** What opens to far more than it weighs: said so, said falsely, archive in archive, entities of entities. */
export async function bombSamples(report: TrueReport): Promise<Sample[]> {
  const [docx, xlsx] = [await madeDocx(report), await madeXlsx(report, true)]
  const honest = zipSync({ ...unzipSync(docx), 'word/document.xml': new Uint8Array(BOMB_BYTES) }, { level: 9 })
  const sheet = zipSync({ ...unzipSync(xlsx), 'xl/worksheets/sheet1.xml': new Uint8Array(BOMB_BYTES) }, { level: 9 })
  return [
    { name: 'bomb.docx', bytes: honest },
    { name: 'bomb.xlsx', bytes: sheet },
    { name: 'lying.docx', bytes: saidToBeSmall(honest) },
    { name: 'lying.xlsx', bytes: saidToBeSmall(sheet) },
    {
      name: 'types.docx',
      bytes: saidToBeSmall(zipSync({ ...unzipSync(docx), '[Content_Types].xml': new Uint8Array(BOMB_BYTES) }, { level: 9 })),
    },
    { name: 'nested.docx', bytes: zipSync({ 'word/document.xml': honest }) },
    { name: 'entities.docx', bytes: withEntities(docx, 'word/document.xml') },
    { name: 'entities.xlsx', bytes: withEntities(xlsx, 'xl/worksheets/sheet1.xml') },
    { name: 'entities.html', bytes: strToU8(`${ENTITIES}${madeHtml(report).replace('某县', '&j;')}`) },
  ]
}

/** 10 to the tenth letters by ten entities. */
const ENTITIES = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${[...'bcdefghij']
  .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghij'[index]};`.repeat(10)}">`)
  .join('')}]>`

function withEntities(bytes: Uint8Array, part: string): Uint8Array {
  const parts = unzipSync(bytes)
  const text = strFromU8(parts[part] ?? new Uint8Array()).replace(/^<\?xml[^>]*\?>/, '')
  return zipSync({ ...parts, [part]: strToU8(`<?xml version="1.0"?>${ENTITIES}${text.replace(/>([^<]+)</, '>&j;<')}`) })
}

/** Its directory and its entries give every large part as a hundred bytes. */
function saidToBeSmall(bytes: Uint8Array): Uint8Array {
  const lying = Buffer.from(bytes)
  for (let at = 0; at + 30 < lying.length; at += 1) {
    const mark = lying.readUInt32LE(at)
    const size = mark === 0x04034b50 ? at + 22 : mark === 0x02014b50 ? at + 24 : null
    if (size !== null && lying.readUInt32LE(size) === BOMB_BYTES) lying.writeUInt32LE(100, size)
  }
  return new Uint8Array(lying)
}
