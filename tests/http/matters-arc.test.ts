/** 三重一大台账：登记写明公开不公开，公开的列入应公开清单，起草带着决定日期和栏目；不公开的写理由；登记错的作废。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import {
  draftForDuty,
  enterMatter,
  noteDuty,
  viewDuties,
  viewEdition,
  viewMatters,
  voidMajorMatter,
} from '../../src/office/publication/index.ts'
import type { Actor } from '../../src/record/people/roles.ts'
import { type NewMatter, newMatterSchema } from '../../src/record/publication/major-matters.ts'
import { type County, county, must } from './county.ts'

let place: County
let clerk: Actor
beforeAll(async () => {
  place = await county('2026-03-02')
  clerk = place.actor('clerk')
})
afterAll(() => place.close())

const matter = (given: Partial<Record<keyof NewMatter, unknown>> = {}): NewMatter =>
  newMatterSchema.parse({
    kind: 'project',
    title: '第三中学教学楼加固工程立项',
    decidedOn: '2026-02-27',
    decidedBy: '局长办公会2026年第5次',
    regime: 'government',
    openness: 'public',
    ...given,
  })
const enter = (given: Partial<Record<keyof NewMatter, unknown>> = {}, by = clerk, id: string = randomUUID()) =>
  enterMatter(place.office, by, { ...matter(given), id })
const list = async (by = clerk) => must(await viewMatters(place.office, by, {}))

test('公开的从决定之日起二十个工作日内公开；起草带着题目、决定日期和栏目', async () => {
  must(await enter())
  const [row] = (await list()).rows
  expect(row).toMatchObject({ kind: 'project', duty: { state: 'due', due: '2026-03-26' }, voided: null })
  const duties = must(await viewDuties(place.office, clerk, { tab: 'open', whose: 'mine' })).rows
  expect(duties.map(({ what, why }) => [what, why.startsWith('2026-02-27 决定')])).toEqual([
    ['重大项目安排：第三中学教学楼加固工程立项', true],
  ])
  const begun = must(await draftForDuty(place.office, clerk, { id: randomUUID(), key: row?.duty?.key ?? '' }))
  const { content } = must(await viewEdition(place.office, clerk, { id: begun.id }))
  expect(content).toMatchObject({
    title: '第三中学教学楼加固工程立项',
    column: 'projects',
    formedOn: '2026-02-27',
    stage: 'decision',
  })
  expect((await list()).rows[0]?.duty?.draft).toMatchObject({ id: begun.id })
  expect((await list()).counts.project).toEqual({ all: 1, open: 1, published: 0 })
})

test('不公开的必须写理由，带着理由列为不适用，要在台账里改', async () => {
  const refused = await enter({ kind: 'appointment', openness: 'internal', decidedOn: '2026-03-03' })
  expect(refused.ok ? [] : refused.refusals.map(({ field }) => field)).toEqual(['decidedOn', 'reason'])
  const id = randomUUID()
  must(
    await enter(
      { kind: 'appointment', title: '机关内设机构人员调整', openness: 'internal', reason: '属于内部人事管理信息' },
      clerk,
      id,
    ),
  )
  const view = must(await viewDuties(place.office, clerk, { tab: 'notApplicable', whose: 'mine' }))
  expect(view.rows).toMatchObject([{ state: 'notApplicable', note: { because: '属于内部人事管理信息' } }])
  const open = { commandId: randomUUID(), key: `matter.${id}`, kind: 'open', because: '', documentId: null } as const
  expect(await noteDuty(place.office, clerk, open)).toMatchObject({ ok: false, refusals: [{ code: 'field-invalid' }] })
})

test('党务事项注明；登记两次只有一件；作废的不再催，记录保留；没有权限的看不到', async () => {
  const id = randomUUID()
  must(await enter({ kind: 'decision', title: '党组学习制度修订', regime: 'party' }, clerk, id))
  must(await enter({ kind: 'decision', title: '党组学习制度修订', regime: 'party' }, clerk, id))
  expect((await list()).rows.filter((row) => row.id === id)).toHaveLength(1)
  const duty = must(await viewDuties(place.office, clerk, { tab: 'open', whose: 'mine' })).rows.find(
    ({ key }) => key === `matter.${id}`,
  )
  expect(duty?.why).toBe('2026-02-27 决定，党务公开')
  must(await voidMajorMatter(place.office, clerk, { id, because: '重复登记' }))
  expect((await list()).rows.find((row) => row.id === id)).toMatchObject({ duty: null, voided: { because: '重复登记' } })
  expect(await voidMajorMatter(place.office, clerk, { id, because: '重复登记' })).toMatchObject({
    ok: false,
    refusals: [{ code: 'not-found' }],
  })
  for (const role of ['sectionOfficer', 'auditor', 'administrator', 'secrecyReviewer'] as const)
    expect(await viewMatters(place.office, place.actor(role), {})).toMatchObject({
      ok: false,
      refusals: [{ code: 'not-permitted' }],
    })
  expect(await enter({}, place.actor('head'))).toMatchObject({ ok: false })
  expect((await list(place.actor('informationOfficer', 'school'))).rows).toEqual([])
})

test('按年度看；没有登记过的年份也打得开', async () => {
  must(await enter({ kind: 'spending', title: '2025年末追加专项经费', decidedOn: '2025-12-30' }))
  const { rows, years } = must(await viewMatters(place.office, clerk, { year: 2025 }))
  expect([rows.map(({ decidedOn }) => decidedOn), years]).toEqual([[localDate('2025-12-30')], [2026, 2025]])
  expect(must(await viewMatters(place.office, clerk, { year: 2020 })).rows).toEqual([])
})
