/** The connection to PostgreSQL (15 or newer), embedded or elsewhere. */
import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import { Pool, types, type ClientBase } from 'pg'
import type { Database } from './schema.ts'

/** The role every pooled session works as: it may not change or delete acts and audit entries. Made by the first migration. */
export const APPLICATION_ROLE = 'gongkai_app'

export interface Connection {
  readonly db: Kysely<Database>
  /** For the few hottest reads, written as named statements. Same sessions, same role. */
  readonly pool: Pool
  close(): Promise<void>
}

export interface ConnectOptions {
  /** Most sessions at a time; default 10. */
  readonly sessions?: number
}

/** Opens no session yet. The migrations must have been applied (they make the role). */
export function connect(url: string, { sessions = 10 }: ConnectOptions = {}): Connection {
  const pool = new Pool({
    connectionString: url,
    max: sessions,
    // What can't connect within this time is answered "database unavailable" rather than kept waiting.
    connectionTimeoutMillis: 5_000,
    types: { getTypeParser: parserFor },
    // Awaited before the session is handed out, so that no statement ever runs as the owner of the tables.
    onConnect: async (client: ClientBase) => void (await client.query(`set role ${APPLICATION_ROLE}`)),
  })
  // A database that goes away ends its sessions; whoever used one learns it from the failed query. Without these listeners
  // Node would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => pool.end() }
}

const { builtins } = types

/** Legal days stay text (a Date would carry a time zone); counts are numbers: none of ours passes 2^53. */
function parserFor(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (oid === builtins.DATE) return (text) => text
  if (oid === builtins.INT8) return Number
  return types.getTypeParser(oid, format ?? 'text')
}

const SERIALIZATION_FAILURES = ['40001', '40P01']
const MOST_ATTEMPTS = 5

/**
 * Runs `work` in one transaction; begins again when PostgreSQL gave this one up in favour of another (40001, 40P01). `work`
 * must therefore have no effect but through `tx`.
 */
export async function transact<T>(db: Kysely<Database>, work: (tx: Transaction<Database>) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !SERIALIZATION_FAILURES.includes(codeOf(error))) throw error
      // Chance keeps two that met from meeting again.
      await pause(Math.random() * 20 * 2 ** attempt)
    }
  }
}

/** Whether a row was there already: the same command came twice, or someone was quicker. */
export function isDuplicate(error: unknown): boolean {
  return codeOf(error) === '23505'
}

/** Whether the error says that the database can't be reached (so: 503, try again), rather than that a query was wrong. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error)
  // Class 08: connection; 57P0x: shut down, crashed, starting; 53300: all sessions taken.
  if (/^(08...|57P0[1235]|53300)$/.test(code)) return true
  if (['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'].includes(code)) {
    return (error as NodeJS.ErrnoException).syscall !== 'open'
  }
  const message = error instanceof Error ? error.message : ''
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
    message,
  )
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}
