import { formOf } from '../../law/reports/formats/index.ts'
import type { ReportFormat } from '../../law/reports/model.ts'

/** The report's own words: the three sections that are prose, by paragraph, and the line before section one. */
export interface ReportProse {
  /** 引言: on whose notice and what period it reports. */
  preface: string[]
  /** 一、总体情况 */
  overall: string[]
  /** 五、存在的主要问题及改进情况 */
  problems: string[]
  /** 六、其他需要报告的事项 */
  other: string[]
}

/** The parts that are prose, in the order of the form: 引言, 一、总体情况 … */
export function proseParts(format: ReportFormat): { key: keyof ReportProse; words: string }[] {
  return [
    { key: 'preface', words: '引言' },
    ...formOf(format).sections.flatMap(({ key, number, heading }) =>
      key === 'overall' || key === 'problems' || key === 'other' ? [{ key, words: `${number}、${heading}` }] : [],
    ),
  ]
}
