import { describe, expect, test } from 'vitest'
import { cite } from '../../law/cite.ts'
import { replyContentSchema, type ReplyContentInput } from '../requests/reply.ts'
import { basesOf } from './bases.ts'

const told = (content: ReplyContentInput) => basesOf(replyContentSchema.parse(content)).map(cite)

describe('审查、审批时列出的依据', () => {
  test('逐项答复的部分公开：列出各项的依据和各个理由的条款，不重复', () => {
    const items = [
      { clause: '甲', outcome: 'granted' },
      { clause: '乙', outcome: 'withheld.processInformation', reasons: '讨论记录' },
      { clause: '丙', outcome: 'partial', grounds: ['thirdParty', 'processInformation'] },
    ] as const
    const bases = told({
      outcome: 'partial',
      items: items.map((item) => ({ ...item, grounds: 'grounds' in item ? [...item.grounds] : [] })),
    })
    expect(bases).toEqual([
      '《条例》第三十七条',
      '《条例》第三十六条第（二）项',
      '《条例》第三十六条第（三）项',
      '《条例》第十六条第二款',
      '《条例》第十五条',
    ])
  })

  test('没有分项的部分公开，列出不予公开的理由；只有一种结果的不变', () => {
    expect(told({ outcome: 'partial', grounds: ['thirdParty'] })).toEqual([
      '《条例》第三十七条',
      '《条例》第三十六条第（三）项',
      '《条例》第十五条',
    ])
    expect(told({ outcome: 'granted' })).toEqual(['《条例》第三十六条第（二）项'])
    expect(told({ outcome: 'withheld.thirdParty' })).toEqual(['《条例》第三十六条第（三）项', '《条例》第十五条'])
  })
})
