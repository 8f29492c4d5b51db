/** What nobody sees on the pages of a PDF: it must not pass unseen, and it must not survive cleaning. */
import { PDFString } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { planPaper } from '../letters/plan-paper.ts'
import { cleanedOf, gateOf } from './gate.ts'
import { plainPdf, SHOWN } from './pdf-beside.ts'
import { draw, resource, UNSEEN, UNSEEN_PIXELS } from './pdf-unseen.ts'
import { magentaIn } from './pixels-in.ts'
import { readByPdfjs, traces } from './traces.ts'

const SECRET = 'QUARZKOFFER58'

describe.each(UNSEEN)('PDF：$place', ({ make }) => {
  test('不会没人发现就放行', async () => {
    const bytes = await make(SECRET)
    expect(await traces(bytes, SECRET), 'the file of this test holds no secret').not.toEqual([])
    expect(await gateOf('pdf', bytes)).not.toBe('passes')
  })

  test('清理之后哪里也找不到，页面照旧', async () => {
    const before = await make(SECRET)
    const cleaned = await cleanedOf('pdf', before)
    expect(await traces(cleaned.bytes, SECRET)).toEqual([])
    expect(cleaned.stopping).toEqual([])
    const { pages } = await readByPdfjs(cleaned.bytes)
    expect(pages).toHaveLength((await readByPdfjs(before)).pages.length)
    expect(pages[1]).toContain(SHOWN)
  })
})

describe.each(UNSEEN_PIXELS)('PDF 中的图片：$place', ({ make }) => {
  test('不会没人发现就放行', async () => {
    const bytes = await make()
    expect(await magentaIn(bytes)).toBeGreaterThan(0)
    expect(await gateOf('pdf', bytes)).not.toBe('passes')
  })

  test('清理之后像素不在文件里，页面照旧', async () => {
    const cleaned = await cleanedOf('pdf', await make())
    expect(await magentaIn(cleaned.bytes)).toBe(0)
    expect(cleaned.stopping).toEqual([])
    expect((await readByPdfjs(cleaned.bytes)).pages[1]).toContain(SHOWN)
  })
})

describe('看得见的都留下', () => {
  test('藏文、标点、连字、偏旁：清理之后读出来和原来一样，没有一页变成图片', async () => {
    const paper = await planPaper('一、二、三——“引号”……（1）·fi ffi，。', 'བོད་ཡིག་གི་ཡི་གེ། སློབ་གྲྭའི་ཁུལ་དབྱེ་བའི་ཇུས་གཞི།')
    const cleaned = await cleanedOf('pdf', paper)
    expect(cleaned.stopping).toEqual([])
    expect(cleaned.proof.join()).not.toContain('图片')
    const bare = ({ pages }: { pages: string[] }) => pages.map((page) => page.replace(/\s+/gu, ''))
    expect(bare(await readByPdfjs(cleaned.bytes))).toEqual(bare(await readByPdfjs(paper)))
  })

  test('字体没有嵌入的：检查的画面上显示不出来，说明怎么办，不放行', async () => {
    const bytes = await plainPdf((document) => {
      const described = {
        Type: 'FontDescriptor',
        FontName: 'STSong-Light',
        Flags: 6,
        FontBBox: [-25, -254, 1000, 880],
        Ascent: 880,
      }
      const song = { Type: 'Font', Subtype: 'CIDFontType0', BaseFont: 'STSong-Light', FontDescriptor: described }
      const collection = { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('GB1'), Supplement: 4 }
      const font = { Type: 'Font', Subtype: 'Type0', BaseFont: 'STSong-Light', Encoding: 'UniGB-UCS2-H' }
      const descendants = [{ ...song, CIDSystemInfo: collection }]
      resource(
        document,
        'Font',
        'C0',
        document.context.register(document.context.obj({ ...font, DescendantFonts: descendants } as never)),
      )
      draw(document, `BT /C0 14 Tf 40 200 Td <${Buffer.from('欧阳春梅', 'utf16le').swap16().toString('hex')}> Tj ET`)
    })
    expect(await gateOf('pdf', bytes)).toContain('没有嵌入的字体')
    const cleaned = await cleanedOf('pdf', bytes)
    expect(cleaned.stopping).toEqual(['missingFonts'])
    expect((await readByPdfjs(cleaned.bytes)).pages).toEqual((await readByPdfjs(bytes)).pages)
  })

  test('干净的文件放行', async () => {
    expect(await gateOf('pdf', await plainPdf())).toBe('passes')
  })
})
