/** 密钥与密文: nothing personal can be read from the store without the key, and the store knows its key. */
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { openConsultation } from '../../src/office/dialogue/consultations.ts'
import { addNote } from '../../src/office/requests/annotate.ts'
import { saveDraft } from '../../src/office/requests/draft-reply.ts'
import { receiveRequest } from '../../src/office/requests/receive-request.ts'
import { recordAct } from '../../src/office/requests/record-act.ts'
import { unmask } from '../../src/office/requests/view-case.ts'
import { replyContentSchema } from '../../src/record/requests/reply.ts'
import { readSettings } from '../../src/settings.ts'
import { secretFrom } from '../../src/store/vault.ts'
import { openProduct } from '../../src/wiring.ts'
import { CONTENT, type County, county, MARKER, MARKER_PHONE, must, REQUESTER } from './county.ts'

/** The smallest picture there is, with the marker behind it: files are told by their content. */
const PICTURE = Buffer.concat([
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
  Buffer.from(MARKER),
])

let place: County
beforeAll(async () => {
  place = await county('2026-03-02')
  const { office, ids } = place
  const filed = must(
    await receiveRequest(office, {
      agencyId: ids.bureau,
      commandId: randomUUID(),
      requester: REQUESTER,
      content: { ...CONTENT, subject: `${CONTENT.subject}，请致电${MARKER_PHONE}` },
      files: [{ name: `${MARKER}身份证.png`, bytes: PICTURE }],
    }),
  )
  const clerk = place.actor('clerk')
  const step = { caseId: filed.id, seen: 1 }
  must(
    await recordAct(office, clerk, {
      ...step,
      commandId: randomUUID(),
      act: { kind: 'received', on: localDate('2026-03-02'), via: 'web' },
    }),
  )
  must(
    await recordAct(office, clerk, {
      ...step,
      seen: 2,
      commandId: randomUUID(),
      act: { kind: 'third-party-asked', on: localDate('2026-03-02'), party: '第三方甲' },
      party: { name: `${MARKER}测绘公司`, contact: MARKER_PHONE, address: MARKER, isPerson: false },
    }),
  )
  must(await addNote(office, clerk, { caseId: filed.id, commandId: randomUUID(), text: `${MARKER}来过电话${MARKER_PHONE}` }))
  must(await unmask(office, clerk, { id: filed.id, reason: '核对邮寄地址' }))
  const question = {
    commandId: randomUUID(),
    name: MARKER,
    contact: MARKER_PHONE,
    subject: `几号报名${MARKER_PHONE}`,
    question: MARKER,
  }
  must(await openConsultation(office, { agencyId: ids.school, ...question }))
  place.setToday('2026-03-30')
  const asked = { kind: 'third-party-answered', on: localDate('2026-03-30'), party: '第三方甲', consents: true } as const
  must(await recordAct(office, clerk, { ...step, seen: 3, commandId: randomUUID(), act: asked }))
  must(
    await saveDraft(office, clerk, {
      caseId: filed.id,
      draftVersion: 0,
      content: replyContentSchema.parse({ outcome: 'granted', reasons: MARKER }),
    }),
  )
})
afterAll(() => place.close())

describe('整个数据库读一遍', () => {
  test('哪个表都没有明文的个人信息', async () => {
    const tables = await place.asOwner(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`,
    )
    const seen: string[] = []
    const leaks: string[] = []
    for (const { name } of tables) {
      const rows = await place.asOwner(`select t::text as row from ${String(name)} t`)
      if (rows.length > 0) seen.push(String(name))
      for (const { row } of rows) if (leaking(String(row))) leaks.push(String(name))
    }
    expect(leaks).toEqual([])
    expect(seen).toEqual(
      expect.arrayContaining(
        [
          'requester',
          'request_case',
          'request_act',
          'party',
          'letter',
          'reply_draft',
          'case_note',
          'stored_file',
          'audit_entry',
        ].map((name) => `public.${name}`),
      ),
    )
    expect(seen).toEqual(expect.arrayContaining(['public.school_consultation', 'public.command']))
  })

  test('标记若以明文写入，会被找到', async () => {
    await place.asOwner('create table canary (name text, bytes bytea)')
    await place.asOwner('insert into canary values ($1, $2)', ['', Buffer.from(`${MARKER}李梅`)])
    const [row] = await place.asOwner('select t::text as row from canary t')
    expect(leaking(String(row?.row))).toBe(true)
    await place.asOwner('drop table canary')
  })
})

/** As text, and as PostgreSQL prints bytes. */
function leaking(row: string): boolean {
  return [MARKER, MARKER_PHONE].some((mark) => row.includes(mark) || row.includes(Buffer.from(mark).toString('hex')))
}

test('附件在磁盘上也是密文', () => {
  const files = readdirSync(join(place.folder, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
  expect(files).toHaveLength(1)
  expect(files.filter((bytes) => bytes.includes(Buffer.from(MARKER)) || bytes.includes(PICTURE.subarray(0, 8)))).toEqual([])
})

describe('密钥文件', () => {
  const settings = { ...readSettings({ GONGKAI_TODAY: '2026-03-02' }) }

  test('只有属主可读写', () => {
    expect(statSync(join(place.folder, 'key')).mode & 0o777).toBe(0o600)
  })

  test('用它可以再打开，读得到先前的内容', async () => {
    const again = await openProduct(settings, place.url, place.folder, { sessions: 2 })
    const [row] = await again.office.db.selectFrom('requester').select('sealed').execute()
    expect(again.office.vault.open(row?.sealed ?? Buffer.alloc(0))).toEqual(REQUESTER)
    await again.close()
  })

  test('密钥文件不见了：说明怎么办，不悄悄另造一把', async () => {
    const other = join(place.folder, 'other')
    const opening = openProduct(settings, place.url, other, { sessions: 2 })
    await expect(opening).rejects.toThrow(/^没有找到密钥文件：.*请恢复备份的密钥文件/)
    expect(existsSync(join(other, 'key'))).toBe(false)
  })

  test('别的密钥：不打开', async () => {
    const other = join(place.folder, 'other-key')
    secretFrom(other)
    const opening = openProduct({ ...settings, keyFile: other }, place.url, place.folder, { sessions: 2 })
    await expect(opening).rejects.toThrow(/^密钥与数据库不符：.*请用 GONGKAI_KEY_FILE 指向建库时的密钥文件/)
  })
})
