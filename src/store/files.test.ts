import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FileStore, fileStore } from './files.ts'
import { vaultOf } from './vault.ts'

const SCAN = Buffer.from('%PDF-1.7 身份证复印件 632321199001011234')

let folder: string
let files: FileStore
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-files-'))
  files = fileStore(folder, vaultOf(Buffer.alloc(32, 7)))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Every file on disk, by path below the folder. */
function onDisk(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

describe('附件', () => {
  test('放进去的，按内容摘要取出来', async () => {
    const hash = await files.put(SCAN)
    expect(hash).toBe(createHash('sha256').update(SCAN).digest('hex'))
    expect((await files.get(hash)).equals(SCAN)).toBe(true)
  })

  test('空文件也一样', async () => {
    expect(await files.get(await files.put(Buffer.alloc(0)))).toHaveLength(0)
  })

  test('磁盘上是密文，只有属主可读', async () => {
    await files.put(SCAN)
    const [file = ''] = onDisk()
    expect(readFileSync(file).includes(Buffer.from('632321199001011234'))).toBe(false)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('同一内容只存一份，同时放也是；没有半截的临时文件留下', async () => {
    const hashes = await Promise.all([files.put(SCAN), files.put(SCAN), files.put(SCAN)])
    expect(new Set(hashes).size).toBe(1)
    await files.put(SCAN)
    expect(onDisk()).toHaveLength(1)
  })

  test('磁盘上被换掉的文件读不出来', async () => {
    const hash = await files.put(SCAN)
    const [file = ''] = onDisk()
    writeFileSync(file, SCAN)
    await expect(files.get(hash)).rejects.toThrow()
  })

  test.each(['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(64)}/..`])('“%s”不是摘要，不去找', async (hash) => {
    await expect(files.get(hash)).rejects.toThrow('not a content digest')
  })

  test('别的密钥打不开', async () => {
    const hash = await files.put(SCAN)
    await expect(fileStore(folder, vaultOf(Buffer.alloc(32, 8))).get(hash)).rejects.toThrow()
  })
})
