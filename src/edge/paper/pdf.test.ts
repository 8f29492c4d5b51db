import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { sampleLetters } from '../../../tests/letters/samples.ts'
import type { Letter } from '../../record/letters/model.ts'
import { printedTables } from '../../record/reports/printed.ts'
import { renderLetterPdf } from './letter-pdf.ts'
import { closePress, startPress } from './press.ts'
import { renderReportPdf } from './report-pdf.ts'
import { FORM, LETTER, report } from './sample-papers.ts'

afterAll(closePress)

interface TagNode {
  role?: string
  type?: string
  id?: string
  children?: TagNode[]
}

async function opened(pdf: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
}

/** The words of a page by the id of their mark, and its tags. */
async function tagged(file: PDFDocumentProxy, number: number): Promise<{ words: Map<string, string>; root: TagNode | null }> {
  const page = await file.getPage(number)
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const words = new Map<string, string>()
  const open: string[] = []
  for (const item of items) {
    if ('str' in item) {
      const mark = open.findLast((id) => id !== '')
      if (mark !== undefined) words.set(mark, (words.get(mark) ?? '') + item.str)
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id ?? '')
  }
  return { words, root: (await page.getStructTree()) as TagNode | null }
}

function nodes(root: TagNode | null, role: string): TagNode[] {
  if (root === null) return []
  return [...(root.role === role ? [root] : []), ...(root.children ?? []).flatMap((child) => nodes(child, role))]
}

function wordsOf(node: TagNode, words: Map<string, string>): string {
  const own = node.type === 'content' && node.id !== undefined ? (words.get(node.id) ?? '') : ''
  return own + (node.children ?? []).map((child) => wordsOf(child, words)).join('')
}

/** Tables of the whole file, by rows of cells, as a screen reader or another program reads them. */
async function tablesOf(pdf: Uint8Array): Promise<{ role: string; text: string }[][][]> {
  const file = await opened(pdf)
  const found: { role: string; text: string }[][][] = []
  for (let number = 1; number <= file.numPages; number++) {
    const { words, root } = await tagged(file, number)
    for (const table of nodes(root, 'Table')) {
      found.push(
        nodes(table, 'TR').map((row) =>
          (row.children ?? []).map((cell) => ({ role: cell.role ?? '', text: wordsOf(cell, words).replaceAll(/\s/g, '') })),
        ),
      )
    }
  }
  return found
}

async function textOf(pdf: Uint8Array): Promise<string> {
  const file = await opened(pdf)
  const pages: string[] = []
  for (let number = 1; number <= file.numPages; number++) {
    const { items } = await (await file.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  return pages.join('').replaceAll(/\s/g, '')
}

const raw = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1')

describe('告知书 PDF', () => {
  it('is PDF/A-2a, tagged, and names itself', async () => {
    const pdf = await renderLetterPdf(LETTER)
    expect(raw(pdf)).toMatch(/<pdfaid:part>2<\/pdfaid:part>/)
    expect(raw(pdf)).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/)
    const file = await opened(pdf)
    expect((await file.getMarkInfo())?.Marked).toBe(true)
    expect((await file.getMetadata()).info).toMatchObject({ Title: LETTER.title, Author: '同仁市教育局' })
  })

  it('says every word of the letter, in order, with the title as its first heading', async () => {
    const pdf = await renderLetterPdf(LETTER)
    const text = await textOf(pdf)
    const wanted = [
      '同仁市教育局',
      '同教公开〔2026〕3号-答',
      LETTER.title,
      '卓玛措：',
      '一、公开的内容',
      '1.招标文件',
      '附件：',
      '2026年3月30日',
    ]
    expect(
      wanted.map((words) => text.indexOf(words)).every((at, i, all) => at >= 0 && (i === 0 || at > (all[i - 1] ?? -1))),
    ).toBe(true)
    const { words, root } = await tagged(await opened(pdf), 1)
    expect(nodes(root, 'H1').map((heading) => wordsOf(heading, words))).toEqual([LETTER.title])
    expect(nodes(root, 'H2').map((heading) => wordsOf(heading, words).trim())).toEqual(['一、公开的内容'])
  })

  it('the same letter gives the same file, byte for byte', async () => {
    expect(Buffer.from(await renderLetterPdf(LETTER)).equals(Buffer.from(await renderLetterPdf(LETTER)))).toBe(true)
  })

  it.each([
    '#let x = 1',
    '$x^2$',
    '"引号"',
    '*星* _下_ `码`',
    '@引用 <标签>',
    '\\ 反斜杠 \\n',
    '[方] {花}',
    '= 等号 - 减 + 加 / 斜',
  ])('%s is text, never source', async (awkward) => {
    const letter: Letter = {
      ...LETTER,
      title: `关于${awkward}的告知书`,
      blocks: [{ kind: 'paragraph', text: `内容：${awkward}。` }],
    }
    expect(await textOf(await renderLetterPdf(letter))).toContain(`内容：${awkward}。`.replaceAll(/\s/g, ''))
  })

  it.each(['堃喆犇祎玥昇', '㛃䶮', 'བཀྲ་ཤིས་བདེ་ལེགས།'])('罕用字和藏文 %s are printed, not dropped', async (name) => {
    const text = await textOf(await renderLetterPdf({ ...LETTER, addressee: name }))
    for (const character of name) expect(text).toContain(character)
  })

  it('names a character that no font has, and what to do', async () => {
    await expect(renderLetterPdf({ ...LETTER, addressee: '𠮷野' })).rejects.toMatchObject({
      kind: 'missing-characters',
      missing: ['𠮷'],
      message: expect.stringMatching(/𠮷（U\+20BB7）.*GONGKAI_FONTS/),
    })
  })

  it('自造字 (private use) is refused with its own advice', async () => {
    const failure = renderLetterPdf({ ...LETTER, addressee: '张\u{E000}' })
    await expect(failure).rejects.toMatchObject({ kind: 'missing-characters', message: expect.stringContaining('自造字') })
  })

  it('holds long names of agencies and requesters', async () => {
    const agency = '黄南藏族自治州同仁市人民政府政府信息公开工作办公室'
    for (const addressee of ['青海省黄南藏族自治州同仁市隆务镇吾屯上庄村股份经济合作社联合社理事会办公室', '阿']) {
      const pdf = await renderLetterPdf({ ...LETTER, agency, addressee, signature: { agency, date: '2026-12-31' } })
      const text = await textOf(pdf)
      expect(text).toContain(`${addressee}：`)
      expect(text).toContain(`${agency}2026年12月31日`)
    }
  })

  it('numbers pages from the second on (信函格式首页不显示页码)', async () => {
    const long: Letter = {
      ...LETTER,
      blocks: Array.from({ length: 14 }, () => ({ kind: 'paragraph', text: '依法公开。'.repeat(20) })),
    }
    const file = await opened(await renderLetterPdf(long))
    const page = async (number: number): Promise<string> =>
      (await (await file.getPage(number)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')
    expect(file.numPages).toBeGreaterThan(1)
    expect(await page(1)).not.toMatch(/— ?1 ?—/)
    expect(await page(2)).toMatch(/— ?2 ?—/)
  })

  it('a letter that nearly fits is set closer, so that no second page bears a signature alone', async () => {
    const lines = (count: number): Letter => ({
      ...LETTER,
      attachments: [],
      blocks: Array.from({ length: count }, () => ({ kind: 'paragraph', text: '本机关依法予以公开。' })),
    })
    const pages = await Promise.all(
      [8, 9, 10, 11, 12, 13].map(async (n) => (await opened(await renderLetterPdf(lines(n)))).numPages),
    )
    expect(pages).toEqual([1, 1, 1, 1, 1, 1])
  })

  it('a line that a telephone number did not fit on any more is not torn apart to reach the margin', async () => {
    const { letter } = sampleLetters().find(({ name }) => name === 'D16 unable.notOurs') ?? {}
    if (!letter) throw new Error('no sample')
    const { items } = await (await (await opened(await renderLetterPdf(letter))).getPage(1)).getTextContent()
    const pieces = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []))
    const upright = (item: (typeof pieces)[number]) => Math.round(Number(item.transform[5]))
    const at = pieces.find(({ str }) => str.includes('向'))
    if (!at) throw new Error('no such line')
    const line = pieces.filter((item) => upright(item) === upright(at))
    expect(line.map(({ str }) => str).join('')).toBe('请您向云岭县自然资源局申请公开，联系方式：')
    const from = Math.min(...line.map(({ transform }) => Number(transform[4])))
    const to = Math.max(...line.map(({ transform, width }) => Number(transform[4]) + width))
    expect((to - from) / at.height / 21).toBeLessThan(1.05)
  })

  it('演示数据 on every page when asked, and not otherwise', async () => {
    expect(await textOf(await renderLetterPdf({ ...LETTER, watermark: '演示数据' }))).toContain('演示数据')
    expect(await textOf(await renderLetterPdf(LETTER))).not.toContain('演示数据')
  })

  it.each(sampleLetters())('$name: every paragraph, list item and form row of the letter is on paper', async ({ letter }) => {
    const text = await textOf(await renderLetterPdf(letter))
    const words = letter.blocks.flatMap((block) => {
      if (block.kind === 'form') return block.rows.flatMap((row) => [row.label, row.value])
      return block.kind === 'list' ? block.items : block.text.split('\n')
    })
    for (const said of [letter.title, letter.number, ...words, ...letter.attachments])
      expect(text).toContain(said.replaceAll(/\s/g, ''))
  })

  it('送达回证 is a table of labels and room to write', async () => {
    const [table] = await tablesOf(await renderLetterPdf(FORM))
    expect(table?.map((row) => row.map((cell) => cell.text))).toEqual([
      ['受送达人', '卓玛措'],
      ['受送达人签名（盖章）', ''],
    ])
  })
})

describe.each(['2021', '2019'] as const)('年度报告 PDF，格式 %s', (format) => {
  it('tags its tables so that each cell reads as in the data', async () => {
    const document = report(format)
    const printed = printedTables(document.tables, format)
    const tables = await tablesOf(await renderReportPdf(document))
    const wanted = [printed.disclosed, printed.requests, printed.disputes].map((table) =>
      table.blocks.flatMap((block) => [...block.head, ...block.body].map((row) => row.map((cell) => cell.text))),
    )
    expect(tables.map((table) => table.map((row) => row.map((cell) => cell.text)))).toEqual(wanted)
    expect(tables[1]?.[0]?.every((cell) => cell.role === 'TH')).toBe(true)
    expect(tables[1]?.at(-1)?.every((cell) => cell.role === 'TD')).toBe(true)
  })

  it('has the six sections in order; an empty one says 无', async () => {
    const text = await textOf(await renderReportPdf(report(format)))
    const at = [
      '一、总体情况',
      '二、主动公开',
      '三、收到和处理',
      '四、政府信息公开行政复议',
      '五、存在的主要问题',
      '六、其他需要报告的事项无',
    ].map((h) => text.indexOf(h))
    expect(at.every((place, i) => place > (at[i - 1] ?? -1))).toBe(true)
  })
})

describe('the press', () => {
  it('gives up a page that takes too long, and sets the next', async () => {
    const press = startPress()
    const sheet = { template: 'letter', data: {}, timestamp: 0 } as const
    await expect(press.typeset(sheet, { milliseconds: 1 })).rejects.toMatchObject({ kind: 'too-long' })
    await expect(press.typeset(sheet)).rejects.toMatchObject({ kind: 'not-set' })
    press.close()
  })

  it('starts again after its process was killed, and loses only the page in hand', async () => {
    const press = startPress()
    const sheet = { template: 'letter', data: {}, timestamp: 0 } as const
    const inHand = expect(press.typeset(sheet)).rejects.toMatchObject({ kind: 'stopped' })
    const waiting = expect(press.typeset(sheet)).rejects.toMatchObject({ kind: 'not-set' })
    const killed = press.processId()
    if (killed !== undefined) process.kill(killed, 'SIGKILL')
    await inHand
    await waiting
    expect(press.processId()).not.toBe(killed)
    press.close()
  })

  it('says which setting is wrong when the agency’s font folder is not there, and works once it is', async () => {
    const press = startPress()
    const sheet = { template: 'letter', data: {}, timestamp: 0 } as const
    vi.stubEnv('GONGKAI_FONTS', '/nowhere/fonts')
    await expect(press.typeset(sheet)).rejects.toMatchObject({ message: expect.stringContaining('GONGKAI_FONTS') })
    vi.unstubAllEnvs()
    await expect(press.typeset(sheet)).rejects.toMatchObject({ message: expect.not.stringContaining('GONGKAI_FONTS') })
    press.close()
  })

  it('tells those who wait when it closes', async () => {
    const press = startPress()
    const waiting = expect(press.typeset({ template: 'letter', data: {}, timestamp: 0 })).rejects.toMatchObject({
      kind: 'stopped',
    })
    press.close()
    await waiting
    expect(press.processId()).toBeUndefined()
  })
})
