/** A stream of a PDF, unpacked as far as it is packed and not encoded as a picture (PDF 32000-1, 7.4). */
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFObject } from '@cantoo/pdf-lib'

/** Encodings of pictures: their bytes stay as they are. */
const CODECS = new Set(['DCTDecode', 'DCT', 'JPXDecode', 'CCITTFaxDecode', 'CCF', 'JBIG2Decode'])
/** Short names, which pictures in the instructions may bear. */
const LONG: Record<string, string> = {
  Fl: 'FlateDecode',
  LZW: 'LZWDecode',
  A85: 'ASCII85Decode',
  AHx: 'ASCIIHexDecode',
  RL: 'RunLengthDecode',
}

export interface Unpacked {
  bytes: Uint8Array
  /** The picture's encoding that is left, and its parameters. */
  codec: string | null
  parms: PDFDict | null
}

const key = (name: string) => PDFName.of(name)

/** Throws where the stream is damaged or packed in a way that nobody knows. */
export function unpackedStream(stream: PDFRawStream): Unpacked {
  const filters = list(stream.dict.lookup(key('Filter'))).map((one) => (one instanceof PDFName ? one.decodeText() : ''))
  const parms = list(stream.dict.lookup(key('DecodeParms')))
  const bare = PDFDict.withContext(stream.dict.context)
  let bytes = decodePDFRawStream(PDFRawStream.of(bare, stream.contents, stream.transform)).decode()
  for (const [at, filter] of filters.entries()) {
    const parm = parms[at] instanceof PDFDict ? (parms[at] as PDFDict) : null
    if (CODECS.has(filter)) return { bytes, codec: filter, parms: parm }
    if (filter === 'Crypt') continue
    const step = PDFDict.withContext(stream.dict.context)
    step.set(key('Filter'), key(LONG[filter] ?? filter))
    if (parm) step.set(key('DecodeParms'), parm)
    bytes = unpredicted(decodePDFRawStream(PDFRawStream.of(step, bytes)).decode(), parm)
  }
  return { bytes, codec: null, parms: null }
}

function list(object: PDFObject | undefined): (PDFObject | undefined)[] {
  if (object instanceof PDFArray) return Array.from({ length: object.size() }, (_, at) => object.lookup(at))
  return object === undefined ? [] : [object]
}

const numberOf = (dict: PDFDict, name: string, otherwise: number) => {
  const found = dict.lookup(key(name))
  return found instanceof PDFNumber ? found.asNumber() : otherwise
}

/** Rows that are written as differences from their neighbours (7.4.4.4), as they are. */
function unpredicted(data: Uint8Array, parms: PDFDict | null): Uint8Array {
  const predictor = parms ? numberOf(parms, 'Predictor', 1) : 1
  if (!parms || predictor < 2) return data
  const [colours, bits] = [numberOf(parms, 'Colors', 1), numberOf(parms, 'BitsPerComponent', 8)]
  const pixel = Math.max(1, (colours * bits) >> 3)
  const row = (numberOf(parms, 'Columns', 1) * colours * bits + 7) >> 3
  if (predictor === 2 && bits !== 8) throw new Error('rows of this kind are not read')
  const step = predictor === 2 ? row : row + 1
  const rows = Math.floor(data.length / step)
  const made = new Uint8Array(rows * row)
  for (let line = 0; line < rows; line++) {
    const kind = predictor === 2 ? 1 : (data[line * step] ?? 0)
    const from = line * step + (predictor === 2 ? 0 : 1)
    for (let at = 0; at < row; at++) {
      const to = line * row + at
      const left = at >= pixel ? (made[to - pixel] ?? 0) : 0
      const up = line > 0 ? (made[to - row] ?? 0) : 0
      const corner = line > 0 && at >= pixel ? (made[to - row - pixel] ?? 0) : 0
      made[to] = (data[from + at] ?? 0) + predicted(kind, left, up, corner)
    }
  }
  return made
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  if (kind === 1) return left
  if (kind === 2) return up
  if (kind === 3) return (left + up) >> 1
  if (kind !== 4) return 0
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}
