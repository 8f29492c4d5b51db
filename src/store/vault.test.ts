import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { secretFrom, vaultOf } from './vault.ts'

const SECRET = Buffer.alloc(32, 7)
const OTHER = Buffer.alloc(32, 8)

describe('加密', () => {
  const vault = vaultOf(SECRET)

  test('封进去的，打开来一样', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(vault.open(vault.seal(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(vault.openBytes(vault.sealBytes(bytes)).equals(Buffer.from(bytes))).toBe(true)
      }),
    )
  })

  test('密文里没有明文；同一内容每次密文不同，看不出两人同名', () => {
    const [first, second] = [vault.seal({ name: '李梅' }), vault.seal({ name: '李梅' })]
    expect(first.includes(Buffer.from('李梅'))).toBe(false)
    expect(first.equals(second)).toBe(false)
  })

  test('改动密文任何一个字节，都打不开', () => {
    const sealed = vault.seal({ phone: '13987650421' })
    for (const index of sealed.keys()) {
      const tampered = Buffer.from(sealed)
      tampered.writeUInt8(tampered.readUInt8(index) ^ 1, index)
      expect(() => vault.openBytes(tampered)).toThrow()
    }
    expect(() => vault.openBytes(sealed.subarray(0, sealed.length - 1))).toThrow()
    expect(() => vault.openBytes(Buffer.alloc(0))).toThrow('unknown cipher suite')
  })

  test('别的密钥打不开', () => {
    expect(() => vaultOf(OTHER).open(vault.seal('李梅'))).toThrow()
  })

  test('摘要：同一用途同一文字才相等，别的密钥算不出', () => {
    expect(vault.fingerprint('identity', '632321199001011234')).toBe(vault.fingerprint('identity', '632321199001011234'))
    const others = [
      vault.fingerprint('query code', '632321199001011234'),
      vault.fingerprint('identity', '632321199001011235'),
      vaultOf(OTHER).fingerprint('identity', '632321199001011234'),
    ]
    expect(others).not.toContain(vault.fingerprint('identity', '632321199001011234'))
  })
})

describe('密钥文件', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongkai-vault-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('第一次启动时生成，只有属主可读写；以后是同一把', () => {
    const file = join(folder, 'deep', 'key')
    const secret = secretFrom(file)
    expect(secret).toHaveLength(32)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(secretFrom(file).equals(secret)).toBe(true)
  })

  test('两个库各有各的密钥', () => {
    expect(secretFrom(join(folder, 'a')).equals(secretFrom(join(folder, 'b')))).toBe(false)
  })

  test('内容不对的密钥文件不用，也不覆盖；话里不带内容', () => {
    const file = join(folder, 'key')
    writeFileSync(file, 'c2hvcnQ=\n')
    chmodSync(file, 0o600)
    expect(() => secretFrom(file)).toThrow(`密钥文件内容不正确：${file}。请恢复备份的密钥文件。`)
    expect(readFileSync(file, 'utf8')).toBe('c2hvcnQ=\n')
  })
})
