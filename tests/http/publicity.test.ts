/** 公示：公示期算到哪天，不能缩短、改了重来，期满自己结束，结果互相链接。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { listTasks } from '../../src/office/desk/list-tasks.ts'
import {
  beginEdition,
  endPublicities,
  reviseDocument,
  viewEdition,
  viewPublicity,
  withdrawDocument,
} from '../../src/office/publication/index.ts'
import { usualPlan } from '../../src/record/publication/publicity.ts'
import { type County, county, must } from './county.ts'
import { why } from './desk.ts'
import { contentOf, editionWork } from './editions-work.ts'
import { codes, CONTACT, LIST, PLAN, publicityWork } from './publicity-work.ts'

let place: County
let app: FastifyInstance
let work: ReturnType<typeof publicityWork>
let drafts: ReturnType<typeof editionWork>
beforeAll(async () => {
  place = await county('2026-03-02')
  app = await place.product.buildServer()
  work = publicityWork(place, app)
  drafts = editionWork(place)
})
afterAll(async () => {
  await app.close()
  await place.close()
})

describe('公示期', () => {
  test('起草时写明事项、长短和受理异议的电话；签发之日起算，最后一日算好（学生资助：五个工作日）', async () => {
    const { documentId, address } = await work.shown('学生资助拟发放名单公示')
    const view = must(await viewPublicity(place.office, work.clerk(), { documentId }))
    expect(view).toMatchObject({ state: 'running', startsOn: '2026-03-02', endsOn: '2026-03-09' })
    const page = await work.get(address)
    expect(page.body).toContain('公示到2026年3月9日')
    expect(page.body).toContain('人事科，电话 0970-5550114')
    expect(page.body).toContain('没有收到异议')
    expect((await work.get('/jyj/content/education-students')).body).toContain('公示到 2026-03-09')
  })

  test('没有写受理异议的部门和电话，送审时在该处指出', async () => {
    const contact = { office: '', phone: '', place: '' }
    const one = await drafts.draft({ title: '评优公示', publicity: { ...PLAN, contact } })
    const refused = await one.submit()
    expect(refused.ok ? [] : refused.refusals.map(({ field }) => field)).toEqual([
      'publicity.contact.office',
      'publicity.contact.phone',
    ])
  })

  test('比规定短的，起草和审核的人都看到，不拦', async () => {
    const one = await drafts.draft({
      title: '任职公示',
      publicity: { ...usualPlan('appointment', CONTACT), length: { n: 3, unit: 'workingDays' } },
    })
    const { publicity } = await one.view()
    expect(publicity?.short).toContain('《干部任用条例》：任职公示不少于 5 个工作日')
    must(await one.submit())
  })

  test('定了开始日期的，从那一天算；签发晚了，从签发之日算', async () => {
    place.setToday('2026-03-02')
    const later = await drafts.release({ title: '晚几天开始', body: LIST, publicity: { ...PLAN, startsOn: '2026-03-04' } })
    expect(must(await viewPublicity(place.office, work.clerk(), { documentId: later.documentId })).endsOn).toBe('2026-03-11')
    const planned = await drafts.draft({ title: '签发晚了', body: LIST, publicity: { ...PLAN, startsOn: '2026-03-03' } })
    must(await planned.submit())
    place.setToday('2026-03-05')
    const { documentId } = await planned.passAll()
    expect(must(await viewPublicity(place.office, work.clerk(), { documentId }))).toMatchObject({
      startsOn: '2026-03-05',
      endsOn: '2026-03-12',
    })
  })

  test('公示期跨到没有放假安排的年份，算不出最后一日：说明怎么办', async () => {
    const one = await drafts.draft({ title: '很长的公示', publicity: { ...PLAN, length: { n: 365, unit: 'workingDays' } } })
    expect(why(await one.submit())).toContain('算不出最后一日')
  })
})

describe('公示期内修改', () => {
  const revised = async (documentId: string) => {
    const id = randomUUID()
    must(await reviseDocument(place.office, work.clerk(), { id, documentId }))
    return drafts.handles(id, work.clerk())
  }
  const given = (title: string, more: Record<string, unknown>) => ({
    title,
    column: 'education-students',
    body: LIST,
    publicity: PLAN,
    ...more,
  })

  test('内容有改动：审核的人看到“重新公示”，签发之日起重新算，页面写明', async () => {
    const { documentId, address } = await work.shown('改了名单的公示')
    place.setToday('2026-03-05')
    const one = await revised(documentId)
    must(await one.save(given('改了名单的公示', { body: LIST.replace('张三', '李四') })))
    expect((await one.view()).publicity).toMatchObject({ means: 'restarts', standing: '2026-03-09', endsOn: '2026-03-12' })
    must(await one.submit())
    await one.passAll()
    const view = must(await viewPublicity(place.office, work.clerk(), { documentId }))
    expect(view).toMatchObject({ run: 2, startsOn: '2026-03-05', endsOn: '2026-03-12' })
    expect(view.earlier).toMatchObject([{ startsOn: '2026-03-02', restartedOn: '2026-03-05' }])
    expect((await work.get(address)).body).toContain('从这一天重新开始公示')
  })

  test('只改摘要、栏目，或者写明是文字订正：公示期照原来的算', async () => {
    const { documentId } = await work.shown('只订正错字的公示')
    place.setToday('2026-03-05')
    const one = await revised(documentId)
    must(await one.save(given('只订正错字的公示', { summary: '拟资助学生名单。' })))
    expect((await one.view()).publicity?.means).toBe('continues')
    const body = LIST.replace('现将', '现特将')
    must(await one.save(given('只订正错字的公示', { body, publicity: { ...PLAN, slight: '第一句的错别字' } })))
    expect((await one.view()).publicity?.means).toBe('continues')
    must(await one.submit())
    await one.passAll()
    expect(must(await viewPublicity(place.office, work.clerk(), { documentId })).endsOn).toBe('2026-03-09')
  })

  test('不能缩短，也不能取消；可以延长', async () => {
    const { documentId } = await work.shown('想缩短的公示')
    const one = await revised(documentId)
    must(await one.save(given('想缩短的公示', { publicity: { ...PLAN, length: { n: 2, unit: 'workingDays' } } })))
    expect(why(await one.submit())).toMatch(/publicity-shortened 公示期不能缩短：原定 5 个工作日，到 2026-03-09/)
    must(await one.save(given('想缩短的公示', { publicity: null })))
    expect(why(await one.submit())).toContain('不能取消公示')
    must(await one.save(given('想缩短的公示', { publicity: { ...PLAN, length: { n: 7, unit: 'workingDays' } } })))
    must(await one.submit())
    await one.passAll()
    expect(must(await viewPublicity(place.office, work.clerk(), { documentId })).endsOn).toBe('2026-03-11')
  })
})

describe('期满', () => {
  const result = async (documentId: string) => {
    const given = {
      title: '资助名单公示结果',
      column: 'education-students',
      body: '<p>公示无异议，予以资助。</p>',
      resultOf: documentId,
    }
    return drafts.draft(given)
  }

  test('到期次日自己结束：内容不再显示，地址写明公示期和异议的件数；不公布结果的，随之办结', async () => {
    const { documentId, address } = await work.shown('到期的公示', { after: 'archive' })
    place.setToday('2026-03-09')
    await endPublicities(place.office)
    expect((await work.get(address)).status).toBe(200)
    place.setToday('2026-03-10')
    await endPublicities(place.office)
    expect(await endPublicities(place.office)).toBe(0)
    const page = await work.get(address)
    expect(page.status).toBe(410)
    expect(page.body).toContain('公示已经结束')
    expect(page.body).toContain('2026-03-02 至 2026-03-09')
    expect(page.body).not.toContain('张三')
    expect(must(await viewPublicity(place.office, work.clerk(), { documentId })).state).toBe('concluded')
  })

  test('期满之前、有异议没有办结，都不能公布结果；办结之后可以，两边互相链接', async () => {
    const { documentId, address } = await work.shown('等结果的公示')
    must(await work.raise(documentId))
    const draft = await result(documentId)
    must(await draft.submit())
    const { chain } = await draft.view()
    for (const step of chain.slice(0, -1)) must(await draft.pass(step))
    expect(codes(await draft.pass('head'))).toEqual(['publicity-running'])
    place.setToday('2026-03-10')
    expect(why(await draft.pass('head'))).toContain('还有 1 件异议没有办结，不能公布结果')
    expect((await work.get(address)).body).toContain('正在办理异议，办结以后公布结果')
    const [{ id = '' } = {}] = await work.objections(documentId)
    must(await work.answer(id))
    expect((await work.get(address)).body).toContain('结果即将公布')
    const task = must(await listTasks(place.office, work.clerk())).find(({ publicityId }) => publicityId === documentId)
    expect(task?.what).toBe('公示期满，公布结果')
    must(await draft.pass('head'))
    const over = await work.get(address)
    expect(over.body).toContain('资助名单公示结果')
    expect(over.body).toContain('收到异议 1 件：不成立 1 件')
    const { documentId: resultId } = await draft.view()
    expect((await work.get(`/jyj/doc/${resultId}`)).body).toContain(`href="${address}"`)
    expect(must(await viewPublicity(place.office, work.clerk(), { documentId }))).toMatchObject({
      state: 'concluded',
      result: { documentId: resultId },
    })
    const another = await result(documentId)
    expect(codes(await another.submit())).toEqual(['already-done'])
  })

  test('撤下的公示：异议照样要答复，不能据此公布结果；重新签发是新的公示期', async () => {
    const { id, documentId } = await work.shown('撤下的公示')
    must(await work.raise(documentId))
    must(
      await withdrawDocument(place.office, work.lead(), {
        id,
        commandId: randomUUID(),
        seen: must(await viewEdition(place.office, work.lead(), { id })).version,
        because: '名单有误，核实后重新公示',
      }),
    )
    expect(must(await viewPublicity(place.office, work.clerk(), { documentId })).state).toBe('withdrawn')
    expect(codes(await (await result(documentId)).submit())).toEqual(['already-done'])
    const [{ id: objection = '' } = {}] = await work.objections(documentId)
    must(await work.answer(objection))
    place.setToday('2026-03-12')
    await drafts.releaseAgain(documentId, { title: '撤下的公示', column: 'education-students', body: LIST, publicity: PLAN })
    expect(must(await viewPublicity(place.office, work.clerk(), { documentId }))).toMatchObject({
      state: 'running',
      run: 2,
      endsOn: '2026-03-19',
    })
  })

  test('没有这一件公示的，不能起草它的结果', async () => {
    const one = randomUUID()
    must(
      await beginEdition(place.office, work.clerk(), {
        id: one,
        content: contentOf({ resultOf: randomUUID() }),
        sectionId: null,
      }),
    )
    expect(why(await drafts.handles(one, work.clerk()).submit())).toContain('没有这一件公示')
  })
})
