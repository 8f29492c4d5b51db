/** What follows the answers of the education bureau: mail under way and come back, disputes of every kind, a lesson, a volume. */
import type { DisputePath } from '../../law/oversight/results.ts'
import type { LocalDate } from '../../law/date.ts'
import { type Ask, ended, granted, withheld } from './asks.ts'
import { drafted, record, type Situation } from './situation.ts'
import { type Afterwards, type Plot, searches, type Step } from './story.ts'
import { disputeOpened, disputeSteps } from './story-whole.ts'

type Ago = (days: number) => LocalDate

const [LAW, BASIC, FINANCE, PERSONNEL] = ['政策法规科', '基础教育科', '财务科', '人事科']

const next = (on: LocalDate, deed: Afterwards): Step => ({ on, deed })
const posted = (on: LocalDate): Step => next(on, { do: 'send' })
const served = (on: LocalDate): Step => record({ kind: 'served', on, by: 'signed-mail', signedBy: 'self', proof: '邮件查询结果' })

/** Drafted, approved, sent and posted on one day. */
function answered(plot: Plot, on: LocalDate): Step[] {
  const steps: Step[] = [drafted(plot, on, true), { on, deed: { do: 'approve' } }, { on, deed: { do: 'reply' } }, posted(on)]
  return [...searches(plot.ask, on), ...steps]
}

/** Answered, received three days later, and since then disputed by this path. */
function disputed(ask: Ask, path: DisputePath, times: { answered: number; opened: number }): Situation {
  return {
    ask,
    via: 'signed-mail',
    daysAgo: times.answered + 10,
    since: (plot, ago) => [
      ...answered(plot, ago(times.answered)),
      served(ago(times.answered - 3)),
      disputeOpened(path, ago(times.opened)),
    ],
  }
}

const LOST_LEDGER = ended(
  FINANCE,
  'unable.notHeld',
  '2009年农村寄宿制学校建设资金拨付台账',
  '请提供拨付台账。',
  { reasons: '经检索本机关办公系统，没有所申请的台账。' },
  {
    search: {
      places: [
        ['archive', '局档案室'],
        ['system', '办公系统'],
      ],
      keywords: ['寄宿制', '拨付', '台账'],
      period: '2009年至2010年',
      by: '财务科',
      result: '未检索到所申请的台账。',
    },
  },
)
const FOUND_LEDGER = granted(FINANCE, LOST_LEDGER.subject, LOST_LEDGER.description, '农村寄宿制学校建设资金拨付台账（2009年）')

/** Upheld on reconsideration, corrected by the court: searched again, found, given; the lesson stays, the case is a volume. */
function corrected(plot: Plot, ago: Ago): Step[] {
  const { days } = plot
  const ordered = ago(150)
  return [
    ...answered(plot, ago(312)),
    served(ago(309)),
    ...disputeSteps(days, 'reconsideration', ago(290), ago(252), 'upheld'),
    ...disputeSteps(days, 'litigationAfterReconsideration', ago(242), ordered, 'revoked').map(
      (step): Step =>
        step.deed.do === 'contest' && step.deed.act.kind === 'decided'
          ? next(ordered, { do: 'contest', act: { ...step.deed.act, answerAgain: true } })
          : step,
    ),
    next(ago(121), { do: 'contest', act: { kind: 'effective', on: ago(121), performBy: ago(105) } }),
    next(ago(118), {
      do: 'learn',
      category: 'search',
      text: '只查了局档案室和办公系统，没有查移交县档案馆的目录；“不存在”之前要把移交目录也查到。',
    }),
    ...answered({ ...plot, ask: FOUND_LEDGER }, ago(112)),
    served(ago(109)),
    next(ago(108), { do: 'contest', act: { kind: 'performed', on: ago(108) } }),
    next(ago(60), { do: 'archive' }),
  ]
}

const THREE_ITEMS = ended(
  FINANCE,
  'partial',
  '{y}年教研经费安排',
  '请提供：1. 教研经费的总额；2. 研究经费分配时的讨论记录；3. 经费分配结果。',
  {
    given: { what: '教研经费总额表；教研经费分配结果表', onPaper: ['教研经费总额表', '教研经费分配结果表'] },
    items: [
      { clause: '教研经费的总额', outcome: 'granted', attachment: '教研经费总额表' },
      {
        clause: '研究经费分配时的讨论记录',
        outcome: 'withheld.processInformation',
        reasons: '记录的是作出分配决定以前各人的意见，属于讨论记录；分配的结果已一并提供。',
        severable: false,
      },
      { clause: '经费分配结果', outcome: 'granted', attachment: '教研经费分配结果表' },
    ],
  },
)

export const AFTERWARDS: readonly Situation[] = [
  { ask: LOST_LEDGER, via: 'signed-mail', daysAgo: 322, since: corrected },
  disputed(
    withheld(
      LAW,
      'withheld.internalAffairs',
      '局机关年度考核测评表',
      '请提供测评表。',
      '测评表属于本机关人事管理方面的内部事务信息，不对外产生影响。',
    ),
    'complaint',
    { answered: 20, opened: 4 },
  ),
  disputed(
    withheld(
      BASIC,
      'withheld.processInformation',
      '学区调整方案讨论稿',
      '请提供讨论稿。',
      '讨论稿是决定作出以前形成的过程性信息，正式方案公布后可以查阅。',
    ),
    'reconsideration',
    { answered: 24, opened: 3 },
  ),
  disputed(
    ended(PERSONNEL, 'unable.needsMaking', '各校教师年龄结构对比分析', '请提供对比分析。', {
      reasons: '本机关没有现成的对比分析，需要另行汇总、加工各校数据。',
    }),
    'litigationDirect',
    { answered: 40, opened: 5 },
  ),
  {
    ask: granted(FINANCE, '{p}年课后服务收费结余', '请按学校提供。', '{p}年课后服务收费结余表'),
    via: 'signed-mail',
    daysAgo: 15,
    since: (plot, ago) => [...answered(plot, ago(8)), next(ago(2), { do: 'returned', because: 'nobodyThere' })],
  },
  {
    ask: granted(PERSONNEL, '{y}年教师招聘岗位表', '请提供岗位表。', '{y}年教师招聘岗位表'),
    via: 'signed-mail',
    daysAgo: 12,
    since: (plot, ago) => answered(plot, ago(4)),
  },
  {
    ask: granted(BASIC, '有关考试的通知', '请提供有关考试的通知。', '考试通知'),
    via: 'signed-mail',
    daysAgo: 5,
    since: (plot, ago) => [
      record({
        kind: 'correction-asked',
        on: ago(3),
        items: '请写明考试的名称和年度。',
        replyBy: plot.days.plus(ago(3), 15),
      }),
      posted(ago(3)),
    ],
  },
  { ask: THREE_ITEMS, via: 'signed-mail', daysAgo: 10, since: (plot, ago) => [drafted(plot, ago(1), true)] },
]
