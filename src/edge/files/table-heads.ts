/** 表头: the rows at the top of an imported table that say what stands below them, marked as headings where the file does not do it. */
import { load } from 'cheerio'

/** What heads a column of an office's tables, at its end. */
const HEADS =
  /(?:序号|编号|姓名|名称|单位|学校|部门|科室|乡镇|类别|类型|项目|事项|内容|时间|日期|年度|地点|地址|电话|数量|人数|金额|分数|得分|成绩|等次|标准|依据|条件|要求|材料|形式|方式|责任人|备注|说明|合计|小计|(?:\S{1,8}[（(][^（）()]{1,6}[）)]))$/
/** What a heading is not: a number, a sum, a day, a sentence. */
const VALUE = /^[\d.,，%％\-—–/年月日:：¥￥\s]+$|[。；]$/
const LONGEST = 20

/**
 * The first row becomes headings where it is full, short, without figures, different from what is below, and most of its words are such as
 * head columns, or all of it is bold and the next row is not; where its cells reach down over more rows, those too. A table that has headings stays.
 */
export function headed(table: string): string {
  const $ = load(table, null, false)
  const rows = $('tr').toArray()
  const [first, second] = rows
  if (!first || !second || $('th').length > 0) return table
  const cells = $(first).children('td').toArray()
  const words = cells.map((cell) => $(cell).text().replace(/\s+/g, ''))
  if (cells.length < 2 || words.some((text) => text === '' || text.length > LONGEST || VALUE.test(text))) return table
  const depth = Math.max(...cells.map((cell) => Number($(cell).attr('rowspan') ?? 1)))
  if (depth >= rows.length) return table
  const isBold = (row: typeof first) =>
    $(row)
      .children('td')
      .toArray()
      .every((cell) => $(cell).text().trim() === '' || $(cell).find('strong').text().trim() === $(cell).text().trim())
  const known = words.filter((text) => HEADS.test(text)).length
  if (known * 2 <= cells.length && !(isBold(first) && !isBold(rows[depth] ?? second))) return table
  for (const row of rows.slice(0, depth))
    for (const cell of $(row).children('td').toArray()) {
      cell.tagName = 'th'
      const span = Number($(cell).attr('colspan') ?? 1)
      $(cell).attr('scope', span > 1 ? 'colgroup' : 'col')
    }
  return $.html()
}
