/**
 * 开放数据: what a line of the file of all reports holds. One line is one report; first who and when, then every cell that any
 * format has, by its code. The page that explains the file is made from the same list.
 */
import { DATA_COLUMNS, dataLine } from '../../record/reports/data-columns.ts'
import type { PublishedReport } from '../../record/reports/published.ts'
import type { CsvValue } from './csv.ts'
import { reportAddress } from './report-json.ts'

interface AboutColumn {
  code: string
  words: string
  what: string
  of: (report: PublishedReport, site: string) => CsvValue
}

/** Codes are the names of the same things in the JSON of one report. */
export const ABOUT_COLUMNS: readonly AboutColumn[] = [
  { code: 'agency', words: '机关', what: '公布报告时的名称。', of: ({ agency }) => agency.name },
  {
    code: 'agencyCode',
    words: '统一社会信用代码',
    what: '没有登记的为空。改名前后靠它或者地址对应。',
    of: ({ agency }) => agency.creditCode || null,
  },
  { code: 'agencyAbove', words: '上一级机关', what: '没有的为空。', of: ({ agency }) => agency.above },
  { code: 'year', words: '年度', what: '报告的是哪一年的工作。', of: ({ document }) => document.year },
  {
    code: 'format',
    words: '格式',
    what: '2019：适用于 2019、2020 年度；2021：自 2021 年度起。一种格式没有的格子为空。',
    of: ({ document }) => document.format,
  },
  { code: 'version', words: '版本', what: '第几版；这里收最后公布的一版。', of: ({ version }) => version },
  {
    code: 'earlierVersions',
    words: '此前版数',
    what: '此前公布过几版；0 为没有更正过。更正前的版本在报告页上。',
    of: ({ earlier }) => earlier,
  },
  { code: 'restatedBecause', words: '更正原因', what: '不是更正版的为空。', of: ({ because }) => because || null },
  { code: 'publishedOn', words: '公布日期', what: '这一版的公布日期。', of: ({ publishedOn }) => publishedOn },
  {
    code: 'source',
    words: '来源',
    what: 'compiled：在本系统编制；imported：在别处公布，读入存档。',
    of: ({ imported }) => (imported ? 'imported' : 'compiled'),
  },
  {
    code: 'signedOn',
    words: '签章日期',
    what: '盖章扫描件上的日期；没有扫描件的为空。',
    of: ({ signedCopy }) => signedCopy?.signedOn ?? null,
  },
  {
    code: 'timeliness.inTime',
    words: '按期答复（件）',
    what: '该年作出的答复中没有超过期限的；来自登记簿，不是法定表格的内容，没有的为空。',
    of: ({ timeliness }) => timeliness?.inTime ?? null,
  },
  {
    code: 'timeliness.late',
    words: '超期答复（件）',
    what: '同上，超过期限的。',
    of: ({ timeliness }) => timeliness?.late ?? null,
  },
  { code: 'address', words: '地址', what: '报告的网页，长期不变。', of: (report, site) => reportAddress(site, report) },
  { code: 'watermark', words: '说明', what: '不是真实数据的，这里写明。', of: ({ document }) => document.watermark ?? null },
]

export const COLUMN_CODES: readonly string[] = [...ABOUT_COLUMNS, ...DATA_COLUMNS].map(({ code }) => code)

/** 2019 年格式 · 2021 年格式; nothing where every format has the cell. */
export function formatsOf(formats: readonly string[], all: number): string {
  return formats.length === all ? '' : formats.map((format) => `${format} 年格式`).join('、')
}

export function lineOf(report: PublishedReport, site: string): CsvValue[] {
  return [...ABOUT_COLUMNS.map(({ of }) => of(report, site)), ...dataLine(report.document.tables, report.document.format)]
}
