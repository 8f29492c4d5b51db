/** Word files, by way of HTML: merged cells are kept, deleted text is left out. */
import mammoth from 'mammoth'
import type { SourceDocument } from '../../record/reports/grid.ts'
import { readHtml } from './html.ts'

export async function readDocx(bytes: Uint8Array): Promise<SourceDocument> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  )
  return readHtml(value)
}
