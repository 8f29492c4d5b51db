/** Permissions, audit and refusals as one fabric: nothing is done without a permission, nothing is recorded or refused without words. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { REFUSALS } from '../../src/law/refusals.ts'
import { AUDIT_WORDS } from '../../src/record/oversight/audit-words.ts'
import { VERBS } from '../../src/record/people/verbs.ts'
import { VERB_OF_ACT } from '../../src/record/requests/may.ts'

/** Source texts below a folder, without tests. */
function sources(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test(ing)?\.tsx?$/.test(path))
    .map((path) => join(folder, path))
  return new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
}

const office = sources('src/office')
const officeText = [...office.values()].join('\n')
const ofActs: readonly string[] = Object.values(VERB_OF_ACT)
const literals = (text: string) => [...text.matchAll(/'([a-z][a-zA-Z]*\.[a-zA-Z]+)'/g)].map(([, verb = '']) => verb)

interface OfficeFunction {
  name: string
  head: string
  body: string
}

/** Top-level functions: they begin and end in the first column. */
function functionsOf(text: string): OfficeFunction[] {
  const pattern = /^(?:export )?(?:async )?function (\w+)(?:<[^>]*>)?(\([\s\S]*?\n?\)[^\n]*)\{$([\s\S]*?)^\}$/gm
  return [...text.matchAll(pattern)].map(([, name = '', head = '', body = '']) => ({ name, head, body }))
}

/** Functions that ask the permission table, themselves or through another that does. */
function guarded(all: readonly OfficeFunction[]): Set<string> {
  const names = new Set(['permit', 'permitted'])
  for (let before = -1; before !== names.size; ) {
    before = names.size
    for (const { name, body } of all)
      if (!names.has(name) && [...names].some((guard) => new RegExp(`\\b${guard}\\(`).test(body))) names.add(name)
  }
  return names
}

describe('权限', () => {
  const functions = [...office.values()].flatMap(functionsOf)
  const verbs = functions.filter(({ head }) => /\bactor: Actor\b/.test(head) && /Promise<\s*Result</.test(head))

  test('every row of the permission table is asked for by the office', () => {
    const used = new Set([...literals(officeText), ...ofActs])
    expect(VERBS.filter((verb) => !used.has(verb))).toEqual([])
  })

  test('every verb of the office that someone does goes through a permission', () => {
    const safe = guarded(functions)
    expect(verbs.length).toBeGreaterThan(25)
    expect(verbs.map(({ name }) => name).filter((name) => !safe.has(name))).toEqual([])
  })

  test('canary: a verb that forgets to ask is seen', () => {
    const careless = functionsOf(
      'export async function peek(ctx: OfficeContext, actor: Actor): Promise<Result<void>> {\n  return ok(await load(ctx))\n}\n',
    )
    expect(careless.map(({ name }) => name)).toEqual(['peek'])
    expect(guarded(careless).has('peek')).toBe(false)
  })
})

describe('审计', () => {
  /** What the office hands to the audit log: as an entry's verb, or as the verb of a deed on a case. */
  const recorded = new Set([
    ...[...officeText.matchAll(/\b(?:verb|entry): ([^\n]*)/g)].flatMap(([, rest = '']) => literals(rest)),
    ...[...officeText.matchAll(/\bperform\([^']*('[^']+')/g)].flatMap(([, verb = '']) => literals(verb)),
    ...ofActs,
  ])

  test('every verb that is recorded has words', () => {
    expect(recorded.size).toBeGreaterThan(25)
    expect([...recorded].filter((verb) => !(verb in AUDIT_WORDS))).toEqual([])
  })

  test('no words for what is never recorded', () => {
    const said = new Set([...recorded, ...literals(officeText)])
    expect(Object.keys(AUDIT_WORDS).filter((verb) => !said.has(verb))).toEqual([])
  })
})

test('every refusal of the list is said somewhere', () => {
  const everything = [...sources('src')].filter(([file]) => !file.endsWith('law/refusals.ts')).map(([, text]) => text)
  const said = (code: string) => everything.some((text) => text.includes(`'${code}'`))
  expect(Object.keys(REFUSALS).filter((code) => !said(code))).toEqual([])
})
