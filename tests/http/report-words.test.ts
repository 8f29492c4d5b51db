/** 年度报告的文字：从事实写起，上年问题逐项交代，雷同的说明理由。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { submitReport } from '../../src/office/reports/approve-report.ts'
import { compileReport } from '../../src/office/reports/compile-report.ts'
import { answerLastProblems, explainFinding, lookAt } from '../../src/office/reports/edit-report.ts'
import { importReport } from '../../src/office/reports/import-report.ts'
import { reportFacts } from '../../src/office/reports/report-facts.ts'
import { recordAct } from '../../src/office/requests/record-act.ts'
import { registerRequest } from '../../src/office/requests/register-request.ts'
import { reasonKey } from '../../src/record/reports/explanation.ts'
import { ANSWERS_LEAD } from '../../src/record/reports/last-problems.ts'
import { CONTENT, type County, county, must, REQUESTER } from './county.ts'
import { asSeen, setCount, write } from './reports.ts'

const SAME = '政策解读的形式比较单一，图解和视频偏少，群众不容易看懂。'
const OTHER = '信息公开的时效不强，部分科室报送信息晚于规定时间。'
const NOTHING = { disclosed: null, requests: null, disputes: null }

let place: County
beforeAll(async () => {
  place = await county('2025-03-03')
  const clerk = place.actor('clerk')
  const filed = must(
    await registerRequest(place.office, clerk, {
      commandId: randomUUID(),
      requester: REQUESTER,
      content: CONTENT,
      via: 'in-person',
      submittedOn: localDate('2025-03-03'),
      receivedOn: null,
    }),
  )
  const asked = {
    kind: 'correction-asked',
    on: localDate('2025-03-05'),
    items: '请写明年份',
    replyBy: localDate('2025-03-14'),
  } as const
  place.setToday('2025-03-05')
  must(await recordAct(place.office, clerk, { caseId: filed.id, commandId: randomUUID(), seen: 1, act: asked }))
  place.setToday('2026-01-12')
  must(
    await importReport(place.office, place.actor('officeHead'), {
      checked: { agency: '云岭县教育局', year: 2024, format: '2021', tables: NOTHING, findings: [] },
      prose: { preface: [], overall: ['全年主动公开信息。'], problems: [`一是${SAME}二是${OTHER}`], other: [] },
      publishedOn: localDate('2025-01-20'),
    }),
  )
  must(await compileReport(place.office, clerk, 2025))
  for (const kind of ['permits', 'penalties', 'compulsion', 'feesWanYuan'] as const)
    must(await setCount(place.office, clerk, { year: 2025, kind, value: 1, basis: '台账' }))
  must(await lookAt(place.office, clerk, { year: 2025, key: 'documents', looked: true }))
})
afterAll(() => place.close())

test('每一句可写入的事实都有来源；没有发生的不提', async () => {
  const { facts } = must(await reportFacts(place.office, place.actor('clerk'), 2025))
  expect(facts.every(({ source }) => source.length > 0)).toBe(true)
  const sentences = facts.map(({ sentence }) => sentence).join('')
  expect(sentences).toContain('新收政府信息公开申请1件')
  expect(sentences).toContain('一次性告知补正1件')
  expect(sentences).toContain('2025年没有收取信息处理费')
  expect(sentences).not.toMatch(/超过法定期限|被纠正|政策解读\d+篇/)
})

test('上年的问题没有逐项交代，不能送审；填写之后成为第五部分的末段（L09）', async () => {
  const { office } = place
  const clerk = place.actor('clerk')
  const { lastProblems } = must(await reportFacts(office, clerk, 2025))
  expect(lastProblems.map(({ problem }) => problem)).toEqual([SAME.slice(0, -1), OTHER.slice(0, -1)])
  const refused = await submitReport(office, clerk, await asSeen(office, clerk, 2025))
  expect(refused.ok ? [] : refused.refusals.map(({ say }) => say.slice(0, 3))).toEqual(['L11', 'L09'])
  const answers = lastProblems.map(({ problem }) => ({ problem, answer: '发布图解十二期，逐月通报报送情况', was: '' }))
  const view = must(await answerLastProblems(office, clerk, { year: 2025, answers }))
  expect(view.prose.problems.at(-1)).toContain(ANSWERS_LEAD)
  expect(view.findings.map(({ code }) => code)).not.toContain('L09')
})

test('两个人同时填写改进情况：各改各的都留下；改同一项，后保存的被告知，不盖掉前一个的', async () => {
  const { office } = place
  const clerk = place.actor('clerk')
  const { lastProblems } = must(await reportFacts(office, clerk, 2025))
  const writing = (which: number, answer: string) => ({
    year: 2025,
    answers: lastProblems.map((one, at) => ({
      problem: one.problem,
      answer: at === which ? answer : one.answer,
      was: one.answer,
    })),
  })
  must(await answerLastProblems(office, clerk, writing(0, '第一个人：发布图解十五期')))
  must(await answerLastProblems(office, clerk, writing(1, '第二个人：每月通报一次')))
  expect(await answerLastProblems(office, clerk, writing(0, '第二个人：发布图解十三期'))).toMatchObject({
    refusals: [{ code: 'changed-meanwhile', field: 'answers.0.answer' }],
  })
  const now = must(await reportFacts(office, clerk, 2025)).lastProblems.map(({ answer }) => answer)
  expect(now).toEqual(['第一个人：发布图解十五期', '第二个人：每月通报一次'])
})

test('照抄上年的一句，并列指出（L05）；说明理由之后才能送审；交代改进情况时引用上年的话不算照抄', async () => {
  const { office } = place
  const clerk = place.actor('clerk')
  const draft = must(await compileReport(office, clerk, 2025))
  expect(draft.findings.map(({ code }) => code)).not.toContain('L05')
  const view = must(await write(office, clerk, 2025, { ...draft.prose, problems: [`一是${SAME}`] }))
  expect(view.findings.find(({ code }) => code === 'L05')).toMatchObject({
    section: 'problems',
    beside: { source: '本机关2024年报告', words: expect.stringContaining(SAME.slice(0, -1)) },
  })
  expect(view.prose.problems.at(-1)).toContain(ANSWERS_LEAD)
  expect((await submitReport(office, clerk, await asSeen(office, clerk, 2025))).ok).toBe(false)
  const [key = ''] = view.findings.filter(({ code }) => code === 'L05').map(reasonKey)
  must(await explainFinding(office, clerk, { year: 2025, finding: key, text: '问题尚未解决，今年继续列出', was: '' }))
  must(await submitReport(office, clerk, await asSeen(office, clerk, 2025)))
})
