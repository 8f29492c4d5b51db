/** Word files to hide something in: a plain one, and what puts a secret into one of its parts. */
import { Document, Footer, Header, ImageRun, Packer, Paragraph, TextRun } from 'docx'
import sharp from 'sharp'
import { bytesOf, repacked } from '../../src/edge/outgoing/made.testing.ts'

export const SHOWN = ['学区划分方案', '第一小学学区为迎宾路以东。', '本方案自印发之日起执行。']

export interface Hiding {
  place: string
  make(secret: string): Promise<Uint8Array>
}

type Parts = Record<string, Uint8Array>
type Text = (name: string) => string

/** A file as Word makes it: header, footer, a picture, three paragraphs. */
export async function plainDocx(picture?: Buffer): Promise<Uint8Array> {
  const document = new Document({
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('云岭县教育局')] }) },
        footers: { default: new Footer({ children: [new Paragraph('第一页')] }) },
        children: [
          ...SHOWN.map((text) => new Paragraph({ children: [new TextRun(text)] })),
          new Paragraph({
            children: [new ImageRun({ type: 'png', data: picture ?? (await dot()), transformation: { width: 20, height: 20 } })],
          }),
        ],
      },
    ],
  })
  // What the library writes of itself is a hiding place of its own.
  return repacked(new Uint8Array(await Packer.toBuffer(document)), (parts) => {
    for (const name of Object.keys(parts)) if (name.startsWith('docProps/')) delete parts[name]
  })
}

export function dot(format: 'png' | 'jpeg' = 'png'): Promise<Buffer> {
  return sharp({ create: { width: 16, height: 16, channels: 3, background: '#808080' } })
    .toFormat(format)
    .toBuffer()
}

export const changed = (place: string, change: (parts: Parts, text: Text, secret: string) => void): Hiding => ({
  place,
  make: async (secret) => repacked(await plainDocx(), (parts, text) => change(parts, text, secret)),
})

/** Something at the end of the body. */
export const inBody = (place: string, xml: (secret: string) => string): Hiding =>
  changed(place, (parts, text, secret) => {
    parts['word/document.xml'] = bytesOf(text('word/document.xml').replace('<w:sectPr', `${xml(secret)}<w:sectPr`))
  })

export const paragraph = (inside: string) => `<w:p>${inside}</w:p>`
export const run = (text: string, properties = '') =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
export const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A further part, with what leads to it from the document. */
export function part(parts: Parts, text: Text, name: string, xml: string | Uint8Array, relationship: string, id = 'rIdX1'): void {
  parts[name] = typeof xml === 'string' ? bytesOf(xml) : xml
  relate(
    parts,
    text,
    'word/_rels/document.xml.rels',
    `<Relationship Id="${id}" Type="${R}/${relationship}" Target="${name.replace('word/', '')}"/>`,
  )
  const types = text('[Content_Types].xml')
  const extension = name.split('.').at(-1)
  if (!types.includes(`Extension="${extension}"`))
    parts['[Content_Types].xml'] = bytesOf(
      types.replace('</Types>', `<Default Extension="${extension}" ContentType="application/octet-stream"/></Types>`),
    )
}

export function relate(parts: Parts, text: Text, rels: string, relationship: string): void {
  const known =
    rels in parts
      ? text(rels)
      : '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  parts[rels] = bytesOf(known.replace('</Relationships>', `${relationship}</Relationships>`))
}

export const inPart = (place: string, name: string, change: (xml: string, secret: string) => string): Hiding =>
  changed(place, (parts, text, secret) => {
    parts[name] = bytesOf(change(text(name), secret))
  })

export const inSettings = (place: string, xml: (secret: string) => string): Hiding =>
  inPart(place, 'word/settings.xml', (settings, secret) => settings.replace('</w:settings>', `${xml(secret)}</w:settings>`))

export const newPart = (
  place: string,
  name: string,
  relationship: string,
  xml: (secret: string) => string | Uint8Array,
): Hiding => changed(place, (parts, text, secret) => part(parts, text, name, xml(secret), relationship))

export const field = (code: string, shown = '一') =>
  paragraph(
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
  )

export const withPicture = (place: string, make: (secret: string) => Promise<Buffer>): Hiding => ({
  place,
  make: async (secret) => plainDocx(await make(secret)),
})

export function zipOf(parts: Record<string, string>): Uint8Array {
  return repacked(EMPTY_ZIP, (all) => {
    for (const [name, text] of Object.entries(parts)) all[name] = bytesOf(text)
  })
}
const EMPTY_ZIP = new Uint8Array(Buffer.from('504b0506000000000000000000000000000000000000', 'hex'))
