/** Pictures inside Office files: their metadata goes, their pixels stay byte for byte. */
import type { Findings } from '../../record/outgoing/findings.ts'
import type { OfficePackage } from './package.ts'
import { elements } from './xml.ts'

const PICTURE = /\/media\/[^/]+\.(?:jpe?g|png)$/i

export function inspectPictures(office: OfficePackage, findings: Findings): void {
  for (const name of office.names().filter((one) => PICTURE.test(one))) {
    const bytes = office.parts.get(name) ?? new Uint8Array()
    if (withoutMetadata(bytes).length !== bytes.length) findings.add('pictureMetadata', '')
  }
  for (const name of office.names().filter((one) => one.endsWith('.xml') && /^(?:word|xl\/drawings)\//.test(one))) {
    const xml = office.xml(name)
    if (!xml) continue
    for (const crop of elements(xml, 'a:srcRect'))
      if (['l', 't', 'r', 'b'].some((side) => Number(crop.attribs[side] ?? 0) > 0)) findings.add('croppedPicture', '')
  }
}

export function cleanPictures(office: OfficePackage): void {
  for (const name of office.names().filter((one) => PICTURE.test(one)))
    office.parts.set(name, withoutMetadata(office.parts.get(name) ?? new Uint8Array()))
}

/** JPEG without its application segments and comments (but for colours), PNG without its texts; other bytes as they are. */
export function withoutMetadata(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return withoutSegments(bytes)
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return withoutChunks(bytes)
  return bytes
}

/** JFIF (e0), the colour profile (e2) and Adobe's colour transform (ee) are needed to show the picture. */
const KEPT_SEGMENTS = new Set([0xe0, 0xe2, 0xee])

function withoutSegments(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xda) break
    const end = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)
    const drop = (marker >= 0xe0 && marker <= 0xef && !KEPT_SEGMENTS.has(marker)) || marker === 0xfe
    // A second picture for several formats (MPF) hides behind the colour profile's marker.
    const profile =
      marker !== 0xe2 ||
      Buffer.from(bytes.subarray(at + 4, at + 15))
        .toString('latin1')
        .startsWith('ICC_PROFILE')
    if (!drop && profile) kept.push(bytes.subarray(at, end))
    at = end
  }
  const rest = bytes.subarray(at)
  const over = lastEndOfImage(rest)
  return Buffer.concat([...kept, rest.subarray(0, over)])
}

/** What follows the picture's end is no part of it. */
function lastEndOfImage(data: Uint8Array): number {
  const end = Buffer.from(data.buffer, data.byteOffset, data.byteLength).indexOf(Buffer.from([0xff, 0xd9]))
  return end === -1 ? data.length : end + 2
}

const KEPT_CHUNKS = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'pHYs', 'bKGD', 'sBIT'])

function withoutChunks(bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  let at = 8
  while (at + 12 <= view.length) {
    const end = at + 12 + view.readUInt32BE(at)
    const type = view.toString('latin1', at + 4, at + 8)
    if (end > view.length) return bytes
    if (KEPT_CHUNKS.has(type)) kept.push(bytes.subarray(at, end))
    at = end
    if (type === 'IEND') break
  }
  return Buffer.concat(kept)
}
