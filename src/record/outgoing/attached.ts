/** 附件名称 — a file's name as the letter prints it: without its ending, and without what tells that it was made from another. */
import type { OutgoingState } from './outgoing-file.ts'

/** A file on its way out, by the name that a letter has for it. */
export interface Attachable {
  name: string
  state: OutgoingState
}

export function attachmentName(fileName: string): string {
  return fileName.replace(/(?:（处理后）)?\.[a-z]+$/iu, '')
}
