import { expect, test } from 'vitest'
import { blanked, findPersonalData, REMOVABLE } from './personal-data.ts'

const kindsIn = (text: string) => findPersonalData(text).map(({ kind, at, length }) => `${kind}:${text.slice(at, at + length)}`)

test.each([
  ['身份证号11010519491231002X，', 'idNumber:11010519491231002X'],
  ['身份证：１１０１０５１９４９１２３１００２Ｘ', 'idNumber:１１０１０５１９４９１２３１００２Ｘ'],
  ['110105 19491231 002x', 'idNumber:110105 19491231 002x'],
  ['司机 110105194912310021', 'likeIdNumber:110105194912310021'],
  ['卡号 6222 0200 0000 0000 000', 'bankCard:6222 0200 0000 0000 000'],
  ['电话 139 8765 0421', 'mobile:139 8765 0421'],
  ['电话：１３９８７６５０４２１', 'mobile:１３９８７６５０４２１'],
  ['li.mei@example.com', 'email:li.mei@example.com'],
  ['家庭住址：云岭县隆务镇迎宾路8号', 'address:家庭住址：云岭县隆务镇迎宾路8号'],
  ['隆务镇光明小区3号楼2单元501室', 'address:隆务镇光明小区3号楼2单元501室'],
  ['学籍号', 'childWords:学籍号'],
  ['家庭困难原因', 'sensitiveWords:家庭困难原因'],
])('找得到：%s', (text, found) => {
  expect(kindsIn(text)).toEqual([found])
})

test.each([
  '云教〔2026〕12号',
  '110105194913310021',
  '91110108MA01KPGK0L',
  '2026年3月2日至2026年12月31日',
  '1398765',
  '6222020000000000001',
])('不当作个人信息：%s', (text) => {
  expect(kindsIn(text)).toEqual([])
})

test('去掉之后看不出原来有多长，其余文字不变', () => {
  expect(blanked('李某 13987650421，身份证 11010519491231002X。', REMOVABLE)).toBe('李某 ＊＊＊＊，身份证 ＊＊＊＊。')
})
