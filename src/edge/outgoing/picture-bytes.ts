/** Encoded pictures without anything besides the picture; the pixels stay byte for byte. */

/** JPEG, PNG and JPEG 2000 without texts, thumbnails, colour profiles, further pictures and bytes behind the end. Others as they are. */
export function withoutMetadata(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegAlone(bytes)
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return pngAlone(bytes)
  if (bytes[4] === 0x6a && bytes[5] === 0x50) return jpeg2000Alone(bytes)
  return bytes
}

const [APP0, ICC, ADOBE, COMMENT, SCAN, END] = [0xe0, 0xe2, 0xee, 0xfe, 0xda, 0xd9]
/** Frames (SOF0–15 without DHT, JPG, DAC) say how many colours a picture has. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const standsAlone = (marker: number) => (marker >= 0xd0 && marker <= 0xd8) || marker === 0x01

/** Segments up to the first end of the picture; a second one (MPO, thumbnails) stands behind it. */
function jpegAlone(bytes: Uint8Array): Uint8Array {
  const segments: { marker: number; data: Uint8Array }[] = []
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return bytes
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) at += 1
    else if (marker === END || standsAlone(marker)) {
      segments.push({ marker, data: bytes.subarray(at, at + 2) })
      at += 2
      if (marker === END) break
    } else {
      let end = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)
      if (marker === SCAN) end = endOfScan(bytes, end)
      segments.push({ marker, data: bytes.subarray(at, end) })
      at = end
    }
  }
  // Four colours are not told from their opposites without the profile's and Adobe's segments.
  const colours = segments.find(({ marker }) => isFrame(marker))?.data[9] ?? 3
  const kept = segments.filter(({ marker, data }) => {
    if (marker === APP0) return isPlainJfif(data)
    if (marker === ADOBE) return data.length === 16 && text(data, 4, 9) === 'Adobe'
    if (marker === ICC) return colours === 4 && text(data, 4, 15) === 'ICC_PROFILE'
    return !(marker >= 0xe0 && marker <= 0xef) && marker !== COMMENT
  })
  return Buffer.concat([bytes.subarray(0, 2), ...kept.map(({ data }) => data)])
}

/** In the coded data, ff is followed by 00 or by a restart mark. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let at = start
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
    at += 1
  }
  return bytes.length
}

/** Without a thumbnail. */
function isPlainJfif(data: Uint8Array): boolean {
  return data.length === 18 && text(data, 4, 8) === 'JFIF'
}

const CHUNKS = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'pHYs', 'bKGD', 'sBIT'])

/** Of an animated one, the first picture. */
function pngAlone(bytes: Uint8Array): Uint8Array {
  const kept = chunksOf(bytes)?.filter(({ type }) => CHUNKS.has(type))
  return kept ? Buffer.concat([bytes.subarray(0, 8), ...kept.map(({ data }) => data)]) : bytes
}

/** Whether the file is a PNG of several pictures (APNG). */
export function isAnimatedPng(bytes: Uint8Array): boolean {
  return bytes[0] === 0x89 && (chunksOf(bytes)?.some(({ type }) => /^(?:acTL|fcTL|fdAT)$/.test(type)) ?? false)
}

/** Up to the end of the picture; null where one reaches beyond the end of the file. */
function chunksOf(bytes: Uint8Array): { type: string; data: Uint8Array }[] | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: { type: string; data: Uint8Array }[] = []
  for (let at = 8; at + 12 <= view.length; ) {
    const end = at + 12 + view.readUInt32BE(at)
    const type = text(view, at + 4, at + 8)
    if (end > view.length) return null
    chunks.push({ type, data: bytes.subarray(at, end) })
    at = end
    if (type === 'IEND') break
  }
  return chunks
}

const BOXES = new Set(['jP  ', 'ftyp', 'jp2h', 'jp2c'])

function jpeg2000Alone(bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = []
  let at = 0
  while (at + 8 <= view.length) {
    const length = view.readUInt32BE(at)
    const type = text(view, at + 4, at + 8)
    // A length of 0 reaches to the end; one of 1 is written behind the type, in eight bytes.
    const size = length === 0 ? view.length - at : length === 1 ? Number(view.readBigUInt64BE(at + 8)) : length
    if (size < 8 || at + size > view.length) return bytes
    if (BOXES.has(type)) kept.push(bytes.subarray(at, at + size))
    at += size
  }
  return Buffer.concat(kept)
}

function text(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.subarray(from, to)).toString('latin1')
}
