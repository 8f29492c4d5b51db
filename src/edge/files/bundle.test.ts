/** 离线报送包 as a file comes from a stranger's stick: what is no bundle is told apart without being unpacked. */
import { describe, expect, test } from 'vitest'
import { unzipSync, zipSync } from 'fflate'
import { packBundle, unpackBundle } from './bundle.ts'

const PARTS = { manifest: '{"kind":"报送包"}', report: '{}', signature: 'abc' }
/** Of an entry in the directory of a zip, and of the end of the directory. */
const [ENTRY, END] = [0x02014b50, 0x06054b50]

/** The same local entry, named again and again in the directory. */
function repeated(bytes: Uint8Array, name: string, times: number): Uint8Array {
  const view = Buffer.from(bytes)
  const end = view.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  expect(view.readUInt32LE(end)).toBe(END)
  const start = view.readUInt32LE(end + 16)
  let at = start
  while (view.toString('latin1', at + 46, at + 46 + name.length) !== name) {
    expect(view.readUInt32LE(at)).toBe(ENTRY)
    at += 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
  }
  const entry = view.subarray(at, at + 46 + view.readUInt16LE(at + 28))
  const more = Array.from({ length: times }, () => entry)
  const tail = Buffer.from(view.subarray(end))
  tail.writeUInt16LE(tail.readUInt16LE(8) + times, 8)
  tail.writeUInt16LE(tail.readUInt16LE(10) + times, 10)
  tail.writeUInt32LE(tail.readUInt32LE(12) + entry.length * times, 12)
  return new Uint8Array(Buffer.concat([view.subarray(0, end), ...more, tail]))
}

describe('离线报送包', () => {
  test('装进去的读出来一样；另有别的文件也认得', () => {
    const packed = packBundle(PARTS)
    expect(unpackBundle(packed)).toEqual(PARTS)
    const repacked = zipSync({ ...unzipSync(packed), '__MACOSX/x': new Uint8Array(3) })
    expect(unpackBundle(repacked)).toEqual(PARTS)
  })

  test('同一个文件在目录里列了许多次：不是报送包，一次也不展开', () => {
    const packed = packBundle({ ...PARTS, report: JSON.stringify('0'.repeat(4_000_000)) })
    const many = repeated(packed, 'report.json', 2_000)
    // It is a zip that others would unpack, not a damaged one.
    expect(Object.keys(unzipSync(many, { filter: ({ name }) => name === 'manifest.json' }))).toEqual(['manifest.json'])
    expect(unpackBundle(many)).toBeNull()
  })

  test('少一个、不是压缩文件：不是报送包', () => {
    const { signature: _, ...two } = unzipSync(packBundle(PARTS))
    expect(unpackBundle(zipSync(two))).toBeNull()
    expect(unpackBundle(new Uint8Array([1, 2, 3]))).toBeNull()
  })
})
