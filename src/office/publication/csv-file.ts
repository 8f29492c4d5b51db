/** CSV as a file to be published: text, in UTF-8 with its mark, and nothing in it that a spreadsheet would run. */
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'

const MARK = '\ufeff'
/** First characters that begin a formula in one spreadsheet or another; a minus before a mere number does not. */
const ACTS = /((?:^|[,;\t\n])"?)([=+@＝＋－＠]|-(?!\d+(?:\.\d+)?%?"?(?:[,;\t\n]|$)))/g

/** Whether somebody means it to be one: its content has no sign of its own. */
export function looksLikeCsv(name: string, bytes: Uint8Array): boolean {
  return /\.csv$/i.test(name) && !bytes.includes(0)
}

export interface CsvText {
  bytes: Uint8Array
  lines: string[]
}

export function readCsv(bytes: Uint8Array): Result<CsvText> {
  const text = decoded(bytes)
    ?.replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
  if (text === undefined || /(?![\s])\p{Cc}/u.test(text)) return refused(NO_TEXT)
  if (text.trim() === '') return refused(EMPTY)
  // An apostrophe before them makes text of what would be a formula.
  const inert = text.replace(ACTS, "$1'$2")
  const written = `${MARK}${inert.replace(/\n*$/, '\n').replaceAll('\n', '\r\n')}`
  return ok({ bytes: new TextEncoder().encode(written), lines: inert.split('\n') })
}

/** UTF-8, or what Excel in China writes: a few short words in it happen to be UTF-8 of other scripts. */
function decoded(bytes: Uint8Array): string | undefined {
  const utf8 = readAs('utf-8', bytes)
  const gb = readAs('gb18030', bytes)
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return utf8 === undefined || (!marked && !HAN.test(utf8) && HAN.test(gb ?? '')) ? gb : utf8
}

const HAN = /\p{Script=Han}/u

function readAs(encoding: 'utf-8' | 'gb18030', bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const NO_TEXT: Refusal = {
  code: 'file-refused',
  say: 'CSV 文件的文字读不出来。',
  then: '请在 Excel 或 WPS 中打开，另存为“CSV UTF-8”后再上传。',
  field: 'files',
}
const EMPTY: Refusal = { code: 'file-refused', say: 'CSV 文件是空的。', then: '请核对后再上传。', field: 'files' }
