/** 引导: for each standing of a case the one right step, and nothing that this person may not do. */
import { describe, expect, test } from 'vitest'
import { localDate } from '../../law/date.ts'
import { PHASES } from '../../law/requests/vocabulary.ts'
import { ACT_WORDS, type ActKind } from '../requests/acts.ts'
import type { CaseView, DraftView } from '../requests/view.ts'
import { guideOf } from './guide.ts'
import { STATIONS, unneededStations } from './stations.ts'

type Seen = Parameters<typeof guideOf>[0]
const CONTENT: Seen['content'] = { subject: '2025年学区划分图', description: '', carrier: 'paper', delivery: 'post' }

function seen(phase: CaseView['phase'], allowed: readonly ActKind[], more: Partial<Seen> = {}): Seen {
  const no = { allowed: false as const, refusal: { code: 'not-permitted' as const, say: '不能。', then: '请由同事办理。' } }
  const kinds = Object.keys(ACT_WORDS) as ActKind[]
  const may = Object.fromEntries(kinds.map((kind) => [kind, allowed.includes(kind) ? { allowed: true } : no])) as CaseView['may']
  return {
    phase,
    clock: { due: null, provisional: false, phase, limits: [], steps: [], breaches: [] },
    today: localDate('2026-03-16'),
    may,
    draft: null,
    mayDraft: { allowed: true },
    mayAssign: true,
    acts: [],
    consultations: [],
    section: { id: 's', name: '基础教育科' },
    left: { workingDays: 10, words: '还剩 10 个工作日', tone: 'calm' },
    sending: null,
    content: CONTENT,
    ...more,
  }
}
const noticeDue = (due: string, view: Seen): Seen => ({
  ...view,
  clock: { ...view.clock, limits: [{ what: 'correctionNotice', due: localDate(due), met: null }] },
})
const draft = (state: DraftView['state']) => ({ state }) as DraftView
const acted = (kind: ActKind) => ({ kind, annulled: false }) as CaseView['acts'][number]

describe('一件申请从头到尾，每一步只说一件事', () => {
  test('网上申请：先确认收到（条例第三十一条）', () => {
    const guide = guideOf(seen('awaitingConfirmation', ['received', 'withdrawn']))
    expect(guide).toMatchObject({ station: '确认收到', way: { deed: { record: 'received' } } })
    expect(guide.law).toContain('第三十一条')
  })
  test('没有分办的先分办', () => {
    const guide = guideOf(seen('running', ['searched'], { section: null }))
    expect(guide.way?.deed).toEqual({ look: 'assignment' })
    // 信息就在本机构的，检索以后不再要分办。
    const searched = guideOf(seen('running', ['searched'], { section: null, acts: [acted('searched')] }))
    expect(searched.way?.deed).toEqual({ go: 'compose' })
  })
  test('分办之后检索；内容不明确的，给出补正', () => {
    const guide = guideOf(noticeDue('2026-03-16', seen('running', ['searched', 'correction-asked'])))
    expect(guide.way?.deed).toEqual({ record: 'searched' })
    expect(guide.unlike.map(({ deed }) => deed)).toEqual([{ record: 'correction-asked' }])
  })
  test.each<[string, Partial<Seen>]>([
    ['还没有分办', { section: null }],
    ['已经检索', { acts: [acted('searched')] }],
    ['正在拟稿', { draft: draft('draft') }],
    ['正在征求意见', { consultations: [{ whom: 'thirdParty', answeredOn: null } as CaseView['consultations'][number]] }],
  ])('条例第三十条：七个工作日之内，%s也能告知补正，写明最迟哪一天', (_, more) => {
    const open = seen('running', ['searched', 'correction-asked'], more)
    const guide = guideOf(noticeDue('2026-03-16', open))
    expect(guide.unlike[0]?.deed).toEqual({ record: 'correction-asked' })
    expect(guide.beside).toContain('最迟2026年3月16日（周一）一次告知补正')
    const late = guideOf(noticeDue('2026-03-13', open))
    expect([late.beside, late.unlike.some(({ deed }) => 'record' in deed && deed.record === 'correction-asked')]).toEqual([
      undefined,
      false,
    ])
    // Asked once already, or somebody else's to ask: nothing is said.
    expect(guideOf(noticeDue('2026-03-16', seen('running', ['searched'], more))).beside).toBeUndefined()
  })
  test('检索之后拟写答复；来不及的，届满前延长', () => {
    const guide = guideOf(seen('running', ['searched', 'extended'], { acts: [acted('searched')] }))
    expect(guide.way?.deed).toEqual({ go: 'compose' })
    expect(guide.unlike[0]?.deed).toEqual({ record: 'extended' })
  })
  test('征求意见期间等待，收到意见就登记', () => {
    const consultation = {
      whom: 'thirdParty' as const,
      party: '第三方甲',
      askedOn: '2026-03-04' as CaseView['today'],
      letterReceived: null,
      answeredOn: null,
      consents: null,
      answerBy: null,
    }
    const guide = guideOf(seen('running', ['third-party-answered', 'notice-received'], { consultations: [consultation] }))
    expect(guide).toMatchObject({ station: '征求意见', way: { deed: { record: 'third-party-answered' } } })
  })
  test('送审之后：负责人去审批，承办人等待', () => {
    const head = guideOf(seen('running', ['reply-approved'], { draft: draft('submitted') }))
    expect(head.way?.deed).toEqual({ go: 'approve' })
    expect(guideOf(seen('running', [], { draft: draft('submitted') })).way).toBeNull()
    const reviewer = guideOf(seen('running', [], { draft: draft('submitted') }), { reviews: true })
    expect(reviewer).toMatchObject({ way: { deed: { look: 'reviews' } } })
    expect(reviewer.step).toContain('请您审查')
    expect(reviewer.step).not.toContain('等审查')
  })

  test('没有征求过意见的，这一步不算办过，写明不需要', () => {
    const view = seen('running', [], { draft: draft('submitted') })
    expect(unneededStations(view, guideOf(view))).toEqual(['征求意见'])
    const asked = { ...view, consultations: [{}] as CaseView['consultations'] }
    expect(unneededStations(asked, guideOf(view))).toEqual([])
    const early = seen('awaitingConfirmation', ['received'])
    expect(unneededStations(early, guideOf(early))).toEqual([])
  })
  test('视为放弃、撤回的没有答复：拟写、审批不算办过，写明不需要；检索过的照写', () => {
    const lapsed = seen('lapsed', ['dispatched'], { sending: 'toSend' })
    expect(unneededStations(lapsed, guideOf(lapsed))).toEqual(['检索', '征求意见', '拟写答复', '审查审批'])
    const searched = { ...lapsed, acts: [acted('searched')] }
    expect(unneededStations(searched, guideOf(searched))).toEqual(['征求意见', '拟写答复', '审查审批'])
  })
  test('批准之后发出；发出之后送达；送达之后办结', () => {
    expect(guideOf(seen('running', ['replied'], { draft: draft('approved') })).way?.deed).toEqual({ record: 'replied' })
    const decided = (sending: Seen['sending'], delivery: 'post' | 'pickup' = 'post') =>
      guideOf(seen('replied', ['dispatched', 'served', 'mail-returned'], { sending, content: { ...CONTENT, delivery } }))
    expect(decided('toSend').way?.deed).toEqual({ record: 'dispatched' })
    expect(decided('toSend', 'pickup').way?.deed).toEqual({ record: 'served' })
    expect(decided('sent').way?.deed).toEqual({ record: 'served' })
    expect(decided('sent').unlike[0]?.deed).toEqual({ record: 'mail-returned' })
    const posted = guideOf(seen('replied', ['served', 'mail-returned', 'annulled'], { sending: 'sent' }))
    expect(posted.unlike.map(({ words }) => words)).toEqual(['邮件退回：登记，再寄一次', '邮件号码抄错了：更正'])
    expect(decided('returned').way?.deed).toEqual({ record: 'dispatched' })
    expect(decided('online').way).toBeNull()
    expect(guideOf(seen('served', ['disputed']))).toMatchObject({ station: '办结', way: null })
    expect(guideOf(seen('served', ['archived'])).way?.deed).toEqual({ look: 'file' })
    expect(guideOf(seen('served', ['archived'], { acts: [acted('archived')] }))).toMatchObject({
      way: null,
      then: expect.stringContaining('已经归档'),
    })
  })
})

test('任何阶段都有话可说、有依据，且不给没有权限的按钮', () => {
  for (const phase of PHASES) {
    const guide = guideOf(
      seen(phase, [], { mayDraft: { allowed: false, refusal: { code: 'not-permitted', say: '', then: '' } } }),
    )
    expect(STATIONS).toContain(guide.station)
    expect(guide.step.length * guide.why.length * guide.law.length).toBeGreaterThan(0)
    expect(guide.unlike).toEqual([])
    expect(guide.way === null || 'look' in guide.way.deed).toBe(true)
  }
})

test('延长已经批准、告知书还没有寄出：先寄告知书；寄出或者过了原期限的，接着写答复（条例第三十三条第二款）', () => {
  const extended = { acts: [acted('extended')] }
  const clock = { ...seen('running', []).clock, due: localDate('2026-03-30') }
  const untold = guideOf(seen('running', ['dispatched', 'searched'], { ...extended, clock }))
  expect([untold.step, untold.way?.deed]).toEqual(['把延长答复期限的告知书寄出去', { record: 'dispatched' }])
  expect(untold.why).toContain('3月30日')
  const step = { step: 'extend', from: localDate('2026-03-31'), to: null, workingDays: 0, why: '', cite: '' } as const
  const steps = (view: Partial<Seen>) => guideOf(seen('running', ['dispatched', 'searched'], view)).step
  expect(steps({ ...extended, clock: { ...clock, steps: [step] } })).not.toContain('告知书')
  expect(steps({ ...extended, clock, today: localDate('2026-03-31') })).not.toContain('告知书')
})

test('延迟答复已经决定、告知书还没有寄出：先寄告知书（条例第三十五条）', () => {
  const clock = { ...seen('running', []).clock, due: localDate('2026-03-30') }
  const guide = guideOf(seen('running', ['dispatched', 'searched'], { acts: [acted('deferred')], clock }))
  expect([guide.step, guide.law, guide.way?.deed]).toEqual([
    '把延迟答复告知书寄出去',
    expect.stringContaining('第三十五条'),
    { record: 'dispatched' },
  ])
})
