/**
 * 年度报告归档卷 (S64): everything of a year's report of one agency in the order in which it came about, from the notice to the published
 * and sealed copy, and what is missing. Pure: what the office read goes in.
 */
import { chineseDate, type LocalDate } from '../../law/date.ts'
import type { Finding } from '../../law/reports/model.ts'
import type { ReportDocument } from '../reports/document.ts'
import { isReason, reasonKey } from '../reports/explanation.ts'
import { foldHandIn, HAND_IN_WAY_WORDS, type HandInAct, type HandInWay, handInActWords, isLate } from '../reports/hand-in.ts'
import type { ProblemAnswer } from '../reports/last-problems.ts'
import { placeOf } from '../reports/remark-place.ts'
import type { ReportState } from '../reports/view.ts'
import { ZERO_QUESTIONS, type ZeroLooked } from '../reports/zero-report.ts'
import type { SheetBlock } from './bundle.ts'
import type { Volume, VolumePart } from './volume.ts'

export const REPORT_VOLUME_NAME = '年度报告归档卷'

interface StoredFile {
  name: string
  mediaType: string
  hash: string
}

export interface VersionKept {
  version: number
  state: ReportState
  document: ReportDocument
  findings: Finding[]
  explained: Record<string, string>
  zero: ZeroLooked[]
  answers: ProblemAnswer[]
  approvedBy: string | null
  approvedOn: LocalDate | null
  publishedOn: LocalDate | null
  /** 更正原因 */
  because: string
}

export interface NoticeKept {
  issuer: string
  title: string
  number: string
  issuedOn: LocalDate
  fileBy: LocalDate
  text: string
  attachments: (StoredFile & { withdrawn: { because: string; on: LocalDate } | null })[]
  acts: { act: HandInAct; by: string; recordedOn: LocalDate }[]
  submissions: { seq: number; via: HandInWay; handedInOn: LocalDate; digest: string; document: ReportDocument }[]
}

export interface ReportVolumeFacts {
  agency: string
  year: number
  today: LocalDate
  /** All of the agency's own; for the office that asked for the report, those that are published. */
  versions: VersionKept[]
  /** 办理经过, of the agency's own volume only. */
  course: { on: LocalDate; by: string; words: string; detail: string }[]
  /** The file that an imported report was read from. */
  original: (StoredFile & { on: LocalDate }) | null
  notices: NoticeKept[]
  copies: { version: number; hash: string; signedOn: LocalDate; keptOn: LocalDate }[]
  /** Whether the one who files it is the agency itself. */
  own: boolean
}

const STATE_WORDS: Record<ReportState, string> = { draft: '草稿', submitted: '送审稿', approved: '批准稿', published: '公布稿' }
const PDF = 'application/pdf'

export function reportVolume(facts: ReportVolumeFacts): Volume {
  const { agency, year, today, versions, notices } = facts
  const published = versions.findLast(({ state }) => state === 'published')
  return {
    name: REPORT_VOLUME_NAME,
    agency,
    number: `${year}年年度报告`,
    heading: [
      ['案卷题名', `${agency}${year}年政府信息公开工作年度报告`],
      ['公布日期', published?.publishedOn ? chineseDate(published.publishedOn) : '尚未公布'],
      ['立卷日期', today],
    ],
    madeOn: today,
    notes: facts.own ? [] : ['本卷由要求报送的机关立卷，只收报送和公布的各稿；编制过程的草稿在报送单位的归档卷中。'],
    parts: [
      ...notices.flatMap(noticeParts),
      ...(facts.original ? [{ ...facts.original, kind: 'file' as const, section: '导入原件', title: '导入时的原件' }] : []),
      ...sheet('编制经过', '编制、审批和公布经过', courseBlocks(facts), null),
      ...versions.flatMap(versionParts),
      ...notices.flatMap(handInParts),
      ...facts.copies.map(
        ({ version, hash, signedOn, keptOn }): VolumePart => ({
          kind: 'file',
          section: '盖章扫描件',
          title: `第${version}版盖章扫描件（${signedOn}签章）`,
          on: keptOn,
          name: `第${version}版盖章扫描件.pdf`,
          mediaType: PDF,
          hash,
        }),
      ),
    ],
    gaps: gapsOf(facts),
    data: dataOf(facts),
  }
}

function sheet(section: string, title: string, blocks: SheetBlock[], on: LocalDate | null): VolumePart[] {
  return blocks.length === 0 ? [] : [{ kind: 'sheet', section, title, on, blocks }]
}

function noticeParts({ title, number, issuer, issuedOn, fileBy, text, attachments }: NoticeKept): VolumePart[] {
  const withdrawn = attachments.flatMap((one) =>
    one.withdrawn ? [`附件“${one.name}”已于${chineseDate(one.withdrawn.on)}撤回：${one.withdrawn.because}`] : [],
  )
  return [
    ...sheet(
      '报送通知',
      `${title}（${number}）`,
      [
        {
          kind: 'rows',
          rows: [
            ['发文机关', issuer],
            ['发文字号', number],
            ['印发日期', chineseDate(issuedOn)],
            ['报送期限', chineseDate(fileBy)],
          ],
        },
        ...[...text.split('\n').filter((line) => line.trim() !== ''), ...withdrawn].map(
          (line): SheetBlock => ({ kind: 'text', text: line }),
        ),
      ],
      issuedOn,
    ),
    ...attachments
      .filter((one) => one.withdrawn === null)
      .map(
        ({ name, mediaType, hash }): VolumePart => ({
          kind: 'file',
          section: '通知附件',
          title: name,
          on: issuedOn,
          name,
          mediaType,
          hash,
        }),
      ),
  ]
}

function courseBlocks({ course }: ReportVolumeFacts): SheetBlock[] {
  if (course.length === 0) return []
  return [
    {
      kind: 'table',
      head: ['日期', '人员', '事项', '内容'],
      widths: [2.4, 2, 3.4, 6],
      rows: course.map(({ on, by, words, detail }) => [on, by, words, detail]),
    },
  ]
}

function versionParts(version: VersionKept): VolumePart[] {
  const { state, document, approvedOn, publishedOn } = version
  const title = `第${version.version}版（${STATE_WORDS[state]}）`
  const isPublic = state === 'published'
  return [
    {
      kind: 'report',
      section: isPublic ? '公布的报告' : '报告各稿',
      title,
      on: publishedOn ?? approvedOn,
      document,
      ...(isPublic ? {} : { watermark: `${STATE_WORDS[state]}，未公布` }),
    },
    ...sheet('检查和审批', `${title}的检查、说明和审批`, checkBlocks(version), approvedOn),
  ]
}

function checkBlocks(version: VersionKept): SheetBlock[] {
  const { findings, explained, zero, answers } = version
  const rows: (readonly [string, string])[] = [
    ['批准', version.approvedBy && version.approvedOn ? `${version.approvedBy}，${chineseDate(version.approvedOn)}` : ''],
    ['公布', version.publishedOn ? chineseDate(version.publishedOn) : ''],
    ['更正原因', version.because],
  ]
  const said = rows.filter(([, value]) => value !== '')
  const table = (heading: string, head: string[], widths: number[], body: string[][]): SheetBlock[] =>
    body.length === 0
      ? []
      : [
          { kind: 'heading', text: heading },
          { kind: 'table', head, widths, rows: body },
        ]
  return [
    ...(said.length > 0 ? [{ kind: 'rows' as const, rows: said }] : []),
    ...table(
      '检查结果',
      ['代码', '内容', '说明', '依据'],
      [1.4, 6, 4, 3],
      findings.map((one) => {
        const reason = explained[reasonKey(one)]
        return [one.code, one.message, isReason(reason) ? (reason ?? '') : '', one.cite]
      }),
    ),
    ...table(
      '零报告核对',
      ['核对事项', '核对人', '日期'],
      [8, 2.4, 2.6],
      ZERO_QUESTIONS.flatMap(({ key, question }) => {
        const looked = zero.find((one) => one.key === key)
        return looked ? [[question, looked.by, looked.on]] : []
      }),
    ),
    ...table(
      '上年问题的改进情况',
      ['上年的问题和打算', '改进情况'],
      [6, 6],
      answers.filter(({ answer }) => answer !== '').map(({ problem, answer }) => [problem, answer]),
    ),
  ]
}

/** Each report as handed in, what was said of it when it was given back, and the receipt of all that happened. */
function handInParts(notice: NoticeKept): VolumePart[] {
  const { number, acts, submissions, fileBy } = notice
  const so = foldHandIn(acts.map(({ act }) => act))
  const opinions = (seq: number) =>
    acts.flatMap(({ act }): VolumePart[] => {
      if (act.kind !== 'returned' || act.submission !== seq) return []
      const report = submissions.find((one) => one.seq === seq)?.document ?? null
      return sheet(
        '审核意见',
        `第${seq}次报送的退回意见`,
        [
          {
            kind: 'table',
            head: ['位置', '批注'],
            widths: [5, 7],
            rows: act.remarks.map((one) => [placeOf(one, report), one.text]),
          },
        ],
        act.on,
      )
    })
  return [
    ...submissions.flatMap(({ seq, handedInOn, document }): VolumePart[] => [
      {
        kind: 'report',
        section: '报送的报告',
        title: `第${seq}次报送${so.counted === seq ? '（审核通过）' : ''}`,
        on: handedInOn,
        document,
        watermark: so.counted === seq ? '审核通过' : `第${seq}次报送`,
      },
      ...opinions(seq),
    ]),
    ...sheet(
      '报送回执',
      `报送经过和回执（${number}）`,
      [
        {
          kind: 'table',
          head: ['日期', '人员', '事项', '登记日期'],
          widths: [2.4, 2.2, 6.4, 2.4],
          rows: acts.map(({ act, by, recordedOn }) => [act.on, by, handInActWords(act), recordedOn]),
        },
        { kind: 'heading', text: '收到的报告' },
        submissions.length === 0
          ? { kind: 'text', text: '没有收到报告。' }
          : {
              kind: 'table',
              head: ['报送', '收到日期', '方式', '内容校验值（SHA-256）'],
              widths: [1.8, 2.4, 2.4, 7],
              rows: submissions.map(({ seq, handedInOn, via, digest }) => [
                `第${seq}次`,
                handedInOn,
                HAND_IN_WAY_WORDS[via],
                digest,
              ]),
            },
        ...(isLate({ state: so.state, firstHandedInOn: so.firstHandedInOn }, fileBy, acts.at(-1)?.act.on ?? fileBy)
          ? [{ kind: 'text' as const, text: `报送期限是${chineseDate(fileBy)}，迟报。` }]
          : []),
      ],
      acts.at(-1)?.act.on ?? null,
    ),
  ]
}

function gapsOf({ versions, notices, copies }: ReportVolumeFacts): Volume['gaps'] {
  const published = versions.findLast(({ state }) => state === 'published')
  const gaps = notices.flatMap(({ number, acts }) => {
    const { state, excusedBecause } = foldHandIn(acts.map(({ act }) => act))
    return state === 'accepted' || excusedBecause !== ''
      ? []
      : [{ say: `${number}要求报送的报告还没有审核通过。`, then: '审核通过后再归档。' }]
  })
  if (!published) return [...gaps, { say: '报告还没有公布。', then: '公布后再归档。' }]
  return copies.some(({ version }) => version === published.version)
    ? gaps
    : [...gaps, { say: `公布的第${published.version}版没有盖章扫描件。`, then: '签字盖章后扫描，在报告页上传。' }]
}

/** Numbers and words as data, for programs that come after this one. */
function dataOf({ versions, notices, course }: ReportVolumeFacts): Volume['data'] {
  const reports = [
    ...versions.map((one) => ({ path: `第${one.version}版`, value: one as unknown })),
    ...notices.flatMap(({ number, submissions }) =>
      submissions.map((one) => ({ path: `${number}第${one.seq}次报送`, value: one as unknown })),
    ),
  ]
  const acts = notices.map(({ submissions: _reports, ...notice }) => notice)
  return [
    ...reports.map(({ path, value }) => ({ path: `数据/${path}.json`, title: `${path}（数据）`, value })),
    { path: '数据/办理经过.json', title: '办理经过（数据）', value: { course, notices: acts } },
  ]
}
