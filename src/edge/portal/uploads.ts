import type { Upload } from '../../office/files/attach-files.ts'
import { UPLOAD_FIELDS } from './form-parts.ts'

const isUpload = (name: string) => UPLOAD_FIELDS.some((field) => field === name)

/** The files of a posted form, in the order of its fields; fields left empty are none. `purposes`: evidence of what each field holds. */
export async function uploadsOf(body: unknown, purposes: readonly string[] = []): Promise<Upload[]> {
  const uploads: Upload[] = []
  for (const [name, part] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    if (!isUpload(name) || typeof part !== 'object' || part === null || !('toBuffer' in part)) continue
    const { filename, toBuffer } = part as { filename: string; toBuffer: () => Promise<Buffer> }
    const bytes = await toBuffer.call(part)
    if (filename || bytes.length > 0) {
      const purpose = purposes[UPLOAD_FIELDS.findIndex((field) => field === name)]
      uploads.push({ name: filename, bytes, ...(purpose && { purpose }) })
    }
  }
  return uploads
}
