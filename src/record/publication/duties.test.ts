import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../../law/calendar.ts'
import { addDays, type LocalDate, localDate } from '../../law/date.ts'
import { occurrenceIn, workingDaysIn } from '../../law/publication/duties.ts'
import { catalogueContentSchema, catalogueKeepingSchema } from './catalogue.ts'
import { DUTY_STATES, dutiesOn, type DutyFacts, type DutyItem, isOfThisWeek, weekEnd } from './duties.ts'
import { elementsIn } from './elements.ts'

const day = localDate
const ITEM: DutyItem = {
  id: 'item',
  since: day('2024-01-01'),
  content: catalogueContentSchema.parse({
    field: '教育',
    first: '招生管理',
    second: '招生政策',
    elements: '工作方案',
    basis: '',
    limit: '信息形成或者变更之日起20个工作日内',
    subject: '',
    outlets: [],
    society: true,
    group: null,
    proactive: true,
    onRequest: false,
    county: true,
    township: false,
  }),
  keeping: catalogueKeepingSchema.parse({
    fires: [
      { on: 'calendar', key: 'plan', name: '招生方案', opens: '03-01', due: '04-30' },
      { on: 'event', key: 'change', name: '学区调整', days: null },
      { on: 'event', key: 'urgent', name: '应急', days: 2 },
    ],
  }),
}

const facts = (today: string, given: Partial<DutyFacts> = {}): DutyFacts => ({
  items: [ITEM],
  documents: [],
  drafts: [],
  events: [],
  matters: [],
  notes: [],
  calendar: nationalCalendar(),
  today: day(today),
  ...given,
})
const plan = (today: string, given: Partial<DutyFacts> = {}, year = 2026) =>
  dutiesOn(facts(today, given)).find(({ key }) => key === `item.plan.${year}`)
const document = { id: 'd', itemId: 'item', dutyKey: '', title: '方案', publishedOn: day('2026-03-20') }

describe('每年的日期', () => {
  test('还没到、待公开、逾期', () => {
    expect(plan('2026-02-01')).toMatchObject({ state: 'upcoming', opens: '2026-03-01', due: '2026-04-30' })
    expect(plan('2026-03-01')?.state).toBe('due')
    expect(plan('2026-04-30')?.state).toBe('due')
    expect(plan('2026-05-01')?.state).toBe('overdue')
    // Long before and long after it is not listed at all.
    expect(plan('2025-12-01')).toBeUndefined()
    expect(plan('2027-06-01')).toBeUndefined()
  })

  test('期间公开的信息销号；晚了也算，注明超过期限；撤下的（不在其中）不算', () => {
    expect(plan('2026-05-10', { documents: [document] })).toMatchObject({ state: 'covered', coveredBy: { id: 'd', late: false } })
    const late = { ...document, publishedOn: day('2026-05-08') }
    expect(plan('2026-05-10', { documents: [late] })).toMatchObject({ state: 'covered', coveredBy: { late: true } })
    const before = { ...document, publishedOn: day('2026-02-20') }
    expect(plan('2026-05-10', { documents: [before] })?.state).toBe('overdue')
    expect(plan('2026-05-10', { documents: [{ ...document, dutyKey: 'item.plan.2025' }] })?.state).toBe('overdue')
    expect(plan('2026-05-10', { documents: [{ ...before, dutyKey: 'item.plan.2026' }] })?.state).toBe('covered')
  })

  test('不适用要写理由，公开了就不再是不适用；可以恢复', () => {
    const note = {
      dutyKey: 'item.plan.2026',
      kind: 'notApplicable',
      documentId: null,
      because: '没有开展',
      by: '甲',
      on: day('2026-04-01'),
    } as const
    expect(plan('2026-05-10', { notes: [note] })).toMatchObject({ state: 'notApplicable', note: { because: '没有开展' } })
    expect(plan('2026-05-10', { notes: [note], documents: [document] })).toMatchObject({ state: 'covered', note: null })
    expect(plan('2026-05-10', { notes: [note, { ...note, kind: 'open' }] })?.state).toBe('overdue')
  })

  test('列入目录以前到期的，不算', () => {
    const later = { ...ITEM, since: day('2026-05-01') }
    expect(plan('2026-06-01', { items: [later] })).toBeUndefined()
    expect(plan('2027-04-30', { items: [later] }, 2027)?.state).toBe('due')
  })

  test('跨年的期间，从上一年开始', () => {
    expect(occurrenceIn(2027, { opens: '12-15', due: '01-10' })).toEqual({ opens: '2026-12-15', due: '2027-01-10' })
    expect(occurrenceIn(2027, { opens: '02-01', due: '02-29' }).due).toBe('2027-02-28')
  })
})

describe('事件和文件', () => {
  const event = { id: 'e', itemId: 'item', triggerKey: 'change', on: day('2026-09-24'), what: '第三小学' }
  const of = (today: string, given: Partial<DutyFacts>) => dutiesOn(facts(today, given)).find(({ cause }) => cause !== 'calendar')

  test('发生之后二十个工作日，节假日照算（C21）；写明天数的按天数', () => {
    expect(of('2026-09-24', { events: [event] })).toMatchObject({
      key: 'event.e',
      due: '2026-10-29',
      state: 'due',
      what: '招生政策：学区调整：第三小学',
    })
    expect(of('2026-09-24', { events: [{ ...event, triggerKey: 'urgent', on: day('2026-09-24') }] })?.due).toBe('2026-09-29')
    expect(of('2026-10-30', { events: [event] })?.state).toBe('overdue')
    expect(
      of('2026-10-30', { events: [event], documents: [{ ...document, dutyKey: 'event.e', publishedOn: day('2026-10-29') }] })
        ?.state,
    ).toBe('covered')
  })

  test('成文而没有公开的，从成文之日起算；已经对应一件应公开的不再单列', () => {
    const draft = {
      id: 'x',
      itemId: null,
      sectionId: 's',
      dutyKey: '',
      title: '通知',
      state: 'drafting',
      formedOn: day('2026-09-24'),
    } as const
    expect(of('2026-09-24', { drafts: [draft] })).toMatchObject({
      cause: 'document',
      due: '2026-10-29',
      what: '通知',
      sectionId: 's',
    })
    expect(of('2026-09-24', { drafts: [{ ...draft, dutyKey: 'item.plan.2026' }] })).toBeUndefined()
    expect(of('2026-09-24', { drafts: [{ ...draft, formedOn: null }] })).toBeUndefined()
    expect(plan('2026-03-09', { drafts: [{ ...draft, dutyKey: 'item.plan.2026' }] })?.draft).toEqual({
      id: 'x',
      state: 'drafting',
    })
  })

  test('目录中的时限写了天数的，按天数', () => {
    expect(workingDaysIn('信息形成或者变更之日起20个工作日内')).toBe(20)
    expect(workingDaysIn('自作出之日起７个工作日内')).toBe(7)
    expect(workingDaysIn('长期公开')).toBeNull()
  })

  test.each([
    '公示期不少于5个工作日',
    '公示期为 7 个工作日',
    '公示5个工作日',
    '公示时间：不得少于５个工作日',
    '公示期5个工作日以上',
    '会议召开提前3个工作日',
  ])('公示多久、提前多久不是公开的时限：%s', (words) => expect(workingDaysIn(words)).toBeNull())

  test('公示期和公开的时限都写了：只算公开的时限', () => {
    expect(workingDaysIn('自作出决定之日起7个工作日内公开，公示期不少于5个工作日')).toBe(7)
    expect(workingDaysIn('公示期不少于5个工作日，公示结束后10个工作日内公布结果')).toBe(10)
  })
})

describe('三重一大', () => {
  const matter = {
    id: 'm',
    itemId: null,
    sectionId: 's',
    kind: 'project',
    title: '教学楼加固立项',
    on: day('2026-09-24'),
    regime: 'government',
    internal: null,
  } as const
  const of = (today: string, given: Partial<DutyFacts>) => dutiesOn(facts(today, given)).find(({ cause }) => cause === 'matter')

  test('公开的从决定之日起算；有公开事项的按它的时限；不公开的带着理由列为不适用', () => {
    expect(of('2026-09-25', { matters: [matter] })).toMatchObject({
      key: 'matter.m',
      due: '2026-10-29',
      state: 'due',
      what: '重大项目安排：教学楼加固立项',
      sectionId: 's',
    })
    expect(of('2026-10-30', { matters: [{ ...matter, itemId: 'item', sectionId: null }] })).toMatchObject({
      itemId: 'item',
      state: 'overdue',
    })
    const internal = { because: '内部人事管理信息', by: '甲', on: day('2026-09-24') }
    expect(of('2026-10-30', { matters: [{ ...matter, internal }] })).toMatchObject({
      state: 'notApplicable',
      note: { because: '内部人事管理信息' },
    })
    expect(of('2026-10-30', { matters: [matter], documents: [{ ...document, dutyKey: 'matter.m' }] })?.state).toBe('covered')
  })
})

test('本周到星期日；逾期的一直在本周', () => {
  expect(weekEnd(day('2026-03-02'))).toBe('2026-03-08')
  expect(weekEnd(day('2026-03-08'))).toBe('2026-03-08')
  const duty = plan('2026-04-28')
  expect(duty && isOfThisWeek(duty, day('2026-04-28'))).toBe(true)
  expect(duty && isOfThisWeek(duty, day('2026-04-20'))).toBe(false)
})

test('要素：一大半的字在正文里就算有', () => {
  const elements = '学校名称、办学地址、咨询电话；收费标准'
  expect(elementsIn(elements, '学校 名称 地址 办学 电话咨询')).toEqual({
    all: ['学校名称', '办学地址', '咨询电话', '收费标准'],
    missing: ['收费标准'],
  })
  expect(elementsIn(elements, '').missing).toHaveLength(4)
})

test('条例施行以前成文的一稿，没有期限，不列；同一清单的其余照列', () => {
  const draft = {
    id: 'old',
    itemId: null,
    sectionId: null,
    dutyKey: '',
    title: '旧文件',
    state: 'drafting' as const,
    formedOn: day('2018-09-03'),
  }
  const drafts = [draft, { ...draft, id: 'new', formedOn: day('2026-03-02') }]
  const events = [{ id: 'e', itemId: 'item', triggerKey: 'change', on: day('2016-05-03'), what: '补登' }]
  const found = dutiesOn(facts('2026-03-20', { drafts, events })).filter(({ cause }) => cause !== 'calendar')
  expect(found.map(({ key }) => key).toSorted()).toEqual(['edition.new', 'event.e'])
  expect(found.find(({ key }) => key === 'event.e')).toMatchObject({ due: null, why: expect.stringMatching(/期限不适用/) })
})

describe('性质', () => {
  const offset = fc.integer({ min: -500, max: 500 })
  const published = fc.record({
    id: fc.uuid(),
    itemId: fc.constantFrom('item', null),
    dutyKey: fc.constantFrom('', 'item.plan.2025', 'item.plan.2026', 'event.e'),
    title: fc.constant('某'),
    publishedOn: offset.map((days): LocalDate => addDays(day('2026-03-01'), days)),
  })

  test('哪一天成文、哪一天发生，清单都列得出来', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_652_058 }), (days) => {
        const on = addDays(day('0001-01-01'), days)
        const draft = { id: 'd', itemId: 'item', sectionId: null, dutyKey: '', title: '某', state: 'drafting' as const }
        const events = ['change', 'urgent'].map((triggerKey) => ({ id: triggerKey, itemId: 'item', triggerKey, on, what: '某' }))
        expect(dutiesOn(facts('2026-03-20', { drafts: [{ ...draft, formedOn: on }], events })).length).toBeGreaterThan(1)
      }),
    )
  })

  test('每件有且只有一个状态；编号不重；多公开一件，不会多欠一件', () => {
    fc.assert(
      fc.property(offset, fc.array(published, { maxLength: 6 }), (days, documents) => {
        const today = addDays(day('2026-03-01'), days)
        const events = [{ id: 'e', itemId: 'item', triggerKey: 'urgent', on: day('2025-06-02'), what: '某' }]
        const owed = (given: typeof documents) =>
          dutiesOn(facts(today, { documents: given, events })).filter(({ state }) => state !== 'covered').length
        const duties = dutiesOn(facts(today, { documents, events }))
        expect(new Set(duties.map(({ key }) => key)).size).toBe(duties.length)
        expect(duties.every(({ state }) => DUTY_STATES.includes(state))).toBe(true)
        expect(duties.every(({ state, coveredBy }) => (state === 'covered') === (coveredBy !== null))).toBe(true)
        for (let n = 1; n <= documents.length; n += 1)
          expect(owed(documents.slice(0, n))).toBeLessThanOrEqual(owed(documents.slice(0, n - 1)))
      }),
    )
  })
})
