/** Attachments on disk: sealed, addressed by the digest of their content, written whole or not at all. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Vault } from './vault.ts'

export interface FileStore {
  /** Returns the content's digest; the bytes are on disk (fsync) when the promise is kept. */
  put(bytes: Uint8Array): Promise<string>
  get(hash: string): Promise<Buffer>
  /** 销毁: the content is gone; nothing happens where it is gone already. */
  remove(hash: string): Promise<void>
}

export function fileStore(folder: string, vault: Vault): FileStore {
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
  return {
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      const target = pathOf(hash)
      if (await stat(target).then(Boolean, () => false)) return hash
      await mkdir(dirname(target), { recursive: true })
      const temporary = `${target}.${randomUUID()}`
      const handle = await open(temporary, 'wx', 0o600)
      try {
        await handle.writeFile(vault.sealBytes(bytes))
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(temporary, target)
      return hash
    },
    async get(hash) {
      if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not a content digest')
      return vault.openBytes(await readFile(pathOf(hash)))
    },
    async remove(hash) {
      if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not a content digest')
      await rm(pathOf(hash), { force: true })
    },
  }
}
