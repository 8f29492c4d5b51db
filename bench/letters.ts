/** 批量打印: a thousand letters in one file for the printer, with labels for their envelopes and the list for the post; and how long anybody else waits meanwhile. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { closePress, renderBatch, renderLabels, renderLetterPdf, renderPostingList } from '../src/edge/paper/index.ts'
import { localDate } from '../src/law/date.ts'
import type { Letter } from '../src/record/letters/model.ts'
import type { MailLabel } from '../src/record/letters/view.ts'
import { sampleLetters } from '../tests/letters/samples.ts'
import { type Measures, note } from './measure.ts'

/** As many as one batch may hold. */
const LETTERS = 1_000

export async function benchLetters(measures: Measures): Promise<void> {
  const samples = sampleLetters().map(({ letter }) => letter)
  const [first] = samples
  if (!first) throw new Error('there are sample letters')
  const bundles = Array.from({ length: LETTERS }, (_, index): Letter[] => {
    const letter = samples[index % samples.length] ?? first
    return [{ ...letter, number: `云教公开申〔2026〕${index + 1}号-答` }]
  })
  const labels = bundles.map(
    ([letter], index): MailLabel => ({
      recipient: `申请人${index + 1}`,
      address: '云岭县隆务街道迎宾路8号',
      postcode: '811399',
      phone: '13900000000',
      letterNumber: letter?.number ?? '',
      mailNumber: `XA${10_000_000_000 + index}`,
    }),
  )
  const sender = { name: '云岭县教育局（办公室）', address: '云岭县城关镇文教路1号', postcode: '811300', phone: '010-00000000' }
  const postings = { sender, labels, on: localDate('2026-03-25') }
  // The compositor starts and reads its fonts.
  await renderLetterPdf(first)
  await timed(measures, 'letters1000', () => renderBatch(bundles, (letter) => renderLetterPdf(letter)))
  await timed(measures, 'letters1000.labels', () => renderLabels(postings))
  await timed(measures, 'letters1000.postingList', () => renderPostingList(postings))
  closePress()
}

async function timed(measures: Measures, name: string, make: () => Promise<Uint8Array>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const begin = performance.now()
  const pdf = await make()
  note(measures, name, (performance.now() - begin) / 1000, 's', 1)
  delay.disable()
  note(measures, `${name}.longestWaitOfOthers`, delay.max / 1e6, 'ms', 1)
  note(measures, `${name}.size`, pdf.byteLength / 2 ** 20, 'MiB', 1)
}
