/**
 * 首次办理引导 — for somebody who has never done one: where the case stands, the one right next step in plain words, why, by which
 * article, what to do where the case is unlike others, and what comes after. Pure: from the case as its page shows it.
 */
import { cite, reg, whole } from '../../law/cite.ts'
import { chineseDateWithWeekday } from '../../law/date.ts'
import type { Phase } from '../../law/requests/vocabulary.ts'
import type { ActKind } from '../requests/acts.ts'
import type { CaseView } from '../requests/view.ts'
import { replyIsNext } from '../requests/reply-next.ts'
import { type SendingStage, stepsAt } from '../requests/sending.ts'
import { LENGTHENED } from './lengthened.ts'
import type { Station } from './stations.ts'

export type GuideDeed =
  | { record: ActKind }
  | { go: 'compose' | 'approve' }
  | { look: 'assignment' | 'reviews' | 'service' | 'file' }

export interface GuideWay {
  words: string
  deed: GuideDeed
}

export interface Guide {
  station: Station
  /** What to do now, as one would tell a colleague. */
  step: string
  why: string
  law: string
  /** The button; none where nothing is to be done but wait, or by this person. */
  way: GuideWay | null
  /** 遇到这些情况: other ways out of here, each with the case it is for. */
  unlike: GuideWay[]
  /** What must not be forgotten beside the step, and by when. */
  beside?: string
  /** What follows it. */
  then: string
}

type Seen = Pick<
  CaseView,
  | 'phase'
  | 'clock'
  | 'today'
  | 'draft'
  | 'may'
  | 'mayDraft'
  | 'mayAssign'
  | 'acts'
  | 'consultations'
  | 'section'
  | 'left'
  | 'sending'
  | 'content'
>

/** `reviews`: it is this person's turn to review the draft. */
export function guideOf(view: Seen, { reviews = false } = {}): Guide {
  return view.phase === 'running' || replyIsNext(view) ? running(view, reviews) : ELSEWHERE[view.phase](view)
}

function can(view: Seen, kind: ActKind): boolean {
  return view.may[kind].allowed
}

/** A way is offered only where it is open to this person today. */
function ways(view: Seen, ...offers: readonly (readonly [ActKind, string])[]): GuideWay[] {
  return offers.flatMap(([kind, words]) => (can(view, kind) ? [{ words, deed: { record: kind } }] : []))
}

function way(view: Seen, kind: ActKind, words: string): GuideWay | null {
  return ways(view, [kind, words])[0] ?? null
}

function has(view: Seen, kind: ActKind): boolean {
  return view.acts.some((act) => act.kind === kind && !act.annulled)
}

const PROCEED = cite(reg('33.2'))

function running(view: Seen, reviews: boolean): Guide {
  const { draft } = view
  if (draft?.state === 'submitted') return submitted(view, reviews)
  if (draft?.state === 'approved') return approved(view)
  if (draft?.state === 'returned')
    return drafting(view, '按退回意见修改答复稿', '审查或审批的人退回了这一稿，退回意见写在“现在能办”一栏。')
  return untold(view) ?? withCorrection(view, undecided(view))
}

function untold(view: Seen): Guide | null {
  const { due, steps } = view.clock
  const one = LENGTHENED.find(({ act, step }) => has(view, act) && !steps.some((counted) => counted.step === step))
  if (!one || !due || due < view.today) return null
  return {
    station: '拟写答复',
    step: `把${one.letter}寄出去`,
    why: `${one.what}已经批准，还没有告知申请人。${chineseDateWithWeekday(due)}之前寄出并登记“交寄”，${one.what}才成立；过了这一天才告知的，仍按原期限计算。`,
    law: one.law,
    way: way(view, 'dispatched', '登记交寄'),
    unlike: [],
    then: '接着写答复。',
  }
}

function undecided(view: Seen): Guide {
  const { draft } = view
  if (view.consultations.some((one) => !one.answeredOn && one.whom !== 'consulted')) return consulting(view)
  // Whoever has searched, or drafts already, does without a section.
  if (!view.section && view.mayAssign && !draft && !has(view, 'searched')) return assigning(view)
  if (!draft && !has(view, 'correction-asked') && !has(view, 'searched') && can(view, 'searched')) return checking(view)
  return drafting(
    view,
    draft ? '把答复稿写完，送审' : '拟写答复',
    '选定一种答复类型，系统给出条款、文书和救济途径；还缺什么，在栏目下面说明。',
  )
}

/**
 * 告知补正 (Art 30) stays open beside whatever is done next as long as its seven working days run; afterwards it does not begin the
 * limit afresh, and is offered only while nobody has searched.
 */
function withCorrection(view: Seen, guide: Guide): Guide {
  const [way] = ways(view, ['correction-asked', '看不出要的是哪份信息：告知补正'])
  const due = view.clock.limits.find(({ what }) => what === 'correctionNotice')?.due
  if (!way || !due) return guide
  if (due < view.today)
    return guide.station === '检索'
      ? { ...guide, unlike: [{ ...way, words: `${way.words}（七个工作日已过，答复期限照常计算）` }, ...guide.unlike] }
      : guide
  return {
    ...guide,
    unlike: [way, ...guide.unlike],
    beside: `内容看不明白的，最迟${chineseDateWithWeekday(due)}一次告知补正（${cite(reg('30'))}）；过了这一天再告知，答复期限照常计算。`,
  }
}

function assigning(view: Seen): Guide {
  return {
    station: '审核内容',
    step: '把申请分给负责这方面工作的科室',
    why: '信息多半在业务科室手里；分给谁、要其何时回复，期限都照样计算，内部协办不停止期限。',
    law: PROCEED,
    way: { words: '去分办', deed: { look: 'assignment' } },
    unlike: ways(view, ['searched', '信息就在本机构，不必分办：直接登记检索']),
    then: '接着审核申请内容是不是明确。',
  }
}

function checking(view: Seen): Guide {
  return {
    station: '检索',
    step: '看清楚要的是哪份信息，然后去找，边找边记',
    why: '找了哪些地方、谁找的、用什么词、找到没有，都要留下记录；答复“不存在”时，法院先看这份记录。',
    law: cite(reg('36(4)')),
    way: way(view, 'searched', '登记检索'),
    unlike: ways(
      view,
      ['third-party-asked', '涉及别人的商业秘密、个人隐私：书面征求第三方意见'],
      ['agency-asked', '信息是与其他机关共同制作的：征求该机关意见'],
      ['reasons-asked', '申请数量、频次明显超过合理范围：要求说明理由'],
      ['fee-noticed', '数量达到收费标准：发出收费通知'],
    ),
    then: '找到以后，拟写答复；没有找到的，也用检索记录拟写答复。',
  }
}

function consulting(view: Seen): Guide {
  return {
    station: '征求意见',
    step: '等对方的意见；对方收到文书的日子要登记',
    why: '征求意见的时间不计入答复期限，但对方的十五个工作日自收到之日起算，不登记收到之日就算不出来。期满没有意见的，由本机关依法决定；不同意公开也不等于必须不公开。',
    law: `${cite(reg('32'))}、${cite(reg('33.3'))}`,
    way: way(view, 'third-party-answered', '收到意见：登记') ?? way(view, 'agency-answered', '收到意见：登记'),
    unlike: ways(view, ['notice-received', '文书已签收：登记对方收到的日子'], ['searched', '等的时候继续检索']),
    then: '意见收到或者期满以后，拟写答复。',
  }
}

function drafting(view: Seen, step: string, why: string): Guide {
  return {
    station: '拟写答复',
    step,
    why: `${why}能公开一部分的，先把不能公开的部分遮盖后公开其余部分。`,
    law: `${cite(reg('36'))}、${cite(reg('37'))}`,
    way: view.mayDraft.allowed ? { words: step === '拟写答复' ? '拟写答复' : '打开答复稿', deed: { go: 'compose' } } : null,
    unlike: ways(
      view,
      ['extended', '届满前写不完：经负责人批准延长一次，并告知申请人'],
      ['third-party-asked', '才发现涉及第三方：书面征求意见'],
      ['withdrawn', '申请人要求撤回：登记撤回'],
    ),
    then: '送审后，由别的同事审查合法、保密、隐私三项，再由单位负责人审批。',
  }
}

function submitted(view: Seen, reviews: boolean): Guide {
  const approves = can(view, 'reply-approved')
  return {
    station: '审查审批',
    step: reviews
      ? '请您审查：看一遍答复稿，通过或者退回'
      : approves
        ? '看一遍答复稿，同意或者退回'
        : '等审查和审批；写稿的人不能审自己的稿',
    why: '拒绝公开的理由站不站得住、有没有泄露秘密和隐私，由没有参与写稿的人分别审查，最后由单位负责人决定。',
    law: `${cite(reg('17'))}、${PROCEED}`,
    way: reviews
      ? { words: '去审查', deed: { look: 'reviews' } }
      : approves
        ? { words: '去审批', deed: { go: 'approve' } }
        : null,
    unlike: ways(view, ['extended', '眼看来不及：届满前经批准延长一次']),
    then: '批准以后当天发出。',
  }
}

function approved(view: Seen): Guide {
  return {
    station: '发出送达',
    step: '把批准的答复发出去',
    why: '交邮、当面交付或者发出的那一天就是答复之日，决定是不是按期答复。批准后又改动文字的，要重新审批。',
    law: cite(whole('serviceReply')),
    way: way(view, 'replied', '发出答复'),
    unlike: [],
    then: '发出以后登记交寄，再登记送达凭证。',
  }
}

function waiting(
  of: { station: Station; step: string; why: string; law: string; then: string },
  view: Seen,
  kinds: readonly (readonly [ActKind, string])[],
): Guide {
  const [first, ...rest] = ways(view, ...kinds)
  return { ...of, way: first ?? null, unlike: rest }
}

const SENDING_STEPS: Record<SendingStage, string> = {
  toSend: '寄出去，或者当面交给申请人',
  online: '等申请人在网上打开；打开之日自动登记送达',
  sent: '已经寄出，等签收；签收了登记凭证',
  returned: '邮件退回了，核对地址以后再寄一次',
  noticed: '等公告期满，再登记送达',
}
const SENDING_WAYS = {
  dispatched: '寄出了：登记邮件号码',
  served: '已送达：登记凭证',
  'mail-returned': '邮件退回：登记，再寄一次',
} as const

/** Of a letter that decides, between the making and the proof: the way is what comes next where it has got to. */
function serving(view: Seen, of: { why: string; law: string; then: string }): Guide {
  const stage = view.sending ?? 'toSend'
  const steps = stepsAt(stage, view.content.delivery)
  const likely = steps.flatMap((kind) => ways(view, [kind, SENDING_WAYS[kind]]))
  const first = likely.shift() ?? null
  const rest = (['served', 'dispatched', 'mail-returned'] as const).filter((kind) => !steps.includes(kind))
  return {
    station: '发出送达',
    step: SENDING_STEPS[stage],
    ...of,
    way: first,
    unlike: [
      ...likely,
      ...ways(view, ...rest.map((kind) => [kind, SENDING_WAYS[kind]] as const), [
        'notice-published',
        '用尽其他方式都送不到：公告送达',
      ]),
      ...(stage === 'sent' && can(view, 'annulled')
        ? [{ words: '邮件号码抄错了：更正', deed: { look: 'service' } } as const]
        : []),
    ],
  }
}

/** 归档 (Art 45): the last step, which the case file's own panel takes. */
function filing(view: Seen): Pick<Guide, 'way' | 'then'> {
  if (has(view, 'archived')) return { way: null, then: '案卷已经归档，没有别的事了。' }
  return {
    way: can(view, 'archived') ? { words: '去归档', deed: { look: 'file' } } : null,
    then: '整理案卷，缺的材料补上，归档。',
  }
}

const ELSEWHERE: Record<Exclude<Phase, 'running'>, (view: Seen) => Guide> = {
  awaitingConfirmation: (view) =>
    waiting(
      {
        station: '确认收到',
        step: '今天就与申请人联系，确认收到了申请',
        why: '网上、平常信函、传真、邮件来的申请，双方确认的那一天才是收到申请之日，二十个工作日从第二天算起。拖着不联系，法院会按本来能联系上的日子算。',
        law: cite(reg('31(3)')),
        then: '确认以后开始计算答复期限。',
      },
      view,
      [
        ['received', '已联系上：确认收到'],
        ['withdrawn', '申请人说不申请了：登记撤回'],
      ],
    ),
  awaitingCorrection: (view) =>
    waiting(
      {
        station: '审核内容',
        step: '等申请人补正；补正只能要求一次',
        why: `${
          view.clock.due
            ? '补正告知晚于七个工作日，答复期限照常计算，收到补正也不重新计算；等待时可以照常答复、延长。'
            : '等待期间不计算答复期限；收到补正的第二天起，重新计算二十个工作日。'
        }没有正当理由、期满不补正的，视为放弃申请。`,
        law: cite(reg('30')),
        then: '补正之后仍看不明白的，也不能再要求补正，按“补正后仍不明确”答复。',
      },
      view,
      [
        ['correction-lapsed', '期限已过，没有补正：登记逾期不补正'],
        ['correction-received', '收到补正：登记'],
        ['notice-received', '补正告知书已签收：登记收到的日子'],
        ['withdrawn', '申请人要求撤回：登记撤回'],
      ],
    ),
  awaitingReasons: (view) =>
    waiting(
      {
        station: '审核内容',
        step: '等申请人说明理由',
        why: '申请数量、频次明显超过合理范围的，可以要求说明理由。要求说明理由不停止计算答复期限。理由合理的，可以在期限届满之前确定延迟到哪一天并告知；不合理的，或者期满没有说明的，告知不予处理。平常的申请不得问用途。',
        law: cite(reg('35')),
        then: '收到说明后判断是不是合理。',
      },
      view,
      [
        ['reasons-given', '收到说明：登记'],
        ['withdrawn', '申请人要求撤回：登记撤回'],
      ],
    ),
  awaitingFee: (view) =>
    waiting(
      {
        station: '审核内容',
        step: '等申请人缴费',
        why: '申请人应在收到通知次日起二十个工作日内缴纳；缴费的第二天起，重新计算答复期限。逾期未缴纳的，视为放弃申请。',
        law: cite(whole('feeMeasures')),
        then: '缴清以后继续办理。',
      },
      view,
      [
        ['fee-lapsed', '期限已过，没有缴费：登记逾期未缴费'],
        ['fee-paid', '已缴清：登记'],
        ['notice-received', '收费通知书已签收：登记收到的日子'],
      ],
    ),
  replied: (view) =>
    serving(view, {
      why: '申请人收到的那一天起，复议、诉讼的期限才开始计算；送达由本机关证明。快递公司不能寄公文，要用邮政企业。',
      law: cite(whole('serviceReply')),
      then: '有了凭证，这一件就办结了。',
    }),
  served: (view) => ({
    station: '办结',
    step: '这一件已经办结',
    why: '申请人不服的，可以复议或者起诉；收到复议、应诉通知的，当天登记，期限另算。',
    law: cite(reg('51')),
    unlike: ways(view, ['disputed', '收到复议或应诉通知：登记']),
    ...filing(view),
  }),
  withdrawn: (view) => ({
    station: '办结',
    step: '申请人已撤回，这一件已经办结',
    why: '撤回的申请在年度报告中计入“其他处理”。',
    law: cite(reg('50')),
    unlike: [],
    ...filing(view),
  }),
  lapsed: (view) =>
    view.sending
      ? serving(view, {
          why: '视为放弃申请的，也要把不再处理的结果告诉申请人，并留下凭证。',
          law: cite(reg('30')),
          then: '整理案卷，归档。',
        })
      : {
          station: '办结',
          step: '不再处理的结果已经告知，这一件已经办结',
          why: '申请人不服的，可以复议或者起诉；收到复议、应诉通知的，当天登记，期限另算。',
          law: cite(reg('51')),
          unlike: ways(view, ['disputed', '收到复议或应诉通知：登记']),
          ...filing(view),
        },
}
