/** What is asked of the working process. */
import type { WorkFile } from '../../office/files/workshop.ts'
import type { Box } from '../../record/outgoing/box.ts'
import type { PersonalKind } from '../../record/outgoing/personal-data.ts'

export type Task =
  | { do: 'screen'; file: WorkFile }
  | { do: 'text'; file: WorkFile }
  | { do: 'inspect'; file: WorkFile }
  | { do: 'clean'; file: WorkFile; blank: readonly PersonalKind[] }
  | { do: 'sketch'; file: WorkFile }
  | { do: 'picture'; file: WorkFile; page: number }
  | { do: 'find'; file: WorkFile; text: string }
  /** `labels`: a PDF with one page for each of BOX_LABELS, in their order. */
  | { do: 'redact'; file: WorkFile; boxes: readonly Box[]; labels: Uint8Array }
