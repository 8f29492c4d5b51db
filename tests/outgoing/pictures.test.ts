/** Pictures: what is no pixel that is seen must not pass unseen, and must not survive cleaning; the picture stays. */
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { answerTo } from '../../src/edge/outgoing/answer.ts'
import { cleanedOf, gateOf, redactedOf } from './gate.ts'
import { IN_PICTURES, plainJpeg, plainPng, SEVERAL_PICTURES, SIDE } from './pictures-made.ts'
import { traces } from './traces.ts'

const SECRET = 'QUARZKOFFER58'

/** Red, green, blue of a pixel. */
async function colourAt(bytes: Uint8Array, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  const at = (y * info.width + x) * info.channels
  return [...data.subarray(at, at + 3)]
}

async function expectHalves(bytes: Uint8Array): Promise<void> {
  const { width, height, exif, xmp, iptc, icc } = await sharp(bytes).metadata()
  expect({ width, height, exif, xmp, iptc, icc }).toEqual({ width: SIDE, height: SIDE })
  for (const [x, colour] of [
    [8, [0xd0, 0x40, 0x30]],
    [40, [0x30, 0x40, 0xd0]],
  ] as const)
    for (const [at, value] of (await colourAt(bytes, x, 24)).entries())
      expect(Math.abs(value - (colour[at] ?? 0))).toBeLessThan(12)
}

describe.each(IN_PICTURES)('图片：$place', ({ place, make }) => {
  const kind = place.startsWith('PNG') ? 'png' : 'jpeg'

  test('不会没人发现就放行；清理之后哪里也找不到，画面照旧', async () => {
    const bytes = await make(SECRET)
    expect(await traces(bytes, SECRET), 'the file of this test holds no secret').not.toEqual([])
    expect(await gateOf(kind, bytes)).toContain('图片附带的数据')
    const cleaned = await cleanedOf(kind, bytes)
    expect(cleaned.stopping).toEqual([])
    expect(await traces(cleaned.bytes, SECRET)).toEqual([])
    await expectHalves(cleaned.bytes)
  })

  test('涂黑之后也找不到', async () => {
    const bytes = await make(SECRET)
    const box = { page: 1, x: 0, y: 0, width: 0.25, height: 0.25, ground: 'personalInformation' } as const
    const { bytes: made } = await redactedOf(kind, bytes, [box], new Uint8Array())
    expect(await traces(made, SECRET)).toEqual([])
    expect(Math.max(...(await colourAt(made, 4, 4)))).toBeLessThan(24)
  })
})

test.each(SEVERAL_PICTURES)('$place：不处理，说明怎么另存', async ({ make }) => {
  const bytes = await make(SECRET)
  expect(await traces(bytes, SECRET)).not.toEqual([])
  for (const task of ['inspect', 'sketch'] as const) {
    const done = await answerTo({ do: task, file: { name: '材料.png', kind: 'png', bytes } })
    expect(done.ok ? '' : done.why).toMatch(/请在看图软件中另存为 PNG 再上传/)
  }
})

test('透明的像素：画着的东西不在清理后的图里，预览里也看不到', async () => {
  const hidden = Buffer.alloc(SIDE * SIDE * 4)
  // Black letters under full transparency, on one side.
  for (let at = 0; at < hidden.length; at += 4) hidden.set((at / 4) % SIDE < SIDE / 2 ? [0, 0, 0, 0] : [255, 255, 255, 0], at)
  const bytes = new Uint8Array(
    await sharp(hidden, { raw: { width: SIDE, height: SIDE, channels: 4 } })
      .png()
      .toBuffer(),
  )
  const { bytes: made } = await cleanedOf('png', bytes)
  const shown = await answerTo({ do: 'picture', file: { name: '材料.png', kind: 'png', bytes }, page: 1 })
  for (const picture of [made, shown.ok ? (shown.value as Uint8Array) : new Uint8Array()]) {
    const { data } = await sharp(picture).raw().toBuffer({ resolveWithObject: true })
    expect(new Set(data)).toEqual(new Set([255]))
  }
})

test('横着拍的照片：竖过来，尺寸和画面与看到的一致', async () => {
  const bytes = new Uint8Array(
    await sharp(await plainJpeg())
      .resize(SIDE, SIDE * 2, { fit: 'fill' })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer(),
  )
  const { bytes: made } = await cleanedOf('jpeg', bytes)
  const { width, height, orientation } = await sharp(made).metadata()
  expect([width, height, orientation]).toEqual([SIDE * 2, SIDE, undefined])
})

test('什么也没带的图片同样重新生成：看不出来的夹带没有别的办法排除', async () => {
  expect(await gateOf('png', new Uint8Array(await plainPng()))).toBe('图片附带的数据')
  expect((await cleanedOf('png', new Uint8Array(await plainPng()))).stopping).toEqual([])
})
