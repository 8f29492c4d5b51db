import { localDate } from '../src/law/date.ts'
import { chainFor, STEP_RULES } from '../src/law/publication/release-steps.ts'
import { delegationFor, type ReleaseDelegation } from '../src/record/publication/delegations.ts'
import { superiorFor } from '../src/record/publication/superior.ts'
import type { Story } from './story.ts'

/** Who has to say yes before something is public, and whether this person may say it. */
export interface ReleaseStory extends Story {
  answer: () => string
  expect: string
}

const d = localDate
const chain = (matter: Parameters<typeof chainFor>[0]) =>
  chainFor(matter)
    .map((step) => STEP_RULES[step].zh)
    .join('、')
const FEES: ReleaseDelegation = {
  id: 'given',
  columns: ['education-finance', 'budget'],
  from: d('2026-01-01'),
  to: d('2026-06-30'),
  document: '云教党组〔2026〕3号',
  revokedOn: null,
}
const released = (
  on: string,
  item: Partial<Parameters<typeof delegationFor>[1]> = {},
  given: Partial<ReleaseDelegation> = {},
): string => {
  const content = { column: 'education-finance', attribute: 'proactive', normative: false, dutyKey: '', ...item } as const
  return delegationFor([{ ...FEES, ...given }], content, d(on)).ok ? '可以签发' : '不能签发'
}
const GIVEN = '局长书面授权副局长签发“教育财务信息”栏目的信息，2026年1月1日至6月30日'

export const releaseStories: ReleaseStory[] = [
  {
    id: 'R01',
    title: '机关的一件信息',
    articles: '《条例》第十七条',
    given: '科室起草的一般信息，公开属性为主动公开',
    when: '送审',
    then: '校对、科室负责人审核、保密审查、个人信息审查、公开机构复核，最后由负责人签发',
    answer: () => chain({ regime: 'art54', inSection: true, policyNotPublic: false }),
    expect: '校对、科室负责人审核、保密审查、个人信息审查、公开机构复核、负责人签发',
  },
  {
    id: 'R02',
    title: '学校的一件信息',
    articles: '《条例》第五十五条；教办〔2010〕15号',
    given: '学校信息员起草，主管部门没有另外要求',
    when: '送审',
    then: '保密审查、个人信息审查以后由校长一次签发',
    answer: () => chain({ regime: 'art55', inSection: false, policyNotPublic: false }),
    expect: '保密审查、个人信息审查、负责人签发',
  },
  {
    id: 'R03',
    title: '主管部门要求先经审定',
    articles: '国办发〔2020〕50号',
    given: '教育局要求各校“收费公示”栏目先经本局审定，自2026年3月2日起',
    when: '学校3月2日送审一件收费公示',
    then: '校长签发以后，由教育局审定才公开',
    answer: () => {
      const rule = {
        id: 'r',
        units: [],
        columns: ['school-fees'],
        who: 'office' as const,
        from: d('2026-03-02'),
        to: null,
      }
      const item = { column: 'school-fees', attribute: 'proactive', audience: 'society' } as const
      const superior = superiorFor([rule], 'school', item, d('2026-03-02')) !== null
      return chain({ regime: 'art55', inSection: false, policyNotPublic: false, superior })
    },
    expect: '保密审查、个人信息审查、负责人签发、主管部门审定',
  },
  {
    id: 'R04',
    title: '在授权期内、授权的栏目',
    articles: '《党政机关公文处理工作条例》第二十二条',
    given: GIVEN,
    when: '副局长6月30日签发一件收费公示',
    then: '可以签发，呈批单写明依据这份授权',
    answer: () => released('2026-06-30'),
    expect: '可以签发',
  },
  {
    id: 'R05',
    title: '授权到期',
    articles: '《党政机关公文处理工作条例》第二十二条',
    given: GIVEN,
    when: '副局长7月1日签发一件收费公示',
    then: '不能签发，由局长签发',
    answer: () => released('2026-07-01'),
    expect: '不能签发',
  },
  {
    id: 'R06',
    title: '授权撤销',
    articles: '《党政机关公文处理工作条例》第二十二条',
    given: `${GIVEN}；3月2日撤销`,
    when: '副局长3月2日签发一件收费公示',
    then: '撤销当天起不能签发',
    answer: () => released('2026-03-02', {}, { revokedOn: d('2026-03-02') }),
    expect: '不能签发',
  },
  {
    id: 'R07',
    title: '三重一大事项',
    articles: '《党政机关公文处理工作条例》第二十二条',
    given: `${GIVEN}；一件三重一大台账中的大额资金安排，也放在这个栏目`,
    when: '副局长3月2日签发',
    then: '重要公文由主要负责人签发，不能签发',
    answer: () => released('2026-03-02', { dutyKey: 'matter.x' }),
    expect: '不能签发',
  },
  {
    id: 'R08',
    title: '预决算',
    articles: '《会计法》第二十一条',
    given: '授权书把“财政预决算”也写了进去',
    when: '副局长3月2日签发部门决算',
    then: '由单位负责人本人签发，不能签发',
    answer: () => released('2026-03-02', { column: 'budget' }),
    expect: '不能签发',
  },
  {
    id: 'R09',
    title: '决定不公开',
    articles: '《条例》第十七条',
    given: GIVEN,
    when: '副局长3月2日审定一件拟不予公开的信息',
    then: '授权的是签发公开，不包括审定不公开，不能签发',
    answer: () => released('2026-03-02', { attribute: 'withheld' }),
    expect: '不能签发',
  },
]
