/** 审计日志 as a chain: whoever changes it afterwards, even as the owner of the tables, is found out. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type AuditFilter, listAudit, verifyAuditChains } from '../../src/office/oversight/list-audit.ts'
import { PUBLIC_ACTOR_ID } from '../../src/office/context.ts'
import { shownDay } from '../../src/office/shown-day.ts'
import { receiveRequest } from '../../src/office/requests/receive-request.ts'
import { unmask } from '../../src/office/requests/view-case.ts'
import type { Actor } from '../../src/record/people/roles.ts'
import { appendAudit } from '../../src/store/audit.sql.ts'
import { ALL_ENTRIES, CONTENT, type County, county, MARKER, MARKER_PHONE, must, REQUESTER } from './county.ts'

let place: County
beforeAll(async () => {
  place = await county()
})
afterAll(() => place.close())

function audit(actor: Actor, target: string, detail: Record<string, unknown> = {}): Promise<void> {
  const entry = { agencyId: actor.agencyId, actorId: actor.id, verb: 'requests.note', target, detail }
  return place.office.transact((tx) => appendAudit(tx, entry))
}
const faults = async () => (await verifyAuditChains(place.office)).faults.map(({ seq, what }) => `${seq} ${what}`)

/** Five entries of the bureau, as deeds leave them; whatever a test broke before is gone. */
beforeEach(async () => {
  await place.asOwner('truncate audit_entry, audit_head')
  for (const n of [1, 2, 3, 4, 5])
    await audit(place.actor('clerk'), `第${n}号`, {
      n,
      of: ['甲', '乙'],
      inner: { b: 1, a: null },
    })
})

describe('筛选：日期、人员、事项、对象，由服务器做，分页照旧', () => {
  const clerk = () => place.actor('clerk')
  const found = async (filter: Partial<AuditFilter>, page = 1) => {
    const { rows, total } = must(await listAudit(place.office, place.actor('auditor'), page, { ...ALL_ENTRIES, ...filter }))
    return { total, targets: rows.map(({ target }) => target) }
  }

  test('对象按编号的一段查，不分页码', async () => {
    expect(await found({ target: '3' })).toEqual({ total: 1, targets: ['第3号'] })
    expect((await found({ target: '%' })).total).toBe(0)
  })

  test('人员：工作人员，或者申请人和系统', async () => {
    await audit({ ...clerk(), id: PUBLIC_ACTOR_ID }, '网上')
    expect(await found({ person: 'none' })).toEqual({ total: 1, targets: ['网上'] })
    expect((await found({ person: clerk().id })).total).toBe(5)
    expect((await found({ person: place.actor('head').id })).total).toBe(0)
  })

  test('事项：同样说法的算一种', async () => {
    expect((await found({ verb: 'requests.note' })).total).toBe(5)
    expect((await found({ verb: 'requests.view' })).total).toBe(0)
  })

  test('日期按北京时间的整日，起止都算在内', async () => {
    const at = (seq: number, instant: string) => place.asOwner('update audit_entry set at = $1 where seq = $2', [instant, seq])
    await at(1, '2026-03-01T15:59:59Z')
    await at(2, '2026-03-01T16:00:00Z')
    await at(3, '2026-03-02T15:59:59Z')
    await at(4, '2026-03-02T16:00:00Z')
    const day = shownDay(place.office, new Date('2026-03-02T04:00:00Z'))
    expect(await found({ from: day, to: day })).toEqual({ total: 2, targets: ['第3号', '第2号'] })
    expect((await found({ from: day })).total).toBe(4)
  })

  test('翻页只在筛出来的里面翻', async () => {
    for (let n = 0; n < 31; n += 1) await audit(clerk(), `补${n}`)
    const [first, second] = [await found({ target: '补' }), await found({ target: '补' }, 2)]
    expect([first.total, first.targets.length, second.targets]).toEqual([31, 30, ['补0']])
  })
})

test('没有人动过，整条链相符', async () => {
  expect(await verifyAuditChains(place.office)).toEqual({ agencies: 1, entries: 5, faults: [] })
})

describe('有数据库属主权限的人事后改动', () => {
  test.each([
    ['detail', `update audit_entry set detail = '{"n":9}' where seq = 3`],
    ['target', `update audit_entry set target = '别号' where seq = 3`],
    ['verb', `update audit_entry set verb = 'requests.view' where seq = 3`],
    ['actor_id', `update audit_entry set actor_id = '${randomUUID()}' where seq = 3`],
    ['at', `update audit_entry set at = at + interval '1 second' where seq = 3`],
  ])('改一条的 %s', async (_, statement) => {
    await place.asOwner(statement)
    expect(await faults()).toEqual(['3 内容被改动'])
  })

  test('改一条并重写它的摘要，与后一条不衔接', async () => {
    await place.asOwner(`update audit_entry set target = '别号', hash = repeat('a', 64) where seq = 3`)
    expect(await faults()).toEqual(['3 内容被改动', '4 与前一条不衔接'])
  })

  test('删中间一条', async () => {
    await place.asOwner('delete from audit_entry where seq = 3')
    expect(await faults()).toEqual(['3 缺少条目', '4 与前一条不衔接'])
  })

  test('删最后一条', async () => {
    await place.asOwner('delete from audit_entry where seq = 5')
    expect(await faults()).toEqual(['5 末端不符'])
  })

  test('两条换了位置', async () => {
    await place.asOwner(
      'update audit_entry set seq = case seq when 2 then 12 else 13 end where seq in (2, 3); ' +
        'update audit_entry set seq = case seq when 12 then 3 else 2 end where seq in (12, 13)',
    )
    expect(await faults()).toEqual(
      expect.arrayContaining(['2 与前一条不衔接', '2 内容被改动', '3 与前一条不衔接', '3 内容被改动', '4 与前一条不衔接']),
    )
  })

  test('在末尾添一条', async () => {
    await place.asOwner(
      `insert into audit_entry select agency_id, 6, at, actor_id, verb, target, detail, hash, hash from audit_entry where seq = 5`,
    )
    expect(await faults()).toEqual(['6 内容被改动', '5 末端不符'])
  })

  test('把链端一起删掉，剩下的条目没有链', async () => {
    await place.asOwner('delete from audit_head')
    expect(await faults()).toEqual(['0 末端不符'])
  })
})

test('同时写入，仍是一条链，一条不少', async () => {
  const clerk = place.actor('clerk')
  await Promise.all(Array.from({ length: 25 }, (_, n) => audit(clerk, `并行${n}`)))
  expect(await verifyAuditChains(place.office)).toEqual({ agencies: 1, entries: 30, faults: [] })
})

test('事务没有成，条目也没有；链不留空号', async () => {
  const entry = { agencyId: place.ids.bureau, actorId: place.actor('clerk').id, verb: 'requests.note', target: '未成' }
  const failing = place.office.transact(async (tx) => {
    await appendAudit(tx, entry)
    throw new Error('the deed failed')
  })
  await expect(failing).rejects.toThrow('the deed failed')
  await audit(place.actor('clerk'), '其后')
  expect(await verifyAuditChains(place.office)).toEqual({ agencies: 1, entries: 6, faults: [] })
})

test('每个机关一条链：一处被改，只报那一处', async () => {
  const other = { ...place.actor('clerk'), agencyId: place.ids.otherBureau }
  await audit(other, '民政')
  await place.asOwner('update audit_entry set target = $1 where agency_id = $2', ['别号', place.ids.otherBureau])
  expect((await verifyAuditChains(place.office)).faults).toEqual([
    { agencyId: place.ids.otherBureau, seq: 1, what: '内容被改动' },
  ])
})

test('看过谁的个人信息，为什么，都在日志里；日志里没有个人信息', async () => {
  const filed = must(
    await receiveRequest(place.office, {
      agencyId: place.ids.bureau,
      commandId: randomUUID(),
      requester: REQUESTER,
      content: CONTENT,
      files: [],
    }),
  )
  must(await unmask(place.office, place.actor('clerk'), { id: filed.id, reason: '核对邮寄地址' }))
  const [newest] = must(await listAudit(place.office, place.actor('auditor'), 1, ALL_ENTRIES)).rows
  expect(newest).toMatchObject({
    verbWords: '查看申请人完整信息',
    target: filed.number,
    actorName: 'clerk·bureau',
    detail: '理由：核对邮寄地址',
  })
  expect(await listAudit(place.office, place.actor('clerk'), 1, ALL_ENTRIES)).toMatchObject({ ok: false })
  const rows = await place.asOwner('select t::text from audit_entry t')
  expect(rows.filter(({ t }) => String(t).includes(MARKER) || String(t).includes(MARKER_PHONE))).toEqual([])
})
