/** 从 Word 到页面：版头、标题、文号、日期、附注、版记各归其位；认不准的不猜。 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printedNumber, writtenDocument, type WrittenPiece } from './written-document.ts'

const line = (text: string): WrittenPiece => ({ kind: 'text', text, html: `<p>${text}</p>` })
const table: WrittenPiece = {
  kind: 'table',
  text: '学校\n计划',
  html: '<table><tbody><tr><td>学校</td><td>计划</td></tr></tbody></table>',
}
const read = (...lines: (string | WrittenPiece)[]) =>
  writtenDocument(lines.map((one) => (typeof one === 'string' ? line(one) : one)))

test('公文：版头和版记留下，正文完整', () => {
  const found = read(
    '000123',
    '云岭县教育局文件',
    '云教〔2026〕12号　　　签发人：何正平',
    '云岭县教育局关于做好2026年秋季',
    '义务教育阶段招生工作的通知',
    '各中小学校：',
    '现将有关事项通知如下。',
    table,
    '云岭县教育局',
    '2026年2月27日',
    '（此件公开发布）',
    '抄送：县人民政府办公室。',
    '云岭县教育局办公室　　2026年2月28日印发',
    '— 2 —',
  )
  expect(found).toMatchObject({
    title: '云岭县教育局关于做好2026年秋季义务教育阶段招生工作的通知',
    number: '云教〔2026〕12号',
    formedOn: '2026-02-27',
    attribute: 'proactive',
  })
  expect(found.body).toBe(
    ['<p>各中小学校：</p>', '<p>现将有关事项通知如下。</p>', table.html, '<p>云岭县教育局</p>', '<p>2026年2月27日</p>'].join(
      '\n',
    ),
  )
  expect(found.notes).toEqual([
    '版头没有带入：000123、云岭县教育局文件、签发人：何正平',
    '版记没有带入：抄送：县人民政府办公室、云岭县教育局办公室 2026年2月28日印发',
  ])
})

test('公告：文号在标题之下；没有版头', () => {
  expect(read('2026年教师资格认定工作公告', '（云教公告〔2026〕3号）', '根据规定，现公告如下。', '2026年3月2日')).toMatchObject({
    title: '2026年教师资格认定工作公告',
    number: '云教公告〔2026〕3号',
    body: '<p>根据规定，现公告如下。</p>\n<p>2026年3月2日</p>',
  })
})

test('没有标题、没有日期的，说出来，不猜', () => {
  const found = read('各学校：', '请于本周五前报送。')
  expect(found).toMatchObject({ title: '', number: '', formedOn: null, attribute: null })
  expect(found.notes).toEqual(['没有找到标题，请填写', '没有找到成文日期，请填写'])
})

test('正文中提到的文号、日期、“不公开”不当作本件的', () => {
  const found = read(
    '关于转发招生通知的通知',
    '现将《通知》（青教〔2025〕8号）转发给你们，2025年9月1日起执行。',
    '（不公开的除外）按本通知办理。',
  )
  expect(found).toMatchObject({ number: '', formedOn: null, attribute: null })
})

test.each([
  ['云教[2026]12号', '云教〔2026〕12号'],
  ['云教办（2026）第 5 号', '云教办〔2026〕5号'],
  ['第12号', ''],
])('文号 %s → %s', (given, printed) => expect(printedNumber(given)).toBe(printed))

test('不存在的日期不是日期', () => {
  expect(read('通知', '2026年2月30日').formedOn).toBeNull()
})

describe('任何次序的行', () => {
  const words = fc.constantFrom(
    '云教〔2026〕12号',
    '关于招生的通知',
    '各学校：',
    '正文一句。',
    '2026年3月2日',
    '抄送：某',
    '（此件公开发布）',
    '— 1 —',
    '附件：1.名单',
  )
  test('标题、正文、没有带入的，合起来一行不少、一行不多', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (lines) => {
        const found = read(...lines)
        const left = found.notes.filter((note) => note.includes('没有带入'))
        const all = [found.title, found.number, found.body, ...left].join('\n')
        return lines.filter((one) => one !== '— 1 —' && one !== '（此件公开发布）').every((one) => all.includes(one))
      }),
      { numRuns: 2000 },
    )
  })
})
