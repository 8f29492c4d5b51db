/** 涂黑 PDF: what stands under a box is nowhere in the file afterwards, however it was put there; the rest is as it was. */
import { beforeAll, describe, expect, test } from 'vitest'
import { renderBoxLabels } from '../../src/edge/paper/box-labels.ts'
import { BOX_LABELS } from '../../src/record/outgoing/box.ts'
import { redactedOf } from './gate.ts'
import { plainPdf, SHOWN } from './pdf-beside.ts'
import { BOXED, BOXED_PIXELS, MAGENTA_HALF } from './pdf-boxed.ts'
import { draw, form, picture, pixels, resource, words } from './pdf-unseen.ts'
import { magentaIn } from './pixels-in.ts'
import { blackAt } from './shown.ts'
import { readByPdfjs, traces } from './traces.ts'

const SECRET = 'QUARZKOFFER58'
const GROUND = { ground: 'personalInformation' as const }
let labels: Uint8Array
beforeAll(async () => {
  labels = await renderBoxLabels(BOX_LABELS)
})

describe('涂黑文字', () => {
  test.each(BOXED)('$place', async ({ make, box }) => {
    const before = await make(SECRET)
    expect(await traces(before, SECRET)).not.toEqual([])
    const made = await redactedOf('pdf', before, [{ page: 1, ...box, ...GROUND }], labels)
    expect(await traces(made.bytes, SECRET)).toEqual([])
    expect(made.stopping).toEqual([])
    expect(await blackAt(made.bytes, 1, box)).toBeGreaterThan(0.8)
    const { pages } = await readByPdfjs(made.bytes)
    expect(pages).toHaveLength(2)
    expect(pages[1]).toContain(SHOWN)
  })

  test('两页共用的表格：一页涂黑，另一页照旧；两页都涂黑，就哪里也没有了', async () => {
    const bytes = await plainPdf((document) => {
      const shared = form(document, words(SECRET, 40, 200))
      for (const page of [0, 1]) {
        resource(document, 'XObject', 'F0', shared, page)
        draw(document, '/F0 Do', page)
      }
    })
    const box = { x: 0.05, y: 0.35, width: 0.9, height: 0.4, ...GROUND }
    const one = await redactedOf('pdf', bytes, [{ page: 1, ...box }], labels)
    const { pages } = await readByPdfjs(one.bytes)
    expect([pages[0]?.includes(SECRET), pages[1]?.includes(SECRET)]).toEqual([false, true])
    const both = await redactedOf(
      'pdf',
      bytes,
      [1, 2].map((page) => ({ page, ...box })),
      labels,
    )
    expect(await traces(both.bytes, SECRET)).toEqual([])
  })

  test('一行里只涂一个词，两边的字还在', async () => {
    const bytes = await plainPdf((document) => draw(document, `BT /T0 12 Tf 40 200 Td (left ${SECRET} right) Tj ET`))
    const box = { page: 1, x: 64 / 400, y: 185 / 400, width: 102 / 400, height: 24 / 400, ...GROUND }
    const made = await redactedOf('pdf', bytes, [box], labels)
    expect(await traces(made.bytes, SECRET)).toEqual([])
    const { pages } = await readByPdfjs(made.bytes)
    for (const kept of ['left', 'right', SHOWN]) expect(pages[0]).toContain(kept)
  })
})

describe('框怎么画都行：页面照样是文字，文件可以发出', () => {
  const around = { page: 1, x: 0.05, y: 0.45, width: 0.9, height: 0.1, ...GROUND }
  const drawn = [
    ['两个框叠在一起', SECRET, [around, { ...around, y: 0.48 }]],
    ['框画到了纸外', SECRET, [around, { ...around, x: 0.6, width: 0.9, y: 0.95, height: 0.3 }]],
    ['框窄得写不下依据', SECRET, [around, { ...around, y: 0.7, height: 0.002 }]],
    ['涂的只是两位数', '27', [around]],
    ['涂的只是两个字母', 'QX', [around]],
  ] as const

  test.each(drawn)('%s', async (_, secret, boxes) => {
    const bytes = await plainPdf((document) => draw(document, words(secret, 40, 200)))
    const made = await redactedOf('pdf', bytes, boxes, labels)
    expect(made.stopping).toEqual([])
    const { pages } = await readByPdfjs(made.bytes)
    expect(pages[0]).toContain(SHOWN)
    expect(pages[0]).not.toContain(secret)
  })
})

describe('涂黑图片', () => {
  const half = { page: 1, ...MAGENTA_HALF, ...GROUND }

  test.each(BOXED_PIXELS)('$place', async ({ make }) => {
    const made = await redactedOf('pdf', await make(), [half], labels)
    expect(await magentaIn(made.bytes)).toBe(0)
    expect(made.stopping).toEqual([])
    expect(await blackAt(made.bytes, 1, MAGENTA_HALF)).toBeGreaterThan(0.8)
    expect(await blackAt(made.bytes, 1, { x: 0.4, y: 0.3, width: 0.15, height: 0.4 })).toBe(0)
    expect((await readByPdfjs(made.bytes)).pages[1]).toContain(SHOWN)
  })

  test('两页共用一张图：只涂一页，另一页照旧', async () => {
    const bytes = await plainPdf((document) => {
      const shared = picture(document, pixels(40, 40))
      for (const page of [0, 1]) {
        resource(document, 'XObject', 'P0', shared, page)
        draw(document, 'q 200 0 0 200 40 100 cm /P0 Do Q', page)
      }
    })
    const made = await redactedOf('pdf', bytes, [half], labels)
    expect(await blackAt(made.bytes, 1, MAGENTA_HALF)).toBeGreaterThan(0.8)
    expect(await blackAt(made.bytes, 2, MAGENTA_HALF)).toBe(0)
    const both = await redactedOf('pdf', bytes, [half, { ...half, page: 2 }], labels)
    expect(await magentaIn(both.bytes)).toBe(0)
  })
})
