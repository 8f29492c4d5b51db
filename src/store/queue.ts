/** 作业: pg-boss in its own schema. A job is a row written in the caller's transaction: with the deed, or not at all. */
import { fromKysely, type JobResult, PgBoss } from 'pg-boss'
import { Client } from 'pg'
import type { Transaction } from 'kysely'
import { APPLICATION_ROLE } from './database.ts'
import type { Database } from './schema.ts'

const SCHEMA = 'pgboss'
const TIME_ZONE = 'Asia/Shanghai'
const POLL_SECONDS = 2

export interface Queue {
  send(tx: Transaction<Database>, name: string, data: object, startAfter?: Date): Promise<void>
  /** `everySeconds`: how often the queue is looked into. */
  work<T extends object>(name: string, handle: (data: T) => Promise<void>, everySeconds?: number): Promise<void>
  /** `cron` in Asia/Shanghai. */
  schedule(name: string, cron: string): Promise<void>
  stop(): Promise<void>
}

/** Makes the schema and the queues at first use. Its own tables belong to the URL's role; ours may write jobs into them. */
export async function openQueue(url: string, names: readonly string[], onError: (error: unknown) => void): Promise<Queue> {
  const boss = new PgBoss({ connectionString: url, schema: SCHEMA, max: 3 })
  boss.on('error', onError)
  await boss.start()
  for (const name of names) await boss.createQueue(name, { retryLimit: 5, retryBackoff: true })
  await grant(url)
  return {
    async send(tx, name, data, startAfter) {
      await boss.send(name, data, { db: fromKysely(tx), ...(startAfter ? { startAfter } : {}) })
    },
    async work(name, handle, everySeconds = POLL_SECONDS) {
      const options = { batchSize: 50, pollingIntervalSeconds: everySeconds, perJobResults: true as const }
      await boss.work(name, options, async (jobs) => {
        const results: JobResult[] = []
        for (const job of jobs) results.push(await settle(job.id, () => handle(job.data as Parameters<typeof handle>[0])))
        return results
      })
    },
    schedule: (name, cron) => boss.schedule(name, cron, {}, { tz: TIME_ZONE }),
    stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
  }
}

/** Each job stands alone: one that fails is tried again by itself. Of its error only the kind is kept: its words may name people. */
async function settle(id: string, work: () => Promise<void>): Promise<JobResult> {
  try {
    await work()
    return { id, status: 'completed' }
  } catch (error) {
    return { id, status: 'failed', output: { error: error instanceof Error ? error.name : 'unknown' } }
  }
}

async function grant(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`grant usage on schema ${SCHEMA} to ${APPLICATION_ROLE}`)
    await client.query(`grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${APPLICATION_ROLE}`)
    await client.query(`grant execute on all functions in schema ${SCHEMA} to ${APPLICATION_ROLE}`)
  } finally {
    await client.end()
  }
}
