/** 公告栏: a published document to be posted on a board, with its QR code and, of a 公示, the days it hangs. */
import { toSVG } from 'bwip-js/node'
import { chineseDate } from '../../law/date.ts'
import type { PublishedDocument } from '../../record/publication/document.ts'
import { balancedLines } from './balanced-lines.ts'
import { theSharedPress } from './press.ts'
import { printable, timestampOf } from './prose.ts'
import { writtenBlocks } from './written-blocks.ts'

export type BoardSize = 'a4' | 'a3'

/** Characters of the title to a line: 22 pt over the width of A4, and in proportion on A3. */
const TITLE_CAPACITY = 20

/** `address`: of the page; null where readers could not reach it. Rejects with PaperFailure. */
export function renderBoardPdf(
  document: PublishedDocument,
  about: { address: string | null; size: BoardSize; phone: string; watermark?: string },
): Promise<Uint8Array> {
  const { address, size, phone, watermark } = about
  const { shownUntil } = document
  const lines = [
    `公开日期：${chineseDate(document.publishedOn)}　索引号：${document.indexNumber}`,
    shownUntil && `公示期：${chineseDate(document.publishedOn)}至${chineseDate(shownUntil)}，有异议的请在此期间反映`,
    `联系电话：${phone}`,
    address && `网页：${address}`,
  ]
  return theSharedPress().typeset({
    template: 'board',
    timestamp: timestampOf(document.publishedOn),
    data: {
      size,
      agency: printable(document.agencyName),
      title: printable(document.title),
      titleLines: balancedLines(printable(document.title), TITLE_CAPACITY),
      number: document.number && printable(document.number),
      blocks: writtenBlocks(document.body),
      lines: lines.filter((line) => line !== null).map(printable),
      address,
      qr: address && qrCode(address),
      watermark: watermark ?? null,
    },
  })
}

/** As SVG: an address that a phone reads. */
export function qrCode(address: string): string {
  return toSVG({ bcid: 'qrcode', text: address, scale: 3 })
}
