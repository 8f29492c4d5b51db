/** What the law floor knows: the articles, its words, its limits, and the questions that the text leaves open. */
import { ARTICLES, CHAPTERS, type Treatment } from '../../src/law/articles.ts'
import type { Length } from '../../src/law/calendar.ts'
import { cite, INSTRUMENTS, place } from '../../src/law/cite.ts'
import { DEFAULT_READINGS, READING_QUESTIONS, type Readings } from '../../src/law/readings.ts'
import { OVERSIGHT_LIMITS } from '../../src/law/oversight/limits.ts'
import { COLUMN_KEYS, COLUMNS } from '../../src/law/publication/columns.ts'
import { PUBLICATION_LIMITS } from '../../src/law/publication/timeliness.ts'
import * as requestLimits from '../../src/law/requests/limits.ts'
import { OUTCOME_FAMILY_WORDS, outcomeRule } from '../../src/law/requests/outcomes.ts'
import {
  INTAKE_CHANNEL_WORDS,
  OUTCOMES,
  PHASE_WORDS,
  REQUESTER_KIND_WORDS,
  SERVICE_METHOD_WORDS,
} from '../../src/law/requests/vocabulary.ts'
import { GROUND_TABLE } from '../../src/law/withholding.ts'
import { ACT_WORDS } from '../../src/record/requests/acts.ts'
import { code, fileLink, page, type Row, table } from './markdown.ts'

const ROOM_WORDS = {
  requests: '依申请公开',
  publication: '主动公开',
  reports: '年度报告',
  oversight: '监督与救济',
  dialogue: '交流互动',
  people: '机构与人员',
}

function treated(treatment: Treatment): string {
  if (treatment.kind === 'encoded')
    return treatment.at.map(({ file, name }) => `- 写在 ${fileLink(file)} 的 ${code(name)}`).join('\n')
  if (treatment.kind === 'procedure') return `- 由人办理（${ROOM_WORDS[treatment.room]}）：${treatment.how}`
  return `- 不由软件执行：${treatment.reason}`
}

export function articlesPage(): string {
  const chapters = CHAPTERS.flatMap(({ title, from, to }) => [
    `## ${title}`,
    ...ARTICLES.filter(({ number }) => number >= from && number <= to).map(
      ({ number, summary, treatment }) => `### ${place(String(number))}\n\n${summary}\n\n${treated(treatment)}`,
    ),
  ])
  return page(
    '《中华人民共和国政府信息公开条例》逐条对照',
    '每一条说了什么（本项目的概括，以条例原文为准），在代码的哪里，或者为什么不在代码里。期限的长短见 [limits.md](limits.md)，文本未定之处见 [readings.md](readings.md)。',
    ...chapters,
  )
}

const UNITS: Record<Length['unit'], string> = { workingDays: '个工作日', days: '日', months: '个月' }

function limitRows(limits: Readonly<Record<string, unknown>>, file: string): Row[] {
  // Sorted, since a module's names come in no order of their own.
  const named = Object.entries(limits).sort(([a], [b]) => (a < b ? -1 : 1))
  return named.flatMap(([name, rule]) =>
    isDatedLength(rule)
      ? rule.versions.map(({ from, is, by }): Row => [code(name), `${is.n}${UNITS[is.unit]}`, from, cite(by), fileLink(file)])
      : [],
  )
}

function isDatedLength(rule: unknown): rule is typeof requestLimits.REPLY_LIMIT {
  return typeof rule === 'object' && rule !== null && 'versions' in rule
}

export function limitsPage(): string {
  return page(
    '期限',
    '每个期限的长短、从哪天起、依据哪一条。期限从次日起算；工作日按国务院办公厅当年放假通知计算，没有通知的年份不推算。',
    table(
      ['名称', '长短', '施行之日', '依据', '文件'],
      [
        ...limitRows(requestLimits, 'src/law/requests/limits.ts'),
        ...limitRows(OVERSIGHT_LIMITS, 'src/law/oversight/limits.ts'),
        ...limitRows(PUBLICATION_LIMITS, 'src/law/publication/timeliness.ts'),
      ],
    ),
  )
}

function answer(key: keyof Readings): string {
  const { options } = READING_QUESTIONS[key]
  const value = DEFAULT_READINGS[key]
  if (typeof options.min === 'number') return `${value}${options.unit}（${options.min}—${options.max}）`
  const all = options as Readonly<Record<string, string>>
  return `**${all[String(value)]}**；可选：${Object.values(all).join('、')}`
}

export function readingsPage(): string {
  return page(
    '口径',
    '条例文本没有定的问题，各机关可以自己选定；案件的期限说明会写明所用的口径。粗体是默认的选择。',
    table(
      ['名称', '问题', '默认', '来源'],
      (Object.keys(READING_QUESTIONS) as (keyof Readings)[]).map((key) => [
        code(key),
        READING_QUESTIONS[key].question,
        answer(key),
        READING_QUESTIONS[key].source,
      ]),
    ),
  )
}

function simple(words: Readonly<Record<string, string>>): Row[] {
  return Object.entries(words).map(([key, zh]) => [zh, code(key)])
}

export function wordsPage(): string {
  const named = (title: string, file: string, words: Readonly<Record<string, string>>) =>
    `## ${title}\n\n${fileLink(file)}\n\n${table(['中文', '名称'], simple(words))}`
  const vocabulary = 'src/law/requests/vocabulary.ts'
  return page(
    '词汇',
    '法定用语及其在代码、数据库和接口中的名称。一个概念一个名称。',
    `## 答复类型\n\n${fileLink('src/law/requests/outcomes.ts')}\n\n${table(
      ['中文', 'English', '名称', '类别', '依据', '文书'],
      OUTCOMES.map((key) => {
        const { zh, en, family, articles, letter } = outcomeRule(key)
        return [zh, en, code(key), OUTCOME_FAMILY_WORDS[family], articles.map(cite).join('、'), letter]
      }),
    )}`,
    `## 不予公开的理由\n\n${fileLink('src/law/withholding.ts')}\n\n${table(
      ['中文', 'English', '名称', '依据'],
      Object.entries(GROUND_TABLE).map(([key, { zh, en, by }]) => [zh, en, code(key), cite(by)]),
    )}`,
    named('申请人类型', vocabulary, REQUESTER_KIND_WORDS),
    named('申请渠道', vocabulary, INTAKE_CHANNEL_WORDS),
    named('送达方式', vocabulary, SERVICE_METHOD_WORDS),
    named('办理阶段', vocabulary, PHASE_WORDS),
    named('案卷中的事项', 'src/record/requests/acts.ts', ACT_WORDS),
    `## 公开栏目\n\n${fileLink('src/law/publication/columns.ts')}\n\n${table(
      ['中文', '名称', '依据'],
      COLUMN_KEYS.map((key) => [COLUMNS[key].zh, code(key), cite(COLUMNS[key].by)]),
    )}`,
    `## 所引法律文件\n\n${fileLink('src/law/cite.ts')}\n\n${table(
      ['简称', '名称', '文号或者版本', '代码中的名称'],
      Object.entries(INSTRUMENTS).map(([key, { short, title, number }]) => [short, title, number, code(key)]),
    )}`,
  )
}
