import { expect, test } from 'vitest'
import { localDate } from '../../law/date.ts'
import type { Outcome } from '../../law/requests/vocabulary.ts'
import type { Consultation } from '../../record/requests/case.ts'
import { type ReplyContent, replyContentSchema } from '../../record/requests/reply.ts'
import type { DaysLeft, DraftView } from '../../record/requests/view.ts'
import { riskLine } from './risk-line.ts'

const CALM: DaysLeft = { workingDays: 9, words: '还剩 9 个工作日', tone: 'calm' }
const LATE: DaysLeft = { workingDays: -2, words: '已超期 2 个工作日', tone: 'late' }
const asked: Consultation = {
  whom: 'thirdParty',
  party: '第三方甲',
  askedOn: localDate('2026-03-02'),
  letterReceived: null,
  answeredOn: null,
  consents: null,
}
const objected: Consultation = { ...asked, answeredOn: localDate('2026-03-06'), consents: false }
const draft = (outcome: Outcome, written: Partial<ReplyContent> = {}) =>
  ({ content: replyContentSchema.parse({ outcome, ...written }) }) as DraftView
const COMPLETE = { refusals: [] }

test('超期最要紧，排在其他风险之前', () => {
  const line = riskLine({ left: LATE, consultations: [asked], draft: draft('withheld.thirdParty') }, COMPLETE)
  expect(line).toContain('已超期 2 个工作日')
})
test('征求意见没有结束，提醒确认', () => {
  expect(riskLine({ left: CALM, consultations: [asked], draft: draft('granted') }, COMPLETE)).toContain('第三方甲')
})
test('第三方不同意而予以公开，提醒另行告知第三方（《条例》第三十二条）', () => {
  const decided = (decision: 'respected' | 'overridden') =>
    draft('partial', {
      grounds: ['thirdParty'],
      objections: { 第三方甲: { decision, content: '价款', reasons: '关系学生伙食费' } },
    })
  const line = (written: DraftView) => riskLine({ left: CALM, consultations: [objected], draft: written }, COMPLETE)
  expect(line(draft('granted', { publicInterest: '关系学生伙食费使用' }))).toContain('告知该第三方')
  expect(line(decided('overridden'))).toContain('第三方甲不同意公开，本答复仍予公开')
  expect(line(decided('respected'))).not.toContain('仍予公开')
})
test('不予公开，提醒复议前置', () => {
  expect(riskLine({ left: CALM, consultations: [], draft: draft('withheld.internalAffairs') }, COMPLETE)).toContain('先申请复议')
})
test('没有风险时照实说，不编造', () => {
  expect(riskLine({ left: CALM, consultations: [], draft: draft('granted') }, COMPLETE)).toBe('未发现需要特别注意的事项。')
})
