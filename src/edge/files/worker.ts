/** The thread in which foreign files are opened. */
import { parentPort } from 'node:worker_threads'
import { readBytes } from './read-bytes.ts'

parentPort?.on('message', ({ bytes, name }: { bytes: Uint8Array; name: string }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  void readBytes(bytes, name).then((outcome) => parentPort?.postMessage(outcome))
})
