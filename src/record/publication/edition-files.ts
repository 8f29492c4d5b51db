/** 附件和图片 of a document: what an edition says of each, where pictures stand in the text, and how everyone is told of them. */
import { z } from 'zod'
import type { Refusal } from '../../law/refusal.ts'
import { escapeHtml } from './escape-html.ts'

export const FILE_KINDS = ['pdf', 'docx', 'xlsx', 'csv', 'png', 'jpeg'] as const
export type FileKind = (typeof FILE_KINDS)[number]

interface FileKindRule {
  readonly zh: string
  readonly ending: string
  readonly mediaType: string
  readonly picture: boolean
}

export const FILE_KIND_RULES: Readonly<Record<FileKind, FileKindRule>> = {
  pdf: { zh: 'PDF', ending: 'pdf', mediaType: 'application/pdf', picture: false },
  docx: {
    zh: 'Word',
    ending: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    picture: false,
  },
  xlsx: {
    zh: 'Excel',
    ending: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    picture: false,
  },
  csv: { zh: 'CSV', ending: 'csv', mediaType: 'text/csv; charset=utf-8', picture: false },
  png: { zh: '图片', ending: 'png', mediaType: 'image/png', picture: true },
  jpeg: { zh: '图片', ending: 'jpg', mediaType: 'image/jpeg', picture: true },
}

/** So many files of one document; each no larger than an upload may be. */
export const MOST_FILES = 20

/** What an edition says of a file; the file itself never changes under its id. */
export const editionFileSchema = z.object({
  id: z.uuid(),
  title: z.string().max(100).default(''),
  /** 替代文字 of a picture: what whoever does not see it is told. */
  alt: z.string().max(300).default(''),
})
export type EditionFile = z.infer<typeof editionFileSchema>

/** As it is published. */
export interface PublishedFile extends EditionFile {
  kind: FileKind
  size: number
  /** In pixels; null of what is no picture. */
  width: number | null
  height: number | null
}

/** 120 KB, 1.5 MB */
export function sizeWords(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** PDF，120 KB */
export function fileWords({ kind, size }: Pick<PublishedFile, 'kind' | 'size'>): string {
  return `${FILE_KIND_RULES[kind].zh}，${sizeWords(size)}`
}

export const isPicture = ({ kind }: Pick<PublishedFile, 'kind'>): boolean => FILE_KIND_RULES[kind].picture

/** Under which a download is saved: its title, with its own ending once. */
export function downloadName({ title, kind }: Pick<PublishedFile, 'title' | 'kind'>): string {
  const { ending } = FILE_KIND_RULES[kind]
  const bare = title.replace(new RegExp(`\\.(?:${ending}|jpe?g|png)$`, 'i'), '').replaceAll(/[\\/:*?"<>|]/g, ' ')
  return `${bare.trim() || '附件'}.${ending}`
}

/** Where it lies below the document's own address. */
export function filePath({ id, kind }: Pick<PublishedFile, 'id' | 'kind'>): string {
  return `files/${id}.${FILE_KIND_RULES[kind].ending}`
}

/** A picture in a clean body: nothing but which one; everything else follows from the file. */
const PLACED = /<img data-file="([0-9a-f-]{36})"\s*\/?>/g

/** Which pictures stand in the text, in its order. */
export function placedIn(body: string): string[] {
  return [...body.matchAll(PLACED)].map(([, id = '']) => id)
}

/** The body with every picture that is none of these taken out. */
export function withoutOthers(body: string, ids: readonly string[]): string {
  return body.replace(PLACED, (whole, id: string) => (ids.includes(id) ? whole : ''))
}

/** With this picture out of it, and of a paragraph that held nothing else. */
export function withoutPicture(body: string, id: string): string {
  return withoutOthers(
    body,
    placedIn(body).filter((one) => one !== id),
  ).replaceAll('<p></p>', '')
}

/** Pictures as a page shows them, each with its size, so that nothing moves when it comes; what is not there is left out. */
export function withPictures(
  body: string,
  files: readonly PublishedFile[],
  address: (file: PublishedFile) => string | null,
): string {
  return body.replace(PLACED, (_, id: string) => {
    const file = files.find((one) => one.id === id && isPicture(one))
    const at = file && address(file)
    if (!file || !at) return ''
    const size = file.width && file.height ? ` width="${file.width}" height="${file.height}"` : ''
    return `<img src="${escapeHtml(at)}" alt="${escapeHtml(file.alt)}"${size} loading="lazy">`
  })
}

/** Those that are offered as downloads: pictures that stand in the text are there already. */
export function attachmentsOf({ body, files }: { body: string; files: readonly PublishedFile[] }): PublishedFile[] {
  const placed = placedIn(body)
  return files.filter(({ id }) => !placed.includes(id))
}

/** A file as whoever writes or reviews the edition sees it. */
export interface EditionFileView extends PublishedFile {
  placed: boolean
  /** What was found in it, of a number only its kind; `stops`: it does not go to review while it stands. */
  found: { say: string; stops: boolean }[]
  /** Numbers in it can be masked at once. */
  maskable: boolean
}

/** What is missing of the files before they may be reviewed. */
export function fileRefusals(files: readonly EditionFileView[]): Refusal[] {
  return files.flatMap((file): Refusal[] => {
    const called = file.title.trim() ? `“${file.title.trim()}”` : '有一个附件'
    return [
      ...(file.title.trim() ? [] : [missing(`${called}没有标题。`, '请写明附件的标题，读者凭它下载。')]),
      ...(isPicture(file) && file.alt.trim().length < 2
        ? [missing(`图片${called}没有替代文字。`, '请用一句话说明图片里有什么，看不见图片的人听到的是它。')]
        : []),
      ...file.found
        .filter(({ stops }) => stops)
        .map(
          ({ say }): Refusal => ({
            code: 'personal-data',
            field: 'files',
            say: `附件${called}中有${say}。`,
            then: file.maskable ? '请点“遮盖号码”，或者删去后重新上传。' : '请在原文件中删去后重新上传。',
          }),
        ),
    ]
  })
}

function missing(say: string, then: string): Refusal {
  return { code: 'field-missing', field: 'files', say, then }
}
