/** 年度报告公开的文字：正文、更正原因、不需报送的原因，公布之前都查密级标志和个人信息（第十四条、第十五条）。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { approveReport, submitReport } from '../../src/office/reports/approve-report.ts'
import { compileReport } from '../../src/office/reports/compile-report.ts'
import { excuseUnit } from '../../src/office/reports/decide-hand-in.ts'
import { importReport } from '../../src/office/reports/import-report.ts'
import { issueNotice } from '../../src/office/reports/issue-notice.ts'
import { publishReport } from '../../src/office/reports/publish-report.ts'
import { type County, county, must } from './county.ts'
import { tablesOf } from './portal-column.ts'
import { asSeen, compiled2025, setCount, write } from './reports.ts'

const ID_NUMBER = '11010519491231002X'
const PROSE = { preface: ['编制说明。'], overall: ['全年主动公开信息。'], problems: ['政策解读形式单一。'], other: ['无'] }

let place: County
beforeAll(async () => {
  place = await county('2026-01-12')
  await compiled2025(place)
})
afterAll(() => place.close())

function found(result: { ok: boolean; refusals?: readonly { code: string; field?: string; say: string }[] }) {
  expect(JSON.stringify(result)).not.toContain(ID_NUMBER)
  return result.refusals?.map(({ code, field }) => `${code} ${field ?? ''}`) ?? []
}

const submit = async (prose: Partial<typeof PROSE>) => {
  const { office } = place
  const clerk = place.actor('clerk')
  must(await write(office, clerk, 2025, { ...PROSE, ...prose }))
  return submitReport(office, clerk, await asSeen(office, clerk, 2025))
}

test('正文中有身份证号码、密级标志的，不能送审；指出在哪一部分，不重复号码', async () => {
  expect(found(await submit({ overall: [`申请人身份证号${ID_NUMBER}。`] }))).toEqual(['personal-data overall'])
  expect(found(await submit({ other: ['机密★10年'] }))).toEqual(['file-marked-secret other'])
  must(await submit({}))
})

test('更正原因中有的，不能公布', async () => {
  const { office } = place
  const [clerk, head] = [place.actor('clerk'), place.actor('head')]
  must(await approveReport(office, head, await asSeen(office, head, 2025)))
  must(await publishReport(office, head, await asSeen(office, head, 2025)))
  must(await compileReport(office, clerk, 2025))
  must(await setCount(office, clerk, { year: 2025, kind: 'permits', value: 9, basis: '台账' }))
  must(await submit({}))
  must(await approveReport(office, head, await asSeen(office, head, 2025)))
  const seen = await asSeen(office, head, 2025)
  expect(found(await publishReport(office, head, { ...seen, because: `补登${ID_NUMBER}的申请。` }))).toEqual([
    'personal-data because',
  ])
  must(await publishReport(office, head, { ...seen, because: '补登一件许可。' }))
})

test('不需报送的原因随汇总报告公开：其中有的，不能设；导入的报告正文中有的，不能导入', async () => {
  const supervisor = place.actor('supervisor', 'government')
  const { noticeId } = must(
    await issueNotice(place.office, supervisor, {
      commandId: randomUUID(),
      year: 2025,
      title: '关于报送年度报告的通知',
      number: '云政办〔2026〕3号',
      issuedOn: localDate('2026-01-05'),
      fileBy: localDate('2026-01-20'),
      acceptedFirst: false,
      text: '',
      units: [place.ids.otherBureau],
    }),
  )
  const on = { noticeId, unitId: place.ids.otherBureau }
  expect(found(await excuseUnit(place.office, supervisor, { ...on, because: `经办人${ID_NUMBER}离职` }))).toEqual([
    'personal-data because',
  ])
  const imported = importReport(place.office, place.actor('officeHead', 'otherBureau'), {
    checked: { agency: null, year: 2023, format: '2021', tables: tablesOf(2023, 3), findings: [] },
    prose: { ...PROSE, problems: [`联系人${ID_NUMBER}。`] },
    publishedOn: localDate('2024-01-20'),
  })
  expect(found(await imported)).toEqual(['personal-data problems'])
})
