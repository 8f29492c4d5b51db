/** A spreadsheet's number as its format shows it: what is shown is what the report says. */

/** Neither digits nor signs of a number: their presence tells that the format shows another number, a share, a fraction, a day. */
const OTHER = /[%‰/eymdhsgb年月日时分秒]/i
/** Colours, languages and currencies; a condition is none of them. */
const BRACKETS = /\[(?![<>=])[^\]]*\]/g
const LITERAL = /"([^"]*)"|[\\!](.)/g
/** Room for a letter (`_ `) and filling (`* `). */
const ROOM = /[_*]./g

/** The part of the format for this number: positive; negative; zero. */
function partFor(value: number, format: string): string {
  const parts = format.split(';')
  const part = value > 0 ? parts[0] : value < 0 ? (parts[1] ?? parts[0]) : (parts[2] ?? parts[0])
  return part ?? ''
}

/** The number, with the words of its format; where the format shows another number, text that is none. */
export function shownNumber(value: number, format: string | undefined): string {
  const plain = String(Number(value.toPrecision(15)))
  if (format === undefined || /^(?:general|@)?$/i.test(format)) return plain
  const literals: string[] = []
  const core = partFor(value, format)
    .replace(BRACKETS, '')
    .replace(LITERAL, (_, quoted: string | undefined, escaped: string | undefined) => {
      const literal = (quoted ?? escaped ?? '').trim()
      if (literal !== '') literals.push(literal)
      return ' '
    })
    .replace(ROOM, ' ')
    .replace(/general/i, '0.##########')
    .replace(/[\s()+-]/g, '')
  const digits = /^[#0?,]*[#0?](?:\.([#0?]*))?$/.exec(core)
  // Nothing is shown, or a dash in place of zero.
  if (core === '' && value === 0 && literals.join('') === '-') return plain
  const same =
    digits !== null && !OTHER.test(core) && Number(value.toFixed(Math.min(digits[1]?.length ?? 0, 20))) === Number(plain)
  return same && !literals.some((literal) => /[\d.,%]/.test(literal)) ? `${plain}${literals.join('')}` : `${plain}[≠]`
}
