import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { sql } from 'kysely'
import type { Result } from '../../law/refusal.ts'
import { ok, refused } from '../../law/refusal.ts'
import type { Actor } from '../../record/people/roles.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { sectionsStoodInFor } from '../../store/deciding.sql.ts'
import { agenciesUnder, officerByLogin, officerOfSession } from '../../store/people.sql.ts'
import type { OfficeContext } from '../context.ts'

/** argon2id, 64 MiB, three passes: about half a second on a small machine, for the honest and the guesser alike. */
const ARGON2 = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }
const MAX_FAILURES = 5
const LOCK_MINUTES = 15
const SESSION_HOURS = 10

export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2)
}

/** A password that nobody chose: 20 characters without look-alikes. */
export function randomPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789'
  return [...randomBytes(20)].map((byte) => letters[byte % letters.length]).join('')
}

export interface SignedIn {
  actor: Actor
  login: string
  position: string
  csrf: string
}

const FAILED = refused({
  code: 'sign-in-failed',
  say: '账号或密码不正确。',
  then: '请检查后重试；连续五次不正确将锁定十五分钟。',
})

/** The digest of a password that nobody has: an unknown login takes as long as a wrong password. */
let decoy: Promise<string> | undefined

/** Opens a session. Five failures lock the account for fifteen minutes; each attempt is in the audit log. */
export async function signIn(
  ctx: OfficeContext,
  input: { login: string; password: string },
): Promise<Result<SignedIn & { token: string }>> {
  const officer = await officerByLogin(ctx.db, input.login)
  if (!officer?.active) {
    decoy ??= hashPassword(randomPassword())
    await verify(await decoy, input.password)
    return FAILED
  }
  if (officer.locked_until && officer.locked_until > new Date())
    return refused({ code: 'locked-out', say: '尝试次数过多，账号暂时锁定。', then: '请十五分钟后再试，或请系统管理员协助。' })
  const right = await verify(officer.password_hash, input.password)
  const entry = { agencyId: officer.agency_id, actorId: officer.id, target: officer.id }
  if (!right) {
    await ctx.transact(async (tx) => {
      const counted = await tx
        .updateTable('officer')
        .set({ failed_attempts: sql<number>`failed_attempts + 1` })
        .where('id', '=', officer.id)
        .returning('failed_attempts')
        .executeTakeFirstOrThrow()
      const locked = counted.failed_attempts >= MAX_FAILURES
      if (locked)
        await tx
          .updateTable('officer')
          .set({ failed_attempts: 0, locked_until: sql<Date>`now() + make_interval(mins => ${LOCK_MINUTES})` })
          .where('id', '=', officer.id)
          .execute()
      await appendAudit(tx, { ...entry, verb: locked ? 'people.lockedOut' : 'people.signInFailed' })
    })
    return FAILED
  }
  const token = randomBytes(32).toString('base64url')
  const csrf = randomBytes(32).toString('base64url')
  await ctx.transact(async (tx) => {
    await tx.updateTable('officer').set({ failed_attempts: 0, locked_until: null }).where('id', '=', officer.id).execute()
    await tx.deleteFrom('session').where('expires_at', '<', sql<Date>`now()`).execute()
    await tx
      .insertInto('session')
      .values({
        token_hash: ctx.vault.fingerprint('session', token),
        officer_id: officer.id,
        csrf,
        expires_at: new Date(Date.now() + SESSION_HOURS * 3_600_000),
      })
      .execute()
    await appendAudit(tx, { ...entry, verb: 'people.signIn' })
  })
  return ok({ token, csrf, actor: await actorOf(ctx, officer), login: officer.login, position: officer.position })
}

/** Who this session belongs to, or null when it is over. */
export async function sessionOf(ctx: OfficeContext, token: string): Promise<SignedIn | null> {
  const officer = await officerOfSession(ctx.db, ctx.vault.fingerprint('session', token))
  if (!officer) return null
  return { actor: await actorOf(ctx, officer), csrf: officer.csrf, login: officer.login, position: officer.position }
}

export async function signOut(ctx: OfficeContext, token: string): Promise<void> {
  await ctx.transact(async (tx) => {
    await tx.deleteFrom('session').where('token_hash', '=', ctx.vault.fingerprint('session', token)).execute()
  })
}

/** An officer as who acts. */
export async function actorOf(
  ctx: OfficeContext,
  officer: { id: string; agency_id: string; section_id: string | null; name: string; roles: Actor['roles'] },
): Promise<Actor> {
  return {
    id: officer.id,
    agencyId: officer.agency_id,
    name: officer.name,
    roles: officer.roles,
    sectionId: officer.section_id,
    standsInFor: await sectionsStoodInFor(ctx.db, officer.agency_id, officer.id, ctx.today()),
    under: officer.roles.includes('supervisor') ? await agenciesUnder(ctx.db, officer.agency_id) : [],
  }
}
