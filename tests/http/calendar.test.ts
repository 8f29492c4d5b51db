/** 日历变更: 载入新一年放假安排、地方规定，先预览后载入，案件逐件重算、留痕、告知申请人。 */
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { changeCalendar, previewChange } from '../../src/office/calendar/change-calendar.ts'
import { calendarMoves, viewCalendar } from '../../src/office/calendar/view-calendar.ts'
import { openDispute } from '../../src/office/disputes/open-dispute.ts'
import { recordDispute } from '../../src/office/disputes/record-dispute.ts'
import { viewDispute } from '../../src/office/disputes/view-dispute.ts'
import { legalSetting } from '../../src/office/people/agencies.ts'
import { refold } from '../../src/office/oversight/refold.ts'
import { printLetters } from '../../src/office/letters/outgoing.ts'
import { openOwnLetter } from '../../src/office/requester/open-letter.ts'
import { recordAct } from '../../src/office/requests/record-act.ts'
import { registerRequest } from '../../src/office/requests/register-request.ts'
import { viewCase, viewLetter } from '../../src/office/requests/view-case.ts'
import { calendarChangeSchema, changed } from '../../src/record/calendar/change.ts'
import { letterText } from '../../src/record/letters/check.ts'
import type { Act } from '../../src/record/requests/acts.ts'
import { storeOverlay } from '../../src/store/calendar.sql.ts'
import { lockCase } from '../../src/store/requests.sql.ts'
import { type AmendmentWork, CORRECTED, newAmendment } from './amendment-work.ts'
import { GRANTED, newCase } from './case-work.ts'
import { fileOnline, officeDoes } from './requester-deeds.ts'
import { CONTENT, type County, county, must, REQUESTER } from './county.ts'

let place: County
beforeAll(async () => {
  place = await county('2026-12-10')
})
afterAll(() => place.close())

async function received(on: string): Promise<string> {
  place.setToday(on)
  const given = { commandId: randomUUID(), requester: REQUESTER, content: CONTENT, via: 'in-person' as const }
  return must(
    await registerRequest(place.office, place.actor('clerk'), { ...given, submittedOn: localDate(on), receivedOn: null }),
  ).id
}
const view = async (caseId: string) => must(await viewCase(place.office, place.actor('clerk'), caseId))
async function record(caseId: string, act: Act) {
  const { version } = await view(caseId)
  place.setToday(act.on)
  return recordAct(place.office, place.actor('officeHead'), { caseId, commandId: randomUUID(), seen: version, act })
}

/** Invented for this test: no notice for 2027 is known. */
const INVENTED_2027 = calendarChangeSchema.parse({
  kind: 'year',
  year: 2027,
  notice: { title: '国务院办公厅关于2027年部分节假日安排的通知', number: '国办发明电〔2026〕9号（测试）', on: '2026-12-11' },
  off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
  on: [],
})

describe('载入下一年的放假安排', () => {
  let waiting: string
  let extended: string
  beforeAll(async () => {
    waiting = await received('2026-12-10')
    extended = await received('2026-12-03')
    must(
      await record(extended, {
        kind: 'extended',
        on: localDate('2026-12-14'),
        workingDays: 5,
        reason: '需要进一步查找',
        approvedBy: '',
      }),
    )
    const { letters } = await view(extended)
    const letter = letters.find(({ code }) => code === 'D04')
    const of = { of: letter?.actSeq ?? -1, code: 'D04', letter: letter?.number ?? '' } as const
    const post = { by: 'signed-mail', carrier: 'ems', mailNumber: '1234567890123' } as const
    must(await record(extended, { kind: 'dispatched', on: localDate('2026-12-14'), ...of, ...post }))
    place.setToday('2026-12-15')
  })

  test('通知公布前：C33 期限待定，不推测', async () => {
    expect((await view(waiting)).clock).toMatchObject({ due: null, provisional: true })
  })

  test('预览：哪些案件从何时变到何时、谁要收到告知书；预览不改变任何东西', async () => {
    const preview = must(await previewChange(place.office, place.actor('administrator'), INVENTED_2027))
    expect(preview.faults).toEqual([])
    expect(preview.doubts).toContain('2027-10-01（国庆节）没有放假')
    const replies = preview.moves.filter(({ what }) => what === 'reply').map(({ from, to, letter }) => ({ from, to, letter }))
    expect(replies).toEqual(
      expect.arrayContaining([
        { from: null, to: '2027-01-08', letter: true },
        { from: null, to: '2027-01-08', letter: true },
      ]),
    )
    expect((await view(waiting)).clock.due).toBeNull()
  })

  test('有疑点的，须确认已对照原文核对；无权限的不能载入', async () => {
    const input = { commandId: randomUUID(), change: INVENTED_2027, confirmed: false }
    expect(await changeCalendar(place.office, place.actor('administrator'), input)).toMatchObject({
      ok: false,
      refusals: [{ code: 'field-invalid', field: 'confirmed' }],
    })
    // 全国安排对所有机关生效：一个机关的公开工作机构负责人也不能载入，载入后别的机关的期限会跟着变。
    for (const role of ['clerk', 'officeHead', 'supervisor'] as const)
      expect(await changeCalendar(place.office, place.actor(role), { ...input, confirmed: true })).toMatchObject({
        refusals: [{ code: 'not-permitted' }],
      })
  })

  test('载入：期限确定，案卷留痕，告知书写明新的届满日；再来一次不重复', async () => {
    const input = { commandId: randomUUID(), change: INVENTED_2027, confirmed: true }
    const load = () => changeCalendar(place.office, place.actor('administrator'), input)
    const [after] = (await Promise.all([load(), load()])).map(must)
    if (!after) throw new Error('two answers')
    expect(after.years[0]).toMatchObject({ year: 2027, builtIn: false })
    expect(after.changes[0]).toMatchObject({ letters: 2 })
    const told = await view(waiting)
    expect(told.clock).toMatchObject({ due: '2027-01-08', provisional: false })
    expect(told.letters.map(({ code }) => code)).toEqual(['D01', 'D01'])
    const notice = must(await viewLetter(place.office, place.actor('clerk'), told.letters.at(-1)?.id ?? ''))
    expect(letterText(notice)).toContain('国办发明电〔2026〕9号')
    expect(letterText(notice)).toContain('答复期限至2027年1月8日届满')
    const d04 = must(
      await viewLetter(
        place.office,
        place.actor('clerk'),
        (await view(extended)).letters.findLast(({ code }) => code === 'D04')?.id ?? '',
      ),
    )
    expect(letterText(d04)).toContain('延长5个工作日')
    expect(must(await calendarMoves(place.office, place.actor('clerk'), waiting))).toContainEqual(
      expect.objectContaining({ what: 'reply', from: null, to: '2027-01-08', because: expect.stringContaining('2027年') }),
    )

    must(await changeCalendar(place.office, place.actor('administrator'), input))
    expect((await view(waiting)).letters).toHaveLength(2)
    expect(await changeCalendar(place.office, place.actor('administrator'), { ...input, commandId: randomUUID() })).toMatchObject(
      {
        refusals: [{ code: 'already-done' }],
      },
    )
    expect((await refold(place.office, { write: false })).drifts).toEqual([])
  })
})

test('地方规定放假（《放假办法》第四条）：已告知的届满日后移，告知申请人；撤销后恢复', async () => {
  const caseId = await received('2026-07-01')
  expect((await view(caseId)).clock.due).toBe('2026-07-29')
  const authority = { title: '关于那达慕放假的通知', number: '云政办发〔2026〕8号', on: '2026-06-30' }
  const change = calendarChangeSchema.parse({ kind: 'overlay', authority, off: ['2026-07-15', '2026-07-16'] })
  const administrator = place.actor('administrator')
  const preview = must(await previewChange(place.office, administrator, change))
  expect(preview.moves).toContainEqual(expect.objectContaining({ caseId, from: '2026-07-29', to: '2026-07-31', letter: true }))
  must(await changeCalendar(place.office, administrator, { commandId: randomUUID(), change, confirmed: false }))
  expect((await view(caseId)).clock.due).toBe('2026-07-31')
  const told = (await view(caseId)).letters
  expect(told).toHaveLength(2)
  const back = calendarChangeSchema.parse({ kind: 'overlay', authority, plain: ['2026-07-15', '2026-07-16'] })
  must(await changeCalendar(place.office, administrator, { commandId: randomUUID(), change: back, confirmed: false }))
  expect((await view(caseId)).clock.due).toBe('2026-07-29')
  expect(must(await calendarMoves(place.office, place.actor('clerk'), caseId))).toHaveLength(2)
  expect((await refold(place.office, { write: false })).drifts).toEqual([])
})

test('已经决定、还没有告知的延长：没有寄出的告知书按新的日历重写，文号不变；已经发出的回执另行告知（第三十三条第二款）', async () => {
  const caseId = await received('2026-07-01')
  const workingDays = 5
  must(await record(caseId, { kind: 'extended', on: localDate('2026-07-10'), workingDays, reason: '需要查找', approvedBy: '' }))
  const letterOf = async (code: string) => {
    const found = (await view(caseId)).letters.filter((one) => one.code === code).at(-1)
    return {
      number: found?.number,
      text: letterText(must(await viewLetter(place.office, place.actor('clerk'), found?.id ?? ''))),
    }
  }
  const before = await letterOf('D04')
  expect(before.text).toContain('原至2026年7月29日届满')
  expect(before.text).toContain('延长5个工作日，至2026年8月5日届满')
  const authority = { title: '关于那达慕放假的通知', number: '云政办发〔2026〕11号', on: '2026-07-09' }
  const change = calendarChangeSchema.parse({ kind: 'overlay', authority, off: ['2026-07-15', '2026-07-16'] })
  const preview = must(await previewChange(place.office, place.actor('administrator'), change))
  expect(preview.moves).toContainEqual(expect.objectContaining({ caseId, what: 'reply', letter: true, rewritten: true }))
  must(await changeCalendar(place.office, place.actor('administrator'), { commandId: randomUUID(), change, confirmed: false }))
  const after = await letterOf('D04')
  expect(after.number).toBe(before.number)
  expect(after.text).toContain('原至2026年7月31日届满')
  expect(after.text).toContain('延长5个工作日，至2026年8月7日届满')
  // 改写前的文本留在案卷里，变更记录写明改写了哪一份。
  const [former] = (await view(caseId)).formerLetters
  expect(former).toMatchObject({ number: before.number, addressedTo: 'file', title: expect.stringContaining('重写前') })
  expect(letterText(must(await viewLetter(place.office, place.actor('clerk'), former?.id ?? '')))).toBe(before.text)
  expect(must(await viewCalendar(place.office, place.actor('clerk'))).changes[0]?.rewritten).toEqual([before.number])
  expect((await view(caseId)).letters.map(({ code }) => code).toSorted()).toEqual(['D01', 'D01', 'D04'])
  expect((await letterOf('D01')).text).toContain('答复期限改至2026年7月31日届满')
  const back = calendarChangeSchema.parse({ kind: 'overlay', authority, plain: ['2026-07-15', '2026-07-16'] })
  must(
    await changeCalendar(place.office, place.actor('administrator'), { commandId: randomUUID(), change: back, confirmed: false }),
  )
  expect(await letterOf('D04')).toEqual(before)
})

describe('还没有登记寄出，却已经有人看过、印过的延期告知书：不重写，另行告知（第三十三条第二款）', () => {
  const authority = { title: '关于那达慕放假的通知', number: '云政办发〔2026〕12号', on: '2026-07-09' }
  const off = ['2026-07-30', '2026-07-31']
  async function extendedOnline() {
    place.setToday('2026-07-01')
    const one = await fileOnline(place)
    await officeDoes(place, one, { kind: 'received', on: localDate('2026-07-01'), via: 'web' })
    const extended = {
      kind: 'extended',
      on: localDate('2026-07-10'),
      workingDays: 5,
      reason: '需要查找',
      approvedBy: '',
    } as const
    await officeDoes(place, one, extended, 'officeHead')
    const letters = async () => (await view(one.id)).letters.filter(({ code }) => code === 'D04')
    const [first] = await letters()
    const text = async (id = '') => letterText(must(await viewLetter(place.office, place.actor('clerk'), id)))
    return { ...one, letters, text, id04: first?.id ?? '', before: await text(first?.id) }
  }
  async function change(off: string[], plain: string[] = []) {
    const changing = calendarChangeSchema.parse({ kind: 'overlay', authority, off, plain })
    const preview = must(await previewChange(place.office, place.actor('administrator'), changing))
    const input = { commandId: randomUUID(), change: changing, confirmed: false }
    must(await changeCalendar(place.office, place.actor('administrator'), input))
    return preview
  }

  test.each(['申请人在网上打开过', '批量打印过'] as const)('%s', async (how) => {
    const one = await extendedOnline()
    expect(one.before).toContain('至2026年8月5日届满')
    if (how === '批量打印过') must(await printLetters(place.office, place.actor('clerk'), [one.id04]))
    else must(await openOwnLetter(place.office, { ...one.own, letterId: one.id04 }))
    const { moves } = await change(off)
    expect(moves).toContainEqual(
      expect.objectContaining({ caseId: one.id, from: '2026-08-05', to: '2026-08-07', letter: true, rewritten: false }),
    )
    const [kept, notice] = await one.letters()
    expect(await one.text(kept?.id)).toBe(one.before)
    expect((await view(one.id)).formerLetters).toEqual([])
    expect(await one.text(notice?.id)).toContain(`（文号：${kept?.number}），该申请的答复期限至2026年8月5日届满`)
    expect(await one.text(notice?.id)).toContain('答复期限改至2026年8月7日届满')
    await change([], off)
    const last = (await one.letters()).at(-1)
    expect(await one.text(last?.id)).toContain(`（文号：${notice?.number}），该申请的答复期限至2026年8月7日届满`)
    expect(await one.text(kept?.id)).toBe(one.before)
  })
})

test('日历正在变更时登记的一步：等变更完成，按新的日历计算，不留下旧日历的日期', async () => {
  const caseId = await received('2026-08-03')
  const { agencyId } = place.actor('clerk')
  const change = calendarChangeSchema.parse({
    kind: 'overlay',
    authority: { title: '关于赛马节放假的通知', number: '云政办发〔2026〕9号', on: '2026-08-02' },
    off: ['2026-08-13', '2026-08-14'],
  })
  const extended = { kind: 'extended', on: localDate('2026-08-03'), workingDays: 5, reason: '需要查找', approvedBy: '' } as const
  const recording = await place.office.transact(async (tx) => {
    await lockCase(tx, agencyId, caseId)
    // It waits for the case; whatever it reads before that is of the old calendar.
    const waiting = record(caseId, extended)
    await setTimeout(300)
    const { calendar } = await legalSetting({ db: tx, today: place.office.today }, agencyId)
    const { overlay } = changed(calendar, change)
    await storeOverlay(tx, { agencyId, on: place.office.today(), readings: {}, overlay })
    return { waiting }
  })
  must(await recording.waiting)
  const [row] = await place.asOwner('select due_on::text from request_case where id = $1', [caseId])
  expect(row?.due_on).toBe((await view(caseId)).clock.due)
  expect((await refold(place.office, { write: false })).drifts).toEqual([])
})

describe('日历变更也移动争议卷和更正事项的日子', () => {
  const change = calendarChangeSchema.parse({
    kind: 'overlay',
    authority: { title: '关于那达慕放假的通知', number: '云政办发〔2026〕10号', on: '2026-05-06' },
    off: ['2026-05-13', '2026-05-14'],
  })
  let disputeId: string
  let decidedId: string
  let matter: AmendmentWork
  let decided: AmendmentWork
  beforeAll(async () => {
    const openedOn = (on: string) =>
      ({ kind: 'opened', on: localDate(on), path: 'reconsideration', claimant: 'requester' }) as const
    const open = async (on: string, procedure: 'simplified' | 'ordinary') => {
      const work = await newCase(place, '2026-04-01')
      await work.reply(GRANTED, '2026-04-10')
      must(await work.record({ kind: 'served', on: localDate('2026-04-13'), by: 'in-person', proof: '本人签收' }))
      place.setToday(on)
      const opened = { ...openedOn(on), procedure, acceptedOn: localDate(on) }
      const given = { commandId: randomUUID(), caseId: work.id, opened }
      return must(await openDispute(place.office, place.actor('clerk'), given)).disputeId
    }
    disputeId = await open('2026-05-06', 'ordinary')
    decidedId = await open('2026-05-06', 'simplified')
    must(
      await recordDispute(place.office, place.actor('clerk'), {
        commandId: randomUUID(),
        disputeId: decidedId,
        seen: 1,
        act: { kind: 'answered', on: localDate('2026-05-06'), proof: '当面提交' },
      }),
    )
    matter = await newAmendment(place, '2026-05-06')
    decided = await newAmendment(place, '2026-05-06')
    must(await decided.propose(CORRECTED))
    must(await decided.approve())
  })
  const dispute = async (id: string) => must(await viewDispute(place.office, place.actor('clerk'), id))
  const dueOf = async (id: string, what: string) => (await dispute(id)).limits.find((limit) => limit.what === what)?.due

  test('预览列出争议的答复期限和更正的办理目标，已办的不列；预览不改变任何东西', async () => {
    expect(await dueOf(disputeId, 'answer')).toBe('2026-05-19')
    expect((await matter.view()).targetOn).toBe('2026-06-02')
    const { beside } = must(await previewChange(place.office, place.actor('administrator'), change))
    const { number } = await dispute(disputeId)
    const of = { of: 'dispute', id: disputeId, number } as const
    expect(beside.filter(({ of: room }) => room === 'dispute')).toEqual([
      { ...of, what: 'answer', nth: 1, from: '2026-05-19', to: '2026-05-21' },
    ])
    expect(beside.filter(({ of: room }) => room === 'amendment')).toEqual([
      {
        of: 'amendment',
        id: matter.id,
        number: (await matter.view()).number,
        what: 'target',
        nth: 1,
        from: '2026-06-02',
        to: '2026-06-04',
      },
    ])
    expect((await dispute(disputeId)).calendarMoves).toEqual([])
  })

  test('载入：日子重算，各自的页面写明从哪天到哪天、因为哪份文件；变更记录计入件数；再来一次不重复', async () => {
    const input = { commandId: randomUUID(), change, confirmed: false }
    const after = must(await changeCalendar(place.office, place.actor('administrator'), input))
    expect(await dueOf(disputeId, 'answer')).toBe('2026-05-21')
    expect((await matter.view()).targetOn).toBe('2026-06-04')
    const because = '《关于那达慕放假的通知》（云政办发〔2026〕10号）'
    expect((await dispute(disputeId)).calendarMoves).toEqual([
      { what: 'answer', nth: 1, from: '2026-05-19', to: '2026-05-21', on: '2026-05-06', because },
    ])
    expect((await matter.view()).calendarMoves).toEqual([
      { what: 'target', nth: 1, from: '2026-06-02', to: '2026-06-04', on: '2026-05-06', because },
    ])
    expect((await dispute(decidedId)).calendarMoves).toEqual([])
    expect((await decided.view()).calendarMoves).toEqual([])
    const [first] = after.changes
    const rows = await place.asOwner('select count(*)::int as n from calendar_move where change_id = $1', [input.commandId])
    expect(first?.moved).toBe(Number(rows[0]?.n) + 2)
    must(await changeCalendar(place.office, place.actor('administrator'), input))
    expect((await dispute(disputeId)).calendarMoves).toHaveLength(1)
    expect((await refold(place.office, { write: false })).drifts).toEqual([])
  })

  test('撤销地方规定：日子恢复，留下第二条痕迹', async () => {
    const back = calendarChangeSchema.parse({ ...change, off: [], plain: ['2026-05-13', '2026-05-14'] })
    must(
      await changeCalendar(place.office, place.actor('administrator'), {
        commandId: randomUUID(),
        change: back,
        confirmed: false,
      }),
    )
    expect(await dueOf(disputeId, 'answer')).toBe('2026-05-19')
    expect((await dispute(disputeId)).calendarMoves.map(({ from, to }) => `${from}→${to}`)).toEqual([
      '2026-05-19→2026-05-21',
      '2026-05-21→2026-05-19',
    ])
    expect((await matter.view()).calendarMoves).toHaveLength(2)
  })

  test('全国安排：别的机关的争议、更正也计入“其他机关”；公布前待定的，载入后写明“待定”到哪天', async () => {
    const late = await newAmendment(place, '2026-12-15')
    const known = calendarChangeSchema.parse({
      kind: 'year',
      year: 2028,
      notice: { title: '国务院办公厅关于2028年部分节假日安排的通知', number: '国办发明电〔2027〕9号（测试）', on: '2026-12-15' },
      off: [{ name: '元旦', from: '2028-01-01', to: '2028-01-03' }],
      on: [],
    })
    expect((await late.view()).targetOn).not.toBeNull()
    place.setToday('2027-12-20')
    const open = await newAmendment(place, '2027-12-20')
    expect((await open.view()).targetOn).toBeNull()
    const preview = must(await previewChange(place.office, place.actor('administrator'), known))
    expect(preview.beside).toContainEqual(expect.objectContaining({ id: open.id, from: null, to: '2028-01-18' }))
    const elsewhere = must(
      await previewChange(place.office, { ...place.actor('administrator'), agencyId: place.ids.otherBureau }, known),
    )
    expect(elsewhere.beside).toEqual([])
    expect(elsewhere.elsewhere).toBeGreaterThan(0)
  })
})
