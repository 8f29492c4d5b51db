/** The ground of the store: roles, migrations, and a database that goes away. */
import { Client, type QueryResult } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, isUnavailable, transact, type Connection } from '../../src/store/database.ts'
import { isMigrated, migrate } from '../../src/store/migrate.ts'
import { freshDatabase, type FreshDatabase } from './database.ts'

let database: FreshDatabase
let store: Connection

beforeAll(async () => {
  database = await freshDatabase()
  store = connect(database.url)
})

afterAll(async () => {
  await store.close()
  await database.drop()
})

describe('migrations', () => {
  test('are applied once', async () => {
    expect(await migrate(database.url)).toEqual([])
    expect(await isMigrated(store.pool)).toBe(true)
  })

  test('a changed file is refused, since the database no longer is what the file says', async () => {
    const owner = await ownerSession()
    await owner.query(`update schema_migration set digest = 'other' where name like '0001%'`)
    await expect(migrate(database.url)).rejects.toThrow('0001_foundation.sql 在执行之后被修改过')
    await owner.query(`delete from schema_migration where name like '0001%'`)
    expect(await isMigrated(store.pool)).toBe(false)
    await owner.end()
  })

  test('an address that can not be reached is one line with what to do, without the password', async () => {
    const failure = migrate('postgresql://someone:secret@127.0.0.1:9/none')
    await expect(failure).rejects.toThrow(/无法连接数据库 postgresql:\/\/someone@127\.0\.0\.1:9\/none.*请检查 DATABASE_URL/)
  })
})

describe('the application role', () => {
  test('works in every session of the pool', async () => {
    const { rows } = await store.pool.query('select current_user as name')
    expect(rows).toEqual([{ name: 'gongkai_app' }])
  })

  test.each(['request_act', 'audit_entry'])('may add to and read %s, not change, delete or empty it', async (table) => {
    const { rows } = await store.pool.query(
      `select privilege_type as may from information_schema.role_table_grants where grantee = 'gongkai_app' and table_name = $1 order by 1`,
      [table],
    )
    expect(rows.map(({ may }) => may)).toEqual(['INSERT', 'SELECT'])
    await expect(store.pool.query(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' })
  })
})

describe('values', () => {
  test('a legal day is text, a count is a number', async () => {
    const { rows } = await store.pool.query(`select date '2026-03-02' as day, count(*) as count from generate_series(1, 3)`)
    expect(rows).toEqual([{ day: '2026-03-02', count: 3 }])
  })
})

describe('a database that goes away', () => {
  test('ends the query under way with an error that says so, and the process lives', async () => {
    const owner = await ownerSession()
    const waiting = store.pool.query('select pg_sleep(30), pg_backend_pid()').catch((error: unknown) => error)
    const { rows } = await poll(() => owner.query(`select pid from pg_stat_activity where query like 'select pg_sleep(30)%'`))
    await owner.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    expect(isUnavailable(await waiting)).toBe(true)
    await owner.end()
  })

  test('a wrong query is not taken for it', async () => {
    expect(isUnavailable(await store.pool.query('select nothing').catch((error: unknown) => error))).toBe(false)
  })
})

test('a transaction given up by PostgreSQL for another is begun again', async () => {
  let attempts = 0
  await transact(store.db, async () => {
    attempts += 1
    if (attempts < 3) throw Object.assign(new Error('could not serialize'), { code: '40001' })
  })
  expect(attempts).toBe(3)
})

async function ownerSession(): Promise<Client> {
  const owner = new Client({ connectionString: database.url })
  await owner.connect()
  return owner
}

async function poll(ask: () => Promise<QueryResult>): Promise<QueryResult> {
  for (;;) {
    const answer = await ask()
    if (answer.rows.length > 0) return answer
  }
}
