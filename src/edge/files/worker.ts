/** The thread in which foreign files are opened. */
import { parentPort } from 'node:worker_threads'
import { readBytes } from './read-bytes.ts'

parentPort?.on('message', ({ bytes, name }: { bytes: Uint8Array; name: string }) => {
  void readBytes(bytes, name).then((outcome) => parentPort?.postMessage(outcome))
})
