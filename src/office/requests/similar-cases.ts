/** 类案: earlier cases about the same matter, and the same person's, with how they ended. Compared by words of the subject; never decides. */
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import type { DisputeFact } from '../../record/requests/fact.ts'
import { REPLY_CODES } from '../../record/letters/facts.ts'
import type { SimilarCase } from '../../record/requests/deciding-view.ts'
import { casesToCompare, repliesOf } from '../../store/deciding.sql.ts'
import type { OfficeContext } from '../context.ts'
import { shownSubject } from './register-row.ts'

/** So many of the latest cases are compared: enough for years of a county bureau, bounded for a ministry. */
const MOST_COMPARED = 3000
const ALIKE = 0.34
const NEARLY_SAME = 0.7
const SHOWN = 8

const STOP = new Set([
  '关于',
  '申请',
  '公开',
  '信息',
  '提供',
  '情况',
  '相关',
  '有关',
  '材料',
  '文件',
  '全部',
  '年度',
  '本局',
  '县',
])

let jieba: Jieba | undefined

/** Words of a subject that say what it is about. */
export function subjectWords(subject: string): ReadonlySet<string> {
  jieba ??= Jieba.withDict(dict)
  const words = jieba.cut(subject.replace(/[《》“”（）()、，。]/gu, ' '), false)
  return new Set(
    words.map((word) => word.trim()).filter((word) => [...word].length > 1 && !STOP.has(word) && !/^\d{4}年?$/.test(word)),
  )
}

/** Shared words among all words: 1 is the same, 0 has nothing in common. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  const shared = [...one].filter((word) => other.has(word)).length
  return shared / (one.size + other.size - shared)
}

function lastResult(disputes: readonly DisputeFact[]): SimilarCase['dispute'] {
  return disputes.at(-1)?.result ?? null
}

interface About {
  agencyId: string
  id: string
  subject: string
  requesterId: string
}

/** The cases alike, the likest first, and who asks in this one. */
async function comparedWith(db: OfficeContext['db'], about: About) {
  const [rows, own] = await Promise.all([
    casesToCompare(db, about.agencyId, about.id, MOST_COMPARED),
    db
      .selectFrom('requester')
      .select('fingerprint')
      .where('agency_id', '=', about.agencyId)
      .where('id', '=', about.requesterId)
      .executeTakeFirstOrThrow(),
  ])
  const words = subjectWords(about.subject)
  const compared = rows
    .map((row) => ({ row, score: row.subject === about.subject ? 1 : likeness(words, subjectWords(row.subject)) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score || (b.row.closed_on ?? '').localeCompare(a.row.closed_on ?? ''))
  return { compared, own }
}

function askersIn({ compared, own }: Awaited<ReturnType<typeof comparedWith>>): number {
  const others = compared.filter(({ score }) => score >= NEARLY_SAME).map(({ row }) => row.fingerprint)
  return new Set([...others, own.fingerprint]).size
}

/** How many different people asked for nearly the same, this one included; the number names nobody. */
export async function askersOf(db: OfficeContext['db'], about: About): Promise<number> {
  return askersIn(await comparedWith(db, about))
}

/**
 * The cases to show, the likest first, and how many different people asked for nearly the same. Shown are cases that the reader may
 * open: what others asked for is not a section's business.
 */
export async function similarCases(
  ctx: OfficeContext,
  about: About,
  readable: (sectionId: string | null) => boolean,
): Promise<{ similar: SimilarCase[]; askers: number }> {
  const found = await comparedWith(ctx.db, about)
  const { compared, own } = found
  const shown = compared.filter(({ row }) => readable(row.section_id)).slice(0, SHOWN)
  const replies = new Map(
    (
      await repliesOf(
        ctx.db,
        about.agencyId,
        shown.map(({ row }) => row.id),
        REPLY_CODES,
      )
    ).map((reply) => [reply.case_id, reply]),
  )
  return {
    askers: askersIn(found),
    similar: shown.map(({ row, score }) => {
      const reply = replies.get(row.id)
      return {
        id: row.id,
        number: row.number,
        subject: shownSubject(ctx, row),
        outcome: row.outcome,
        closedOn: row.closed_on,
        dispute: lastResult(row.disputes),
        samePerson: row.fingerprint === own.fingerprint,
        reply: reply ? { number: reply.number, on: reply.issued_on } : null,
        nearlySame: score >= NEARLY_SAME,
      }
    }),
  }
}
