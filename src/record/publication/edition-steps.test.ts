import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chainFor, looksAt, RELEASE_STEPS, STEP_RULES } from '../../law/publication/release-steps.ts'
import { type EditionStep, forceRefusals, progressOf, STEP_KINDS, stepRefusals } from './edition-steps.ts'

const chain = chainFor({ regime: 'art54', inSection: true, policyNotPublic: false })
const did = (kind: EditionStep['kind'], step: EditionStep['step'] = null): EditionStep => ({ kind, step, digest: 'd' })
const colleague = { id: 'a', wrote: false }
const author = { id: 'b', wrote: true }

describe('审核的顺序（Reg. 17）', () => {
  test('审定不公开的（第十七条），负责人同意的是不公开，不是“以本单位名义公开”', () => {
    expect(looksAt('head', true)).toBe('同意以本单位名义公开')
    expect(looksAt('head', false)).toContain('同意不公开')
    for (const step of RELEASE_STEPS.filter((one) => one !== 'head')) expect(looksAt(step, false)).toBe(STEP_RULES[step].looksAt)
  })

  test('机关：校对、科室、保密、个人信息、公开机构、负责人；学校：审查后由校长一次签发', () => {
    expect(chain).toEqual(['proofread', 'section', 'secrecy', 'privacy', 'final', 'head'])
    expect(chainFor({ regime: 'art55', inSection: false, policyNotPublic: false })).toEqual(['secrecy', 'privacy', 'head'])
  })

  test('政策文件拟不公开，先到公开机构（国办发〔2016〕80号）', () => {
    expect(chainFor({ regime: 'art54', inSection: false, policyNotPublic: true })[0]).toBe('office')
  })

  test('一步一步走；退回后从头再审', () => {
    const steps = [did('submitted'), did('passed', 'proofread')]
    expect(progressOf(chain, steps)).toMatchObject({ state: 'inReview', next: 'section', passed: ['proofread'] })
    expect(progressOf(chain, [...steps, did('returned', 'section')])).toMatchObject({ state: 'drafting', next: null, passed: [] })
    expect(progressOf(chain, [...steps, did('returned', 'section'), did('submitted')]).next).toBe('proofread')
  })

  test('起草人不能自己作保密审查，也不能签发；不到这一步的不能做', () => {
    const waiting = progressOf(chain, [did('submitted'), did('passed', 'proofread'), did('passed', 'section')])
    expect(stepRefusals(waiting, 'secrecy', colleague)).toEqual([])
    expect(stepRefusals(waiting, 'secrecy', author).map(({ code }) => code)).toEqual(['second-person-needed'])
    expect(stepRefusals(waiting, 'head', author).map(({ code }) => code)).toEqual(['review-needed', 'second-person-needed'])
    expect(stepRefusals(progressOf(chain, []), 'proofread', colleague)[0]?.say).toBe('这一稿不在审核中。')
  })

  test('保密审查、个人信息审查和签发不能跳过；跳过的留下标记，补审后消去', () => {
    const first = [did('submitted')]
    expect(forceRefusals(progressOf(chain, first))).toEqual([])
    const forced = [...first, did('forced', 'proofread'), did('passed', 'section')]
    expect(progressOf(chain, forced)).toMatchObject({ forced: ['proofread'], next: 'secrecy' })
    expect(forceRefusals(progressOf(chain, forced))[0]?.say).toContain('不能跳过')
    const released = [
      ...forced,
      did('passed', 'secrecy'),
      did('passed', 'privacy'),
      did('passed', 'final'),
      did('passed', 'head'),
    ]
    expect(progressOf(chain, [...released, did('released')])).toMatchObject({ state: 'released', forced: ['proofread'] })
    expect(progressOf(chain, [...released, did('released'), did('lookedAfter', 'proofread')]).forced).toEqual([])
  })
})

describe('性质', () => {
  const matter = fc.record({
    regime: fc.constantFrom('art54' as const, 'art55' as const),
    inSection: fc.boolean(),
    policyNotPublic: fc.boolean(),
  })
  const steps = fc.array(
    fc.record({
      kind: fc.constantFrom(...STEP_KINDS),
      step: fc.option(fc.constantFrom(...RELEASE_STEPS), { nil: null }),
      digest: fc.constant('d'),
    }),
    { maxLength: 30 },
  )

  test('没有哪种文件可以绕过保密审查、个人信息审查和负责人', () => {
    fc.assert(
      fc.property(matter, (given) => {
        const order = chainFor(given)
        expect(order).toEqual(expect.arrayContaining(['secrecy', 'privacy', 'head']))
        expect(order.at(-1)).toBe('head')
        for (const step of ['secrecy', 'privacy', 'head'] as const)
          expect(STEP_RULES[step]).toMatchObject({ mayBeForced: false, notByAuthor: true })
      }),
    )
  })

  test('等待的那一步，总是链上最前的没有做的一步', () => {
    fc.assert(
      fc.property(matter, steps, (given, acts) => {
        const order = chainFor(given)
        const { next, passed, state } = progressOf(order, acts)
        if (next === null) return
        expect(state).toBe('inReview')
        expect(passed).not.toContain(next)
      }),
    )
  })
})
