/** 字体: rare characters of names and Tibetan are drawn, not shown as empty boxes, with no font of the machine's own. */
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildServer } from '../../src/edge/server.ts'
import { launchBrowser } from './browser.ts'

let browser: Browser
let page: Page
let devtools: CDPSession

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
  devtools = await page.context().newCDPSession(page)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
})

afterAll(async () => {
  await browser.close()
})

/** The fonts that Chromium really drew the text with. */
async function fontsFor(text: string): Promise<string[]> {
  await page.setContent(`<html lang="zh-CN"><body style="font-family: serif"><p>${text}</p>`)
  const { root } = await devtools.send('DOM.getDocument')
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'p' })
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
  return fonts.map(({ familyName }) => familyName)
}

/** The text as pixels: a missing glyph is drawn as the same empty box whatever the character. */
async function drawn(text: string): Promise<string> {
  await page.setContent(`<html lang="zh-CN"><body style="font: 64px serif"><p style="width: 2em">${text}</p>`)
  return (await page.locator('p').screenshot()).toString('base64')
}

describe('characters', () => {
  test.each([
    ['政府信息公开', /^Noto (Serif|Sans) SC/],
    ['堃', /^Noto (Serif|Sans) SC/],
    ['བོད', /^Noto Serif Tibetan/],
  ])('%s is drawn with a font of ours', async (text, font) => {
    const fonts = await fontsFor(text)
    expect(fonts).toHaveLength(1)
    expect(fonts[0]).toMatch(font)
  })

  test.each(['堃', 'བོད'])('%s is not the box of a missing glyph', async (text) => {
    // A code point that no font may ever have: a noncharacter would be dropped, a private one is drawn as the box.
    expect(await drawn(text)).not.toBe(await drawn('\u{F1234}'))
  })
})

test('the server speaks to a real browser', async () => {
  const server = await buildServer({
    basePath: '',
    notReady: async () => null,
    unavailable: () => false,
    requestsPerMinute: 0,
    trustedProxies: false,
    logs: { level: 'silent' },
    plugins: [],
  })
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  const answer = await page.goto(`${address}/healthz`)
  expect(await answer?.json()).toEqual({ alive: true })
  await server.close()
})
