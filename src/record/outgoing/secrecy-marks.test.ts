import { expect, test } from 'vitest'
import { secrecyMarks } from './secrecy-marks.ts'

const BODY = Array.from({ length: 30 }, (_, line) => `第${line + 1}段正文，说明有关情况。`)
const marksOf = (...lines: string[]) => secrecyMarks({ name: '材料.pdf', titles: [], pages: [lines] }).map(({ mark }) => mark)

test.each([
  ['机密★10年', '机密★10年'],
  ['绝密★启用前', '绝密★启用前'],
  ['机　密', '机密'],
  ['秘 密', '秘密'],
  ['密级：秘密', '密级:秘密'],
  ['【工作秘密】', '【工作秘密】'],
  ['内部资料，注意保存', '内部资料,注意保存'],
  ['（内部文件　请勿外传）', '(内部文件请勿外传)'],
  ['不得上网', '不得上网'],
  ['此件严禁上互联网', '此件严禁上互联网'],
  ['内部', '内部'],
])('页首的标志：%s', (line, mark) => {
  expect(marksOf(line, ...BODY)).toEqual([mark])
  expect(marksOf(...BODY, line)).toEqual([mark])
})

test.each([
  '本机关认真贯彻《保守国家秘密法》，未发现泄露国家秘密、机密的情况。',
  '属于国家秘密的，不予公开。',
  '商业秘密',
  '内部控制制度建设情况',
  '学校内部资料室开放时间为每周一至周五。',
  '会议要求严格管理内部资料和内部文件。',
  '涉密人员管理培训',
  '该平台不得上网课收费',
  '密级：□绝密 □机密 □秘密 □非密',
])('只是说到，不是标志：%s', (line) => {
  expect(marksOf(line, ...BODY)).toEqual([])
})

test('正文中间单独成行的“机密”不算标志，带★的在哪里都算', () => {
  expect(marksOf(...BODY.slice(0, 15), '机密', ...BODY.slice(15))).toEqual([])
  expect(marksOf(...BODY.slice(0, 15), '附件（秘密★5年）见另页', ...BODY.slice(15))).toEqual(['秘密★5年'])
})

test('逐级列出绝密、机密、秘密的说明不算标志', () => {
  expect(marksOf('国家秘密分为三级', '绝密', '机密', '秘密', ...BODY)).toEqual([])
})

test.each([
  ['【机密】考务安排.docx', '机密'],
  ['机密_名单.xlsx', '机密'],
  ['绝密★启用前.pdf', '绝密★启用前'],
  ['内部资料.jpg', '内部资料'],
])('文件名中的标志：%s', (name, mark) => {
  expect(secrecyMarks({ name, titles: [], pages: [] })).toMatchObject([{ where: 'name' }])
  expect(secrecyMarks({ name, titles: [], pages: [] })[0]?.mark.startsWith(mark.slice(0, 2))).toBe(true)
})

test.each(['保守国家秘密法学习材料.docx', '商业秘密保护办法.pdf', '内部审计报告.pdf', '机密性说明.pdf'])(
  '平常的文件名：%s',
  (name) => {
    expect(secrecyMarks({ name, titles: [], pages: [] })).toEqual([])
  },
)
