/** 工作台里的一件申请：纸面登记、拟稿、手机上审批、发出、送达；登录过期、断网时填写的内容不丢。 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agree, picture, type Desk, type Office, openOffice, passReviewsAtDesks, SCREENS, settled } from './console-office.ts'

/** A scan: nothing to be read in it, so a person looks. */
const BLANK_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let office: Office
beforeAll(async () => {
  // Monday; 20 working days on from Friday 6 March end on 3 April.
  office = await openOffice('2026-03-09')
})
afterAll(() => office.close())

async function registerByKeyboard({ page, go }: Desk): Promise<void> {
  await go('/requests/new')
  await page.getByRole('radio', { name: '当面提交' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.getByLabel('签收之日').fill('2026-03-06')
  await page.keyboard.press('Tab')
  await page.getByLabel('信息的名称、文号或其他特征').fill('2025年学区划分方案')
  await page.getByLabel('姓名').fill('测试甲')
  await page.getByLabel('证件号码').fill('63282119900101002X')
  await page.getByLabel('通信地址').fill('云岭县中山路1号')
}

describe('一件挂号信寄来的申请', () => {
  let clerk: Desk
  beforeAll(async () => {
    clerk = await office.seat('clerk')
  })

  test('登记前就看到收到之日、答复期限和理由；证件号码不对，说明了，不拦着编号', async () => {
    const { page } = clerk
    await registerByKeyboard(clerk)
    const preview = page.locator('.preview')
    await expect.poll(() => preview.innerText()).toContain('收到之日：2026年3月6日')
    expect(await preview.innerText()).toContain('答复期限：2026年4月3日（周五）')
    expect(await preview.innerText()).toContain('《条例》第三十一条第（二）项')

    await page.getByLabel('证件号码').fill('632821199001010021')
    await page.getByText('身份证明不清楚：居民身份证号码不正确').waitFor()
    await page.getByLabel('证件号码').fill('632821199001010029')
  })

  test('登记后给出编号和查询码，案件页的期限与登记前所说一致', async () => {
    const { page } = clerk
    await page.getByLabel('身份证明').click()
    await page.getByTitle('其他有效身份证件').click()
    await page.keyboard.press('Control+Enter')
    await page.getByText('请告知申请人').waitFor()
    expect(await page.locator('.code').innerText()).toMatch(/^[2-9A-Z]{8}$/)
    await page.getByRole('button', { name: '打开案件' }).click()
    await settled(page)
    expect(await page.locator('.standing-due').innerText()).toContain('2026年4月3日（周五）')
    expect(await page.getByText('测***').or(page.getByText('测**')).count()).toBeGreaterThan(0)
    expect(await page.getByText('测试甲').count()).toBe(0)
  })

  test('登记补正之前就看到期限将停止计算；关闭时先问一句', async () => {
    const { page } = clerk
    await page.getByRole('button', { name: '告知补正', exact: true }).click()
    await page.getByLabel('需要补正的事项').fill('请写明年级。')
    const drawer = page.getByRole('dialog')
    // Enter takes the typed day; it records nothing.
    await drawer.getByLabel('发出告知之日').press('Enter')
    await expect.poll(() => drawer.locator('.preview').innerText()).toContain('待补正')
    expect(await drawer.locator('.preview').innerText()).toContain('答复期限：现在不计算')
    await drawer.getByRole('button', { name: '取消' }).click()
    await page.getByRole('button', { name: '关闭，不保留' }).click()
    await drawer.waitFor({ state: 'hidden' })
  })

  test('选定答复类型，条款、文书、救济、报表位置一起出现；缺什么在栏目上说', async () => {
    const { page } = clerk
    await page.getByRole('button', { name: '拟写答复' }).click()
    await page.getByText('属于三类内部事务信息').click()
    const side = page.locator('.composer-side')
    await expect.poll(() => side.innerText()).toContain('《条例》第三十六条第（三）项')
    expect(await side.innerText()).toContain('行政复议')
    expect(await side.innerText()).toContain('“属于三类内部事务信息” × “自然人”')

    await page.getByRole('button', { name: '送审' }).click()
    await page.getByText('没有判断能否作区分处理').last().waitFor()

    await page.getByRole('button', { name: '改选' }).click()
    // However slow the answer: what the former outcome would have meant no longer stands beside the one now chosen.
    const slow = Promise.withResolvers<void>()
    await page.route('**/reply/preview', async (route) => slow.promise.then(() => route.continue()))
    await page.getByRole('radio', { name: /^予以公开/ }).click()
    await side.getByText('正在重新计算“予以公开”').waitFor()
    expect(await side.innerText()).not.toContain('第三十六条第（三）项')
    expect(await side.locator('.sheet').count()).toBe(0)
    slow.resolve()
    await expect.poll(() => side.innerText()).toContain('第三十六条第（二）项')
    await page.unroute('**/reply/preview')
    await page.getByLabel('提供什么信息').fill('《2025年学区划分方案》')
    await page.getByRole('button', { name: '送审' }).click()
    await page.getByText('没有选择所附的材料').last().waitFor()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: '上传答复附件' }).click()
    await (await chooser).setFiles({ name: '2025年学区划分方案.png', mimeType: 'image/png', buffer: BLANK_PNG })
    // What was uploaded is chosen at once; the error leaves its field, and the letter names it.
    await page.locator('.ant-select-selection-item', { hasText: '2025年学区划分方案（' }).waitFor()
    await expect.poll(() => page.locator('.ant-form-item-explain-error').allInnerTexts()).toEqual([])
    await expect.poll(() => page.locator('.sheet').innerText()).toContain('2025年学区划分方案')
    await page.getByRole('button', { name: '送审' }).click()
    await page.getByRole('alert').getByText('有 1 个答复附件还没有确认可以发出').waitFor()
    await picture(page, 'composer-held-back', SCREENS)
    // One click to where it is dealt with, and the file has the focus there.
    await page.getByRole('button', { name: '去处理答复附件' }).click()
    const file = page.getByRole('list', { name: '答复附件' }).getByRole('listitem').first()
    await expect.poll(() => file.evaluate((one) => one.matches(':focus'))).toBe(true)
    await page.getByRole('region', { name: '现在能办' }).getByText('1 个答复附件还没有确认可以发出').waitFor()
    await picture(page, 'case-held-back', SCREENS)
    await page.goBack()
    const waiting = page.getByRole('list', { name: '须先处理的附件' })
    await waiting.getByRole('button', { name: '清理', exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /清\s*理/ })
      .click()
    await waiting.getByLabel('已逐处看过，可以提供').check()
    await waiting.getByRole('button', { name: '确认可以发出' }).click()
    await waiting.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '送审' }).click()
    await page.getByText('答复稿已送审').waitFor()
  })

  test('三名审查人员各审一项', async () => {
    await passReviewsAtDesks(office, /requests\/([0-9a-f-]{36})/.exec(clerk.page.url())?.[1] ?? '')
  })

  test('单位负责人在手机上三次点击批准', async () => {
    const head = await office.seat('head', { width: 390 })
    await head.page.getByText('审批答复稿').click()
    await head.page.locator('.sheet').waitFor()
    expect(await head.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    expect(await head.page.locator('.risk').innerText()).toBe('未发现需要特别注意的事项。')
    await head.page.getByRole('button', { name: '同意', exact: true }).click()
    const asked = head.page.getByRole('dialog', { name: '批准这一件？' })
    expect(await asked.innerText()).toContain('《关于')
    await picture(head.page, 'approval-asked', [390])
    await asked.getByRole('button', { name: '再看看' }).click()
    expect(await head.page.getByRole('button', { name: '同意', exact: true }).isVisible()).toBe(true)
    await agree(head.page)
    await head.page.getByText('没有等待审批的答复稿').waitFor()
    expect(head.complaints).toEqual([])
    await head.context.close()
  })

  test('发出、送达，案件办结；经过和文书都在案卷里', async () => {
    const { page } = clerk
    await page.reload()
    await settled(page)
    await page.getByRole('button', { name: '发出答复' }).click()
    await page.getByRole('button', { name: '登记发出并生成告知书' }).click()
    await page.getByRole('button', { name: '送达', exact: true }).click()
    await page.getByLabel('邮件号码').fill('XA12345678951')
    await page.getByLabel('凭证说明').fill('邮件详情单回执，3月9日本人签收')
    await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click()
    const timeline = page.getByRole('region', { name: '办理经过' })
    await expect.poll(() => timeline.innerText()).toContain('邮政企业邮寄送达')
    for (const step of ['提交申请', '确认收到', '审批同意答复', '作出答复', '送达'])
      expect(await timeline.innerText()).toContain(step)
    expect(await page.locator('.standing-due').innerText()).toContain('办结：2026年3月9日（周一） 予以公开')
    const download = page.waitForEvent('download')
    await page
      .getByRole('link', { name: /^下载 PDF：.*告知书/ })
      .first()
      .click()
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/)
    expect(clerk.complaints).toEqual([])
  })
})

describe('登记有误的，在那一栏指出来', () => {
  test('空白的不能编号；日期不对的，栏目旁和上面都说明，点一下就到那一栏', async () => {
    const desk = await office.seat('clerk')
    const { page, go } = desk
    await go('/requests/new')
    const number = page.getByRole('button', { name: '登记并编号' })
    expect(await number.isDisabled()).toBe(true)
    await page.getByText('都还没有填写，不能编号').waitFor()
    await page.getByRole('radio', { name: '传真' }).check()
    await page.getByLabel('信息的名称、文号或其他特征').fill('学区方案')
    await page.getByLabel('到达之日').fill('2026-03-02')
    await page.keyboard.press('Tab')
    await page.getByLabel('首次联系申请人之日').fill('2026-02-27')
    await page.keyboard.press('Tab')
    await number.click()
    const words = '联系申请人的日期应在申请到达之后、今天之前。'
    const field = page.locator('.ant-form-item', { has: page.getByLabel('首次联系申请人之日') }).last()
    await field.getByText(words).waitFor()
    const summary = page.getByRole('alert').filter({ hasText: words, has: page.getByRole('button') })
    await picture(page, 'registration-refused', [390, 1440])
    await page.getByLabel('姓名').focus()
    await summary.getByRole('button', { name: '到这一栏' }).click()
    await expect.poll(() => page.evaluate<string>('document.activeElement.id')).toBe('contactedOn')
    await page.getByLabel('首次联系申请人之日').fill('2026-03-02')
    await page.keyboard.press('Tab')
    await summary.waitFor({ state: 'detached' })
    await expect.poll(() => field.getByText(words).count()).toBe(0)
    expect(desk.complaints).toEqual([])
    await desk.context.close()
  })
})

describe('填写的内容不丢', () => {
  test('登录过期：在原处重新登录，内容仍在，能继续登记', async () => {
    const desk = await office.seat('clerk')
    await registerByKeyboard(desk)
    await desk.context.clearCookies()
    await desk.page.getByLabel('身份证明').click()
    await desk.page.getByTitle('其他有效身份证件').click()
    await desk.page.keyboard.press('Control+Enter')
    await desk.page.getByRole('dialog', { name: '登录已过期' }).waitFor()
    await desk.page.getByRole('dialog').getByLabel('密码').fill('correct-horse-battery')
    await desk.page.getByRole('dialog').getByRole('button', { name: '登录' }).click()
    await desk.page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await desk.page.getByLabel('姓名').inputValue()).toBe('测试甲')
    await desk.page.getByRole('button', { name: '登记并编号' }).click()
    await desk.page.getByText('请告知申请人').waitFor()
    await desk.context.close()
  })

  test('断网：说明没有连上，内容仍在；恢复后同一件只登记一次', async () => {
    const desk = await office.seat('clerk')
    await registerByKeyboard(desk)
    await desk.page.getByLabel('身份证明').click()
    await desk.page.getByTitle('其他有效身份证件').click()
    await desk.context.setOffline(true)
    await desk.page.keyboard.press('Control+Enter')
    await desk.page.getByText('没有连上服务器').waitFor()
    await desk.context.setOffline(false)
    expect(await desk.page.getByLabel('姓名').inputValue()).toBe('测试甲')
    await desk.page.getByRole('button', { name: '登记并编号' }).click()
    await desk.page.getByText('请告知申请人').waitFor()
    await desk.context.close()
  })
})
