/** Last years' annual reports of one agency: compiled from its cases, written, approved by the head, published in January. */
import { fromParts, type LocalDate, yearOf } from '../../law/date.ts'
import { formatFor } from '../../law/reports/formats/index.ts'
import type { Result } from '../../law/refusal.ts'
import type { DecisionCountKind, ReportView } from '../../record/reports/view.ts'
import type { OfficeContext } from '../context.ts'
import { approveReport, submitReport } from '../reports/approve-report.ts'
import { compileReport } from '../reports/compile-report.ts'
import { saveProse, setCount } from '../reports/edit-report.ts'
import { publishReport } from '../reports/publish-report.ts'
import { chanceOf } from './chance.ts'
import type { DemoAgency } from './county.ts'
import { actorFor } from './establish.ts'
import type { Story } from './story.ts'

/** The day in January on which the demo's agencies publish: before the 31st (Art 49). */
export function publicationDay(year: number): LocalDate {
  return fromParts(year + 1, 1, 22)
}

/** Whether a report on that year is compiled in this product's form (2021 and later). */
export function isCompiled(year: number): boolean {
  return formatFor(year)?.format === '2021'
}

const COUNTS: readonly { kind: DecisionCountKind; basis: string; of: (agency: DemoAgency, year: number) => number }[] = [
  {
    kind: 'permits',
    basis: '行政许可办理系统年度汇总',
    of: (agency, year) => chanceOf(`permits ${agency.slug} ${year}`).between(60, 240),
  },
  {
    kind: 'penalties',
    basis: '行政执法公示平台',
    of: (agency, year) => (agency.slug === 'jyj' ? 1 : chanceOf(`penalties ${agency.slug} ${year}`).between(3, 46)),
  },
  { kind: 'compulsion', basis: '行政执法公示平台', of: () => 0 },
  {
    kind: 'feesWanYuan',
    basis: '非税收入票据系统',
    of: (agency, year) => chanceOf(`fees ${agency.slug} ${year}`).between(0, 900) / 100,
  },
]

export async function publishYear(
  ctx: OfficeContext,
  agency: DemoAgency,
  year: number,
  stories: readonly Story[],
): Promise<void> {
  const clerk = actorFor(agency, 'clerk')
  const head = actorFor(agency, 'head')
  const compiled = done(await compileReport(ctx, clerk, year))
  for (const { kind, basis, of } of COUNTS) done(await setCount(ctx, clerk, { year, kind, value: of(agency, year), basis }))
  const { preface, overall } = compiled.prose
  done(
    await saveProse(ctx, clerk, year, {
      preface,
      overall: [...openingOf(agency, year), ...overall, ...closingOf(year)],
      problems: problemsOf(year),
      other: otherOf(stories, year),
    }),
  )
  done(await submitReport(ctx, clerk, year))
  done(await approveReport(ctx, head, year))
  done(await publishReport(ctx, head, year))
}

function done(result: Result<ReportView>): ReportView {
  if (result.ok) return result.value
  throw new Error(`report refused: ${result.refusals.map((refusal) => refusal.say).join('; ')}`)
}

function openingOf(agency: DemoAgency, year: number): string[] {
  return [
    `${year}年，${agency.name}认真落实《中华人民共和国政府信息公开条例》，坚持以公开为常态、不公开为例外，围绕群众关心的事项公开信息、办理申请、回应关切。`,
    '（一）主动公开。按照主动公开基本目录，及时公开政策文件、预决算、收费、办事指南等信息，政策文件与解读同步公开、相互链接。',
  ]
}

function closingOf(year: number): string[] {
  return [
    '（三）政府信息管理。公文拟制时同步确定公开属性，拟不公开的说明理由；信息公开前逐项审查并留存记录。',
    '（四）平台建设。在县人民政府门户网站本机关政府信息公开专栏统一发布，提供检索、下载和适合手机阅读的页面。',
    `（五）监督保障。主要负责人${year}年听取政府信息公开工作汇报两次，组织培训一次。`,
  ]
}

/** Real problems, other ones each year: the same words every year are a fault of their own. */
const PROBLEMS: readonly (readonly [problem: string, improvement: string])[] = [
  ['个别答复书说明理由不够充分，在行政复议中被指出。', '改进情况：答复稿一律写明事实和对应条款，由政策法规机构审核后再送审。'],
  ['部分政策文件解读晚于文件发布。', '改进情况：把解读材料列为文件送签的必备附件。'],
  ['邮寄送达的凭证归档不及时。', '改进情况：送达后三个工作日内登记邮件号并归档。'],
  ['所属单位公开栏目更新不均衡。', '改进情况：按目录逐项提示应当更新的内容，不另外要求报表。'],
]

function problemsOf(year: number): string[] {
  return [0, 1].flatMap((step) => [...(PROBLEMS[(year + step) % PROBLEMS.length] ?? [])])
}

/** 信息处理费 of the year (fee measures): the sum, or that none was collected. */
function otherOf(stories: readonly Story[], year: number): string[] {
  const acts = stories.flatMap(({ steps }) => {
    const noticed = steps.flatMap(({ deed }) => (deed.do === 'record' && deed.act.kind === 'fee-noticed' ? [deed.act.yuan] : []))
    return steps.flatMap(({ on, deed }) =>
      deed.do === 'record' && deed.act.kind === 'fee-paid' && yearOf(on) === year ? noticed : [],
    )
  })
  const yuan = acts.reduce((sum, paid) => sum + paid, 0)
  return [
    yuan > 0
      ? `依照《政府信息公开信息处理费管理办法》，${year}年收取信息处理费${yuan}元，已全部上缴国库。`
      : `${year}年没有收取信息处理费。`,
  ]
}
