/** A secret beside the pages of a PDF: it must not pass unseen, and it must not survive cleaning. */
import { describe, expect, test } from 'vitest'
import { BESIDE, SHOWN } from './pdf-beside.ts'
import { cleanedOf, gateOf } from './gate.ts'
import { readByPdfjs, traces } from './traces.ts'

const SECRET = 'QUARZKOFFER58'

describe.each(BESIDE)('PDF：$place', ({ make }) => {
  test('不会没人发现就放行', async () => {
    const bytes = await make(SECRET)
    expect(await traces(bytes, SECRET), 'the file of this test holds no secret').not.toEqual([])
    expect(await gateOf('pdf', bytes)).not.toBe('passes')
  })

  test('清理之后哪里也找不到，页面照旧', async () => {
    const cleaned = await cleanedOf('pdf', await make(SECRET))
    expect(await traces(cleaned.bytes, SECRET)).toEqual([])
    expect(cleaned.stopping).toEqual([])
    const { pages } = await readByPdfjs(cleaned.bytes)
    expect(pages).toHaveLength(2)
    expect(pages[1]).toContain(SHOWN)
  })
})
