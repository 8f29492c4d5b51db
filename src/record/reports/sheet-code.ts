/**
 * 填报表的单位代码: a blank table handed to a unit carries the unit's code among the workbook's keywords, where filling it in and saving
 * it leaves it alone. So it is known whose table comes back, even where its title was changed.
 */
const MARK = 'gongkai-unit:'

export function keywordFor(unitCode: string): string {
  return MARK + unitCode
}

/** The code in a workbook's keywords; null for a file that did not come from here. */
export function unitCodeIn(keywords: string): string | null {
  return /gongkai-unit:([a-z0-9-]{1,60})/.exec(keywords)?.[1] ?? null
}
