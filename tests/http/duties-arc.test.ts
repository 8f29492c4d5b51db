/** 应公开清单：到时间列出，去年的文稿打开接着写，公开后销号并查要素；不适用写理由；事情发生后起算；各科室只看本科室的。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { countTasks, listTasks } from '../../src/office/desk/list-tasks.ts'
import {
  addCatalogueItem,
  draftForDuty,
  noteDuty,
  passEdition,
  recordDutyEvent,
  saveEdition,
  submitEdition,
  viewDuties,
  viewEdition,
  withdrawDocument,
} from '../../src/office/publication/index.ts'
import { catalogueKeepingSchema } from '../../src/record/publication/catalogue.ts'
import type { DutyTab } from '../../src/record/publication/duties-view.ts'
import type { EditionContent } from '../../src/record/publication/edition.ts'
import type { Actor } from '../../src/record/people/roles.ts'
import { catalogueContent } from './catalogue-content.ts'
import { type County, county, must } from './county.ts'
import { ROLE_OF } from './editions-work.ts'

let place: County
const item = randomUUID()
const other = randomUUID()
beforeAll(async () => {
  place = await county('2025-03-10')
  const clerk = place.actor('clerk')
  const fires = [
    { on: 'calendar', key: 'plan', name: '招生方案', opens: '03-01', due: '03-13' },
    { on: 'event', key: 'change', name: '学区调整', days: 5 },
  ]
  const given = { from: localDate('2025-03-10'), why: '' }
  const content = catalogueContent('招生政策', { elements: '招生对象；办理时间；咨询电话' })
  const keeping = catalogueKeepingSchema.parse({ sectionId: place.ids.section, column: 'education-admission', fires })
  must(await addCatalogueItem(place.office, clerk, { ...given, id: item, content, keeping }))
  const nobody = catalogueKeepingSchema.parse({
    fires: [{ on: 'calendar', key: 'x', name: '年度计划', opens: '03-01', due: '03-14' }],
  })
  must(
    await addCatalogueItem(place.office, clerk, { ...given, id: other, content: catalogueContent('工作计划'), keeping: nobody }),
  )
})
afterAll(() => place.close())

const section = () => ({ ...place.actor('sectionOfficer'), sectionId: place.ids.section })
const list = async (tab: DutyTab, whose: 'mine' | 'all' = 'mine', by: Actor = section()) =>
  must(await viewDuties(place.office, by, { tab, whose }))
const key = (year: number) => `${item}.plan.${year}`

/** Written, reviewed and released. */
async function publish(id: string, given: Partial<EditionContent>): Promise<void> {
  const by = section()
  const command = async (actor: Actor = by) => {
    const { version, digest, content, next } = must(await viewEdition(place.office, actor, { id }))
    return { id, commandId: randomUUID(), seen: version, digest, content, next }
  }
  const before = await command()
  must(await saveEdition(place.office, by, { ...before, content: { ...before.content, ...given } }))
  must(await submitEdition(place.office, by, await command()))
  for (let at = await command(); at.next; at = await command()) {
    const reviewer = { ...place.actor(ROLE_OF[at.next]), sectionId: place.ids.section }
    must(await passEdition(place.office, reviewer, { ...at, step: at.next, note: '' }))
  }
}

test('本周应公开：本科室的一件；没有指定科室的归公开工作机构', async () => {
  const { rows, counts } = await list('week')
  expect(rows.map(({ what, state, due }) => [what, state, due])).toEqual([['招生政策：2025年招生方案', 'due', '2025-03-13']])
  expect(counts).toEqual({ week: 1, open: 1, covered: 0, notApplicable: 0 })
  const office = await list('week', 'mine', place.actor('clerk'))
  expect(office.rows.map(({ what }) => what)).toEqual(['工作计划：2025年度计划'])
  expect((await list('week', 'all', place.actor('clerk'))).rows).toHaveLength(2)
  const tasks = must(await listTasks(place.office, place.actor('clerk')))
  expect(tasks.map(({ subject, what }) => [subject, what])).toEqual([['工作计划：2025年度计划', '起草并公开']])
  expect(await countTasks(place.office, place.actor('clerk'))).toBe(1)
})

test('第一年按要素列出提纲；公开后销号，缺的要素指出来；再点起草还是同一稿', async () => {
  const begun = must(await draftForDuty(place.office, section(), { id: randomUUID(), key: key(2025) }))
  expect(begun.fromYear).toBeNull()
  expect(must(await draftForDuty(place.office, section(), { id: randomUUID(), key: key(2025) })).id).toBe(begun.id)
  const { content } = must(await viewEdition(place.office, section(), { id: begun.id }))
  expect(content).toMatchObject({ column: 'education-admission', itemId: item, dutyKey: key(2025) })
  expect(content.body).toBe('<h2>招生对象</h2><p></p><h2>办理时间</h2><p></p><h2>咨询电话</h2><p></p>')
  await publish(begun.id, {
    title: '2025年秋季招生工作方案',
    body: '<p>2025年招生对象为年满六周岁的儿童，办理时间为六月。</p>',
    formedOn: localDate('2025-03-10'),
  })
  const [covered] = (await list('covered')).rows
  expect(covered).toMatchObject({
    state: 'covered',
    missing: ['咨询电话'],
    elements: 3,
    coveredBy: { title: '2025年秋季招生工作方案', late: false },
  })
  expect((await list('week')).rows).toEqual([])
})

test('第二年打开去年的文稿，题目的年份往后一年；逾期一直在本周；撤下的又欠着', async () => {
  place.setToday('2026-03-20')
  const [late] = (await list('week')).rows
  expect(late).toMatchObject({ key: key(2026), state: 'overdue' })
  const begun = must(await draftForDuty(place.office, section(), { id: randomUUID(), key: key(2026) }))
  expect(begun.fromYear).toBe(2025)
  const { content } = must(await viewEdition(place.office, section(), { id: begun.id }))
  expect(content).toMatchObject({ title: '2026年秋季招生工作方案', formedOn: null, number: '', dutyKey: key(2026) })
  expect(content.body).toContain('办理时间为六月')
  await publish(begun.id, { formedOn: localDate('2026-03-18') })
  expect((await list('covered')).rows.find((row) => row.key === key(2026))?.coveredBy).toMatchObject({ late: true })
  expect((await list('covered')).year).toEqual({ due: 1, covered: 1, inTime: 0 })
  const head = place.actor('head')
  const { version } = must(await viewEdition(place.office, head, { id: begun.id }))
  must(await withdrawDocument(place.office, head, { id: begun.id, commandId: randomUUID(), seen: version, because: '内容有误' }))
  expect((await list('week')).rows.map((row) => row.key)).toEqual([key(2026)])
})

test('不适用写理由，可以恢复；别的科室的动不了', async () => {
  const note = (because: string, kind: 'notApplicable' | 'open' = 'notApplicable', by: Actor = section(), at = key(2026)) =>
    noteDuty(place.office, by, { commandId: randomUUID(), key: at, kind, because, documentId: null })
  expect(await note('无')).toMatchObject({ ok: false, refusals: [{ field: 'because' }] })
  must(await note('本年不招生'))
  expect((await list('notApplicable')).rows).toMatchObject([{ state: 'notApplicable', note: { because: '本年不招生' } }])
  must(await note('', 'open'))
  expect((await list('week')).rows).toHaveLength(1)
  expect(await note('本年没有', 'notApplicable', section(), `${other}.x.2026`)).toMatchObject({
    ok: false,
    refusals: [{ code: 'not-found' }],
  })
  expect(await note('本年没有', 'notApplicable', place.actor('head'))).toMatchObject({
    ok: false,
    refusals: [{ code: 'not-permitted' }],
  })
})

test('发生了要公开的事，从那天起算；没有发生的不能登记', async () => {
  const record = (on: string, triggerKey = 'change') =>
    recordDutyEvent(place.office, section(), {
      id: randomUUID(),
      itemId: item,
      triggerKey,
      on: localDate(on),
      what: '第三小学服务范围',
    })
  expect(await record('2026-03-21')).toMatchObject({ ok: false, refusals: [{ code: 'date-in-future' }] })
  expect(await record('1026-03-20')).toMatchObject({ ok: false, refusals: [{ code: 'field-invalid', field: 'on' }] })
  expect(await record('2026-03-20', 'plan')).toMatchObject({ ok: false, refusals: [{ code: 'not-found' }] })
  must(await record('2026-03-20'))
  const found = (await list('open')).rows.find(({ cause }) => cause === 'event')
  expect(found).toMatchObject({ what: '招生政策：学区调整：第三小学服务范围', due: '2026-03-27', state: 'due' })
})
