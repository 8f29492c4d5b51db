/** 签发链：局里要求审定，学校在手机上签发，局长在手机上三下审定；授权分管负责人签发指定的栏目，撤销。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, test } from 'vitest'
import { passEdition, requireSuperior, reviseDocument } from '../../src/office/publication/index.ts'
import { localDate } from '../../src/law/date.ts'
import { must } from '../http/county.ts'
import { editionWork } from '../http/editions-work.ts'
import { type Office, openOffice, picture, SCREENS, sound } from './console-office.ts'

let office: Office
let work: ReturnType<typeof editionWork>
beforeAll(async () => {
  office = await openOffice('2026-03-02')
  work = editionWork(office.place)
})
afterAll(() => office.close())

const TITLE = '春季学期课后服务收费公示'
const TABLE = '<table><tr><th>项目</th><th>标准</th></tr><tr><td>课后服务</td><td>每生每月60元</td></tr></table>'

test('学校的收费公示：局里要求审定，校长签发，局长在手机上三下审定', async () => {
  const lead = await office.seat('officeHead')
  await lead.go('/schools/superior')
  await lead.page.getByText('没有要求').waitFor()
  await picture(lead.page, 'superior-none', SCREENS)
  await lead.page.getByRole('button', { name: '提出要求' }).click()
  const dialog = lead.page.getByRole('dialog')
  await dialog.getByLabel('哪些栏目').click()
  await lead.page.getByTitle('收费公示').click()
  await dialog.getByLabel('哪些栏目').press('Escape')
  await dialog.getByText('主要负责人（或者其书面授权的分管负责人）').click()
  await dialog.getByRole('button', { name: '提出要求' }).click()
  await dialog.getByText('请写明依据或者原因').waitFor()
  await dialog.getByLabel('依据或者原因').fill('收费公示统一口径')
  await picture(lead.page, 'superior-ask', SCREENS)
  await sound(lead)
  await dialog.getByRole('button', { name: '提出要求' }).click()
  await lead.page.getByRole('list', { name: '要求' }).getByText('收费公示').first().waitFor()
  await sound(lead)
  await picture(lead.page, 'superior-asked', SCREENS)

  const officer = office.place.actor('informationOfficer', 'school')
  const first = await work.draft(
    { column: 'school-fees', number: '', title: TITLE, body: `<p>收费标准如下。</p>${TABLE}` },
    officer,
  )
  must(await first.submit())
  for (const step of ['secrecy', 'privacy'] as const) must(await first.pass(step))

  const principal = await office.seat('head', { agency: 'school', width: 390 })
  await principal.go('/publishing')
  await principal.page.getByRole('link', { name: TITLE }).click()
  await principal.page.getByRole('list', { name: '审查结论' }).getByText('保密审查').waitFor()
  await picture(principal.page, 'release-principal', [390])
  await principal.page.getByRole('button', { name: '签发', exact: true }).click()
  await principal.page.getByText('签发后报云岭县教育局审定，审定后公开').waitFor()
  await principal.page.getByRole('dialog').getByRole('button', { name: '签发', exact: true }).click()
  await principal.page.getByText('已签发，待云岭县教育局审定').waitFor()
  await sound(principal)

  const head = await office.seat('head', { width: 390 })
  await head.go('/tasks')
  // Three taps: the task, 通过, 通过.
  await picture(head.page, 'release-head-tasks', [390])
  await sound(head)
  await head.page.getByRole('link', { name: '主管部门审定' }).click()
  await head.page.getByText('每生每月60元').waitFor()
  await head.page.getByRole('list', { name: '审查结论' }).getByText('负责人签发').waitFor()
  await picture(head.page, 'release-head-phone', [390])
  await sound(head)
  await head.page.getByRole('button', { name: '通过', exact: true }).click()
  await head.page.getByText('审定通过后立即由云岭县第一小学公开').waitFor()
  await head.page.getByRole('dialog').getByRole('button', { name: '通过', exact: true }).click()
  await head.page.getByText('已审定，信息已经公开').waitFor()
  await head.page.getByText('head·bureau（云岭县教育局）').first().waitFor()
  for (const desk of [lead, principal, head]) await desk.context.close()
})

test('再一稿：负责人在手机上看到与已发布的相比改了什么', async () => {
  const { place } = office
  const { documentId } = await work.release({ title: '开学时间的通知', body: '<p>三月二日开学。</p><p>请按时到校。</p>' })
  const again = work.handles(randomUUID(), place.actor('clerk'))
  must(await reviseDocument(place.office, place.actor('clerk'), { id: again.id, documentId }))
  must(await again.save({ title: '开学时间的通知', body: '<p>三月四日开学。</p><p>请按时到校。</p>' }))
  must(await again.submit())
  for (const step of (await again.view()).chain.slice(0, -1)) {
    const by = place.actor(step === 'secrecy' ? 'secrecyReviewer' : step === 'privacy' ? 'privacyReviewer' : 'officeHead')
    const { version, digest } = await again.view(by)
    const note = step === 'secrecy' ? '不涉及国家秘密、工作秘密' : ''
    must(await passEdition(place.office, by, { id: again.id, commandId: randomUUID(), seen: version, digest, step, note }))
  }
  const head = await office.seat('head', { width: 390 })
  await head.go('/tasks')
  await head.page.getByRole('link', { name: '负责人签发' }).click()
  await head.page.getByRole('deletion').getByText('三月二日开学').waitFor()
  await head.page.getByText('不涉及国家秘密、工作秘密').first().waitFor()
  await picture(head.page, 'release-head-again', [390, 768, 1440])
  await sound(head)
  await head.page.getByRole('button', { name: '签发', exact: true }).click()
  await head.page.getByRole('dialog').getByRole('button', { name: '签发', exact: true }).click()
  await head.page.getByText('已签发，信息已经公开').waitFor()
  await head.context.close()
})

test('授权分管负责人签发，传授权书，撤销', async () => {
  const head = await office.seat('head')
  await head.go('/deputies')
  const panel = head.page.getByRole('region', { name: '签发信息的授权' })
  await panel.getByText('没有授权。信息都由单位主要负责人签发').waitFor()
  await panel.getByLabel('授权给').click()
  await head.page.getByTitle('deputyHead·bureau').last().click()
  await panel.getByLabel('自').fill('2026-03-02')
  await panel.getByLabel('自').press('Enter')
  await panel.getByLabel('至').fill('2026-03-01')
  await panel.getByLabel('至').press('Enter')
  await panel.getByLabel('可以签发的栏目').click()
  await panel.getByLabel('可以签发的栏目').fill('招生')
  await panel.getByLabel('可以签发的栏目').press('Enter')
  await panel.getByLabel('可以签发的栏目').press('Escape')
  await panel.getByLabel('授权书的文号或名称').fill('云教党组〔2026〕3号')
  await panel.getByRole('button', { name: '登记签发授权' }).click()
  await panel.getByText('截止之日早于开始之日').waitFor()
  await panel.getByLabel('至').fill('2026-12-31')
  await panel.getByLabel('至').press('Enter')
  await picture(head.page, 'delegation-form', SCREENS)
  await sound(head)
  await panel.getByRole('button', { name: '登记签发授权' }).click()
  const list = panel.getByRole('list', { name: '签发授权' })
  await list.getByText('招生管理').waitFor()
  await list.locator('input[type="file"]').setInputFiles({
    name: '授权书.png',
    mimeType: 'image/png',
    buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64'),
  })
  await list.getByRole('link', { name: '授权书' }).waitFor()
  await list.getByRole('button', { name: '撤销对deputyHead·bureau的授权' }).click()
  await head.page.getByRole('dialog').getByLabel('撤销的原因').fill('分工调整')
  await head.page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
  await list.getByText('2026-03-02 撤销：分工调整').waitFor()
  await picture(head.page, 'delegation-list', SCREENS)
  await sound(head)
  await head.context.close()
})

test('很多学校、很多要求也看得清', async () => {
  const { place } = office
  for (let n = 0; n < 6; n += 1)
    must(
      await requireSuperior(place.office, place.actor('officeHead'), {
        id: randomUUID(),
        units: n % 2 ? [place.ids.school] : [],
        columns: n % 3 ? ['school-fees', 'school-admission', 'school-finance', 'school-safety'] : [],
        who: n % 2 ? 'head' : 'office',
        from: localDate('2026-03-09'),
        why: '根据县委教育工作领导小组2026年第2次会议关于规范学校收费、招生、经费和食品安全信息公开口径的要求',
      }),
    )
  const lead = await office.seat('officeHead', { width: 390 })
  await lead.go('/schools/superior')
  await lead.page.getByText('还没有开始').first().waitFor()
  await picture(lead.page, 'superior-many', SCREENS)
  await sound(lead)
  await lead.context.close()
})
