import { expect, test } from 'vitest'
import { checkAnswers, problemsOf, toAnswerOf } from './last-problems.ts'

const prose = (...problems: string[]) => ({ preface: [], overall: [], problems, other: [] })

test('编了号的问题，再短也要交代', () => {
  expect(problemsOf(['存在的问题：一是政策解读形式单一；二是更新不及时；三是台账不全。'])).toEqual([
    '政策解读形式单一',
    '更新不及时',
    '台账不全',
  ])
})

test('上年写了打算，也要逐项交代做了没有（S2）', () => {
  const last = prose('一是更新不及时。', '2025年，我局将：一是每月核对栏目更新；二是举办两次培训。')
  expect(toAnswerOf(last.problems)).toEqual(['更新不及时', '每月核对栏目更新', '举办两次培训'])
  const answers = [
    { problem: '更新不及时', answer: '栏目每月更新' },
    { problem: '每月核对栏目更新', answer: '已核对12次' },
  ]
  expect(checkAnswers(last, answers)).toMatchObject([{ code: 'L09', found: 1, message: expect.stringContaining('举办两次培训') }])
})

test.each([
  [
    ['解读形式单一。', '下一步，我局将加强培训，每季度举办一次。'],
    ['解读形式单一', '下一步，我局将加强培训，每季度举办一次'],
  ],
  [['一是解读偏少。针对以上问题，2026年将做好以下工作：（一）增加图解；（二）开展培训。'], ['解读偏少', '增加图解', '开展培训']],
  [
    ['更新不及时问题比较突出。改进措施：每月核对一次更新情况。建立台账制度。'],
    ['更新不及时问题比较突出', '每月核对一次更新情况', '建立台账制度'],
  ],
])('没有编号的打算一句一项，引起下文的话不算：%s', (written, expected) => {
  expect(toAnswerOf(written)).toEqual(expected)
})
