/** Seeded damage to files: the same seed and number give the same file on every machine. */
import { unzipSync, zipSync } from 'fflate'

/** mulberry32: small, even enough, the same everywhere. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Chance = () => number
export const below = (chance: Chance, limit: number) => Math.floor(chance() * limit)

/** Pieces that parsers stumble over. */
const NASTY = [
  '<!DOCTYPE a [<!ENTITY b "cccccccccc"><!ENTITY d "&b;&b;&b;&b;&b;&b;&b;&b;">]>',
  '<!ENTITY x SYSTEM "file:///etc/passwd">',
  '<td rowspan="99999999" colspan="99999999">',
  '</w:tbl>',
  '<w:gridSpan w:val="-1"/>',
  ' 0 R',
  '/Length 99999999999',
  'endstream',
  '\0\0\0\0',
  '99999999999999999999',
  ']]>',
  '＝＝',
].map((text) => new TextEncoder().encode(text))

const CHANGES: ((bytes: Uint8Array, chance: Chance) => Uint8Array)[] = [
  (bytes, chance) => {
    const damaged = bytes.slice()
    for (let n = 0; n <= below(chance, 12); n += 1) damaged[below(chance, damaged.length)] = below(chance, 256)
    return damaged
  },
  (bytes, chance) => bytes.slice(0, below(chance, bytes.length)),
  (bytes, chance) => {
    const [from, to] = [below(chance, bytes.length), below(chance, bytes.length)]
    const piece = bytes.slice(Math.min(from, to), Math.min(from, to) + below(chance, 400))
    return joined(bytes.slice(0, to), piece, bytes.slice(to))
  },
  (bytes, chance) => {
    const at = below(chance, bytes.length)
    return joined(bytes.slice(0, at), bytes.slice(at + below(chance, 200)))
  },
  (bytes, chance) => {
    const at = below(chance, bytes.length)
    return joined(bytes.slice(0, at), NASTY[below(chance, NASTY.length)] ?? new Uint8Array(), bytes.slice(at))
  },
]

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

function changed(bytes: Uint8Array, chance: Chance): Uint8Array {
  if (bytes.length === 0) return bytes
  let damaged = bytes
  for (let n = 0; n <= below(chance, 3); n += 1) damaged = CHANGES[below(chance, CHANGES.length)]?.(damaged, chance) ?? damaged
  return damaged
}

/** Damages a file; of an Office file mostly a part inside, so that the damage gets past the archive, unless it is never to be `opened`. */
export function mutated(bytes: Uint8Array, seed: number, opened = true): Uint8Array {
  const chance = chanceFrom(seed)
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!opened || !isArchive || chance() < 0.2) return changed(bytes, chance)
  const parts = unzipSync(bytes)
  const names = Object.keys(parts)
  const name = names[below(chance, names.length)] ?? ''
  return zipSync({ ...parts, [name]: changed(parts[name] ?? new Uint8Array(), chance) }, { level: 1 })
}
