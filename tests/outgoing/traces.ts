/** Looks for a text in a file the way somebody would who wants to find it: every encoding, every packing, every reader. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { constants, inflateRawSync, inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Archives in archives in archives are opened; deeper ones no program makes. */
const DEEPEST = 4

/** Where the text stands, one line for each place; empty when it stands nowhere. */
export async function traces(bytes: Uint8Array, secret: string): Promise<string[]> {
  const found = inBytes(bytes, secret, 'file', 0)
  if (isPdf(bytes)) found.push(...(await inReaders(bytes, secret)))
  return [...new Set(found)]
}

/** The same text as bytes, as far as files write it: plain, hexadecimal, octal, as XML references, percent signs or base 64. */
function shapesOf(secret: string): { how: string; shape: Buffer }[] {
  const utf8 = Buffer.from(secret)
  const little = Buffer.from(secret, 'utf16le')
  const big = Buffer.from(little).swap16()
  const plain = [
    ['utf-8', utf8],
    ['utf-16le', little],
    ['utf-16be', big],
  ] as const
  const shapes: { how: string; shape: Buffer }[] = plain.map(([how, shape]) => ({ how, shape }))
  for (const [how, shape] of plain) {
    const each = (write: (byte: number) => string) => Buffer.from([...shape].map(write).join(''))
    const hex = (byte: number) => byte.toString(16).padStart(2, '0')
    shapes.push(
      { how: `${how} hex`, shape: each(hex) },
      { how: `${how} HEX`, shape: each((byte) => hex(byte).toUpperCase()) },
      { how: `${how} octal`, shape: each((byte) => `\\${byte.toString(8).padStart(3, '0')}`) },
      { how: `${how} percent`, shape: each((byte) => `%${hex(byte).toUpperCase()}`) },
      { how: `${how} name`, shape: each((byte) => `#${hex(byte)}`) },
      // Whatever stands before it, its middle reads the same in one of three ways.
      ...[0, 1, 2].map((shift) => {
        const coded = Buffer.concat([Buffer.alloc(shift), shape]).toString('base64')
        return { how: `${how} base 64`, shape: Buffer.from(coded.slice(shift === 0 ? 0 : 4, -4)) }
      }),
    )
  }
  const points = [...secret].map((letter) => letter.codePointAt(0) ?? 0)
  shapes.push(
    { how: 'references', shape: Buffer.from(points.map((point) => `&#${point};`).join('')) },
    { how: 'hex references', shape: Buffer.from(points.map((point) => `&#x${point.toString(16)};`).join('')) },
    { how: 'backwards', shape: Buffer.from([...secret].reverse().join('')) },
  )
  return shapes.filter(({ shape }) => shape.length >= 6)
}

function inBytes(bytes: Uint8Array, secret: string, where: string, depth: number): string[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = shapesOf(secret)
    .filter(({ shape }) => view.includes(shape))
    .map(({ how }) => `${where}: ${how}`)
  // Tags in the middle of a word do not hide it from a reader.
  const bare = view.toString('utf8').replace(/<[^>]*>/g, '')
  if (bare.includes(secret)) found.push(`${where}: between tags`)
  if (depth >= DEEPEST) return found
  for (const { name, inside } of unpacked(view)) found.push(...inBytes(inside, secret, `${where} > ${name}`, depth + 1))
  return found
}

function unpacked(view: Buffer): { name: string; inside: Uint8Array }[] {
  const found: { name: string; inside: Uint8Array }[] = []
  if (view[0] === 0x50 && view[1] === 0x4b) {
    try {
      for (const [name, inside] of Object.entries(unzipSync(view))) found.push({ name, inside })
    } catch {
      // No archive after all.
    }
    return found
  }
  for (const data of streamsOf(view)) {
    found.push({ name: 'hexadecimal', inside: Buffer.from(data.toString('latin1').replace(/[^0-9a-f]/gi, ''), 'hex') })
    const five = ascii85(data.toString('latin1'))
    if (five) found.push({ name: 'base 85', inside: five })
  }
  // Wherever something begins like a packed stream: streams of a PDF, chunks of a PNG, packed metadata.
  for (let at = view.indexOf(0x78); at !== -1; at = view.indexOf(0x78, at + 1)) {
    if (![0x01, 0x5e, 0x9c, 0xda].includes(view[at + 1] ?? 0)) continue
    const inside = inflated(view.subarray(at))
    if (inside.length > 4) found.push({ name: `packed at ${at}`, inside })
  }
  return found
}

function inflated(data: Buffer): Buffer {
  const options = { finishFlush: constants.Z_SYNC_FLUSH }
  try {
    return inflateSync(data, options)
  } catch {
    try {
      return inflateRawSync(data.subarray(2), options)
    } catch {
      return Buffer.alloc(0)
    }
  }
}

function streamsOf(view: Buffer): Buffer[] {
  const found: Buffer[] = []
  for (let at = view.indexOf('stream\n'); at !== -1; at = view.indexOf('stream\n', at + 7)) {
    const end = view.indexOf('endstream', at)
    if (end !== -1 && end - at < 100_000) found.push(view.subarray(at + 7, end))
  }
  return found
}

function ascii85(text: string): Buffer | null {
  if (!/^[\s!-uz]+~>\s*$/.test(text)) return null
  const bytes: number[] = []
  for (const group of text
    .replace(/\s|~>/g, '')
    .replaceAll('z', '!!!!!')
    .match(/.{1,5}/g) ?? []) {
    const value = [...group.padEnd(5, 'u')].reduce((sum, letter) => sum * 85 + letter.charCodeAt(0) - 33, 0)
    for (let byte = 0; byte < group.length - 1; byte++) bytes.push(Math.floor(value / 256 ** (3 - byte)) % 256)
  }
  return Buffer.from(bytes)
}

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')
}

/** What pdf.js and, where the machine has it, poppler read from a PDF. */
async function inReaders(bytes: Uint8Array, secret: string): Promise<string[]> {
  const bare = (text: string) => text.normalize('NFKC').replace(/\s+/gu, '')
  const found: string[] = []
  if (bare(JSON.stringify(await readByPdfjs(bytes))).includes(bare(secret))) found.push('pdf.js')
  if (bare(readByPoppler(bytes)).includes(bare(secret))) found.push('pdftotext')
  return found
}

/** Pages, and everything beside them that pdf.js tells of. */
export async function readByPdfjs(bytes: Uint8Array): Promise<{ pages: string[]; beside: unknown[] }> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    cMapUrl: fileURLToPath(new URL('./cmaps/', import.meta.resolve('pdfjs-dist/package.json'))),
    cMapPacked: true,
  })
  const document = await task.promise
  const pages: string[] = []
  const beside: unknown[] = await Promise.all([
    document.getMetadata().then(({ info, metadata }) => [info, metadata?.getRaw()]),
    document.getAttachments(),
    document.getOutline(),
    document.getDestinations(),
    document.getPageLabels(),
    document.getFieldObjects(),
    document.getJSActions(),
    document.getOpenAction(),
  ])
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
    beside.push(
      items.filter((item) => !('str' in item)),
      await page.getAnnotations(),
      await page.getStructTree(),
    )
  }
  await task.destroy()
  return { pages, beside }
}

function readByPoppler(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-traces-'))
  const path = join(folder, 'a.pdf')
  try {
    writeFileSync(path, bytes)
    return execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return ''
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
