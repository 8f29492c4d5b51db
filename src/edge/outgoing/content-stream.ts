/** A page's instructions (PDF 32000-1, 7.8.2), read one by one. Comments are no part of any. */

export type Operand =
  | { kind: 'number'; value: number }
  | { kind: 'name'; name: string }
  | { kind: 'string'; bytes: Uint8Array }
  | { kind: 'array'; items: Operand[] }
  | { kind: 'dict'; entries: Map<string, Operand> }
  /** true, false, null */
  | { kind: 'word'; word: string }

export interface Step {
  operator: string
  operands: Operand[]
  /** Of `BI`: the bytes of the picture that stands in the stream itself. */
  data?: Uint8Array
}

const SPACE = new Set([0, 9, 10, 12, 13, 32])
const DELIMITER = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)))
const isRegular = (byte: number | undefined) => byte !== undefined && !SPACE.has(byte) && !DELIMITER.has(byte)
const code = (sign: string) => sign.charCodeAt(0)
const WORDS = new Set(['true', 'false', 'null'])
const ESCAPES: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** Every instruction with what stands before it; what stands before none is left out. A comment comes as an instruction `%`. */
export function* stepsOf(bytes: Uint8Array): Generator<Step> {
  const reader = new Reader(bytes)
  let operands: Operand[] = []
  for (let token = reader.next(); token !== null; token = reader.next()) {
    if (typeof token !== 'string') {
      operands.push(token)
      continue
    }
    if (token === '%') {
      yield { operator: '%', operands: [] }
      continue
    }
    if (token === 'BI') yield reader.inlineImage()
    else yield { operator: token, operands }
    operands = []
  }
}

class Reader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** An operand, an operator, or null at the end. */
  next(): Operand | string | null {
    if (this.#skip()) return '%'
    const byte = this.#bytes[this.#at]
    if (byte === undefined) return null
    switch (String.fromCharCode(byte)) {
      case '/':
        return this.#name()
      case '(':
        return this.#literal()
      case '<':
        return this.#bytes[this.#at + 1] === code('<') ? this.#dict() : this.#hex()
      case '[':
        return this.#array()
      case ')':
      case '>':
      case ']':
      case '{':
      case '}':
        this.#at += 1
        return this.next()
      default:
        return this.#regular()
    }
  }

  /** Blanks and comments; whether there was a comment. */
  #skip(): boolean {
    let comment = false
    for (;;) {
      const byte = this.#bytes[this.#at]
      if (byte !== undefined && SPACE.has(byte)) this.#at += 1
      else if (byte === code('%')) {
        comment = true
        while (this.#at < this.#bytes.length && this.#bytes[this.#at] !== 10 && this.#bytes[this.#at] !== 13) this.#at += 1
      } else return comment
    }
  }

  #run(): string {
    const start = this.#at
    while (isRegular(this.#bytes[this.#at])) this.#at += 1
    return Buffer.from(this.#bytes.subarray(start, this.#at)).toString('latin1')
  }

  #regular(): Operand | string {
    const text = this.#run()
    if (/^[+-]*(?:\d+\.?\d*|\.\d+)/.test(text))
      return { kind: 'number', value: Number.parseFloat(text.replace(/^[+-]*(?=-)/, '')) }
    return WORDS.has(text) ? { kind: 'word', word: text } : text
  }

  #name(): Operand {
    this.#at += 1
    const name = this.#run().replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    return { kind: 'name', name }
  }

  #literal(): Operand {
    const out: number[] = []
    let depth = 0
    this.#at += 1
    for (; this.#at < this.#bytes.length; this.#at++) {
      const byte = this.#bytes[this.#at] ?? 0
      const sign = String.fromCharCode(byte)
      if (sign === '\\') {
        out.push(...this.#escaped())
        continue
      }
      if (sign === '(') depth += 1
      else if (sign === ')' && depth-- === 0) break
      out.push(byte)
    }
    this.#at += 1
    return { kind: 'string', bytes: Uint8Array.from(out) }
  }

  /** Stands on the backslash; leaves the place on the last byte of the escape. */
  #escaped(): number[] {
    const octal = /^[0-7]{1,3}/.exec(Buffer.from(this.#bytes.subarray(this.#at + 1, this.#at + 4)).toString('latin1'))?.[0]
    if (octal) {
      this.#at += octal.length
      return [Number.parseInt(octal, 8) & 255]
    }
    this.#at += 1
    const byte = this.#bytes[this.#at] ?? 0
    if (byte === 13 && this.#bytes[this.#at + 1] === 10) this.#at += 1
    if (byte === 13 || byte === 10) return []
    return [ESCAPES[String.fromCharCode(byte)] ?? byte]
  }

  #hex(): Operand {
    const end = this.#bytes.indexOf(code('>'), this.#at)
    const digits = Buffer.from(this.#bytes.subarray(this.#at + 1, end === -1 ? undefined : end))
      .toString('latin1')
      .replace(/[^0-9a-f]/gi, '')
    this.#at = end === -1 ? this.#bytes.length : end + 1
    return { kind: 'string', bytes: Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex') }
  }

  #array(): Operand {
    this.#at += 1
    const items: Operand[] = []
    for (;;) {
      this.#skip()
      if (this.#at >= this.#bytes.length) break
      if (this.#bytes[this.#at] === code(']')) {
        this.#at += 1
        break
      }
      const item = this.next()
      if (item !== null && typeof item !== 'string') items.push(item)
    }
    return { kind: 'array', items }
  }

  #dict(): Operand {
    this.#at += 2
    const entries = new Map<string, Operand>()
    for (;;) {
      this.#skip()
      if (this.#at >= this.#bytes.length) break
      if (this.#bytes[this.#at] === code('>')) {
        this.#at += 2
        break
      }
      const key = this.next()
      if (key === null || typeof key === 'string' || key.kind !== 'name') continue
      this.#skip()
      if (this.#bytes[this.#at] === code('>')) continue
      const value = this.next()
      if (value !== null && typeof value !== 'string') entries.set(key.name, value)
    }
    return { kind: 'dict', entries }
  }

  /** From behind `BI` to behind `EI`. */
  inlineImage(): Step {
    const entries = new Map<string, Operand>()
    for (let token = this.next(); token !== null && token !== 'ID'; token = this.next()) {
      if (typeof token === 'string' || token.kind !== 'name') continue
      const value = this.next()
      if (value === null || value === 'ID') break
      if (typeof value !== 'string') entries.set(token.name, value)
    }
    // One blank stands between the word and the bytes.
    const start = this.#at + 1
    const end = this.#endOfImage(start)
    this.#at = end + 3
    return { operator: 'BI', operands: [{ kind: 'dict', entries }], data: this.#bytes.slice(start, end) }
  }

  /** Before the blank in front of an `EI` that instructions follow, or nothing. */
  #endOfImage(start: number): number {
    for (let at = start; at < this.#bytes.length; at++) {
      if (!SPACE.has(this.#bytes[at] ?? 0)) continue
      if (this.#bytes[at + 1] !== code('E') || this.#bytes[at + 2] !== code('I') || isRegular(this.#bytes[at + 3])) continue
      const after = this.#bytes.subarray(at + 3, at + 15)
      if (after.every((byte) => (byte >= 32 && byte < 127) || SPACE.has(byte))) return at
    }
    return this.#bytes.length
  }
}

/** As it is written again: strings in hexadecimal, numbers to six places. */
export function written(operand: Operand): string {
  switch (operand.kind) {
    case 'number':
      return Number.isFinite(operand.value) ? String(Number(operand.value.toFixed(6))).replace(/e.*/, '') : '0'
    case 'name':
      return `/${operand.name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}`
    case 'string':
      return `<${Buffer.from(operand.bytes).toString('hex')}>`
    case 'array':
      return `[${operand.items.map(written).join(' ')}]`
    case 'dict':
      return `<<${[...operand.entries].map(([key, value]) => `${written({ kind: 'name', name: key })} ${written(value)}`).join(' ')}>>`
    default:
      return operand.word
  }
}
