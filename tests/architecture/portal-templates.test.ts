/** Two rules for the portal's templates that no type can hold: attributes are quoted, and words of law come from src/law. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { INSTITUTION_PART_RULES, PLATFORM_PART_RULES } from '../../src/law/publication/platform.ts'
import { OUTCOME_FAMILY_WORDS, OUTCOME_TABLE } from '../../src/law/requests/outcomes.ts'
import {
  INTAKE_CHANNEL_WORDS,
  PHASE_WORDS,
  REQUESTER_KIND_WORDS,
  SERVICE_METHOD_WORDS,
} from '../../src/law/requests/vocabulary.ts'

const FOLDER = 'src/edge/portal'

function sources(): { file: string; text: string }[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => ({ file: join(FOLDER, name), text: withoutComments(readFileSync(join(FOLDER, name), 'utf8')) }))
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

/** ` name=${value}`: without quotation marks a value with a space in it would become attributes of its own. */
const UNQUOTED = /\s[\w-]+=\$\{/g

/** Shorter ones (其他, 延长) are everyday words as well. */
const LEAST_LETTERS = 4

function statutoryTerms(): string[] {
  const words = [
    ...Object.values(OUTCOME_TABLE).map(({ zh }) => zh),
    ...Object.values(PLATFORM_PART_RULES).map(({ zh }) => zh),
    ...Object.values(INSTITUTION_PART_RULES).map(({ zh }) => zh),
    ...[OUTCOME_FAMILY_WORDS, PHASE_WORDS, REQUESTER_KIND_WORDS, SERVICE_METHOD_WORDS, INTAKE_CHANNEL_WORDS].flatMap((words) =>
      Object.values<string>(words),
    ),
  ]
  return [...new Set(words)].filter((word) => word.length >= LEAST_LETTERS)
}

describe('templates of the portal', () => {
  test('have no value in an attribute without quotation marks', () => {
    const found = sources().flatMap(({ file, text }) => [...text.matchAll(UNQUOTED)].map(([attribute]) => `${file}:${attribute}`))
    expect(found).toEqual([])
  })

  test('take words of law from src/law', () => {
    const terms = statutoryTerms()
    const found = sources().flatMap(({ file, text }) =>
      terms.filter((term) => text.includes(term)).map((term) => `${file}: ${term}`),
    )
    expect(found).toEqual([])
  })

  test('the rules see what they forbid', () => {
    expect('html`<a href=${x}>`'.match(UNQUOTED)).toHaveLength(1)
    expect('html`<a href="${x}">`'.match(UNQUOTED)).toBeNull()
    expect(statutoryTerms()).toContain('依申请公开')
  })
})
