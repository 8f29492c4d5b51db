import { expect, test } from 'vitest'
import { makesNoRules } from './rule-making.ts'

test.each([
  ['government', '云岭县人民政府'],
  ['government', '某市城西区人民政府'],
  ['government', '云岭县新镇人民政府'],
  ['government', '某自治旗人民政府'],
  ['bureau', '云岭县教育局'],
  ['bureau', '某市市场监督管理局'],
  ['bureau', '某省教育厅'],
  ['bureau', '黄南藏族自治州民政局'],
])('%s %s：没有规章制定权（《立法法》第九十一条、第九十三条）', (kind, name) => {
  expect(makesNoRules({ kind, name })).toBe(true)
})

test.each([
  ['government', '某市人民政府'],
  ['government', '某省人民政府'],
  ['government', '宁夏回族自治区人民政府'],
  ['government', '黄南藏族自治州人民政府'],
  ['bureau', '教育部'],
  ['bureau', '国家市场监督管理总局'],
  ['bureau', '中国证券监督管理委员会'],
])('%s %s：不能断定没有，不填零', (kind, name) => {
  expect(makesNoRules({ kind, name })).toBe(false)
})
