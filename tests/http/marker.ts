/** Finds the marker however it is written: as it is, escaped for an address or for JSON, as hex, or inside base64. */
import { Writable } from 'node:stream'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'

/** Stands in every personal field of every test: wherever it turns up, something leaked. */
export const MARKER = '马克记号'
/** The same for the field that takes digits only. */
export const MARKER_PHONE = '13987650421'

/** Base64 of bytes that stand anywhere in a longer text: three shapes, without the letters that depend on the neighbours. */
function insideBase64(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const whole = Math.floor(((before + bytes.length) * 8) / 6)
    return text.slice(Math.ceil((before * 8) / 6), whole)
  })
}

function shapesOf(mark: string): string[] {
  const bytes = Buffer.from(mark)
  const base64 = insideBase64(bytes)
  const escaped = [...mark].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
  return [
    mark,
    encodeURIComponent(mark),
    encodeURIComponent(mark).toLowerCase(),
    encodeURIComponent(encodeURIComponent(mark)),
    escaped,
    bytes.toString('hex'),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ]
}

const SHAPES = [MARKER, MARKER_PHONE].flatMap(shapesOf)

/** The shape that the marker has in this text, or null when it is not there. */
export function traceOf(text: string): string | null {
  return SHAPES.find((shape) => text.includes(shape)) ?? null
}

/** A log that is searched as it is written. */
export function watchedLog(leaks: string[]): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      if (traceOf(String(chunk))) leaks.push(`log: ${String(chunk).slice(0, 200)}`)
      done()
    },
  })
}

/** Every answer of this server is searched: where it sends the reader, its cookies, what it says when it says no, what caches may keep. */
export function watched(app: FastifyInstance, leaks: string[]): FastifyInstance {
  const inject = app.inject.bind(app) as (options: InjectOptions) => Promise<LightMyRequestResponse>
  const watching = async (options: InjectOptions) => {
    const response = await inject(options)
    const { location = '', 'set-cookie': cookies = [], 'content-type': type = '' } = response.headers
    // A form that comes back keeps what was typed in its fields; leaks.test.ts looks beside them.
    const no = response.statusCode >= 400 && String(type).includes('json') ? response.body : ''
    if (traceOf([location, cookies, no].flat().join('\n')))
      leaks.push(`answer ${response.statusCode}: ${options.method} ${String(options.url)}`)
    // Whoever may read it reads it now: no cache on the way or in the browser keeps it.
    if (!String(response.headers['cache-control']).includes('no-store') && traceOf(response.body))
      leaks.push(`to be cached: ${options.method} ${String(options.url)}`)
    return response
  }
  return Object.assign(app, { inject: watching })
}
