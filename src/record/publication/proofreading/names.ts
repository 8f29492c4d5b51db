/** 名称和姓名: one body or person written in two ways within the text, or otherwise than the county writes it. */
import { distanceAtMost } from './distance.ts'
import type { Check, Found, ProofContext } from './finding.ts'
import type { Cell, ProofText } from './text.ts'

export const checkNames: Check = (text, context) => [...ofAgencies(text, context), ...ofPeople(text)]

const BODY =
  /[一-鿿]{2,18}?(?:教育局|教体局|人民政府|委员会|办公室|管理局|监督局|保障局|健康局|中心小学|小学|中学|学校|幼儿园|研究室|管理中心)/g
/** Letters in which names of different bodies differ. */
const TELLING = /[一二三四五六七八九十东南西北中上下新老大小\d]/

interface Written {
  words: string
  from: number
  to: number
}

/** Otherwise by one letter than a name in the system, and no name there itself. */
function ofAgencies({ text }: ProofText, { agencies }: ProofContext): Found[] {
  const names = agencies.map((name) => name.replace(/（.*$/, '')).filter((name) => name.length >= 5)
  const known = new Set(names)
  const seen = [...text.matchAll(BODY)].map((one) => ({ words: one[0], from: one.index, to: one.index + one[0].length }))
  const right = (to: number) => names.some((name) => text.startsWith(name, to - name.length))
  return seen
    .filter(({ to }) => !right(to))
    .flatMap((body) => {
      for (const name of names) {
        // What stands before the name is taken for part of it: its end is compared.
        for (const length of [name.length, name.length - 1, name.length + 1]) {
          const from = body.to - length
          const words = text.slice(from, body.to)
          if (from < 0 || words.length !== length || known.has(words)) continue
          if (words[0] !== name[0] || !distanceAtMost(words, name, 1) || differInTelling(words, name) || endsKnown(words, known))
            continue
          return [
            {
              kind: 'names' as const,
              from,
              to: body.to,
              say: `“${words}”与系统中的名称“${name}”差一个字。`,
              suggestion: name,
              source: '机构名称',
            },
          ]
        }
      }
      return []
    })
}

/** 县第一小学 of 云岭县第一小学 is a short way to say it, not a slip. */
function endsKnown(words: string, known: ReadonlySet<string>): boolean {
  return [...known].some((name) => name.endsWith(words) || words.endsWith(name))
}

function differInTelling(one: string, other: string): boolean {
  if (one.length !== other.length) {
    const [short, long] = one.length < other.length ? [one, other] : [other, one]
    const at = [...long].findIndex((letter, index) => letter !== short[index])
    return TELLING.test(long[at] ?? '')
  }
  const at = [...one].findIndex((letter, index) => letter !== other[index])
  return TELLING.test(one[at] ?? '') && TELLING.test(other[at] ?? '')
}

const PERSON_HEAD = /^(?:姓\s*名|联系人|负责人|校长|园长|局长|主任|责任人|教师|获奖者|班主任|督学)$/
const NAME = /^[一-鿿]{2,4}(?:·[一-鿿]{1,8})?$/
const TITLED =
  /(?:联系人|负责人|责任人|校长|园长|局长|副局长|主任|督学|组长)(?:：|:|是|为)?\s*([一-鿿]{2,3})(?=[，,。；;、（(\s\t]|电话|$)/gm

/** Names in columns of names and behind titles; two that differ by one letter, of which one is rarer. */
function ofPeople(proof: ProofText): Found[] {
  const listed = proof.tables.map(({ rows }) => columnsOfNames(rows))
  const titled: Written[] = [...proof.text.matchAll(TITLED)].map((one) => {
    const words = one[1] ?? ''
    const to = one.index + one[0].length
    return { words, from: to - words.length, to }
  })
  const inTables = new Set(listed.flat().map(({ words }) => words))
  const count = new Map<string, number>()
  for (const { words } of [...listed.flat(), ...titled]) count.set(words, (count.get(words) ?? 0) + 1)
  return titled.flatMap((person) => {
    const near = [...count.keys()].find(
      (other) =>
        other !== person.words &&
        other.length === person.words.length &&
        other.length > 1 &&
        other[0] === person.words[0] &&
        distanceAtMost(other, person.words, 1) &&
        (count.get(other) ?? 0) >= (count.get(person.words) ?? 0) &&
        // Of two that are as often, the one of a table is right, else the earlier.
        ((count.get(other) ?? 0) > (count.get(person.words) ?? 0) ||
          inTables.has(other) ||
          proof.text.indexOf(other) < person.from) &&
        !inTables.has(person.words),
    )
    if (!near) return []
    return [
      {
        kind: 'names' as const,
        from: person.from,
        to: person.to,
        say: `“${person.words}”和文中的“${near}”差一个字，是否同一人。`,
        suggestion: near,
        source: '文内对照',
      },
    ]
  })
}

function columnsOfNames(rows: readonly Cell[][]): Written[] {
  const heads = rows[0] ?? []
  const columns = heads.filter(({ text }) => PERSON_HEAD.test(text)).map(({ column }) => column)
  return rows
    .slice(1)
    .flatMap((cells) =>
      cells
        .filter(({ column, text }) => columns.includes(column) && NAME.test(text))
        .map(({ text: words, from, to }) => ({ words, from, to })),
    )
}
