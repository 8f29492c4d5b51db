import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { joined } from './join.ts'

async function pages(count: number, width: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (let n = 0; n < count; n += 1) document.addPage([width, 100])
  return document.save()
}

test('按放入的先后合成一册，页数不多不少', async () => {
  const parts = [await pages(2, 200), await pages(1, 300), await pages(3, 400)]
  const bytes = await joined(async (joiner) => parts.forEach((part) => joiner.add(part)))
  const widths = (await PDFDocument.load(bytes)).getPages().map((page) => page.getWidth())
  expect(widths).toEqual([200, 200, 300, 400, 400, 400])
})

test('有一份不是 PDF，整册作不成，说明出错，不留下半册', async () => {
  await expect(joined(async (joiner) => joiner.add(new Uint8Array([1, 2, 3])))).rejects.toThrow()
})

test('中途出错，线程随之结束', async () => {
  const failing = joined(async () => {
    throw new Error('排版失败')
  })
  await expect(failing).rejects.toThrow('排版失败')
})
