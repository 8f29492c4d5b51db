/** Refuses archives that would unpack to far more than a report can be, before anything is unpacked. */
import { unzipSync } from 'fflate'
import { LIMITS, Unreadable } from './outcome.ts'

/** Reads only the directory of the archive; throws {@link Unreadable} beyond the limits or where the archive is damaged. */
export function checkZip(bytes: Uint8Array): void {
  let [entries, size] = [0, 0]
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        entries++
        size += originalSize
        return false
      },
    })
  } catch {
    throw new Unreadable('文件已损坏，不能打开')
  }
  if (entries > LIMITS.zipEntries || size > LIMITS.unzippedBytes) throw new Unreadable('文件解压后过大，不予打开')
}
