import { describe, expect, test } from 'vitest'
import { localDate } from '../../law/date.ts'
import { DEFAULT_READINGS } from '../../law/readings.ts'
import type { CorrectionTrigger } from '../../law/requests/correction-triggers.ts'
import type { Outcome } from '../../law/requests/vocabulary.ts'
import { TESTED_GROUNDS } from '../../law/withholding.ts'
import { SAMPLE_REPLIES, SAMPLE_SEARCHES, tested } from '../../../tests/letters/samples.ts'
import type { ReplyHistory } from './check-reply.ts'
import type { Attachable } from '../outgoing/attached.ts'
import { checkReply } from './check-reply.ts'
import { groundsOf, remedyParts } from './reply-grounds.ts'
import type { ReplyContentInput } from './reply.ts'
import { replyContentSchema } from './reply.ts'

const day = localDate('2026-03-10')
const nothing: ReplyHistory = {
  correction: null,
  reasons: null,
  reasonsNoticeOn: null,
  consultations: [],
  searches: [],
  fee: null,
  readings: DEFAULT_READINGS,
  clauses: 0,
  files: [],
  on: day,
}
const searched = (...searches: ReplyHistory['searches']): ReplyHistory => ({ ...nothing, searches })
const corrected: ReplyHistory = {
  ...nothing,
  correction: {
    asked: { kind: 'correction-asked', on: day, items: '名称', replyBy: day },
    overruled: false,
    receivedOn: day,
    lapsedOn: null,
  },
}
const reasonsAsked = (reasonable: boolean | null): ReplyHistory => ({
  ...nothing,
  reasons: { asked: { kind: 'reasons-asked', on: day, replyBy: day, facts: '46件' }, givenOn: day, reasonable },
})
const consulted = (...consents: (boolean | null)[]): ReplyHistory => ({
  ...nothing,
  consultations: consents.map((consent, index) => ({
    whom: 'thirdParty',
    party: `第三方${index}`,
    askedOn: day,
    letterReceived: day,
    answeredOn: consent === null ? null : day,
    consents: consent,
    answerBy: null,
  })),
})

function faults(content: ReplyContentInput, history = nothing): string[] {
  return checkReply(replyContentSchema.parse(content), history).map(({ code, field }) => `${code} ${field}`)
}

/** What must have happened before, for the outcomes that depend on it. */
const HISTORY: Partial<Record<string, ReplyHistory>> = {
  'unable.stillUnclear': corrected,
  'notProcessed.excessive': reasonsAsked(false),
  partial: consulted(false),
  'unable.notHeld': searched(...SAMPLE_SEARCHES),
}

describe('第三十五条：没有说明理由，只能对收到了告知书的人这样说', () => {
  const silent = (reasonsNoticeOn: string | null): ReplyHistory => ({
    ...nothing,
    reasons: { ...(reasonsAsked(null).reasons as NonNullable<ReplyHistory['reasons']>), givenOn: null },
    reasonsNoticeOn: reasonsNoticeOn === null ? null : localDate(reasonsNoticeOn),
  })
  const content = SAMPLE_REPLIES['notProcessed.excessive'] as ReplyContentInput
  test('没有送到、没有凭证，或者期限过了才送到的，不能不予处理；期限之内送到的可以', () => {
    expect(faults(content, silent(null))).toEqual(['outcome-inconsistent outcome'])
    expect(faults(content, silent('2026-03-11'))).toEqual(['outcome-inconsistent outcome'])
    expect(faults(content, silent('2026-03-09'))).toEqual([])
  })
})

describe('完整的答复', () => {
  test.each(Object.entries(SAMPLE_REPLIES))('%s：没有可挑剔之处', (outcome, content) => {
    expect(faults(content, HISTORY[outcome])).toEqual([])
  })

  test.each(Object.keys(SAMPLE_REPLIES) as ReplyContentInput['outcome'][])(
    '%s：什么都没写的，不能送审，且说明怎么办',
    (outcome) => {
      const refusals = checkReply(replyContentSchema.parse({ outcome }), nothing)
      expect(refusals.length).toBeGreaterThan(0)
      for (const { say, then, field } of refusals) expect([say, then, field].every(Boolean)).toBe(true)
    },
  )
})

describe('每类答复应当写明的内容', () => {
  test('不存在：没有检索、只检索一类地方、检索到了，都不能答复不存在（第三十六条第四项）', () => {
    const content = SAMPLE_REPLIES['unable.notHeld'] as ReplyContentInput
    const [system, archive] = SAMPLE_SEARCHES as [ReplyHistory['searches'][number], ReplyHistory['searches'][number]]
    expect(faults(content)).toEqual(['outcome-needs search'])
    expect(faults(content, searched(system))).toEqual(['outcome-needs search'])
    expect(faults(content, searched(system, system))).toEqual(['outcome-needs search'])
    expect(faults(content, searched(system, archive))).toEqual([])
    expect(faults(content, searched(system, { ...archive, found: true }))).toEqual(['outcome-inconsistent search'])
    expect(faults(content, { ...searched(system), readings: { ...DEFAULT_READINGS, searchPlaces: 1 } })).toEqual([])
  })

  test('不归本机关：机关名称和联系方式；确实无法确定的可以不写', () => {
    const base = { outcome: 'unable.notOurs', reasons: '该信息由其他机关制作，本机关没有获取。' } as const
    expect(faults(base)).toEqual(['outcome-needs rightAgency.name'])
    expect(faults({ ...base, rightAgency: { name: '云岭县财政局' } })).toEqual(['outcome-needs rightAgency.contact'])
    expect(faults({ ...base, rightAgency: { undeterminable: true } })).toEqual([])
  })

  test('重复申请：此前答复的文号和日期', () => {
    expect(faults({ outcome: 'notProcessed.repeated' })).toEqual([
      'outcome-needs earlierCase.number',
      'outcome-needs earlierCase.on',
    ])
  })

  test('不予公开：一句“不予公开”不是理由；能否区分处理必须回答', () => {
    const base = { outcome: 'withheld.internalAffairs' } as const
    const tests = tested('internalAffairs')
    expect(faults({ ...base, tests, reasons: '不予公开' })).toEqual(['outcome-needs reasons', 'outcome-needs severable'])
  })

  test('国家秘密须写定密依据，法律禁止须写条文', () => {
    const { secret, ...bare } = SAMPLE_REPLIES['withheld.stateSecret'] as ReplyContentInput
    expect(faults(bare)).toEqual(['level', 'basis', 'by', 'period'].map((part) => `outcome-needs secret.${part}`))
    expect(faults({ ...bare, secret: { ...secret, until: localDate('2026-03-09') } })).toEqual([
      'outcome-inconsistent secret.until',
    ])
    const { groundBasis: _, ...forbidden } = SAMPLE_REPLIES['withheld.forbiddenByLaw'] as ReplyContentInput
    expect(faults(forbidden)).toEqual(['outcome-needs groundBasis'])
  })

  test('内部事务、过程性信息、执法案卷、行政查询：三问逐一答“是”并写明根据，才能用', () => {
    for (const ground of TESTED_GROUNDS) {
      const content = SAMPLE_REPLIES[`withheld.${ground}` as Outcome] as ReplyContentInput
      expect(faults({ ...content, tests: [] })).toEqual([0, 1, 2].map((place) => `outcome-needs tests.${ground}.${place}`))
      const [first, ...others] = tested(ground)[0]?.answers ?? []
      const no = [{ of: ground, answers: [{ ...first, holds: false }, ...others] }]
      expect(faults({ ...content, tests: no })).toEqual([`outcome-inconsistent tests.${ground}.0`])
      const unexplained = [{ of: ground, answers: [{ holds: true, why: '' }, ...others] }]
      expect(faults({ ...content, tests: unexplained })).toEqual([`outcome-needs tests.${ground}.0`])
    }
  })

  test('第三方权益：不同意不等于不公开，先权衡公共利益（第三十二条）', () => {
    const { weighing: _, ...bare } = SAMPLE_REPLIES['withheld.thirdParty'] as ReplyContentInput
    expect(faults(bare)).toEqual(['outcome-needs weighing'])
  })

  test('部分公开：给了什么、留下什么、为什么，三样都要', () => {
    expect(faults({ outcome: 'partial' })).toEqual([
      'outcome-needs given.what',
      'outcome-needs grounds',
      'outcome-needs withheldPart',
      'outcome-needs reasons',
    ])
  })

  test('部分公开而其余不存在的，同样要有检索记录', () => {
    const partial = { ...SAMPLE_REPLIES.partial, outcome: 'partial', grounds: ['notHeld'] } as ReplyContentInput
    expect(faults(partial)).toContain('outcome-needs search')
  })

  test('以后提供的，要写途径和时间', () => {
    expect(faults({ outcome: 'granted', given: { what: '学区划分图', way: 'pickup' } })).toEqual([
      'outcome-needs given.place',
      'outcome-needs given.from',
    ])
  })
})

describe('逐项答复', () => {
  // “请提供：1. 学区划分方案；2. 教研室讨论记录；3. 城东片区划分方案。”
  const asked = { ...nothing, clauses: 3 }
  const reasons = '该方案从未制作，城东片区没有单独划分学区。'
  const item = (clause: string, more: Partial<NonNullable<ReplyContentInput['items']>[number]>) => ({ clause, ...more })
  const first = item('学区划分方案', { outcome: 'granted', attachment: '学区划分方案' })
  const second = item('教研室讨论记录', {
    outcome: 'withheld.processInformation',
    reasons: '讨论记录反映决定形成中的意见，公开会影响坦率讨论。',
    severable: false,
  })
  const third = item('城东片区划分方案', { outcome: 'unable.notHeld', reasons })
  const partial: ReplyContentInput = {
    outcome: 'partial',
    given: { what: '《学区划分方案》', way: 'attached', onPaper: ['学区划分方案'] },
    tests: tested('processInformation'),
    items: [first, second, third],
  }
  const history = { ...asked, searches: SAMPLE_SEARCHES }

  test('每一项都有答复、理由、附件的，齐全', () => {
    expect(faults(partial, history)).toEqual([])
  })

  test('申请写了三项而只作一个整体答复的，不能送审；核对过的可以', () => {
    const whole = SAMPLE_REPLIES.granted as ReplyContentInput
    expect(faults(whole, asked)).toEqual(['outcome-needs items'])
    expect(faults({ ...whole, itemsComplete: true }, asked)).toEqual([])
    expect(faults({ ...partial, items: [first, second] }, asked)).toEqual(['outcome-needs items'])
  })

  test('每一项都要定下来，都要有理由，都要问能否区分处理', () => {
    const open = { ...partial, items: [first, item('教研室讨论记录', {}), third] }
    expect(faults(open, history)).toEqual(['outcome-needs items.1.outcome'])
    const bare = { ...partial, items: [first, item('讨论记录', { outcome: 'withheld.processInformation' }), third] }
    expect(faults(bare, history)).toEqual(['outcome-needs items.1.reasons', 'outcome-needs items.1.severable'])
    const separable = { ...partial, items: [first, { ...second, severable: true }, third] }
    expect(faults(separable, history)).toEqual(['outcome-inconsistent items.1.outcome'])
  })

  test('附件与案卷的文件一致：没有文件的、没有通过检查的、会发出却没有列出的，逐件指出；只有纸质件的另列', () => {
    const whole = (given: Partial<NonNullable<ReplyContentInput['given']>>): ReplyContentInput => ({
      outcome: 'granted',
      given: { what: '《学区划分方案》', way: 'attached', ...given },
    })
    const says = (content: ReplyContentInput, ...files: Attachable[]) =>
      checkReply(replyContentSchema.parse(content), { ...nothing, files }).map(({ field, say }) => `${field} ${say}`)
    const file = (state: Attachable['state'], name = '学区划分方案'): Attachable => ({ name, state })
    const attached = whole({ attachments: ['学区划分方案'] })
    expect(says(whole({}))).toEqual(['given.attachments 没有选择所附的材料。'])
    expect(says(attached)).toEqual(['given.attachments 案卷中没有附件“学区划分方案”的文件。'])
    expect(says(attached, file('withdrawn'))).toEqual(['given.attachments 案卷中没有附件“学区划分方案”的文件。'])
    for (const state of ['blocked', 'checked'] as const)
      expect(says(attached, file(state))).toEqual(['given.attachments 附件“学区划分方案”的文件还没有确认可以发出。'])
    for (const state of ['cleared', 'overridden'] as const) expect(says(attached, file('withdrawn'), file(state))).toEqual([])
    expect(says(attached, file('cleared'), file('cleared', '测绘附图'))).toEqual([
      'given.attachments “测绘附图”会随答复发出，告知书没有列出。',
    ])
    expect(says(whole({ onPaper: ['学区划分方案'] }))).toEqual([])
    expect(says(whole({ way: 'electronic', onPaper: ['学区划分方案'] }))).toEqual([
      'given.onPaper 以电子文件形式发送，却列有只有纸质件的附件。',
    ])
    expect(says(whole({ attachments: ['学区划分方案'], onPaper: ['学区划分方案'] }), file('cleared'))).toEqual([
      'given.attachments 附件“学区划分方案”列了两次。',
    ])
    const titled = whole({ attachments: ['fj1', 'fj2'], titles: { fj1: '学区划分方案', fj2: '学区划分方案' } })
    expect(says(titled, file('cleared', 'fj1'), file('cleared', 'fj2'))).toEqual([
      'given.attachments 有两份附件的名称都是“学区划分方案”。',
    ])
    const telling = whole({ attachments: ['fj1'], titles: { fj1: '13987650421咨询答复' } })
    expect(checkReply(replyContentSchema.parse(telling), { ...nothing, files: [file('cleared', 'fj1')] })).toMatchObject([
      { field: 'given.attachments', then: '请在“附件的名称”中改掉，如“咨询答复”。' },
    ])
    const refused = { outcome: 'unable.needsMaking', reasons: '没有现成信息，需要对现有数据另行加工、分析。' } as const
    expect(says(refused, file('cleared'))).toEqual(['outcome 答复不提供信息，“学区划分方案”却会随答复发出。'])
    expect(says(refused, file('blocked'))).toEqual([])
  })

  test('提供的一项要对应到附件；没有提供的不能写附件', () => {
    const without = { ...partial, items: [{ ...first, attachment: '' }, second, third] }
    expect(faults(without, history)).toEqual(['outcome-needs items.0.attachment'])
    const unknown = { ...partial, items: [{ ...first, attachment: '别的' }, second, third] }
    expect(faults(unknown, history)).toEqual(['outcome-inconsistent items.0.attachment'])
    const stray = { ...partial, items: [first, { ...second, attachment: '学区划分方案' }, third] }
    expect(faults(stray, history)).toEqual(['outcome-inconsistent items.1.attachment'])
  })

  test('其中一项不存在的，同样要有检索记录；其中一项用过程性信息的，同样要答三问', () => {
    expect(faults(partial, asked)).toEqual(['outcome-needs search'])
    expect(faults({ ...partial, tests: [] }, history)).toHaveLength(3)
  })

  test('年度报告计哪一种，由各项推出；都没有给的，选主要的一项并写明理由', () => {
    expect(faults({ ...partial, outcome: 'granted' }, history)).toContain('outcome-inconsistent outcome')
    const { given: _, ...none } = { ...partial, outcome: 'unable.notHeld' as const, items: [second, third] }
    const refused = { ...none, itemsComplete: true }
    expect(faults(refused, history)).toEqual(['outcome-needs mainReason'])
    expect(faults({ ...refused, mainReason: '申请的主要是划分方案。' }, history)).toEqual([])
    expect(faults({ ...refused, outcome: 'notProcessed.petition' }, history)).toContain('outcome-inconsistent outcome')
  })
})

describe('已主动公开：网址', () => {
  const content = (url: string): ReplyContentInput => ({
    outcome: 'granted.alreadyPublished',
    publishedAt: { title: '方案', url },
  })
  test.each([
    'www.yunling.example/a',
    'https://www.yunling.example',
    'https://www.yunling.example/',
    'http://10.1.2.3/a',
    'http://localhost/a',
    '请见政府网站',
  ])('%s：申请人打不开，或者找不到', (url) => {
    expect(faults(content(url))).toEqual(['outcome-needs publishedAt.url'])
  })
  test('指到具体的一页的，可以', () => {
    expect(faults(content('https://www.yunling.example:8443/zwgk?id=3'))).toEqual([])
  })
})

describe('与案情矛盾的答复', () => {
  const secret = SAMPLE_REPLIES['withheld.thirdParty'] as ReplyContentInput
  const unknown = { ...secret, knownObjection: '' }

  test('能作区分处理的，不能整份不予公开（第三十七条）', () => {
    const whole = { ...SAMPLE_REPLIES['withheld.internalAffairs'], outcome: 'withheld.internalAffairs', severable: true } as const
    expect(faults(whole)).toEqual(['outcome-inconsistent outcome'])
  })

  test('没有征求过第三方意见，不能以第三方权益为由（第三十二条）', () => {
    expect(faults(unknown)).toEqual(['outcome-needs knownObjection'])
    expect(faults(unknown, consulted(false))).toEqual([])
    expect(faults(unknown, consulted(null))).toEqual([])
  })

  test('第三方都同意公开的，不能再以此为由（第十五条）；只要有一方不同意就可以', () => {
    expect(faults(unknown, consulted(true))).toEqual(['outcome-inconsistent outcome'])
    expect(faults(unknown, consulted(true, false))).toEqual([])
  })

  test('按量收过费的，不能答复已主动公开：没有提供复制件（信息处理费管理办法第五条）', () => {
    const published = SAMPLE_REPLIES['granted.alreadyPublished'] as ReplyContentInput
    const charged = (scale: 'item' | 'volume'): ReplyHistory => ({
      ...nothing,
      fee: { noticed: { kind: 'fee-noticed', on: day, scale, quantity: 300, yuan: 100 }, paidOn: day, lapsedOn: null },
    })
    expect(faults(published, charged('volume'))).toEqual(['outcome-inconsistent outcome'])
    expect(faults(published, charged('item'))).toEqual([])
  })

  test('没有补正过，不能答复补正后仍不明确（第三十条）', () => {
    expect(faults(SAMPLE_REPLIES['unable.stillUnclear'] as ReplyContentInput)).toEqual(['outcome-inconsistent outcome'])
  })

  test('第三十条：补正只要求补证件的，没有问过内容，不能答复补正后仍不明确', () => {
    const papers = (...triggers: CorrectionTrigger[]): ReplyHistory => ({
      ...corrected,
      correction: corrected.correction && { ...corrected.correction, asked: { ...corrected.correction.asked, triggers } },
    })
    const unclear = SAMPLE_REPLIES['unable.stillUnclear'] as ReplyContentInput
    expect(faults(unclear, papers('identity', 'contact'))).toEqual(['outcome-inconsistent outcome'])
    expect(faults(unclear, papers('identity', 'content'))).toEqual([])
  })

  test('没有要求过说明理由，或者理由合理的，不能以大量反复为由不予处理（第三十五条）', () => {
    const excessive = SAMPLE_REPLIES['notProcessed.excessive'] as ReplyContentInput
    expect(faults(excessive)).toEqual(['outcome-inconsistent outcome'])
    expect(faults(excessive, reasonsAsked(true))).toEqual(['outcome-inconsistent outcome'])
    expect(faults(excessive, reasonsAsked(null))).toEqual([])
  })

  test.each(['other.correctionLapsed', 'other.feeUnpaid', 'other.withdrawn'] as const)('%s 不是答复', (outcome) => {
    expect(faults({ outcome })).toEqual(['outcome-inconsistent outcome'])
  })

  test('不提供信息的答复里不能写提供了什么', () => {
    const stray = {
      ...SAMPLE_REPLIES['notProcessed.repeated'],
      outcome: 'notProcessed.repeated',
      given: { what: '文件' },
    } as const
    expect(faults(stray)).toEqual(['outcome-inconsistent given'])
  })
})

test('整份不予公开的理由在答复类型里，部分公开的理由在所选各项里', () => {
  expect(groundsOf(replyContentSchema.parse({ outcome: 'withheld.thirdParty' }))).toEqual(['thirdParty'])
  expect(groundsOf(replyContentSchema.parse({ outcome: 'partial', grounds: ['stateSecret', 'notHeld'] }))).toEqual([
    'stateSecret',
    'notHeld',
  ])
  expect(groundsOf(replyContentSchema.parse({ outcome: 'granted' }))).toEqual([])
})

test('救济：几项都依第十四条至第十六条不予公开的，不是并列；与别的答复并列的，各走各的', () => {
  const mixed = (outcome: Outcome, ...items: ReplyContentInput['outcome'][]) =>
    remedyParts(replyContentSchema.parse({ outcome, items: items.map((one) => ({ clause: '名单', outcome: one })) })).mixed
  const process = 'withheld.processInformation'
  expect(mixed(process, process, 'withheld.thirdParty')).toBe(false)
  expect(mixed(process, process, 'unable.notHeld')).toBe(true)
  expect(mixed('unable.notHeld', process, 'unable.notHeld')).toBe(true)
  expect(mixed('unable.notHeld', 'unable.notHeld', 'withheld.adminQuery')).toBe(false)
})
