/** 导入存档的报告：随即公开，由能发布的人导入；没有经主要负责人批准的不能报送，先备案后公布的不能绕过（第四十九条）。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { importReport } from '../../src/office/reports/import-report.ts'
import { issueNotice } from '../../src/office/reports/issue-notice.ts'
import { listReportTasks } from '../../src/office/reports/view-tasks.ts'
import { writeBundle } from '../../src/office/reports/write-bundle.ts'
import type { Role } from '../../src/record/people/roles.ts'
import { type County, county, must } from './county.ts'
import { tablesOf } from './portal-column.ts'
import { handIn } from './reports.ts'

let place: County
beforeAll(async () => {
  place = await county('2026-01-12')
})
afterAll(() => place.close())

function codesOf(result: { ok: boolean; refusals?: readonly { code: string }[] }) {
  return result.refusals?.map(({ code }) => code) ?? []
}

function bring(role: Role, year: number, agency: 'bureau' | 'otherBureau' = 'bureau') {
  return importReport(place.office, place.actor(role, agency), {
    checked: { agency: null, year, format: '2021', tables: tablesOf(year, 3), findings: [] },
    prose: { preface: ['编制说明。'], overall: ['一年的工作。'], problems: ['解读偏少。'], other: [] },
    publishedOn: localDate(`${year + 1}-01-08`),
  })
}

async function ask(acceptedFirst: boolean) {
  const { noticeId } = must(
    await issueNotice(place.office, place.actor('supervisor', 'government'), {
      commandId: randomUUID(),
      year: 2025,
      title: '关于报送年度报告的通知',
      number: acceptedFirst ? '云政办〔2026〕4号' : '云政办〔2026〕3号',
      issuedOn: localDate('2026-01-05'),
      fileBy: localDate('2026-01-20'),
      acceptedFirst,
      text: '',
      units: [acceptedFirst ? place.ids.otherBureau : place.ids.bureau],
    }),
  )
  return noticeId
}

test('工作人员不能导入：导入随即公开，要有发布的权限', async () => {
  const refused = await bring('clerk', 2025)
  expect(refused.ok ? [] : refused.refusals).toMatchObject([
    { code: 'not-permitted', say: expect.stringContaining('公开工作机构负责人导入') },
  ])
})

test('导入的报告没有经主要负责人批准，不能报送，也不能导出报送包', async () => {
  const noticeId = await ask(false)
  must(await bring('officeHead', 2025))
  const clerk = place.actor('clerk')
  expect(codesOf(await handIn(place.office, clerk, noticeId))).toEqual(['approval-needed'])
  expect(codesOf(await writeBundle(place.office, clerk, 2025))).toEqual(['approval-needed'])
  expect(must(await listReportTasks(place.office, clerk))[0]?.may.handIn).toMatchObject({
    allowed: false,
    refusal: { code: 'approval-needed' },
  })
})

test('通知要求审核通过后再公布的，导入也要等审核通过；往年的不受影响', async () => {
  await ask(true)
  expect(codesOf(await bring('officeHead', 2025, 'otherBureau'))).toEqual(['approval-needed'])
  must(await bring('officeHead', 2023, 'otherBureau'))
})
