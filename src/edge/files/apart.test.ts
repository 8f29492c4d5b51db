import { afterAll, expect, test } from 'vitest'
import { startApart } from './apart.ts'

const apart = startApart<'memory' | 'time' | 'nothing', string>(
  new URL('./greedy.testing.ts', import.meta.url),
  { heapMb: 64, mostMb: 256 },
  (why) => why,
)
const MS = 8_000
afterAll(() => apart.close())

test('要的内存没有止境：只停那一个进程，服务照常，下一件照办', async () => {
  expect(await apart.run('memory', MS)).toBe('文件过于复杂或已损坏，处理所需内存过大，已停止')
  expect(await apart.run('nothing', MS)).toBe('done')
})

test('不会结束的：到时停下，排在后面的照办', async () => {
  const [endless, next] = [apart.run('time', 2_000), apart.run('nothing', MS)]
  expect(await endless).toBe('处理超过 2 秒，已停止')
  expect(await next).toBe('done')
})
