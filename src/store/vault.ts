/**
 * 加密: seals personal data before it reaches a table and opens it again. The suite is pluggable (standard AES-256-GCM today;
 * a 国密 suite has the same three functions); each sealed value begins with its suite's number, so suites can change.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

export interface CipherSuite {
  /** First byte of every value sealed with it. */
  id: number
  seal(key: Buffer, plain: Buffer): Buffer
  open(key: Buffer, sealed: Buffer): Buffer
}

const NONCE = 12
const TAG = 16

const aes256gcm: CipherSuite = {
  id: 1,
  seal(key, plain) {
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    const body = Buffer.concat([cipher.update(plain), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), body])
  },
  open(key, sealed) {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE))
    decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
    return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()])
  },
}

const SUITES: readonly CipherSuite[] = [aes256gcm]

export interface Vault {
  seal(value: unknown): Buffer
  open<T>(sealed: Buffer): T
  sealBytes(bytes: Uint8Array): Buffer
  openBytes(sealed: Buffer): Buffer
  /** A keyed digest: equal for equal texts, tells nothing without the key. For identity numbers, query codes, session tokens. */
  fingerprint(purpose: string, text: string): string
}

/** Two keys out of one secret: what seals must not be what digests. */
export function vaultOf(secret: Buffer, suite: CipherSuite = aes256gcm): Vault {
  const derive = (info: string) => Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), info, 32))
  const sealing = derive('gongkai seal 1')
  const digesting = derive('gongkai digest 1')
  const vault: Vault = {
    sealBytes(bytes) {
      return Buffer.concat([Buffer.from([suite.id]), suite.seal(sealing, Buffer.from(bytes))])
    },
    openBytes(sealed) {
      const used = SUITES.find((one) => one.id === sealed[0])
      if (!used) throw new Error('sealed with an unknown cipher suite')
      return used.open(sealing, sealed.subarray(1))
    },
    seal: (value) => vault.sealBytes(Buffer.from(JSON.stringify(value), 'utf8')),
    open: <T>(sealed: Buffer) => JSON.parse(vault.openBytes(sealed).toString('utf8')) as T,
    fingerprint: (purpose, text) => createHmac('sha256', digesting).update(`${purpose}\0${text}`).digest('base64url'),
  }
  return vault
}

/** Reads the secret, or makes it at first start: 32 random bytes, readable by the owner only, on disk before it is used. */
export function secretFrom(keyFile: string): Buffer {
  if (!existsSync(keyFile)) {
    mkdirSync(dirname(keyFile), { recursive: true })
    const file = openSync(keyFile, 'wx', 0o600)
    try {
      writeSync(file, `${randomBytes(32).toString('base64')}\n`)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  }
  const secret = Buffer.from(readFileSync(keyFile, 'utf8').trim(), 'base64')
  if (secret.length !== 32) throw new Error(`密钥文件内容不正确：${keyFile}。请恢复备份的密钥文件。`)
  return secret
}
