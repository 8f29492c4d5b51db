import { expect, test } from 'vitest'
import { localDate } from '../../law/date.ts'
import { digestMail, MAIL_KINDS, reminder, type ReminderKind } from './mails.ts'

const ABOUT = {
  to: 'a@example.cn',
  agency: '云岭县教育局',
  phone: '0970-0000000',
  number: '云教公开申〔2026〕3号',
  address: 'https://www.example.cn/jyj/status',
  until: null,
}

test.each(MAIL_KINDS.filter((kind): kind is ReminderKind => kind !== 'digest'))('%s：只说编号和去哪里看', (kind) => {
  const { subject, text } = reminder(kind, ABOUT)
  expect(subject).toContain(ABOUT.number)
  expect(text).toContain(ABOUT.address)
  expect(text).toContain('不是文书送达')
  expect(text).not.toContain(ABOUT.to)
})

test('知道最后一日的，写明星期', () => {
  expect(reminder('correctionAsked', { ...ABOUT, until: localDate('2026-03-20') }).text).toContain('最迟2026年3月20日（周五）。')
})

test('每日提醒：超期的在前，例外只列数目；没有待办的不发', () => {
  const nothing = {
    on: localDate('2026-03-20'),
    agency: '云岭县教育局',
    address: 'https://x/',
    overdue: [],
    soon: [],
    others: 0,
    exceptions: [],
  }
  expect(digestMail('a@example.cn', nothing)).toBeNull()
  const line = { number: '云教公开申〔2026〕3号', what: '答复', left: '已超期 1 个工作日' }
  const mail = digestMail('a@example.cn', {
    ...nothing,
    overdue: [line],
    others: 4,
    exceptions: [{ words: '邮件没有送出', count: 1 }],
  })
  expect(mail?.subject).toBe('2026年3月20日待办：已超期 1 件，将到期 0 件')
  expect(mail?.text).toContain('  云教公开申〔2026〕3号　答复　已超期 1 个工作日')
  expect(mail?.text).toContain('邮件没有送出：1 件')
  expect(mail?.text).not.toContain('今天到期')
})
