/** Sets the demo county's agencies up: the tree, its sections, its officers with passwords that nobody chose. */
import { setRetentionTable } from '../../store/archive.sql.ts'
import { fromParts, type LocalDate, localDate, yearOf } from '../../law/date.ts'
import { agencyDetails, type AgencyDetails } from '../../record/people/agency.ts'
import type { Role } from '../../record/people/roles.ts'
import type { Actor } from '../../record/people/roles.ts'
import { STEPS, type Step } from '../../record/people/owners.ts'
import { setStepOwner } from '../../store/basis.sql.ts'
import { type OfficeContext, SYSTEM_ACTOR_ID, type Tx } from '../context.ts'
import { establishAgency } from '../people/agencies.ts'
import { hashPassword, randomPassword } from '../people/sign-in.ts'
import { chanceOf, stableId } from './chance.ts'
import { BUREAUS, COUNTY, type DemoAgency, type DemoOfficer, GOVERNMENT } from './county.ts'
import { inventedCreditCode } from './requesters.ts'
import { SCHOOLS } from './schools.ts'

export interface DemoAccount {
  agency: string
  login: string
  name: string
  roles: Role[]
  password: string
}

/** The Regulation in its present form: agencies are there from its first day. */
const FROM = localDate('2019-05-15')
const AREA_CODE = '990101'

export const agencyId = (slug: string): string => stableId(`agency ${slug}`)
const sectionId = (slug: string, name: string): string => stableId(`section ${slug} ${name}`)

export function actorOf(agency: DemoAgency, officer: DemoOfficer): Actor {
  return {
    id: stableId(`officer ${officer.login}`),
    agencyId: agencyId(agency.slug),
    name: officer.name,
    roles: officer.roles,
    sectionId: officer.section ? sectionId(agency.slug, officer.section) : null,
    under: [],
  }
}

/** Whoever in the agency has the role; a bureau with one caseworker gives the same person for two. */
export function actorFor(agency: DemoAgency, role: Role): Actor {
  const officer = agency.officers.find((one) => one.roles.includes(role))
  if (!officer) throw new Error(`${agency.name}: nobody is ${role}`)
  return actorOf(agency, officer)
}

/** A section's own officer where it has one, for drafts; else the clerk. */
export function drafterFor(agency: DemoAgency, section: string): Actor {
  const officer = agency.officers.find((one) => one.section === section && one.roles.includes('sectionOfficer'))
  return officer ? actorOf(agency, officer) : actorFor(agency, 'clerk')
}

export function sectionIdFor(agency: DemoAgency, section: string): string {
  if (!agency.sections.includes(section)) throw new Error(`${agency.name} has no ${section}`)
  return sectionId(agency.slug, section)
}

function detailsOf(agency: DemoAgency): AgencyDetails {
  const school = agency.kind === 'school'
  const serial = chanceOf(agency.name).between(1, 99_999)
  return agencyDetails.parse({
    name: agency.name,
    shortName: agency.shortName,
    headName: agency.headName,
    officeName: agency.officeName,
    address: agency.address,
    postcode: '999001',
    phone: agency.phone,
    fax: school ? '' : `${agency.phone.slice(0, -1)}9`,
    email: `${agency.slug}@yunling.example`,
    officeHours: school ? '工作日8:30—11:30、14:30—17:00' : '工作日9:00—12:00、14:30—18:00',
    creditCode: inventedCreditCode('1', serial),
    siteCode: school ? '' : `${AREA_CODE}0001`,
    reconsiderationBody: school ? '' : `${COUNTY}人民政府`,
    onlineReconsideration: 'https://xzfy.yunling.example/',
    court: school ? '' : `${COUNTY}人民法院`,
    supervisorName: school ? '云岭县教育局' : GOVERNMENT.name,
    supervisorPhone: school ? '0000-5550110' : GOVERNMENT.phone,
  })
}

/** Name, head and the rest by date: where the head changed, letters of the time before name the one before. */
function versionsOf(agency: DemoAgency, today: LocalDate): { from: LocalDate; details: AgencyDetails }[] {
  const details = detailsOf(agency)
  if (!agency.formerHead) return [{ from: FROM, details }]
  return [
    { from: FROM, details: { ...details, headName: agency.formerHead } },
    { from: fromParts(yearOf(today) - 1, 3, 1), details },
  ]
}

const parentOf = (agency: DemoAgency): string | null =>
  agency.kind === 'government' ? null : agencyId(agency.kind === 'school' ? 'jyj' : GOVERNMENT.slug)

export const COUNTY_AGENCIES: readonly DemoAgency[] = [GOVERNMENT, ...BUREAUS, ...SCHOOLS]

/** Agencies and sections, so that everything else can begin; the accounts follow, since hashing passwords takes its time. */
export async function establishCounty(ctx: OfficeContext, today: LocalDate): Promise<void> {
  await ctx.transact(async (tx) => {
    for (const [rank, agency] of COUNTY_AGENCIES.entries()) {
      await establishAgency(tx, {
        id: agencyId(agency.slug),
        parentId: parentOf(agency),
        slug: agency.slug,
        kind: agency.kind,
        regime: agency.kind === 'school' ? 'art55' : 'art54',
        rank,
        versions: versionsOf(agency, today),
      })
      // One person reviews for a small office; the education bureau has three.
      if (agency.slug !== 'jyj')
        await tx
          .insertInto('agency_setting')
          .values({
            agency_id: agencyId(agency.slug),
            from_date: FROM,
            readings: JSON.stringify({ reviewPersons: 1 }),
            overlay: JSON.stringify({ off: [], on: [] }),
          })
          .execute()
      await tx
        .insertInto('section')
        .values(
          agency.sections.map((name, place) => ({
            agency_id: agencyId(agency.slug),
            id: sectionId(agency.slug, name),
            name,
            rank: place,
          })),
        )
        .execute()
      if (agency.sections.includes(LEGAL_SECTION)) await nameOwners(tx, agency, today)
      if (agency.slug === 'jyj') await setRetentionTable(tx, { ...RETENTION, agencyId: agencyId('jyj'), by: SYSTEM_ACTOR_ID })
    }
  })
}

/** The education bureau's own table; the others still keep by the product's. */
const RETENTION = {
  from: localDate('2022-01-01'),
  rules: {
    disputed: 'permanent',
    withheld: 'years30',
    disclosed: 'years10',
    otherReplies: 'years10',
    closedWithoutReply: 'years10',
    amendments: 'years30',
  },
  source: '《云岭县教育局文书档案保管期限表》（云教发〔2021〕96号，县档案局审核同意）',
} as const

/** 政策法规科 owns reply, review and reconsideration; until last year the office did the replies itself. */
const LEGAL_SECTION = '政策法规科'
const OF_THE_OFFICE: readonly Step[] = ['intake', 'correction', 'service', 'archiving']

async function nameOwners(tx: Tx, agency: DemoAgency, today: LocalDate): Promise<void> {
  const named = { agencyId: agencyId(agency.slug), by: SYSTEM_ACTOR_ID }
  const [legal, office] = [sectionIdFor(agency, LEGAL_SECTION), sectionIdFor(agency, '办公室')]
  for (const step of STEPS)
    await setStepOwner(tx, {
      ...named,
      step,
      from: FROM,
      sectionId: OF_THE_OFFICE.includes(step) || step === 'reply' ? office : legal,
    })
  await setStepOwner(tx, { ...named, step: 'reply', from: fromParts(yearOf(today) - 1, 1, 1), sectionId: legal })
}

/** A password and its digest for each person who works here; the schools' officers share one, to spare the machine. */
export async function choosePasswords(): Promise<ReadonlyMap<DemoOfficer, Password>> {
  const shared = choose()
  const people = COUNTY_AGENCIES.flatMap((agency) =>
    agency.officers.map(async (officer) => [officer, await (agency.kind === 'school' ? shared : choose())] as const),
  )
  return new Map(await Promise.all(people))
}

interface Password {
  words: string
  hash: string
}

async function choose(): Promise<Password> {
  const words = randomPassword()
  return { words, hash: await hashPassword(words) }
}

export async function openAccounts(ctx: OfficeContext, passwords: ReadonlyMap<DemoOfficer, Password>): Promise<DemoAccount[]> {
  const accounts = COUNTY_AGENCIES.flatMap((agency) =>
    agency.officers.map((officer) => {
      const password = passwords.get(officer)
      if (!password) throw new Error(`${officer.login} has no password`)
      return { agency, officer, password }
    }),
  )
  await ctx.transact((tx) =>
    tx
      .insertInto('officer')
      .values(
        accounts.map(({ agency, officer, password }) => {
          const actor = actorOf(agency, officer)
          return {
            agency_id: actor.agencyId,
            id: actor.id,
            section_id: actor.sectionId,
            login: officer.login,
            name: officer.name,
            position: officer.position,
            roles: JSON.stringify(officer.roles),
            password_hash: password.hash,
          }
        }),
      )
      .execute(),
  )
  return accounts.map(({ agency, officer, password }) => ({
    agency: agency.name,
    login: officer.login,
    name: officer.name,
    roles: officer.roles,
    password: password.words,
  }))
}
