/**
 * 演示县: fills an empty store with an imaginary county, through the office's own verbs and with a legal day that moves, so that
 * every history in it is one that the product allows. The same every time for the same day, but for passwords and query codes.
 */
import { nationalCalendar } from '../../law/calendar.ts'
import { addDays, chineseDate, daysBetween, fromParts, latest, type LocalDate, localDate, yearOf } from '../../law/date.ts'
import { CannotStart } from '../../store/cannot-start.ts'
import type { OfficeContext } from '../context.ts'
import { answerConsultation, listConsultations, openConsultation } from '../dialogue/consultations.ts'
import { handDown, installCatalogues } from './catalogues.ts'
import { actOut } from './act-out.ts'
import { askAmendments, standIn } from './beside-requests.ts'
import { chanceOf, stableId } from './chance.ts'
import { BUREAUS, type DemoAgency } from './county.ts'
import { firstYearFor, storiesFor, yearsFrom } from './county-stories.ts'
import { askForReports, lastReported, reportForCounty } from './county-report.ts'
import { type Days, daysOf } from './days.ts'
import {
  actorFor,
  agencyId,
  COUNTY_AGENCIES,
  choosePasswords,
  type DemoAccount,
  establishCounty,
  openAccounts,
} from './establish.ts'
import { isEmptyStore, markDemo } from './is-demo.ts'
import { enterMatters } from './matters.ts'
import { scanStockPiece } from '../publication/index.ts'
import { publishLibrary } from './publish-library.ts'
import { delegateSome, publishSome } from './publish-some.ts'
import { importRealSample } from './real-sample.ts'
import { CONSULTATIONS, SCHOOLS } from './schools.ts'
import { enterLedger } from './decision-ledger.ts'
import { isCompiled, publicationDay, publishYear } from './yearly-reports.ts'

export type { DemoAccount } from './establish.ts'

/** A request that anyone may look up on the portal: number and code are shown once, like the passwords. */
export interface DemoRequest {
  agency: string
  number: string
  queryCode: string
}

export interface Seeded {
  accounts: DemoAccount[]
  /** The education bureau's last, its latest at the end. */
  requests: DemoRequest[]
}

/** The demo needs the Regulation as revised in 2019, and some weeks of history under it. */
const EARLIEST = localDate('2020-01-01')

/**
 * All of it in one transaction: a start that is cut off leaves the store empty, and the next one begins again.
 * `tell` hears how far it is: on a small machine it takes some twenty seconds.
 * @throws when the store is not empty (a demo never mixes with anything else); CannotStart for a day before 2020
 */
export async function seedDemo(ctx: OfficeContext, today: LocalDate, tell: (line: string) => void = () => {}): Promise<Seeded> {
  if (!(await isEmptyStore(ctx))) throw new Error('the store is not empty')
  if (today < EARLIEST) throw new CannotStart(`演示数据只有${chineseDate(EARLIEST)}以后的；请调整 GONGKAI_TODAY`)
  const days = daysOf(nationalCalendar())
  const firstYear = firstYearFor(today)
  // Hashing takes its time on other threads, while the histories are acted out on this one.
  const passwords = choosePasswords()
  return ctx.transact(async (tx) => {
    const inside: OfficeContext = { ...ctx, db: tx, transact: (work) => work(tx) }
    await markDemo(tx)
    await establishCounty(inside, today)
    for (const agency of COUNTY_AGENCIES) await publishLibrary(inside, agency, days, today, firstYear)
    const moved = movable(inside, today)
    const reported = lastReported(today)
    const asksUnits = reported >= firstYear && isCompiled(reported)
    if (asksUnits) await askForReports(moved, reported)
    const requests: DemoRequest[] = []
    for (const [index, agency] of BUREAUS.entries()) {
      tell(`正在装入演示县：${agency.name}（${index + 1}/${BUREAUS.length}）`)
      requests.unshift(...(await history(inside, agency, days, today, firstYear)))
    }
    if (asksUnits) await reportForCounty(moved, reported, today)
    await askAmendments(moved.ctx, moved.setDay, days, today)
    await consult(inside, today)
    await installCatalogues(moved, today)
    await handDown(moved, today)
    await enterMatters(moved, today)
    await publishSome(moved, days, today)
    await scanAll(moved.ctx)
    await importRealSample(inside)
    const accounts = await openAccounts(inside, await passwords)
    await delegateSome(moved, days, today)
    await standIn({ ...inside, today: () => today }, today)
    return { accounts, requests }
  })
}

/** The first night has gone by: what it found waits on the desks. */
async function scanAll(ctx: OfficeContext): Promise<void> {
  for (let turn = await scanStockPiece(ctx); !turn.done; ) turn = await scanStockPiece(ctx)
}

const DAY_MS = 86_400_000

/** A context of one's own whose legal day can be moved, and the stamps with it. Reminders of days gone by are not sent. */
function movable(ctx: OfficeContext, today: LocalDate): { ctx: OfficeContext; setDay: (day: LocalDate) => void } {
  let day = today
  return {
    setDay: (to) => {
      day = to
    },
    ctx: {
      ...ctx,
      today: () => day,
      now: () => new Date(ctx.now().getTime() + daysBetween(today, day) * DAY_MS),
      enqueue: async (tx, name, data, on) => {
        if (on === undefined || on >= today) await ctx.enqueue(tx, name, data, on)
      },
    },
  }
}

/** One bureau's requests and its annual reports, in the order of their days. */
async function history(
  ctx: OfficeContext,
  agency: DemoAgency,
  days: Days,
  today: LocalDate,
  firstYear: number,
): Promise<DemoRequest[]> {
  const stories = storiesFor(agency, days, today)
  const moved = movable(ctx, today)
  const due = yearsFrom(firstYear, today).filter((year) => isCompiled(year) && publicationDay(year) <= today)
  const reportsUntil = async (day: LocalDate): Promise<void> => {
    for (let year = due[0]; year !== undefined && publicationDay(year) <= day; year = due[0]) {
      due.shift()
      moved.setDay(publicationDay(year))
      await publishYear(moved.ctx, agency, year, stories)
    }
  }
  const { filed } = await actOut(moved.ctx, moved.setDay, agency, stories, today, reportsUntil)
  // Years that no report tells of yet, the running one too, are in the ledger as far as their quarters have ended.
  for (const year of [yearOf(today) - 1, yearOf(today)].filter((one) => publicationDay(one) > today))
    await enterLedger(ctx, agency, year, today)
  return [...filed.values()].flatMap(({ number, queryCode }) => (queryCode ? [{ agency: agency.name, number, queryCode }] : []))
}

/** 学校、幼儿园的信息公开咨询: asked and answered within the week; the last ones wait. */
async function consult(ctx: OfficeContext, today: LocalDate): Promise<void> {
  const start = latest(fromParts(yearOf(today) - 1, 1, 4), localDate('2021-01-04'))
  for (const [index, { school, daysAgo, subject, question, answer }] of CONSULTATIONS.entries()) {
    const agency = SCHOOLS.find((one) => one.slug === school)
    if (!agency) throw new Error(`no school ${school}`)
    const moved = movable(ctx, today)
    const askedOn = latest(start, addDays(today, -daysAgo))
    moved.setDay(askedOn)
    const name = `家长${chanceOf(subject).pick([...'王李张刘陈'])}某`
    const commandId = stableId(`consultation ${index}`)
    const asked = await openConsultation(moved.ctx, {
      agencyId: agencyId(school),
      commandId,
      name,
      contact: '000-00000000',
      subject,
      question,
    })
    if (!asked.ok) throw new Error(`consultation refused: ${subject}`)
    if (answer === undefined) continue
    moved.setDay(latest(askedOn, addDays(askedOn, 1)))
    const officer = actorFor(agency, 'informationOfficer')
    const open = await listConsultations(moved.ctx, officer)
    const mine = open.ok ? open.value.find((row) => row.subject === subject) : undefined
    if (!mine) throw new Error(`consultation not found: ${subject}`)
    await answerConsultation(moved.ctx, officer, { id: mine.id, text: answer })
  }
}
