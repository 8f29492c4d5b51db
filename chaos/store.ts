/** The store behind the chaos: made before the first kill, examined after the last. The server must not be running. */
import { randomUUID } from 'node:crypto'
import { localDate } from '../src/law/date.ts'
import type { OfficeContext } from '../src/office/context.ts'
import { refold } from '../src/office/oversight/refold.ts'
import { establishAgency } from '../src/office/people/agencies.ts'
import { hashPassword } from '../src/office/people/sign-in.ts'
import { ROLES } from '../src/record/people/roles.ts'
import { readSettings } from '../src/settings.ts'
import { verifyAudit } from '../src/store/audit.sql.ts'
import { findPlace } from '../src/store/postgres/place.ts'
import { startEmbedded } from '../src/store/postgres/supervisor.ts'
import { openProduct } from '../src/wiring.ts'
import { type Acknowledged, UNIT_ID } from './writer.ts'

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

/** One agency, one officer in it who may do everything, and one unit below that is asked for reports. */
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
    await tx
      .insertInto('officer')
      .values({
        agency_id: agencyId,
        id: randomUUID(),
        section_id: null,
        login,
        name: '演练人员',
        roles: JSON.stringify(ROLES),
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
  const timesThere = (one: Acknowledged): number => {
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
  const { drifts } = await refold(office, { write: false })
  for (const { number, fields } of drifts)
    faults.push(`case ${number} is not what its acts say: ${Object.keys(fields).join(', ')}`)
  const audit = await verifyAudit(db)
  for (const { seq, what } of audit.faults) faults.push(`audit entry ${seq}: ${what}`)
  if (audit.entries < commands.size) faults.push(`${commands.size} commands, only ${audit.entries} audit entries`)
  return { acts: acts.length, cases: cases.length, auditEntries: audit.entries, faults }
}
