/** 给第三方和其他机关的文书, and the proof of service: D05, D06, D08, D09, D28. None of them shows who asked. */
import { arl, cite, reg } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import { CO_MAKER_LIMIT, lengthOn, THIRD_PARTY_LIMIT } from '../../law/requests/limits.ts'
import { LEFT_WITNESS_WORDS } from '../../law/requests/service.ts'
import { SERVICE_METHOD_WORDS } from '../../law/requests/vocabulary.ts'
import type { LetterFacts } from './facts.ts'
import type { Letter } from './model.ts'
import { worded } from './wording.ts'
import { bare, basis, contact, decidedAs, letter, paragraph, paragraphs, remedies, served, youParty } from './phrases.ts'

/** 征求意见书（第三方） (Art 32): the right to object with reasons, 15 working days; on silence the agency decides. */
export function thirdPartyConsultation(facts: LetterFacts<'D05'>): Letter {
  const { act, request } = facts
  const who = youParty(act.party)
  const days = lengthOn(THIRD_PARTY_LIMIT, facts.date).n
  return letter('D05', facts, {
    title: '关于征求政府信息公开意见的函',
    addressee: act.party.name,
    blocks: [
      paragraph(
        `本机关收到一件政府信息公开申请（登记编号：${request.number}），所申请公开的信息涉及${who}：${bare(act.information)}。`,
      ),
      paragraph(
        `${basis([reg('32')])}，现书面征求${who}的意见。请${who}自收到本函之日起${days}个工作日内，就是否同意公开提出书面意见；不同意公开的，请说明理由，并注明涉及商业秘密、个人隐私等的具体内容。`,
      ),
      paragraph(
        '逾期未提出意见的，由本机关依照《条例》的规定决定是否公开。不同意公开且有合理理由的，本机关不予公开；本机关认为不公开可能对公共利益造成重大影响的，可以决定予以公开，并将决定公开的内容和理由书面告知。',
      ),
      contact(facts),
    ],
    attachments: ['第三方意见回执'],
  })
}

/** 第三方意见回执: to be filled in and sent back. */
export function thirdPartySlip(facts: LetterFacts<'D06'>): Letter {
  const { act, request } = facts
  return letter('D06', facts, {
    title: '第三方意见回执',
    addressee: null,
    blocks: [
      {
        kind: 'form',
        rows: [
          { label: '申请登记编号', value: request.number },
          { label: '第三方姓名（名称）', value: act.party.name },
          { label: '涉及的信息', value: act.information },
          { label: '意见', value: '□同意公开　　□部分同意公开　　□不同意公开' },
          { label: '不同意公开的内容和理由', value: '' },
          { label: '签名（盖章）', value: '' },
          { label: '日期', value: '　　　　年　　月　　日' },
        ],
      },
      paragraph(worded(facts, 'returnSlip')),
    ],
  })
}

/** 征求意见书（共同制作机关） (Art 34: silence is consent) or 征询函（其他机关） (Art 11, 33.3: silence has no effect). */
export function agencyConsultation(facts: LetterFacts<'D08'>): Letter {
  const { act, request } = facts
  const received = `本机关收到一件政府信息公开申请（登记编号：${request.number}），申请公开：${bare(act.information)}。`
  const coMaker = act.as === 'co-maker'
  const asked = coMaker
    ? `该信息由本机关牵头与贵机关共同制作。${basis([reg('34')])}，现征求贵机关的意见。请自收到本函之日起${lengthOn(CO_MAKER_LIMIT, facts.date).n}个工作日内提出书面意见；逾期未提出意见的，视为同意公开。`
    : `该信息涉及贵机关。${basis([reg('11')])}，现就是否可以公开征询贵机关的意见，请${act.answerBy ? `于${chineseDate(act.answerBy)}前` : '及时'}书面答复，并注明依据。`
  return letter('D08', facts, {
    title: coMaker ? '关于征求共同制作信息公开意见的函' : '关于征询政府信息公开意见的函',
    addressee: act.agency,
    blocks: [paragraph(received), paragraph(asked), contact(facts)],
  })
}

/** 决定公开告知书（第三方） (Art 32): what will be disclosed, why the public interest outweighs, and the third party's remedies. */
export function disclosureTold(facts: LetterFacts<'D09'>): Letter {
  const { act } = facts
  const who = youParty(act.party)
  return letter('D09', facts, {
    title: '关于决定公开政府信息的告知书',
    addressee: act.party.name,
    blocks: [
      paragraph(`本机关收到的政府信息公开申请涉及${who}，已书面征求意见。${who}不同意公开。`),
      paragraph(`经审查，${basis([reg('32')])}，本机关决定公开以下内容：${bare(act.information)}。`),
      paragraph('理由如下：'),
      ...paragraphs(act.reasons),
      ...remedies(facts, decidedAs('granted')).map(paragraph),
    ],
  })
}

/** 送达回证: goes with every document that is served; what is not known yet is left to be written in. */
export function serviceProof(facts: LetterFacts<'D28'>): Letter {
  const { act, requester, request } = facts
  const byMail = act.method === 'signed-mail'
  const remarks = [
    act.left && `留置送达，拒收事由：${bare(act.left)}`,
    act.leftWitness && LEFT_WITNESS_WORDS[act.leftWitness],
    act.onlineWay && `已一并提供提交行政复议申请书的互联网渠道：${act.onlineWay}（${cite(arl('22.2'))}）`,
  ]
    .filter(Boolean)
    .join('；')
  return letter('D28', facts, {
    title: '送达回证',
    addressee: null,
    blocks: [
      {
        kind: 'form',
        rows: [
          { label: '申请登记编号', value: request.number },
          { label: '送达文书', value: act.document },
          { label: '文号', value: act.documentNumber },
          { label: '受送达人', value: act.recipient ?? served(requester) },
          {
            label: '送达方式',
            value: SERVICE_METHOD_WORDS[act.method] + (act.entrustedTo ? `（受委托机关：${act.entrustedTo}）` : ''),
          },
          { label: byMail ? '邮件号码' : '送达凭据', value: act.proof },
          { label: '送达日期', value: act.servedOn ? chineseDate(act.servedOn) : '　　　　年　　月　　日' },
          { label: '受送达人签名（盖章）', value: act.signer ?? '' },
          { label: '代收人及其与受送达人关系', value: act.takenBy ?? '' },
          { label: '送达人', value: '' },
          { label: '备注', value: remarks },
        ],
      },
    ],
  })
}
