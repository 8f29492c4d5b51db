import { describe, expect, test } from 'vitest'
import { SAMPLE_REPLIES, tested } from '../../../tests/letters/samples.ts'
import { localDate } from '../../law/date.ts'
import { DEFAULT_READINGS } from '../../law/readings.ts'
import { checkReply, type ReplyHistory } from './check-reply.ts'
import { type ReplyContentInput, replyContentSchema } from './reply.ts'

const day = localDate('2026-03-10')
const consulted = (...consents: (boolean | null)[]): ReplyHistory => ({
  correction: null,
  reasons: null,
  reasonsNoticeOn: null,
  fee: null,
  searches: [],
  readings: DEFAULT_READINGS,
  clauses: 0,
  files: [],
  on: day,
  consultations: consents.map((consent, index) => ({
    whom: 'thirdParty',
    party: `第三方${index}`,
    askedOn: day,
    letterReceived: day,
    answeredOn: consent === null ? null : day,
    consents: consent,
    answerBy: null,
  })),
})

function faults(content: ReplyContentInput, history: ReplyHistory): string[] {
  return checkReply(replyContentSchema.parse(content), history).map(({ code, field }) => `${code} ${field}`)
}

describe('第三方不同意公开', () => {
  const granted = SAMPLE_REPLIES.granted as ReplyContentInput
  const partial = SAMPLE_REPLIES.partial as ReplyContentInput
  const overridden = {
    decision: 'overridden',
    content: '合同价款',
    reasons: '涉及学生用餐安全，不公开会对公共利益造成重大影响。',
  } as const
  const respected = {
    decision: 'respected',
    content: '投标人的成本构成',
    reasons: '成本构成是其商业秘密，公开会损害其竞争地位。',
  } as const

  test('第三方不同意而决定公开的，须写明怎样处理其意见（第三十二条）', () => {
    expect(faults(granted, consulted(false))).toEqual(['outcome-needs objections.第三方0.decision'])
    expect(faults({ ...granted, objections: { 第三方0: overridden } }, consulted(false))).toEqual([])
    expect(faults({ ...granted, objections: { 第三方0: { decision: 'overridden' } } }, consulted(false))).toEqual([
      'outcome-needs objections.第三方0.content',
      'outcome-needs objections.第三方0.reasons',
    ])
    expect(faults(granted, consulted(true))).toEqual([])
  })

  test('两个第三方都不同意，一个采纳、一个不采纳：各有决定、内容和理由，一个也不能少（第三十二条）', () => {
    const two = consulted(false, false, null)
    expect(faults(partial, two)).toEqual([0, 1].map((n) => `outcome-needs objections.第三方${n}.decision`))
    expect(faults({ ...partial, objections: { 第三方0: respected } }, two)).toEqual(['outcome-needs objections.第三方1.decision'])
    expect(faults({ ...partial, objections: { 第三方0: respected, 第三方1: overridden } }, two)).toEqual([])
    expect(faults({ ...partial, objections: { 第三方0: { ...respected, reasons: '同意' }, 第三方1: overridden } }, two)).toEqual([
      'outcome-needs objections.第三方0.reasons',
    ])
  })

  test('采纳了意见，就不能全部公开，也不能不以第三方权益为由（第三十二条）', () => {
    const contradicted = ['outcome-inconsistent objections.第三方0.decision']
    expect(faults({ ...granted, objections: { 第三方0: respected } }, consulted(false))).toEqual(contradicted)
    expect(
      faults(
        { ...partial, grounds: ['processInformation'], tests: tested('processInformation'), objections: { 第三方0: respected } },
        consulted(false),
      ),
    ).toEqual(contradicted)
  })

  test('以前拟写的答复，对所有不同意的第三方只写一个理由的，照原来的读', () => {
    const before = { ...granted, publicInterest: '涉及学生用餐安全' }
    expect(faults(before, consulted(false))).toEqual([])
    expect(faults(before, consulted(false, false))).toEqual([])
    expect(faults(partial, consulted(false))).toEqual([])
    expect(replyContentSchema.parse(before)).not.toHaveProperty('objections')
  })
})
