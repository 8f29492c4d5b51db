/** 雷同: sentences taken over from the own last year or from other units, shown beside the ones they are like (L05, L06). */
import { finding } from '../../law/reports/checks.ts'
import type { Finding } from '../../law/reports/model.ts'
import type { ReportProse } from './prose.ts'
import { countedSentencesOf, likeness, type Sentence, sentencesOf, SHORTEST } from './sentences.ts'

export interface OtherReport {
  /** Whose, as people are told: 本机关2024年报告, 云岭县民政局2025年报告. */
  source: string
  prose: ReportProse
  /** Its name, where sentences are to be known that were taken over with the name changed. */
  agency?: string | undefined
}

/** What must be new each year. The preface is a formula, and section six usually 无. */
const SECTIONS = ['overall', 'problems'] as const
/** So alike that nobody wrote it anew. */
const SAME = 0.8

/** Each sentence that stands in last year's own report, nearly word for word; those that tell counts, with the same ones. */
export function likeLastYear(prose: ReportProse, last: OtherReport): Finding[] {
  return SECTIONS.flatMap((section) => {
    const before = sentencesOf(last.prose[section])
    return sentencesOf(prose[section]).flatMap((sentence) => {
      const twin = before.find((one) => couldBe(sentence.plain, one.plain) && likeness(sentence, one) >= SAME)
      return twin ? [alike('L05', section, sentence, last.source, twin)] : []
    })
  }).concat(likeCounts('L05', prose, [last]))
}

/** Sentences that are the same with their numbers: a hint, since numbers can be the same by chance and then stop nobody. */
function likeCounts(code: 'L05' | 'L06', prose: ReportProse, others: readonly OtherReport[]): Finding[] {
  const known = new Map<string, { source: string; words: string }>()
  for (const { source, prose: theirs } of others)
    for (const section of SECTIONS)
      for (const { key, words } of countedSentencesOf(theirs[section])) if (!known.has(key)) known.set(key, { source, words })
  return SECTIONS.flatMap((section) =>
    countedSentencesOf(prose[section]).flatMap((sentence) => {
      const twin = known.get(sentence.key)
      return twin ? [{ ...alike(code, section, sentence, twin.source, twin), level: 'warning' as const }] : []
    }),
  )
}

/**
 * Sentences that also stand in reports of other units, the same but for numbers; those that tell counts, the same with them. The same
 * with the own name put in the place of the other's is a hint: many units are given one wording to fill in.
 */
export function likeOthers(prose: ReportProse, others: readonly OtherReport[], agency?: string): Finding[] {
  const known = new Map<string, { source: string; sentence: Sentence }>()
  const renamed = new Map<string, { source: string; sentence: Sentence }>()
  for (const { source, prose: theirs, agency: their } of others) {
    const theirName = nameIn(their)
    for (const section of SECTIONS)
      for (const sentence of sentencesOf(theirs[section])) {
        if (!known.has(sentence.plain)) known.set(sentence.plain, { source, sentence })
        const rest = nameless(sentence.plain, theirName)
        if (rest && !renamed.has(rest)) renamed.set(rest, { source, sentence })
      }
  }
  const ownName = nameIn(agency)
  return SECTIONS.flatMap((section) =>
    sentencesOf(prose[section]).flatMap((sentence) => {
      const twin = known.get(sentence.plain)
      if (twin) return [alike('L06', section, sentence, twin.source, twin.sentence)]
      const like = renamed.get(nameless(sentence.plain, ownName) ?? '')
      return like ? [{ ...alike('L06', section, sentence, like.source, like.sentence), level: 'warning' as const }] : []
    }),
  ).concat(likeCounts('L06', prose, others))
}

const OWN_WORDS = '我局|本局|我委|本委|我单位|本单位|本机关'

/** The name of whose report it is, in full or in short, wherever it stands in a sentence. */
function nameIn(agency: string | undefined): RegExp | null {
  if (!agency) return null
  const body = /^.*?[县旗区](.{2,})$/u.exec(agency)?.[1]
  return new RegExp([agency, body && `[县旗区]?${body}`, OWN_WORDS].filter(Boolean).join('|'), 'g')
}

/** What is left of a sentence without that name; null where that is too little to tell. */
function nameless(plain: string, name: RegExp | null): string | null {
  const rest = name ? plain.replace(name, '') : ''
  return rest.length >= SHORTEST ? rest : null
}

/** Texts of very different length can't be alike: spares the comparison. */
function couldBe(a: string, b: string): boolean {
  return Math.min(a.length, b.length) / Math.max(a.length, b.length) >= SAME
}

function alike(
  code: 'L05' | 'L06',
  section: 'overall' | 'problems',
  sentence: Pick<Sentence, 'words'>,
  source: string,
  twin: Pick<Sentence, 'words'>,
): Finding {
  return finding(code, 'text', `与${source}的一句雷同：“${shortened(sentence.words)}”`, {
    section,
    words: sentence.words,
    beside: { source, words: twin.words },
  })
}

function shortened(words: string): string {
  return words.length > 40 ? `${words.slice(0, 38)}……` : words
}
