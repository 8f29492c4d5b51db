import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { eSealed, esealOf } from './eseal.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-eseal-'))
afterAll(() => rmSync(folder, { recursive: true }))
const PDF = new TextEncoder().encode('%PDF-1.7 unsigned')
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString()

test('配置按机关取；没有配置的机关不盖；读不出来的不放行', () => {
  const file = join(folder, 'eseal.json')
  writeFileSync(file, JSON.stringify({ jyj: { command: ['cat'] } }))
  expect(esealOf('jyj', file)).toEqual({ command: ['cat'] })
  expect(esealOf('zfb', file)).toBeNull()
  expect(esealOf('jyj', undefined)).toBeNull()
  writeFileSync(file, '{"jyj":{"command":[]}}')
  expect(() => esealOf('jyj', file)).toThrow('配置文件内容不正确')
  expect(() => esealOf('jyj', join(folder, 'none.json'))).toThrow('读不出来')
})

test('命令：标准输入收 PDF，标准输出给盖好的；失败、返回别的、启动不了，都不放行', async () => {
  const sign =
    "process.stdin.on('data', d => process.stdout.write(d)); process.stdin.on('end', () => process.stdout.write(' signed'))"
  expect(text(await eSealed({ command: [process.execPath, '-e', sign] }, PDF))).toBe('%PDF-1.7 unsigned signed')
  await expect(eSealed({ command: [process.execPath, '-e', 'process.exit(3)'] }, PDF)).rejects.toThrow('没有盖章')
  await expect(eSealed({ command: [process.execPath, '-e', "console.log('sorry')"] }, PDF)).rejects.toThrow('没有返回 PDF')
  await expect(eSealed({ command: [join(folder, 'absent')] }, PDF)).rejects.toThrow('无法启动')
})

test('地址：POST 收发 PDF；拒绝和连不上，都不放行', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/no') return response.writeHead(500).end()
    return request.on('data', () => {}).on('end', () => response.end('%PDF-1.7 signed'))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const at = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''
  expect(text(await eSealed({ url: `${at}/sign` }, PDF))).toBe('%PDF-1.7 signed')
  await expect(eSealed({ url: `${at}/no` }, PDF)).rejects.toThrow('拒绝')
  await new Promise((done) => server.close(done))
  await expect(eSealed({ url: `${at}/sign` }, PDF)).rejects.toThrow('连不上')
})
