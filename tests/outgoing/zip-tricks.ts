/** Word files whose archive says one thing in its directory and holds another: one maker for each trick. */
import { crc32 } from 'node:zlib'
import { type Hiding, plainDocx } from './docx-made.ts'

interface Entry {
  name: string
  content?: string
  /** What the directory calls it. */
  listedAs?: string
  /** Listed before all others: readers differ in which of two they take. */
  first?: boolean
}

/** The plain file with one entry more, stored as it is. */
async function withEntry({ name, content = '', listedAs = name, first = false }: Entry): Promise<Uint8Array> {
  const whole = Buffer.from(await plainDocx())
  const end = whole.length - 22
  const [count, size, start] = [whole.readUInt16LE(end + 10), whole.readUInt32LE(end + 12), whole.readUInt32LE(end + 16)]
  const data = Buffer.from(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(20, 4)
  local.writeUInt32LE(crc32(data), 14)
  local.writeUInt32LE(data.length, 18)
  local.writeUInt32LE(data.length, 22)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.concat([local, Buffer.from(name), data])
  const listed = Buffer.alloc(46)
  listed.writeUInt32LE(0x02014b50, 0)
  listed.writeUInt16LE(20, 4)
  listed.writeUInt16LE(20, 6)
  listed.writeUInt32LE(crc32(data), 16)
  listed.writeUInt32LE(data.length, 20)
  listed.writeUInt32LE(data.length, 24)
  listed.writeUInt16LE(listedAs.length, 28)
  listed.writeUInt32LE(start, 42)
  const own = Buffer.concat([listed, Buffer.from(listedAs)])
  const others = whole.subarray(start, end)
  const last = Buffer.from(whole.subarray(end))
  last.writeUInt16LE(count + 1, 8)
  last.writeUInt16LE(count + 1, 10)
  last.writeUInt32LE(size + own.length, 12)
  last.writeUInt32LE(start + entry.length, 16)
  return new Uint8Array(Buffer.concat([whole.subarray(0, start), entry, ...(first ? [own, others] : [others, own]), last]))
}

export const ZIP_TRICKS: readonly Hiding[] = [
  { place: '同名的两个部件', make: (content) => withEntry({ name: 'word/document.xml', content, first: true }) },
  { place: '文件夹的名字', make: (secret) => withEntry({ name: `${secret}/` }) },
  { place: '文件夹里的内容', make: (content) => withEntry({ name: 'word/', content }) },
  { place: '与目录不同的名字', make: (name) => withEntry({ name, listedAs: 'word/styles9.xml' }) },
  { place: '读不进去的名字', make: (content) => withEntry({ name: '__proto__', content }) },
]
