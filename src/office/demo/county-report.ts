/** 全县年度报告: the government office asks for the bureaus' reports, accepts them one by one, and publishes the county's. */
import { fromParts, type LocalDate, yearOf } from '../../law/date.ts'
import type { Result } from '../../law/refusal.ts'
import type { OfficeContext } from '../context.ts'
import { approveReport, submitReport } from '../reports/approve-report.ts'
import { compileReport } from '../reports/compile-report.ts'
import { acceptHandIn, returnHandIn } from '../reports/decide-hand-in.ts'
import { saveProse, setCount } from '../reports/edit-report.ts'
import { handInReport } from '../reports/hand-in-report.ts'
import { issueNotice } from '../reports/issue-notice.ts'
import { publishReport } from '../reports/publish-report.ts'
import { stableId } from './chance.ts'
import { BUREAUS, type DemoAgency, GOVERNMENT } from './county.ts'
import { actorFor, agencyId } from './establish.ts'

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
    done(await handInReport(ctx, clerk, unit.noticeId))
    if (index === 1) {
      const at = { table: 'disclosed' as const, row: 'permits', column: '0' }
      on(1, 26)
      const remarks = [{ at, text: '请核对：乡镇自然资源所受理的许可是否计入？' }]
      done(await returnHandIn(ctx, supervisor, { ...unit, seq: 1, remarks }))
      on(1, 27)
      await correct(ctx, bureau, year)
      done(await handInReport(ctx, clerk, unit.noticeId))
    }
    on(1, 28)
    done(await acceptHandIn(ctx, supervisor, { ...unit, seq: index === 1 ? 2 : 1 }))
  }
  on(3, 16)
  if (fromParts(year + 1, 3, 16) > today) return
  await publishCounty(ctx, year)
}

/** The remark was right: what was left out is counted, and the report published again with the reason. */
async function correct(ctx: OfficeContext, bureau: DemoAgency, year: number): Promise<void> {
  const [clerk, head] = [actorFor(bureau, 'clerk'), actorFor(bureau, 'head')]
  const { counts } = done(await compileReport(ctx, clerk, year))
  const counted = counts.find(({ kind }) => kind === 'permits')?.value ?? 0
  const basis = '行政许可办理系统年度汇总，含乡镇自然资源所受理的'
  done(await setCount(ctx, clerk, { year, kind: 'permits', value: counted + 7, basis }))
  done(await submitReport(ctx, clerk, year))
  done(await approveReport(ctx, head, year))
  done(await publishReport(ctx, head, { year, because: '补计乡镇自然资源所受理的行政许可7件。' }))
}

async function publishCounty(ctx: OfficeContext, year: number): Promise<void> {
  const clerk = actorFor(GOVERNMENT, 'clerk')
  const head = actorFor(GOVERNMENT, 'head')
  done(await compileReport(ctx, clerk, year))
  for (const kind of ['permits', 'penalties', 'compulsion', 'feesWanYuan'] as const)
    done(await setCount(ctx, clerk, { year, kind, value: 0, basis: '县政府办公室没有对外作出的决定；各部门的数字由汇总得出' }))
  const compiled = done(await compileReport(ctx, clerk, year))
  done(
    await saveProse(ctx, clerk, year, {
      ...compiled.prose,
      overall: [
        `（一）主动公开。${year}年，县政府各部门公开的信息在县政府门户网站统一发布，县政府办公室抽查栏目36个，督促改正5个。`,
        ...compiled.prose.overall,
        '（三）政府信息管理。公文拟制时确定公开属性，县政府办公室核对拟不公开的文件14件，退回重新确定3件。',
        '（四）平台建设。全县部门的公开专栏按统一目录设置，合并重复栏目8个。',
        '（五）监督保障。组织培训2次，参加62人；答复书评查2次。',
      ],
      problems: [
        '一是部门之间不平衡，有2个部门的年度报告报送时被退回或者迟报；二是政策解读仍以文字为主，图解只有9篇。',
        `${year + 1}年，县政府办公室将：每季度通报各部门栏目更新情况1次；组织解读培训2次。`,
      ],
      other: [`${year}年各部门收取信息处理费的情况见各部门报告，县政府办公室收取0元。`],
    }),
  )
  done(await submitReport(ctx, clerk, year))
  done(await approveReport(ctx, head, year))
  done(await publishReport(ctx, head, { year }))
}

function done<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`county report refused: ${result.refusals.map((refusal) => refusal.say).join('; ')}`)
}
