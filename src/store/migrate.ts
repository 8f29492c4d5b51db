/** Applies the numbered SQL files of `schema/`, each in its own transaction, as the role of the database's address. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, type Pool } from 'pg'
import { CannotStart } from './cannot-start.ts'
import { APPLICATION_ROLE, isUnavailable } from './database.ts'

const FOLDER = join(import.meta.dirname, 'schema')
const OLDEST_SERVER = 15

interface Migration {
  readonly name: string
  readonly sql: string
  readonly digest: string
}

function migrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => /^\d{4}_.+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(FOLDER, name), 'utf8')
      return { name, sql, digest: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Brings the database up to this version of the program; several processes may do so at once.
 * @returns the names of the files applied now
 * @throws CannotStart when the database can't be reached, is too old or too new, or the role may not be made
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await checkServer(client)
    return await applyAll(client)
  } catch (error) {
    if (error instanceof CannotStart || !cannotConnect(error)) throw error
    throw new CannotStart(
      `无法连接数据库 ${withoutPassword(url)}（${(error as Error).message}）；请检查 DATABASE_URL 和数据库服务`,
      {
        cause: error,
      },
    )
  } finally {
    await client.end().catch(() => {})
  }
}

/** Whether every migration of this program is applied. Throws when the database can't be asked. */
export async function isMigrated(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from schema_migration')
  return rows[0]?.count === migrations().length
}

async function checkServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ major: number }>(`select current_setting('server_version_num')::int / 10000 as major`)
  const major = rows[0]?.major ?? 0
  if (major < OLDEST_SERVER) throw new CannotStart(`数据库为 PostgreSQL ${major}，需要 ${OLDEST_SERVER} 以上；请升级数据库`)
}

async function applyAll(client: Client): Promise<string[]> {
  const files = migrations()
  await createTable(client)
  const applied: string[] = []
  for (const file of files) if (await apply(client, file)) applied.push(file.name)
  const { rows } = await client.query<{ name: string }>('select name from schema_migration')
  const newer = rows.find(({ name }) => files.every((file) => file.name !== name))
  if (newer) throw new CannotStart(`数据库已由更新的版本升级（${newer.name}）；请使用新版本的程序`)
  return applied
}

async function createTable(client: Client): Promise<void> {
  const { rows } = await client.query<{ made: string | null }>(`select to_regclass('schema_migration')::text as made`)
  if (rows[0]?.made) return
  try {
    await client.query(`create table if not exists schema_migration (
      name text primary key, digest text not null, applied_at timestamptz not null default now())`)
  } catch (error) {
    // Two that create at once: the second fails on the catalogue's own key, and finds the table made.
    if ((error as { code?: string }).code !== '23505') throw error
  }
}

async function apply(client: Client, { name, sql, digest }: Migration): Promise<boolean> {
  await client.query('begin')
  try {
    await client.query('lock table schema_migration in share row exclusive mode')
    const { rows } = await client.query<{ digest: string }>('select digest from schema_migration where name = $1', [name])
    const [before] = rows
    if (before && before.digest !== digest) {
      throw new CannotStart(`升级脚本 ${name} 在执行之后被修改过；请恢复原文件，改动应写成新的脚本`)
    }
    if (!before) {
      await client.query(sql)
      await client.query('insert into schema_migration (name, digest) values ($1, $2)', [name, digest])
      await client.query(`revoke insert, update, delete, truncate on schema_migration from ${APPLICATION_ROLE}`)
      await client.query(`grant select on schema_migration to ${APPLICATION_ROLE}`)
    }
    await client.query('commit')
    return !before
  } catch (error) {
    await client.query('rollback').catch(() => {})
    // 42501 insufficient_privilege
    if (name.startsWith('0000') && (error as { code?: string }).code === '42501') throw rolesNeeded(client.user, error)
    throw error
  }
}

function rolesNeeded(user: string | undefined, cause: unknown): CannotStart {
  const statements = `CREATE ROLE ${APPLICATION_ROLE} NOLOGIN; GRANT ${APPLICATION_ROLE} TO "${user}"; GRANT CREATE, USAGE ON SCHEMA public TO "${user}";`
  return new CannotStart(`数据库账户 ${user} 无权建立角色；请由管理员在该数据库中执行：${statements}`, { cause })
}

/** Refused sign-in (class 28) and a database that does not exist (3D000) are the address's fault too. */
function cannotConnect(error: unknown): boolean {
  return isUnavailable(error) || /^(28...|3D000)$/.test((error as { code?: string }).code ?? '')
}

function withoutPassword(url: string): string {
  const parsed = URL.parse(url)
  if (!parsed) return ''
  parsed.password = ''
  return parsed.href
}
