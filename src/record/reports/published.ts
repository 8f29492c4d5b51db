/**
 * A published report, and its shape as data. The schema is published with it and never changes but by additions: whoever reads the
 * files relies on it. Another shape would be a second schema beside this one.
 */
import { z } from 'zod'
import type { LocalDate } from '../../law/date.ts'
import type { AgencyKind } from '../people/agency.ts'
import type { UnitsAddedUp } from './notice.ts'
import type { ReportDocument } from './document.ts'
import type { Timeliness } from './timeliness.ts'

export interface PublishedReport {
  /** As it was called on the day of publication. */
  agency: { id: string; slug: string; kind: AgencyKind; name: string; creditCode: string; above: string | null }
  document: ReportDocument
  version: number
  publishedOn: LocalDate
  /** Published elsewhere, and read into the archive. */
  imported: boolean
  /** Published versions of the year before this one. */
  earlier: number
  /** 更正原因, of a version that took the place of another. */
  because: string
  timeliness: Timeliness | null
  /** 汇总范围; null where no unit stands below. */
  units: UnitsAddedUp | null
  signedCopy: { signedOn: LocalDate; bytes: number } | null
}

/** Where the schema lies, below the portal's address. */
export const REPORT_SCHEMA_PATH = '/schema/report-1.json'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const count = z.number().int().min(0)
const cell = z.number().nullable()
const cells = z.array(cell)
const paragraphs = z.array(z.string())

const tables = z
  .looseObject({
    disclosed: z
      .union([
        z
          .looseObject({ rows: z.array(z.looseObject({ label: z.string(), cells: z.array(z.string()) })) })
          .describe('2019 年格式：格子照录原文，可以带正负号或者文字。'),
        z.record(z.string(), z.union([cell, cells])).describe('2021 年格式：一行一个名称，一列或者几列。'),
      ])
      .nullable()
      .describe('二、主动公开政府信息情况。'),
    requests: z
      .record(z.string(), cells)
      .nullable()
      .describe('三、收到和处理政府信息公开申请情况：一行一个名称，各列依次为自然人、五类法人或其他组织、总计。'),
    disputes: z
      .record(z.string(), cells)
      .nullable()
      .describe('四、政府信息公开行政复议、行政诉讼情况：一组一个名称，各列依次为结果维持、结果纠正、其他结果、尚未审结、总计。'),
  })
  .describe('三张表。null 是报告没有填写或者读不清，不是 0。')

export const reportData = z
  .looseObject({
    $schema: z.string().describe('本格式说明的地址。'),
    address: z.string().describe('报告的网页地址，长期不变。'),
    agency: z.string().describe('公布报告时的机关名称。'),
    agencyCode: z.string().nullable().describe('统一社会信用代码；没有登记的为 null。'),
    agencyAbove: z.string().nullable().describe('上一级机关的名称；没有的为 null。'),
    year: z.number().int().describe('报告年度。'),
    format: z.string().describe('报告格式：2019（适用于 2019、2020 年度）、2021（自 2021 年度起）。不同格式之间不换算。'),
    title: z.string(),
    version: z.number().int().min(1).describe('第几版。'),
    publishedOn: day.describe('公布日期。'),
    source: z.enum(['compiled', 'imported']).describe('compiled：在本系统编制；imported：在别处公布，读入存档。'),
    earlierVersions: count.describe('此前公布过几版；0 为没有更正过。'),
    restatedBecause: z.string().nullable().describe('更正原因；不是更正版的为 null。'),
    restatements: z
      .array(
        z.looseObject({
          from: z.number().int(),
          to: z.number().int(),
          because: z.string(),
          cells: z.array(
            z.looseObject({
              table: z.string(),
              row: z.string(),
              column: z.string(),
              before: z.union([z.number(), z.string()]).nullable(),
              now: z.union([z.number(), z.string()]).nullable(),
            }),
          ),
          parts: z.array(z.string()),
        }),
      )
      .optional()
      .describe('历次更正：改了哪些格子、哪些部分的文字，为什么。只在单份报告中给出。'),
    signedCopy: z.looseObject({ signedOn: day, address: z.string() }).nullable().describe('盖章扫描件；没有的为 null。'),
    timeliness: z
      .looseObject({ inTime: count, late: count })
      .nullable()
      .describe('该年作出的答复中按期、超期各几件。来自登记簿，不是法定表格的内容；没有的为 null。'),
    scope: z
      .looseObject({
        notices: z.array(z.looseObject({ number: z.string(), title: z.string() })),
        included: z.array(z.string()).describe('计入：报告审核通过的单位。'),
        missing: z.array(z.string()).describe('未计入：未报送或者未审核通过的单位。'),
        excused: z.array(z.looseObject({ name: z.string(), because: z.string() })).describe('不计入：不需报送的单位和原因。'),
        notAsked: z.array(z.string()).describe('未计入：没有要求报送的单位。'),
        schools: z.array(z.string()).describe('不计入：公共企事业单位（《条例》第五十五条）。'),
      })
      .nullable()
      .optional()
      .describe('汇总范围：表中数字是哪些单位的；下面没有单位的为 null。notices 为空的，只是本机关的数字。'),
    signature: z.looseObject({ agency: z.string(), date: z.string() }).describe('落款。'),
    preface: paragraphs.describe('引言，一段一项。'),
    sections: z
      .looseObject({ overall: paragraphs, problems: paragraphs, other: paragraphs })
      .describe('一、总体情况；五、存在的主要问题及改进情况；六、其他需要报告的事项。'),
    tables,
    watermark: z.string().optional().describe('演示数据：不是真实的报告。'),
  })
  .meta({ title: '政府信息公开工作年度报告', description: '一份公布的年度报告。' })
export type ReportData = z.infer<typeof reportData>
