/** 不再处理与更正的文书: D24 (a limit ran out), D26 (a person's own record, Art 41). */
import type { Citation } from '../../law/cite.ts'
import { feeMeasures, reg } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import type { LetterFacts } from './facts.ts'
import type { Letter } from './model.ts'
import {
  addressed,
  basis,
  decidedAs,
  letter,
  opening,
  paragraph,
  paragraphs,
  quoted,
  remedies,
  sentence,
  you,
} from './phrases.ts'

/** 不再处理告知书: the dates that ran out, and the effect. */
export function noFurtherProcessing(facts: LetterFacts<'D24'>): Letter {
  const { requester, act } = facts
  const who = you(requester)
  const [story, by]: [string, Citation] =
    act.because === 'correctionLapsed'
      ? [
          `本机关于${chineseDate(act.askedOn)}一次性告知${who}补正，要求于${chineseDate(act.replyBy)}前（含当日）提交补正材料。期限届满，${who}无正当理由没有补正。`,
          reg('30'),
        ]
      : [
          `本机关于${chineseDate(act.noticedOn)}发出收费通知，${who}于${chineseDate(act.noticeReceived)}收到，应当于${chineseDate(act.dueOn)}前（含当日）缴纳信息处理费${act.yuan}元。期限届满，${who}没有缴纳。`,
          feeMeasures('6'),
        ]
  return letter('D24', facts, {
    title: '关于不再处理政府信息公开申请的告知书',
    addressee: addressed(requester),
    blocks: [
      opening(facts),
      paragraph(story),
      paragraph(`${basis([by])}，视为${who}放弃申请，本机关不再处理该政府信息公开申请。需要有关信息的，可以另行提出申请。`),
      ...remedies(facts, decidedAs(act.because === 'correctionLapsed' ? 'other.correctionLapsed' : 'other.feeUnpaid')).map(
        paragraph,
      ),
    ],
  })
}

/** 更正（转送）告知书 (Art 41): amended, refused, sent on, or told where to go. */
export function amendmentTold(facts: LetterFacts<'D26'>): Letter {
  const { requester, act } = facts
  const who = you(requester)
  const to = act.to ? `${act.to.name}（联系方式：${act.to.contact}）` : ''
  const { submittedOn, receivedOn, number } = facts.request
  const decision = {
    amended: `经审核，${who}反映的情况属实。${basis([reg('41')])}，本机关已予更正。`,
    refused: `经审核，${who}提供的证据不能证明该记录不准确。${basis([reg('41')])}，本机关不予更正。`,
    transferred: `经审核，该记录的更正不属于本机关职能范围。${basis([reg('41')])}，本机关已转送有权更正的机关处理：${to}。`,
    pointed: `经审核，该记录的更正不属于本机关职能范围。${basis([reg('41')])}，请${who}向有权更正的机关提出：${to}。`,
  }[act.result]
  return letter('D26', facts, {
    title: act.result === 'transferred' ? '关于转送更正政府信息申请的告知书' : '关于更正政府信息申请的告知书',
    addressee: addressed(requester),
    blocks: [
      paragraph(`本机关于${chineseDate(receivedOn ?? submittedOn)}收到${who}要求更正政府信息记录的申请（登记编号：${number}）。`),
      paragraph(`${who}提出，本机关提供的与${who}自身相关的政府信息记录${quoted(act.record)}不准确：${sentence(act.wrong)}`),
      paragraph(decision),
      ...(act.result === 'amended' ? [paragraph(`更正后的记录：${sentence(act.correctedTo)}`)] : []),
      ...paragraphs(act.reasons),
      ...remedies(facts, decidedAs('other.other')).map(paragraph),
    ],
  })
}
