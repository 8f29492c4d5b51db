/** 审查、审批、授权、分办: nobody decides alone, and nobody on the own wording. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate as on } from '../../../src/law/date.ts'
import { listExceptions } from '../../../src/office/desk/list-exceptions.ts'
import { countTasks, listTasks } from '../../../src/office/desk/list-tasks.ts'
import { delegate, recordAbsence, revokeDelegation } from '../../../src/office/people/deputies.ts'
import { assignCase } from '../../../src/office/requests/annotate.ts'
import { approveReply } from '../../../src/office/requests/approve-reply.ts'
import { viewDeciding } from '../../../src/office/requests/deciding-view.ts'
import { reviewReply } from '../../../src/office/requests/review-reply.ts'
import { viewCase } from '../../../src/office/requests/view-case.ts'
import type { Role } from '../../../src/record/people/roles.ts'
import { sectionsStoodInFor } from '../../../src/store/deciding.sql.ts'
import { type CaseWork, GRANTED, newCase } from '../case-work.ts'
import { type County, county, must, passReviews } from '../county.ts'
import { sendUp } from '../send-up.ts'

let place: County
beforeAll(async () => {
  place = await county()
})
afterAll(() => place.close())

describe('审查、审批、分办', () => {
  const deed = async (work: CaseWork) => ({ caseId: work.id, commandId: randomUUID(), seen: (await work.view()).version })
  const pass = async (work: CaseWork, role: Role, aspect: 'legality' | 'secrecy' | 'privacy', digest: string) =>
    reviewReply(place.office, place.actor(role), { ...(await deed(work)), digest, aspect, conclusion: 'pass', note: '' })

  test('两位审查人员同时打开：先后作出，后一位不必重来', async () => {
    const work = await newCase(place, '2026-03-02')
    const { digest } = await sendUp(place, work, GRANTED, '2026-03-03')
    const { version: seen } = await work.view()
    const both = [
      ['legalReviewer', 'legality'],
      ['privacyReviewer', 'privacy'],
    ] as const
    for (const [role, aspect] of both) {
      const input = { caseId: work.id, commandId: randomUUID(), seen, digest, aspect, conclusion: 'pass', note: '' } as const
      must(await reviewReply(place.office, place.actor(role), input))
    }
  })

  test('三项审查由不同的人、都不是拟稿人作出；少一项不能审批；改了一个字要重新审查', async () => {
    const work = await newCase(place, '2026-03-02')
    const { digest } = await sendUp(place, work, GRANTED, '2026-03-03')
    const approve = async (of: string) => approveReply(place.office, place.actor('head'), { ...(await deed(work)), digest: of })
    expect(await approve(digest)).toMatchObject({
      refusals: [{ code: 'review-needed', say: expect.stringContaining('合法性审查、保密审查') }],
    })
    const waits = async () =>
      must(await listTasks(place.office, place.actor('legalReviewer')))
        .filter(({ caseId }) => caseId === work.id)
        .map(({ what }) => what)
    expect(await waits()).toEqual(['审查答复稿'])
    const headSees = async () => must(await listTasks(place.office, place.actor('head'))).find(({ caseId }) => caseId === work.id)
    const nameOf = (role: Role) => place.actor(role).name
    const three = `合法性审查（${nameOf('legalReviewer')}）、保密审查（${nameOf('secrecyReviewer')}）、个人信息和商业秘密审查（${nameOf('privacyReviewer')}）`
    expect(await headSees()).toMatchObject({ what: '答复稿待审查', why: expect.stringContaining(`等待${three}`), notYet: true })
    const clerkSees = async () =>
      must(await listExceptions(place.office, place.actor('clerk'))).find(({ caseId }) => caseId === work.id)
    expect(await clerkSees()).toMatchObject({ kind: 'reviewWaiting', waitsFor: three })
    expect((await work.view()).draft).toMatchObject({ unreviewed: [{ code: 'review-needed' }], awaits: three })
    const counted = await countTasks(place.office, place.actor('head'))
    const drafter = { ...place.actor('clerk'), roles: ['clerk', 'legalReviewer'] as Role[] }
    expect(
      await reviewReply(place.office, drafter, {
        ...(await deed(work)),
        digest,
        aspect: 'legality',
        conclusion: 'pass',
        note: '',
      }),
    ).toMatchObject({ refusals: [{ say: '您参与拟写了这一稿，不能审查自己的稿子。' }] })
    must(await pass(work, 'legalReviewer', 'legality', digest))
    expect(await waits()).toEqual([])
    const both = { ...place.actor('legalReviewer'), roles: ['legalReviewer', 'secrecyReviewer'] as Role[] }
    expect(
      await reviewReply(place.office, both, { ...(await deed(work)), digest, aspect: 'secrecy', conclusion: 'pass', note: '' }),
    ).toMatchObject({ refusals: [{ say: expect.stringContaining('至少由 3 人分别承担') }] })
    must(await pass(work, 'secrecyReviewer', 'secrecy', digest))
    const giveBack = { ...(await deed(work)), digest, aspect: 'privacy', conclusion: 'return' } as const
    expect(await reviewReply(place.office, place.actor('privacyReviewer'), { ...giveBack, note: ' ' })).toMatchObject({
      refusals: [{ field: 'note' }],
    })
    must(await reviewReply(place.office, place.actor('privacyReviewer'), { ...giveBack, note: '附件里有身份证号，请去掉。' }))
    expect((await work.view()).draft).toMatchObject({ state: 'returned', returnedBecause: '附件里有身份证号，请去掉。' })
    const { digest: second } = await sendUp(place, work, { ...GRANTED, remark: '附件已去掉个人信息。' }, '2026-03-04')
    expect(await approve(second)).toMatchObject({ refusals: [{ code: 'review-needed' }] })
    const { changes } = must(await viewDeciding(place.office, place.actor('head'), work.id))
    expect(changes).toContainEqual({ kind: 'added', text: '附件已去掉个人信息。' })
    await passReviews(place, work.id, (await work.view()).version, second)
    expect(await headSees()).toMatchObject({ what: '审批答复稿', why: expect.not.stringContaining('等待') })
    expect((await headSees())?.notYet).toBeUndefined()
    expect(await countTasks(place.office, place.actor('head'))).toBe(counted + 1)
    expect(await clerkSees()).toMatchObject({ kind: 'approvalWaiting', waitsFor: expect.stringContaining(nameOf('head')) })
    expect((await work.view()).draft).toMatchObject({ unreviewed: [], awaits: '' })
    must(await approve(second))
  })

  test('分管负责人没有书面授权不能审批；有授权可以；撤销之后又不可以', async () => {
    const { office } = place
    const [head, deputy] = [place.actor('head'), place.actor('deputyHead')]
    const ready = async () => {
      const work = await newCase(place, '2026-03-02')
      const { digest } = await sendUp(place, work, GRANTED, '2026-03-03')
      await passReviews(place, work.id, (await work.view()).version, digest)
      return { work, approve: async () => approveReply(office, deputy, { ...(await deed(work)), digest }) }
    }
    const first = await ready()
    expect(await first.approve()).toMatchObject({ refusals: [{ code: 'delegation-needed' }] })
    const waiting = async () => must(await listTasks(office, deputy)).filter(({ notYet }) => !notYet).length
    expect(await waiting()).toBe(0)
    const given = { officerId: deputy.id, from: on('2026-03-02'), to: on('2026-03-31'), document: '云教授〔2026〕1号' }
    expect(await delegate(office, place.actor('officeHead'), given)).toMatchObject({ refusals: [{ code: 'not-permitted' }] })
    const { delegations } = must(await delegate(office, head, given))
    expect(await waiting()).toBeGreaterThan(0)
    must(await first.approve())
    expect((await first.work.view()).acts.at(-1)?.act).toMatchObject({ delegation: delegations[0]?.id, approvedBy: deputy.name })
    const second = await ready()
    must(await revokeDelegation(office, head, { id: delegations[0]?.id ?? '' }))
    expect(await second.approve()).toMatchObject({ refusals: [{ code: 'delegation-needed' }] })
  })

  test('分办有内部时限，早于法定期限，留有经过；外出期间由代理人看得到、办得了', async () => {
    const { office, ids } = place
    const work = await newCase(place, '2026-03-02')
    const clerk = place.actor('clerk')
    const to = { caseId: work.id, sectionId: ids.section, officerId: null }
    must(await assignCase(office, clerk, to))
    // Due on 30 March; five working days before it is the 23rd.
    expect(must(await viewDeciding(office, clerk, work.id))).toMatchObject({
      sectionDueOn: '2026-03-23',
      suggestedDueOn: '2026-03-23',
    })
    expect(await assignCase(office, clerk, { ...to, dueOn: on('2026-04-01') })).toMatchObject({ refusals: [{ field: 'dueOn' }] })
    must(await assignCase(office, clerk, { ...to, dueOn: on('2026-03-20') }))
    expect(must(await viewDeciding(office, clerk, work.id)).assignments.map(({ dueOn }) => dueOn)).toEqual([
      '2026-03-23',
      '2026-03-20',
    ])
    const task = async (actor = clerk) => must(await listTasks(office, actor)).find(({ caseId }) => caseId === work.id)
    expect((await task())?.why).toContain('内部时限 2026年3月20日')
    place.setToday('2026-03-23')
    expect((await task())?.what).toContain('科室已超过内部时限（2026年3月20日）')
    place.setToday('2026-03-05')
    const standIn = { ...place.actor('informationOfficer'), roles: ['sectionOfficer'] as Role[] }
    expect(await viewCase(office, standIn, work.id)).toMatchObject({ ok: false })
    must(
      await recordAbsence(office, clerk, {
        officerId: place.actor('sectionOfficer').id,
        deputyId: standIn.id,
        from: on('2026-03-02'),
        to: on('2026-03-10'),
      }),
    )
    const standsInFor = await sectionsStoodInFor(office.db, ids.bureau, standIn.id, on('2026-03-05'))
    expect(must(await viewCase(office, { ...standIn, standsInFor }, work.id)).id).toBe(work.id)
    const own = { ...standIn, sectionId: randomUUID() }
    expect(await task(own)).toBeUndefined()
    expect((await task({ ...own, standsInFor }))?.caseId).toBe(work.id)
    expect(await sectionsStoodInFor(office.db, ids.bureau, standIn.id, on('2026-03-11'))).toEqual([])
  })
})
