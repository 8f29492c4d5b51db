import { expect, test } from 'vitest'
import { shortened } from './wording.ts'

test('改动两侧的文字照列，离得远的未变文字只说字数，合起来不少一字', () => {
  const far = '未'.repeat(200)
  const [first, , last] = shortened([
    { kind: 'kept', text: far },
    { kind: 'new', text: '新' },
    { kind: 'kept', text: far },
  ])
  expect(first).toEqual({ kind: 'kept', text: '未'.repeat(40), left: { before: '', count: 160 } })
  expect(last).toEqual({ kind: 'kept', text: '', left: { before: '未'.repeat(40), count: 160 } })
})

test('改动之间不长的文字、改动本身不缩短', () => {
  const pieces = [
    { kind: 'gone' as const, text: '删'.repeat(300) },
    { kind: 'kept' as const, text: '未'.repeat(100) },
    { kind: 'new' as const, text: '增'.repeat(300) },
  ]
  expect(shortened(pieces)).toEqual(pieces)
})
