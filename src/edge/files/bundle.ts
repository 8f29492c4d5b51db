/** 离线报送包 as a file: three small entries in a zip, packed without a date so that the same report gives the same file. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { BUNDLE_FILES } from '../../record/reports/bundle.ts'

/** A report with its words is some tens of kilobytes. */
const MOST_BYTES = 5 * 1024 * 1024
const EPOCH = new Date('1980-01-01T00:00:00Z')

export interface BundleParts {
  manifest: string
  report: string
  signature: string
}

export function packBundle({ manifest, report, signature }: BundleParts): Uint8Array {
  return zipSync(
    {
      [BUNDLE_FILES.manifest]: strToU8(manifest),
      [BUNDLE_FILES.report]: strToU8(report),
      [BUNDLE_FILES.signature]: strToU8(signature),
    },
    { mtime: EPOCH },
  )
}

/**
 * The three entries, or null for a file that is no bundle; other entries are never unpacked. The directory is read first: one that
 * names an entry a thousand times over would be unpacked a thousand times.
 */
export function unpackBundle(bytes: Uint8Array): BundleParts | null {
  if (bytes.length > MOST_BYTES) return null
  const known: readonly string[] = Object.values(BUNDLE_FILES)
  const listed: string[] = []
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (originalSize <= MOST_BYTES) listed.push(name)
        return false
      },
    })
    if (known.some((one) => listed.filter((name) => name === one).length !== 1)) return null
    const entries = unzipSync(bytes, { filter: ({ name }) => known.includes(name) })
    const text = (name: string) => {
      const entry = entries[name]
      return entry === undefined ? null : strFromU8(entry)
    }
    const [manifest, report, signature] = [BUNDLE_FILES.manifest, BUNDLE_FILES.report, BUNDLE_FILES.signature].map(text)
    return manifest && report && signature ? { manifest, report, signature } : null
  } catch {
    return null
  }
}
