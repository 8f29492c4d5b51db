/** 工作台的页面：每次一个新的 nonce，样式只认它；放在任何路径之下都能打开。 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, describe, expect, test } from 'vitest'
import { consoleStatic } from '../../src/edge/console/static.ts'
import { buildServer } from '../../src/edge/server.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-console-'))
mkdirSync(join(folder, 'built/assets'), { recursive: true })
writeFileSync(join(folder, 'built/index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">')
writeFileSync(join(folder, 'built/assets/app-abc.js'), 'let here')
const servers: FastifyInstance[] = []
afterAll(async () => {
  for (const server of servers) await server.close()
  rmSync(folder, { recursive: true })
})

async function serving(basePath: string, dist = join(folder, 'built')): Promise<FastifyInstance> {
  const server = await buildServer({
    basePath,
    notReady: async () => null,
    unavailable: () => false,
    requestsPerMinute: 0,
    trustedProxies: false,
    logs: { level: 'silent' },
    plugins: [consoleStatic({ basePath, dist })],
  })
  servers.push(server)
  return server
}

describe.each(['', '/zwgk'])('路径“%s”之下', (basePath) => {
  test('页面里的 nonce 就是安全策略里的那一个，每次不同，没有 unsafe-inline', async () => {
    const server = await serving(basePath)
    const pages = [await server.inject(`${basePath}/console/`), await server.inject(`${basePath}/console/`)]
    const nonces = pages.map(({ body }) => /content="([^"]+)"/.exec(body)?.[1] ?? '')
    expect(nonces[0]).not.toBe(nonces[1])
    for (const [index, { statusCode, headers }] of pages.entries()) {
      expect(statusCode).toBe(200)
      expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonces[index]}'`)
      expect(headers['content-security-policy']).not.toContain('unsafe-inline')
    }
  })

  test('少写了末尾的斜杠，转到正确的地址', async () => {
    const answer = await (await serving(basePath)).inject(`${basePath}/console`)
    expect(answer.statusCode).toBe(302)
    expect(answer.headers.location).toBe(`${basePath}/console/`)
  })

  test('名字带摘要的文件可以一直缓存', async () => {
    const answer = await (await serving(basePath)).inject(`${basePath}/console/assets/app-abc.js`)
    expect(answer.body).toBe('let here')
    expect(answer.headers['cache-control']).toContain('immutable')
  })
})

test('还没有构建：说明怎样构建，而不是一张空白页', async () => {
  const server = await serving('', join(folder, 'nothing-here'))
  const answer = await server.inject('/console/')
  expect(answer.statusCode).toBe(503)
  expect(answer.json().refusals[0].then).toContain('npm start')
})
