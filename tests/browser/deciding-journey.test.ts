/** 工作台里作决定：不存在须有检索记录；第三方不同意而仍予公开。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { registerRequest } from '../../src/office/requests/register-request.ts'
import { viewCase, viewLetter } from '../../src/office/requests/view-case.ts'
import { letterText } from '../../src/record/letters/check.ts'
import type { LetterCode } from '../../src/record/letters/model.ts'
import { CONTENT, must, REQUESTER } from '../http/county.ts'
import { decidedAtDesks, type Desk, type Office, openOffice, picture, SCREENS } from './console-office.ts'

const TODAY = '2026-03-20'

let office: Office
beforeAll(async () => {
  office = await openOffice(TODAY)
})
afterAll(() => office.close())

async function registered(subject: string, description: string): Promise<string> {
  const { place } = office
  const day = localDate('2026-03-02')
  const input = { via: 'in-person' as const, submittedOn: day, receivedOn: null, commandId: randomUUID() }
  const content = { ...CONTENT, subject, description }
  return must(await registerRequest(place.office, place.actor('clerk'), { ...input, requester: REQUESTER, content })).id
}

async function letterOf(caseId: string, code: LetterCode): Promise<string> {
  const { place } = office
  const clerk = place.actor('clerk')
  const found = must(await viewCase(place.office, clerk, caseId)).letters.find((one) => one.code === code)
  return letterText(must(await viewLetter(place.office, clerk, found?.id ?? '')))
}

async function search(desk: Desk, kind: string, place: string): Promise<void> {
  const { page } = desk
  await page.getByRole('button', { name: '登记检索', exact: true }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('哪一类地方').click()
  await page.locator('.ant-select-item-option', { hasText: kind }).click()
  await drawer.getByLabel('具体是哪里').fill(place)
  await drawer.getByLabel('用什么词检索').fill('城东片区')
  await page.keyboard.press('Enter')
  await drawer.getByLabel('检索的时间范围').fill('2023年至2025年')
  await drawer.getByRole('radio', { name: '没有检索到' }).click()
  await drawer.getByLabel(/^结果/).fill('没有检索到相关信息')
  await drawer.getByRole('button', { name: '登记', exact: true }).click()
  await drawer.waitFor({ state: 'hidden' })
}

describe('信息不存在', () => {
  test('没有检索送不出去；检索两类地方之后，告知书写明在哪里、用什么、结果如何', async () => {
    const caseId = await registered('城东片区学区划分方案', '请提供城东片区单独的划分方案。')
    const clerk = await office.seat('clerk')
    const { page } = clerk
    await clerk.go(`/requests/${caseId}/reply`)
    await page.getByRole('radio', { name: /^信息不存在/ }).click()
    await page.getByLabel('理由', { exact: true }).fill('城东片区没有单独划分学区，本机关没有制作该方案。')
    await page.getByRole('button', { name: '送审' }).click()
    await page.getByText('没有登记过检索，不能答复“信息不存在”。').first().waitFor()
    await picture(clerk.page, 'not-held-refused', SCREENS)

    await clerk.go(`/requests/${caseId}`)
    await search(clerk, '办公系统、业务系统', '局电子公文系统')
    await search(clerk, '档案室', '局档案室')
    await picture(clerk.page, 'case-after-searches')
    await clerk.go(`/requests/${caseId}/reply`)
    await expect.poll(() => page.locator('.sheet').innerText()).toContain('局电子公文系统')
    await page.getByRole('button', { name: '送审' }).click()
    await page.getByText('答复稿已送审').waitFor()
    // Nothing leaves that could hold a secret or somebody's data: only its legality is reviewed.
    await decidedAtDesks(office, clerk, caseId, ['legalReviewer'])
    const text = await letterOf(caseId, 'D15')
    for (const part of ['局电子公文系统', '局档案室', '“城东片区”', '没有检索到相关信息']) expect(text).toContain(part)
    expect(clerk.complaints).toEqual([])
    await clerk.context.close()
  })
})

describe('第三方不同意而仍予公开', () => {
  test('不写公共利益的理由送不出去；写了，第三方也收到决定公开告知书', async () => {
    const caseId = await registered('学校食堂承包合同', '请提供合同全文。')
    const clerk = await office.seat('clerk')
    const { page } = clerk
    await clerk.goOn('2026-03-03', `/requests/${caseId}`)
    await clerk.deed('征求第三方意见', async (drawer) => {
      await drawer.getByLabel('在案卷中的代称').fill('第三方甲')
      await drawer.getByLabel('第三方名称').fill('某餐饮公司')
    })
    await clerk.goOn('2026-03-04', `/requests/${caseId}`)
    await clerk.deed('登记对方收到文书', async (drawer) => {
      await drawer.getByLabel('哪一份文书').click()
      await page.locator('.ant-select-item-option', { hasText: '致第三方' }).click()
      await drawer.getByLabel('邮件号码').fill('XA12345678951')
      await drawer.getByLabel('凭证说明').fill('签收查询结果：公司经办人签收')
    })
    await clerk.goOn(TODAY, `/requests/${caseId}`)
    await page.getByRole('button', { name: '第三方答复意见', exact: true }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('radio', { name: '不同意公开' }).click()
    await drawer.getByLabel('第三方的理由').fill('含经营信息')
    await drawer.getByRole('button', { name: '登记', exact: true }).click()
    await drawer.waitFor({ state: 'hidden' })

    await clerk.go(`/requests/${caseId}/reply`)
    await page.getByRole('radio', { name: /^予以公开/ }).click()
    await page.getByLabel('提供什么信息').fill('《学校食堂承包合同》')
    await page.getByLabel('只有纸质件的附件').fill('学校食堂承包合同')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '送审' }).click()
    await page.getByText('第三方甲不同意公开，而答复准备公开').first().waitFor()
    await picture(page, 'overridden-refused', SCREENS)
    await page.getByRole('radio', { name: '不采纳，仍予公开' }).click()
    await page.getByLabel('第三方甲：决定公开哪些信息').fill('合同的价款和承包期限')
    await page.getByLabel('第三方甲：仍予公开的理由').fill('合同关系学生用餐安全和伙食费使用，不公开会对公共利益造成重大影响。')
    await page.getByRole('button', { name: '送审' }).click()
    await page.getByText('答复稿已送审').waitFor()
    await decidedAtDesks(office, clerk, caseId)
    const told = await letterOf(caseId, 'D09')
    expect(told).toContain('学生用餐安全')
    expect(told).not.toContain(REQUESTER.name)
    expect(clerk.complaints).toEqual([])
    await clerk.context.close()
  })
})
