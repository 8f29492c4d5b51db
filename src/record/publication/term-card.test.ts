import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../../law/calendar.ts'
import { localDate } from '../../law/date.ts'
import { SCHOOL_PACK } from '../../law/publication/packs/school.ts'
import { termOn } from '../../law/publication/term.ts'
import { itemsWithoutTile, TILE_KEYS, tileOf } from '../../law/publication/term-card.ts'
import { catalogueKeepingSchema } from './catalogue.ts'
import type { DutyDocument, DutyFacts, DutyItem, DutyNote } from './duties.ts'
import { isGap, termCard } from './term-card.ts'

const d = localDate
/** The ready-made catalogue, taken over long ago. */
const items: DutyItem[] = SCHOOL_PACK.items.map((item) => ({
  id: item.second,
  content: { first: item.first, second: item.second, limit: '', elements: '' } as DutyItem['content'],
  keeping: catalogueKeepingSchema.parse({ column: item.column, fires: item.fires ?? [] }),
  since: d('2024-01-01'),
}))
const published = (itemId: string, on: string): DutyDocument => ({
  id: `${itemId}${on}`,
  itemId,
  dutyKey: '',
  title: `${itemId}材料`,
  publishedOn: d(on),
})
const facts = (today: string, given: Partial<DutyFacts> = {}): DutyFacts => ({
  items,
  documents: [],
  drafts: [],
  events: [],
  matters: [],
  notes: [],
  calendar: nationalCalendar(),
  today: d(today),
  ...given,
})
const card = (today: string, given: Partial<DutyFacts> = {}) => {
  const tiles = termCard(facts(today, given), termOn(d(today)))
  return Object.fromEntries(tiles.map((tile) => [tile.key, tile])) as Record<(typeof TILE_KEYS)[number], (typeof tiles)[number]>
}

describe('学期', () => {
  test.each([
    ['2026-02-01', '2026年春季学期', '2026-02-01', '2026-07-31'],
    ['2026-07-31', '2026年春季学期', '2026-02-01', '2026-07-31'],
    ['2026-08-01', '2026年秋季学期', '2026-08-01', '2027-01-31'],
    ['2027-01-31', '2026年秋季学期', '2026-08-01', '2027-01-31'],
  ])('%s 是%s', (day, name, from, to) => {
    expect(termOn(d(day))).toMatchObject({ name, from, to })
  })
})

describe('十二类', () => {
  test('正好十二类；事项包里的每一项都在某一类；学校自己起名的按栏目归类', () => {
    expect(TILE_KEYS).toHaveLength(12)
    expect(itemsWithoutTile()).toEqual([])
    expect(new Set(SCHOOL_PACK.items.map(({ second, column }) => tileOf({ second, column }))).size).toBe(12)
    expect(tileOf({ second: '校服收费', column: 'school-fees' })).toBe('fees')
    expect(tileOf({ second: '别的', column: '' })).toBeNull()
  })

  test('到期没有公开的逾期，没到期的待公开，还没开始的未到时间', () => {
    const march = card('2026-03-20')
    expect([march.fees.state, march.fees.due]).toEqual(['overdue', '2026-03-15'])
    expect(march.fees.duties[0]).toMatchObject({ what: '收费公示：2026年春季学期收费公示', state: 'overdue' })
    expect([march.finance.state, march.finance.due]).toEqual(['due', '2026-04-15'])
    expect([march.admission.state, march.admission.due]).toEqual(['upcoming', '2026-06-30'])
  })

  test('公开了的是已公开，写明哪一天哪一件；逾期以后公开的也不再催', () => {
    const { fees } = card('2026-03-20', { documents: [published('收费公示', '2026-03-18')] })
    expect([fees.state, fees.why, isGap(fees)]).toEqual(['done', '2026-03-18 公开《收费公示材料》', false])
  })

  test('秋季才公开的，春季不用办，写明为什么', () => {
    const { health, safety } = card('2026-03-20', { documents: [published('安全管理和应急预案', '2025-09-10')] })
    expect([health.state, health.why]).toEqual(['notApplicable', '每年秋季学期公开，本学期不用办'])
    expect([safety.state, safety.why]).toEqual([
      'notApplicable',
      '每年秋季学期公开，本学期不用办；2025-09-10 公开过《安全管理和应急预案材料》',
    ])
    expect(card('2026-11-20').health.state).toBe('due')
  })

  test('长期的（章程）从来没有公开过的，一直是缺口；公开过就不催', () => {
    const { rules } = card('2026-03-20')
    expect([rules.state, rules.why, rules.duties[0]?.key]).toEqual([
      'due',
      '学校章程和规章制度还没有公开过',
      'item.学校章程和规章制度',
    ])
    expect(card('2026-03-20', { documents: [published('学校章程和规章制度', '2024-05-06')] }).rules.state).toBe('notApplicable')
  })

  test('登记了发生的事（采购），在这一学期催；没有登记的不催', () => {
    const event = { id: 'e', itemId: '采购和基建', triggerKey: 'awarded', on: d('2026-03-02'), what: '校服采购' }
    const spent = [published('经费收支', '2026-03-05')]
    expect(card('2026-03-20', { documents: spent }).finance.state).toBe('done')
    expect(card('2026-03-20', { documents: spent, events: [event] }).finance).toMatchObject({ state: 'due', due: '2026-03-30' })
  })

  test('写明不适用的，显示原因；目录里没有这一类的，写明没有', () => {
    const note: DutyNote = {
      dutyKey: '食堂和用餐.spring.2026',
      kind: 'notApplicable',
      documentId: null,
      because: '学校没有食堂',
      by: '雷雨',
      on: d('2026-03-02'),
    }
    const { canteen } = card('2026-03-20', { notes: [note] })
    expect([canteen.state, canteen.why]).toEqual(['notApplicable', '学校没有食堂'])
    const without = card('2026-03-20', { items: items.filter(({ id }) => id !== '食堂和用餐') })
    expect([without.canteen.state, isGap(without.canteen)]).toEqual(['noItem', true])
  })

  test('正在写的，接着写；几项里最急的在前', () => {
    const draft = {
      id: 'x',
      itemId: '收费公示',
      sectionId: null,
      dutyKey: '收费公示.spring.2026',
      title: '收费',
      state: 'drafting',
      formedOn: null,
    } as const
    expect(card('2026-03-20', { drafts: [draft] }).fees.duties[0]?.draft).toEqual({ id: 'x', state: 'drafting' })
    const { admission } = card('2026-08-10')
    expect(admission.duties.map(({ what }) => what)).toEqual(['录取结果：2026年录取结果'])
  })
})
