/** What is asked for once the request was corrected (Art 30). The wording is sealed beside the act that received it. */
import { maskInText, type RequestContent, subjectOf } from '../people/requester.ts'
import type { RequestCase } from './case.ts'
import { isAboutContent } from '../../law/requests/correction-triggers.ts'

/** What was written with each correction, by the sequence number of the act that received it. */
export type CorrectionTexts = ReadonlyMap<number, string>

interface Asked {
  content: Pick<RequestContent, 'subject' | 'description'>
  /** null: not corrected, or corrected in something else than what is asked for. */
  corrected: string | null
}

/**
 * The wording that holds after the correction; null where none was received, where nothing was written with it, or where the
 * notice did not ask for the content at all (an identity paper, say, changes nothing of what is wanted).
 */
export function correctedText(folded: RequestCase, texts: CorrectionTexts): string | null {
  return isAboutContent(folded.correction?.asked.triggers) ? receivedText(folded, texts) : null
}

/** What was written with the correction that counts, whatever it was about; null where none was received, or nothing written. */
export function receivedText({ correction, live }: RequestCase, texts: CorrectionTexts): string | null {
  const received = live.findLast(({ act }) => act.kind === 'correction-received' && act.on === correction?.receivedOn)
  return (received && texts.get(received.seq)) || null
}

/** As long as a subject may be: longer corrections stand in the file in full. */
const LONGEST_QUOTED = 200

/** What letters quote as asked for, in one line and with numbers of persons masked. */
export function askedSubject({ content, corrected }: Asked): string {
  if (corrected === null) return maskInText(subjectOf(content))
  const letters = [...maskInText(corrected.split(/\s*\n\s*/u).join('；'))]
  return letters.length > LONGEST_QUOTED ? `${letters.slice(0, LONGEST_QUOTED).join('')}……` : letters.join('')
}
