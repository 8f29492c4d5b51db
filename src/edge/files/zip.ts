/** Refuses archives that would unpack to far more than a report can be, and hands on only what unpacks to what it says. */
import { unzipSync, zipSync } from 'fflate'
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

/**
 * The archive with its entries laid open, for libraries that unpack whatever comes: a directory may say a hundred bytes of an entry
 * that unpacks to gigabytes, and no bound on a thread's memory counts those. Here an entry gets no more room than its directory gives
 * it; what is longer is cut off. Throws like {@link checkZip}.
 */
export function laidOpen(bytes: Uint8Array): Uint8Array {
  checkZip(bytes)
  try {
    return zipSync(unzipSync(bytes), { level: 0 })
  } catch {
    throw new Unreadable('文件已损坏，不能打开')
  }
}
