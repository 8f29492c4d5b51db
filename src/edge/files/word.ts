/** Word files, by way of HTML: merged cells are kept, deleted, hidden and crossed-out text is left out. */
import { load } from 'cheerio'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import type { SourceDocument } from '../../record/reports/grid.ts'
import { readHtml } from './html.ts'

const BODY = 'word/document.xml'
/** What the way by HTML says nothing of. */
const UNTOLD = /<w:(?:vanish|dstrike|position)\b/

export async function readDocx(bytes: Uint8Array): Promise<SourceDocument> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(withUntold(bytes)) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  )
  return readHtml(value)
}

/** Hidden text is taken out, text that is crossed out twice or set higher becomes what HTML has words for. */
function withUntold(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  const body = parts[BODY]
  if (!body || !UNTOLD.test(strFromU8(body))) return bytes
  const $ = load(strFromU8(body), { xml: { decodeEntities: false } })
  const isOn = (value: string | undefined): boolean => !['0', 'false', 'off'].includes(value ?? '')
  for (const property of $('w\\:rPr > w\\:vanish, w\\:rPr > w\\:dstrike, w\\:rPr > w\\:position').toArray()) {
    const value = $(property).attr('w:val')
    if (!isOn(value)) continue
    const properties = $(property).parent()
    if (property.name === 'w:dstrike') properties.append('<w:strike/>')
    else if (property.name === 'w:position') properties.append('<w:vertAlign w:val="superscript"/>')
    else if (properties.parent().is('w\\:r')) properties.parent().remove()
  }
  return zipSync({ ...parts, [BODY]: strToU8($.xml()) }, { level: 0 })
}
