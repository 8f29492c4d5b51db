/** 教训 — what was wrong in a decision that was corrected; shown when a similar one is drafted (same outcome, or a similar subject). */
import type { Outcome } from '../../law/requests/vocabulary.ts'

export const LESSON_CATEGORIES = [
  'deadline',
  'correction',
  'search',
  'ground',
  'reasons',
  'severability',
  'thirdParty',
  'service',
  'other',
] as const
export type LessonCategory = (typeof LESSON_CATEGORIES)[number]

export const LESSON_CATEGORY_WORDS: Record<LessonCategory, string> = {
  deadline: '期限',
  correction: '补正',
  search: '检索不充分',
  ground: '不予公开理由适用不当',
  reasons: '没有说明理由',
  severability: '没有区分处理',
  thirdParty: '征求第三方意见',
  service: '送达和救济告知',
  other: '其他问题',
}

export interface Lesson {
  id: string
  caseId: string
  caseNumber: string
  outcome: Outcome | null
  subject: string
  category: LessonCategory
  text: string
  /** 复议撤销 and the like */
  result: string
}

export interface MatchedLesson extends Lesson {
  because: 'outcome' | 'subject'
}

/** Pairs of letters: a Chinese subject has no blanks between its words. */
function pairs(text: string): Set<string> {
  const letters = [...text.replace(/[\s，。、：；“”《》（）\d年月日]/gu, '')]
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`))
}

/** How much two subjects share, 0…1. */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairs(one), pairs(other)]
  if (a.size === 0 || b.size === 0) return 0
  const shared = [...a].filter((pair) => b.has(pair)).length
  return shared / Math.min(a.size, b.size)
}

const SIMILAR = 0.5

/** The lessons that bear on a decision being drafted, those of the same outcome first. A case's own lesson is the first of all. */
export function matching<L extends Lesson>(
  lessons: readonly L[],
  draft: { outcome: Outcome; subject: string },
): (L & Pick<MatchedLesson, 'because'>)[] {
  return lessons
    .flatMap((lesson): (L & Pick<MatchedLesson, 'because'>)[] => {
      if (lesson.outcome === draft.outcome) return [{ ...lesson, because: 'outcome' }]
      return likeness(lesson.subject, draft.subject) >= SIMILAR ? [{ ...lesson, because: 'subject' }] : []
    })
    .toSorted((a, b) => a.because.localeCompare(b.because))
}
