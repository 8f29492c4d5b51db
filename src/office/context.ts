import type { Kysely, Transaction } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { FileStore } from '../store/files.ts'
import type { Database } from '../store/schema.ts'
import type { Vault } from '../store/vault.ts'
import type { Workshop } from './files/workshop.ts'

export type Tx = Transaction<Database>

/** What the office works with. Wired in main.ts once; every verb takes it first. */
export interface OfficeContext {
  db: Kysely<Database>
  /** One transaction, tried again on a serialization failure. */
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  vault: Vault
  files: FileStore
  /** Work on foreign files, in a process that can be stopped. */
  workshop: Workshop
  /** The legal day: of Asia/Shanghai, or the one that GONGKAI_TODAY sets. */
  today(): LocalDate
  /** GONGKAI_TODAY is set: pages say so. */
  dayIsSet: boolean
  /** The moment that a record is stamped with: the wall clock's, but in the demo, which tells of days gone by. */
  now(): Date
  /** Where a mail leads back to, with no slash at the end; null where no mail server is set, and nothing is offered by mail. */
  mail: { site: string } | null
  /** Enqueues a job in the caller's transaction; `on` is the legal day from which it may run. */
  enqueue<N extends keyof Jobs>(tx: Tx, name: N, data: Jobs[N], on?: LocalDate): Promise<void>
}

/** Work to be done later by `jobs`: nothing personal in it, only ids. */
export interface Jobs {
  /** Look at a case some working days before a limit ends. */
  remind: { agencyId: string; caseId: string; limit: string; dueOn: LocalDate }
  /** 夜间检查: projections against acts, the audit chains, sessions that are over. */
  nightly: Record<string, never>
  /** 发布到各公开渠道，或者从中撤下 */
  outlets: Record<string, never>
  /** 编检索词 of what is published and has none. */
  words: Record<string, never>
  /** 存量检查的一段: what is published, read again by the rules of the day. */
  stock: Record<string, never>
  /** 每夜重写静态栏目 */
  sites: Record<string, never>
  /** 发送待发邮件 */
  mail: Record<string, never>
  /** 每日提醒 and the reminders to requesters. */
  mornings: Record<string, never>
}
export const JOB_NAMES = [
  'remind',
  'nightly',
  'outlets',
  'stock',
  'words',
  'sites',
  'mail',
  'mornings',
] as const satisfies (keyof Jobs)[]

/** The public: acts on the portal without an account. Not an officer of any agency. */
export const PUBLIC_ACTOR_ID = '00000000-0000-4000-8000-000000000001'
/** The product itself: nightly checks, seeding. */
export const SYSTEM_ACTOR_ID = '00000000-0000-4000-8000-000000000002'
