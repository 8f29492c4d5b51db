/** 公告栏: a published document to be posted on a board, with its QR code and, of a 公示, the days it hangs. */
import { toSVG } from 'bwip-js/node'
import { chineseDate } from '../../law/date.ts'
import type { PublishedDocument } from '../../record/publication/document.ts'
import { attachmentsOf, type PublishedFile } from '../../record/publication/edition-files.ts'
import { fitPicture } from '../files/index.ts'
import { balancedLines } from './balanced-lines.ts'
import { theSharedPress } from './press.ts'
import { printable, timestampOf } from './prose.ts'
import { type PrintedPicture, writtenBlocks } from './written-blocks.ts'

export type BoardSize = 'a4' | 'a3'

/** Characters of the title to a line: 22 pt over the width of A4, and in proportion on A3. */
const TITLE_CAPACITY = 20

interface BoardAbout {
  /** Of the page; null where readers could not reach it. */
  address: string | null
  size: BoardSize
  phone: string
  watermark?: string
  /** The pictures of the text as JPEG or PNG, by their ids; what is not there is left out. */
  pictures?: ReadonlyMap<string, Uint8Array>
}

/** Rejects with PaperFailure. */
export async function renderBoardPdf(document: PublishedDocument, about: BoardAbout): Promise<Uint8Array> {
  const { address, size, phone, watermark, pictures = new Map() } = about
  const { shownUntil, publicity } = document
  const from = publicity?.startsOn ?? document.publishedOn
  const attached = attachmentsOf(document)
  const lines = [
    `公开日期：${chineseDate(document.publishedOn)}　索引号：${document.indexNumber}`,
    shownUntil && `公示期：${chineseDate(from)}至${chineseDate(shownUntil)}，有异议的请在此期间反映`,
    publicity &&
      `受理异议：${[publicity.contact.office, publicity.contact.phone, publicity.contact.place].filter(Boolean).join('，')}`,
    attached.length > 0 && `${attachedWords(attached)}${address ? '（扫码在网页上查看）' : ''}`,
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
      blocks: writtenBlocks(document.body, await printed(document, pictures)),
      lines: lines.filter((line) => typeof line === 'string').map(printable),
      address,
      qr: address && qrCode(address),
      watermark: watermark ?? null,
    },
  })
}

/** What the foot has room for: two lines. */
const MOST_WORDS = 60

/** Their titles, or how many they are. */
function attachedWords(files: readonly PublishedFile[]): string {
  const titles = files.map(({ title }) => title).join('、')
  return titles.length <= MOST_WORDS ? `附件：${titles}` : `附件 ${files.length} 个`
}

/** Fine enough for A3; a board is read, not measured. */
const PRINTED = { width: 1600, height: 2000, bytes: 1_500_000 }

async function printed(
  { files }: PublishedDocument,
  pictures: ReadonlyMap<string, Uint8Array>,
): Promise<Map<string, PrintedPicture>> {
  const shown = new Map<string, PrintedPicture>()
  for (const { id, alt, width, height } of files) {
    const bytes = pictures.get(id)
    if (!bytes || !width || !height) continue
    const source = `data:image/jpeg;base64,${Buffer.from(await fitPicture(bytes, PRINTED)).toString('base64')}`
    shown.set(id, { source, alt: printable(alt), width, height })
  }
  return shown
}

/** As SVG: an address that a phone reads. */
export function qrCode(address: string): string {
  return toSVG({ bcid: 'qrcode', text: address, scale: 3 })
}
