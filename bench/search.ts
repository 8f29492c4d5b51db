/**
 * Bench of 检索: a labelled set of questions over what a county's education publishes in six years, how many find what they ask for and
 * at which place; then how long the first page takes among as many documents as are asked for, while a writer publishes.
 */
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dict } from '@node-rs/jieba/dict.js'
import { Client } from 'pg'
import { addDays, fromParts, type LocalDate, localDate, yearOf } from '../src/law/date.ts'
import type { OfficeContext } from '../src/office/context.ts'
import { publishDocument, searchDocuments } from '../src/office/publication/index.ts'
import type { Actor } from '../src/record/people/roles.ts'
import { pairsOf, quarterOf } from '../src/record/publication/search-words.ts'
import { readSettings } from '../src/settings.ts'
import { findPlace } from '../src/store/postgres/place.ts'
import { startEmbedded } from '../src/store/postgres/supervisor.ts'
import { openProduct } from '../src/wiring.ts'
import { type Measures, middle, note } from './measure.ts'
import { DETAILS, TODAY } from './million.ts'
import { SCHOOL_NOTICES, TOPICS } from './search-topics.ts'

const YEARS = [2021, 2022, 2023, 2024, 2025, 2026]
const SCHOOLS = 20

export async function benchSearch(measures: Measures, documents: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-search-'))
  // As root the database runs as another account, which must get in.
  chmodSync(folder, 0o755)
  const settings = { ...readSettings({ GONGKAI_TODAY: TODAY }), today: () => TODAY }
  const place = findPlace(process.cwd(), folder, console.error)
  const database = await startEmbedded(place, console.error)
  const client = new Client({ connectionString: database.url })
  await client.connect()
  try {
    const product = await openProduct(settings, database.url, place.dataFolder, { sessions: 5 })
    try {
      const bureau = await agency(client, 'jyj', 'bureau')
      await labelled(measures, product.office, client, bureau)
      const begun = performance.now()
      await fill(client, documents)
      note(measures, 'search.load', (performance.now() - begun) / 1000, 's', documents)
      await timed(measures, product.office, bureau)
    } finally {
      await product.close()
    }
  } finally {
    await client.end()
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function agency(client: Client, slug: string, kind: string): Promise<Actor> {
  const [agencyId, id] = [randomUUID(), randomUUID()]
  const data = { ...DETAILS, name: `云岭县${slug}`, shortName: slug }
  await client.query(`insert into agency (id, slug, kind, regime) values ($1, $2, $3, 'art54')`, [agencyId, slug, kind])
  await client.query(`insert into agency_version values ($1, '2019-05-15', $2)`, [agencyId, JSON.stringify(data)])
  return { id, agencyId, name: slug, roles: ['clerk'], sectionId: null, under: [] }
}

/** Recall: what was asked for is among the first ten, of any year; the reciprocal of its place; the newest of its topic before the others. */
async function labelled(measures: Measures, office: OfficeContext, client: Client, bureau: Actor): Promise<void> {
  const publish = async (by: Actor, title: string, text: string, keywords: readonly string[], year: number) => {
    const on = fromParts(year, year === 2026 ? 2 : 5, 10)
    const draft = {
      column: 'education-overview',
      title,
      summary: '',
      keywords,
      body: `<p>${text}</p>`,
      formedOn: on,
      publishedOn: on,
    }
    const done = await publishDocument(office, by, draft)
    if (!done.ok) throw new Error(JSON.stringify(done.refusals))
  }
  for (const year of YEARS)
    for (const { title, text, keywords } of TOPICS)
      await publish(bureau, title.replace('{y}', String(year)), text, keywords, year)
  for (let number = 1; number <= SCHOOLS; number += 1) {
    const school = await agency(client, `school${number}`, 'school')
    for (const year of YEARS)
      for (const [title, text] of SCHOOL_NOTICES)
        await publish(school, title.replace('{s}', `云岭县第${number}小学`).replace('{y}', String(year)), text, [], year)
  }
  const places: number[] = []
  let newestFirst = 0
  for (const { title, asked } of TOPICS) {
    const name = title.replace('{y}年', '')
    for (const question of asked) {
      const found = await searchDocuments(office, {}, question, 1)
      if (!found.ok) throw new Error(JSON.stringify(found.refusals))
      const right = found.value.rows.slice(0, 10).flatMap((row, at) => (row.title.endsWith(name) ? [{ ...row, at }] : []))
      if (!right[0])
        console.error(
          `不在前十：${question}；找到 ${found.value.rows
            .slice(0, 3)
            .map((row) => row.title)
            .join('、')}`,
        )
      places.push(right[0] ? 1 / (right[0].at + 1) : 0)
      if (right[0]?.title.startsWith('2026')) newestFirst += 1
    }
  }
  const n = places.length
  note(measures, 'search.recallAt10', places.filter((one) => one > 0).length / n, '', n)
  note(measures, 'search.reciprocalRank', places.reduce((sum, one) => sum + one, 0) / n, '', n)
  note(measures, 'search.newestFirst', newestFirst / n, '', n)
}

const WORDS_OF_ONE = 120
const VOCABULARY = 30_000
const AT_A_TIME = 2_000
/** From 2016 to the bench's today. */
const DAYS = 3_713

/** Words by how often the dictionary says they are used. */
function vocabulary(): string[] {
  return Buffer.from(dict)
    .toString('utf8')
    .split('\n')
    .flatMap((line) => {
      const [word = '', times] = line.split(' ')
      return /^\p{Script=Han}{2,6}$/u.test(word) ? [{ word, times: Number(times) }] : []
    })
    .toSorted((a, b) => b.times - a.times)
    .slice(0, VOCABULARY)
    .map(({ word }) => word)
}

/** Rows as publishing leaves them; without the index, which is made afterwards as a restore does. */
async function fill(client: Client, documents: number): Promise<void> {
  const run = (statement: string, values: unknown[] = []) => client.query(statement, values)
  const { rows } = await run(`select indexdef from pg_indexes where indexname = 'document_words_found'`)
  const agencies = await run('select id from agency order by slug limit 20')
  const ids = agencies.rows.map(({ id }) => String(id))
  await run('drop index document_words_found')
  const words = vocabulary()
  const drawn = () => words[Math.floor(VOCABULARY * Math.random() ** 3)] ?? ''
  const quarters = new Map<string, string>()
  for (let from = 0; from < documents; from += AT_A_TIME) {
    const batch = Array.from({ length: Math.min(AT_A_TIME, documents - from) }, (_, at) => {
      const day = addDays(localDate('2016-01-01'), Math.floor(((from + at) * DAYS) / documents))
      const quarter = quarterOf(day)
      quarters.set(quarter.begins, quarter.lexeme)
      return row(ids[(from + at) % ids.length] ?? '', day, Array.from({ length: WORDS_OF_ONE }, drawn), from + at)
    })
    const of = (part: keyof (typeof batch)[number]) => batch.map((one) => one[part])
    await run(FILL, [of('agencyId'), of('id'), of('title'), of('index'), of('body'), of('day'), of('lexemes')])
  }
  await run(`insert into document_quarter select * from unnest($1::date[], $2::text[]) on conflict do nothing`, [
    [...quarters.keys()],
    [...quarters.values()],
  ])
  await run(String(rows[0]?.indexdef))
  await run('vacuum analyze document_words')
  await run('vacuum analyze document')
}

const SEPARATOR = '\u0001'

function row(agencyId: string, day: LocalDate, words: readonly string[], at: number) {
  const title = words.slice(0, 3).join('')
  const lexemes = [
    ...words.map((word) => `w:${word}`),
    ...words.slice(0, 3).map((word) => `t:${word}`),
    ...pairsOf(title).map((pair) => `b:${pair}`),
    `a:${agencyId}`,
    'c:plans',
    'v:inForce',
    `y:${yearOf(day)}`,
    quarterOf(day).lexeme,
  ]
  const body = `<p>${words.join('')}</p>`
  return { agencyId, id: randomUUID(), title, index: `x${at}`, body, day, lexemes: lexemes.join(SEPARATOR) }
}

const FILL = `
  with made as (
    select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::date[], $7::text[])
      as m (agency_id, id, title, index_number, body, on_date, lexemes)
  ), written as (
    insert into document (agency_id, id, column_key, title, index_number, summary, body, formed_on, published_on)
    select agency_id, id, 'plans', title, index_number, '', body, on_date, on_date from made
  )
  insert into document_words (agency_id, id, column_key, published_on, names, about, words)
  select agency_id, id, 'plans', on_date, title, '',
    array_to_tsvector(array(select distinct unnest(string_to_array(lexemes, '${SEPARATOR}')))) from made`

const ROUNDS = 200
const PAUSE_MS = 200

/** The first page of common words, of rarer ones and of several together. */
async function timed(measures: Measures, office: OfficeContext, bureau: Actor): Promise<void> {
  const words = vocabulary()
  const from = (low: number, high: number, at: number) => words[low + ((at * 7919) % (high - low))] ?? ''
  const kinds: Record<string, (at: number) => string> = {
    common: (at) => from(0, 60, at),
    usual: (at) => from(60, 2_000, at),
    rare: (at) => from(2_000, 30_000, at),
    two: (at) => `${from(0, 400, at)} ${from(100, 3_000, at + 1)}`,
    three: (at) => `${from(0, 200, at)} ${from(0, 400, at + 1)} ${from(0, 800, at + 2)}`,
  }
  const writing = new AbortController()
  const writer = (async () => {
    for (let n = 0; !writing.signal.aborted; n += 1) {
      const draft = {
        column: 'plans',
        title: `新发布的第${n}件`,
        summary: '',
        keywords: [],
        body: `<p>${words.slice(n % 100, (n % 100) + 200).join('')}</p>`,
      }
      await publishDocument(office, bureau, { ...draft, formedOn: TODAY })
      await new Promise((done) => setTimeout(done, PAUSE_MS))
    }
  })()
  for (const [kind, question] of Object.entries(kinds)) {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now()
      await searchDocuments(office, {}, question(round), 1)
      times.push(performance.now() - start)
    }
    note(measures, `search.${kind}.p50`, middle(times, 0.5), 'ms', ROUNDS)
    note(measures, `search.${kind}.p95`, middle(times, 0.95), 'ms', ROUNDS)
  }
  writing.abort()
  await writer
}
