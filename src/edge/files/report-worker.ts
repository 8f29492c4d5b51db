/** The thread in which the report of a stranger is opened, understood and checked. */
import { parentPort } from 'node:worker_threads'
import { corrected } from '../../record/reports/checked-file.ts'
import { isReport, NO_REPORT, readBrought, understand } from '../../record/reports/understand.ts'
import { flatten } from '../../record/reports/grid.ts'
import type { Answered, Given } from './apart.ts'
import { readBytes } from './read-bytes.ts'
import type { CorrectionTask, ReportAnswer, ReportTask } from './report-task.ts'

/** A report is some thousands of characters; with a whole saved page around it, some tens of thousands. */
const MOST_CHARACTERS = 400_000

async function answerTo({ file, previous }: ReportTask): Promise<ReportAnswer> {
  const before = previous && (await readBytes(previous.bytes, previous.name))
  if (before && !before.ok) return { ...before, of: 'previous' }
  const last = before ? readBrought(before.document) : null
  if (last && !isReport(last)) return { ok: false, why: NO_REPORT, of: 'previous' }
  const outcome = await readBytes(file.bytes, file.name)
  if (!outcome.ok) return { ...outcome, of: 'file' }
  const { text } = flatten(outcome.document)
  if (text.length > MOST_CHARACTERS) return { ok: false, why: '文字过长，不是一份年度报告', of: 'file' }
  const understood = understand(outcome.document, last)
  const { sheetCode = null } = outcome.document
  return isReport(understood.report) ? { ok: true, file: understood, text, sheetCode } : { ok: false, why: NO_REPORT, of: 'file' }
}

function correctedBy({ carried, correction }: CorrectionTask): ReportAnswer {
  return { ok: true, file: corrected(carried, correction), text: '', sheetCode: null }
}

parentPort?.on('message', async ({ id, task }: Given<ReportTask | CorrectionTask>) => {
  const answer: Answered<ReportAnswer> = { id, done: 'carried' in task ? correctedBy(task) : await answerTo(task) }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(answer)
})
