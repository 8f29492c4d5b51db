/** 卷 as files: one PDF with index, outline and page numbers, or a folder that anybody can read without this program. */
import { Worker } from 'node:worker_threads'
import { escapeHtml } from '../../record/publication/escape-html.ts'
import type { SheetBlock } from '../../record/archive/bundle.ts'
import type { Volume, VolumePart } from '../../record/archive/volume.ts'
import { renderDossierPdf, renderLetterPdf, renderReportPdf } from '../paper/index.ts'
import type { BoundPart } from './bind.ts'
import { type Binder, type LaidPart, startBinder } from './binder.ts'
import type { PackedFile } from './pack-thread.ts'

export type Bytes = (hash: string) => Promise<Uint8Array>
const PDF = 'application/pdf'
const INDEX = '卷内目录'
/** Across each page of a letter whose act was annulled. */
const VOID = '作废'

/** Packed in a thread that ends with the work, whatever happens. */
async function packed(files: PackedFile[]): Promise<Uint8Array> {
  const thread = new Worker(new URL('./pack-thread.ts', import.meta.url))
  try {
    return await new Promise((resolve, reject) => {
      thread.once('message', resolve)
      thread.once('error', reject)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      thread.postMessage(files)
    })
  } finally {
    await thread.terminate()
  }
}

async function withBinder<T>(work: (binder: Binder) => Promise<T>): Promise<T> {
  const binder = startBinder()
  try {
    return await work(binder)
  } finally {
    binder.close()
  }
}

async function setParts(volume: Volume, bytesOf: Bytes, watermark: string | undefined): Promise<LaidPart[]> {
  const parts: LaidPart[] = []
  for (const part of volume.parts) {
    const { section, title } = part
    if (part.kind === 'file')
      parts.push({ section, title, mediaType: part.mediaType, bytes: await bytesOf(part.hash), foreign: true })
    else parts.push({ section, title, mediaType: PDF, bytes: await setPart(volume, part, watermark), foreign: false })
  }
  return parts
}

function setPart(
  volume: Volume,
  part: Exclude<VolumePart, { kind: 'file' }>,
  watermark: string | undefined,
): Promise<Uint8Array> {
  const marked = (mark: string | undefined) => (mark === undefined ? {} : { watermark: mark })
  switch (part.kind) {
    case 'letter':
      return renderLetterPdf({ ...part.letter, ...marked(part.void ? VOID : watermark) })
    case 'report':
      return renderReportPdf({ ...part.document, ...marked(watermark ?? part.watermark) })
    case 'sheet':
      return renderDossierPdf({ ...volume, title: part.title, on: volume.madeOn, blocks: part.blocks, ...marked(watermark) })
  }
}

/** 卷内目录: each paper with its day and its first page; what can't be shown as pages is told; then what is missing. */
function indexBlocks(volume: Volume, first: number, counts: readonly number[]): SheetBlock[] {
  let page = first
  const rows = volume.parts.map((part, index) => {
    const pages = counts[index] ?? 0
    const row = [
      String(index + 1),
      part.section,
      part.kind === 'letter' ? `${part.title}（${part.number}）` : part.title,
      part.on ?? '',
      pages > 0 ? String(page) : '见原件',
    ]
    page += pages
    return row
  })
  return [
    { kind: 'rows', rows: volume.heading },
    ...volume.notes.map((text): SheetBlock => ({ kind: 'text', text })),
    { kind: 'table', head: ['序号', '类别', '材料名称', '日期', '页码'], widths: [1.4, 3, 6, 2.4, 1.4], rows },
    ...gapBlocks(volume),
    { kind: 'text', text: '页码印在各页右上角。“见原件”的材料不能排成页面，在原件压缩包中。' },
  ]
}

function gapBlocks({ gaps }: Volume): SheetBlock[] {
  if (gaps === null) return []
  const said = gaps.length === 0 ? ['未发现缺少的材料。'] : gaps.map(({ say, then }) => `${say}${then}`)
  return [{ kind: 'heading', text: '缺少的材料' }, ...said.map((text): SheetBlock => ({ kind: 'text', text }))]
}

/** The volume as one PDF. */
export function volumePdf(volume: Volume, bytesOf: Bytes, watermark?: string): Promise<Uint8Array> {
  return withBinder((binder) => bound(binder, volume, bytesOf, watermark).then(({ pdf }) => pdf))
}

async function bound(binder: Binder, volume: Volume, bytesOf: Bytes, watermark: string | undefined) {
  const parts = await setParts(volume, bytesOf, watermark)
  const setIndex = async (first: number, counts: readonly number[]): Promise<BoundPart> => ({
    section: INDEX,
    title: INDEX,
    mediaType: PDF,
    bytes: await renderDossierPdf({
      ...volume,
      title: INDEX,
      on: volume.madeOn,
      blocks: indexBlocks(volume, first, counts),
      ...(watermark === undefined ? {} : { watermark }),
    }),
  })
  return { parts, pdf: await binder.bind(`${volume.number}${volume.name}`, parts, setIndex) }
}

/** The same as a folder in a ZIP: the volume, every paper, the originals as they came in, the record as data, an index, check sums. */
export function volumeZip(volume: Volume, bytesOf: Bytes, watermark?: string): Promise<Uint8Array> {
  return withBinder((binder) => zippedVolume(binder, volume, bytesOf, watermark))
}

/** That with a binder which has other volumes to bind. */
export async function zippedVolume(binder: Binder, volume: Volume, bytesOf: Bytes, watermark?: string): Promise<Uint8Array> {
  const { parts, pdf } = await bound(binder, volume, bytesOf, watermark)
  const paths = volume.parts.map(pathOf)
  const text = (words: string) => new TextEncoder().encode(words)
  return packed([
    { path: 'index.html', bytes: text(indexPage(volume, paths)) },
    { path: `${volume.name}.pdf`, bytes: pdf },
    ...parts.map(({ bytes }, index) => ({ path: paths[index] ?? `${index + 1}`, bytes })),
    ...volume.data.map(({ path, value }) => ({ path, bytes: text(`${JSON.stringify(value, null, 2)}\n`) })),
  ])
}

function gapsPart({ gaps }: Volume): string {
  if (gaps === null) return ''
  const items = gaps.map(({ say, then }) => `<li>${escapeHtml(say + then)}</li>`)
  return `<h2>缺少的材料</h2>\n${items.length > 0 ? `<ul>${items.join('')}</ul>` : '<p>未发现。</p>'}`
}

const UNSAFE = /[\\/:*?"<>|\p{Cc}]/gu

/** A name that every system takes for that of a file. */
export function safeName(name: string): string {
  return name.replaceAll(UNSAFE, '_')
}

function pathOf(part: VolumePart, index: number): string {
  const number = String(index + 1).padStart(2, '0')
  const name = part.kind === 'file' ? part.name : `${part.title}.pdf`
  return `${part.kind === 'file' ? '原件' : '文书'}/${number}-${safeName(name)}`
}

function link(path: string, words: string): string {
  return `<a href="${escapeHtml(path.split('/').map(encodeURIComponent).join('/'))}">${escapeHtml(words)}</a>`
}

function indexPage(volume: Volume, paths: readonly string[]): string {
  const { name, agency, number } = volume
  const rows = volume.parts.map(
    ({ section, title, on }, index) =>
      `<tr><td>${index + 1}</td><td>${section}</td><td>${link(paths[index] ?? '', title)}</td><td>${on ?? ''}</td></tr>`,
  )
  const whole = [link(`${name}.pdf`, `${name}（合订，带书签和页码）`), ...volume.data.map(({ path, title }) => link(path, title))]
  return `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>${escapeHtml(number)}${name}</title>
<h1>${INDEX}</h1>
<p>${escapeHtml(agency)}</p>
${volume.heading.map(([label, value]) => `<p>${label}：${escapeHtml(value)}</p>`).join('\n')}
${volume.notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('\n')}
<p>${whole.join('　')}</p>
<table border="1" cellpadding="6"><tr><th>序号</th><th>类别</th><th>材料</th><th>日期</th></tr>
${rows.join('\n')}
</table>
${gapsPart(volume)}
<p>SHA256SUMS.txt 列有每个文件的校验值。</p>
</html>
`
}
