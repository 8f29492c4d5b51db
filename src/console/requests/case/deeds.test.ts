import { describe, expect, test } from 'vitest'
import { reg } from '../../../law/cite.ts'
import type { ActKind } from '../../../record/requests/acts.ts'
import { ACT_WORDS } from '../../../record/requests/acts.ts'
import type { May } from '../../../record/requests/may.ts'
import type { CaseView, DraftView } from '../../../record/requests/view.ts'
import { deedsOf } from './deeds.ts'

const YES: May = { allowed: true }
const NOT_YET: May = {
  allowed: false,
  refusal: { code: 'not-received-yet', say: '还没有确认收到。', then: '先确认。', cite: reg('31') },
}
const NOT_MINE: May = { allowed: false, refusal: { code: 'not-permitted', say: '您的角色不能办理。', then: '请由同事办理。' } }

function given(
  phase: CaseView['phase'],
  over: Partial<Record<ActKind, May>>,
  more: {
    draft?: DraftView['state']
    unreviewed?: DraftView['unreviewed']
    mayDraft?: May
    sending?: CaseView['sending']
    delivery?: CaseView['content']['delivery']
  } = {},
): Parameters<typeof deedsOf>[0] {
  const kinds = Object.keys(ACT_WORDS) as ActKind[]
  const may = Object.fromEntries(kinds.map((kind) => [kind, over[kind] ?? NOT_YET])) as CaseView['may']
  const draft = more.draft ? ({ state: more.draft, unreviewed: more.unreviewed ?? [] } as DraftView) : null
  const content = { delivery: more.delivery ?? 'post' } as CaseView['content']
  return { phase, may, draft, mayDraft: more.mayDraft ?? NOT_YET, sending: more.sending ?? null, content }
}

describe('下一步', () => {
  test('待确认收到：先确认收到', () => {
    expect(deedsOf(given('awaitingConfirmation', { received: YES })).next).toEqual({ record: 'received' })
  })
  test('待补正、期限未满：登记收到补正；期限已满：登记逾期不补正', () => {
    expect(deedsOf(given('awaitingCorrection', { 'correction-received': YES })).next).toEqual({ record: 'correction-received' })
    const lapsed = given('awaitingCorrection', { 'correction-received': YES, 'correction-lapsed': YES })
    expect(deedsOf(lapsed).next).toEqual({ record: 'correction-lapsed' })
  })
  test('办理中：承办人拟写答复', () => {
    expect(deedsOf(given('running', {}, { mayDraft: YES })).next).toEqual({ go: 'compose', words: '拟写答复' })
  })
  test('答复稿已送审：审查完了负责人审批，没有审查完的只查看，承办人只查看', () => {
    const head = given('running', { 'reply-approved': YES }, { draft: 'submitted' })
    expect(deedsOf(head).next).toEqual({ go: 'approve', words: '审批答复稿' })
    const unreviewed = [{ code: 'review-needed', say: '这一稿还没有通过保密审查。', then: '' } as const]
    const early = given('running', { 'reply-approved': YES }, { draft: 'submitted', unreviewed })
    expect(deedsOf(early).next).toEqual({ go: 'approve', words: '查看送审稿' })
    const clerk = given('running', {}, { draft: 'submitted', mayDraft: YES })
    expect(deedsOf(clerk).next).toEqual({ go: 'compose', words: '查看送审稿' })
  })
  test('答复稿已批准：发出答复；没有批准不能发出', () => {
    const approved = given('running', { replied: YES }, { draft: 'approved', mayDraft: YES })
    expect(deedsOf(approved).next).toEqual({ record: 'replied' })
    const returned = given('running', { replied: YES }, { draft: 'returned', mayDraft: YES })
    expect(deedsOf(returned).next).toEqual({ go: 'compose', words: '修改退回的答复' })
  })
  test('答复作出之后：没有寄出的先寄出，寄出的登记送达、其次退回，退回的再寄；自行领取的直接登记送达；等待打开的只等', () => {
    const after = (phase: 'replied' | 'lapsed', sending: CaseView['sending'], delivery: 'post' | 'pickup' = 'post') => {
      const may = { withdrawn: YES, dispatched: YES, served: YES, 'mail-returned': YES }
      const { next, others } = deedsOf(given(phase, may, { sending, delivery }))
      return [next && 'record' in next ? next.record : null, others[0]]
    }
    for (const phase of ['replied', 'lapsed'] as const) {
      expect(after(phase, 'toSend')).toEqual(['dispatched', 'served'])
      expect(after(phase, 'toSend', 'pickup')).toEqual(['served', 'dispatched'])
      expect(after(phase, 'sent')).toEqual(['served', 'mail-returned'])
      expect(after(phase, 'returned')[0]).toBe('dispatched')
      expect(after(phase, 'noticed')[0]).toBe('served')
      expect(after(phase, 'online')[0]).toBeNull()
    }
  })
  test('已送达：没有下一步', () => {
    expect(deedsOf(given('served', {}, { mayDraft: YES })).next).toBeNull()
  })
})

test('能办的、现在不能办的（带理由和条款）、不归本角色办的，各在一处，不重复', () => {
  const { next, others, refused, notMine } = deedsOf(
    given('awaitingConfirmation', { received: YES, withdrawn: YES, extended: NOT_MINE }),
  )
  expect(next).toEqual({ record: 'received' })
  expect(others).toEqual(['withdrawn'])
  expect(notMine).toEqual(['extended'])
  expect(refused.find(({ kind }) => kind === 'correction-asked')?.refusal.cite).toEqual(reg('31'))
  const all = ['received', ...others, ...notMine, ...refused.map(({ kind }) => kind)]
  expect(new Set(all).size).toBe(all.length)
})
