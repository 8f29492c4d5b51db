import { describe, expect, test } from 'vitest'
import { basisOn, citationsIn } from '../../law/basis/citations.ts'
import { BUILT_IN_BASIS } from '../../law/basis/library.ts'
import { localDate } from '../../law/date.ts'
import { checkBasis } from '../requests/check-basis.ts'
import { replyContentSchema } from '../requests/reply.ts'
import { sampleLetters } from '../../../tests/letters/samples.ts'
import { LETTER_BASIS } from './letter-basis.ts'
import { usesByArticle, usesOf } from './uses.ts'

const wed_2026_03_25 = localDate('2026-03-25')

describe('用在哪里', () => {
  test('《条例》改动时，答复类型、理由、期限、救济和文书都列出', () => {
    const uses = usesOf('reg', wed_2026_03_25)
    expect(new Set(uses.map(({ what }) => what))).toEqual(new Set(['outcome', 'ground', 'limit', 'remedy', 'letter']))
    expect(uses.find(({ what, name }) => what === 'limit' && name === '答复')?.at).toBe('第三十三条第二款')
    expect(usesOf('civilCode', wed_2026_03_25)).toEqual([])
  })

  test('按条文归拢：都依据第五十一条的救济告知，条文只写一次', () => {
    const remedies = usesOf('reg', wed_2026_03_25).filter(({ what }) => what === 'remedy')
    const [only, ...others] = usesByArticle(remedies)
    expect(only).toMatchObject({ at: '第五十一条', names: expect.arrayContaining(['予以公开', '危及“三安全一稳定”']) })
    expect(others).toEqual([])
    expect(only?.names).toHaveLength(remedies.length)
  })

  test('每一份文书的固定文字所引的文件都在表内', () => {
    for (const { letter } of sampleLetters()) {
      const standing = new Set(LETTER_BASIS[letter.code]?.of ?? [])
      const cited = citationsIn(JSON.stringify(letter.blocks)).flatMap(
        ({ title }) => basisOn(BUILT_IN_BASIS, title, wed_2026_03_25) ?? [],
      )
      const written = new Set(['minors', 'realEstateRegistration'])
      const missing = cited.filter(({ key }) => !written.has(key) && !(standing as ReadonlySet<string>).has(key))
      expect([letter.code, missing.map(({ key }) => key)]).toEqual([letter.code, []])
    }
  })
})

describe('G10 答复的依据', () => {
  const content = (reasons: string) =>
    replyContentSchema.parse({
      outcome: 'withheld.processInformation',
      reasons,
      severable: false,
      given: { what: '《信访条例》第三条的复制件' },
    })

  test('理由中引用已废止的文件，退回并指明现行文件', () => {
    const [fault] = checkBasis(content('依据《信访条例》第十四条，该内容属于信访事项。'), wed_2026_03_25, BUILT_IN_BASIS)
    expect(fault).toMatchObject({ code: 'basis-not-in-force', field: 'reasons' })
    expect(fault?.then).toContain('《信访工作条例》')
  })

  test('所申请的信息是旧文件的，不因其名称被退回', () => {
    expect(checkBasis(content('依据《条例》第十六条第二款，系过程稿。'), wed_2026_03_25, BUILT_IN_BASIS)).toEqual([])
  })

  test('《条例》施行前的日子不能依据它作出决定', () => {
    expect(checkBasis(content('过程性信息。'), localDate('2019-05-14'), BUILT_IN_BASIS).map(({ field }) => field)).toContain(
      'outcome',
    )
  })
})
