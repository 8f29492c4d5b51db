/** Old Office files (.doc, .xls, .rtf) by LibreOffice, where the machine has it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LIMITS } from './outcome.ts'

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
      const ended = await run(program, args, folder, milliseconds)
      if (ended === 'missing') continue
      if (ended === 'stopped')
        return {
          ok: false,
          why: `LibreOffice 没有在 ${Math.round(milliseconds / 1000)} 秒内转换完，已停止；${saveAs(extension)}`,
        }
      if (ended === 'failed') return { ok: false, why: `LibreOffice 不能转换这个 .${format} 文件；${saveAs(extension)}` }
      const made = join(folder, `report.${extension}`)
      if ((await stat(made)).size > LIMITS.bytes) return { ok: false, why: `文件转换后过大；${saveAs(extension)}` }
      return { ok: true, bytes: await readFile(made), extension }
    }
    return { ok: false, why: `读取 .${format} 需要本机装有 LibreOffice；也可另存为 .${extension} 后再试` }
  } catch {
    return { ok: false, why: `LibreOffice 没有转换出结果；${saveAs(extension)}` }
  } finally {
    // A program that was stopped may still be closing its files.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(() => undefined)
  }
}

const saveAs = (extension: string) => `请另存为 .${extension} 后再试`

/**
 * Runs the program with nothing of ours around it: no keys, no addresses. What is called `soffice` only starts the one that works, so
 * both are in a group of their own, which is stopped as a whole.
 */
function run(
  program: string,
  args: readonly string[],
  folder: string,
  milliseconds: number,
): Promise<'done' | 'missing' | 'stopped' | 'failed'> {
  return new Promise((resolve) => {
    const { PATH, SystemRoot } = process.env
    const child = spawn(program, args, {
      detached: HAS_GROUPS,
      stdio: 'ignore',
      env: { PATH, SystemRoot, HOME: folder, LANG: 'C.UTF-8' },
    })
    const timer = setTimeout(() => {
      stopGroup(child)
      resolve('stopped')
    }, milliseconds)
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      resolve(error.code === 'ENOENT' ? 'missing' : 'failed')
    })
    child.on('exit', (code) => {
      clearTimeout(timer)
      resolve(code === 0 ? 'done' : 'failed')
    })
  })
}

const HAS_GROUPS = process.platform !== 'win32'

function stopGroup(child: ChildProcess): void {
  if (!HAS_GROUPS || child.pid === undefined) return void child.kill('SIGKILL')
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Ended by itself a moment ago.
  }
}
