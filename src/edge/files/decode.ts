/** Bytes to text: UTF-8 or UTF-16 by their marks, else what the page declares, else UTF-8 if it is that, else GB18030. */
import { LIMITS, Unreadable } from './outcome.ts'

/** Pages labelled gb2312 or gbk contain characters beyond both: GB18030 holds all three. */
const FAMILY = /^(?:gb_?2312(?:-80)?|gbk|gb18030|x-gbk|euc-cn|hz-gb-2312|cp936|ms936)$/i

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The charset that an HTML page declares in its first bytes. */
function declaredCharset(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const charset = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1]
  if (!charset) return null
  return FAMILY.test(charset) ? 'gb18030' : charset
}

/** Throws {@link Unreadable} for bytes that are no text. */
export function decodeText(bytes: Uint8Array): string {
  const text = decoded(bytes)
  const sample = text.slice(0, 100_000)
  // Control characters other than blanks don't occur in text.
  const odd = sample.match(/(?![\s])[\p{Cc}\ufffd]/gu)?.length ?? 0
  if (odd > sample.length / 20) throw new Unreadable('不是文字文件，或文件已损坏')
  if (text.length > LIMITS.textCharacters) throw new Unreadable('文字过长，不是一份年度报告')
  return text
}

function decoded(bytes: Uint8Array): string {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    return new TextDecoder(a === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  }
  const utf8 = tryDecode(bytes, 'utf-8')
  if (utf8 !== null) return utf8
  const declared = declaredCharset(bytes)
  const byDeclaration = declared === null ? null : tryDecode(bytes, declared)
  if (byDeclaration !== null) return byDeclaration
  const gb = tryDecode(bytes, 'gb18030')
  if (gb !== null) return gb
  // A damaged byte somewhere: the encoding that leaves fewer holes.
  const [asUtf8, asGb] = ['utf-8', 'gb18030'].map((encoding) => new TextDecoder(encoding).decode(bytes)) as [string, string]
  const holes = (text: string): number => text.split('\ufffd').length
  return holes(asUtf8) <= holes(asGb) ? asUtf8 : asGb
}
