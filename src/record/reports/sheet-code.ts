/**
 * 填报表的单位代码和年度: a blank table handed to a unit carries the unit's code and the year among the workbook's keywords, where filling
 * it in and saving it leaves them alone. So it is known whose table of which year comes back, even where its title was changed.
 */
export interface SheetCode {
  unit: string
  year: number
}

export function keywordFor({ unit, year }: SheetCode): string {
  return `gongkai-unit:${unit}:${year}`
}

/** What a workbook's keywords say; null for a file that did not come from here. */
export function sheetCodeIn(keywords: string): SheetCode | null {
  const [, unit, year] = /gongkai-unit:([a-z0-9-]{1,60}):(\d{4})(?!\d)/.exec(keywords) ?? []
  return unit && year ? { unit, year: Number(year) } : null
}
