import { afterAll, expect, test } from 'vitest'
import { startApart } from './apart.ts'

const apart = startApart<{ want: 'memory' | 'time' | 'nothing' }, string>(new URL('./greedy.testing.ts', import.meta.url), {
  milliseconds: 3_000,
  memoryMb: 64,
  stopped: (why) => why,
})
afterAll(() => apart.close())

test('要的内存没有止境：只停那一个进程，服务照常，下一件照办', async () => {
  expect(await apart.run({ want: 'memory' })).toBe('读取所需内存过大或文件已损坏，已停止')
  expect(await apart.run({ want: 'nothing' })).toBe('done')
})

test('不会结束的：到时停下，下一件照办', async () => {
  expect(await apart.run({ want: 'time' })).toBe('读取超过 3 秒，已停止')
  expect(await apart.run({ want: 'nothing' })).toBe('done')
})
