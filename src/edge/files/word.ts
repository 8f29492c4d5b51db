/** Word files, by way of HTML: merged cells are kept, deleted, hidden and crossed-out text is left out. */
import { load } from 'cheerio'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import type { SourceDocument } from '../../record/reports/grid.ts'
import { readHtml } from './html.ts'
import { Unreadable } from './outcome.ts'
import { collectPictures, type FoundPicture, hasCut, type PictureCollector, withCutMarked } from './word-pictures.ts'
import { shownBy } from './word-styles.ts'
import { checkMarkup, XML_BOUNDS } from './xml-bounds.ts'

const STYLES = 'word/styles.xml'
const WITH_TEXT = /^word\/(?:document\d*|footnotes|endnotes)\.xml$/
/** What the way by HTML says nothing of, or not where a style says it. */
const UNTOLD = /<w:(?:vanish|specVanish|strike|dstrike|position|vertAlign)\b/
/** The words of the standard under another prefix than every program gives them. */
const OTHER_PREFIX =
  /xmlns(?!:w=)(?::[^\s=]+)?\s*=\s*["']http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006|purl\.oclc\.org\/ooxml\/wordprocessingml)\/main["']/

export async function readDocx(bytes: Uint8Array): Promise<SourceDocument> {
  return readHtml(await wordHtml(bytes))
}

/** What is seen of the file, as HTML: pictures as empty places, those that are collected with the id of each. */
export async function wordHtml(bytes: Uint8Array, pictures: PictureCollector = collectPictures(0)): Promise<string> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(withUntold(bytes)) },
    { convertImage: mammoth.images.imgElement((found) => pictures.take(found as unknown as FoundPicture)) },
  )
  return value
}

/** Hidden text is taken out, text that is crossed out by a style or set higher becomes what HTML has words for. */
function withUntold(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  const textOf = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  let spare: number = XML_BOUNDS.elements
  for (const name of Object.keys(parts)) if (/\.(?:xml|rels)$/i.test(name)) spare -= checkMarkup(textOf(name), spare)
  const names = Object.keys(parts).filter((name) => WITH_TEXT.test(name))
  if ([STYLES, ...names].some((name) => OTHER_PREFIX.test(textOf(name))))
    throw new Unreadable('文件由不常见的程序生成，读不准；请用 WPS 或 Office 打开后另存一次再提供')
  for (const name of names.filter((one) => hasCut(textOf(one)))) parts[name] = strToU8(withCutMarked(textOf(name)))
  if (![STYLES, ...names].some((name) => UNTOLD.test(textOf(name)))) return zipSync(parts, { level: 0 })
  const shown = shownBy(textOf(STYLES))
  const told = names.map((name) => {
    const $ = load(textOf(name), { xml: { decodeEntities: false } })
    for (const run of $('w\\:r')
      .toArray()
      .map((one) => $(one))) {
      const { hidden, struck, raised } = shown(run)
      if (hidden) run.remove()
      else if (struck || raised) {
        if (run.children('w\\:rPr').length === 0) run.prepend('<w:rPr/>')
        const properties = run.children('w\\:rPr')
        properties.children('w\\:strike, w\\:vertAlign').remove()
        if (struck) properties.append('<w:strike/>')
        if (raised) properties.append('<w:vertAlign w:val="superscript"/>')
      }
    }
    return [name, strToU8($.xml())] as const
  })
  return zipSync({ ...parts, ...Object.fromEntries(told) }, { level: 0 })
}
