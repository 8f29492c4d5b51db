/** 案卷 as files: one PDF with index, outline and page numbers, or a folder that anybody can read without this program. */
import { Worker } from 'node:worker_threads'
import { escapeHtml } from '../../record/publication/escape-html.ts'
import {
  BUNDLE_SCOPE_WORDS,
  BUNDLE_SECTION_WORDS,
  type Bundle,
  type BundlePart,
  type SheetBlock,
} from '../../record/archive/bundle.ts'
import { renderDossierPdf, renderLetterPdf } from '../paper/index.ts'
import type { BoundPart } from './bind.ts'
import type { BinderTask } from './binder-thread.ts'

type Bytes = (hash: string) => Promise<Uint8Array>
const PDF = 'application/pdf'
const INDEX = '卷内目录'
const COURSE = '办理经过.json'
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

async function setParts(bundle: Bundle, bytesOf: Bytes, watermark: string | undefined): Promise<BoundPart[]> {
  const marked = watermark === undefined ? {} : { watermark }
  const parts: BoundPart[] = []
  for (const part of bundle.parts) {
    const head = { section: BUNDLE_SECTION_WORDS[part.section], title: part.title }
    if (part.kind === 'file') parts.push({ ...head, mediaType: part.mediaType, bytes: await bytesOf(part.hash) })
    else if (part.kind === 'letter')
      parts.push({
        ...head,
        mediaType: PDF,
        bytes: await renderLetterPdf({ ...part.letter, ...(part.void ? { watermark: VOID } : marked) }),
      })
    else
      parts.push({
        ...head,
        mediaType: PDF,
        bytes: await renderDossierPdf({ ...bundle, title: part.title, on: bundle.madeOn, blocks: part.blocks, ...marked }),
      })
  }
  return parts
}

/** 卷内目录: each paper with its day and its first page; what can't be shown as pages is told; then what is missing. */
function indexBlocks(bundle: Bundle, first: number, counts: readonly number[]): SheetBlock[] {
  let page = first
  const rows = bundle.parts.map((part, index) => {
    const pages = counts[index] ?? 0
    const row = [
      String(index + 1),
      BUNDLE_SECTION_WORDS[part.section],
      part.kind === 'letter' ? `${part.title}（${part.number}）` : part.title,
      part.on ?? '',
      pages > 0 ? String(page) : '见原件',
    ]
    page += pages
    return row
  })
  return [
    {
      kind: 'rows',
      rows: [
        ['案卷题名', bundle.subject],
        ['申请编号', bundle.number],
        ['案卷号', bundle.volume ?? '尚未归档'],
        ['立卷日期', bundle.madeOn],
      ],
    },
    ...bundle.notes.map((text): SheetBlock => ({ kind: 'text', text })),
    { kind: 'table', head: ['序号', '类别', '材料名称', '日期', '页码'], widths: [1.4, 3, 6, 2.4, 1.4], rows },
    ...gapBlocks(bundle),
    { kind: 'text', text: '页码印在各页右上角。“见原件”的材料不能排成页面，在原件压缩包中。' },
  ]
}

function gapBlocks({ scope, gaps }: Bundle): SheetBlock[] {
  if (scope !== 'volume') return []
  const said = gaps.length === 0 ? ['未发现缺少的材料。'] : gaps.map(({ say, then }) => `${say}${then}`)
  return [{ kind: 'heading', text: '缺少的材料' }, ...said.map((text): SheetBlock => ({ kind: 'text', text }))]
}

/** The volume as one PDF. */
export function volumePdf(bundle: Bundle, bytesOf: Bytes, watermark?: string): Promise<Uint8Array> {
  return withBinder((binder) => bound(binder, bundle, bytesOf, watermark).then(({ pdf }) => pdf))
}

async function bound(binder: Binder, bundle: Bundle, bytesOf: Bytes, watermark: string | undefined) {
  const parts = await setParts(bundle, bytesOf, watermark)
  const counts = await binder.run({ do: 'count', parts })
  const setIndex = async (first: number): Promise<BoundPart> => ({
    section: INDEX,
    title: INDEX,
    mediaType: PDF,
    bytes: await renderDossierPdf({
      ...bundle,
      title: INDEX,
      on: bundle.madeOn,
      blocks: indexBlocks(bundle, first, counts),
      ...(watermark === undefined ? {} : { watermark }),
    }),
  })
  // The index is set once to learn its own length, and again with the pages that follow from it.
  const [length = 1] = await binder.run({ do: 'count', parts: [await setIndex(1)] })
  const index = await setIndex(length + 1)
  const title = `${bundle.number}${BUNDLE_SCOPE_WORDS[bundle.scope]}`
  return { parts, pdf: await binder.run({ do: 'bind', title, parts: [index, ...parts] }) }
}

/** The same as a folder in a ZIP: the volume, every paper, the originals as they came in, the acts, an index, check sums. */
export function volumeZip(bundle: Bundle, bytesOf: Bytes, watermark?: string): Promise<Uint8Array> {
  return withBinder(async (binder) => {
    const { parts, pdf } = await bound(binder, bundle, bytesOf, watermark)
    const paths = bundle.parts.map(pathOf)
    const text = (words: string) => new TextEncoder().encode(words)
    return binder.run({
      do: 'pack',
      files: [
        { path: 'index.html', bytes: text(indexPage(bundle, paths)) },
        { path: `${BUNDLE_SCOPE_WORDS[bundle.scope]}.pdf`, bytes: pdf },
        ...parts.map(({ bytes }, index) => ({ path: paths[index] ?? `${index + 1}`, bytes })),
        ...(bundle.acts.length === 0 ? [] : [{ path: COURSE, bytes: text(`${JSON.stringify(bundle.acts, null, 2)}\n`) }]),
      ],
    })
  })
}

function gapsPart({ scope, gaps }: Bundle): string {
  if (scope !== 'volume') return ''
  const items = gaps.map(({ say, then }) => `<li>${escapeHtml(say + then)}</li>`)
  return `<h2>缺少的材料</h2>\n${items.length > 0 ? `<ul>${items.join('')}</ul>` : '<p>未发现。</p>'}`
}

const UNSAFE = /[\\/:*?"<>|\p{Cc}]/gu

function pathOf(part: BundlePart, index: number): string {
  const number = String(index + 1).padStart(2, '0')
  const name = part.kind === 'file' ? part.name : `${part.title}.pdf`
  return `${part.kind === 'file' ? '原件' : '文书'}/${number}-${name.replaceAll(UNSAFE, '_')}`
}

function indexPage(bundle: Bundle, paths: readonly string[]): string {
  const rows = bundle.parts.map((part, index) => {
    const path = paths[index] ?? ''
    const link = `<a href="${escapeHtml(path.split('/').map(encodeURIComponent).join('/'))}">${escapeHtml(part.title)}</a>`
    return `<tr><td>${index + 1}</td><td>${BUNDLE_SECTION_WORDS[part.section]}</td><td>${link}</td><td>${part.on ?? ''}</td></tr>`
  })
  const whole = BUNDLE_SCOPE_WORDS[bundle.scope]
  const course = bundle.acts.length > 0 ? `　<a href="${encodeURIComponent(COURSE)}">办理经过（数据）</a>` : ''
  return `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>${escapeHtml(bundle.number)}${whole}</title>
<h1>${INDEX}</h1>
<p>${escapeHtml(bundle.agency)}　${escapeHtml(bundle.number)}　${escapeHtml(bundle.volume ?? '尚未归档')}　${bundle.madeOn}</p>
<p>${escapeHtml(bundle.subject)}</p>
${bundle.notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('\n')}
<p><a href="${encodeURIComponent(`${whole}.pdf`)}">${whole}（合订，带书签和页码）</a>${course}</p>
<table border="1" cellpadding="6"><tr><th>序号</th><th>类别</th><th>材料</th><th>日期</th></tr>
${rows.join('\n')}
</table>
${gapsPart(bundle)}
<p>SHA256SUMS.txt 列有每个文件的校验值。</p>
</html>
`
}
