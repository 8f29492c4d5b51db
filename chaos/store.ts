/** The store behind the chaos: made before the first kill, examined after the last. The server must not be running. */
import { randomUUID } from 'node:crypto'
import { localDate } from '../src/law/date.ts'
import type { OfficeContext } from '../src/office/context.ts'
import { refold } from '../src/office/oversight/refold.ts'
import { establishAgency } from '../src/office/people/agencies.ts'
import { hashPassword } from '../src/office/people/sign-in.ts'
import { ERASED_MARK } from '../src/record/people/erased.ts'
import { ROLES, type Role } from '../src/record/people/roles.ts'
import { readSettings } from '../src/settings.ts'
import { verifyAudit } from '../src/store/audit.sql.ts'
import { findPlace } from '../src/store/postgres/place.ts'
import { startEmbedded } from '../src/store/postgres/supervisor.ts'
import { openProduct } from '../src/wiring.ts'
import { type Acknowledged, REQUESTER, SECTION_ID, type Sessions, UNIT_ID } from './sender.ts'

/** Who is there besides the one who may do everything: nobody reviews or approves the own wording. */
export const COLLEAGUES: Record<Exclude<keyof Sessions, 'clerk'>, Role> = {
  legality: 'legalReviewer',
  secrecy: 'secrecyReviewer',
  privacy: 'privacyReviewer',
  head: 'head',
}

export async function withStore<T>(project: string, dataFolder: string, work: (office: OfficeContext) => Promise<T>): Promise<T> {
  const place = findPlace(project, dataFolder, console.error)
  const database = await startEmbedded(place, console.error)
  try {
    const product = await openProduct(readSettings(process.env), database.url, place.dataFolder)
    return await work(product.office).finally(() => product.close())
  } finally {
    await database.stop()
  }
}

/** One agency with a section, an officer who may do everything, the reviewers and the head, and one unit below that is asked for reports. */
export async function establish(office: OfficeContext, login: string, password: string): Promise<void> {
  const agencyId = randomUUID()
  const passwordHash = await hashPassword(password)
  await office.transact(async (tx) => {
    const agency = { kind: 'bureau', regime: 'art54', rank: 0 } as const
    const since = localDate('2019-05-15')
    await establishAgency(tx, {
      ...agency,
      id: agencyId,
      parentId: null,
      slug: 'jyj',
      versions: [{ from: since, details: DETAILS }],
    })
    await establishAgency(tx, {
      ...agency,
      id: UNIT_ID,
      parentId: agencyId,
      slug: 'dwjg',
      versions: [{ from: since, details: { ...DETAILS, name: '云岭县招生考试管理办公室', shortName: '云招' } }],
    })
    await tx.insertInto('section').values({ agency_id: agencyId, id: SECTION_ID, name: '基础教育科' }).execute()
    const people: [login: string, roles: readonly Role[]][] = [
      [login, ROLES],
      ...Object.entries(COLLEAGUES).map(([name, role]): [string, Role[]] => [`${login}-${name}`, [role]]),
    ]
    for (const [name, roles] of people)
      await tx
        .insertInto('officer')
        .values({
          agency_id: agencyId,
          id: randomUUID(),
          section_id: null,
          login: name,
          name: '演练人员',
          roles: JSON.stringify(roles),
          password_hash: passwordHash,
          locked_until: null,
        })
        .execute()
  })
}

const DETAILS = {
  name: '云岭县教育局',
  shortName: '云教',
  headName: '演练负责人',
  officeName: '云岭县教育局办公室',
  address: '云岭县中山路1号',
  postcode: '811300',
  phone: '0970-0000000',
  fax: '',
  email: '',
  officeHours: '工作日 9:00–12:00、14:00–17:30',
  creditCode: '',
  siteCode: '0000000000',
  reconsiderationBody: '云岭县人民政府',
  onlineReconsideration: '',
  court: '云岭县人民法院',
  supervisorName: '云岭县人民政府办公室',
  supervisorPhone: '0970-0000001',
}

export interface Examination {
  acts: number
  cases: number
  auditEntries: number
  /** Each a sentence; none is what we want. */
  faults: string[]
}

export async function examine(office: OfficeContext, acknowledged: readonly Acknowledged[]): Promise<Examination> {
  const { db } = office
  const cases = await db.selectFrom('request_case').select(['id', 'number', 'acts']).execute()
  const acts = await db.selectFrom('request_act').select(['case_id', 'seq', 'kind', 'command_id']).orderBy('seq').execute()
  const commands = new Set((await db.selectFrom('command').select('command_id').execute()).map((row) => row.command_id))
  const faults: string[] = []

  const byCase = Map.groupBy(acts, (act) => act.case_id)
  for (const row of cases) {
    const own = byCase.get(row.id) ?? []
    const first = own[0]?.seq ?? 0
    const whole = own.length === row.acts && own.length > 0 && own.every((act, index) => act.seq === first + index)
    if (!whole) faults.push(`case ${row.number} counts ${row.acts} acts, has ${own.map((act) => act.seq).join(',')}`)
  }
  const byCommand = Map.groupBy(acts, (act) => act.command_id)
  const amendments = await db.selectFrom('amendment_act').select(['amendment_id', 'kind', 'command_id']).execute()
  const byAmending = Map.groupBy(amendments, (act) => act.command_id)
  const entries = await db.selectFrom('decision_entry').select('command_id').execute()
  const byEntering = Map.groupBy(entries, (entry) => entry.command_id)
  const asked = await db.selectFrom('hand_in_act').select(['notice_id', 'data']).execute()
  const byNotice = Map.groupBy(asked, (act) => act.notice_id)
  const disputing = await db.selectFrom('dispute_act').select(['dispute_id', 'kind', 'command_id']).execute()
  const byDisputing = Map.groupBy(disputing, (act) => act.command_id)
  const erased = await erasedVolumes(office, faults)
  const timesThere = (one: Acknowledged): number => {
    if (one.of === 'erased') return erased.get(one.volume) ?? 0
    if (one.of === 'dispute')
      return (byDisputing.get(one.commandId) ?? []).filter((act) => act.dispute_id === one.id && act.kind === one.kind).length
    if (one.of === 'ledger') return byEntering.get(one.commandId)?.length ?? 0
    if (one.of === 'notice') return (byNotice.get(one.id) ?? []).filter(({ data }) => data.kind === one.kind).length
    if (one.of === 'amendment')
      return (byAmending.get(one.commandId) ?? []).filter((act) => act.amendment_id === one.id && act.kind === one.kind).length
    return (byCommand.get(one.commandId) ?? []).filter((act) => act.case_id === one.caseId && act.kind === one.kind).length
  }
  for (const one of acknowledged) {
    const times = timesThere(one)
    const known = one.of !== 'case' || commands.has(one.commandId)
    if (times !== 1 || !known) faults.push(`an acknowledged ${one.of} ${'kind' in one ? one.kind : ''} is there ${times} times`)
  }
  faults.push(...(await misnumbered(office)))
  const { drifts } = await refold(office, { write: false })
  for (const { number, fields } of drifts)
    faults.push(`case ${number} is not what its acts say: ${Object.keys(fields).join(', ')}`)
  const audit = await verifyAudit(db)
  for (const { seq, what } of audit.faults) faults.push(`audit entry ${seq}: ${what}`)
  if (audit.entries < commands.size) faults.push(`${commands.size} commands, only ${audit.entries} audit entries`)
  return { acts: acts.length, cases: cases.length, auditEntries: audit.entries, faults }
}

/** How often each volume was erased, once is right; of an erased case nothing readable may be left. */
async function erasedVolumes({ db, vault }: OfficeContext, faults: string[]): Promise<Map<string, number>> {
  const cases = await db.selectFrom('erasure_case').select(['volume', 'case_id']).where('erased_at', 'is not', null).execute()
  const amendments = await db.selectFrom('erasure_amendment').select('volume').where('erased_at', 'is not', null).execute()
  const times = new Map<string, number>()
  for (const { volume } of [...cases, ...amendments]) times.set(volume, (times.get(volume) ?? 0) + 1)
  for (const { volume, case_id } of cases) {
    const { sealed } = await db
      .selectFrom('requester')
      .innerJoin('request_case as c', 'c.requester_id', 'requester.id')
      .select('requester.sealed')
      .where('c.id', '=', case_id)
      .executeTakeFirstOrThrow()
    const letters = await db.selectFrom('letter').select('sealed').where('case_id', '=', case_id).execute()
    const left = JSON.stringify([sealed, ...letters.map((letter) => letter.sealed)].map((bytes) => vault.open(bytes)))
    if (!left.includes(ERASED_MARK) || left.includes(REQUESTER.name)) faults.push(`volume ${volume} is erased, but not all of it`)
  }
  return times
}

/** Numbers of cases, disputes, amendments, volumes and letters: 1, 2, 3… in each series and year, none twice. */
async function misnumbered({ db }: OfficeContext): Promise<string[]> {
  const rows = await Promise.all([
    db.selectFrom('request_case').select('number').execute(),
    db.selectFrom('dispute').select('number').execute(),
    db.selectFrom('amendment').select('number').execute(),
    db.selectFrom('case_volume').select('number').execute(),
    db.selectFrom('amendment_volume').select('number').execute(),
    db.selectFrom('letter').select('number').execute(),
  ])
  const numbers = rows.flat().map(({ number }) => number)
  const series = Map.groupBy(numbers, (number) => number.replace(/\d+号$/u, ''))
  return [...series].flatMap(([name, own]) => {
    const serials = own.map((number) => Number(/(\d+)号$/u.exec(number)?.[1])).sort((a, b) => a - b)
    return serials.every((serial, index) => serial === index + 1) ? [] : [`${name} has the numbers ${serials.join(',')}`]
  })
}
