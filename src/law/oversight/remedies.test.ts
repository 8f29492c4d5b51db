import { describe, expect, test } from 'vitest'
import { localDate } from '../date.ts'
import { DEFAULT_READINGS } from '../readings.ts'
import { outcomeRule } from '../requests/outcomes.ts'
import { type Outcome, OUTCOMES } from '../requests/vocabulary.ts'
import type { RemainderGround } from '../withholding.ts'
import { remediesFor } from './remedies.ts'

const ORGANS = {
  name: '云岭县教育局',
  reconsiderationBody: '云岭县人民政府',
  court: '云岭县人民法院',
  onlineReconsideration: 'https://fuyi.example',
}

function told(
  outcome: Outcome,
  decidedOn: string,
  more: { grounds?: RemainderGround[]; mixed?: boolean; wide?: boolean; partialIsFree?: boolean; electronic?: boolean } = {},
) {
  const readings = {
    ...DEFAULT_READINGS,
    reviewFirst: more.wide ? ('wide' as const) : ('narrow' as const),
    partialIsReviewFirst: !more.partialIsFree,
  }
  const { grounds = [], mixed = false } = more
  const remedies = remediesFor({ outcome, grounds, mixed, decidedOn: localDate(decidedOn), readings })
  return { ...remedies, text: remedies.paragraphs(ORGANS, { electronic: more.electronic ?? false }) }
}

describe('救济途径按决定日期和种类', () => {
  test('2023年12月31日的不予公开：可以复议，也可以直接起诉；复议可选上一级主管部门', () => {
    const { kind, text } = told('withheld.internalAffairs', '2023-12-31')
    expect(kind).toBe('either')
    expect(text).toEqual([
      '如对本告知书不服，可以自收到本告知书之日起60日内依法向云岭县人民政府或者上一级主管部门申请行政复议，或者自收到本告知书之日起6个月内依法向云岭县人民法院提起行政诉讼。',
    ])
  })

  test('2023年12月31日，县政府自己的答复向上一级政府申请复议，垂直领导的机关向其主管部门申请：没有选择（旧复议法第十二条、第十三条）', () => {
    const body = (name: string, reconsiderationBody: string) => {
      const organs = { ...ORGANS, name, reconsiderationBody }
      const decidedOn = localDate('2023-12-31')
      const remedies = remediesFor({ outcome: 'granted', grounds: [], mixed: false, decidedOn, readings: DEFAULT_READINGS })
      return /依法向(.+?)申请行政复议/.exec(remedies.paragraphs(organs, { electronic: false }).join())?.[1]
    }
    expect(body('云岭县人民政府', '云岭市人民政府')).toBe('云岭市人民政府')
    expect(body('国家税务总局云岭县税务局', '国家税务总局云岭市税务局')).toBe('国家税务总局云岭市税务局')
    expect(body('云岭县人民政府办公室', '云岭县人民政府')).toBe('云岭县人民政府或者上一级主管部门')
  })

  test('2024年1月1日起的不予公开：应当先申请复议，并告知复议后15日内起诉（复议法第二十三条、第三十四条）', () => {
    const { reconsiderationFirst, text } = told('withheld.internalAffairs', '2024-01-01')
    expect(reconsiderationFirst).toBe(true)
    expect(text).toHaveLength(1)
    expect(text[0]).toContain('应当先自收到本告知书之日起60日内依法向云岭县人民政府申请行政复议')
    expect(text[0]).toContain('自收到行政复议决定书之日起15日内')
    expect(text[0]).toContain('不予受理、驳回申请或者受理后超过行政复议期限不作答复')
    expect(text[0]).not.toContain('6个月')
  })

  test('几项中有的依第十四条至第十六条不予公开、有的不存在：不予公开的各项一律前置，不随“部分公开”的口径；其余各项仍可直接起诉', () => {
    for (const outcome of ['unable.notHeld', 'withheld.processInformation'] as const)
      for (const partialIsFree of [true, false]) {
        const { kind, text } = told(outcome, '2026-03-02', {
          mixed: true,
          grounds: ['processInformation', 'notHeld'],
          partialIsFree,
        })
        expect(kind).toBe('partial')
        expect(text[0]).toContain('应当先自收到本告知书之日起60日内')
        expect(text[1]).toContain('如对本告知书的其他内容不服')
      }
    expect(told('partial', '2026-03-02', { grounds: ['processInformation'], partialIsFree: true }).kind).toBe('either')
    expect(told('unable.notHeld', '2024-06-03', { mixed: true, wide: true }).kind).toBe('reconsiderationFirst')
    expect(told('unable.notHeld', '2023-12-29', { mixed: true }).kind).toBe('either')
  })

  test('2024年1月1日至2025年5月31日，无法提供是否前置是口径；此后只看第十四条至第十六条', () => {
    expect(told('unable.notHeld', '2025-05-31').kind).toBe('either')
    expect(told('unable.notHeld', '2025-05-31', { wide: true }).kind).toBe('reconsiderationFirst')
    expect(told('unable.notHeld', '2025-06-01', { wide: true }).kind).toBe('either')
  })

  test('行政查询事项列在不予公开之下，但可以直接起诉', () => {
    expect(told('withheld.adminQuery', '2026-03-25').kind).toBe('either')
  })

  test('部分公开：不予公开的部分先复议，其余内容两可', () => {
    const { kind, text } = told('partial', '2026-03-25', { grounds: ['thirdParty'] })
    expect(kind).toBe('partial')
    expect(text[0]).toContain('如对本告知书中不予公开的内容不服')
    expect(text[0]).toContain('应当先')
    expect(text[1]).toContain('如对本告知书的其他内容不服')
    expect(text[1]).toContain('6个月')
  })

  test('部分公开而其余只是不存在或不归本机关：没有不予公开，两可', () => {
    expect(told('partial', '2026-03-25', { grounds: ['notHeld', 'notOurs'] }).kind).toBe('either')
  })

  test('互联网送达的，一并告知互联网复议渠道（复议法第二十二条第二款）', () => {
    expect(told('granted', '2026-03-25', { electronic: true }).text.at(-1)).toContain('https://fuyi.example')
    expect(told('granted', '2026-03-25').text.join()).not.toContain('https://fuyi.example')
    expect(told('granted', '2023-12-31', { electronic: true }).text.join()).not.toContain('https://fuyi.example')
  })

  test('撤回没有决定，不告知救济；其余各类都告知', () => {
    expect(told('other.withdrawn', '2026-03-25').text).toEqual([])
    for (const outcome of OUTCOMES)
      if (outcomeRule(outcome).remedy !== 'none')
        expect(told(outcome, '2026-03-25').text.join(), outcome).toContain('云岭县人民政府')
  })

  test('答复类型表所写的救济类别，就是今天按口径默认值得出的类别', () => {
    for (const outcome of OUTCOMES)
      expect(told(outcome, '2026-03-25', { grounds: ['processInformation'] }).kind, outcome).toBe(outcomeRule(outcome).remedy)
  })
})
