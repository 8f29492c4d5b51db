/** 全县年度报告: the government office asks for the bureaus' reports, accepts them one by one, and publishes the county's. */
import { fromParts, type LocalDate, yearOf } from '../../law/date.ts'
import type { Result } from '../../law/refusal.ts'
import type { Actor } from '../../record/people/roles.ts'
import type { OfficeContext } from '../context.ts'
import { approveReport, submitReport } from '../reports/approve-report.ts'
import { compileReport } from '../reports/compile-report.ts'
import { acceptHandIn, returnHandIn } from '../reports/decide-hand-in.ts'
import { saveProse } from '../reports/edit-report.ts'
import { setCount } from '../reports/set-count.ts'
import { handInReport } from '../reports/hand-in-report.ts'
import { issueNotice } from '../reports/issue-notice.ts'
import { publishReport } from '../reports/publish-report.ts'
import { viewReport } from '../reports/view-report.ts'
import { stableId } from './chance.ts'
import { BUREAUS, type DemoAgency, GOVERNMENT } from './county.ts'
import { actorFor, agencyId } from './establish.ts'
import { lookedAt } from './yearly-reports.ts'
import { type YearFacts, yearFacts } from './year-facts.ts'

interface Moved {
  ctx: OfficeContext
  setDay: (day: LocalDate) => void
}

/** The last year on which the bureaus have reported by that day. */
export function lastReported(today: LocalDate): number {
  return today >= fromParts(yearOf(today), 2, 2) ? yearOf(today) - 1 : yearOf(today) - 2
}

function noticeId(year: number): string {
  return stableId(`report notice ${year}`)
}

/** 报送通知, early in January: before the bureaus compile, so that their reports cite it. */
export async function askForReports({ ctx, setDay }: Moved, year: number): Promise<void> {
  const issuedOn = fromParts(year + 1, 1, 6)
  setDay(issuedOn)
  done(
    await issueNotice(ctx, actorFor(GOVERNMENT, 'supervisor'), {
      commandId: noticeId(year),
      year,
      title: `关于报送${year}年度政府信息公开工作年度报告的通知`,
      number: `云政办〔${year + 1}〕3号`,
      issuedOn,
      fileBy: fromParts(year + 1, 1, 24),
      acceptedFirst: false,
      text: '请各部门于1月24日前报送，1月31日前公布。',
      units: BUREAUS.map(({ slug }) => agencyId(slug)),
    }),
  )
}

/** The bureaus hand in: one is sent back once, one is late; in March the county's own report adds them up. */
export async function reportForCounty({ ctx, setDay }: Moved, year: number, today: LocalDate): Promise<void> {
  const supervisor = actorFor(GOVERNMENT, 'supervisor')
  const on = (month: number, day: number) => setDay(fromParts(year + 1, month, day))
  for (const [index, bureau] of BUREAUS.entries()) {
    const unit = { noticeId: noticeId(year), unitId: agencyId(bureau.slug) }
    const clerk = actorFor(bureau, 'clerk')
    on(1, index === BUREAUS.length - 1 ? 27 : 23)
    done(await handInReport(ctx, clerk, { noticeId: unit.noticeId, digest: await digestOf(ctx, clerk, year) }))
    if (index === 1) {
      const at = { table: 'disclosed' as const, row: 'permits', column: '0' }
      on(1, 26)
      const remarks = [{ at, text: '请核对：乡镇自然资源所受理的许可是否计入？' }]
      done(await returnHandIn(ctx, supervisor, { ...unit, seq: 1, remarks }))
      on(1, 27)
      await correct(ctx, bureau, year)
      done(await handInReport(ctx, clerk, { noticeId: unit.noticeId, digest: await digestOf(ctx, clerk, year) }))
    }
    on(1, 28)
    done(await acceptHandIn(ctx, supervisor, { ...unit, seq: index === 1 ? 2 : 1 }))
  }
  on(3, 16)
  if (fromParts(year + 1, 3, 16) > today) return
  await publishCounty(ctx, year)
}

async function digestOf(ctx: OfficeContext, actor: Actor, year: number): Promise<string> {
  return done(await viewReport(ctx, actor, year)).digest
}

/** The remark was right: what was left out is counted, and the report published again with the reason. */
async function correct(ctx: OfficeContext, bureau: DemoAgency, year: number): Promise<void> {
  const [clerk, head] = [actorFor(bureau, 'clerk'), actorFor(bureau, 'head')]
  const { counts } = done(await compileReport(ctx, clerk, year))
  const permits = counts.find(({ kind }) => kind === 'permits')
  const basis = '行政许可办理系统年度汇总，含乡镇自然资源所受理的'
  done(
    await setCount(ctx, clerk, { year, kind: 'permits', value: (permits?.value ?? 0) + 7, basis, was: permits?.byHand ?? null }),
  )
  const { digest } = await lookedAt(ctx, clerk, year)
  done(await submitReport(ctx, clerk, { year, digest }))
  done(await approveReport(ctx, head, { year, digest }))
  done(await publishReport(ctx, head, { year, digest, because: '补计乡镇自然资源所受理的行政许可7件。' }))
}

async function publishCounty(ctx: OfficeContext, year: number): Promise<void> {
  const clerk = actorFor(GOVERNMENT, 'clerk')
  const head = actorFor(GOVERNMENT, 'head')
  done(await compileReport(ctx, clerk, year))
  for (const kind of ['permits', 'penalties', 'compulsion', 'feesWanYuan'] as const)
    done(
      await setCount(ctx, clerk, {
        year,
        kind,
        value: 0,
        basis: '县政府办公室没有对外作出的决定；各部门的数字由汇总得出',
        was: null,
      }),
    )
  const compiled = done(await compileReport(ctx, clerk, year))
  const facts = await Promise.all([GOVERNMENT, ...BUREAUS].map((agency) => yearFacts(ctx, agency, year)))
  const sum = (what: keyof YearFacts) => facts.reduce((total, one) => total + one[what], 0)
  const { returned, late } = await remarked(ctx, year)
  done(
    await saveProse(ctx, clerk, {
      year,
      was: compiled.prose,
      prose: {
        overall: [
          `（一）主动公开。${year}年，县政府办公室和${BUREAUS.length}个部门在公开专栏发布信息${sum('published')}条，其中政策解读${sum('readings')}篇；到年底，专栏共有信息${sum('standing')}条。`,
          ...compiled.prose.overall,
          `（三）政府信息管理。各部门发布的${sum('published')}条信息都经公开前审查，全年废止文件${sum('repealed')}件。`,
          `（四）平台建设。各部门公开专栏有内容的栏目共${sum('columns')}个，下半年有更新的${sum('columns') - sum('stale')}个。`,
          `（五）监督保障。全县公开工作人员${sum('handlers')}人、审查人员${sum('reviewers')}人；部门年度报告退回修改${returned}份，迟报${late}份。`,
        ],
        problems: [
          `一是部门之间不平衡，有${sum('stale')}个栏目下半年没有更新；二是政策解读偏少，编有文号的${sum('numbered')}件文件中${sum('unexplained')}件没有解读。`,
          `${year + 1}年，县政府办公室将：每季度通报各部门栏目更新情况1次；每半年核对解读材料1次。`,
        ],
        other: [`${year}年各部门收取信息处理费的情况见各部门报告，县政府办公室收取0元。`],
      },
    }),
  )
  const { digest } = await lookedAt(ctx, clerk, year)
  done(await submitReport(ctx, clerk, { year, digest }))
  done(await approveReport(ctx, head, { year, digest }))
  done(await publishReport(ctx, head, { year, digest }))
}

/** How many of the bureaus' reports were given back, and how many came after their day. */
async function remarked({ db }: OfficeContext, year: number): Promise<{ returned: number; late: number }> {
  const units = await db
    .selectFrom('hand_in as h')
    .innerJoin('report_notice as n', (join) => join.onRef('n.agency_id', '=', 'h.agency_id').onRef('n.id', '=', 'h.notice_id'))
    .select(['h.unit_id', 'h.first_handed_in_on', 'n.file_by'])
    .where('n.id', '=', noticeId(year))
    .execute()
  const acts = await db.selectFrom('hand_in_act').select(['unit_id', 'data']).where('notice_id', '=', noticeId(year)).execute()
  return {
    returned: new Set(acts.flatMap(({ unit_id: unit, data }) => (data.kind === 'returned' ? unit : []))).size,
    late: units.filter(({ first_handed_in_on: on, file_by: by }) => on !== null && on > by).length,
  }
}

function done<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`county report refused: ${result.refusals.map((refusal) => refusal.say).join('; ')}`)
}
