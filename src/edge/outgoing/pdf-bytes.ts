/** A PDF's bytes between and around its objects: what readers skip is in the file all the same. */

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

/** Every time that a change is added to the end, what it replaced stays (PDF 32000-1, 7.5.6). */
export function oldRevisions(bytes: Uint8Array): number {
  const text = latin1(bytes)
  const ends = text.match(/startxref\s+\d+\s+%%EOF/g)?.length ?? 0
  // A file that is made to be shown while it still comes in has two parts from the beginning.
  const parts = /\/Linearized\b/.test(text.slice(0, 2048)) ? 2 : 1
  return Math.max(0, ends - parts)
}

export function isEncrypted(bytes: Uint8Array): boolean {
  const text = latin1(bytes)
  return /\/Encrypt\s+\d+\s+\d+\s+R/.test(text) || /\/Encrypt\s*<</.test(text)
}

/** Whether anything but blanks stands outside the objects and the tables that lead to them. */
export function bytesBeside(bytes: Uint8Array): boolean {
  const text = latin1(bytes)
  let at = headerEnd(text)
  if (at === -1) return true
  for (;;) {
    const object = /\s*(?:(\d+\s+\d+\s+obj)\b|(xref)\b|(trailer)\b|startxref\s+\d+\s+%%EOF)/y
    object.lastIndex = at
    const found = object.exec(text)
    if (!found) break
    at = object.lastIndex
    if (found[1]) at = endOfObject(text, at)
    else if (found[2]) at = past(text, at, /(?:\s*\d{10} \d{5} [nf]|\s*\d+ \d+)*/y)
    else if (found[3]) at = endOfDictionary(text, at)
    if (at === -1) return true
  }
  return text.slice(at).trim() !== ''
}

/** Behind the version, and the comment of bytes that says that the file is none of text. */
function headerEnd(text: string): number {
  const header = /^%PDF-\d\.\d\s*(?:%[^\r\n]{1,8}[\r\n])?/.exec(text)
  return header ? header[0].length : -1
}

function endOfObject(text: string, at: number): number {
  const end = text.indexOf('endobj', at)
  const stream = /stream\r?\n/g
  stream.lastIndex = at
  const begins = stream.exec(text)
  if (!begins || begins.index > end) return end === -1 ? -1 : end + 6
  const length = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(text.slice(at, begins.index))?.[1]
  const from = length ? stream.lastIndex + Number(length) : text.indexOf('endstream', stream.lastIndex)
  return past(text, from, /\s*endstream\s*endobj/y)
}

function endOfDictionary(text: string, at: number): number {
  const next = /startxref\s+\d+/g
  next.lastIndex = at
  const found = next.exec(text)
  // Nothing but one dictionary stands there.
  return found && /^\s*<<[\s\S]*>>\s*$/.test(text.slice(at, found.index)) ? found.index : -1
}

function past(text: string, at: number, what: RegExp): number {
  what.lastIndex = at
  return what.test(text) ? what.lastIndex : -1
}
