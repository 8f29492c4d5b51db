/** A small county for tests: government office, one bureau with people of every role, one school. Personal fields carry a marker. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hash } from '@node-rs/argon2'
import { Client } from 'pg'
import { localDate, type LocalDate } from '../../src/law/date.ts'
import { REVIEW_ASPECTS } from '../../src/law/requests/reviews.ts'
import type { OfficeContext } from '../../src/office/context.ts'
import type { AuditFilter } from '../../src/office/oversight/list-audit.ts'
import { establishAgency } from '../../src/office/people/agencies.ts'
import { reviewReply } from '../../src/office/requests/review-reply.ts'
import type { AgencyDetails } from '../../src/record/people/agency.ts'
import type { Requester, RequestContent } from '../../src/record/people/requester.ts'
import { type Actor, ROLES, type Role } from '../../src/record/people/roles.ts'
import { readSettings } from '../../src/settings.ts'
import { openProduct, type Product } from '../../src/wiring.ts'
import { freshDatabase } from './database.ts'
import { MARKER, MARKER_PHONE, traceOf, watched, watchedLog } from './marker.ts'

export { MARKER, MARKER_PHONE } from './marker.ts'
export const PASSWORD = 'correct-horse-battery'
/** As the product's own digests, but cheap: hundreds of sign-ins must not cost half a second each. */
const PASSWORD_HASH = hash(PASSWORD, { memoryCost: 64, timeCost: 1, parallelism: 1 })

export const REQUESTER: Requester = {
  kind: 'naturalPerson',
  name: `${MARKER}李梅`,
  contactName: '',
  idPaper: 'otherPaper',
  idNumber: `${MARKER}-A1234567`,
  phone: MARKER_PHONE,
  email: '',
  address: `${MARKER}隆务街道迎宾路8号`,
  postcode: '811399',
}
/** The audit log with nothing narrowed. */
export const ALL_ENTRIES: AuditFilter = { from: '', to: '', person: '', verb: '', target: '' }
/** Every year a test may act in. */
export const ALL_YEARS = { first: localDate('2019-01-01'), last: localDate('2030-12-31') }
export const CONTENT: RequestContent = {
  subject: '2025年义务教育阶段学区划分方案',
  description: `请提供划分方案全文。${MARKER}家住迎宾路。`,
  carrier: 'paper',
  delivery: 'post',
}

export function details(name: string, shortName: string): AgencyDetails {
  return {
    name,
    shortName,
    headName: '测试负责人',
    officeName: `${name}办公室`,
    address: '云岭县中山路1号',
    postcode: '811300',
    phone: '0970-0000000',
    fax: '',
    email: '',
    officeHours: '工作日 9:00–12:00、14:00–17:30',
    creditCode: '',
    siteCode: '0000000000',
    reconsiderationBody: '云岭县人民政府',
    onlineReconsideration: 'https://fuyi.example.invalid/',
    court: '云岭县人民法院',
    supervisorName: '云岭县人民政府办公室',
    supervisorPhone: '0970-0000001',
  }
}

export interface County {
  product: Product
  office: OfficeContext
  /** Moves the legal day. */
  setToday(day: string): void
  ids: { government: string; bureau: string; otherBureau: string; school: string; section: string }
  /** An agency's officer of a role; the bureau's, where no agency is named. */
  actor(role: Role, agency?: 'government' | 'bureau' | 'otherBureau' | 'school'): Actor
  /** Login of an officer: `clerk@bureau`. */
  login(role: Role, agency?: 'government' | 'bureau' | 'otherBureau' | 'school'): string
  /** A statement as the role that owns the tables: what an intruder with the operator's rights could do. */
  asOwner(statement: string, values?: unknown[]): Promise<Record<string, unknown>[]>
  /** The database's address and the folder of key and files, for opening the product again. */
  url: string
  folder: string
  /** Fails if a log line, a redirect, a cookie or a refusal of any server held the marker. */
  close(): Promise<void>
}

/** `environment`: what the operator set besides. */
export async function county(today = '2026-03-02', environment: Record<string, string> = {}): Promise<County> {
  const database = await freshDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-county-'))
  let day: LocalDate = localDate(today)
  const settings = {
    ...readSettings({ GONGKAI_REQUESTS_PER_MINUTE: '0', GONGKAI_TODAY: today, ...environment }),
    today: () => day,
  }
  const product = await openProduct(settings, database.url, folder, { sessions: 5 })
  const { office } = product
  const ids = {
    government: randomUUID(),
    bureau: randomUUID(),
    otherBureau: randomUUID(),
    school: randomUUID(),
    section: randomUUID(),
  }
  const officers = new Map<string, Actor>()
  const passwordHash = await PASSWORD_HASH
  await office.transact(async (tx) => {
    const from = localDate('2019-05-15')
    const agencies = [
      {
        id: ids.government,
        parentId: null,
        slug: 'zfb',
        kind: 'government',
        regime: 'art54',
        name: '云岭县人民政府办公室',
        short: '云政办',
      },
      {
        id: ids.bureau,
        parentId: ids.government,
        slug: 'jyj',
        kind: 'bureau',
        regime: 'art54',
        name: '云岭县教育局',
        short: '云教',
      },
      {
        id: ids.otherBureau,
        parentId: ids.government,
        slug: 'mzj',
        kind: 'bureau',
        regime: 'art54',
        name: '云岭县民政局',
        short: '云民',
      },
      {
        id: ids.school,
        parentId: ids.bureau,
        slug: 'dyxx',
        kind: 'school',
        regime: 'art55',
        name: '云岭县第一小学',
        short: '云一小',
      },
    ] as const
    for (const [rank, { name, short, ...agency }] of agencies.entries())
      await establishAgency(tx, { ...agency, rank, versions: [{ from, details: details(name, short) }] })
    await tx.insertInto('section').values({ agency_id: ids.bureau, id: ids.section, name: '基础教育科' }).execute()
    for (const agency of ['government', 'bureau', 'otherBureau', 'school'] as const)
      for (const role of ROLES) {
        const inSection = role === 'sectionOfficer' || role === 'sectionHead'
        const sectionId = inSection && agency === 'bureau' ? ids.section : null
        const id = randomUUID()
        await tx
          .insertInto('officer')
          .values({
            agency_id: ids[agency],
            id,
            section_id: sectionId,
            login: `${role}@${agency}`,
            name: `${role}·${agency}`,
            roles: JSON.stringify([role]),
            password_hash: passwordHash,
            locked_until: null,
          })
          .execute()
        officers.set(`${role}@${agency}`, {
          id,
          agencyId: ids[agency],
          name: `${role}·${agency}`,
          roles: [role],
          sectionId,
          under: [],
        })
      }
  })
  const leaks: string[] = []
  const logs = { level: 'trace', stream: watchedLog(leaks) }
  return {
    // Whatever a test is about, its servers are watched: see close.
    // Tests share a machine: a slow turn of the event loop is no reason to turn their requests away.
    product: {
      ...product,
      buildServer: async (over) => watched(await product.buildServer({ logs, overloadMs: 0, ...over }), leaks),
    },
    office,
    ids,
    setToday: (to) => {
      day = localDate(to)
    },
    actor: (role, agency = 'bureau') => officers.get(`${role}@${agency}`) as Actor,
    login: (role, agency = 'bureau') => `${role}@${agency}`,
    asOwner: (statement, values = []) => asOwner(database.url, statement, values),
    url: database.url,
    folder,
    async close() {
      await product.close()
      leaks.push(...(await inTheClear(database.url, traceOf)))
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
      if (leaks.length > 0) throw new Error(`personal data leaked: ${leaks.join('; ')}`)
    },
  }
}

/** Tables in which something personal can be read without the key, those of the jobs among them. */
export async function inTheClear(url: string, personal: (row: string) => unknown): Promise<string[]> {
  const tables = await asOwner(
    url,
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`,
    [],
  )
  const leaks: string[] = []
  for (const { name } of tables) {
    const rows = await asOwner(url, `select t::text as row from ${String(name)} t`, [])
    // Sealed bytes are printed as hex: the marker in them would be too.
    const leak = rows.find(({ row }) => personal(String(row)))
    if (leak) leaks.push(`table ${String(name)}: ${String(leak.row).slice(0, 600)}`)
  }
  return leaks
}

async function asOwner(url: string, statement: string, values: unknown[]): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement, values)).rows
  } finally {
    await client.end()
  }
}

/** 三项审查: each of the bureau's reviewers passes the draft that waits. Gives the number of acts after it. */
export async function passReviews(place: County, caseId: string, seen: number, digest: string): Promise<number> {
  const reviewers = { legality: 'legalReviewer', secrecy: 'secrecyReviewer', privacy: 'privacyReviewer' } as const
  let acts = seen
  for (const aspect of REVIEW_ASPECTS) {
    const command = { caseId, commandId: randomUUID(), seen: acts, digest, aspect, conclusion: 'pass' as const, note: '' }
    must(await reviewReply(place.office, place.actor(reviewers[aspect]), command))
    acts += 1
  }
  return acts
}

/** The value of a result that must be fine; its refusals otherwise. */
export function must<T>(result: { ok: true; value: T } | { ok: false; refusals: readonly unknown[] }): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusals)}`)
  return result.value
}
