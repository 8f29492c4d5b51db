/** Excel: a secret that no sheet shows must not pass unseen, and must not survive cleaning; what the sheets show stays. */
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { answerTo } from '../../src/edge/outgoing/answer.ts'
import { cleanedOf, gateOf } from './gate.ts'
import { underOtherPrefixes } from './prefixes.ts'
import { traces } from './traces.ts'
import { BESIDE_XLSX } from './xlsx-beside.ts'
import { XLSX_CORNERS } from './xlsx-corners.ts'
import { FROZEN, OUTSIDE_XLSX, PLAIN_CHART, XLSX_LOOKS } from './xlsx-looks.ts'
import { XLSX_VALUES } from './xlsx-values.ts'
import { anchor, drawn, plainXlsx, shape, SHOWN_CELLS, SHOWN_SHEET } from './xlsx-made.ts'
import { COVERED_XLSX, UNSEEN_IN_XLSX } from './xlsx-unseen.ts'

const SECRET = 'QUARZKOFFER58'

test('干净的文件清理后放行，内容照旧', async () => {
  expect(await gateOf('xlsx', await plainXlsx())).toBe('没有清理过')
  expect(await gateOf('xlsx', (await cleanedOf('xlsx', await plainXlsx())).bytes)).toBe('passes')
})

test('盖在格上的色块：清理不了，说明怎么办，不放行', async () => {
  const cleaned = await cleanedOf('xlsx', await COVERED_XLSX.make(SECRET))
  expect(cleaned.stopping).toEqual(['coveringShape'])
})

test.each(OUTSIDE_XLSX)('$place：清理不了，说明怎么办，不放行', async ({ make, says }) => {
  expect((await cleanedOf('xlsx', await make(SECRET))).stopping).toEqual([says])
})

test('冻结窗格上面、滚动不到的行：清理后哪里也找不到', async () => {
  expect(await traces((await cleanedOf('xlsx', await FROZEN.make(SECRET))).bytes, SECRET)).toEqual([])
})

test('图表的系列、分类都看得见：清理后放行', async () => {
  expect((await cleanedOf('xlsx', await PLAIN_CHART.make('看得见'))).stopping).toEqual([])
})

const DRAWN = underOtherPrefixes(
  'xl/drawings/drawing1.xml',
  [...UNSEEN_IN_XLSX, ...XLSX_VALUES, ...XLSX_CORNERS].filter(({ place }) => /^图形(?!字体)/.test(place)),
)

test.each(underOtherPrefixes('xl/drawings/drawing1.xml', [drawn('图形里的文字', (words) => anchor(shape('', words)))]))(
  '$place：看得见的留下来，清理后放行',
  async ({ make }) => {
    const { bytes, stopping } = await cleanedOf('xlsx', await make('看得见'))
    expect(stopping).toEqual([])
    expect(strFromU8(unzipSync(bytes)['xl/drawings/drawing1.xml'] ?? new Uint8Array())).toMatch(/<a:t>看得见<\/a:t>/)
    expect(await gateOf('xlsx', bytes)).toBe('passes')
  },
)

describe.each([...UNSEEN_IN_XLSX, ...BESIDE_XLSX, ...XLSX_CORNERS, ...XLSX_VALUES, ...XLSX_LOOKS, ...DRAWN])(
  'Excel：$place',
  ({ place, make }) => {
    const secret = place.endsWith('：数') ? '7301584296' : SECRET

    test('不会没人发现就放行', async () => {
      const bytes = await make(secret)
      expect(await traces(bytes, secret), 'the file of this test holds no secret').not.toEqual([])
      expect(await gateOf('xlsx', bytes)).not.toBe('passes')
    })

    test('清理之后哪里也找不到，或者说明理由不放行；表格照旧', async () => {
      const bytes = await make(secret)
      const done = await answerTo({ do: 'clean', file: { name: '材料.xlsx', kind: 'xlsx', bytes }, blank: [] })
      if (!done.ok) return expect(done.why).toMatch(/请/)
      const cleaned = await cleanedOf('xlsx', bytes)
      if (cleaned.stopping.length > 0) return expect(await gateOf('xlsx', cleaned.bytes)).not.toBe('passes')
      expect(await traces(cleaned.bytes, secret)).toEqual([])
      const book = new ExcelJS.Workbook()
      await book.xlsx.load(new Uint8Array(cleaned.bytes).buffer as ArrayBuffer)
      expect(book.worksheets.map(({ name }) => name)).toEqual([SHOWN_SHEET])
      const sheet = book.getWorksheet(SHOWN_SHEET)
      for (const [at, value] of SHOWN_CELLS) expect(sheet?.getCell(at).value).toBe(value)
    })
  },
)
