/** 工作台里的两条路：逾期不补正，复议维持后法院纠正。 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { compileReport } from '../../src/office/reports/compile-report.ts'
import type { ReplyContentInput } from '../../src/record/requests/reply.ts'
import { type CaseWork, newCase } from '../http/case-work.ts'
import { must } from '../http/county.ts'
import { type Desk, grantedAtDesks, type Office, openOffice, picture, SCREENS, sound } from './console-office.ts'

const START = '2026-03-02'
const NEEDS_MAKING: ReplyContentInput = {
  outcome: 'unable.needsMaking',
  reasons: '本机关没有按村汇总的现成信息，需要另行加工。',
}

let office: Office
let clerk: Desk
beforeAll(async () => {
  office = await openOffice(START)
  clerk = await office.seat('clerk')
})
afterAll(() => office.close())

const standing = () => clerk.page.locator('.standing-due').innerText()
const course = () => clerk.page.getByRole('region', { name: '办理经过' }).innerText()

describe('逾期不补正', () => {
  test('补正期限没有届满的不能登记；届满后登记，生成不再处理告知书，送达', async () => {
    const work = await newCase(office.place, START)
    const path = `/requests/${work.id}`
    await clerk.goOn('2026-03-05', path)
    await clerk.deed('告知补正', async (drawer) => {
      await drawer.getByLabel('需要补正的事项').fill('请写明学段和年份。')
      await drawer.getByLabel('补正期限至').fill('2026-03-20')
      await clerk.page.keyboard.press('Tab')
    })
    // The period runs for whoever got the notice.
    await clerk.goOn('2026-03-23', path)
    expect(await clerk.page.getByRole('button', { name: '逾期不补正', exact: true }).count()).toBe(0)
    await clerk.goOn('2026-03-09', path)
    await clerk.deed('登记对方收到文书', async (drawer) => {
      await drawer.getByLabel('哪一份文书').click()
      await clerk.page.locator('.ant-select-item-option', { hasText: '补正' }).click()
      await drawer.getByLabel('邮件号码').fill('XA12345678951')
      await drawer.getByLabel('凭证说明').fill('邮件查询记录：本人签收')
    })
    await clerk.goOn('2026-03-20', path)
    expect(await clerk.page.getByRole('button', { name: '逾期不补正', exact: true }).count()).toBe(0)

    await clerk.goOn('2026-03-23', path)
    await clerk.deed('逾期不补正')
    const text = await work.text('D24')
    for (const part of ['2026年3月5日', '2026年3月20日', '不再处理', '行政复议']) expect(text).toContain(part)
    await clerk.deed('送达', async (drawer) => {
      await drawer.getByLabel('邮件号码').fill('XA12345678963')
      await drawer.getByLabel('凭证说明').fill('签收查询结果')
    })
    await expect.poll(course).toContain('邮政企业邮寄送达')
    expect(await standing()).toContain('办结：2026年3月23日')
    expect(clerk.complaints).toEqual([])
  })
})

describe('复议维持，法院纠正', () => {
  let work: CaseWork
  let path: string
  beforeAll(async () => {
    work = await newCase(office.place, '2026-01-05')
    await work.reply(NEEDS_MAKING, '2026-01-20')
    must(await work.record({ kind: 'served', on: localDate('2026-01-22'), by: 'in-person', proof: '本人签收' }))
    path = `/requests/${work.id}`
  })

  /** Registers a notice from the case's page and stays on the dispute's page; gives its path. */
  async function notice(day: string, choices: string[], due: string): Promise<string> {
    await clerk.goOn(day, path)
    await clerk.page.getByRole('button', { name: '登记收到通知' }).click()
    const drawer = clerk.page.getByRole('dialog')
    for (const name of choices) await drawer.getByRole('radio', { name, exact: true }).check()
    await expect.poll(() => drawer.getByRole('alert').innerText()).toContain(due)
    await picture(clerk.page, `dispute-notice-${choices.at(-1)}`)
    await drawer.getByRole('button', { name: '建卷' }).click()
    await clerk.page.getByRole('heading', { name: '概况' }).waitFor()
    await picture(clerk.page, `dispute-${choices.at(-1)}`, SCREENS)
    await sound(clerk)
    return new URL(clerk.page.url()).hash.slice(1)
  }

  async function decided(result: string, again: boolean): Promise<void> {
    await clerk.deed('收到决定或者裁判', async (drawer) => {
      await drawer.getByLabel('结果').click()
      await clerk.page.locator('.ant-select-item-option', { hasText: result }).click()
      if (again) await drawer.getByRole('checkbox', { name: /责令重新答复/ }).check()
    })
  }

  const facts = () => clerk.page.getByRole('region', { name: '概况' }).innerText()

  test('简易程序五个工作日内答复；答复书和证据目录由案卷写成；维持计入“结果维持”', async () => {
    const review = await notice('2026-02-12', ['行政复议', '简易程序'], '2026年2月26日')
    const papers = clerk.page.getByRole('region', { name: '答复书和证据目录' })
    await expect.poll(() => papers.innerText()).toContain('登记回执')
    const download = clerk.page.waitForEvent('download')
    await papers.getByRole('link', { name: '下载证据目录 PDF' }).click()
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/)
    await clerk.deed('提交答复和证据', (drawer) => drawer.getByLabel('凭证').fill('EMS 1100'))
    await clerk.goOn('2026-03-31', review)
    await decided('维持', false)
    await expect.poll(facts).toContain('计入“行政复议”的“结果维持”')
  })

  test('复议后起诉，法院撤销并责令重答：判决生效后案件重新打开，重新答复，只计一次，表四两格都在', async () => {
    const suit = await notice('2026-04-13', ['行政诉讼（复议后起诉）'], '2026年4月28日')
    await clerk.deed('提交答复和证据', (drawer) => drawer.getByLabel('凭证').fill('诉讼服务中心回执'))
    await clerk.goOn('2026-06-15', suit)
    await decided('判决撤销或者部分撤销', true)
    await expect.poll(facts).toContain('结果纠正')
    await picture(clerk.page, 'dispute-decided', SCREENS)

    await clerk.goOn('2026-06-15', path)
    await expect.poll(standing).toContain('办结')
    await clerk.goOn('2026-07-01', suit)
    await clerk.deed('裁判生效', (drawer) => drawer.getByLabel('说明').fill('双方都没有上诉'))
    await expect.poll(facts).toContain('待履行')
    await clerk.goOn('2026-07-01', path)
    await expect.poll(standing).toContain('答复期限')
    expect(await work.view()).toMatchObject({ phase: 'running', outcome: null })
    await clerk.goOn('2026-07-10', path)
    await grantedAtDesks(office, clerk, work.id)
    await expect.poll(standing).toContain('予以公开')
    await clerk.goOn('2026-07-10', suit)
    await clerk.deed('履行完毕', (drawer) => drawer.getByLabel('说明').fill('已重新答复'))

    await picture(clerk.page, 'dispute-over', SCREENS)

    const { tables } = must(await compileReport(office.place.office, office.place.actor('clerk'), 2026))
    expect(tables.disputes?.reconsideration).toEqual([1, 0, 0, 0, 1])
    expect(tables.disputes?.litigationAfterReconsideration).toEqual([0, 1, 0, 0, 1])
    expect(clerk.complaints).toEqual([])
  })
})
