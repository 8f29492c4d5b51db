/** The sheets of a bundle that the product itself writes: from the acts, the clock and what was kept beside them. */
import { citationsIn, basisOn } from '../../law/basis/citations.ts'
import type { BasisText } from '../../law/basis/library.ts'
import { articleHeading } from '../../law/basis/text.ts'
import type { Calendar } from '../../law/calendar.ts'
import { type Citation, cite, reg } from '../../law/cite.ts'
import { chineseDate, type LocalDate } from '../../law/date.ts'
import type { Readings } from '../../law/readings.ts'
import { ID_PAPER_RULES } from '../../law/requests/identity.ts'
import { type ClockAnswer, STEP_WORDS } from '../../law/requests/clock-types.ts'
import { OBJECTION_DECISION_WORDS } from '../../law/requests/consultation.ts'
import { outcomeRule } from '../../law/requests/outcomes.ts'
import { REVIEW_ASPECT_WORDS } from '../../law/requests/reviews.ts'
import { INTAKE_CHANNEL_WORDS, LIMIT_WORDS, REQUESTER_KIND_WORDS } from '../../law/requests/vocabulary.ts'
import { GROUND_TABLE } from '../../law/withholding.ts'
import { otherPeopleRows } from '../people/recipient.ts'
import { CARRIER_WORDS, DELIVERY_WAY_WORDS, type Requester, type RequestContent } from '../people/requester.ts'
import { actDetail } from '../requests/act-words.ts'
import { ACT_WORDS, type ActOf, isClockAct } from '../requests/acts.ts'
import type { RequestCase } from '../requests/case.ts'
import type { Party } from '../requests/plain-act.ts'
import { groundsOf } from '../requests/reply-grounds.ts'
import type { ReplyContent } from '../requests/reply.ts'
import { shownSteps } from '../requests/shown-steps.ts'
import type { SheetBlock } from './bundle.ts'

const day = (date: LocalDate | null | undefined) => (date ? chineseDate(date) : '—')

export function requestSheet(
  folded: RequestCase,
  requester: Requester,
  content: RequestContent,
  corrected: string | null,
  { authorised, incomingMail }: { authorised: boolean; incomingMail: string },
): SheetBlock[] {
  const rows: [string, string][] = [
    ['申请人类型', REQUESTER_KIND_WORDS[requester.kind]],
    [requester.kind === 'naturalPerson' ? '姓名' : '名称', requester.name],
    ['联系人', requester.contactName],
    [ID_PAPER_RULES[requester.idPaper].zh, requester.idNumber],
    ['电话', requester.phone],
    ['邮箱', requester.email],
    ['地址', [requester.address, requester.postcode].filter(Boolean).join('　')],
    ...otherPeopleRows(requester, authorised),
    ['所需信息', content.subject],
    ['内容描述', content.description],
    ['补正后的内容', corrected ?? ''],
    ['载体形式', CARRIER_WORDS[content.carrier]],
    ['获取方式', DELIVERY_WAY_WORDS[content.delivery]],
    ['提交渠道', INTAKE_CHANNEL_WORDS[folded.via]],
    ['提交日期', day(folded.submittedOn)],
    ['来件号', incomingMail],
  ]
  return [{ kind: 'rows', rows: rows.filter(([, value]) => value !== '') }]
}

/** The ribbon's steps as a table: each stretch, why, and by which article; then every limit and whether it was met. */
export function clockSheet(
  folded: RequestCase,
  clock: ClockAnswer,
  setting: { calendar: Calendar; readings: Readings },
): SheetBlock[] {
  const timed = folded.live.map(({ act }) => act).filter(isClockAct)
  return [
    {
      kind: 'rows',
      rows: [
        ['收到申请之日', `${day(folded.receivedOn)}（次日起算，${cite(reg('31'))}）`],
        ['答复期限', day(clock.due)],
        ['作出答复', day(folded.reply?.on)],
        ['是否按期', inTime(folded, clock)],
      ],
    },
    { kind: 'heading', text: '一、期限的各段' },
    {
      kind: 'table',
      head: ['环节', '起', '止', '工作日', '理由', '依据'],
      widths: [2.2, 2.6, 2.6, 1.4, 5, 3],
      rows: shownSteps(clock, timed, setting).map((step) => [
        STEP_WORDS[step.step],
        step.from,
        step.to ?? (step.ended ? '没有开始' : '未定'),
        step.step === 'exclude' ? `不计 ${step.workingDays}` : String(step.workingDays),
        step.ended ? `${step.why}；${step.ended}` : step.why,
        step.cite,
      ]),
    },
    { kind: 'heading', text: '二、各项期限' },
    {
      kind: 'table',
      head: ['期限', '对象', '届满之日', '履行之日'],
      widths: [5, 3, 3, 3],
      rows: clock.limits.map(({ what, party, due, met }) => [LIMIT_WORDS[what], party ?? '', due ?? '—', met ?? '—']),
    },
    { kind: 'text', text: '工作日按国务院办公厅节假日安排通知计算，调休上班日计入；收到之日不计入。' },
  ]
}

function inTime({ reply, receivedOn }: RequestCase, { breaches }: ClockAnswer): string {
  if (!reply || !receivedOn) return '—'
  const late = breaches.find(({ what }) => what === 'reply')
  return late ? `逾期（届满之日${day(late.due)}）` : '按期'
}

export function courseSheet(
  folded: RequestCase,
  { nameOf, dayOf }: { nameOf: (id: string) => string; dayOf: (instant: string) => LocalDate },
): SheetBlock[] {
  return [
    {
      kind: 'table',
      head: ['序号', '日期', '事项', '内容', '登记人', '登记时间'],
      widths: [1.4, 2.6, 3, 5.7, 2.2, 2.6],
      rows: folded.acts
        .toSorted((a, b) => (a.act.on < b.act.on ? -1 : a.act.on > b.act.on ? 1 : a.seq - b.seq))
        .map(({ seq, act, recordedAt, actorId }) => [
          String(seq + 1),
          act.on,
          ACT_WORDS[act.kind] + (folded.annulled.has(seq) ? '（已更正，不计）' : ''),
          actDetail(act),
          nameOf(actorId),
          dayOf(recordedAt),
        ]),
    },
  ]
}

export function searchSheet(searches: readonly ActOf<'searched'>[]): SheetBlock[] {
  return searches.flatMap((search, index): SheetBlock[] => [
    { kind: 'heading', text: `检索${index + 1}` },
    {
      kind: 'rows',
      rows: [
        ['检索日期', day(search.on)],
        ['检索地点', search.place],
        ['检索人', search.by],
        ['关键词', search.keywords.join('、')],
        ['时间范围', search.period],
        ['检索结果', `${search.found ? '检索到' : '未检索到'}：${search.result}`],
      ],
    },
  ])
}

export function opinionSheet(folded: RequestCase, parties: ReadonlyMap<string, Party>): SheetBlock[] {
  return folded.consultations.flatMap((one, index): SheetBlock[] => {
    const party = one.whom === 'thirdParty' ? parties.get(one.party) : undefined
    const answer = folded.live.find(
      ({ act }) =>
        (act.kind === 'third-party-answered' && act.party === one.party) ||
        (act.kind === 'agency-answered' && act.agency === one.party),
    )?.act
    const isSilent = answer?.kind === 'agency-answered' && answer.silent === true
    const reasons = answer?.kind === 'third-party-answered' ? (answer.reasons ?? '') : ''
    return [
      { kind: 'heading', text: `${index + 1}. ${one.party}${party ? `（${party.name}）` : ''}` },
      {
        kind: 'rows',
        rows: [
          ['发出征求意见书', day(one.askedOn)],
          ['对方收到', day(one.letterReceived)],
          ['答复日期', one.answeredOn && !isSilent ? day(one.answeredOn) : '未答复'],
          ...(isSilent ? ([['不再等待', day(one.answeredOn)]] as const) : []),
          ['意见', one.consents === null ? '—' : one.consents ? '同意公开' : '不同意公开'],
          ...(reasons ? ([['理由', reasons]] as const) : []),
        ],
      },
    ]
  })
}

/** One step of the draft as kept. */
export interface DraftedStep {
  what: 'submitted' | 'returned' | 'approved'
  version: number
  by: string
  on: string
  because: string
  content: ReplyContent
}
const DRAFT_STEP_WORDS: Record<DraftedStep['what'], string> = { submitted: '送审', returned: '退回', approved: '审批同意' }

/** `wordings`: with each wording that was sent up, word for word. */
export function draftingSheet(
  folded: RequestCase,
  drafts: readonly DraftedStep[],
  nameOf: (id: string) => string,
  wordings: boolean,
): SheetBlock[] {
  const blocks: SheetBlock[] = []
  if (drafts.length > 0)
    blocks.push(
      { kind: 'heading', text: '一、答复稿的经过' },
      {
        kind: 'table',
        head: ['日期', '第几稿', '事项', '人员', '答复类型', '退回理由'],
        widths: [2.6, 1.6, 2, 2.4, 3.4, 4],
        rows: drafts.map((one) => [
          one.on,
          String(one.version),
          DRAFT_STEP_WORDS[one.what],
          one.by,
          outcomeRule(one.content.outcome).zh,
          one.because,
        ]),
      },
    )
  const different = drafts.filter((one, index) => drafts.findIndex(({ version }) => version === one.version) === index)
  for (const one of wordings ? different : [])
    blocks.push(
      { kind: 'heading', text: `第${one.version}稿` },
      { kind: 'rows', rows: wordingRows(one.content).filter(([, value]) => value !== '') },
    )
  if (folded.reviews.length > 0)
    blocks.push(
      { kind: 'heading', text: '二、审查' },
      {
        kind: 'table',
        head: ['日期', '审查', '结论', '人员', '意见'],
        widths: [2.6, 4, 1.8, 2.4, 5],
        rows: folded.reviews.map((review) => [
          review.on,
          REVIEW_ASPECT_WORDS[review.aspect],
          review.conclusion === 'pass' ? '通过' : '退回',
          nameOf(review.by),
          review.note,
        ]),
      },
    )
  if (folded.approval)
    blocks.push(
      { kind: 'heading', text: '三、审批' },
      {
        kind: 'rows',
        rows: [
          ['审批日期', day(folded.approval.on)],
          ['审批人', folded.approval.approvedBy],
          ['审批的稿', `内容校验值 ${folded.approval.digest.slice(0, 16)}…`],
        ],
      },
    )
  return blocks
}

function wordingRows(content: ReplyContent): [string, string][] {
  return [
    ['答复类型', outcomeRule(content.outcome).zh],
    ['提供的信息', content.given?.what ?? ''],
    ['公开的网址', publishedRow(content)],
    ['不予公开的内容', content.withheldPart],
    [
      '理由类别',
      groundsOf(content)
        .map((ground) => GROUND_TABLE[ground].zh)
        .join('、'),
    ],
    ['说明理由', content.reasons],
    ['定密或禁止公开依据', content.groundBasis],
    ['公共利益理由', content.publicInterest],
    ...objectionRows(content),
    ['便民说明', content.remark],
  ]
}

function publishedRow({ publishedAt }: ReplyContent): string {
  if (!publishedAt?.url) return ''
  return publishedAt.openedOn ? `${publishedAt.url}（${chineseDate(publishedAt.openedOn)}打开核对过）` : publishedAt.url
}

function objectionRows({ objections = {} }: ReplyContent): [string, string][] {
  return Object.entries(objections).map(([party, { decision, content, reasons }]) => [
    `${party}不同意公开`,
    decision ? `${OBJECTION_DECISION_WORDS[decision]}：${content}。理由：${reasons}` : '',
  ])
}

export function serviceSheet(folded: RequestCase): SheetBlock[] {
  const rows = folded.live.flatMap(({ act }): string[][] => {
    switch (act.kind) {
      case 'dispatched':
      case 'mail-returned':
      case 'notice-published':
      case 'notice-received':
      case 'served':
        return [[act.on, ACT_WORDS[act.kind], actDetail(act)]]
      default:
        return []
    }
  })
  return rows.length === 0 ? [] : [{ kind: 'table', head: ['日期', '事项', '内容和凭证'], widths: [2.6, 3.4, 9], rows }]
}

export function disputeSheet(folded: RequestCase): SheetBlock[] {
  const rows = folded.live.flatMap(({ act }) =>
    act.kind === 'disputed' || act.kind === 'reopened' ? [[act.on, ACT_WORDS[act.kind], actDetail(act)]] : [],
  )
  return rows.length === 0 ? [] : [{ kind: 'table', head: ['日期', '事项', '内容'], widths: [2.6, 3.4, 9], rows }]
}

/** Rules of the procedure that every case rests on. */
const PROCEDURE: readonly Citation[] = [reg('30'), reg('31'), reg('33'), reg('36'), reg('51')]

/** The texts that the reply rests on, word for word where they are kept, as they were in force on that day. */
export function basisSheet(
  library: readonly BasisText[],
  on: LocalDate,
  outcomes: readonly Citation[],
  letterTexts: readonly string[],
): SheetBlock[] {
  const cited = new Map<string, Set<number>>()
  const add = (key: string, article: number | null) => {
    const articles = cited.get(key) ?? new Set<number>()
    if (article !== null) articles.add(article)
    cited.set(key, articles)
  }
  for (const { of, at } of [...PROCEDURE, ...outcomes]) add(of, at === undefined ? null : Number.parseInt(at, 10))
  for (const text of letterTexts)
    for (const { title, places } of citationsIn(text)) {
      const basis = basisOn(library, title, on)
      if (basis) for (const place of places.length > 0 ? places : [{ article: null }]) add(basis.key, place.article)
    }
  return [...cited].flatMap(([key, articles]): SheetBlock[] => {
    const text = library.find((one) => one.key === key)
    if (!text) return []
    const words = [...articles]
      .toSorted((a, b) => a - b)
      .flatMap((number): SheetBlock[] => {
        const article = text.text.find((one) => one.number === number)
        const heading = articleHeading(number)
        if (!article) return [{ kind: 'text', text: `${heading}　（本库未收录全文，请附正式文本）` }]
        return article.lines.map((line, index) => ({ kind: 'text', text: index === 0 ? `${heading}　${line}` : line }))
      })
    return [
      { kind: 'heading', text: `《${text.title}》（${text.number}）` },
      {
        kind: 'text',
        text: `${text.fromIsExact ? `${day(text.from)}起施行` : `${day(text.from)}以前已施行`}${text.to ? `，${day(text.to)}止` : ''}；${day(on)}有效。`,
      },
      ...words,
    ]
  })
}
