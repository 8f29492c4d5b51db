/** A paper of the office with these paragraphs, as a file that goes out with a reply. */
import { renderLetterPdf } from '../../src/edge/paper/index.ts'

export function planPaper(...paragraphs: string[]): Promise<Uint8Array> {
  return renderLetterPdf({
    code: 'D01',
    agency: '云岭县教育局',
    number: '云教〔2026〕1号',
    title: '学区划分方案',
    addressee: null,
    blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
    attachments: [],
    signature: { agency: '云岭县教育局', date: '2026-03-02' },
  })
}
