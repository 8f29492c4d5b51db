import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readReport } from '../../record/reports/read-report.ts'
import { madeDocx, madeReport } from './made.testing.ts'
import { officeFormat, withOffice } from './office.ts'
import { fileReader } from './reader.ts'
import { reportReader } from './report-reader.ts'

const sample = (name: string) => new Uint8Array(readFileSync(`tests/samples/files/${name}`))
const OLD = [
  ['old-word.doc', 'doc'],
  ['old-sheet.xls', 'xls'],
] as const

test.each(OLD)('%s：按内容认出是 .%s', (name, format) => {
  expect(officeFormat(sample(name))).toBe(format)
})

test.each(OLD)('%s：门户的检查页不打开，说明另存为什么', async (name, format) => {
  const reader = reportReader({ milliseconds: 20_000, most: 1, oldFormats: false })
  const answer = await reader.check({ file: { name, bytes: sample(name) }, previous: null })
  reader.close()
  expect(answer).toEqual({ ok: false, of: 'file', why: `是旧格式（.${format}）；请先另存为 .${format}x` })
})

const hasOffice = spawnSync('soffice', ['--version']).status === 0
test.runIf(hasOffice).each(OLD)('%s：本机有 LibreOffice，190格全部读对', async (name) => {
  const reader = fileReader()
  const outcome = await reader.read(sample(name), name)
  reader.close()
  if (!outcome.ok) throw new Error(outcome.why)
  const { agency, tables, findings } = readReport(outcome.document)
  expect([agency, tables.requests]).toEqual(['某县教育局', Object.fromEntries(madeReport().requests)])
  expect(findings.filter(({ level }) => level === 'error')).toEqual([])
})

describe.skipIf(process.platform === 'win32')('转换的程序', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongkai-test-office-'))
    vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`)
    vi.stubEnv('DATABASE_URL', 'postgres://secret')
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })
  /** In place of LibreOffice: `$out` is the folder in which it works. */
  const soffice = (script: string) => {
    const program = join(folder, 'soffice')
    writeFileSync(program, `#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\nout="$2"\n${script}\n`)
    chmodSync(program, 0o755)
  }
  const isRunning = (id: number) =>
    /^[^Z\s]/.test(spawnSync('ps', ['-o', 'stat=', '-p', String(id)], { encoding: 'utf8' }).stdout)

  test('停不下来的，连同它另外启动的一起停下；下一个文件照常', async () => {
    soffice(`sleep 600 &\necho $! > "${folder}/worker"\nmkdir "$out/profile"; wait`)
    const stopped = await withOffice(sample('old-word.doc'), 'doc', 2_000)
    expect(stopped).toEqual({ ok: false, why: 'LibreOffice 没有在 2 秒内转换完，已停止；请另存为 .docx 后再试' })
    const worker = Number(readFileSync(join(folder, 'worker'), 'utf8'))
    await vi.waitFor(() => expect(isRunning(worker)).toBe(false))
    writeFileSync(join(folder, 'made.docx'), await madeDocx(madeReport()))
    soffice(`cp "${folder}/made.docx" "$out/report.docx"`)
    expect(await withOffice(sample('old-word.doc'), 'doc', 20_000)).toMatchObject({ ok: true, extension: 'docx' })
  })

  test('看不到本系统的设置；文件夹用完即删', async () => {
    soffice(`env > "${folder}/env"\necho "$out" >> "${folder}/env"\nexit 1`)
    expect(await withOffice(sample('old-sheet.xls'), 'xls', 20_000)).toEqual({
      ok: false,
      why: 'LibreOffice 不能转换这个 .xls 文件；请另存为 .xlsx 后再试',
    })
    const env = readFileSync(join(folder, 'env'), 'utf8')
    expect(env).not.toContain('secret')
    expect(spawnSync('ls', [env.trim().split('\n').at(-1) ?? '']).status).not.toBe(0)
  })

  test('没有结果、结果过大的，说明怎么办', async () => {
    soffice('exit 0')
    expect(await withOffice(sample('old-word.doc'), 'doc', 20_000)).toMatchObject({
      why: expect.stringMatching(/没有转换出结果；请另存/),
    })
    soffice('dd if=/dev/zero of="$out/report.docx" bs=1048576 count=0 seek=31 2>/dev/null')
    expect(await withOffice(sample('old-word.doc'), 'doc', 20_000)).toMatchObject({
      why: expect.stringMatching(/转换后过大；请另存/),
    })
  })
})
