/** 卷 as files: one PDF with index, outline and page numbers, or a folder that anybody can read without this program. */
import { Worker } from 'node:worker_threads'
import { escapeHtml } from '../../record/publication/escape-html.ts'
import type { SheetBlock } from '../../record/archive/bundle.ts'
import type { Volume, VolumePart } from '../../record/archive/volume.ts'
import { renderDossierPdf, renderLetterPdf, renderReportPdf } from '../paper/index.ts'
import type { BoundPart } from './bind.ts'
import type { BinderTask } from './binder-thread.ts'

export type Bytes = (hash: string) => Promise<Uint8Array>
const PDF = 'application/pdf'
const INDEX = '卷内目录'
/** Across each page of a letter whose act was annulled. */
const VOID = '作废'

interface Binder {
  run(task: Extract<BinderTask, { do: 'count' }>): Promise<number[]>
  run(task: Exclude<BinderTask, { do: 'count' }>): Promise<Uint8Array>
}

/** One thread for one volume; it ends with it, whatever happens. */
async function withBinder<T>(work: (binder: Binder) => Promise<T>): Promise<T> {
  const thread = new Worker(new URL('./binder-thread.ts', import.meta.url))
  const run = (task: BinderTask) =>
    new Promise<never>((resolve, reject) => {
      thread.once('message', resolve as (value: unknown) => void)
      thread.once('error', reject)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      thread.postMessage(task)
    })
  try {
    return await work({ run })
  } finally {
    await thread.terminate()
  }
}

async function setParts(volume: Volume, bytesOf: Bytes, watermark: string | undefined): Promise<BoundPart[]> {
  const parts: BoundPart[] = []
  for (const part of volume.parts) {
    const { section, title } = part
    if (part.kind === 'file') parts.push({ section, title, mediaType: part.mediaType, bytes: await bytesOf(part.hash) })
    else parts.push({ section, title, mediaType: PDF, bytes: await setPart(volume, part, watermark) })
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
  const counts = await binder.run({ do: 'count', parts })
  const setIndex = async (first: number): Promise<BoundPart> => ({
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
  // The index is set once to learn its own length, and again with the pages that follow from it.
  const [length = 1] = await binder.run({ do: 'count', parts: [await setIndex(1)] })
  const index = await setIndex(length + 1)
  const title = `${volume.number}${volume.name}`
  return { parts, pdf: await binder.run({ do: 'bind', title, parts: [index, ...parts] }) }
}

/** The same as a folder in a ZIP: the volume, every paper, the originals as they came in, the record as data, an index, check sums. */
export function volumeZip(volume: Volume, bytesOf: Bytes, watermark?: string): Promise<Uint8Array> {
  return withBinder(async (binder) => {
    const { parts, pdf } = await bound(binder, volume, bytesOf, watermark)
    const paths = volume.parts.map(pathOf)
    const text = (words: string) => new TextEncoder().encode(words)
    return binder.run({
      do: 'pack',
      files: [
        { path: 'index.html', bytes: text(indexPage(volume, paths)) },
        { path: `${volume.name}.pdf`, bytes: pdf },
        ...parts.map(({ bytes }, index) => ({ path: paths[index] ?? `${index + 1}`, bytes })),
        ...volume.data.map(({ path, value }) => ({ path, bytes: text(`${JSON.stringify(value, null, 2)}\n`) })),
      ],
    })
  })
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
