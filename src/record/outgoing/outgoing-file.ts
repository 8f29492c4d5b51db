/** 答复附件: a file on its way out, from the first look to the decision that it may leave. */
import { z } from 'zod'
import { type Box, boxSchema } from './box.ts'
import { type Finding, FINDING_KINDS, type OutgoingKind } from './findings.ts'
import { REMOVABLE, type PersonalKind } from './personal-data.ts'

/** As what the case files them; a copy made from one is filed as “答复附件（…）”. */
export const OUTGOING_PURPOSE = '答复附件'

export type OutgoingState = 'blocked' | 'checked' | 'cleared' | 'overridden' | 'withdrawn'

export const OUTGOING_STATE_WORDS: Record<OutgoingState, string> = {
  blocked: '须先处理',
  checked: '待确认',
  cleared: '可以发出',
  overridden: '负责人决定照发',
  withdrawn: '不发出',
}

/** States in which no reply may go out. */
export const WAITING: readonly OutgoingState[] = ['blocked', 'checked']
/** States in which the file leaves with the reply. */
export const LEAVING: readonly OutgoingState[] = ['cleared', 'overridden']

const findingSchema = z.object({ kind: z.enum(FINDING_KINDS), count: z.number(), where: z.array(z.string()).default([]) })

/** What is sealed with the row. */
export const outgoingDetailSchema = z.object({
  /** Of the original. */
  found: z.array(findingSchema).default([]),
  /** Of the file as it would leave. */
  left: z.array(findingSchema).default([]),
  boxes: z.array(boxSchema).default([]),
  blanked: z.array(z.enum(REMOVABLE)).default([]),
  proof: z.array(z.string()).default([]),
  /** Why it leaves in spite of what was found. */
  reason: z.string().default(''),
})
export type OutgoingDetail = z.infer<typeof outgoingDetailSchema>

export const MEDIA_KINDS: Readonly<Record<string, OutgoingKind>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
}

export interface OutgoingFileView {
  id: string
  version: number
  kind: OutgoingKind
  state: OutgoingState
  /** As it would leave. */
  fileId: string
  name: string
  size: number
  sourceId: string
  /** Cleaned or blacked out. */
  changed: boolean
  found: Finding[]
  left: Finding[]
  boxes: Box[]
  blanked: PersonalKind[]
  proof: string[]
  reason: string
  decidedBy: string | null
  decidedAt: string | null
}

export interface OutgoingView {
  files: OutgoingFileView[]
  /** Attachments of the case that are not on their way out yet. */
  candidates: { id: string; name: string }[]
  mayPrepare: boolean
  mayOverride: boolean
}
