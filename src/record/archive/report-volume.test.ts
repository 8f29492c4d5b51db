import { expect, test } from 'vitest'
import { localDate } from '../../law/date.ts'
import { type NoticeKept, reportVolume, type ReportVolumeFacts, type VersionKept } from './report-volume.ts'

const day = (text: string) => localDate(text)
const document = {
  agency: '云岭县教育局',
  year: 2025,
  format: '2021',
  title: '云岭县教育局2025年政府信息公开工作年度报告',
  sections: { overall: [], problems: [], other: [] },
  tables: { disclosed: null, requests: null, disputes: null },
  signature: { agency: '云岭县教育局', date: '2026-01-20' },
} as const

const version = (over: Partial<VersionKept>): VersionKept => ({
  version: 1,
  state: 'published',
  document: { ...document, sections: { overall: [], problems: [], other: [] } },
  findings: [],
  explained: {},
  zero: [],
  answers: [],
  approvedBy: '何正平',
  approvedOn: day('2026-01-20'),
  publishedOn: day('2026-01-22'),
  because: '',
  ...over,
})

const notice: NoticeKept = {
  issuer: '云岭县人民政府办公室',
  title: '关于报送年度报告的通知',
  number: '云政办〔2026〕3号',
  issuedOn: day('2026-01-06'),
  fileBy: day('2026-01-20'),
  text: '请于1月20日前报送。',
  attachments: [
    { name: '填报说明.pdf', mediaType: 'application/pdf', hash: 'a', withdrawn: null },
    { name: '旧说明.pdf', mediaType: 'application/pdf', hash: 'b', withdrawn: { because: '传错了版本', on: day('2026-01-07') } },
  ],
  acts: [
    { act: { kind: 'asked', on: day('2026-01-06') }, by: '苏文静', recordedOn: day('2026-01-06') },
    {
      act: { kind: 'handedIn', on: day('2026-01-19'), submission: 1, via: 'system' },
      by: '林晓燕',
      recordedOn: day('2026-01-19'),
    },
    { act: { kind: 'accepted', on: day('2026-01-20'), submission: 1 }, by: '苏文静', recordedOn: day('2026-01-20') },
  ],
  submissions: [{ seq: 1, via: 'system', handedInOn: day('2026-01-19'), digest: 'd1', document: version({}).document }],
}

const facts = (over: Partial<ReportVolumeFacts>): ReportVolumeFacts => ({
  agency: '云岭县教育局',
  year: 2025,
  today: day('2026-03-02'),
  versions: [version({})],
  course: [],
  original: { name: '原报告.docx', mediaType: 'application/msword', hash: 'o', on: day('2026-01-22') },
  notices: [notice],
  copies: [{ version: 1, hash: 's', signedOn: day('2026-01-20'), keptOn: day('2026-01-23') }],
  own: true,
  ...over,
})

test('S64 归档卷：从通知到盖章件依次排列；撤回的附件不收，写明撤回；齐全的没有缺少的材料', () => {
  const { parts, gaps } = reportVolume(facts({}))
  expect(parts.map(({ section }) => section)).toEqual([
    '报送通知',
    '通知附件',
    '导入原件',
    '公布的报告',
    '检查和审批',
    '报送的报告',
    '报送回执',
    '盖章扫描件',
  ])
  expect(parts.flatMap((part) => (part.kind === 'file' ? [part.hash] : []))).toEqual(['a', 'o', 's'])
  expect(JSON.stringify(parts[0])).toContain('“旧说明.pdf”已于2026年1月7日撤回：传错了版本')
  expect(gaps).toEqual([])
})

test('没有公布的稿盖“未公布”；没有公布、没有审核通过、没有盖章件的，逐项点名', () => {
  const draft = version({ version: 2, state: 'draft', approvedBy: null, approvedOn: null, publishedOn: null })
  const both = reportVolume(facts({ versions: [version({}), draft], copies: [] }))
  expect(both.parts.find(({ title }) => title === '第2版（草稿）')).toMatchObject({ watermark: '草稿，未公布' })
  expect(both.gaps?.map(({ say }) => say)).toEqual(['公布的第1版没有盖章扫描件。'])
  const asked = { ...notice, acts: notice.acts.slice(0, 1), submissions: [] }
  expect(reportVolume(facts({ versions: [draft], notices: [asked], copies: [] })).gaps?.map(({ say }) => say)).toEqual([
    '云政办〔2026〕3号要求报送的报告还没有审核通过。',
    '报告还没有公布。',
  ])
})
