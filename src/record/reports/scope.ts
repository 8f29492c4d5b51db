/** 汇总范围: whose numbers stand in a report's totals and whose do not, and why, as people read it beside them. */
import type { UnitsAddedUp } from './notice.ts'

export interface Scope {
  lead: string
  parts: { key: 'included' | 'missing' | 'excused' | 'notAsked' | 'schools'; title: string; names: string[] }[]
}

export function scopeOf({ notices, accepted, included, missing, excused, notAsked, schools }: UnitsAddedUp): Scope {
  const numbers = notices.map(({ number }) => number).join('、')
  const parts: Scope['parts'] = [
    { key: 'included', title: '计入：报告审核通过的', names: included },
    { key: 'missing', title: '未计入：未报送或者未审核通过的', names: missing },
    { key: 'excused', title: '不计入：不需报送的', names: excused.map(({ name, because }) => `${name}（${because}）`) },
    { key: 'notAsked', title: '未计入：没有要求报送的', names: notAsked },
    {
      key: 'schools',
      title: '不计入：公共企事业单位，另按主管部门的规定公开，不编制本报告（《条例》第五十五条）',
      names: schools,
    },
  ]
  return {
    lead:
      notices.length > 0
        ? `表中数字为本机关的数字加上所属单位审核通过的年度报告${accepted}份（${numbers}）。`
        : '表中数字只是本机关的，没有汇总所属单位。',
    parts: parts
      .filter(({ names }) => names.length > 0)
      .map((part) => ({ ...part, title: `${part.title}${part.names.length}个` })),
  }
}

/** So many names a part has in print; beyond, they are in the data files. */
const MOST_PRINTED = 300

/** The names of a part as far as they are printed, on paper and on pages alike. */
export function namesPrinted({ names }: Pick<Scope['parts'][number], 'names'>): string {
  const more = names.length > MOST_PRINTED ? '等，其余见本报告的数据文件' : ''
  return `${names.slice(0, MOST_PRINTED).join('、')}${more}。`
}

/** The same as paragraphs, for paper. */
export function scopeParagraphs({ lead, parts }: Scope): string[] {
  return [lead, ...parts.map((part) => `${part.title}：${namesPrinted(part)}`)]
}
