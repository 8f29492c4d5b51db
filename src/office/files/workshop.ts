/** What the office needs done with foreign files. Done at the edge, in a process that can be stopped (edge/outgoing). */
import type { Box, PageSketch, Place } from '../../record/outgoing/box.ts'
import type { Finding, OutgoingKind } from '../../record/outgoing/findings.ts'
import type { PersonalKind } from '../../record/outgoing/personal-data.ts'
import type { SecrecyMark } from '../../record/outgoing/secrecy-marks.ts'

export interface WorkFile {
  name: string
  kind: OutgoingKind
  bytes: Uint8Array
}

/** `why` is fit to be shown: Chinese, and nothing of the file's content. */
export type Done<T> = { ok: true; value: T } | { ok: false; why: string }

/** A file made anew, what is still found in it, and what the machine compared before saying so. */
export interface Remade {
  bytes: Uint8Array
  findings: Finding[]
  proof: string[]
}

export interface Workshop {
  /** Marks of classification in name and text. A PDF or picture that no reader opens has none but in its name. */
  screen(file: WorkFile): Promise<Done<SecrecyMark[]>>
  /** Its lines, page by page, and what else in it is called by a name; none of a picture. */
  text(file: WorkFile): Promise<Done<{ titles: string[]; pages: string[][] }>>
  inspect(file: WorkFile): Promise<Done<Finding[]>>
  /** Takes out everything that is not on the pages, and the chosen kinds of personal data. Refuses if anything else would change. */
  clean(file: WorkFile, blank: readonly PersonalKind[]): Promise<Done<Remade>>
  /** PDF and pictures. */
  sketch(file: WorkFile): Promise<Done<PageSketch[]>>
  /** One page as PNG. */
  picture(file: WorkFile, page: number): Promise<Done<Uint8Array>>
  /** Where this text stands. */
  find(file: WorkFile, text: string): Promise<Done<Place[]>>
  /** PDF and pictures: what lies under the boxes is gone, their ground is printed on them. */
  redact(file: WorkFile, boxes: readonly Box[]): Promise<Done<Remade>>
  close(): void
}
