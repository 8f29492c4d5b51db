/**
 * 演示县: fills an empty store with an imaginary county, through the office's own verbs and with a legal day that moves, so that
 * every history in it is one that the product allows. The same every time for the same day, but for passwords and query codes.
 */
import { nationalCalendar } from '../../law/calendar.ts'
import { addDays, fromParts, latest, type LocalDate, localDate, yearOf } from '../../law/date.ts'
import type { OfficeContext } from '../context.ts'
import { answerConsultation, listConsultations, openConsultation } from '../dialogue/consultations.ts'
import { actOut } from './act-out.ts'
import type { Ask } from './asks.ts'
import { CIVIL_ASKS, FARMING_ASKS, HEALTH_ASKS, LAND_ASKS, MARKET_ASKS } from './asks-bureaus.ts'
import { EDUCATION_ASKS } from './asks-education.ts'
import { chanceOf, stableId } from './chance.ts'
import { BUREAUS, type DemoAgency } from './county.ts'
import { type Days, daysOf } from './days.ts'
import { actorFor, agencyId, COUNTY_AGENCIES, type DemoAccount, establishCounty, openAccounts } from './establish.ts'
import { isEmptyStore, markDemo } from './is-demo.ts'
import { openToday } from './open-today.ts'
import { publishLibrary } from './publish-library.ts'
import { importRealSample } from './real-sample.ts'
import { CONSULTATIONS, SCHOOLS } from './schools.ts'
import type { Story } from './story.ts'
import { storyOf, type Telling } from './story-whole.ts'
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
  requests: DemoRequest[]
}

const ASKS: Readonly<Record<string, readonly Ask[]>> = {
  jyj: EDUCATION_ASKS,
  zrzyj: LAND_ASKS,
  wsjkj: HEALTH_ASKS,
  mzj: CIVIL_ASKS,
  nyncj: FARMING_ASKS,
  scjgj: MARKET_ASKS,
}

/** Whole years before this one that the demo tells; none before the form in which its reports are compiled. */
const YEARS_BACK = 3
const FIRST_YEAR = 2021

/** @throws when the store is not empty: a demo never mixes with anything else */
export async function seedDemo(ctx: OfficeContext, today: LocalDate): Promise<Seeded> {
  if (!(await isEmptyStore(ctx))) throw new Error('the store is not empty')
  const days = daysOf(nationalCalendar())
  const firstYear = Math.max(yearOf(today) - YEARS_BACK, FIRST_YEAR)
  await ctx.transact((tx) => markDemo(tx))
  await establishCounty(ctx, today)
  const accounts = openAccounts(ctx)
  const histories = Promise.all(BUREAUS.map((agency) => history(ctx, agency, days, today, firstYear)))
  const others = Promise.all([
    ...COUNTY_AGENCIES.map((agency) => publishLibrary(movable(ctx, today).ctx, agency, days, today, firstYear)),
    consult(ctx, today),
    importRealSample(ctx),
  ])
  const [people, requests] = await Promise.all([accounts, histories, others])
  return { accounts: people, requests: requests.flat() }
}

/** A context of one's own whose legal day can be moved. Reminders of days gone by are not sent. */
function movable(ctx: OfficeContext, today: LocalDate): { ctx: OfficeContext; setDay: (day: LocalDate) => void } {
  let day = today
  return {
    setDay: (to) => {
      day = to
    },
    ctx: {
      ...ctx,
      today: () => day,
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
  const telling: Telling = {
    days,
    slug: agency.slug,
    place: `${agency.address}${agency.name}`,
    officeHead: actorFor(agency, 'officeHead').name,
  }
  const years = Array.from({ length: yearOf(today) - firstYear + 1 }, (_, index) => firstYear + index)
  const stories = [
    ...years.flatMap((year) => storiesOf(telling, ASKS[agency.slug] ?? [], year)),
    ...openToday(telling, agency.sections[1] ?? '办公室', today),
  ]
  const moved = movable(ctx, today)
  const due = years.filter((year) => isCompiled(year) && publicationDay(year) <= today)
  const reportsUntil = async (day: LocalDate): Promise<void> => {
    for (let year = due[0]; year !== undefined && publicationDay(year) <= day; year = due[0]) {
      due.shift()
      moved.setDay(publicationDay(year))
      await publishYear(moved.ctx, agency, year, stories)
    }
  }
  const { filed } = await actOut(moved.ctx, moved.setDay, agency, stories, today, reportsUntil)
  return [...filed.values()].flatMap(({ number, queryCode }) => (queryCode ? [{ agency: agency.name, number, queryCode }] : []))
}

function storiesOf(telling: Telling, asks: readonly Ask[], year: number): Story[] {
  const told = new Map<string, Story>()
  for (const ask of asks) told.set(ask.subject, storyOf(telling, ask, year, ask.again ? told.get(ask.again) : undefined))
  return [...told.values()]
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
