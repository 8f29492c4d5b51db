/** Once per run of the HTTP and browser tests: a throw-away PostgreSQL with a migrated template (see database.ts). */
import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/store/migrate.ts'
import { findPlace } from '../../src/store/postgres/place.ts'
import { startEmbedded } from '../../src/store/postgres/supervisor.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the throw-away server's maintenance database. */
    postgres: string
  }
}

export const TEMPLATE = 'gongkai_template'

/** Durability is of no use here, speed is. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = join(tmpdir(), `gongkai-test-${process.pid}-${project.name}`)
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const database = await startEmbedded(findPlace(process.cwd(), folder, console.error), console.error, FAST)
  const client = new Client({ connectionString: database.url })
  await client.connect()
  await client.query(`create database ${TEMPLATE}`)
  await client.end()
  await migrate(withDatabase(database.url, TEMPLATE))
  project.provide('postgres', database.url)
  return async () => {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
