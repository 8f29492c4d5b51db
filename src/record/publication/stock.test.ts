/** 存量检查找什么：号码、标志、旧用语、过期的公示；每一处记在哪里、哪一种，不记内容。 */
import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../../law/calendar.ts'
import { localDate } from '../../law/date.ts'
import { DEFAULT_READINGS } from '../../law/readings.ts'
import { placeWords, samplesOf, stockFindings, stockWords } from './stock.ts'

const day = { today: localDate('2026-03-20'), calendar: nationalCalendar(), readings: DEFAULT_READINGS }
const ID_NUMBER = '11010519491231002X'
const document = {
  title: '资助名单',
  summary: '',
  body: '<p>名单如下。</p>',
  publishedOn: localDate('2025-07-29'),
  shownUntil: null,
  files: [],
}
const found = (given: Partial<typeof document>) => stockFindings({ ...document, ...given }, day)

describe('个人信息', () => {
  const body = `<table><tr><td>张三</td><td>${ID_NUMBER}</td></tr><tr><td>李四</td><td>13800138000</td></tr></table>`

  test('身份证号、手机号不能公开；给人看的只有种类和处数', () => {
    const all = found({ body })
    expect(all.map(({ place, what, grave }) => [place, what, grave])).toEqual([
      ['body', 'idNumber', true],
      ['body', 'mobile', true],
    ])
    expect(all.map(stockWords)).toEqual(['身份证号码 1 处', '手机号码 1 处'])
  })

  test('看得见的那一行里，所有号码都已遮盖', () => {
    const [one] = found({ body })
    if (!one) throw new Error('nothing was found')
    expect(samplesOf({ ...document, body }, one)).toEqual(['张三　＊＊＊＊'])
  })

  test('别的行改了，这一处还是这一处；这一行改了，就是另一处', () => {
    const basis = (text: string) => found({ body: text })[0]?.basis
    expect(basis(body.replace('李四', '王五'))).toEqual(basis(body))
    expect(basis(body.replace('张三', '张三（补发）'))).not.toEqual(basis(body))
  })

  test('敏感的词只提示', () => {
    expect(found({ body: '<p>残疾等级和学籍号不公开。</p>' }).map(({ what, grave }) => [what, grave])).toEqual([
      ['childWords', false],
      ['sensitiveWords', false],
    ])
  })
})

test('密级标志', () => {
  expect(found({ body: '<p>机密★10年</p><p>正文</p>' })).toMatchObject([{ kind: 'secrecy', what: '机密★10年', grave: true }])
})

test('旧用语，连同现在的说法', () => {
  const [one] = found({ body: '<p>由国土资源局办理。</p>' })
  expect(one && stockWords(one)).toBe('“国土资源局”，现在用：自然资源（局、厅、部门）')
})

describe('过期的公示', () => {
  const title = '公开招聘教师拟聘用人员公示'
  test('文中写的公示期已过、没有设下架日期的', () => {
    expect(found({ title, body: '<p>现将名单公示7个工作日。</p>' })).toMatchObject([{ kind: 'over', what: '2025-08-07' }])
  })
  test('设了下架日期的、公示期没到的、长期公示的收费标准，不算', () => {
    const body = '<p>现将名单公示7个工作日。</p>'
    expect(stockFindings({ ...document, title, body, shownUntil: localDate('2026-04-01') }, day)).toEqual([])
    expect(found({ title, body, publishedOn: localDate('2026-03-18') })).toEqual([])
    expect(found({ title: '教育收费公示', body: '<p>收费标准公示如下。</p>' })).toEqual([])
  })
})

test('附件的文字同样检查，写明是哪个附件', () => {
  const file = { id: 'a', title: '附件1：名单', titles: ['Sheet1'], pages: [['姓名\t身份证号', `张三\t${ID_NUMBER}`]] }
  const [one] = stockFindings({ ...document, files: [file] }, day)
  if (!one) throw new Error('nothing was found')
  expect(placeWords(one.place, [file])).toBe('附件“附件1：名单”')
  expect(samplesOf({ ...document, files: [file] }, one)).toEqual(['张三　＊＊＊＊'])
})
