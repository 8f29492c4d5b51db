/** A column with something of everything in it, and the list of every type of page that the portal has. */
import { randomUUID } from 'node:crypto'
import type { ReportTables } from '../../src/law/reports/model.ts'
import { localDate, type LocalDate } from '../../src/law/date.ts'
import { type DocumentDraft, installPack, publishDocument } from '../../src/office/publication/index.ts'
import { importReport } from '../../src/office/reports/import-report.ts'
import { countDisputes, countRequests } from '../../src/record/reports/compile.ts'
import type { RequestFact } from '../../src/record/requests/fact.ts'
import { usualPlan } from '../../src/record/publication/publicity.ts'
import { type County, must } from './county.ts'
import { DIRECTORY, released, ZONES } from './data-tables.ts'
import { addFile, editionWork, photo } from './editions-work.ts'

const CATALOGUE_ITEM = randomUUID()

export const LONG_TITLE =
  '关于转发《云岭县人民政府办公室关于进一步规范义务教育阶段学校招生入学工作有关事项的通知》并做好2026年秋季学期招生入学各项准备工作的通知'

function facts(year: number, answered: number): RequestFact[] {
  return Array.from({ length: answered }, (_, index) => ({
    caseId: `${year}-${index}`,
    number: `${index}`,
    requesterKind: index % 3 === 0 ? 'business' : 'naturalPerson',
    receivedOn: localDate(`${year}-03-02`),
    closedOn: localDate(`${year}-03-20`),
    outcome: index % 2 === 0 ? 'granted' : 'unable.notHeld',
    disputes: [],
  }))
}

export function tablesOf(year: number, answered: number): ReportTables {
  return {
    disclosed: {
      rules: [0, 0, 0],
      normativeDocuments: [1, 0, 3],
      permits: 12,
      penalties: 0,
      compulsion: 0,
      feesWanYuan: 1.25,
    },
    requests: countRequests(facts(year, answered), year, '2021'),
    disputes: countDisputes(facts(year, answered), year),
  }
}

async function importedReport(place: County, year: number, answered: number): Promise<void> {
  must(
    await importReport(place.office, place.actor('officeHead'), {
      checked: { agency: '云岭县教育局', year, format: '2021', tables: tablesOf(year, answered), findings: [] },
      prose: { preface: ['本报告按年编制。'], overall: ['一年的工作。'], problems: ['解读偏少。'], other: [] },
      publishedOn: localDate(`${year + 1}-01-20`),
    }),
  )
}

/** A restatement: a second published version of the same year, the first one kept. */
async function restate(place: County, year: number, on: LocalDate): Promise<void> {
  const { db } = place.office
  const first = await db.selectFrom('report').selectAll().where('year', '=', year).executeTakeFirstOrThrow()
  await db
    .insertInto('report')
    .values({
      agency_id: first.agency_id,
      year,
      version: 2,
      format: first.format,
      state: 'published',
      source: 'compiled',
      tables: JSON.stringify(tablesOf(year, 5)),
      prose: JSON.stringify(first.prose),
      findings: '[]',
      facts_mark: '{}',
      explained: '{}',
      restated_because: '补录一件信函申请。',
      approved_by: null,
      approved_on: on,
      published_on: on,
    })
    .execute()
}

export interface FilledColumn {
  /** Addresses of documents: an ordinary one with a table, its interpretation, a repealed one. */
  policy: string
  interpretation: string
  repealed: string
  /** 公示 that runs, with a picture and an attachment. */
  publicity: string
  /** A table of zones. */
  zones: string
}

/** Needs a legal day in 2026. */
export async function fillColumn(place: County): Promise<FilledColumn> {
  const publish = async (draft: Partial<DocumentDraft>) =>
    must(
      await publishDocument(place.office, place.actor('clerk'), {
        column: 'education-admission',
        title: '招生工作通知',
        summary: '招生安排。',
        keywords: ['招生'],
        body: '<p>正文。</p>',
        formedOn: localDate('2026-01-05'),
        ...draft,
      }),
    ).id
  const policy = await publish({
    title: LONG_TITLE,
    number: '云教〔2026〕12号',
    keywords: ['招生', '学区划分'],
    body: '<h1>一、范围</h1><p onclick="alert(1)">学区如下：</p><script>alert(1)</script><table><tbody><tr><th scope="col">学校</th></tr><tr><td style="color:red">第一小学</td></tr></tbody></table>',
    normative: true,
  })
  const interpretation = await publish({ column: 'interpretation', title: '招生通知解读', interprets: policy })
  const repealed = await publish({ title: '旧办法', validity: 'repealed', repealedOn: localDate('2026-01-06') })
  await publish({ column: 'system', title: '信息公开审查制度' })
  const idOf = (name: string) => (name === '招生管理 / 招生政策' ? CATALOGUE_ITEM : randomUUID())
  for (const key of ['bureau', 'key-domains']) must(await installPack(place.office, place.actor('clerk'), { key, idOf }))
  await publish({ column: 'education-admission', title: '招生工作方案', itemId: CATALOGUE_ITEM })
  for (let serial = 1; serial <= 45; serial += 1) await publish({ column: 'education-finance', title: `收费公示第${serial}号` })
  await importedReport(place, 2023, 4)
  await importedReport(place, 2024, 6)
  await restate(place, 2023, localDate('2024-02-20'))
  const publicity = await editionWork(place).draft({
    title: '优秀教师拟表彰名单公示',
    column: 'education-teachers',
    publicity: usualPlan('award', { office: '人事科', phone: '0970-5550114', place: '' }),
  })
  must(await addFile(place, publicity, '评选现场.jpg', await photo()))
  must(await addFile(place, publicity, '评分.csv', new TextEncoder().encode('姓名,得分\n王**,95\n')))
  const { content } = await publicity.view()
  const [scene, marks] = content.files
  const shown = `<p>评选现场：</p><p><img data-file="${scene?.id}"></p>`
  const body = `<p>名单如下。</p><table><tbody><tr><th>姓名</th></tr><tr><td>王**</td></tr></tbody></table>${shown}`
  must(
    await publicity.save({
      ...content,
      body,
      files: [
        { ...scene, alt: '五位评委在会议室打分' },
        { ...marks, title: '评分汇总' },
      ],
    }),
  )
  must(await publicity.submit())
  const { documentId } = await publicity.passAll()
  await released(place, DIRECTORY)
  const { documentId: zones } = await released(place, ZONES)
  const address = (id: string) => `/jyj/doc/${id}`
  return {
    zones: address(zones),
    policy: address(policy),
    interpretation: address(interpretation),
    repealed: address(repealed),
    publicity: address(documentId),
  }
}

/** One address of every type of page that needs no form sent before. */
export function publicPages({ policy, interpretation, repealed, publicity, zones }: FilledColumn): string[] {
  return [
    '/',
    '/search?q=招生',
    '/search?q=没有这样的词',
    '/jyj',
    '/mzj',
    '/dyxx',
    '/jyj/guide',
    '/dyxx/guide',
    '/jyj/system',
    '/mzj/system',
    '/jyj/content',
    '/jyj/catalogue',
    '/jyj/catalogue?page=2',
    `/jyj/catalogue/${CATALOGUE_ITEM}`,
    '/dyxx/catalogue',
    '/dyxx/content',
    '/jyj/content/education-finance',
    '/jyj/content/education-finance?page=2',
    '/jyj/content/penalties',
    '/jyj/data',
    '/mzj/data',
    '/jyj/data/directory',
    '/jyj/data/directory?town=柳坪镇&q=中学',
    '/jyj/data/directory?q=没有的词',
    '/jyj/data/zones/2026?place=河东村',
    '/jyj/data/zones?place=没有的地方',
    zones,
    policy,
    interpretation,
    repealed,
    publicity,
    `${publicity}/objection`,
    '/jyj/objection/status',
    '/jyj/search',
    '/jyj/search?q=收费',
    '/jyj/search?q=13987650421',
    '/jyj/reports',
    '/mzj/reports',
    '/jyj/reports/2024',
    '/jyj/reports/2023',
    '/jyj/reports/2023?version=1',
    '/jyj/reports/compare',
    '/jyj/reports/compare?one=jyj/2023/1&other=jyj/2023/2',
    '/mzj/reports/compare',
    '/open-data',
    '/check',
    '/jyj/request',
    '/jyj/request/new',
    '/jyj/status',
    '/dyxx/consult',
    '/dyxx/consult/new',
    '/dyxx/consult/status',
  ].map((path) => encodeURI(path))
}
