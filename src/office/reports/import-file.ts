/** 导入存档 of a file: as it was read, with the cells that a person read in it where the machine could not; the file is kept. */
import { fileTypeFromBuffer } from 'file-type'
import { chineseDate, fromParts, type LocalDate } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { finding } from '../../law/reports/checks.ts'
import type { Finding } from '../../law/reports/model.ts'
import { secrecyMarks } from '../../record/outgoing/secrecy-marks.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { type CheckedFile, corrected, formatOf } from '../../record/reports/checked-file.ts'
import { isWorded } from '../../record/reports/entry.ts'
import { unreadCells } from '../../record/reports/finding-places.ts'
import { type CellEntries, type FormCell, placeKey } from '../../record/reports/form-cells.ts'
import { originalOf } from '../../store/report-originals.sql.ts'
import type { OfficeContext } from '../context.ts'
import { MAX_UPLOAD_BYTES, refuseMarked, takeIn, type Upload } from '../files/attach-files.ts'
import { type Content, putContent } from '../files/contents.ts'
import { agencyOn } from '../people/agencies.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { heldAgainstArchive } from './check-report.ts'
import { importReport, MAY_NOT_IMPORT } from './import-report.ts'

export interface ImportFile {
  file: CheckedFile
  /** All that stands in the file, to be searched for marks of classification. */
  text: string
  upload: Upload
  publishedOn: LocalDate
  /** Where the file does not tell it. */
  year: number | null
  given: CellEntries
  /** The report bears another name than the agency has: the agency's all the same. */
  otherName: boolean
}

export async function importFile(ctx: OfficeContext, actor: Actor, input: ImportFile): Promise<Result<{ year: number }>> {
  if (!permitted(actor, 'reports.import', { agencyId: actor.agencyId })) return refused(MAY_NOT_IMPORT)
  const { given, publishedOn } = input
  const { held: file } = await heldAgainstArchive(ctx, actor.agencyId, input.file)
  const year = file.report.year ?? input.year
  const faults = await faultsOf(ctx, actor, input, year)
  if (faults.length > 0) return { ok: false, refusals: faults }
  const format = formatOf({ format: file.report.format, year })
  const asked = unreadCells(file.report.findings, { format, tables: file.report.tables }).filter((cell) =>
    given.has(placeKey(cell)),
  )
  const isNumber = (cell: FormCell) => isWorded(cell, format) || typeof given.get(placeKey(cell)) === 'number'
  if (!asked.every(isNumber))
    return refused({ code: 'field-invalid', say: '填写的不是数字。', then: '请对照原件填写数字。', field: 'given' })
  if (asked.length !== given.size)
    return refused({
      code: 'field-invalid',
      say: '只有没有读准的格子可以填写，其余照原件存档。',
      then: '请重新打开文件核对。',
      field: 'given',
    })
  const { report } = corrected(file, { entries: given, agency: file.report.agency, year })
  const taken = await takeOriginal(ctx, { agencyId: actor.agencyId, actorId: actor.id }, input)
  if (!taken.ok) return taken
  const notes = asked.map((cell) => noteOf(cell, given, `${actor.name}于${chineseDate(ctx.today())}`))
  return importReport(ctx, actor, {
    checked: { ...report, findings: [...report.findings, ...notes] },
    prose: file.prose,
    publishedOn,
    from: { ...taken.value, given: asked.map(placeKey) },
  })
}

async function faultsOf(ctx: OfficeContext, actor: Actor, input: ImportFile, year: number | null): Promise<Refusal[]> {
  const { file, publishedOn, otherName } = input
  const days = [ctx.today(), publishedOn]
  const own = await Promise.all(days.map((day) => agencyOn(ctx.db, actor.agencyId, day)))
  const { agency } = file.report
  const isOwn = agency !== null && own.some(({ details }) => details.name === agency)
  const faults: (Refusal | false)[] = [
    year === null && { code: 'field-missing', say: '没有读出报告年度。', then: '请填写报告年度。', field: 'year' },
    !isOwn &&
      !otherName && {
        code: 'field-invalid',
        say: agency === null ? '没有读出机关名称。' : `报告的机关是“${agency}”，与本机关的名称不同。`,
        then: '确属本机关（包括更名前）的报告，请勾选确认；其他机关的报告不要导入。',
        field: 'otherName',
      },
    publishedOn > ctx.today() && {
      code: 'date-in-future',
      say: '公布日期晚于今天。',
      then: '请填写原报告的公布日期。',
      field: 'publishedOn',
    },
    year !== null &&
      publishedOn < fromParts(year + 1, 1, 1) && {
        code: 'date-before-cause',
        say: `${year} 年的报告不会在这一年结束之前公布。`,
        then: '请核对公布日期的年份。',
        field: 'publishedOn',
      },
  ]
  return faults.filter((fault) => fault !== false)
}

/** Who read the cell, and when: shown with the report for as long as it is there. */
function noteOf(cell: FormCell, given: CellEntries, who: string): Finding {
  const value = given.get(placeKey(cell)) ?? null
  return finding('R09', cell.table, `${cell.words}原件读不清，由${who}对照原件填写为${value ?? '空白'}`, {
    rows: [cell.row],
    column: cell.column,
    found: typeof value === 'number' ? value : null,
  })
}

const TEXTS: ReadonlySet<string> = new Set(['html', 'htm', 'txt', 'md', 'csv', 'doc', 'xls', 'rtf'])
const OF_UPLOADS: ReadonlySet<string> = new Set(['pdf', 'docx', 'xlsx'])

/** Through the gate like every file; texts and old formats, which that does not know, are searched as they were read. */
async function takeOriginal(
  ctx: OfficeContext,
  by: { agencyId: string; actorId: string },
  { upload, text }: ImportFile,
): Promise<Result<Content & { name: string; mediaType: string }>> {
  const name = upload.name.slice(0, 200)
  const type = await fileTypeFromBuffer(upload.bytes)
  if (type && OF_UPLOADS.has(type.ext)) {
    const taken = await takeIn(ctx, by, upload)
    return taken.ok ? ok({ ...taken.value, name }) : taken
  }
  if (upload.bytes.length > MAX_UPLOAD_BYTES)
    return refused({ code: 'file-refused', say: '文件超过 10 MB。', then: '请压缩或拆分后再上传。', field: 'files' })
  const marked = await refuseMarked(ctx, by, secrecyMarks({ name, titles: [], pages: [text.split('\n')] }))
  if (!marked.ok) return marked
  return ok({ ...(await putContent(ctx, upload.bytes)), name, mediaType: 'application/octet-stream' })
}

/** The file that an imported report was read from. */
export async function readOriginal(
  ctx: OfficeContext,
  actor: Actor,
  year: number,
): Promise<Result<{ name: string; mediaType: string; bytes: Buffer }>> {
  if (!permitted(actor, 'reports.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const kept = await originalOf(ctx.db, actor.agencyId, year)
  if (!kept) return refused(NOT_FOUND)
  const extension = /\.([a-z0-9]{1,5})$/i.exec(ctx.vault.open<string>(kept.sealed_name))?.[1]?.toLowerCase() ?? ''
  const known = TEXTS.has(extension) || OF_UPLOADS.has(extension)
  return ok({
    name: `${year}年年度报告（原件）${known ? `.${extension}` : ''}`,
    mediaType: kept.media_type,
    bytes: await ctx.files.get(kept.hash),
  })
}
