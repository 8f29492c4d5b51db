/** Chromium for the browser tests: the one in the project's packages, else one that is installed. It sees only our own fonts. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { fontsConf } from '../../src/edge/paper/fonts.ts'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge']

/** The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, libraries } = await findChromium()
  return chromium.launch({
    executablePath,
    // No sandbox, since it can't be had in containers; nothing else of the package's own arguments: they switch off web
    // security, and a test of the content security policy would prove nothing.
    args: ['--no-sandbox'],
    env: { ...process.env, FONTCONFIG_FILE: fontsConf(), ...(libraries && { LD_LIBRARY_PATH: libraries }) },
  })
}

async function findChromium(): Promise<{ executablePath: string; libraries?: string }> {
  if (process.platform === 'linux' && process.arch === 'x64') return unpackedChromium()
  const executablePath = INSTALLED.find((path) => existsSync(path))
  if (!executablePath) throw new Error('no Chromium: install chromium or google-chrome to run the browser tests')
  return { executablePath }
}

/** Unpacked once per version, aside and then renamed: an unpacking cut short must not be taken for a browser. */
async function unpackedChromium(): Promise<{ executablePath: string; libraries?: string }> {
  const packed = resolve(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..')
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string }
  const folder = resolve('node_modules/.cache/gongkai', `chromium-${version}`)
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`
    mkdirSync(unfinished, { recursive: true })
    await inTemporaryFolder(unfinished, () => unpack(join(packed, 'bin')))
    try {
      renameSync(unfinished, folder)
    } catch {
      rmSync(unfinished, { recursive: true })
    }
  }
  const executablePath = join(folder, 'chromium')
  const needed = execFileSync('ldd', [executablePath], { encoding: 'utf8' })
  return needed.includes('not found') ? { executablePath, libraries: join(folder, 'al2023/lib') } : { executablePath }
}

async function unpack(bin: string): Promise<void> {
  const { default: packaged, inflate } = await import('@sparticuz/chromium')
  await packaged.executablePath(bin)
  await inflate(join(bin, 'al2023.tar.br'))
}

/** The package unpacks into the system's temporary folder and reuses whatever lies there. */
async function inTemporaryFolder(folder: string, work: () => Promise<void>): Promise<void> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    await work()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}
