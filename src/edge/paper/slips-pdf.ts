/** Papers beside the letters: labels for envelopes, the list that the post office stamps, separators of a batch. */
import { toSVG } from 'bwip-js/node'
import { chineseDate, type LocalDate } from '../../law/date.ts'
import type { Letter } from '../../record/letters/model.ts'
import type { ProofSheet } from '../../record/letters/proof-sheet.ts'
import type { MailLabel, MailSender } from '../../record/letters/view.ts'
import { VOLUME_COLUMNS, type VolumeList } from '../../record/archive/volume-list.ts'
import type { ReviewSheet } from '../../record/publication/review-sheet.ts'
import { joined } from './join.ts'
import { theSharedPress } from './press.ts'
import { printable, timestampOf } from './prose.ts'

interface Postings {
  sender: MailSender
  labels: readonly MailLabel[]
  on: LocalDate
  watermark?: string
}

interface Slip {
  title: string
  agency: string
  watermark?: string | undefined
  [more: string]: unknown
}

function set(kind: string, on: string, data: Slip): Promise<Uint8Array> {
  return theSharedPress().typeset({
    template: 'slips',
    timestamp: timestampOf(on),
    data: { ...data, kind, watermark: data.watermark ?? null },
  })
}

/** Code 128, as mail numbers are read by the counters of the post. */
function barcode(mailNumber: string): string | null {
  if (mailNumber === '') return null
  return toSVG({ bcid: 'code128', text: mailNumber, height: 12, includetext: true, textxalign: 'center' })
}

const printed = (label: MailLabel): MailLabel => ({
  ...label,
  recipient: printable(label.recipient),
  address: printable(label.address),
  phone: printable(label.phone),
})

/** 邮寄标签, eight to a sheet. */
export function renderLabels({ sender, labels, on, watermark }: Postings): Promise<Uint8Array> {
  return set('labels', on, {
    title: '邮寄标签',
    agency: sender.name,
    watermark,
    sender,
    labels: labels.map((label) => ({ ...printed(label), barcode: barcode(label.mailNumber) })),
  })
}

/** 交寄清单, to be stamped by the post office: the proof of the mailing day. */
export function renderPostingList({ sender, labels, on, watermark }: Postings): Promise<Uint8Array> {
  return set('list', on, {
    title: '公文交寄清单',
    agency: sender.name,
    watermark,
    sender,
    date: chineseDate(on),
    labels: labels.map(printed),
  })
}

/** 核对单: what the letter must say, where it says it, by which article; to be ticked and signed. */
export function renderProofSheet(
  { title, number, rows }: ProofSheet,
  { agency, on, watermark }: { agency: string; on: string; watermark?: string },
): Promise<Uint8Array> {
  return set('sheet', on, {
    title: '文书核对单',
    agency,
    watermark,
    letterTitle: printable(title),
    number: printable(number),
    rows: rows.map(({ what, place, by }) => ({ what, by, place: place ?? '缺', mark: place === null ? '×' : '□' })),
  })
}

/** 审查呈批单: who judged what of a text before it became public. */
export function renderReviewSheet(
  { subject, facts, rows, notes }: ReviewSheet,
  { on, watermark }: { on: LocalDate; watermark?: string },
): Promise<Uint8Array> {
  return set('review', on, {
    title: '信息公开审查呈批单',
    agency: '',
    watermark,
    subject: printable(subject),
    facts: facts.map((pair) => pair.map(printable)),
    rows: rows.map((row) => row.map(printable)),
    notes: notes.map(printable),
  })
}

/** 归档目录, on sheets laid across, with the lines that both sides sign at the handing over. */
export function renderVolumeList(list: VolumeList, watermark?: string): Promise<Uint8Array> {
  return set('volumes', list.madeOn, {
    title: list.title,
    agency: list.agency,
    watermark,
    date: chineseDate(list.madeOn),
    heads: VOLUME_COLUMNS.map(({ head }) => head),
    widths: VOLUME_COLUMNS.map(({ width }) => width),
    rows: list.rows.map((row) => row.map(printable)),
    sum: list.sum,
  })
}

/** Many letters in one file for the printer, each behind a separator. */
export async function renderBatch(
  bundles: readonly Letter[][],
  typeset: (letter: Letter) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  return joined(async (joiner) => {
    for (const [index, bundle] of bundles.entries()) {
      const [first] = bundle
      if (!first) continue
      const divider = await set('separator', first.signature.date, {
        title: '分隔页',
        agency: first.agency,
        watermark: first.watermark,
        index: index + 1,
        count: bundles.length,
        letterTitle: printable(first.title),
        number: printable(first.number),
        addressee: printable(first.addressee ?? ''),
      })
      joiner.add(divider)
      for (const letter of bundle) joiner.add(await typeset(letter))
    }
  })
}
