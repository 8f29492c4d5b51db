/** Pictures inside a PDF, as their pixels are stored: what is covered, cut off or transparent on the page is there all the same. */
import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { MAGENTA } from './pdf-unseen.ts'

/** How many stored pixels are as good as magenta. */
export async function magentaIn(bytes: Uint8Array): Promise<number> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const counts = await Promise.all(
    document.context.enumerateIndirectObjects().map(async ([, object]) => {
      if (!(object instanceof PDFRawStream)) return 0
      const filter = String(object.dict.lookup(PDFName.of('Filter')))
      if (filter.includes('DCT'))
        return magenta(await sharp(object.contents).removeAlpha().toColourspace('srgb').raw().toBuffer())
      if (object.dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Image')) return 0
      return magenta(Buffer.from(decodePDFRawStream(object).decode()))
    }),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Whatever the order of the colours. */
export function magenta(data: Uint8Array): number {
  let count = 0
  for (let at = 0; at + 2 < data.length; at += 3) if (isNear([data[at], data[at + 1], data[at + 2]])) count += 1
  return count
}

function isNear(pixel: readonly (number | undefined)[]): boolean {
  return MAGENTA.every((value, at) => Math.abs(value - (pixel[at] ?? 0)) < 40)
}
