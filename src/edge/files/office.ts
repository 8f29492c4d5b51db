/** Old Office files (.doc, .xls, .rtf) by LibreOffice, where the machine has it. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const PROGRAMS = ['soffice', 'libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice']
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

export type OfficeFormat = 'doc' | 'xls'

/** Which old format the bytes are, by content; null for everything else. */
export function officeFormat(bytes: Uint8Array): OfficeFormat | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.subarray(0, 5).toString('latin1') === '{\\rtf') return 'doc'
  if (!buffer.subarray(0, 8).equals(OLE)) return null
  if (buffer.includes(Buffer.from('WordDocument', 'utf16le'))) return 'doc'
  return ['Workbook', 'Book'].some((name) => buffer.includes(Buffer.from(name, 'utf16le'))) ? 'xls' : null
}

type Converted = { ok: true; bytes: Uint8Array; extension: 'docx' | 'xlsx' } | { ok: false; why: string }

let last: Promise<unknown> = Promise.resolve()

/** One after the other: each takes a processor and some hundred megabytes. */
export function withOffice(bytes: Uint8Array, format: OfficeFormat, milliseconds: number): Promise<Converted> {
  const converted = last.then(() => convert(bytes, format, milliseconds))
  last = converted
  return converted
}

/** Converts in a folder and with a profile of its own; both are removed afterwards. */
async function convert(bytes: Uint8Array, format: OfficeFormat, milliseconds: number): Promise<Converted> {
  const extension = format === 'doc' ? 'docx' : 'xlsx'
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-office-'))
  try {
    const source = join(folder, `report.${format}`)
    await writeFile(source, bytes)
    for (const program of PROGRAMS) {
      const args = [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--headless',
        '--convert-to',
        extension,
        '--outdir',
        folder,
        source,
      ]
      try {
        await run(program, args, { timeout: milliseconds, killSignal: 'SIGKILL' })
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue
        return { ok: false, why: `LibreOffice 不能转换这个 .${format} 文件；请另存为 .${extension} 后再试` }
      }
      return { ok: true, bytes: await readFile(join(folder, `report.${extension}`)), extension }
    }
    return { ok: false, why: `读取 .${format} 需要本机装有 LibreOffice；也可另存为 .${extension} 后再试` }
  } catch {
    return { ok: false, why: `LibreOffice 没有转换出结果；请另存为 .${extension} 后再试` }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
