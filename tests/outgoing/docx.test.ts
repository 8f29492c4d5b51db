/** Word: a secret that no page shows must not pass unseen, and must not survive cleaning; what the pages show stays. */
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { answerTo } from '../../src/edge/outgoing/answer.ts'
import { CLIPPED_IN_DOCX, CUT_IN_DOCX, FITTING_IN_DOCX } from './docx-clipped.ts'
import { DOCX_CORNERS } from './docx-corners.ts'
import { DOCX_LOOKS, OUTSIDE_DOCX } from './docx-looks.ts'
import { DOCX_VALUES } from './docx-values.ts'
import { BESIDE_DOCX } from './docx-beside.ts'
import { plainDocx, SHOWN } from './docx-made.ts'
import { UNSEEN_IN_DOCX } from './docx-unseen.ts'
import { cleanedOf, gateOf } from './gate.ts'
import { underOtherPrefixes } from './prefixes.ts'
import { traces } from './traces.ts'
import { ZIP_TRICKS } from './zip-tricks.ts'

const SECRET = 'QUARZKOFFER58'

test('干净的文件清理后放行，内容照旧', async () => {
  expect(await gateOf('docx', await plainDocx())).not.toBe('passes')
  expect(await gateOf('docx', (await cleanedOf('docx', await plainDocx())).bytes)).toBe('passes')
})

test.each(OUTSIDE_DOCX)('$place：清理不了，说明怎么办，不放行', async ({ make, says }) => {
  expect((await cleanedOf('docx', await make(SECRET))).stopping).toEqual([says])
})

test.each(CUT_IN_DOCX)('$place：只露出开头，清理不了，不放行', async ({ make }) => {
  expect(await gateOf('docx', await make(SECRET))).toContain('显示不全的文字')
  expect((await cleanedOf('docx', await make(SECRET))).stopping).toEqual(['clippedText'])
})

test.each(FITTING_IN_DOCX)('$place：都看得见，没有这一类的发现；清理后字句照旧', async ({ make }) => {
  const bytes = await make('')
  const before = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  const found = await answerTo({ do: 'inspect', file: { name: '材料.docx', kind: 'docx', bytes } })
  const kinds = (found.ok ? (found.value as { kind: string }[]) : []).map(({ kind }) => kind)
  expect(kinds.filter((kind) => ['hiddenText', 'unseenText', 'clippedText'].includes(kind))).toEqual([])
  const { stopping, bytes: cleaned } = await cleanedOf('docx', bytes)
  const after = await mammoth.extractRawText({ buffer: Buffer.from(cleaned) })
  expect([stopping, after.value]).toEqual([[], before.value])
  const drawn = (file: Uint8Array) =>
    strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array()).match(/<(?:v:shape|w:drawing|w:framePr)[ >]/g)?.length
  expect(drawn(cleaned)).toBe(drawn(bytes))
})

const DRAWN = underOtherPrefixes(
  'word/document.xml',
  [...DOCX_LOOKS, ...UNSEEN_IN_DOCX].filter(({ place }) => /图形(?!字体)|文本框|图片的替代/.test(place)),
)

describe.each([
  ...UNSEEN_IN_DOCX,
  ...CLIPPED_IN_DOCX,
  ...BESIDE_DOCX,
  ...ZIP_TRICKS,
  ...DOCX_CORNERS,
  ...DOCX_VALUES,
  ...DOCX_LOOKS,
  ...DRAWN,
])('Word：$place', ({ make }) => {
  test('不会没人发现就放行', async () => {
    const bytes = await make(SECRET)
    expect(await traces(bytes, SECRET), 'the file of this test holds no secret').not.toEqual([])
    expect(await gateOf('docx', bytes)).not.toBe('passes')
  })

  test('清理之后哪里也找不到，或者说明理由不放行；页面照旧', async () => {
    const bytes = await make(SECRET)
    const done = await answerTo({ do: 'clean', file: { name: '材料.docx', kind: 'docx', bytes }, blank: [] })
    if (!done.ok) return expect(done.why).toMatch(/请/)
    const cleaned = await cleanedOf('docx', bytes)
    if (cleaned.stopping.length > 0) return expect(await gateOf('docx', cleaned.bytes)).not.toBe('passes')
    expect(await traces(cleaned.bytes, SECRET)).toEqual([])
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(cleaned.bytes) })
    for (const shown of SHOWN) expect(value).toContain(shown)
  })
})
