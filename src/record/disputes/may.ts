/** 争议卷中能登记什么、不能登记什么、为什么: pure, so that the office guards with it and the page offers by it. */
import type { Calendar } from '../../law/calendar.ts'
import { apl, arl } from '../../law/cite.ts'
import { chineseDate, type LocalDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import { OVERSIGHT_LIMITS } from '../../law/oversight/limits.ts'
import { mayRemand, NO_SECOND_REMAND, ON_APPEAL, resultRule } from '../../law/oversight/results.ts'
import { DISPUTE_ACT_WORDS, type DisputeAct, type DisputeActKind, type DisputeActOf } from './acts.ts'
import { appealLimit, type DisputeCase, reconsiderationEnds, stageOf } from './fold.ts'

export const RECORDED_KINDS = Object.keys(DISPUTE_ACT_WORDS).filter((kind) => kind !== 'opened') as Exclude<
  DisputeActKind,
  'opened'
>[]

function no(code: Refusal['code'], say: string, then: string, cite?: Refusal['cite']): Refusal {
  return cite ? { code, say, then, cite } : { code, say, then }
}

/** Whether an act of this kind has its place now. */
export function kindRefusal(folded: DisputeCase, kind: DisputeActKind): Refusal | null {
  const { opened, decisions, appeal } = folded
  const stage = stageOf(folded)
  const waiting = stage === 'answering' || stage === 'pending'
  switch (kind) {
    case 'opened':
      return no('already-done', '争议卷已建立。', '另一争议请从案件页另行登记。')
    case 'answered':
      return stage === 'answering'
        ? null
        : no('already-done', '答复和证据已提交，或者案件已有结果。', '补充证据的，在案件附件中留存并在卷内备注。')
    case 'switched':
      return waiting && opened.path === 'reconsideration' && folded.procedure === 'simplified'
        ? null
        : no('already-done', '只有适用简易程序、尚未审结的行政复议可以转为普通程序。', '无需办理。', arl('55'))
    case 'prolonged':
      return waiting && opened.path === 'reconsideration' && folded.procedure === 'ordinary' && !folded.prolonged
        ? null
        : no('already-done', '只有适用普通程序、尚未审结的行政复议可以延长一次审理期限。', '无需办理。', arl('62'))
    case 'decided':
      return waiting ? null : no('already-done', '结果已登记。', '一方上诉的，先登记“上诉”；登记有误的，用“更正登记”。')
    case 'appealed':
      if (folded.effective)
        return no('already-done', '已登记裁判生效。', '确有一方在上诉期内上诉的，先更正“裁判生效”，再登记上诉。', apl('85'))
      return opened.path.startsWith('litigation') && decisions.length === 1 && !appeal
        ? null
        : no('already-done', '没有可以上诉的一审裁判，或者已登记上诉。', '无需办理。')
    case 'effective':
      return stage === 'untilEffective'
        ? null
        : no(
            'already-done',
            '没有等待生效的一审判决。',
            '判决责令重新答复或者限期履行、双方都没有上诉的，才需登记；二审裁判、行政复议决定收到即生效。',
            apl('85'),
          )
    case 'opinion-received':
      return opened.path === 'reconsideration' && !folded.opinion
        ? null
        : no('already-done', '行政复议意见书只随行政复议发出，或者已登记。', '无需办理。', arl('76'))
    case 'opinion-reported':
      return folded.opinion && !folded.reported
        ? null
        : no('already-done', '没有等待报告落实情况的意见书。', '先登记“收到行政复议意见书”。', arl('76'))
    case 'performed':
      return stage === 'performing' && !folded.performed ? null : no('already-done', '没有等待履行的决定或者裁判。', '无需办理。')
    case 'annulled':
      return folded.live.length > 1 ? null : no('already-done', '除建卷外没有可以更正的登记。', '无需办理。')
  }
}

/** The first reason against the act as it is written. */
export function actRefusal(
  folded: DisputeCase,
  act: DisputeAct,
  { today, calendar }: { today: LocalDate; calendar: Calendar },
): Refusal | null {
  const out = kindRefusal(folded, act.kind)
  if (out) return out
  if (act.on > today) return { ...no('date-in-future', '日期晚于今天。', '请填写今天或之前的日期。'), field: 'on' }
  if (act.on < folded.opened.on && act.kind !== 'annulled')
    return {
      ...no(
        'date-before-cause',
        `日期早于收到通知之日（${chineseDate(folded.opened.on)}）。`,
        `请填写${chineseDate(folded.opened.on)}或之后的日期。`,
      ),
      field: 'on',
    }
  const early = beforeItsCause(folded, act)
  if (early) return early
  if (act.kind === 'decided' && !resultRule(folded.opened.path, act.result))
    return { ...no('field-invalid', '这一途径没有这种结果。', '请按决定书、裁判文书的主文选择。'), field: 'result' }
  if (act.kind === 'decided' && ON_APPEAL.includes(act.result) && !folded.appeal)
    return { ...no('field-invalid', '没有登记上诉，不能登记二审的结果。', '先登记“上诉”。', apl('89')), field: 'result' }
  if (act.kind === 'decided' && act.result === 'remanded') return unlawfulRemand(folded, act)
  if (act.kind === 'decided' && act.result === 'undecided') return unlawfulSilence(folded, act, calendar)
  if (
    act.kind === 'decided' &&
    act.answerAgain &&
    resultRule(folded.opened.path, act.result)?.column === 'upheld' &&
    !folded.appeal
  )
    return {
      ...no(
        'field-invalid',
        '维持原答复的，不会同时责令重新答复。',
        '请核对主文：责令重新答复的，结果选撤销、变更、确认违法等；维持的，不勾选。',
      ),
      field: 'answerAgain',
    }
  if (act.kind === 'decided' && act.performBy && act.performBy <= act.on)
    return {
      ...no('field-invalid', '履行期限早于收到之日。', '请核对决定书写明的期限；没有写明的，不填。'),
      field: 'performBy',
    }
  if (act.kind === 'effective') return unlawfulEffect(folded, act, calendar)
  if (act.kind === 'annulled' && !folded.live.some(({ seq }) => seq === act.of && seq > 0))
    return { ...no('field-invalid', '不能撤销这一步。', '请选择建卷之后的某一步。'), field: 'of' }
  return act.kind === 'annulled' ? restedUpon(folded, act.of) : null
}

/** What an act comes after: dated before it, the file and the case, which goes by days, would tell different results. */
const COMES_AFTER: Partial<Record<DisputeActKind, readonly DisputeActKind[]>> = {
  answered: ['appealed'],
  decided: ['decided', 'appealed'],
  appealed: ['decided'],
  effective: ['decided'],
  performed: ['decided', 'effective'],
  'opinion-reported': ['opinion-received'],
}

function beforeItsCause({ live }: DisputeCase, { kind, on }: DisputeAct): Refusal | null {
  const cause = live.findLast(({ act }) => COMES_AFTER[kind]?.includes(act.kind))?.act
  if (!cause || on >= cause.on) return null
  const day = chineseDate(cause.on)
  return {
    ...no(
      'date-before-cause',
      `日期早于“${DISPUTE_ACT_WORDS[cause.kind]}”（${day}）。`,
      `请填写${day}或之后的日期；前一步登记有误的，先更正。`,
    ),
    field: 'on',
  }
}

/** 逾期未作决定 (ARL 62): only once the time to decide is over, and silence orders nothing. */
function unlawfulSilence(folded: DisputeCase, act: DisputeActOf<'decided'>, calendar: Calendar): Refusal | null {
  const ends = reconsiderationEnds(folded, calendar)
  if (ends && act.on <= ends)
    return {
      ...no(
        'date-before-cause',
        `按已登记的受理之日，复议期限到${chineseDate(ends)}才届满。`,
        '请填写期满之后的日期；受理之日、审理程序或者延长登记有误的，先更正。',
        arl('62'),
      ),
      field: 'on',
    }
  if (!act.answerAgain && !act.performBy) return null
  return { ...no('field-invalid', '没有复议决定，也就没有责令的内容。', '请不选“责令重新答复”，不填履行期限。'), field: 'result' }
}

/** 发回重审 (APL 89): orders nothing of us, and a judgment given after it is not remanded again. */
function unlawfulRemand({ remandedOf }: DisputeCase, act: DisputeActOf<'decided'>): Refusal | null {
  if (!mayRemand(remandedOf.map(({ result }) => result)))
    return {
      ...no(
        'field-invalid',
        '已经发回重审过一次，二审法院不得再次发回重审。',
        '请核对裁判文书，按主文选择结果；此前登记有误的，先更正。',
        NO_SECOND_REMAND,
      ),
      field: 'result',
    }
  if (!act.answerAgain && !act.performBy) return null
  return {
    ...no('field-invalid', '发回重审的，还没有责令本机关做什么。', '请不选“责令重新答复”，不填履行期限。', apl('89')),
    field: 'result',
  }
}

/** A first-instance judgment takes effect after the time to appeal, and what it orders is due later still. */
function unlawfulEffect(folded: DisputeCase, act: DisputeActOf<'effective'>, calendar: Calendar): Refusal | null {
  const due = appealLimit(folded, calendar)?.due
  if (due && act.on <= due)
    return {
      ...no(
        'date-before-cause',
        `上诉期${chineseDate(due)}才届满，一审判决在此之前不生效。`,
        '一方上诉的，登记“上诉”；双方都没有上诉的，填写期满之后的日期，对方收到判决较晚的，以对方的上诉期为准。',
        apl('85'),
      ),
      field: 'on',
    }
  const performBy = act.performBy ?? folded.decisions[0]?.performBy
  if (!performBy || performBy > act.on) return null
  return {
    ...no('field-invalid', '履行期限不晚于生效之日。', '判决写明自生效之日起算的，按生效之日推算后填写。'),
    field: 'performBy',
  }
}

/** What must be put right first. */
const RESTS_ON: Partial<Record<DisputeActKind, readonly DisputeActKind[]>> = {
  // One that follows a remand.
  decided: ['decided', 'appealed', 'effective', 'performed'],
  effective: ['performed'],
  appealed: ['decided'],
}

function restedUpon({ live }: DisputeCase, of: number): Refusal | null {
  const at = live.findIndex(({ seq }) => seq === of)
  const resting = live[at] && RESTS_ON[live[at].act.kind]
  const later = live.slice(at + 1).findLast(({ act }) => resting?.includes(act.kind))
  if (!later) return null
  const words = DISPUTE_ACT_WORDS[later.act.kind]
  return { ...no('already-done', `其后已登记“${words}”。`, `先更正“${words}”，再更正这一步。`), field: 'of' }
}

/**
 * 复议后起诉 without a decision (APL 45, ARL 34): the day from which the fifteen days run must be known, and lie between the request
 * and the suit.
 */
function unlawfulSuit({ after = 'decided', endedOn, on }: DisputeActOf<'opened'>, receivedOn: LocalDate | null): Refusal | null {
  if (after === 'decided' || (endedOn && endedOn < on && (!receivedOn || endedOn >= receivedOn))) return null
  const said = after === 'undecided' ? '复议期限届满之日' : '对方收到不予受理决定之日'
  return {
    code: 'field-invalid',
    say: endedOn ? `${said}不在收到申请之日与收到应诉通知之日之间。` : `没有填写${said}。`,
    then: '请按起诉状副本和所附的复议材料填写；起诉是否超过十五日自这一日起算。',
    cite: after === 'undecided' ? apl('45') : arl('34'),
    field: 'endedOn',
  }
}

/**
 * 复议后起诉 against what is registered: a decision that the suit follows (`decidedElsewhere`: one that came with the case, without a
 * file), or a reconsideration whose time has really ended without one (APL 45). The agency need not have heard of one that was not accepted.
 */
export function suitBeforeItsTime(
  { after = 'decided', endedOn, on: suedOn, claimant }: DisputeActOf<'opened'>,
  reconsiderations: readonly DisputeCase[],
  decidedElsewhere: boolean,
  calendar: Calendar,
): Refusal | null {
  if (after === 'decided') {
    const decisions = reconsiderations.flatMap(decisionsOf)
    if (decidedElsewhere || decisions.some(({ on }) => on <= suedOn)) return null
    return {
      code: 'not-ordered',
      say:
        decisions.length > 0
          ? '登记的行政复议决定晚于收到应诉通知之日，不能登记为已有复议决定后起诉。'
          : '没有登记过行政复议决定，不能登记为已有复议决定后起诉。',
      then: '先登记行政复议的结果，或者核对日期；复议未受理或者逾期未作决定的，在“复议的结果”中选择；未经复议的，选择“未经复议直接起诉”。',
      cite: apl('45'),
      field: 'path',
    }
  }
  const own = reconsiderations.filter(({ opened }) => opened.claimant === claimant)
  if (after === 'notAccepted') return acceptedAfterAll(own, suedOn)
  const decided = own
    .flatMap(decisionsOf)
    .map(({ on }) => on)
    .find((on) => endedOn && on <= endedOn)
  if (decided)
    return {
      code: 'field-invalid',
      say: `已登记${chineseDate(decided)}收到行政复议决定，不是逾期未作决定。`,
      then: '“复议的结果”请选择“已有行政复议决定”；登记有误的，先在行政复议卷内更正。',
      cite: apl('45'),
      field: 'after',
    }
  const pending = own.find((one) => decisionsOf(one).length === 0)
  const ends = pending && reconsiderationEnds(pending, calendar)
  return ends && endedOn && endedOn < ends
    ? {
        code: 'date-before-cause',
        say: `按已登记的受理之日，复议期限到${chineseDate(ends)}才届满。`,
        then: '请核对起诉状所附的复议材料；受理之日、审理程序或者延长登记有误的，先在行政复议卷内更正。',
        cite: arl('62'),
        field: 'endedOn',
      }
    : null
}

/** What the body decided; that it did not is no decision. */
function decisionsOf({ decisions }: DisputeCase): DisputeActOf<'decided'>[] {
  return decisions.filter(({ result }) => result !== 'undecided')
}

/** Who got a decision on the merits (ARL 63–69) was not turned away (ARL 34). */
function acceptedAfterAll(own: readonly DisputeCase[], suedOn: LocalDate): Refusal | null {
  const onTheMerits = own
    .flatMap(decisionsOf)
    .find(({ on, result }) => on <= suedOn && resultRule('reconsideration', result)?.column !== 'other')
  return onTheMerits === undefined
    ? null
    : {
        code: 'field-invalid',
        say: `已登记${chineseDate(onTheMerits.on)}收到行政复议决定（${resultRule('reconsideration', onTheMerits.result)?.words ?? ''}），不是不予受理。`,
        then: '“复议的结果”请选择“已有行政复议决定”；登记有误的，先在行政复议卷内更正。',
        cite: arl('34'),
        field: 'after',
      }
}

/** Procedure and acceptance that the law of the day does not know: no limit could be reckoned from them. */
export function unlawfulOpening(opened: DisputeActOf<'opened'>, receivedOn: LocalDate | null): Refusal | null {
  const { path, procedure, on, acceptedOn } = opened
  if (path === 'litigationAfterReconsideration') return unlawfulSuit(opened, receivedOn)
  const simplified = path === 'reconsideration' && procedure === 'simplified'
  if (simplified && [on, acceptedOn ?? on].some((day) => !OVERSIGHT_LIMITS.respondentAnswerSimplified.on(day)))
    return {
      code: 'field-invalid',
      say: '收到通知、受理时，行政复议还没有简易程序。',
      then: '请选择“普通程序”，或者核对日期。',
      cite: arl('53'),
      field: 'procedure',
    }
  if (!acceptedOn || (acceptedOn <= on && (!receivedOn || acceptedOn >= receivedOn))) return null
  return {
    code: 'field-invalid',
    say: '受理之日不在收到申请之日与收到通知之日之间。',
    then: '请按通知书写明的受理日期填写。',
    field: 'acceptedOn',
  }
}
