/** 正文转为版面：段落、列表、表格都在；任何跨行跨列都排得下，字一个不少。 */
import fc from 'fast-check'
import { load } from 'cheerio'
import { afterAll, describe, expect, test } from 'vitest'
import { renderBoardPdf } from './board-pdf.ts'
import { noticeWith } from './notice.testing.ts'
import { closePress } from './press.ts'
import { type Block, writtenBlocks } from './written-blocks.ts'

afterAll(() => closePress())

function wordsOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'rule' || block.kind === 'picture') return ''
      if (block.kind === 'list') return block.items.map(wordsOf).join('')
      if (block.kind === 'quote') return wordsOf(block.blocks)
      if (block.kind === 'table') return block.rows.flatMap((row) => row.map((cell) => wordsOf(cell.blocks))).join('')
      return block.runs.map(({ text }) => text).join('')
    })
    .join('')
}

describe('版面', () => {
  test('标题、加粗、列表、表头各是各的', () => {
    const blocks = writtenBlocks(
      '<h2>一、对象</h2><p>凡<strong>适龄</strong>儿童<br>均可。</p><ol><li><p>户口簿</p></li><li>预防接种证</li></ol><table><tr><th>学校</th></tr><tr><td>一小</td></tr></table>',
    )
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list', 'table'])
    expect(blocks[1]).toMatchObject({
      runs: [{ text: '凡' }, { text: '适龄', bold: true }, { text: '儿童' }, { text: '\n' }, { text: '均可。' }],
    })
    expect(blocks[3]).toMatchObject({ columns: 1, heads: 1 })
  })

  test('图片排在它那一段后面，格子里的在格子里；没有给的不排', () => {
    const [at, other] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']
    const picture = { source: 'data:image/jpeg;base64,', alt: '操场', width: 4, height: 3 }
    const body = `<p>前<img data-file="${at}">后<img data-file="${other}"></p><table><tr><td><strong><img data-file="${at}"></strong></td></tr></table>`
    const blocks = writtenBlocks(body, new Map([[at, picture]]))
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'picture', 'table'])
    expect(blocks[1]).toEqual({ kind: 'picture', ...picture })
    expect(blocks[2]).toMatchObject({ rows: [[{ blocks: [{ kind: 'picture' }] }]] })
  })

  const cell = fc.record({
    text: fc.constantFrom('甲', '一二三', '240', ''),
    head: fc.boolean(),
    colspan: fc.integer({ min: 0, max: 5 }),
    rowspan: fc.integer({ min: 0, max: 5 }),
  })
  const tables = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 })
  const htmlOf = (rows: { text: string; head: boolean; colspan: number; rowspan: number }[][]) =>
    `<table>${rows.map((row) => `<tr>${row.map(({ text, head, colspan, rowspan }) => `<${head ? 'th' : 'td'} colspan="${colspan}" rowspan="${rowspan}">${text}</${head ? 'th' : 'td'}>`).join('')}</tr>`).join('')}</table>`

  test('任何表格：格子正好铺满，字不少', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const body = htmlOf(rows)
        const [table] = writtenBlocks(body)
        if (!table) return rows.every((row) => row.length === 0)
        if (table.kind !== 'table') return false
        const area = table.rows.flat().reduce((sum, { colspan, rowspan }) => sum + colspan * rowspan, 0)
        return area === table.columns * table.rows.length && wordsOf([table]) === load(body).text()
      }),
      { numRuns: 500 },
    )
  })

  test('上面的行已占满各列，这一行的字并入前一格，不丢', () => {
    const full = (rowspan: number) => ({ text: '甲', head: false, colspan: 30, rowspan })
    const [table] = writtenBlocks(htmlOf([[full(2)], [{ text: '乙', head: false, colspan: 1, rowspan: 1 }]]))
    expect(table && wordsOf([table])).toBe('甲乙')
  })

  test('随便怎样的表格都排得出来', async () => {
    for (const rows of fc.sample(tables, { numRuns: 25, seed: 20261127 })) {
      const about = { address: null, size: 'a4', phone: '0000-0000000' } as const
      const pdf = await renderBoardPdf(noticeWith(`<p>全文如下。</p>${htmlOf(rows)}`), about)
      expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
    }
  })
})
