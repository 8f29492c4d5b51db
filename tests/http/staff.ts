/** Signed-in staff over HTTP, by in-process inject. */
import type { FastifyInstance } from 'fastify'
import type { Role } from '../../src/record/people/roles.ts'
import { type County, PASSWORD } from './county.ts'

export interface StaffAnswer {
  status: number
  headers: Record<string, unknown>
  body: string
  bytes: Uint8Array
  json<T>(): T
}

interface SentFile {
  name: string
  bytes: Uint8Array
}

export interface StaffClient {
  get(path: string): Promise<StaffAnswer>
  post(path: string, payload: unknown): Promise<StaffAnswer>
  /** Sends a file as the console does: other fields before it. */
  /** A file as `file`; beside it fields, and other files under their own names. */
  upload(path: string, file: SentFile, fields?: Record<string, string | SentFile>): Promise<StaffAnswer>
  /** A file, with the name under which it is to be saved. */
  download(path: string): Promise<{ status: number; bytes: Uint8Array; name: string }>
}

export const API = '/console/api'

export async function signInAs(
  app: FastifyInstance,
  place: County,
  role: Role,
  agency?: Parameters<County['login']>[1],
): Promise<StaffClient> {
  const signedIn = await app.inject({
    method: 'POST',
    url: `${API}/session`,
    payload: { login: place.login(role, agency), password: PASSWORD },
  })
  if (signedIn.statusCode !== 200) throw new Error(`sign-in answered ${signedIn.statusCode}: ${signedIn.body}`)
  const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const csrf = signedIn.json<{ csrf: string }>().csrf
  const answer = (response: Awaited<ReturnType<typeof app.inject>>) => ({
    status: response.statusCode,
    headers: response.headers,
    body: response.body,
    bytes: new Uint8Array(response.rawPayload),
    json: <T>() => response.json<T>(),
  })
  return {
    get: async (path) => answer(await app.inject({ method: 'GET', url: API + path, headers: { cookie } })),
    post: async (path, payload) =>
      answer(
        await app.inject({
          method: 'POST',
          url: API + path,
          headers: { cookie, 'x-csrf-token': csrf },
          payload: payload as Record<string, unknown>,
        }),
      ),
    async upload(path, { name, bytes }, fields = {}) {
      const form = new FormData()
      for (const [field, value] of Object.entries(fields))
        if (typeof value === 'string') form.append(field, value)
        else form.append(field, new Blob([value.bytes.slice()]), value.name)
      form.append('file', new Blob([bytes.slice()]), name)
      const sent = new Response(form)
      return answer(
        await app.inject({
          method: 'POST',
          url: API + path,
          headers: { cookie, 'x-csrf-token': csrf, 'content-type': sent.headers.get('content-type') ?? '' },
          payload: Buffer.from(await sent.arrayBuffer()),
        }),
      )
    },
    async download(path) {
      const response = await app.inject({ method: 'GET', url: API + path, headers: { cookie } })
      const [, name = ''] = /UTF-8''(.*)$/.exec(String(response.headers['content-disposition'] ?? '')) ?? []
      return { status: response.statusCode, bytes: new Uint8Array(response.rawPayload), name: decodeURIComponent(name) }
    },
  }
}
