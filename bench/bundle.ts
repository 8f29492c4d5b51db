/** 证据卷 of forty papers: letters and sheets that are set, scans and PDFs that came in; and how long anybody else waits meanwhile. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import sharp from 'sharp'
import { volumePdf } from '../src/edge/archive/volume.ts'
import { caseVolume } from '../src/record/archive/volume.ts'
import { closePress, renderLetterPdf } from '../src/edge/paper/index.ts'
import { localDate } from '../src/law/date.ts'
import type { Bundle, BundlePart } from '../src/record/archive/bundle.ts'
import { sampleLetters } from '../tests/letters/samples.ts'
import { type Measures, note } from './measure.ts'

const PAPERS = 40
const ROWS = 30
const ROUNDS = 3
/** A4 at 150 dpi, as scanners give it. */
const SCAN = { width: 1240, height: 1754, channels: 3, background: '#f4f2ec' } as const

export async function benchBundle(measures: Measures): Promise<void> {
  const on = localDate('2026-03-25')
  const letters = sampleLetters().map(({ letter }) => letter)
  const [first] = letters
  if (!first) throw new Error('there are sample letters')
  const scan = await sharp({ create: SCAN }).jpeg().toBuffer()
  const contents = new Map<string, Uint8Array>([
    ['scan', scan],
    ['pdf', await renderLetterPdf(first)],
  ])
  const parts = Array.from({ length: PAPERS }, (_, index): BundlePart => {
    const letter = letters[index % letters.length] ?? first
    if (index % 4 === 3)
      return {
        kind: 'file',
        section: 'files',
        title: `扫描件${index}`,
        on,
        name: '扫描件.jpg',
        mediaType: 'image/jpeg',
        hash: 'scan',
      }
    if (index % 4 === 2)
      return {
        kind: 'file',
        section: 'files',
        title: `来文${index}`,
        on,
        name: '来文.pdf',
        mediaType: 'application/pdf',
        hash: 'pdf',
      }
    if (index % 4 === 1)
      return { kind: 'letter', section: 'letters', title: letter.title, number: letter.number, on, letter, void: false }
    const rows = Array.from({ length: ROWS }, (__, row) => [String(row + 1), on, '登记经过一步'])
    return {
      kind: 'sheet',
      section: 'course',
      title: `记录${index}`,
      on,
      blocks: [{ kind: 'table', head: ['序号', '日期', '事项'], widths: [1, 2, 6], rows }],
    }
  })
  const bundle: Bundle = {
    agency: '云岭县教育局',
    number: '云教公开申〔2026〕3号',
    subject: '学区划分方案',
    scope: 'volume',
    volume: null,
    notes: [],
    madeOn: on,
    parts,
    gaps: [],
    acts: [],
  }
  const make = () => volumePdf(caseVolume(bundle), async (hash) => contents.get(hash) ?? scan)
  await make()
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const begin = performance.now()
  for (let round = 0; round < ROUNDS; round += 1) await make()
  const seconds = (performance.now() - begin) / 1000 / ROUNDS
  delay.disable()
  note(measures, 'bundle40', seconds, 's', ROUNDS)
  note(measures, 'bundle40.longestWaitOfOthers', delay.max / 1e6, 'ms', ROUNDS)
  closePress()
}
