/** Publishes the demo county's documents: three years and the present one, each on its own day. */
import { fromParts, isLocalDate, type LocalDate } from '../../law/date.ts'
import type { OfficeContext } from '../context.ts'
import { publishDocument } from '../publication/publish-document.ts'
import { demoItemId } from './catalogues.ts'
import { chanceOf, stableId } from './chance.ts'
import type { DemoAgency } from './county.ts'
import { yearsFrom } from './county-stories.ts'
import type { Days } from './days.ts'
import { bodyOf, type DemoDocument } from './documents.ts'
import { EDUCATION_DOCUMENTS } from './documents-education.ts'
import { DOCUMENTS_BY_AGENCY } from './documents-others.ts'
import { SCHOOL_DOCUMENTS } from './documents-schools.ts'
import { actorFor } from './establish.ts'

/** Working days between 成文 and publication in the demo; the law allows twenty (Art 26). */
const UNTIL_PUBLISHED = 3

interface Placed {
  document: DemoDocument
  year: number
  formedOn: LocalDate
  publishedOn: LocalDate
}

function day(year: number, monthDay: string): LocalDate {
  const text = `${year}-${monthDay}`
  if (!isLocalDate(text)) throw new Error(`no such day: ${text}`)
  return text
}

function documentsOf(agency: DemoAgency): readonly DemoDocument[] {
  if (agency.kind === 'school') return SCHOOL_DOCUMENTS
  return agency.slug === 'jyj' ? EDUCATION_DOCUMENTS : (DOCUMENTS_BY_AGENCY[agency.slug] ?? [])
}

export async function publishLibrary(
  ctx: OfficeContext,
  agency: DemoAgency,
  days: Days,
  today: LocalDate,
  firstYear: number,
): Promise<void> {
  const actor = actorFor(agency, agency.kind === 'school' ? 'informationOfficer' : 'clerk')
  for (const { document, year, formedOn, publishedOn } of placed(agency, days, today, firstYear)) {
    const fill = (text: string) => text.replaceAll('{y}', String(year)).replaceAll('{p}', String(year - 1))
    const id = (title: string) => stableId(`document ${agency.slug} ${fill(title)} ${year}`)
    const repealedOn = document.repealed ? day(year + document.repealed[0], document.repealed[1]) : null
    const result = await publishDocument(ctx, actor, {
      id: id(document.title),
      column: document.column,
      title: fill(document.title),
      ...(document.serial ? { number: `${agency.shortName}〔${year}〕${document.serial}号` } : {}),
      summary: fill(
        document.paragraphs.find((one) => !one.startsWith('#') && !one.endsWith('：')) ?? document.paragraphs[0] ?? '',
      ),
      keywords: document.keywords ?? [],
      body: fill(bodyOf(document)),
      formedOn,
      publishedOn,
      ...(document.normative ? { normative: true, effectiveOn: formedOn } : {}),
      ...(repealedOn && repealedOn <= today ? { validity: 'repealed' as const, repealedOn } : {}),
      ...(document.item ? { itemId: demoItemId(agency, document.item) } : {}),
      ...(document.interprets ? { interprets: id(document.interprets) } : {}),
    })
    if (!result.ok) throw new Error(`${fill(document.title)}: ${result.refusals.map((refusal) => refusal.say).join('; ')}`)
  }
}

/** In the order of publication, so that an interpretation finds its document and index numbers rise with time. */
function placed(agency: DemoAgency, days: Days, today: LocalDate, firstYear: number): Placed[] {
  const years = yearsFrom(firstYear, today)
  const recent = agency.kind === 'school' ? years.slice(-2) : years
  return recent
    .flatMap((year) =>
      documentsOf(agency)
        .filter((document) => !document.once || year === firstYear)
        .filter(({ title, percent = 100 }) => chanceOf(`${agency.slug} ${title} ${year}`).happens(percent))
        .map((document) => {
          const formedOn = day(year, document.monthDay)
          return { document, year, formedOn, publishedOn: days.plus(formedOn, UNTIL_PUBLISHED) }
        }),
    )
    .filter((one) => one.publishedOn <= today && one.formedOn >= fromParts(firstYear, 1, 1))
    .sort((a, b) => (a.publishedOn < b.publishedOn ? -1 : a.publishedOn > b.publishedOn ? 1 : 0))
}
