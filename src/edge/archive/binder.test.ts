import { deflateSync } from 'node:zlib'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, expect, test } from 'vitest'
import { type LaidPart, startBinder } from './binder.ts'

const binder = startBinder({ heapMb: 128, mostMb: 240, partMs: 60_000, foreignMs: 120_000, ownMs: 60_000 })
afterAll(() => binder.close())

/** `width` tells its pages from those of others. */
async function part(width: number, pages = 1): Promise<LaidPart> {
  const document = await PDFDocument.create()
  for (let n = 0; n < pages; n += 1) document.addPage([width, 200])
  const bytes = await document.save({ useObjectStreams: false })
  return { section: '附件', title: `${width}`, mediaType: 'application/pdf', bytes, foreign: true }
}

/** A PDF like any other, with an object that nothing names: as long as it is read, it asks for memory. */
async function greedy(): Promise<LaidPart> {
  const sound = await part(900)
  const text = Buffer.from(sound.bytes).toString('latin1')
  const inside = deflateSync(Buffer.alloc(400 * 1024 * 1024, ' '))
  const head = `99 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${inside.length} >>\nstream\n`
  const at = text.lastIndexOf('\nxref') + 1
  const bytes = Buffer.concat([
    Buffer.from(text.slice(0, at) + head, 'latin1'),
    inside,
    Buffer.from(`\nendstream\nendobj\n${text.slice(at)}`, 'latin1'),
  ])
  return { ...sound, bytes }
}

/** The widths of the pages of the volume, the index first, and the pages of each part as the index was told. */
async function bound(parts: LaidPart[]): Promise<{ widths: number[]; told: readonly number[] | null }> {
  let told: readonly number[] | null = null
  const bytes = await binder.bind('卷', parts, async (_, counts) => {
    told = counts
    return part(100)
  })
  return { widths: (await PDFDocument.load(bytes)).getPages().map((page) => page.getWidth()), told }
}

test('一件附件要的内存没有止境：只有它见原件，其余照样合订', async () => {
  const parts = [await part(300, 2), await greedy(), { ...(await part(400)), foreign: false }, await part(500)]
  expect(await bound(parts)).toEqual({ widths: [100, 300, 300, 400, 500], told: [2, 0, 1, 1] })
})

test('打不开的、不能排成页面的见原件，下一卷不受前一卷影响', async () => {
  const broken = { ...(await part(300)), bytes: new Uint8Array([1, 2, 3]) }
  const table = { ...(await part(300)), mediaType: 'application/zip' }
  expect(await bound([broken, await part(400), table])).toEqual({ widths: [100, 400], told: [0, 1, 0] })
  expect(await bound([await part(500)])).toEqual({ widths: [100, 500], told: [1] })
})

test('几件都这样：停过三次，其后的外来材料不再打开，本机关的文书照样合订', async () => {
  const bad = await greedy()
  const parts = [await part(300), bad, bad, bad, await part(400), { ...(await part(500)), foreign: false }]
  expect(await bound(parts)).toEqual({ widths: [100, 300, 500], told: [1, 0, 0, 0, 0, 1] })
})
