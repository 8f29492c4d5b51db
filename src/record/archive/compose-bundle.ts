/** Puts the parts of a bundle in order and names what is missing. */
import type { BasisText } from '../../law/basis/library.ts'
import type { Calendar } from '../../law/calendar.ts'
import type { LocalDate } from '../../law/date.ts'
import type { Readings } from '../../law/readings.ts'
import type { ClockAnswer } from '../../law/requests/clock-types.ts'
import { outcomeRule } from '../../law/requests/outcomes.ts'
import type { IntakeChannel } from '../../law/requests/vocabulary.ts'
import { letterText } from '../letters/check.ts'
import type { Letter, LetterCode } from '../letters/model.ts'
import type { Requester, RequestContent } from '../people/requester.ts'
import type { RequestCase } from '../requests/case.ts'
import { authorityShown, type EvidenceKind, showsAuthority } from '../requests/evidence.ts'
import type { Party } from '../requests/plain-act.ts'
import { isSettled, isVoid, needsService, serviceOf, SERVICE_STATE_WORDS } from '../requests/service.ts'
import type { Bundle, BundlePart, BundleScope, Gap, SheetBlock } from './bundle.ts'
import {
  basisSheet,
  clockSheet,
  courseSheet,
  disputeSheet,
  type DraftedStep,
  draftingSheet,
  opinionSheet,
  requestSheet,
  searchSheet,
  serviceSheet,
} from './bundle-parts.ts'

export interface BundleFacts {
  agency: string
  number: string
  subject: string
  today: LocalDate
  folded: RequestCase
  clock: ClockAnswer
  /** Against which the clock was read. */
  setting: { calendar: Calendar; readings: Readings }
  requester: Requester
  content: RequestContent
  corrected: string | null
  /** 来件号; empty where there is none. */
  incomingMail: string
  parties: ReadonlyMap<string, Party>
  letters: { code: LetterCode; number: string; issuedOn: LocalDate; actSeq: number | null; letter: Letter }[]
  /** `heldBack`: it holds what the reply withheld. */
  files: { name: string; mediaType: string; hash: string; purpose: string; storedOn: LocalDate; heldBack: boolean }[]
  drafts: DraftedStep[]
  library: readonly BasisText[]
  nameOf: (actorId: string) => string
  /** The day on which something was written down, of its instant. */
  dayOf: (instant: string) => LocalDate
}

export function composeBundle(facts: BundleFacts, scope: BundleScope): Bundle {
  const sealed = facts.files.filter(({ heldBack }) => heldBack)
  const whole = scope === 'volume'
  return {
    scope,
    agency: facts.agency,
    number: facts.number,
    subject: facts.subject,
    volume: facts.folded.archive?.act.volume ?? null,
    madeOn: facts.today,
    parts: scope === 'sealed' ? filed(sealed) : partsOf(facts, whole),
    gaps: whole ? gapsOf(facts) : [],
    notes: notesOf(scope, sealed.length),
    acts: whole ? actsOf(facts) : [],
  }
}

function notesOf(scope: BundleScope, sealed: number): string[] {
  if (scope === 'sealed')
    return ['本卷是没有公开的信息原件和处理中的文件，只供复议机构、人民法院查阅，不交换，不供对方查阅、复制。']
  if (scope === 'evidence' && sealed > 0)
    return [`没有公开的信息原件等${sealed}件不在本卷，另行密封；复议机构、人民法院要求查阅的，单独提交。`]
  return []
}

function actsOf({ folded }: BundleFacts): unknown[] {
  return folded.acts.map(({ seq, act, recordedAt }) => ({ seq, recordedAt, annulled: folded.annulled.has(seq), ...act }))
}

function filed(files: BundleFacts['files']): BundlePart[] {
  return files.map(({ name, mediaType, hash, purpose, storedOn }) => ({
    kind: 'file',
    section: 'files',
    title: purpose === '案卷材料' ? name : `${purpose}：${name}`,
    on: storedOn,
    name,
    mediaType,
    hash,
  }))
}

/** Of the evidence: neither what was withheld, nor the wordings that were not sent, nor letters that are void. */
function partsOf(facts: BundleFacts, whole: boolean): BundlePart[] {
  const { folded, clock, library } = facts
  const standing = facts.letters.filter(({ actSeq }) => !isVoid(folded, actSeq))
  const decidedOn = folded.reply?.on ?? folded.closedOn ?? facts.today
  const sheet = (
    section: BundlePart['section'],
    title: string,
    blocks: SheetBlock[],
    on: LocalDate | null = null,
  ): BundlePart[] => (blocks.length === 0 ? [] : [{ kind: 'sheet', section, title, on, blocks }])
  const letters = (...codes: readonly LetterCode[]): BundlePart[] =>
    (whole ? facts.letters : standing)
      .filter(({ code }) => codes.includes(code))
      .map((one) => ({ ...one, isVoid: isVoid(folded, one.actSeq) }))
      .map(({ code, number, issuedOn, letter, ...at }) => ({
        kind: 'letter',
        section: code === 'D01' ? 'receipt' : code === 'D28' ? 'service' : 'letters',
        title: at.isVoid ? `${letter.title}（${SERVICE_STATE_WORDS.void}）` : letter.title,
        number,
        on: issuedOn,
        letter,
        void: at.isVoid,
      }))
  const outcomes = folded.outcome ? outcomeRule(folded.outcome).articles : []
  return [
    ...sheet(
      'request',
      '政府信息公开申请（登记内容）',
      requestSheet(folded, facts.requester, facts.content, facts.corrected, {
        authorised: authorityShown(facts.requester, facts.files),
        incomingMail: facts.incomingMail,
      }),
      folded.submittedOn,
    ),
    ...letters('D01'),
    ...sheet('clock', '期限计算表', clockSheet(folded, clock, facts.setting)),
    ...sheet('course', '办理经过', courseSheet(folded, facts)),
    ...sheet('search', '检索记录', searchSheet(folded.searches), folded.searches[0]?.on ?? null),
    ...sheet('opinions', '征求意见情况', opinionSheet(folded, facts.parties)),
    ...sheet(
      'drafting',
      '答复稿、审查和审批',
      draftingSheet(folded, facts.drafts, facts.nameOf, whole),
      folded.approval?.on ?? null,
    ),
    ...letters(...facts.letters.map(({ code }) => code).filter((code) => code !== 'D01' && code !== 'D28')),
    ...sheet('service', '送达经过', serviceSheet(folded), folded.served?.on ?? null),
    ...letters('D28'),
    ...sheet('disputes', '复议和诉讼情况', disputeSheet(folded)),
    ...filed(facts.files.filter(({ heldBack }) => whole || !heldBack)),
    ...sheet(
      'basis',
      '法律依据',
      basisSheet(
        library,
        decidedOn,
        outcomes,
        standing.map(({ letter }) => letterText(letter)),
      ),
      decidedOn,
    ),
  ]
}

/** Channels that leave an envelope, a fax or a printout behind. */
const LEAVES_PAPER: readonly IntakeChannel[] = ['signed-mail', 'ordinary-mail', 'other-desk', 'fax', 'email', 'oral']

const SHOWS_HOW_IT_CAME: readonly string[] = [
  '申请书原件',
  '信封',
  '签收页',
  '邮件查询记录',
  '通话记录',
  '案卷材料',
] satisfies EvidenceKind[]

/** 法庭会问到而案卷里没有的. */
export function gapsOf(facts: BundleFacts): Gap[] {
  const { folded, letters, files, today } = facts
  const gaps: Gap[] = []
  const gap = (section: Gap['section'], say: string, then: string) => void gaps.push({ section, say, then })
  if (!folded.receivedOn) gap('receipt', '没有确认收到申请之日。', '登记“确认收到”。')
  if (LEAVES_PAPER.includes(folded.via) && !files.some(({ purpose }) => SHOWS_HOW_IT_CAME.includes(purpose)))
    gap('request', '没有申请书原件、信封或来电来件记录的影像。', '扫描后用“上传附件”存入案卷。')
  if (facts.requester.agent && !files.some(({ purpose }) => showsAuthority(purpose)))
    gap('request', '没有代理人的委托书（监护关系证明）。', '扫描后用“上传附件”存入案卷，种类选“委托书”或者“监护关系证明”。')
  if (folded.receivedOn && !letters.some(({ code, actSeq }) => code === 'D01' && !isVoid(folded, actSeq)))
    gap('receipt', '没有登记回执。', '核对收到之日的登记。')
  if (folded.outcome?.startsWith('unable.notHeld') && folded.searches.length === 0)
    gap('search', '答复信息不存在，但没有检索记录。', '检索是在答复之前做的，补充当时的检索材料存入附件。')
  for (const one of folded.consultations) {
    if (!one.letterReceived && !one.answeredOn)
      gap('opinions', `“${one.party}”何时收到征求意见书没有证据。`, '补登对方收到的日期和凭证。')
  }
  if (folded.reply) {
    if (!folded.approval) gap('drafting', '没有审批记录。', '有纸质审批单的，扫描存入附件。')
    if (facts.drafts.length === 0) gap('drafting', '没有保留答复稿的经过。', '有纸质会签单的，扫描存入附件。')
    if (folded.reviews.length === 0) gap('drafting', '没有公开前的审查记录。', '有纸质审查单的，扫描存入附件。')
    if (!folded.served) gap('service', '答复还没有送达的证据。', '登记送达并留存凭证。')
  }
  for (const letter of letters) {
    if (!needsService(letter.code)) continue
    const { state } = serviceOf(folded, letter, today)
    if (!isSettled(state) && !(folded.reply && letter.actSeq !== null && isTheReply(folded, letter.actSeq)))
      gap('service', `${letter.letter.title}（${letter.number}）：${SERVICE_STATE_WORDS[state]}。`, '在“送达”中补登凭证。')
  }
  if (folded.disputes.length > 0 && files.length === 0)
    gap('disputes', '没有复议、诉讼文书的影像。', '将收到的通知书、答复书和决定书上传为附件。')
  return gaps
}

function isTheReply({ live }: RequestCase, seq: number): boolean {
  return live.some((one) => one.seq === seq && one.act.kind === 'replied')
}
