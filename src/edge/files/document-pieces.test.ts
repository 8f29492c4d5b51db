/** 从文件导入：Word、PDF、网页、文本，标题、文号、日期、表格都对；隐藏的字不带入，坏文件说明原因。 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writtenBlocks } from '../paper/written-blocks.ts'
import { noticeWith } from '../paper/notice.testing.ts'
import { closePress } from '../paper/press.ts'
import { renderBoardPdf } from '../paper/board-pdf.ts'
import type { BroughtDocument } from './document-pieces.ts'
import { documentReader, type OneFileReader } from './one-file-reader.ts'
import { PICTURE_ALT, POLICY_TITLE, policyDocx } from './policy.testing.ts'

let reader: OneFileReader<BroughtDocument>
beforeAll(() => {
  reader = documentReader({ milliseconds: 60_000, most: 4 })
})
afterAll(() => {
  reader.close()
  closePress()
})

async function brought(name: string, bytes: Uint8Array): Promise<BroughtDocument> {
  const answer = await reader.read({ name, bytes })
  if (!answer?.ok) throw new Error(answer?.why ?? 'busy')
  return answer.read
}
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('Word', () => {
  test('版头、标题、文号、日期、附注、版记；合并的单元格；图片连同替代文字带入；隐藏的字不带入', async () => {
    const { document, pictures, marks } = await brought('通知.docx', await policyDocx())
    expect(document).toMatchObject({
      title: POLICY_TITLE,
      number: '云教〔2026〕12号',
      formedOn: '2026-02-27',
      attribute: 'proactive',
    })
    expect(pictures).toMatchObject([{ name: '图片1.png', alt: PICTURE_ALT }])
    expect((await sharp(Buffer.from(pictures[0]?.base64 ?? '', 'base64')).metadata()).width).toBe(60)
    expect(document.body).toContain(`<p><img data-file="${pictures[0]?.id}"></p>`)
    expect(document.notes.join('')).not.toContain('图片')
    expect(document.body).toContain('<strong>通知</strong>')
    expect(document.body).toContain('<th rowspan="2" scope="col"><p>学校</p></th>')
    expect(document.body).not.toContain('内部意见')
    expect(document.body).not.toContain('抄送')
    const table = writtenBlocks(document.body).find(({ kind }) => kind === 'table')
    expect(table).toMatchObject({ columns: 3 })
    expect(marks).toEqual([])
  })

  test.each([
    ['裁剪过的', /<a:srcRect\/>/, '<a:srcRect l="20000"/>'],
    ['在文件以外的', /r:embed=/, 'r:link='],
    ['机器自己写的替代文字', /descr="[^"]*"/, 'descr="图示&#xA;&#xA;描述已自动生成"'],
  ])('图片：%s', async (_, from, to) => {
    const parts = unzipSync(await policyDocx())
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(text).toMatch(from)
    const { document, pictures } = await brought(
      '通知.docx',
      zipSync({ ...parts, 'word/document.xml': strToU8(text.replace(from, to)) }),
    )
    // What is cut off or lies elsewhere is never in what is brought.
    if (to.startsWith('descr')) expect(pictures).toMatchObject([{ alt: '' }])
    else {
      expect(pictures).toEqual([])
      expect(document.body).not.toContain('<img')
      expect(document.notes).toContain('有 1 张图片没有带入')
    }
  })

  test('带密级标志的查得出', async () => {
    const { marks } = await brought('通知.docx', await policyDocx({ first: '机密★10年' }))
    expect(marks.map(({ mark }) => mark)).toEqual(['机密★10年'])
  })

  test('“此件不公开”的，公开属性随之', async () => {
    expect((await brought('通知.docx', await policyDocx({ last: '（此件不公开）' }))).document.attribute).toBe('withheld')
  })
})

describe('其他格式', () => {
  test('本平台打印的 PDF 读回来：标题和表格的字都在', async () => {
    const body =
      '<p>现公告如下。</p><table><tr><td>材料</td><td>份数</td></tr><tr><td>身份证明</td><td>1</td></tr></table><p>2026年3月2日</p>'
    const about = { address: null, size: 'a4', phone: '0000-0000000' } as const
    const pdf = await renderBoardPdf(noticeWith(body, { title: '2026年教师资格认定工作公告' }), about)
    const { document } = await brought('公告.pdf', pdf)
    for (const words of ['现公告如下', '身份证明', '份数']) expect(document.body).toContain(words)
  })

  test('保存的网页：只要文章，不要菜单和脚本', async () => {
    const page = `<html><body><nav>首页 政务公开</nav><h1>招生工作问答</h1><div id="zoom"><div>一、什么时候报名？</div><p onclick="x()">7月1日起。<script>alert(1)</script></p><p style="display:none">隐藏</p></div><footer>版权所有</footer></body></html>`
    const { document } = await brought('问答.html', utf8(page))
    expect(document.title).toBe('招生工作问答')
    expect(document.body).toBe('<p>一、什么时候报名？</p>\n<p>7月1日起。</p>')
  })

  test('文本：一行一段', async () => {
    const { document } = await brought('a.txt', utf8('关于放假的通知\n各学校：\n定于5月1日至5日放假。\n2026年4月20日'))
    expect(document).toMatchObject({ title: '关于放假的通知', formedOn: '2026-04-20' })
    expect(document.body).toContain('<p>定于5月1日至5日放假。</p>')
  })

  test.each([
    ['空文件', 'a.docx', new Uint8Array()],
    ['不是文件', 'a.docx', utf8('PK\u0003\u0004没有')],
    ['表格', 'a.csv', utf8('a,b\n1,2')],
    ['没有字的网页', 'a.html', utf8('<html><body><script>1</script></body></html>')],
  ])('%s：说明原因，不出错', async (_, name, bytes) => {
    const answer = await reader.read({ name, bytes })
    expect(answer?.ok === false && answer.why.length > 4).toBe(true)
  })
})
