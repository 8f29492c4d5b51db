/**
 * 附件和图片: taken in through the gate (type by content, no mark of classification), made anew without anything that is not on its
 * pages, read for numbers of persons. What is kept is what leaves; it is never changed, only replaced by another.
 */
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { findingRule } from '../../record/outgoing/findings.ts'
import { blanked, CERTAIN, findPersonalData, PERSONAL_KINDS, PERSONAL_WORDS } from '../../record/outgoing/personal-data.ts'
import { secrecyMarks } from '../../record/outgoing/secrecy-marks.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { withoutControls } from '../../record/publication/catalogue.ts'
import {
  type EditionFile,
  type EditionFileView,
  type FileKind,
  FILE_KIND_RULES,
  isPicture,
  MOST_FILES,
  placedIn,
  type PublishedFile,
  withoutOthers,
} from '../../record/publication/edition-files.ts'
import type { EditionContent } from '../../record/publication/edition.ts'
import type { StockFile } from '../../record/publication/stock.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { filesById, filesOfDocument, insertEditionFile, type StoredEditionFile } from '../../store/edition-files.sql.ts'
import { updateEdition } from '../../store/editions.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import type { Upload } from '../files/attach-files.ts'
import { type Content, putContent } from '../files/contents.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { editionColumns, MASKED } from './edition-columns.ts'
import { certainIn, type FileSealed, type MadeFile, makeFile, maskedFile, refusedFile, textOf } from './make-file.ts'
import { type EditionCommand, type EditionMatter, onEdition, readEdition } from './edition-matter.ts'

/** 上传: into a draft, at its end. Sent twice it is there once. */
export async function addEditionFile(
  ctx: OfficeContext,
  actor: Actor,
  input: EditionCommand & { upload: Upload },
): Promise<Result<void>> {
  const found = await draftOf(ctx, actor, input.id)
  if (!found.ok) return found
  const { row, content } = found.value
  if (await isBrought(ctx, row.agency_id, input)) return ok(undefined)
  if (content.files.length >= MOST_FILES)
    return refused(refusedFile(`附件最多 ${MOST_FILES} 个。`, '请合并后再上传，或者另外发布一件。'))
  const made = await makeFile(ctx, { agencyId: row.agency_id, actorId: actor.id }, input.upload)
  if (!made.ok) return made
  return keepFile(ctx, actor, input, made.value, (file, before) => ({
    ...before,
    files: [...before.files, { id: file, title: titleOf(input.upload.name), alt: '' }],
  }))
}

/** A file has the id of the command that brought it. */
async function isBrought(ctx: OfficeContext, agencyId: string, { commandId }: EditionCommand): Promise<boolean> {
  return (await filesById(ctx.db, agencyId, [commandId])).length > 0
}

async function draftOf(ctx: OfficeContext, actor: Actor, id: string): Promise<Result<EditionMatter>> {
  if (!permitted(actor, 'documents.write', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const found = await readEdition(ctx, actor, id)
  if (!found.ok) return found
  if (!found.value.may('documents.write')) return refused(NOT_PERMITTED)
  return found.value.progress.state === 'drafting' ? found : refused(NOT_DRAFTING)
}

const NOT_DRAFTING: Refusal = {
  code: 'already-done',
  say: '这一稿已经送审或者办结，附件不能再改。',
  then: '需要修改的，请审核人员退回；已经发布的，请另起一稿。',
}

/** The file's name without its ending; of a number in it nothing is left. */
function titleOf(name: string): string {
  return blanked(withoutControls(name).replace(/\.[a-z0-9]{2,5}$/i, ''), MASKED)
    .slice(0, 100)
    .trim()
}

/** Written with the edition that has it, in one transaction; `changed`: the edition with the new file in it. */
async function keepFile(
  ctx: OfficeContext,
  actor: Actor,
  command: EditionCommand,
  made: MadeFile,
  changed: (id: string, before: EditionContent) => EditionContent | null,
  rootId?: string,
): Promise<Result<void>> {
  const { kind, bytes, width, height, titles, pages, findings } = made
  const stored: Content = await putContent(ctx, bytes)
  return onEdition(ctx, actor, command, 'documents.write', async (tx, { row, content, progress }) => {
    if (progress.state !== 'drafting') return refused(NOT_DRAFTING)
    const id = command.commandId
    const next = changed(id, content)
    if (!next) return refused(NOT_FOUND)
    await stored.keep(tx)
    await insertEditionFile(tx, {
      agency_id: row.agency_id,
      id,
      document_id: row.document_id,
      hash: stored.hash,
      kind,
      size: stored.size,
      width,
      height,
      sealed: ctx.vault.seal({ titles, pages, findings } satisfies FileSealed),
      root_id: rootId ?? id,
      added_by: actor.id,
      added_on: ctx.today(),
    })
    const authors = JSON.stringify([...new Set([...row.authors, actor.id])])
    await updateEdition(tx, row, { ...editionColumns(ctx, next), authors, updated_at: ctx.now().toISOString() })
    const verb = rootId ? 'documents.maskFile' : 'documents.addFile'
    await appendAudit(tx, { agencyId: row.agency_id, actorId: actor.id, verb, target: row.id, detail: { file: id } })
    return ok(undefined)
  })
}

/** 遮盖号码: another file in its place, with every number of a person taken out; the former is in no edition any more. */
export async function maskEditionFile(
  ctx: OfficeContext,
  actor: Actor,
  input: EditionCommand & { fileId: string },
): Promise<Result<void>> {
  const found = await draftOf(ctx, actor, input.id)
  if (!found.ok) return found
  const { row, content } = found.value
  if (await isBrought(ctx, row.agency_id, input)) return ok(undefined)
  const stored = (await filesById(ctx.db, row.agency_id, [input.fileId])).find(
    ({ id, document_id: of }) => of === row.document_id && content.files.some((one) => one.id === id),
  )
  if (!stored) return refused(NOT_FOUND)
  const bytes = await ctx.files.get(stored.hash)
  const made = await maskedFile(ctx, stored.kind, bytes)
  if (!made.ok) return made
  if (certainIn(made.value).length > 0)
    return refused({
      code: 'personal-data',
      field: 'files',
      say: '有的号码被格式隔开，不能自动遮盖。',
      then: '请在原文件中删去后重新上传。',
    })
  const swap = (id: string, before: EditionContent): EditionContent | null =>
    before.files.some((one) => one.id === input.fileId)
      ? {
          ...before,
          files: before.files.map((one) => (one.id === input.fileId ? { ...one, id } : one)),
          body: before.body.replaceAll(input.fileId, id),
        }
      : null
  return keepFile(ctx, actor, input, made.value, swap, stored.root_id)
}

/** What was found in it, by today's rules. */
function foundIn(sealed: FileSealed, file: EditionFile, kind: FileKind): EditionFileView['found'] {
  const spans = findPersonalData([textOf(sealed), file.title, file.alt].join('\n'))
  const personal = PERSONAL_KINDS.flatMap((one) => {
    const count = spans.filter((span) => span.kind === one).length
    return count > 0 ? [{ say: `${PERSONAL_WORDS[one]} ${count} 处`, stops: CERTAIN.includes(one) }] : []
  })
  const marks = secrecyMarks({ name: file.title, titles: sealed.titles, pages: sealed.pages })
  return [
    ...marks.map(({ mark }) => ({ say: `密级或者内部标志“${mark}”`, stops: true })),
    ...personal,
    // That a picture is one needs no saying.
    ...sealed.findings
      .filter((one) => !(one.kind === 'scanned' && FILE_KIND_RULES[kind].picture))
      .map((one) => ({ say: findingRule(one.kind).zh, stops: false })),
  ]
}

/** Files of an edition as whoever writes or reviews it sees them; one that is not the document's own is not there. */
export async function fileViews(
  ctx: OfficeContext,
  db: OfficeContext['db'],
  { row, content }: Pick<EditionMatter, 'row' | 'content'>,
): Promise<EditionFileView[]> {
  const stored = await filesById(
    db,
    row.agency_id,
    content.files.map(({ id }) => id),
  )
  const placed = placedIn(content.body)
  return content.files.flatMap((file): EditionFileView[] => {
    const own = stored.find(({ id, document_id: of }) => id === file.id && of === row.document_id)
    if (!own) return []
    const sealed = ctx.vault.open<FileSealed>(own.sealed)
    return [
      {
        ...published(file, own),
        placed: placed.includes(file.id),
        found: foundIn(sealed, file, own.kind),
        maskable: !FILE_KIND_RULES[own.kind].picture && certainIn(sealed).length > 0,
      },
    ]
  })
}

function published({ id, title, alt }: EditionFile, { kind, size, width, height }: StoredEditionFile): PublishedFile {
  return { id, title, alt, kind, size, width, height }
}

/** As they stand with the document once it is released. */
export async function filesToPublish(tx: Tx, { row, content }: Pick<EditionMatter, 'row' | 'content'>): Promise<PublishedFile[]> {
  const stored = await filesOfDocument(tx, row.agency_id, row.document_id)
  return content.files.flatMap((file) => {
    const own = stored.find(({ id }) => id === file.id)
    return own ? [published(file, own)] : []
  })
}

/** Only the document's own files, each once, and in the text only pictures among them. */
export async function withOwnFiles(
  db: OfficeContext['db'],
  { agencyId, documentId }: { agencyId: string; documentId: string },
  content: EditionContent,
): Promise<EditionContent> {
  const own = new Map((await filesOfDocument(db, agencyId, documentId)).map((stored) => [stored.id, stored]))
  const once = new Map(content.files.filter(({ id }) => own.has(id)).map((file) => [file.id, file]))
  const files = [...once.values()].map(({ id, title, alt }) => ({
    id,
    title: withoutControls(title).trim(),
    alt: withoutControls(alt).trim(),
  }))
  const pictures = [...own.values()].filter((stored) => once.has(stored.id) && isPicture(stored)).map(({ id }) => id)
  return { ...content, files, body: withoutOthers(content.body, pictures) }
}

/** Which files are the same but for masking: by the file that each was made from. */
export async function rootsOf(
  db: OfficeContext['db'],
  { agencyId, documentId }: { agencyId: string; documentId: string },
): Promise<(files: readonly EditionFile[]) => string> {
  const own = new Map((await filesOfDocument(db, agencyId, documentId)).map(({ id, root_id: root }) => [id, root]))
  return (files) => JSON.stringify(files.map(({ id, title }) => [own.get(id) ?? id, blanked(title, MASKED)]))
}

export interface FileToSend {
  file: PublishedFile
  hash: string
  bytes: Uint8Array
}

async function opened(ctx: OfficeContext, agencyId: string, file: PublishedFile): Promise<FileToSend | null> {
  const [stored] = await filesById(ctx.db, agencyId, [file.id])
  return stored ? { file, hash: stored.hash, bytes: await ctx.files.get(stored.hash) } : null
}

/** For whoever may see the edition. */
export async function readEditionFile(
  ctx: OfficeContext,
  actor: Actor,
  input: { id: string; fileId: string },
): Promise<Result<FileToSend>> {
  const matter = await readEdition(ctx, actor, input.id)
  if (!matter.ok) return matter
  const file = (await fileViews(ctx, ctx.db, matter.value)).find(({ id }) => id === input.fileId)
  const sent = file && (await opened(ctx, matter.value.row.agency_id, file))
  return sent ? ok(sent) : refused(NOT_FOUND)
}

/** For everyone, as long as the document is open to everyone: the caller has asked. */
export function openFile(
  ctx: OfficeContext,
  agencyId: string,
  files: readonly PublishedFile[],
  fileId: string,
): Promise<FileToSend | null> {
  const file = files.find(({ id }) => id === fileId)
  return file ? opened(ctx, agencyId, file) : Promise.resolve(null)
}

/** What the nightly check reads of them. */
export async function filesToCheck(
  ctx: Pick<OfficeContext, 'vault'>,
  db: OfficeContext['db'],
  agencyId: string,
  files: readonly PublishedFile[],
): Promise<StockFile[]> {
  const stored = await filesById(
    db,
    agencyId,
    files.map(({ id }) => id),
  )
  return files.flatMap(({ id, title }) => {
    const own = stored.find((one) => one.id === id)
    if (!own) return []
    const { titles, pages } = ctx.vault.open<FileSealed>(own.sealed)
    return [{ id, title, titles, pages }]
  })
}
