import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedItems, clausesOf } from './clauses.ts'

test.each([
  ['请提供：1. 学区划分方案；2. 划分依据；3、会议纪要。', ['学区划分方案', '划分依据', '会议纪要']],
  ['一、2025年招生计划\n二、录取分数线', ['2025年招生计划', '录取分数线']],
  ['（1）食堂承包合同；（2）招标文件', ['食堂承包合同', '招标文件']],
  ['①预算；②决算。', ['预算', '决算']],
  ['请公开，一是补助标准，二是发放人数。', ['补助标准', '发放人数']],
  ['请提供2025年义务教育阶段学区划分方案全文。', []],
  ['请提供增长3.5%的依据，以及1.2万元的明细。', []],
  ['', []],
])('%s', (asked, clauses) => {
  expect(clausesOf(asked)).toEqual(clauses)
})

test('什么样的文字都不出错，也不生出原文没有的内容', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (asked) => {
      for (const clause of clausesOf(asked)) expect(asked.replace(/\s+/gu, ' ')).toContain(clause)
    }),
  )
})

describe('没有编号、并列写明的几项', () => {
  const items = (subject: string, description = '', corrected: string | null = null) =>
    askedItems({ content: { subject, description }, corrected })

  test.each([
    ['2025年城区学校学区划分图及划分依据', ['2025年城区学校学区划分图', '划分依据']],
    ['近十年各校招生计划和实际招生数', ['近十年各校招生计划', '实际招生数']],
    ['请公开食堂承包合同、招标文件。', ['食堂承包合同', '招标文件']],
    ['申请公开：补助标准；发放人员名单；领款凭证', ['补助标准', '发放人员名单', '领款凭证']],
    ['《校车管理办法》和《校车驾驶人名单》', ['《校车管理办法》', '《校车驾驶人名单》']],
    ['笔试面试成绩以及拟聘用人员名单', ['笔试面试成绩', '拟聘用人员名单']],
  ])('%s', (subject, things) => {
    expect(items(subject)).toEqual({ items: things, numbered: false })
  })

  test.each([
    '校长和副校长任免文件',
    '中小学和幼儿园招生方案',
    '2025年全部收文、发文登记簿复印件',
    '《关于师德师风和教师管理的通知》',
    '2025年部门预算、决算',
    '学生资助情况，请尽快答复',
    '城东片区学区划分方案',
    '',
  ])('说不准的不拆：%s', (subject) => {
    expect(items(subject).items).toEqual([])
  })

  test('名称或者描述里编了号的，按编号，应当逐项答复；补正以后看补正的', () => {
    const subject = '请公开：1.学区划分方案；2.划分依据'
    expect(items(subject, '用于了解孩子上学的学校。')).toEqual({ items: ['学区划分方案', '划分依据'], numbered: true })
    expect(items(subject, '', '学区划分方案')).toEqual({ items: [], numbered: false })
  })
})

test('并列的各项都是原文里的话', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('学区划分图', '和', '、', '；', '依据', '《', '》', '招标文件', '校长', '1.')),
      (parts) => {
        const subject = parts.join('')
        for (const item of askedItems({ content: { subject, description: '' }, corrected: null }).items)
          expect(subject).toContain(item)
      },
    ),
  )
})
