/**
 * 答复书（答辩状）和证据目录 — composed from the case, so that what the agency tells the reviewing body is what the case file shows. The
 * clerk may rewrite the text; each saved version stays.
 */
import { z } from 'zod'
import { arl, apl, cite, reg } from '../../law/cite.ts'
import { chineseDate, type LocalDate } from '../../law/date.ts'
import { DISPUTE_PATH_WORDS } from '../../law/oversight/results.ts'
import { OUTCOME_TABLE, outcomeRule } from '../../law/requests/outcomes.ts'
import { INTAKE_CHANNEL_WORDS } from '../../law/requests/vocabulary.ts'
import type { Letter, Paper } from '../letters/model.ts'
import { actDetail } from '../requests/act-words.ts'
import { ACT_WORDS, type ActKind } from '../requests/acts.ts'
import type { RequestCase } from '../requests/case.ts'
import type { DisputeActOf } from './acts.ts'
import { disputedDecision } from './decision.ts'

export const PAPER_KINDS = ['answer', 'evidence'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

const line = (max: number) => z.string().trim().max(max)

export const paperContentSchema = z.object({
  /** 答复请求 */
  request: line(500).default(''),
  /** 办理经过 */
  facts: line(10_000).default(''),
  /** 事实和理由 */
  grounds: line(10_000).default(''),
  /** 证据 */
  evidence: z
    .array(z.object({ name: line(200).min(1), proves: line(500).default(''), source: line(200).default('') }))
    .max(100)
    .default([]),
})
export type PaperContent = z.infer<typeof paperContentSchema>

/** What the papers are made from: nothing personal but the requester's name, which only the printed paper bears. */
/** What the paper's head and first sentences say, whatever the decision was about. */
export interface PaperHead {
  agency: { name: string; headName: string; address: string; phone: string; reconsiderationBody: string; court: string }
  opened: DisputeActOf<'opened'>
  number: string
  /** What is disputed, as the paper calls it. */
  over: '政府信息公开答复' | '更正告知书'
  date: LocalDate
}

/** Over a reply. */
export interface PaperFacts extends PaperHead {
  case: { number: string; subject: string; folded: RequestCase }
  /** Those that stand: what is void proves nothing. */
  letters: readonly { code: string; title: string; number: string; issuedOn: LocalDate }[]
  files: readonly { name: string }[]
  /** The reasons that the disputed reply gave, as they stand in it. */
  reasons: string
}

/** Over the amendment of a record (Art 41). */
export interface AmendmentPaperFacts extends PaperHead {
  amendment: {
    number: string
    record: string
    receivedOn: LocalDate
    decidedOn: LocalDate | null
    servedOn: LocalDate | null
    reasons: string
  }
}

/** Acts by which the case was handled, in the order of law: what anyone may ask to see proof of. */
const TOLD: readonly ActKind[] = [
  'submitted',
  'received',
  'correction-asked',
  'correction-received',
  'correction-lapsed',
  'reasons-asked',
  'reasons-given',
  'deferred',
  'searched',
  'third-party-asked',
  'third-party-answered',
  'agency-asked',
  'agency-answered',
  'extended',
  'fee-noticed',
  'fee-paid',
  'fee-lapsed',
  'replied',
  'dispatched',
  'served',
]

/** The paper as the case writes it. */
export function composedContent(facts: PaperFacts): PaperContent {
  const { folded, subject } = facts.case
  const court = isCourt(facts)
  const decided = disputedDecision(folded, facts.opened.on) !== null
  // As they are dated, not as they count: when each letter went out and arrived is told besides.
  const told = folded.acts.flatMap(({ act, seq }) => {
    if (folded.annulled.has(seq) || !TOLD.includes(act.kind)) return []
    const detail = actDetail(act)
    return [`${chineseDate(act.on)}，${ACT_WORDS[act.kind]}${detail ? `：${detail.replace(/[。；]+$/u, '')}` : ''}。`]
  })
  return {
    request: court
      ? '请求依法驳回原告的诉讼请求。'
      : decided
        ? '请求依法维持本机关作出的政府信息公开答复。'
        : '请求依法驳回申请人的行政复议请求。',
    facts: [`申请人申请公开“${subject}”（登记编号：${facts.case.number}）。`, ...told].join('\n'),
    grounds: [
      `一、本机关具有作出答复的法定职责（${cite(reg('4'))}、${cite(reg('10'))}）。`,
      `二、${decisionWords(facts)}${facts.reasons ? `理由：${facts.reasons}` : ''}`,
      // Nothing is claimed of an answer that there is not: the clerk writes why.
      decided
        ? `三、办理程序和期限符合${cite(reg('30'))}至${cite(reg('36'))}的规定，收到、答复、送达的日期见证据目录。`
        : '三、收到申请、联系和告知的日期见证据目录。',
    ].join('\n'),
    evidence: evidenceOf(facts),
  }
}

function decisionWords({ case: { folded }, opened }: PaperFacts): string {
  const decision = disputedDecision(folded, opened.on)
  if (!decision) return '本机关尚未作出答复。'
  const { on, outcome } = decision
  if (outcome === 'other.withdrawn') return `申请人已于${chineseDate(on)}撤回申请，本机关没有送达的答复。`
  const articles = outcomeRule(outcome).articles.map(cite).join('、')
  return `本机关于${chineseDate(on)}作出“${OUTCOME_TABLE[outcome].zh}”的答复，依据为${articles || cite(reg('36'))}。`
}

/** The same over the amendment of a record: less is known of it than of a request, the clerk writes the rest. */
export function amendmentContent(facts: AmendmentPaperFacts): PaperContent {
  const { number, record, receivedOn, decidedOn, servedOn, reasons } = facts.amendment
  const told = [
    `${chineseDate(receivedOn)}，收到申请人要求更正“${record}”的申请（登记编号：${number}）。`,
    decidedOn && `${chineseDate(decidedOn)}，作出决定并制作更正（转送）告知书。`,
    servedOn && `${chineseDate(servedOn)}，送达告知书。`,
  ]
  const proofs = [
    { name: '更正申请及申请人提交的证据', proves: '申请的内容和日期', source: '申请人提交' },
    ...(decidedOn
      ? [{ name: '更正（转送）告知书', proves: '决定的内容、依据、理由和救济途径的告知', source: '本机关形成' }]
      : []),
    ...(servedOn ? [{ name: '送达凭证', proves: '告知书已送达及送达日期', source: '本机关形成' }] : []),
  ]
  return {
    request: isCourt(facts) ? '请求依法驳回原告的诉讼请求。' : '请求依法维持本机关作出的更正告知书。',
    facts: told.filter(Boolean).join('\n'),
    grounds: [`本机关依据${cite(reg('41'))}对申请更正的记录进行核查并作出处理。`, reasons].filter(Boolean).join('\n'),
    evidence: proofs,
  }
}

function isCourt({ opened }: PaperHead): boolean {
  return opened.path.startsWith('litigation')
}

const PROVES: Readonly<Record<string, string>> = {
  D01: '收到申请之日和告知的答复期限',
  D02: '一次性告知补正的内容和期限',
  D03: '要求说明理由的事实和期限',
  D04: '延长答复期限经批准，并在期限届满前告知',
  D05: '已书面征求第三方意见',
  D07: '已告知申请人征求意见的时间不计入答复期限',
  D08: '已征求其他机关意见',
  D09: '决定公开已书面告知第三方',
  D10: '收费的依据、标准和金额',
  D24: '不再处理的事实和依据',
  D25: '延迟答复的合理期限已告知',
  D27: '申请人撤回申请',
  D28: '文书已送达及送达日期',
  D30: '通过互联网渠道送达时，已提供提交行政复议申请书的互联网渠道',
}

function evidenceOf({ case: { folded }, letters, files }: PaperFacts): PaperContent['evidence'] {
  const application = {
    name: '政府信息公开申请',
    proves: `申请的内容、提交方式（${INTAKE_CHANNEL_WORDS[folded.via]}）和日期`,
    source: '申请人提交',
  }
  const searches = folded.live.flatMap(({ act }) =>
    act.kind === 'searched'
      ? [
          {
            name: `检索记录（${chineseDate(act.on)}，${act.place}）`,
            proves: '已尽到合理检索义务',
            source: '本机关形成',
          },
        ]
      : [],
  )
  const papers = letters.map(({ code, title, number, issuedOn }) => ({
    name: `《${title}》（${number}，${chineseDate(issuedOn)}）`,
    proves: PROVES[code] ?? '答复的内容、依据、理由和救济途径的告知',
    source: '本机关形成',
  }))
  const attached = files.map(({ name }) => ({ name: `附件：${name}`, proves: '', source: '案卷材料' }))
  return [application, ...searches, ...papers, ...attached]
}

export function disputePaper(kind: PaperKind, content: PaperContent, facts: PaperHead, requesterName: string): Paper {
  const court = isCourt(facts)
  const to = facts.opened.path === 'complaint' ? '' : court ? facts.agency.court : facts.agency.reconsiderationBody
  const opponent = facts.opened.claimant === 'requester' ? requesterName : '第三方'
  const parties = court ? (['原告', '被告'] as const) : (['申请人', '被申请人'] as const)
  const signature = { agency: facts.agency.name, date: chineseDate(facts.date) }
  const head = { agency: facts.agency.name, number: facts.number, attachments: [], signature }
  if (kind === 'evidence')
    return {
      ...head,
      title: '证据目录',
      addressee: null,
      blocks: [
        {
          kind: 'form',
          rows: content.evidence.map(({ name, proves, source }, index) => ({
            label: `证据${index + 1}`,
            value: [name, proves && `证明对象：${proves}`, source && `来源：${source}`].filter(Boolean).join('；'),
          })),
        },
        {
          kind: 'paragraph',
          text: `以上证据共${content.evidence.length}份，根据${cite(court ? apl('67') : arl('48'))}的规定随${court ? '答辩状' : '答复书'}一并提交。`,
        },
      ],
    }
  return {
    ...head,
    title: court ? '行政诉讼答辩状' : facts.opened.path === 'complaint' ? '关于投诉举报事项的答复' : '行政复议答复书',
    addressee: to || null,
    blocks: [
      {
        kind: 'paragraph',
        text:
          `${parties[0]}：${opponent}。${parties[1]}：${facts.agency.name}，住所：${facts.agency.address}，` +
          `${facts.agency.headName ? `负责人：${facts.agency.headName}，` : ''}联系电话：${facts.agency.phone}。`,
      },
      {
        kind: 'paragraph',
        text: `${parties[0]}不服${parties[1]}${facts.over}一案${facts.opened.reference ? `（${facts.opened.reference}）` : ''}，${parties[1]}于${chineseDate(facts.opened.on)}收到通知，途径为${DISPUTE_PATH_WORDS[facts.opened.path]}。现答复如下：`,
      },
      { kind: 'heading', text: '一、答复请求' },
      ...paragraphsOf(content.request),
      { kind: 'heading', text: '二、办理经过' },
      ...paragraphsOf(content.facts),
      { kind: 'heading', text: '三、事实和理由' },
      ...paragraphsOf(content.grounds),
    ],
    attachments: ['证据目录及证据材料'],
  }
}

function paragraphsOf(text: string): Letter['blocks'] {
  return text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => ({ kind: 'paragraph', text: one }))
}
