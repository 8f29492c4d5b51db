/** The same drawing under other names: every language may be written under any prefix, or under none. */
import { bytesOf, repacked } from '../../src/edge/outgoing/made.testing.ts'
import type { Hiding } from './docx-made.ts'

const OOXML = 'http://schemas.openxmlformats.org/drawingml/2006/'
const ADDRESSES: Readonly<Record<string, string>> = {
  a: `${OOXML}main`,
  wp: `${OOXML}wordprocessingDrawing`,
  pic: `${OOXML}picture`,
  xdr: `${OOXML}spreadsheetDrawing`,
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  v: 'urn:schemas-microsoft-com:vml',
}
const NAMES = Object.keys(ADDRESSES).join('|')

/** `<a:p>` → `<p xmlns="…">` */
function withoutPrefix(xml: string): string {
  return xml
    .replace(new RegExp(`<(${NAMES}):(\\w+)`, 'g'), (_, prefix: string, name: string) => `<${name} xmlns="${ADDRESSES[prefix]}"`)
    .replace(new RegExp(`</(?:${NAMES}):`, 'g'), '</')
}

/** `<a:p>` → `<z-a:p>` */
function withAnother(xml: string): string {
  return xml.replace(new RegExp(`<(/?)(${NAMES}):`, 'g'), '<$1z-$2:').replace(new RegExp(`xmlns:(${NAMES})=`, 'g'), 'xmlns:z-$1=')
}

/** @param part the one that holds the drawing */
export function underOtherPrefixes(part: string, rows: readonly Hiding[]): Hiding[] {
  const written = [
    ['没有前缀', withoutPrefix],
    ['换了前缀', withAnother],
  ] as const
  return rows.flatMap(({ place, make }) =>
    written.map(([how, write]) => ({
      place: `${place}，${how}`,
      make: async (secret: string) =>
        repacked(await make(secret), (parts, text) => {
          const after = write(text(part))
          if (after === text(part)) throw new Error(`${place}: ${part} holds no drawing`)
          parts[part] = bytesOf(after)
        }),
    })),
  )
}
