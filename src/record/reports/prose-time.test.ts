/**
 * Words of strangers: whatever is repeated in them, checking takes time in proportion to their length. What is bounded is the
 * processor time of this process, so that a busy machine fails nothing: out of proportion means minutes.
 */
import { expect, test } from 'vitest'
import type { ReportTables } from '../../law/reports/model.ts'
import { checkAnswers } from './last-problems.ts'
import { checkText } from './prose-checks.ts'
import { likeLastYear, likeOthers } from './prose-likeness.ts'
import { checkContents } from './prose-wording.ts'

const row = [5, 0, 0, 0, 0, 0, 5]
const tables: ReportTables = {
  disclosed: {
    rules: [0, 0, 0],
    normativeDocuments: [1, 0, 3],
    permits: 4,
    penalties: 5,
    compulsion: 6,
    feesWanYuan: 0,
  },
  requests: { received: row, carriedOver: row, handled: row, carriedForward: row, granted: row, partial: row },
  disputes: {
    reconsideration: [0, 0, 0, 0, 0],
    litigationDirect: [0, 0, 0, 0, 0],
    litigationAfterReconsideration: [0, 0, 0, 0, 0],
  },
}

/** Beginnings that the checks look for, each followed by words that may be repeated without end. */
const BEGINNINGS = [
  '',
  '收到政府信息公开申请',
  '上年结转',
  '予以公开',
  '行政复议',
  '2025年，',
  '未收到',
  '收取',
  '规范性文件',
  '行政许可',
]
const REPEATED = [
  '共计',
  '案件',
  '案件数',
  '件数',
  '数量',
  '《',
  '1',
  '2025年',
  '过',
  '政府信息公开',
  '申请',
  '收到',
  '，',
  '。',
  '、',
  '予以公开1件',
  '行政复议',
]
const LENGTH = 60_000

test.each(BEGINNINGS)('“%s……”之后不论重复什么，十几万字也很快检查完', (beginning) => {
  for (const repeated of REPEATED) {
    const words = beginning + repeated.repeat(LENGTH / repeated.length) + '中'
    const started = process.cpuUsage()
    checkText({ overall: words, requestsIntro: words, problems: words, other: words }, tables, {
      agency: '某局',
      year: 2025,
      format: '2021',
    })
    checkContents(words)
    expect(process.cpuUsage(started).user, `${beginning}${repeated}…`).toBeLessThan(3e6)
  }
})

test('几千个句子的两份报告，逐句比对也很快', () => {
  const sentences = (from: number) =>
    Array.from({ length: 4_000 }, (_, index) => {
      const letters = Array.from({ length: 20 }, (_one, at) =>
        String.fromCodePoint(0x4e00 + ((from + index * 31 + at * 7) % 5_000)),
      )
      return `${letters.join('')}。`
    })
  const prose = (from: number) => ({ preface: [], overall: sentences(from), problems: sentences(from + 3), other: [] })
  const started = process.cpuUsage()
  likeLastYear(prose(0), { source: '上年', prose: prose(1_000) })
  likeOthers(prose(0), [{ source: '甲局', prose: prose(2_000) }])
  checkAnswers(prose(0), [])
  expect(process.cpuUsage(started).user).toBeLessThan(3e6)
})
