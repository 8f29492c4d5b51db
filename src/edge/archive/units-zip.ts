/** The volumes of many units as one ZIP, written while they are bound: a package for each unit, then the list of them and check sums. */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { Zip, ZipPassThrough } from 'fflate'
import { escapeHtml } from '../../record/publication/escape-html.ts'
import type { Volume } from '../../record/archive/volume.ts'
import { PaperFailure } from '../paper/index.ts'
import { type Binder, startBinder } from './binder.ts'
import { type Bytes, safeName, zippedVolume } from './volume.ts'

/** What the list tells of a volume, once its papers are written out and gone. */
interface Packed extends Pick<Volume, 'agency' | 'gaps'> {
  path: string
  /** null where it could not be set: that one is told in the list, and the others come all the same. */
  sum: string | null
}

export function unitsZip(
  title: string,
  { volumes, bytesOf }: { volumes: AsyncIterable<Volume>; bytesOf: Bytes },
  watermark?: string,
): Readable {
  return Readable.from(bound(title, volumes, bytesOf, watermark))
}

/** One binder for all of them; it ends with the stream, whatever happens. */
async function* bound(
  title: string,
  volumes: AsyncIterable<Volume>,
  bytesOf: Bytes,
  watermark: string | undefined,
): AsyncGenerator<Uint8Array> {
  const binder = startBinder()
  try {
    yield* pieces(title, volumes, (volume) => packed(binder, volume, bytesOf, watermark))
  } finally {
    binder.close()
  }
}

/** What came of a volume; null where its papers could not be set. */
async function packed(binder: Binder, volume: Volume, bytesOf: Bytes, watermark: string | undefined): Promise<Uint8Array | null> {
  try {
    return await zippedVolume(binder, volume, bytesOf, watermark)
  } catch (error) {
    if (error instanceof PaperFailure) return null
    throw error
  }
}

async function* pieces(
  title: string,
  volumes: AsyncIterable<Volume>,
  pack: (volume: Volume) => Promise<Uint8Array | null>,
): AsyncGenerator<Uint8Array> {
  let written: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    written.push(chunk)
  })
  const add = (path: string, bytes: Uint8Array) => {
    const file = new ZipPassThrough(path)
    zip.add(file)
    file.push(bytes, true)
  }
  const taken = () => {
    const ready = written
    written = []
    return ready
  }
  const list: Packed[] = []
  for await (const volume of volumes) {
    const bytes = await pack(volume)
    const path = `${String(list.length + 1).padStart(3, '0')}-${safeName(volume.agency)}.zip`
    list.push({ path, agency: volume.agency, gaps: volume.gaps, sum: bytes && createHash('sha256').update(bytes).digest('hex') })
    if (bytes) add(path, bytes)
    yield* taken()
  }
  const text = (words: string) => new TextEncoder().encode(words)
  add('index.html', text(listPage(title, list)))
  add('SHA256SUMS.txt', text(list.flatMap(({ path, sum }) => (sum === null ? [] : [`${sum}  ${path}\n`])).join('')))
  zip.end()
  yield* taken()
}

function listPage(title: string, list: readonly Packed[]): string {
  const rows = list.map(({ path, agency, gaps, sum }, index) => {
    const name = escapeHtml(agency)
    const link = sum === null ? `${name}（没有排成，请重新导出）` : `<a href="${encodeURIComponent(path)}">${name}</a>`
    const missing = gaps?.map(({ say }) => escapeHtml(say)).join('<br>')
    return `<tr><td>${index + 1}</td><td>${link}</td><td>${missing || '无'}</td></tr>`
  })
  return `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<h1>${escapeHtml(title)}</h1>
<p>每个单位一个压缩包，包内有合订的 PDF、各件原件和校验值。SHA256SUMS.txt 列有各包的校验值。</p>
<table border="1" cellpadding="6"><tr><th>序号</th><th>单位</th><th>缺少的材料</th></tr>
${rows.join('\n')}
</table>
</html>
`
}
