/** Every reader of foreign files, with whole files to damage and what must hold whatever comes. */
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { catalogueReader, fileReader } from '../src/edge/files/index.ts'
import { madeDocx, madeHtml, madeReport, madeXlsx } from '../src/edge/files/made.testing.ts'
import { renderCatalogue } from '../src/edge/paper/index.ts'
import { BOUNDS } from '../src/edge/outgoing/limits.ts'
import { openWorkshop } from '../src/edge/outgoing/index.ts'
import { ID_NUMBER, leakyDocument, leakyWorkbook, MOBILE } from '../src/edge/outgoing/made.testing.ts'
import type { OutgoingKind } from '../src/record/outgoing/findings.ts'
import { PERSONAL_KINDS } from '../src/record/outgoing/personal-data.ts'
import { catalogueContentSchema } from '../src/record/publication/catalogue.ts'
import { planImport } from '../src/record/publication/catalogue-plan.ts'
import { readReport } from '../src/record/reports/read-report.ts'
import { pixels } from '../tests/outgoing/pdf-unseen.ts'
import { pngWith } from '../tests/outgoing/png.ts'
import { bombSamples, endlessSamples, fileSample, macroSamples, markdownSample, oldSamples, type Sample } from './corpus.ts'
import { mutated } from './mutate.ts'
import { redaction } from './redaction.ts'
import { CHINESE, type Target } from './target.ts'

/** Files that take long by their nature: one comes after so many others. */
const RARELY = 250
/** A thread that is stopped takes a moment to end. */
const GRACE = 5_000

/** One whole file of the corpus after the other, damaged; of the rare ones one now and then, as bytes only. */
function damaged(corpus: readonly Sample[], rare: readonly Sample[]) {
  return (seed: number, n: number): Sample => {
    const isRare = n % RARELY === RARELY - 1
    const among = isRare ? rare : corpus
    const sample = among[(isRare ? Math.floor(n / RARELY) : n) % among.length]
    if (!sample) throw new Error('a target has files to damage')
    return { name: sample.name, bytes: mutated(sample.bytes, seed, !isRare) }
  }
}

/** Annual reports in every format: a document that can be understood and printed, or a reason in Chinese; never a hang. */
export async function reportReaders(milliseconds = 20_000): Promise<Target> {
  const report = madeReport()
  const html = madeHtml(report)
  const reader = fileReader(milliseconds)
  const corpus = [
    { name: 'a.docx', bytes: await madeDocx(report) },
    { name: 'a.xlsx', bytes: await madeXlsx(report, true) },
    { name: 'a.html', bytes: new TextEncoder().encode(html) },
    fileSample(`files/browser-tagged.pdf`),
    fileSample(`files/browser-ruled.pdf`),
    fileSample(`files/browser-bare.pdf`),
    fileSample(`reports/tongren-education-2021.txt`),
    fileSample(`reports/033-html.html`),
    fileSample(`reports/041-cell-lines.txt`),
    fileSample(`reports/052-rows-of-pipes.txt`),
    markdownSample(report),
    ...(await macroSamples(report)),
    { name: 'a.csv', bytes: new TextEncoder().encode(html.replaceAll(/<[^>]+>/g, ',')) },
  ]
  return {
    file: damaged(corpus, [...oldSamples(), ...endlessSamples(), ...(await bombSamples(report))]),
    files: 100_000,
    milliseconds: milliseconds + GRACE,
    async check({ name, bytes }) {
      const outcome = await reader.read(bytes, name)
      if (!outcome.ok) return CHINESE.test(outcome.why) ? null : `refused without a reason: ${outcome.why}`
      try {
        JSON.stringify(readReport(outcome.document))
        return null
      } catch (error) {
        return `read, but not understood: ${(error as Error).message}`
      }
    },
    close: async () => reader.close(),
  }
}

/** 公开事项目录: rows and reasons in Chinese, or why the file can't be read; what was read can always be compared and exported. */
export async function catalogueReaders(milliseconds = 20_000): Promise<Target> {
  const reader = catalogueReader({ milliseconds, most: 1 })
  const report = madeReport()
  const corpus = [
    { name: 'a.xlsx', bytes: await renderCatalogue('某县教育局', catalogueOf(20)) },
    { name: 'b.xlsx', bytes: await renderCatalogue('某县教育局', catalogueOf(300)) },
    { name: 'c.xlsx', bytes: await madeXlsx(report, true) },
    ...(await macroSamples(report)).filter(({ name }) => name.endsWith('.xlsm')),
  ]
  return {
    file: damaged(corpus, [...oldSamples(), ...(await bombSamples(report)).filter(({ name }) => name.endsWith('.xlsx'))]),
    files: 5_000,
    milliseconds: milliseconds + GRACE,
    async check({ name, bytes }) {
      const answer = await reader.read({ name, bytes })
      if (answer === null) return 'answered that too many wait'
      if (!answer.ok) return CHINESE.test(answer.why) ? null : `refused without a reason: ${answer.why}`
      const mute = answer.read.faults.find(({ say }) => !CHINESE.test(say))
      if (mute) return `a row refused without a reason: ${mute.say}`
      planImport([], answer.read)
      await renderCatalogue(
        '某县教育局',
        answer.read.items.map(({ content }) => content),
      )
      return null
    },
    close: async () => reader.close(),
  }
}

function catalogueOf(items: number) {
  return Array.from({ length: items }, (_, n) =>
    catalogueContentSchema.parse({
      field: n % 3 === 0 ? '学前教育' : '义务教育',
      first: `一级事项${Math.floor(n / 7)}`,
      second: `二级事项${n}`,
      elements: '学校名称；办学地址\n●联系电话',
      basis: '《中华人民共和国政府信息公开条例》',
      limit: '信息形成或者变更之日起20个工作日内',
      subject: '县教育局',
      outlets: [
        { name: '政府网站', ticked: true },
        { name: '其他', ticked: false },
      ],
      society: true,
      group: n % 4 === 0 ? '学生家长' : null,
      proactive: true,
      onRequest: n % 5 === 0,
      county: true,
      township: n % 2 === 0,
    }),
  )
}

/** Files that leave with a reply: found out, cleaned or refused; what was to be taken out is never in what comes back. */
export async function outgoingReaders(): Promise<Target> {
  const workshop = openWorkshop(async () => new Uint8Array())
  const kindOf = (name: string) => name.split('.').at(-1) as OutgoingKind
  const corpus = [
    await leakyDocument(),
    await leakyWorkbook(),
    fileSample('files/browser-tagged.pdf'),
    ...(await leakyPictures()),
  ]
  const bombs = (await bombSamples(madeReport())).filter(({ name }) => /\.(?:docx|xlsx)$/.test(name))
  return {
    file: damaged(corpus, bombs),
    files: 5_000,
    milliseconds: BOUNDS.screenMilliseconds + BOUNDS.workMilliseconds + GRACE,
    async check({ name, bytes }) {
      const file = { name, kind: kindOf(name), bytes }
      const found = await workshop.inspect(file)
      if (!found.ok) return CHINESE.test(found.why) ? null : `refused without a reason: ${found.why}`
      const cleaned = await workshop.clean(file, PERSONAL_KINDS)
      if (!cleaned.ok) return CHINESE.test(cleaned.why) ? null : `refused without a reason: ${cleaned.why}`
      const left = [ID_NUMBER, MOBILE].filter((secret) => holds(cleaned.value.bytes, secret))
      return left.length > 0 ? `cleaned, but ${left.join(' and ')} is still there` : null
    },
    async close() {
      workshop.close()
    },
  }
}

/** Whether the text stands in the file or in a part of it. */
function holds(bytes: Uint8Array, text: string): boolean {
  const has = (part: Uint8Array) => Buffer.from(part).includes(text)
  if (has(bytes)) return true
  try {
    return Object.values(unzipSync(bytes)).some(has)
  } catch {
    return false
  }
}

/** Photographs that say who took them. */
async function leakyPictures(): Promise<Sample[]> {
  const photo = sharp(pixels(60, 40), { raw: { width: 60, height: 40, channels: 3 } }).withExif({ IFD0: { Artist: ID_NUMBER } })
  const [png, jpeg] = await Promise.all([photo.clone().png().toBuffer(), photo.clone().jpeg().toBuffer()])
  return [
    { name: 'a.png', bytes: new Uint8Array(pngWith(png, 'tEXt', new TextEncoder().encode(`Comment\0${MOBILE}`))) },
    { name: 'a.jpeg', bytes: new Uint8Array(jpeg) },
  ]
}

/** What `npm run fuzz` opens by name. */
export const TARGETS = {
  reports: () => reportReaders(),
  catalogue: () => catalogueReaders(),
  outgoing: outgoingReaders,
  redaction,
}
