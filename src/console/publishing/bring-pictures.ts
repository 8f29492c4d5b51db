/** Pictures of an imported paper become files of the draft, each by the same gate as one that is chosen; then they stand in the text. */
import type { Refusal } from '../../law/refusal.ts'
import type { EditionContent } from '../../record/publication/edition.ts'
import { withoutOthers } from '../../record/publication/edition-files.ts'
import type { WrittenPicture } from '../../record/publication/written-document.ts'
import { Refused, uploadEditionFile } from '../api.ts'

export interface BroughtPictures {
  /** The version of the draft that has them. */
  version: number
  files: EditionContent['files']
  /** The text with those that were taken. */
  body: string
  /** Why others were not. */
  refusals: Refusal[]
}

export async function bringPictures(
  draft: { id: string; version: number; files: EditionContent['files'] },
  { body, pictures }: { body: string; pictures: readonly WrittenPicture[] },
): Promise<BroughtPictures> {
  let { version, files } = draft
  const refusals: Refusal[] = []
  for (const { id, name, base64 } of pictures) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    try {
      // The file has the id of the command that brings it, which is the one that the text has already.
      const after = await uploadEditionFile({ id: draft.id, seen: version, commandId: id }, new File([bytes], name))
      ;({ version } = after)
      ;({ files } = after.content)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      refusals.push(...error.refusals)
    }
  }
  const altOf = (id: string) => pictures.find((one) => one.id === id)?.alt
  return {
    version,
    files: files.map((file) => ({ ...file, alt: file.alt || (altOf(file.id) ?? '') })),
    body: withoutOthers(
      body,
      files.map(({ id }) => id),
    ),
    refusals,
  }
}
