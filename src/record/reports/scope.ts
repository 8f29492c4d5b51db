/** 汇总范围: whose numbers stand in a report's totals and whose do not, and why, as people read it beside them. */
import type { UnitsAddedUp } from './notice.ts'

export interface Scope {
  lead: string
  parts: { title: string; names: string[] }[]
}

export function scopeOf({ notices, accepted, included, missing, excused, notAsked, schools }: UnitsAddedUp): Scope {
  const numbers = notices.map(({ number }) => number).join('、')
  const parts = [
    { title: '计入：报告审核通过的', names: included },
    { title: '未计入：未报送或者未审核通过的', names: missing },
    { title: '不计入：不需报送的', names: excused.map(({ name, because }) => `${name}（${because}）`) },
    { title: '未计入：没有要求报送的', names: notAsked },
    { title: '不计入：公共企事业单位，另按主管部门的规定公开，不编制本报告（《条例》第五十五条）', names: schools },
  ]
  return {
    lead:
      notices.length > 0
        ? `表中数字为本机关的数字加上所属单位审核通过的年度报告${accepted}份（${numbers}）。`
        : '表中数字只是本机关的，没有汇总所属单位。',
    parts: parts
      .filter(({ names }) => names.length > 0)
      .map(({ title, names }) => ({ title: `${title}${names.length}个`, names })),
  }
}
