/** Pictures of a Word file that are brought along with its text, each as it is shown; what a program hides of one must not come to light. */
import { randomUUID } from 'node:crypto'
import { load } from 'cheerio'
import type { WrittenPicture } from '../../record/publication/written-document.ts'

/** As mammoth hands it over; its types leave the words out. */
export interface FoundPicture {
  contentType: string
  altText?: string
  read(encoding: 'base64'): Promise<string>
}

const ENDINGS: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg' }
/** Told to the reader by way of the words of a picture. */
const CUT = '\u{e000}cut'
const IS_CUT = /<(?:a:srcRect\b[^>]*\b[ltrb]=|v:imagedata\b[^>]*\bcrop)/
/** Words that no person wrote: the program's own guess, or the name of a file. */
const NO_WORDS = /描述已自动生成|\.(?:png|jpe?g|gif|bmp|tiff?|webp)$/i

export const hasCut = (part: string): boolean => IS_CUT.test(part)

/** Marks those that are shown cut: the parts that are not seen are still in the file, and would be published. */
export function withCutMarked(part: string): string {
  const $ = load(part, { xml: { decodeEntities: false } })
  const isMoved = (value: string | undefined) => !['0', '0%', undefined].includes(value)
  for (const one of $('a\\:srcRect').toArray())
    if (['l', 't', 'r', 'b'].some((side) => isMoved(one.attribs[side])))
      $(one).closest('wp\\:inline, wp\\:anchor').find('wp\\:docPr').attr('descr', CUT)
  for (const one of $('v\\:imagedata').toArray())
    if (Object.keys(one.attribs).some((name) => name.startsWith('crop'))) $(one).attr('o:title', CUT)
  return $.xml()
}

export interface PictureCollector {
  /** The mark that stands in the text for it: none where it is not brought. */
  take(found: FoundPicture): Promise<{ src: string; 'data-file'?: string }>
  taken: WrittenPicture[]
}

export function collectPictures(most: number): PictureCollector {
  const taken: WrittenPicture[] = []
  return {
    taken,
    async take(found) {
      const ending = ENDINGS[found.contentType]
      if (!ending || found.altText === CUT || taken.length >= most) return { src: '' }
      // Its place is held while it is read: pictures come in their order.
      const picture: WrittenPicture = { id: randomUUID(), name: '', alt: wordsOf(found.altText), base64: '' }
      taken.push(picture)
      picture.name = `图片${taken.length}.${ending}`
      try {
        picture.base64 = await found.read('base64')
        return { src: '', 'data-file': picture.id }
      } catch {
        // It lies outside of the file, or is not there.
        taken.splice(taken.indexOf(picture), 1)
        return { src: '' }
      }
    },
  }
}

function wordsOf(told = ''): string {
  const words = told.replace(/\s+/g, ' ').trim()
  return NO_WORDS.test(words) ? '' : words.slice(0, 300)
}
