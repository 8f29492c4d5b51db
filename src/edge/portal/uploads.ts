import type { Upload } from '../../office/files/attach-files.ts'
import { UPLOAD_FIELDS } from './form-parts.ts'

const isUpload = (name: string) => UPLOAD_FIELDS.some((field) => field === name)

/** The files of a posted form, in the order of its fields; fields left empty are none. */
export async function uploadsOf(body: unknown): Promise<Upload[]> {
  const uploads: Upload[] = []
  for (const [name, part] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    if (!isUpload(name) || typeof part !== 'object' || part === null || !('toBuffer' in part)) continue
    const { filename, toBuffer } = part as { filename: string; toBuffer: () => Promise<Buffer> }
    const bytes = await toBuffer.call(part)
    if (filename || bytes.length > 0) uploads.push({ name: filename, bytes })
  }
  return uploads
}
