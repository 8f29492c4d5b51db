import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { replyContentSchema, type ReplyContentInput } from '../../../record/requests/reply.ts'
import { Opinions } from './opinions.tsx'

const shown = (content: ReplyContentInput) =>
  renderToStaticMarkup(createElement(Opinions, { content: replyContentSchema.parse(content) }))

test('审查、审批的人看得到三问的回答、公共利益权衡和定密情况；没有内部意见的不显示', () => {
  const page = shown({
    outcome: 'partial',
    grounds: ['processInformation', 'thirdParty', 'stateSecret'],
    tests: [{ of: 'processInformation', answers: [{ holds: true, why: '第3页会议记录' }, { holds: false }] }],
    weighing: '不公开不会造成重大影响',
    secret: { level: 'confidential', basis: '某目录第二项', by: '某局', period: '10年', until: '2030-01-01' },
  })
  expect(page).toContain('内部意见（不印在告知书上）')
  for (const words of [
    '是：第3页会议记录',
    '否',
    '没有回答',
    '不公开不会造成重大影响',
    '某目录第二项',
    '10年（2030年1月1日届满）',
  ])
    expect(page).toContain(words)
  expect(shown({ outcome: 'granted' })).toBe('')
})
