/** Asking a server that is not ours: bounded in time and size, led nowhere else, and never thrown for what it did. */
export type Asked = { ok: true; status: number; body: unknown } | { ok: false }

const LONGEST_MS = 15_000
const MOST_BYTES = 2_000_000

/** The answer's JSON, or null as body where it is none. Not ok: unreachable, too slow, redirected, too large. */
export async function ask(address: string, init: RequestInit): Promise<Asked> {
  try {
    const response = await fetch(address, { ...init, redirect: 'error', signal: AbortSignal.timeout(LONGEST_MS) })
    const text = await textOf(response)
    return text === null ? { ok: false } : { ok: true, status: response.status, body: parsed(text) }
  } catch {
    return { ok: false }
  }
}

async function textOf(response: Response): Promise<string | null> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of response.body ?? []) {
    size += piece.byteLength
    if (size > MOST_BYTES) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
