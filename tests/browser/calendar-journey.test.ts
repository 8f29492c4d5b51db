/** 登记地方规定的放假：预览列出案件、争议、更正的日子怎样移动；登记之后各自的页面写明经过。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { openDispute } from '../../src/office/disputes/open-dispute.ts'
import { newAmendment } from '../http/amendment-work.ts'
import { GRANTED, newCase } from '../http/case-work.ts'
import { must } from '../http/county.ts'
import { type Office, openOffice, picture, SCREENS, settled } from './console-office.ts'

let office: Office
let amendmentId: string
let disputeId: string
beforeAll(async () => {
  office = await openOffice('2026-05-06')
  const { place } = office
  const decided = await newCase(place, '2026-04-01')
  await decided.reply(GRANTED, '2026-04-10')
  must(await decided.record({ kind: 'served', on: localDate('2026-04-13'), by: 'in-person', proof: '本人签收' }))
  place.setToday('2026-05-06')
  const on = localDate('2026-05-06')
  const opened = { kind: 'opened', on, path: 'reconsideration', procedure: 'ordinary', claimant: 'requester' } as const
  const given = { commandId: randomUUID(), caseId: decided.id, opened }
  disputeId = must(await openDispute(place.office, place.actor('clerk'), given)).disputeId
  amendmentId = (await newAmendment(place, '2026-05-06')).id
  await newCase(place, '2026-05-06')
})
afterAll(() => office.close())

test('预览、登记，争议卷和更正事项的页面写明从哪天移到哪天、因为哪份文件', async () => {
  const head = await office.seat('officeHead')
  const { page } = head
  await head.go('/calendar')
  await page.getByRole('button', { name: '地方规定放假、上班' }).click()
  await page.getByLabel('文件标题').fill('关于赛马节放假的通知')
  await page.getByLabel('发文字号').fill('云政办发〔2026〕9号')
  await page.getByLabel('发文日期').fill('2026-05-06')
  await page.keyboard.press('Tab')
  await page.getByRole('textbox', { name: '放假的日子第1天' }).fill('2026-05-13')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: '预览影响' }).click()
  const beside = page.getByRole('region', { name: '争议和更正的期限变动' })
  await beside.getByText('提交书面答复、证据和依据').waitFor()
  await beside.getByText('更正的办理目标').waitFor()
  await picture(head.page, 'calendar-preview', SCREENS)
  await page.getByRole('button', { name: '载入并重新计算' }).click()
  await page.getByText('变动的期限 4 项').waitFor()
  await settled(page)
  await picture(head.page, 'calendar-changed', SCREENS)
  for (const [path, words] of [
    [`/disputes/${disputeId}`, '提交书面答复、证据和依据：2026年5月19日 → 2026年5月20日'],
    [`/amendments/${amendmentId}`, '更正的办理目标：2026年6月2日 → 2026年6月3日'],
  ] as const) {
    await head.go(path)
    const moves = page.getByRole('region', { name: '期限随放假安排变动' })
    await moves.waitFor()
    expect(await moves.innerText()).toContain(words)
    expect(await moves.innerText()).toContain('因《关于赛马节放假的通知》（云政办发〔2026〕9号）')
    await picture(head.page, `calendar-${path.slice(1).split('/')[0]}`, SCREENS)
  }
  expect(head.complaints).toEqual([])
  await head.context.close()
})
