import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { clausesOf } from './clauses.ts'

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
