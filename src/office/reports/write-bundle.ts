import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { BUNDLE_KIND, BUNDLE_VERSION, type BundleManifest } from '../../record/reports/bundle.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { tasksOf } from '../../store/hand-in.sql.ts'
import { latestReport } from '../../store/reports.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { agencyOn } from '../people/agencies.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { fitToAddUp } from './hand-in-step.ts'
import { NO_REPORT, notApproved } from './standing.ts'

export interface WrittenBundle {
  /** Carries the fingerprint of the signature, which the supervisor compares by telephone. */
  name: string
  manifest: string
  report: string
  signature: string
}

/** 指纹, to be compared by telephone: the first 16 characters of the key's SHA-256, in fours. */
export function fingerprintOf(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').toUpperCase()
  return (digest.slice(0, 16).match(/.{4}/g) ?? []).join(' ')
}

async function signingKey(ctx: OfficeContext, tx: Tx, agencyId: string): Promise<{ publicKey: string; privateKey: string }> {
  const known = await tx.selectFrom('signing_key').selectAll().where('agency_id', '=', agencyId).executeTakeFirst()
  if (known) return { publicKey: known.public_key, privateKey: ctx.vault.open<string>(known.private_sealed) }
  const pair = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const publicKey = pair.publicKey.toString('base64')
  const made = await tx
    .insertInto('signing_key')
    .values({ agency_id: agencyId, public_key: publicKey, private_sealed: ctx.vault.seal(pair.privateKey) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  // Two at once: one key is made, and both sign with it.
  if (made.numInsertedOrUpdatedRows === 0n) return signingKey(ctx, tx, agencyId)
  return { publicKey, privateKey: pair.privateKey }
}

/** 导出离线报送包: the report that the head approved, signed with the agency's own key. */
export async function writeBundle(ctx: OfficeContext, actor: Actor, year: number): Promise<Result<WrittenBundle>> {
  if (!permitted(actor, 'reports.handIn', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const [stored, agency, tasks] = await Promise.all([
    latestReport(ctx.db, actor.agencyId, year),
    agencyOn(ctx.db, actor.agencyId, ctx.today()),
    tasksOf(ctx.db, actor.agencyId, year),
  ])
  if (!stored) return NO_REPORT
  const unapproved = notApproved(stored)
  if (unapproved) return refused(unapproved)
  const fit = fitToAddUp(stored)
  if (!fit.ok) return fit
  const { format, tables, prose, explained } = stored
  const report = JSON.stringify({ format, tables, prose, explained })
  return ctx.transact(async (tx) => {
    const { publicKey, privateKey } = await signingKey(ctx, tx, actor.agencyId)
    const manifest = JSON.stringify({
      kind: BUNDLE_KIND,
      version: BUNDLE_VERSION,
      agency: agency.details.name,
      year,
      reportVersion: stored.version,
      writtenOn: ctx.today(),
      notices: tasks.map(({ number }) => number),
      report: createHash('sha256').update(report).digest('hex'),
      key: publicKey,
    } satisfies BundleManifest)
    const signature = sign(null, Buffer.from(manifest), createPrivateKey(privateKey)).toString('base64')
    await appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'reports.writeBundle', target: String(year) })
    return ok({
      name: `${agency.details.name}${year}年度报告报送包（签名指纹 ${fingerprintOf(publicKey)}）.zgk`,
      manifest,
      report,
      signature,
    })
  })
}
