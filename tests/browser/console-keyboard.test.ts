/** 只用键盘：从登记簿到案件、检索、拟稿、答复；没有一步需要鼠标。首次办理引导：按引导走，也能走完。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { registerRequest } from '../../src/office/requests/register-request.ts'
import { CONTENT, must, REQUESTER } from '../http/county.ts'
import { type Desk, type Office, openOffice, settled } from './console-office.ts'

let office: Office
let desk: Desk
beforeAll(async () => {
  office = await openOffice('2026-03-09')
  const { place } = office
  for (const subject of ['2025年学区划分方案', '校车运营合同'])
    must(
      await registerRequest(place.office, place.actor('clerk'), {
        commandId: randomUUID(),
        requester: REQUESTER,
        content: { ...CONTENT, subject },
        via: 'in-person',
        submittedOn: localDate('2026-03-06'),
        receivedOn: null,
      }),
    )
  desk = await office.seat('clerk')
  await settled(desk.page)
})
afterAll(() => office.close())

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => desk.page.keyboard.press(key)), Promise.resolve())

/** Tabs until the element with that name has the focus: whatever can't be reached so is not there for a keyboard. */
async function tabTo(name: RegExp, most = 80): Promise<void> {
  for (let n = 0; n < most; n += 1) {
    const here = await desk.page.evaluate<string>(
      `(() => { const e = document.activeElement; return [e?.getAttribute('aria-label'), e?.matches('button, a') && e.innerText, e?.labels?.[0]?.innerText].filter(Boolean).join(' ') })()`,
    )
    if (name.test(here)) return
    await desk.page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${name}`)
}

describe('只用键盘', () => {
  test('Ctrl+K 查到申请，上下键选择，回车打开', async () => {
    const { page } = desk
    await press('Control+k')
    const box = page.getByRole('combobox', { name: '查找申请和页面' })
    await expect.poll(() => box.evaluate((input) => input === input.ownerDocument.activeElement), { timeout: 10_000 }).toBe(true)
    await page.keyboard.type('校车')
    await page.getByRole('option', { name: /校车运营合同/ }).waitFor()
    await press('Enter')
    await page.getByRole('heading', { name: '校车运营合同' }).waitFor()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })

  test('问号打开快捷键说明，Esc 关闭；r 到登记簿，j、k 移动，x 选中，回车打开', async () => {
    const { page } = desk
    await press('?')
    await page.getByRole('dialog', { name: '快捷键' }).waitFor()
    await press('Escape')
    await page.getByRole('dialog', { name: '快捷键' }).waitFor({ state: 'hidden' })
    await press('r')
    await page.getByRole('heading', { name: '依申请公开' }).waitFor()
    await page.locator('.openable').first().waitFor()
    await press('j', 'j', 'x')
    await page.getByText('已选 1 件').waitFor()
    await press('x', 'k', 'k', 'End', 'Home')
    expect(await page.getByText('已选 1 件').count()).toBe(0)
    await press('Enter')
    await page.getByRole('region', { name: '办到哪一步' }).waitFor()
  })

  test('案件页：用 Tab 走到“登记检索”，填完回车提交', async () => {
    const { page } = desk
    await settled(page)
    await tabTo(/^登记检索/)
    await press('Enter')
    await page.getByRole('dialog').waitFor()
    await tabTo(/哪一类地方/)
    await press('ArrowDown', 'Enter')
    await tabTo(/具体是哪里/)
    await page.keyboard.type('局电子公文系统')
    await tabTo(/用什么词检索/)
    await page.keyboard.type('校车')
    await press('Enter')
    await tabTo(/检索的时间范围/)
    await page.keyboard.type('2023年至2025年')
    await tabTo(/没有检索到/)
    await press('Space')
    await tabTo(/^结果/)
    await page.keyboard.type('没有检索到相关信息')
    await tabTo(/^登 ?记$/)
    await press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await expect.poll(() => page.getByRole('region', { name: '办理经过' }).innerText()).toContain('局电子公文系统')
  })

  test('拟写答复：选类型、填内容、送审，都用键盘', async () => {
    const { page } = desk
    await tabTo(/^拟写答复/)
    await press('Enter')
    await page.getByRole('radio', { name: /^予以公开/ }).waitFor()
    await page.getByRole('radio').first().focus()
    await page.getByRole('radio', { name: /^予以公开/ }).focus()
    await press('Space')
    await tabTo(/提供什么信息/)
    await page.keyboard.type('《2025年学区划分方案》')
    await tabTo(/只有纸质件的附件/)
    await page.keyboard.type('2025年学区划分方案')
    await press('Enter')
    await expect.poll(() => page.locator('.sheet').innerText(), { timeout: 10_000 }).toContain('2025年学区划分方案')
    await tabTo(/^送审$/)
    await press('Enter')
    await page.getByText('答复稿已送审').waitFor()
    expect(desk.complaints).toEqual([])
  })
})

describe('首次办理引导', () => {
  test('新人一上来就有：只说下一步、为什么、依据；可以不再引导，也可以重新打开', async () => {
    const { place } = office
    await place.asOwner('delete from officer_desk where officer_id = $1', [place.actor('officeHead').id])
    const beginner = await office.seat('officeHead', { width: 1440 })
    await beginner.go('/requests')
    await beginner.page.locator('.openable').filter({ hasText: '学区' }).click()
    const guide = beginner.page.getByRole('region', { name: '下一步' })
    await guide.getByText('把申请分给负责这方面工作的科室').waitFor()
    expect(await guide.innerText()).toContain('依据：《条例》第三十三条第二款')
    expect(await beginner.page.getByText('现在不能办').count()).toBe(0)
    await beginner.page.getByRole('button', { name: '看全部能办的事项' }).click()
    await beginner.page.getByText('现在不能办').waitFor()
    await guide.getByRole('button', { name: '不再引导' }).click()
    await guide.waitFor({ state: 'hidden' })
    await beginner.page.reload()
    await settled(beginner.page)
    expect(await guide.count()).toBe(0)
    await beginner.page.getByRole('button', { name: '引导我办理' }).click()
    await guide.waitFor()
    expect(beginner.complaints).toEqual([])
    await beginner.context.close()
  })
})
