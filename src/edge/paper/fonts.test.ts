import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fontFolders, fontsConf } from './fonts.ts'

const own = mkdtempSync(join(tmpdir(), 'gongkai-own-fonts-'))
afterAll(() => rmSync(own, { recursive: true }))

describe('fonts.conf', () => {
  it('names the carried fonts and no folder of the system', () => {
    const folders = [...readFileSync(fontsConf(), 'utf8').matchAll(/<dir>(.*)<\/dir>/g)].map((match) => match[1])
    expect(folders).toEqual(fontFolders())
    for (const folder of folders) expect(folder).toContain('@expo-google-fonts')
  })

  it('puts the agency’s own licensed fonts first', () => {
    expect(fontFolders(own)[0]).toBe(own)
    expect(readFileSync(fontsConf(fontFolders(own)), 'utf8').indexOf(own)).toBeGreaterThan(0)
  })

  it('is the same file for the same folders, another for others', () => {
    expect(fontsConf()).toBe(fontsConf())
    expect(fontsConf(fontFolders(own))).not.toBe(fontsConf())
  })

  it('says what to do when the agency’s folder is not there', () => {
    expect(() => fontsConf(fontFolders('/nowhere/fonts'))).toThrow('GONGKAI_FONTS')
  })
})
