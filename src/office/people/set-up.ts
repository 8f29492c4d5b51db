import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { AGENCY_KINDS, agencyDetails, RESERVED_SLUGS } from '../../record/people/agency.ts'
import { ROLES, rolesApart } from '../../record/people/roles.ts'
import { day } from '../../record/requests/acts.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import type { OfficeContext } from '../context.ts'
import { SYSTEM_ACTOR_ID } from '../context.ts'
import { establishAgency } from './agencies.ts'
import { hashPassword, randomPassword } from './sign-in.ts'

/** What the operator writes down once: agencies from the top of the tree down, with sections and people. */
export const setUpSchema = z.strictObject({
  agencies: z
    .array(
      z.strictObject({
        slug: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, { error: '网址简称应为小写字母、数字和连字符，以字母开头' }),
        parent: z.string().nullable().default(null),
        kind: z.enum(AGENCY_KINDS),
        regime: z.enum(['art54', 'art55']),
        from: day,
        details: agencyDetails,
        sections: z.array(z.string().trim().min(1).max(60)).default([]),
        officers: z
          .array(
            z.strictObject({
              login: z.string().regex(/^[a-z0-9][a-z0-9._@-]{1,59}$/, { error: '账号应为小写字母、数字和 . _ @ -' }),
              name: z.string().trim().min(1).max(40),
              position: z.string().trim().max(40).default(''),
              section: z.string().nullable().default(null),
              roles: z.array(z.enum(ROLES)).min(1),
            }),
          )
          .default([]),
      }),
    )
    .min(1),
})
export type SetUp = z.infer<typeof setUpSchema>

export interface Account {
  agency: string
  login: string
  name: string
  password: string
}

/** 建库: writes agencies and accounts. Passwords are random and come back once; nobody can read them later. */
export async function setUp(ctx: OfficeContext, input: SetUp): Promise<Result<Account[]>> {
  const known = new Map((await ctx.db.selectFrom('agency').select(['slug', 'id']).execute()).map((row) => [row.slug, row.id]))
  for (const { slug, parent, officers, sections } of input.agencies) {
    if (known.has(slug)) return refused({ code: 'already-done', say: `网址简称 ${slug} 已被使用。`, then: '请换一个简称。' })
    if (RESERVED_SLUGS.includes(slug))
      return refused({ code: 'field-invalid', say: `网址简称 ${slug} 由系统保留。`, then: '请换一个简称。' })
    if (parent !== null && !known.has(parent))
      return refused({ code: 'not-found', say: `${slug} 的上级 ${parent} 不存在。`, then: '请先列出上级机关，再列下级。' })
    const apart = officers.map(({ roles }) => rolesApart(roles)).find((one) => one !== null)
    if (apart) return refused(apart)
    const lost = officers.find((officer) => officer.section !== null && !sections.includes(officer.section))
    if (lost)
      return refused({
        code: 'not-found',
        say: `${lost.login} 所在科室不在 ${slug} 的科室名单中。`,
        then: '请补入科室或改正科室名称。',
      })
    known.set(slug, randomUUID())
  }
  const prepared = await Promise.all(
    input.agencies.flatMap((agency) =>
      agency.officers.map(async (officer) => {
        const password = randomPassword()
        return { agency, officer, password, hash: await hashPassword(password) }
      }),
    ),
  )
  await ctx.transact(async (tx) => {
    for (const [rank, agency] of input.agencies.entries()) {
      const id = known.get(agency.slug) as string
      const parentId = agency.parent === null ? null : (known.get(agency.parent) as string)
      const { slug, kind, regime } = agency
      await establishAgency(tx, {
        id,
        parentId,
        slug,
        kind,
        regime,
        rank,
        versions: [{ from: agency.from, details: agency.details }],
      })
      const sections = new Map(agency.sections.map((name) => [name, randomUUID()]))
      for (const [order, [name, sectionId]] of [...sections].entries())
        await tx.insertInto('section').values({ agency_id: id, id: sectionId, name, rank: order }).execute()
      for (const { officer, hash } of prepared.filter((one) => one.agency === agency))
        await tx
          .insertInto('officer')
          .values({
            agency_id: id,
            id: randomUUID(),
            section_id: officer.section === null ? null : (sections.get(officer.section) ?? null),
            login: officer.login,
            name: officer.name,
            position: officer.position,
            roles: JSON.stringify(officer.roles),
            password_hash: hash,
            locked_until: null,
          })
          .execute()
      await appendAudit(tx, { agencyId: id, actorId: SYSTEM_ACTOR_ID, verb: 'people.setUp', target: slug })
    }
  })
  return ok(
    prepared.map(({ agency, officer, password }) => ({
      agency: agency.details.name,
      login: officer.login,
      name: officer.name,
      password,
    })),
  )
}
