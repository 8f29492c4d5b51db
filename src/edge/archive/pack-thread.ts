/** The thread in which files are packed: a thick volume must not hold up anybody's request. Nothing of theirs is read. */
import { createHash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { zipSync } from 'fflate'

export interface PackedFile {
  path: string
  bytes: Uint8Array
}

/** A ZIP with a list of SHA-256 sums that `sha256sum -c` reads. */
function packFiles(files: readonly PackedFile[]): Uint8Array {
  const sums = files.map(({ path, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`).join('')
  return zipSync(
    Object.fromEntries([
      ...files.map(({ path, bytes }) => [path, bytes] as const),
      ['SHA256SUMS.txt', new TextEncoder().encode(sums)],
    ]),
    { level: 1 },
  )
}

parentPort?.on('message', (files: PackedFile[]) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(packFiles(files))
})
