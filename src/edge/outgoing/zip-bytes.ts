/** An archive's bytes between and around its entries, and what is noted beside them: no program shows it, everybody can read it. */

const [ENTRY, DIRECTORY, END] = [0x04034b50, 0x02014b50, 0x06054b50]
/** Further notes on an entry that say when it was written, and room that Word leaves for later. */
const HARMLESS = new Set([0x0001, 0x000a, 0x5455, 0x5855, 0x7875, 0xa220, 0xa028])

/** A part of this name is lost where the entries are read into an object. */
const LOST = '__proto__'

/** Whether there is anything but the entries that the directory lists, each once and by its own name, each followed by the next. */
export function bytesBesideEntries(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = view.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end === -1 || end + 22 !== view.length || view.readUInt32LE(end) !== END) return true
  const [count, size, start] = [view.readUInt16LE(end + 10), view.readUInt32LE(end + 12), view.readUInt32LE(end + 16)]
  const spans: { from: number; to: number }[] = []
  const names = new Set<string>()
  let at = start
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > end || view.readUInt32LE(at) !== DIRECTORY) return true
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.readUInt16LE(at + offset)) as [number, number, number]
    const from = view.readUInt32LE(at + 42)
    if (comment > 0 || hasNotes(view.subarray(at + 46 + name, at + 46 + name + extra))) return true
    const to = endOfEntry(view, from, view.readUInt32LE(at + 20), (view.readUInt16LE(at + 8) & 8) !== 0)
    if (to === null) return true
    const called = view.toString('latin1', at + 46, at + 46 + name)
    if (called !== localName(view, from) || called === LOST || names.has(called)) return true
    // Nothing, deflated, is two bytes.
    if (called.endsWith('/') && (view.readUInt32LE(at + 20) > 2 || view.readUInt32LE(at + 24) > 0)) return true
    names.add(called)
    spans.push({ from, to })
    at += 46 + name + extra + comment
  }
  if (at !== start + size || [...names].some((name) => name.endsWith('/') && !isFolder(name, names))) return true
  spans.sort((a, b) => a.from - b.from)
  // With a checksum behind an entry, which may be marked as one or not.
  const isNext = (after: number, before: number) => [0, 12, 16, 20, 24].includes(after - before)
  const starts = [...spans.map(({ from }) => from), start]
  return starts[0] !== 0 || spans.some(({ to }, index) => !isNext(starts[index + 1] ?? -1, to))
}

function endOfEntry(view: Buffer, at: number, size: number, later: boolean): number | null {
  if (at + 30 > view.length || view.readUInt32LE(at) !== ENTRY) return null
  const [name, extra] = [view.readUInt16LE(at + 26), view.readUInt16LE(at + 28)]
  const notes = view.subarray(at + 30 + name, at + 30 + name + extra)
  if (hasNotes(notes)) return null
  const own = view.readUInt32LE(at + 18)
  return own !== size && !(later && own === 0) ? null : at + 30 + name + extra + size
}

function localName(view: Buffer, at: number): string {
  return view.toString('latin1', at + 30, at + 30 + view.readUInt16LE(at + 26))
}

/** Some programs list the folders of the parts as well; another folder's name would be all that it says. */
function isFolder(name: string, names: ReadonlySet<string>): boolean {
  return [...names].some((other) => other !== name && other.startsWith(name))
}

function hasNotes(extra: Buffer): boolean {
  for (let at = 0; at + 4 <= extra.length; ) {
    const [kind, length] = [extra.readUInt16LE(at), extra.readUInt16LE(at + 2)]
    if (!HARMLESS.has(kind)) return true
    // The room for later is empty.
    if ((kind === 0xa220 || kind === 0xa028) && extra.subarray(at + 8, at + 4 + length).some((byte) => byte !== 0)) return true
    at += 4 + length
  }
  return false
}
