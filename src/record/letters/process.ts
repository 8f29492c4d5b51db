/** 办理过程中给申请人的文书: D01–D04, D07, D10, D25, D27. Acts of process: they tell no remedies. */
import { feeMeasures, reg } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import { type CorrectionTrigger, isAboutContent, TRIGGER_RULES } from '../../law/requests/correction-triggers.ts'
import { feeWords } from '../../law/requests/fees.ts'
import {
  CO_MAKER_LIMIT,
  CORRECTION_NOTICE_LIMIT,
  EXTENSION_LIMIT,
  FEE_PAYMENT_LIMIT,
  lengthOn,
  REPLY_LIMIT,
  THIRD_PARTY_LIMIT,
} from '../../law/requests/limits.ts'
import { INTAKE_CHANNEL_WORDS } from '../../law/requests/vocabulary.ts'
import type { OpenEnd } from '../requests/open-end.ts'
import type { LetterFacts } from './facts.ts'
import type { Letter } from './model.ts'
import { worded } from './wording.ts'
import {
  addressed,
  basis,
  contact,
  letter,
  opening,
  paragraph,
  paragraphs,
  requesterRows,
  sentence,
  series,
  you,
} from './phrases.ts'

/** 登记回执 */
export function receipt(facts: LetterFacts<'D01'>): Letter {
  const { agency, requester, request, act } = facts
  const days = lengthOn(REPLY_LIMIT, facts.date).n
  const more = lengthOn(EXTENSION_LIMIT, facts.date).n
  const due = act.dueOn ? chineseDate(act.dueOn) : request.receivedOn ? '待下一年度放假安排公布后确定' : '自确认收到申请之日起算'
  return letter('D01', facts, {
    title: '政府信息公开申请登记回执',
    addressee: null,
    blocks: [
      {
        kind: 'form',
        rows: [
          { label: '登记编号', value: request.number },
          ...requesterRows(requester),
          { label: '申请公开的信息', value: request.subject },
          { label: '提交方式', value: INTAKE_CHANNEL_WORDS[request.via] },
          { label: '提交日期', value: chineseDate(request.submittedOn) },
          { label: '收到申请之日', value: request.receivedOn ? chineseDate(request.receivedOn) : '待与申请人确认' },
          { label: '答复期限届满日', value: due },
          { label: '受理机构', value: agency.officeName || agency.name },
          { label: '联系方式', value: `${agency.phone}；${agency.address}` },
        ],
      },
      paragraph(
        `${basis([reg('33')])}，本机关自收到申请之日起${days}个工作日内答复；需要延长的，最长不超过${more}个工作日，并另行告知。征求第三方和其他机关意见所需时间不计算在内。`,
      ),
    ],
  })
}

/** 补正告知书 (Art 30): what to correct, by when, what silence means, and that the limit starts afresh. */
export function correctionNotice(facts: LetterFacts<'D02'>): Letter {
  const { requester, act } = facts
  const who = you(requester)
  return letter('D02', facts, {
    title: '关于补正政府信息公开申请的告知书',
    addressee: addressed(requester),
    blocks: [
      opening(facts),
      paragraph(`${correctionCause(who, act.triggers)}，请${who}补正以下内容：`),
      { kind: 'list', items: series(act.items) },
      paragraph(`请${who}于${chineseDate(act.replyBy)}前（含当日）将补正材料提交本机关。${worded(facts, 'guidance')}`),
      paragraph(`${afterCorrection(facts)}无正当理由逾期不补正的，视为放弃申请，本机关不再处理该政府信息公开申请。`),
      contact(facts),
    ],
  })
}

/** Whether the limit begins afresh with the correction (Art 30), as the clock will count it. */
function afterCorrection({ date, act: { runsOnTo, ordered } }: LetterFacts<'D02'>): string {
  if (runsOnTo === undefined) return '答复期限自本机关收到补正材料之日起重新计算。'
  const until = runsOnTo ? `，至${chineseDate(runsOnTo)}届满` : ''
  if (ordered) return `重新答复的期限已由决定或者裁判限定，不因补正重新计算${until}。`
  return `本告知超过了收到申请之日起${lengthOn(CORRECTION_NOTICE_LIMIT, date).n}个工作日，答复期限不因补正重新计算，仍照原来的计算${until}。`
}

/** 补正事由: unclear content as Art 30 has it; whatever else is missing of Art 29 by its name. */
function correctionCause(who: string, triggers: readonly CorrectionTrigger[] = ['content']): string {
  const unclear = `经审查，${who}的申请内容不明确，本机关难以据此确定所申请公开的信息`
  const others = triggers.filter((trigger) => trigger !== 'content').map((trigger) => TRIGGER_RULES[trigger].zh)
  if (others.length === 0) return `${unclear}。${basis([reg('30')])}`
  const missing = `${isAboutContent(triggers) ? `${unclear}；另有` : `经审查，${who}的申请有`}以下情形：${others.join('；')}`
  return `${missing}。${basis([reg('29.2'), reg('30')])}`
}

/** 说明理由告知书 (Art 35) */
export function reasonsNotice(facts: LetterFacts<'D03'>): Letter {
  const { requester, act } = facts
  const who = you(requester)
  return letter('D03', facts, {
    title: '关于说明政府信息公开申请理由的告知书',
    addressee: addressed(requester),
    blocks: [
      opening(facts),
      paragraph(`经查，${sentence(act.facts)}`),
      paragraph(
        `上述申请公开政府信息的数量、频次明显超过合理范围。${basis([reg('35')])}，请${who}说明理由，并于${chineseDate(act.replyBy)}前（含当日）以书面形式提交本机关。`,
      ),
      paragraph(
        '本机关认为理由不合理的，将告知不予处理；认为理由合理，但是无法在规定期限内答复的，将确定延迟答复的合理期限并予以告知。',
      ),
      contact(facts),
    ],
  })
}

const DAY_UNKNOWN: Record<OpenEnd['because'], string> = {
  calendar: '届满之日待国务院办公厅公布下一年度放假安排后确定。',
  consultation: '征求意见所需时间不计算在内，届满之日待征求意见结束后确定。',
}

/** 延期答复告知书 (Art 33.2) */
export function extensionNotice(facts: LetterFacts<'D04'>): Letter {
  const { requester, act } = facts
  return letter('D04', facts, {
    title: '关于延长政府信息公开申请答复期限的告知书',
    addressee: addressed(requester),
    blocks: [
      opening(facts),
      paragraph(
        (act.formerDueOn ? `该申请的答复期限原至${chineseDate(act.formerDueOn)}届满。` : '') +
          `${sentence(act.reason)}${basis([reg('33.2')])}，经本机关政府信息公开工作机构负责人同意，答复期限延长${act.workingDays}个工作日，` +
          (act.newDueOn ? `至${chineseDate(act.newDueOn)}届满。` : DAY_UNKNOWN[act.openBecause ?? 'calendar']),
      ),
      contact(facts),
    ],
  })
}

const ASKED = {
  thirdParty: { whom: '第三方', why: '涉及第三方，公开可能损害其合法权益', by: reg('32'), limit: THIRD_PARTY_LIMIT },
  coMaker: {
    whom: '共同制作该信息的其他行政机关',
    why: '由本机关牵头与其他行政机关共同制作',
    by: reg('34'),
    limit: CO_MAKER_LIMIT,
  },
  consulted: { whom: '其他机关', why: '涉及其他机关', by: reg('11'), limit: null },
} as const

/** 征求意见告知书（申请人） (Art 33.3) */
export function consultationTold(facts: LetterFacts<'D07'>): Letter {
  const { requester, act } = facts
  const { whom, why, by, limit } = ASKED[act.whom]
  const within = limit ? `该意见应当自收到征求意见书之日起${lengthOn(limit, facts.date).n}个工作日内提出。` : ''
  return letter('D07', facts, {
    title: '关于征求意见情况的告知书',
    addressee: addressed(requester),
    blocks: [
      opening(facts),
      paragraph(
        `经审查，${you(requester)}申请公开的信息${why}。${basis([by])}，本机关已于${chineseDate(act.askedOn)}书面征求${whom}的意见。${within}`,
      ),
      paragraph(`${basis([reg('33.3')], false)}，征求意见所需时间不计算在答复期限内。本机关收到意见后将依法及时答复。`),
      contact(facts),
    ],
  })
}

/** 收费通知书 (《信息处理费管理办法》第六条) */
export function feeNotice(facts: LetterFacts<'D10'>): Letter {
  const { requester, act } = facts
  const who = you(requester)
  const days = lengthOn(FEE_PAYMENT_LIMIT, facts.date).n
  return letter('D10', facts, {
    title: '关于收取信息处理费的通知书',
    addressee: addressed(requester),
    blocks: [
      opening(facts),
      paragraph(
        `${who}申请公开政府信息的数量、频次明显超过合理范围。${basis([reg('42'), feeMeasures(act.fee.by.at)])}，本机关决定对该申请收取信息处理费，计算如下：`,
      ),
      { kind: 'list', items: feeWords(act.fee) },
      paragraph(
        `请${who}自收到本通知次日起${days}个工作日内缴纳信息处理费${act.fee.yuan}元。缴纳方式：${sentence(worded(facts, 'payment'))}`,
      ),
      paragraph(
        '答复期限自缴清费用次日起重新计算。逾期未缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请。对收费决定有异议的，可以在本机关不再处理后依法投诉、举报、申请行政复议或者提起行政诉讼。',
      ),
      contact(facts),
    ],
  })
}

/** 延迟答复告知书 (Art 35) */
export function deferralNotice(facts: LetterFacts<'D25'>): Letter {
  const { requester, act } = facts
  return letter('D25', facts, {
    title: '关于延迟答复政府信息公开申请的告知书',
    addressee: addressed(requester),
    blocks: [
      opening(facts),
      paragraph(
        `${you(requester)}对申请公开政府信息的数量、频次说明了理由，本机关认为理由合理，但是无法在规定期限内答复。${sentence(act.reason)}${basis([reg('35')])}，本机关确定延迟至${chineseDate(act.until)}前（含当日）答复。`,
      ),
      contact(facts),
    ],
  })
}

/** 撤回确认书: who withdrew what, and when; signed by the requester. */
export function withdrawal(facts: LetterFacts<'D27'>): Letter {
  const { requester, request, act } = facts
  return letter('D27', facts, {
    title: '政府信息公开申请撤回确认书',
    addressee: null,
    blocks: [
      {
        kind: 'form',
        rows: [
          { label: '登记编号', value: request.number },
          ...requesterRows(requester),
          { label: '申请公开的信息', value: request.subject },
          { label: '撤回日期', value: chineseDate(act.withdrawnOn) },
          { label: '撤回范围', value: '全部申请事项' },
          { label: '申请人签名（盖章）', value: '' },
        ],
      },
      ...paragraphs('申请人自愿撤回上述政府信息公开申请，本机关予以确认，不再继续办理。撤回后，申请人仍可以另行提出申请。'),
    ],
  })
}
