/** A file made fit to be published: through the gate, cleaned of everything that is not on its pages, read for numbers of persons. */
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { type Finding, findingRule, isPersonal, OUTGOING_KINDS, stops } from '../../record/outgoing/findings.ts'
import { blanked, CERTAIN, findPersonalData, type PersonalKind } from '../../record/outgoing/personal-data.ts'
import { secrecyMarks } from '../../record/outgoing/secrecy-marks.ts'
import { FILE_KIND_RULES, type FileKind } from '../../record/publication/edition-files.ts'
import type { OfficeContext } from '../context.ts'
import { admit, type Bringer, MAX_UPLOAD_BYTES, refuseMarked, type Upload } from '../files/attach-files.ts'
import type { WorkFile } from '../files/workshop.ts'
import { looksLikeCsv, readCsv } from './csv-file.ts'
import { MASKED } from './edition-columns.ts'

/** What is kept beside the bytes. */
export interface FileSealed {
  /** As far as one can be read; a picture has none. */
  titles: string[]
  pages: string[][]
  /** What only a person can judge, and where. */
  findings: Finding[]
}

/** So much of a text is kept for checking: more than any notice's attachment has. */
const MOST_LETTERS = 2_000_000

export interface MadeFile extends FileSealed {
  kind: FileKind
  bytes: Uint8Array
  width: number | null
  height: number | null
}

export const refusedFile = (say: string, then: string): Refusal => ({ code: 'file-refused', say, then, field: 'files' })

/** As it was brought; nothing is kept yet. */
export async function makeFile(ctx: OfficeContext, by: Bringer, upload: Upload): Promise<Result<MadeFile>> {
  if (looksLikeCsv(upload.name, upload.bytes)) return makeCsv(ctx, by, upload)
  const admitted = await admit(ctx, by, upload, OUTGOING_KINDS, ['CSV'])
  if (!admitted.ok) return admitted
  const { kind } = admitted.value
  return remade(ctx, { name: upload.name, kind, bytes: upload.bytes }, (file) => ctx.workshop.clean(file, []))
}

async function makeCsv(ctx: OfficeContext, by: Bringer, upload: Upload): Promise<Result<MadeFile>> {
  if (upload.bytes.length > MAX_UPLOAD_BYTES) return refused(refusedFile('文件超过 10 MB。', '请拆分后再上传。'))
  const read = readCsv(upload.bytes)
  if (!read.ok) return read
  const { bytes, lines } = read.value
  const stopped = await refuseMarked(ctx, by, secrecyMarks({ name: upload.name, titles: [], pages: [lines] }))
  if (!stopped.ok) return stopped
  return ok({ kind: 'csv', bytes, width: null, height: null, titles: [], pages: [lines], findings: [] })
}

/** Cleaned by one way or another, then read: what is left in it that must not leave, it is not kept with. */
async function remade(
  ctx: OfficeContext,
  file: WorkFile,
  work: (file: WorkFile) => ReturnType<OfficeContext['workshop']['clean']>,
): Promise<Result<MadeFile>> {
  const cleaned = await work(file)
  if (!cleaned.ok) return refused(refusedFile(`${cleaned.why}。`, '请在原软件中处理后重新上传。'))
  const { bytes, findings } = cleaned.value
  const kept = findings.filter((one) => stops(one) && !isPersonal(one.kind))
  if (kept.length > 0)
    return refused(
      ...kept.map(({ kind, where }) => {
        const { zh, why } = findingRule(kind)
        return refusedFile(`文件里有${zh}${where.length > 0 ? `（${where.slice(0, 3).join('、')}）` : ''}。`, why)
      }),
    )
  const clean: WorkFile = { ...file, bytes }
  const [size, text] = await Promise.all([pictureSize(ctx, clean), ctx.workshop.text(clean)])
  return ok({
    kind: file.kind,
    bytes,
    ...size,
    ...(text.ok ? bounded(text.value) : { titles: [], pages: [] }),
    findings: findings.filter((one) => !isPersonal(one.kind)),
  })
}

async function pictureSize(ctx: OfficeContext, file: WorkFile): Promise<{ width: number | null; height: number | null }> {
  if (!FILE_KIND_RULES[file.kind].picture) return { width: null, height: null }
  const sketch = await ctx.workshop.sketch(file)
  const [page] = sketch.ok ? sketch.value : []
  return { width: page ? Math.round(page.width) : null, height: page ? Math.round(page.height) : null }
}

function bounded({ titles, pages }: { titles: string[]; pages: string[][] }): { titles: string[]; pages: string[][] } {
  let left = MOST_LETTERS
  const within = pages.map((lines) =>
    lines.filter((line) => {
      left -= line.length + 1
      return left >= 0
    }),
  )
  return { titles: titles.slice(0, 200), pages: within.filter((lines) => lines.length > 0) }
}

/** With every number of a person taken out. */
export async function maskedFile(ctx: OfficeContext, kind: FileKind, bytes: Uint8Array): Promise<Result<MadeFile>> {
  if (kind === 'csv') {
    const read = readCsv(bytes)
    if (!read.ok) return read
    const lines = read.value.lines.map((line) => blanked(line, MASKED))
    const again = readCsv(new TextEncoder().encode(lines.join('\n')))
    if (!again.ok) return again
    return ok({ kind, bytes: again.value.bytes, width: null, height: null, titles: [], pages: [lines], findings: [] })
  }
  const file: WorkFile = { name: `附件.${FILE_KIND_RULES[kind].ending}`, kind, bytes }
  if (kind === 'docx' || kind === 'xlsx') return remade(ctx, file, (given) => ctx.workshop.clean(given, MASKED))
  if (kind !== 'pdf') return refused(refusedFile('图片里的号码机器认不出来。', '请在看图软件中涂去后重新上传。'))
  const sketch = await ctx.workshop.sketch(file)
  if (!sketch.ok) return refused(refusedFile(`${sketch.why}。`, '请在原文件中删去后重新上传。'))
  const boxes = sketch.value.flatMap(({ personal }) =>
    personal.map((one) => ({ ...one, ground: 'personalInformation' as const })),
  )
  return remade(ctx, file, (given) => ctx.workshop.redact(given, boxes))
}

export function textOf({ pages }: Pick<FileSealed, 'pages'>): string {
  return pages.map((lines) => lines.join('\n')).join('\n')
}

/** Which numbers may not stay in it. */
export function certainIn(sealed: Pick<FileSealed, 'pages'>): PersonalKind[] {
  const kinds = findPersonalData(textOf(sealed)).map(({ kind }) => kind)
  return CERTAIN.filter((kind) => kinds.includes(kind))
}
