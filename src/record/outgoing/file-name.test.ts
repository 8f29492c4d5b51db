/** 附件的文件名: what it tells of people and secrets, and the name that is proposed in its place. */
import { expect, test } from 'vitest'
import { tellingOfName } from './file-name.ts'
import { stops } from './findings.ts'

const PERSONS = ['欧阳小梅', '小梅', '11010519491231002X', '云岭县迎宾路12号3栋402室']

test.each([
  ['身份证号码', '资助名单_11010519491231002X.xlsx', '资助名单.xlsx'],
  ['全角的身份证号码', '资助名单（１１０１０５１９４９１２３１００２Ｘ）.xlsx', '资助名单.xlsx'],
  ['手机号码', '13987650421-答复.pdf', '答复.pdf'],
  ['中间的手机号码', '答复-13987650421-附件一.pdf', '答复-附件一.pdf'],
  ['校验码不对的身份证号码', '110105194912310021 转账记录.pdf', '转账记录.pdf'],
  ['只有号码', '13987650421.png', '附件.png'],
  ['密级', '【机密】学区划分.docx', '学区划分.docx'],
  ['内部标志', '内部资料_学区划分.docx', '学区划分.docx'],
])('%s：须处理，并提出改名', (_, name, proposed) => {
  const telling = tellingOfName(name, PERSONS)
  expect(telling.proposed).toBe(proposed)
  expect(telling.findings.map(({ kind }) => kind)).toEqual(['tellingName'])
  expect(telling.findings.every(stops)).toBe(true)
  expect(telling.findings[0]?.where.at(-1)).toBe(`清理时改名为“${proposed}”`)
  expect(tellingOfName(telling.proposed, PERSONS).findings).toEqual([])
})

test.each([
  ['申请人的姓名', '欧阳小梅 学籍证明.pdf', '学籍证明.pdf'],
  ['后面的姓名', '学籍证明（欧阳小梅）.pdf', '学籍证明.pdf'],
  ['第三方的住址', '云岭县迎宾路12号3栋402室-房屋图.pdf', '房屋图.pdf'],
])('%s：请看过，并提出改名', (_, name, proposed) => {
  const telling = tellingOfName(name, PERSONS)
  expect(telling.proposed).toBe(proposed)
  expect(telling.findings.map(({ kind }) => kind)).toEqual(['personInName'])
  expect(telling.findings.some(stops)).toBe(false)
})

test.each([
  '学区划分方案（2026年）.docx',
  'IMG_20260320_101530.jpg',
  '保密工作制度.pdf',
  '高考加分名单公示2026-03-20.xlsx',
  '附件',
])('不说什么的名字照旧：%s', (name) => expect(tellingOfName(name, PERSONS)).toEqual({ findings: [], proposed: name }))
