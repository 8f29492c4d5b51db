/**
 * 电子印章: an agency's e-seal product signs the finished PDF. `GONGKAI_ESEAL` names a JSON file, by the agency's short address:
 *
 *     { "jyj": { "command": ["/opt/eseal/sign", "--profile", "jyj"] }, "zfb": { "url": "http://127.0.0.1:9000/sign" } }
 *
 * A command gets the PDF on standard input and gives the signed one on standard output, exit code 0. An address gets it by POST
 * as `application/pdf` and answers 200 with the signed one. Anything else is a failure: then no letter goes out.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const hooksSchema = z.record(z.string(), z.union([z.object({ command: z.array(z.string()).min(1) }), z.object({ url: z.url() })]))
export type ESealHook = z.infer<typeof hooksSchema>[string]

/** The seal could not be set; its message is for the officer who wanted the letter. */
export class SealFailure extends Error {
  override readonly name = 'SealFailure'
}

const PATIENCE = 30_000
const MOST_BYTES = 50 * 1024 * 1024

/** How this agency's letters are signed, or null where they are not. */
export function esealOf(slug: string, file: string | undefined = process.env['GONGKAI_ESEAL']): ESealHook | null {
  if (!file) return null
  let hooks: unknown
  try {
    hooks = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new SealFailure('电子印章的配置文件读不出来。')
  }
  const parsed = hooksSchema.safeParse(hooks)
  if (!parsed.success) throw new SealFailure('电子印章的配置文件内容不正确。')
  return parsed.data[slug] ?? null
}

/** The PDF as the e-seal product gives it back. */
export async function eSealed(hook: ESealHook, pdf: Uint8Array): Promise<Uint8Array> {
  const signed = 'url' in hook ? await posted(hook.url, pdf) : await piped(hook.command, pdf)
  if (!Buffer.from(signed.subarray(0, 5)).equals(Buffer.from('%PDF-'))) throw new SealFailure('电子印章系统没有返回 PDF。')
  return signed
}

async function posted(url: string, pdf: Uint8Array): Promise<Uint8Array> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/pdf' },
      body: Buffer.from(pdf),
      signal: AbortSignal.timeout(PATIENCE),
    })
    if (!answer.ok) throw new SealFailure('电子印章系统拒绝了这份文书。')
    return new Uint8Array(await answer.arrayBuffer())
  } catch (error) {
    throw error instanceof SealFailure ? error : new SealFailure('连不上电子印章系统。')
  }
}

function piped([program = '', ...args]: readonly string[], pdf: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'], timeout: PATIENCE })
    const parts: Buffer[] = []
    let size = 0
    child.stdout.on('data', (part: Buffer) => {
      size += part.length
      if (size > MOST_BYTES) child.kill('SIGKILL')
      else parts.push(part)
    })
    // A program that ends before it has read everything closes the pipe; its exit code says the rest.
    child.stdin.on('error', () => {})
    child.on('error', () => reject(new SealFailure('电子印章程序无法启动。')))
    child.on('close', (code) =>
      code === 0 ? resolve(new Uint8Array(Buffer.concat(parts))) : reject(new SealFailure('电子印章程序没有盖章。')),
    )
    child.stdin.end(Buffer.from(pdf))
  })
}
