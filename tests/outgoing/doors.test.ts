/** Files that cannot be looked into, and files that are made to wear the machine out: each is told of, none takes the door with it. */
import { deflateSync } from 'node:zlib'
import { setTimeout as pause } from 'node:timers/promises'
import { PDFName } from '@cantoo/pdf-lib'
import { afterAll, describe, expect, test } from 'vitest'
import { answerTo } from '../../src/edge/outgoing/answer.ts'
import { startBench } from '../../src/edge/outgoing/index.ts'
import { kindOf } from '../../src/edge/files/kind.ts'
import type { OutgoingKind } from '../../src/record/outgoing/findings.ts'
import { cleanedOf, gateOf } from './gate.ts'
import { passwordOffice } from './password-office.ts'
import { plainPdf, SHOWN } from './pdf-beside.ts'
import { pngHeader } from './png.ts'
import { readByPdfjs } from './traces.ts'

const file = (kind: OutgoingKind, bytes: Uint8Array) => ({ name: `材料.${kind}`, kind, bytes })

describe('带密码的文件', () => {
  const locked = (security: { userPassword?: string; ownerPassword: string }) =>
    plainPdf((document) => document.encrypt({ ...security, permissions: { copying: false } } as never))

  test('打开要密码的 PDF：说明有密码、怎么办', async () => {
    const bytes = await locked({ userPassword: 'open', ownerPassword: 'own' })
    for (const kind of ['inspect', 'clean'] as const) {
      const done = await answerTo(
        kind === 'clean' ? { do: kind, file: file('pdf', bytes), blank: [] } : { do: kind, file: file('pdf', bytes) },
      )
      expect(done).toEqual({ ok: false, why: 'PDF 有密码，不能打开；请去掉密码后再试' })
    }
  })

  test('不要密码就能打开、但限制复制的 PDF：不放行，清理后限制去掉、页面照旧', async () => {
    const bytes = await locked({ ownerPassword: 'own' })
    expect(await gateOf('pdf', bytes)).toContain('PDF 权限限制')
    const cleaned = await cleanedOf('pdf', bytes)
    expect(cleaned.stopping).toEqual([])
    expect(Buffer.from(cleaned.bytes).includes('/Encrypt')).toBe(false)
    expect((await readByPdfjs(cleaned.bytes)).pages.map((page) => page.slice(0, SHOWN.length))).toEqual([SHOWN, SHOWN])
  })

  test.each(['docx', 'xlsx'] as const)('带密码的 .%s：不说“已损坏”，说有密码、怎么办', async (kind) => {
    const done = await answerTo({ do: 'inspect', file: file(kind, passwordOffice()) })
    expect(done.ok ? '' : done.why).toMatch(/打开密码.*取消密码/)
    await expect(kindOf(passwordOffice(), `年报.${kind}`)).rejects.toThrow(/打开密码/)
  })
})

describe('耗尽机器的文件', () => {
  const bench = startBench()
  afterAll(() => bench.close())
  const alive = (id: number | undefined) => {
    try {
      return id !== undefined && process.kill(id, 0)
    } catch {
      return false
    }
  }
  const works = async () => {
    const done = await bench.run({ do: 'inspect', file: file('pdf', await plainPdf()) }, 30_000)
    expect(done.ok).toBe(true)
  }
  const gone = async (id: number | undefined) => {
    for (let tries = 0; tries < 100 && alive(id); tries++) await pause(50)
    expect(alive(id)).toBe(false)
  }

  test('像素炸弹：几十字节声称六万乘六万的图片，不展开', async () => {
    const done = await answerTo({ do: 'clean', file: file('png', pngHeader(60_000, 60_000)), blank: [] })
    expect(done).toEqual({ ok: false, why: '图片过大或已损坏，不能打开' })
  })

  test('像素炸弹：PDF 里的，整页不当真', async () => {
    const bytes = await plainPdf((document) => {
      const image = document.context.stream(deflateSync(Buffer.alloc(1000)), {
        Type: 'XObject',
        Subtype: 'Image',
        Width: 60_000,
        Height: 60_000,
        BitsPerComponent: 8,
        ColorSpace: 'DeviceRGB',
        Filter: 'FlateDecode',
      })
      const page = document.getPage(0).node
      page.newXObject('P0', document.context.register(image))
      page.addContentStream(document.context.register(document.context.stream('\nq 100 0 0 100 40 40 cm /P0 Do Q\n')))
    })
    const done = await bench.run({ do: 'clean', file: file('pdf', bytes), blank: [] }, 60_000)
    if (!done.ok) expect(done.why).toMatch(/[一-龥]/)
    await works()
  }, 90_000)

  test('没有尽头的文件：到时间就停，进程杀掉，下一个文件照常', async () => {
    await works()
    const busy = bench.processId()
    const endless = await plainPdf((document) => {
      const lines = Array.from(
        { length: 900 },
        (_, at) => `BT /F0 4 Tf ${(at % 9) * 44} ${(at % 100) * 4} Td (${at} quick) Tj ET`,
      )
      const content = document.context.register(document.context.flateStream(lines.join('\n')))
      const font = document.context.register(document.context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' }))
      for (let number = 0; number < 290; number++) {
        const { node } = document.addPage([400, 400])
        node.set(PDFName.of('Contents'), content)
        node.setFontDictionary(PDFName.of('F0'), font)
      }
    })
    const begun = performance.now()
    const done = await bench.run({ do: 'clean', file: file('pdf', endless), blank: [] }, 2_000)
    expect(done).toEqual({ ok: false, why: '处理超过 2 秒，已停止' })
    expect(performance.now() - begun).toBeLessThan(10_000)
    await gone(busy)
    await works()
    expect(bench.processId()).not.toBe(busy)
  }, 60_000)

  test('吃光内存的文件：进程自己停下，说明理由，下一个文件照常', async () => {
    await works()
    const busy = bench.processId()
    const page = deflateSync(Buffer.alloc(1_900_000_000, '0 '), { level: 1 })
    const bomb = await plainPdf((document) => {
      const stream = document.context.stream(page, { Filter: 'FlateDecode' })
      document.getPage(0).node.set(PDFName.of('Contents'), document.context.register(stream))
    })
    const done = await bench.run({ do: 'inspect', file: file('pdf', bomb) }, 100_000)
    expect(done).toEqual({ ok: false, why: '文件过于复杂或已损坏，处理所需内存过大，已停止' })
    await gone(busy)
    await works()
  }, 120_000)
})
