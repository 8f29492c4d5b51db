/** Numbers set above or below the line, as of footnotes, written so that they don't run together with the number before them. */

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

export function raised(text: string): string {
  return text.normalize('NFKC').replace(/\d/g, (digit) => RAISED[Number(digit)] ?? digit)
}
