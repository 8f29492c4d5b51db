/** The stories' data as chapters of plain cases: what is printed, and nothing about how. */
import { chineseDate, chineseDateWithWeekday, localDate } from '../../src/law/date.ts'
import { READING_QUESTIONS, type Readings } from '../../src/law/readings.ts'
import { formOf } from '../../src/law/reports/formats/index.ts'
import { LIMIT_WORDS, PHASE_WORDS, REQUESTER_KIND_WORDS } from '../../src/law/requests/vocabulary.ts'
import { STEP_WORDS } from '../../src/law/requests/clock-types.ts'
import { ACT_WORDS } from '../../src/record/requests/acts.ts'
import { actDetail } from '../../src/record/requests/act-words.ts'
import { shownSteps } from '../../src/record/requests/shown-steps.ts'
import { answerOf, type ClockStory, settingOf } from '../../stories/acts.ts'
import { amendmentStories } from '../../stories/amendments.data.ts'
import { clockStories } from '../../stories/art33-clock.data.ts'
import { clockClosingStories } from '../../stories/art33-clock-closings.data.ts'
import { clockConsultationStories } from '../../stories/art33-clock-consultations.data.ts'
import { clockEdgeStories } from '../../stories/art33-clock-edges.data.ts'
import { clockReadingStories } from '../../stories/art33-clock-readings.data.ts'
import { FEE_STORIES, type FeeStory } from '../../stories/fees.data.ts'
import { limitStories } from '../../stories/limits.data.ts'
import { releaseStories } from '../../stories/release.data.ts'
import { STATISTICS_STORIES, type StatisticsStory } from '../../stories/statistics.data.ts'

interface Part {
  label: string
  text: string
}
export interface Case {
  id: string
  title: string
  parts: Part[]
  table?: { caption: string; head: string[]; rows: string[][] }
}
export interface Chapter {
  /** Anchor. */
  id: string
  title: string
  intro: string
  cases: Case[]
}

export function chapters(): Chapter[] {
  return [
    {
      id: 'clock',
      title: '一、答复期限',
      intro: '《条例》第三十条至第三十五条：何时起算、何时重新起算、哪些天不计入、怎样延长和延迟。每例之下是程序的逐步计算。',
      cases: [...clockStories, ...clockConsultationStories].toSorted((a, b) => a.id.localeCompare(b.id)).map(clockCase),
    },
    {
      id: 'edges',
      title: '二、答复期限：少见的经过',
      intro: '几件事赶在一起、登记有误、日期不全，或者次年的放假安排还没有公布。',
      cases: [...clockEdgeStories, ...clockClosingStories].map(clockCase),
    },
    {
      id: 'readings',
      title: '三、答复期限：条文没有写明，口径不同则结论不同',
      intro: '同样的经过，采用另一种口径。各机关可以选用；本系统的默认口径见前两章。',
      cases: clockReadingStories.map(readingCase),
    },
    {
      id: 'limits',
      title: '四、其他期限',
      intro: '补正、缴费、主动公开、年度报告、复议和诉讼的期限。',
      cases: limitStories.map((story) => ({ id: story.id, title: story.title, parts: told(story) })),
    },
    {
      id: 'fees',
      title: '五、信息处理费',
      intro: '《政府信息公开信息处理费管理办法》：按件和按量，二者择一。',
      cases: FEE_STORIES.map(feeCase),
    },
    {
      id: 'statistics',
      title: '六、年度报告的统计',
      intro: '一件申请在各年度的报告中计入哪几行，复议、诉讼计入哪几栏。',
      cases: STATISTICS_STORIES.map(statisticsCase),
    },
    {
      id: 'amendments',
      title: '七、更正与自身相关的记录',
      intro: '《条例》第四十一条：什么样的决定可以作出，先后次序怎样。',
      cases: amendmentStories.map((story) => ({ id: story.id, title: story.title, parts: told(story) })),
    },
    {
      id: 'release',
      title: '八、公开信息的签发',
      intro: '一件信息公开以前要经过谁；分管负责人凭书面授权能签发什么，不能签发什么。',
      cases: releaseStories.map((story) => ({ id: story.id, title: story.title, parts: told(story) })),
    },
  ]
}

function told({ given, when, then, articles }: { given: string; when: string; then: string; articles: string }): Part[] {
  return [
    { label: '事实', text: given },
    { label: '问题', text: when },
    { label: '结论', text: then },
    { label: '依据', text: articles },
  ]
}

/** Beside the words of the story, what the program answers: the test holds both together. */
function clockCase(story: ClockStory): Case {
  const answer = answerOf(story)
  const { limits = {}, due } = story.expect
  const days = Object.entries(limits)
    .map(([limit, day]) => `${LIMIT_WORDS[limit as keyof typeof LIMIT_WORDS]}：${dayWords(day)}`)
    .join('；')
  const computed: Part[] = [
    { label: '阶段', text: PHASE_WORDS[answer.phase] },
    ...(due === undefined ? [] : [{ label: '届满', text: dayWords(due) }]),
    ...(days ? [{ label: '期限', text: days }] : []),
    ...(story.readings ? [{ label: '口径', text: readingWords(story.readings) }] : []),
  ]
  const rows = shownSteps(answer, story.acts, settingOf(story)).map((step) => [
    STEP_WORDS[step.step],
    step.from,
    step.to ?? (step.ended ? '没有开始' : '未定'),
    step.uncounted === undefined ? `${step.workingDays}` : `${step.workingDays}，另 ${step.uncounted} 天待放假安排公布`,
    step.ended ? `${step.why}；${step.ended}` : step.why,
    step.cite,
  ])
  return {
    id: story.id,
    title: story.title,
    parts: [...told(story), ...computed],
    ...(rows.length > 0 && {
      table: { caption: '逐步计算', head: ['步骤', '起', '止', '工作日', '为什么', '依据'], rows },
    }),
  }
}

/** Printed away from the case it differs from, so that its facts are told in full, and its reading instead of an article. */
function readingCase(story: ClockStory): Case {
  const keys = Object.keys(story.readings ?? {}) as (keyof Readings)[]
  const given = story.acts
    .map(({ kind, on, ...more }) => {
      const arrived = 'letterReceived' in more && more.letterReceived ? `（对方${chineseDate(more.letterReceived)}收到）` : ''
      const length = 'workingDays' in more ? ` ${more.workingDays} 个工作日` : ''
      return `${chineseDate(on)} ${ACT_WORDS[kind]}${length}${arrived}`
    })
    .join('；')
  const articles = keys.map((key) => READING_QUESTIONS[key].source).join('；')
  return clockCase({ ...story, given, articles: articles || story.articles })
}

function dayWords(day: string | null | undefined): string {
  return day ? chineseDateWithWeekday(localDate(day)) : '未定'
}

function readingWords(readings: Partial<Readings>): string {
  return (Object.entries(readings) as [keyof Readings, Readings[keyof Readings]][])
    .map(([key, value]) => {
      const { question, options } = READING_QUESTIONS[key]
      const chosen =
        'min' in options ? `${String(value)} ${String(options.unit)}` : (options as Record<string, string>)[String(value)]
      return `${question}——${chosen}`
    })
    .join('；')
}

function feeCase({ id, title, article, given, then }: FeeStory): Case {
  const asked =
    given.scale === 'item'
      ? given.applications.map(({ month, items }) => `${month.replace('-', '年').replace('年0', '年')}月 ${items} 件`)
      : given.applications.map(({ pages, published }) => `${pages} 页${published ? '（只告知已公开的网址）' : ''}`)
  return {
    id,
    title,
    parts: [
      { label: '事实', text: `${given.scale === 'item' ? '按件计收' : '按量计收'}：${asked.join('；')}` },
      {
        label: '结论',
        text: then.map((yuan, index) => (then.length > 1 ? `第${index + 1}次 ${yuan} 元` : `${yuan} 元`)).join('；'),
      },
      { label: '依据', text: `《政府信息公开信息处理费管理办法》${article}` },
    ],
  }
}

function statisticsCase({ id, title, requester, acts, then, disputes }: StatisticsStory): Case {
  const form = formOf('2021')
  const rowWords = (row: string) => {
    const found = form.requests.rows.find((one) => one.row === row)
    return found ? [found.group, found.number + found.label].filter(Boolean).join(' ') : row
  }
  const cellWords = ([group, column]: readonly [string, string]) =>
    [
      form.disputes.groups.find((one) => one.group === group)?.label,
      form.disputes.columns.find((one) => one.column === column)?.label,
    ].join('：')
  const years = (table: Record<string, readonly string[]>, name: string) =>
    Object.entries(table).map(([year, words]) => ({
      label: `${year}年`,
      text: `${name}：${words.length > 0 ? words.join('；') : '不计'}`,
    }))
  return {
    id,
    title,
    parts: [
      { label: '申请人', text: REQUESTER_KIND_WORDS[requester] },
      {
        label: '经过',
        text: acts.map((act) => [chineseDate(act.on), ACT_WORDS[act.kind], actDetail(act)].filter(Boolean).join(' ')).join('；'),
      },
      ...years(
        mapped(then, (rows) => rows.map(rowWords)),
        '表三',
      ),
      ...years(
        mapped(disputes ?? {}, (cells) => cells.map(cellWords)),
        '表四',
      ),
      { label: '依据', text: '国办公开办函〔2021〕30号' },
    ],
  }
}

function mapped<T>(table: Record<number, T[]>, words: (values: T[]) => string[]): Record<string, string[]> {
  return Object.fromEntries(Object.entries(table).map(([year, values]) => [year, words(values)]))
}
