/**
 * 分类 — what an application looks like, and what follows. Number first, classification second: none of these keeps an
 * application from being registered, and each ends with a written reply.
 */
import { type Citation, reg, whole } from '../cite.ts'
import type { Outcome } from './vocabulary.ts'

export const LOOKS_LIKE = [
  'request',
  'petition',
  'consultation',
  'publishedWork',
  'ownRecord',
  'schoolMatter',
  'reconfirmation',
] as const
export type LooksLike = (typeof LOOKS_LIKE)[number]

interface TriageRule {
  readonly zh: string
  /** How to tell. */
  readonly sign: string
  readonly follows: string
  readonly by: Citation
  /** The reply that this usually ends in; null where the content decides. */
  readonly outcome: Outcome | null
}

export const TRIAGE_RULES: Readonly<Record<LooksLike, TriageRule>> = {
  request: {
    zh: '政府信息公开申请',
    sign: '要的是机关制作或者获取、已经记录保存的信息。',
    follows: '按申请办理，在答复期限内书面答复。',
    by: reg('33'),
    outcome: null,
  },
  petition: {
    zh: '信访、投诉、举报',
    sign: '以申请的形式反映问题、要求查处或者解决。',
    follows: '照常登记编号；答复时告知不作为政府信息公开申请处理，并可以告知通过相应渠道提出。',
    by: reg('39.1'),
    outcome: 'notProcessed.petition',
  },
  consultation: {
    zh: '咨询',
    sign: '问政策、问理由、问怎么办，没有指向已经保存的信息。',
    follows: '照常登记编号，可以先电话解答；申请人仍要求书面答复的，在期限内答复，报表计入其他处理。',
    by: reg('2'),
    outcome: 'other.other',
  },
  publishedWork: {
    zh: '索要公报、报刊、书籍等公开出版物',
    sign: '要的是可以买到、借到的出版物。',
    follows: '照常登记编号；答复时告知获取的途径。',
    by: reg('39.2'),
    outcome: 'notProcessed.publishedWork',
  },
  ownRecord: {
    zh: '要求更正本人信息',
    sign: '有证据证明机关提供的与其自身相关的信息记录不准确。',
    follows: '不按公开申请答复，按更正本人信息办理；无权更正的，转送或者告知有权机关。',
    by: reg('41'),
    outcome: null,
  },
  schoolMatter: {
    zh: '学校等公共企事业单位的信息',
    sign: '要的是学校、幼儿园自己制作、保存的信息，本机关没有保存。',
    follows: '照常登记编号；答复不属于本机关负责公开，并告知学校的名称和联系方式。本机关也保存的，本机关答复。',
    by: reg('55'),
    outcome: 'unable.notOurs',
  },
  reconfirmation: {
    zh: '要求确认或者重新出具已获取的信息',
    sign: '手里已有该信息，要机关盖章、证明真伪或者再出一份。',
    follows: '照常登记编号；答复时告知不予重复提供、不作确认。',
    by: whole('reportFormat2021'),
    outcome: 'notProcessed.reconfirmation',
  },
}

const RECORDS = /(?:情况|结果|记录|台账|统计|数据|名单|文件|清单|办法|制度|渠道|电话|决定|报告|材料)。?$/
const COMPLAINS = /^(?:我要|我想|本人)?(?:投诉|举报|控告|信访|上访|反映)/
const DEMANDS =
  /(?:要求|请求|恳请|希望|请)(?!提供|公开|获取|告知|求提供|求公开)[^，。；、]{0,12}(?:查处|处罚|处理|追究|严惩|赔偿|退还|退费|整改|解决|纠正)|(?:投诉|举报|控告)[^，。；、]{0,15}(?:违规|违法|乱收费|不作为|乱作为)/

/**
 * Whether what somebody writes looks like a complaint, a report of wrongdoing or a petition (Art 39.1): for a hint that another way
 * is right, never for a refusal. What asks for records of complaints (投诉举报办理情况) does not.
 */
export function looksLikePetition(subject: string, description: string): boolean {
  const told = [subject, description].map((text) => text.normalize('NFKC').replace(/\s/g, ''))
  return told.some((text) => (COMPLAINS.test(text) && !RECORDS.test(text)) || DEMANDS.test(text))
}
