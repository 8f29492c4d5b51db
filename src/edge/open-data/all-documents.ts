/** 开放数据: every document that is open, without its text, one a line; and the catalogue of the data sets (DCAT 3, as JSON-LD). */
import { columnWords } from '../../law/publication/columns.ts'
import { DATA_SETS, type DataSetKind } from '../../law/publication/data-sets.ts'
import { VALIDITY_WORDS } from '../../record/publication/document.ts'
import type { FeedDocument } from '../../office/publication/feeds.ts'
import { BYTE_ORDER_MARK, csvLine } from './csv.ts'
import { addressOf, filesOf } from './document-feeds.ts'

interface DocumentColumn {
  code: string
  words: string
  of: (document: FeedDocument, site: string) => string | null
}

export const DOCUMENT_COLUMNS: readonly DocumentColumn[] = [
  { code: 'id', words: '标识，长期不变', of: ({ id }) => id },
  { code: 'agency', words: '发布机构', of: ({ agencyName }) => agencyName },
  { code: 'agencyPath', words: '机构专栏的地址', of: ({ agencySlug }) => agencySlug },
  { code: 'indexNumber', words: '索引号', of: ({ indexNumber }) => indexNumber },
  { code: 'column', words: '栏目', of: ({ column }) => columnWords(column) },
  { code: 'title', words: '标题', of: ({ title }) => title },
  { code: 'number', words: '文号，没有的为空', of: ({ number }) => number },
  { code: 'formedOn', words: '成文日期', of: ({ formedOn }) => formedOn },
  { code: 'publishedOn', words: '公开日期', of: ({ publishedOn }) => publishedOn },
  { code: 'effectiveOn', words: '施行日期，没有的为空', of: ({ effectiveOn }) => effectiveOn },
  { code: 'validity', words: '时效', of: ({ validity }) => VALIDITY_WORDS[validity] },
  { code: 'keywords', words: '关键词，以分号隔开', of: ({ keywords }) => keywords.join('；') },
  { code: 'summary', words: '内容概述', of: ({ summary }) => summary },
  { code: 'address', words: '全文网址', of: (document, site) => addressOf(site, document) },
  {
    code: 'files',
    words: '附件和图片的网址，以空格隔开，没有的为空',
    of: (document, site) =>
      filesOf(site, document)
        .map(({ address }) => address)
        .join(' '),
  },
]

type Pieces = AsyncIterable<readonly FeedDocument[]>

export async function* allDocumentsCsv(pieces: Pieces, site: string): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(DOCUMENT_COLUMNS.map(({ code }) => code))
  for await (const documents of pieces)
    yield documents.map((document) => csvLine(DOCUMENT_COLUMNS.map(({ of }) => of(document, site)))).join('')
}

/** An array, one document a line. */
export async function* allDocumentsJson(pieces: Pieces, site: string): AsyncGenerator<string> {
  let before = '[\n'
  for await (const documents of pieces)
    for (const document of documents) {
      yield before + JSON.stringify(Object.fromEntries(DOCUMENT_COLUMNS.map(({ code, of }) => [code, of(document, site)])))
      before = ',\n'
    }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

interface DataSet {
  id: string
  title: string
  what: string
  files: readonly { path: string; mediaType: string }[]
}

const FILES = (name: string) => [
  { path: `${name}.csv`, mediaType: 'text/csv' },
  { path: `${name}.json`, mediaType: 'application/json' },
]

const ALL: readonly DataSet[] = [
  {
    id: 'documents',
    title: '主动公开信息目录',
    what: '各机关主动公开的每一件信息：标题、文号、日期、时效、概述和全文网址。',
    files: FILES('documents'),
  },
  {
    id: 'reports',
    title: '政府信息公开工作年度报告',
    what: '各机关、各年度已公布报告的全部数字。',
    files: FILES('reports'),
  },
]

/** A released 数据表, as catalogues of open data list it. */
export interface OpenTable {
  kind: DataSetKind
  period: string
  title: string
  slug: string
}

const tableOf = ({ kind, period, title, slug }: OpenTable, site: string): DataSet => ({
  id: `${slug}-${kind}-${period}`,
  title,
  what: `${DATA_SETS[kind].what}。`,
  files: FILES(`${site}/${slug}/data/${kind}/${period}`),
})

/** What data there is, for catalogues of open data to read. */
export function dataCatalogue(publisher: string, site: string, path: string, tables: readonly OpenTable[]): string {
  const openData = site + path
  return JSON.stringify({
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
    },
    '@id': openData,
    '@type': 'dcat:Catalog',
    'dct:title': { '@value': '政府信息公开开放数据', '@language': 'zh-CN' },
    'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': publisher },
    'dcat:dataset': [...ALL, ...tables.map((one) => tableOf(one, site))].map(({ id, title, what, files }) => ({
      '@id': `${openData}#${id}`,
      '@type': 'dcat:Dataset',
      'dct:title': { '@value': title, '@language': 'zh-CN' },
      'dct:description': { '@value': what, '@language': 'zh-CN' },
      'dcat:distribution': files.map(({ path: file, mediaType }) => ({
        '@type': 'dcat:Distribution',
        'dcat:downloadURL': { '@id': file.startsWith(site) ? file : `${openData}/${file}` },
        'dcat:mediaType': mediaType,
      })),
    })),
  })
}
