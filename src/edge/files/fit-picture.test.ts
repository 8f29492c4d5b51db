/** 图片超过渠道的限制：缩到合适为止；没有超过的不放大。 */
import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { fitPicture } from './fit-picture.ts'

/** Nothing can be left out of it: no encoding makes it small. */
const noise = (width: number, height: number) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()

async function sizeOf(bytes: Uint8Array) {
  const { width, height, format } = await sharp(bytes).metadata()
  return { width, height, format }
}

test('又大又花的图片：先降质量，再缩小，直到不超过字节数；长宽比不变', async () => {
  const fitted = await fitPicture(await noise(1600, 1200), { width: 1080, height: 4000, bytes: 100_000 })
  expect(fitted.length).toBeLessThanOrEqual(100_000)
  const { width = 0, height = 0, format } = await sizeOf(fitted)
  expect(format).toBe('jpeg')
  expect(width).toBeLessThan(1080)
  expect(width / height).toBeCloseTo(4 / 3, 1)
})

test('小图不放大；长图按高度缩', async () => {
  const bounds = { width: 1080, height: 400, bytes: 1_000_000 }
  expect(await sizeOf(await fitPicture(await noise(120, 90), bounds))).toMatchObject({ width: 120, height: 90 })
  expect(await sizeOf(await fitPicture(await noise(100, 800), bounds))).toMatchObject({ width: 50, height: 400 })
})

test('限制小得放不下任何图片：也有尽头', async () => {
  expect(await sizeOf(await fitPicture(await noise(800, 600), { width: 800, height: 600, bytes: 10 }))).toMatchObject({
    width: 64,
  })
})
