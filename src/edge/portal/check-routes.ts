/** 年报自检: a file or a text in, the page with what is wrong out; then the corrected report as a file. Nothing is kept or logged. */
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '../../law/refusal.ts'
import { findHost } from '../../office/people/agencies.ts'
import { type CheckedFile, correctedDocument } from '../../record/reports/checked-file.ts'
import { cellMarks } from '../../record/reports/finding-places.ts'
import { reportReader } from '../files/index.ts'
import { renderReportDocx, renderReportXlsx } from '../paper/index.ts'
import { broughtBy, carriedBy, enteredIn, MOST_BYTES } from './check-form.ts'
import { bringPage, CHECK, checkedPage } from './check-pages.ts'
import { sendFile } from './files.ts'
import { EXPIRED, isForged, tokenFor } from './form-guard.ts'
import { type FormState, valuesOf } from './form-parts.ts'
import { type PortalOptions, sendPrivate, visitOf } from './visit.ts'

/** Seconds are what a report takes; a file that takes longer is no report. */
const LONGEST_MS = 20_000
/** One is read, so many wait: nobody waits longer than a minute or two. */
const MOST_PRESENT = 6
const FEW_CHECKS = { config: { rateLimit: { max: 10, timeWindow: '1 minute' } } }
/** Every cell of the form, every tick, and the rest of the page's fields. */
const MOST_FIELDS = 1_000
/** The report that the page carries, at three bytes a character. */
const MOST_FIELD_BYTES = 1_500_000

const BUSY: Refusal = {
  code: 'unavailable',
  say: '现在检查的人较多。',
  then: '请过一分钟再点“检查”；粘贴的文字还在，文件要重新选择。',
}

function cannotCheck(why: string, field: 'file' | 'previous' | 'text'): Refusal {
  return { code: 'file-refused', say: `不能读取：${why}。`, then: '请换一个文件，或者粘贴全文。', field }
}

/** Its own limits of what a form may hold: registered apart from the other pages. */
export async function checkRoutes(app: FastifyInstance, options: PortalOptions): Promise<void> {
  await app.register(multipart, {
    attachFieldsToBody: true,
    limits: { fileSize: MOST_BYTES + 1, files: 2, fields: MOST_FIELDS, fieldSize: MOST_FIELD_BYTES },
    throwFileSizeLimit: false,
  })
  const reader = reportReader({ milliseconds: LONGEST_MS, most: MOST_PRESENT, oldFormats: false })
  app.addHook('onClose', () => reader.close())

  const placeOf = async (request: FastifyRequest, reply: FastifyReply) => ({
    visit: visitOf(options, request),
    host: await findHost(options.office),
    token: tokenFor(options, request, reply),
  })
  const bring = async (request: FastifyRequest, reply: FastifyReply, faults: readonly Refusal[] = []) =>
    sendPrivate(reply, bringPage(await placeOf(request, reply), { values: valuesOf(request.body, ['text']), faults }))
  const show = async (request: FastifyRequest, reply: FastifyReply, file: CheckedFile, state: FormState) =>
    sendPrivate(reply, checkedPage(await placeOf(request, reply), file, state))

  app.get(CHECK, (request, reply) => bring(request, reply))

  app.post(CHECK, FEW_CHECKS, async (request, reply) => {
    const brought = await broughtBy(request.body)
    // Else another site could have this one show whatever it likes.
    if (isForged(options, request)) return bring(request, reply, [{ ...EXPIRED, then: '粘贴的文字还在；文件要重新选择。' }])
    if (!brought.ok) return bring(request, reply.code(422), brought.faults)
    const answer = await reader.check(brought.value)
    if (answer === null) return bring(request, reply.code(503).header('retry-after', '60'), [BUSY])
    if (!answer.ok) {
      const field = answer.of === 'previous' ? 'previous' : valuesOf(request.body, ['text']).text?.trim() ? 'text' : 'file'
      return bring(request, reply.code(422), [cannotCheck(answer.why, field)])
    }
    return show(request, reply, answer.file, { values: {}, faults: [] })
  })

  app.get(`${CHECK}/corrected`, async (_request, reply) => reply.redirect(`${options.basePath}${CHECK}`, 303))

  app.post(`${CHECK}/corrected`, FEW_CHECKS, async (request, reply) => {
    const file = carriedBy(request.body)
    if (!file) return bring(request, reply.code(422), [{ ...EXPIRED, then: '请把报告再放进来一次。' }])
    const entered = enteredIn(request.body, file)
    if (isForged(options, request)) return show(request, reply, file, { values: entered.values, faults: [EXPIRED] })
    if (!entered.ok) return show(request, reply.code(422), file, entered)
    // The page carried a stranger's words: they are checked where a check can be stopped.
    const answer = await reader.correct({ carried: file, correction: entered.value })
    if (answer === null)
      return show(request, reply.code(503).header('retry-after', '60'), file, { values: entered.values, faults: [BUSY] })
    if (!answer.ok) return bring(request, reply.code(422), [cannotCheck(answer.why, 'file')])
    const after = answer.file
    const { to } = valuesOf(request.body, ['to'])
    if (to !== 'docx' && to !== 'xlsx') return show(request, reply, after, { values: {}, faults: [] })
    const document = correctedDocument(after)
    const { findings } = after.report
    const bytes =
      to === 'docx' ? await renderReportDocx(document) : await renderReportXlsx(document, cellMarks(findings, document))
    return sendFile(reply, `${document.title}（改正）`, to, bytes)
  })
}
