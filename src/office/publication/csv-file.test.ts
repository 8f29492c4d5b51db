/** CSV 附件：公开出去的表格，打开时不会运行任何东西；负数还是负数。 */
import { expect, test } from 'vitest'
import { readCsv } from './csv-file.ts'

test.each([
  ['=1+1,甲', "'=1+1,甲"],
  ['"=HYPERLINK(""x"")",乙', '"\'=HYPERLINK(""x"")",乙'],
  ["-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"],
  ['＠SUM(A1),－1', "'＠SUM(A1),'－1"],
  ['-12,-3.5,"-7%"', '-12,-3.5,"-7%"'],
])('%s', (written, kept) => {
  const read = readCsv(new TextEncoder().encode(written))
  expect(read.ok && read.value.lines[0]).toBe(kept)
})
