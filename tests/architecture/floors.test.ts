import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultOf, importsOf } from './floors.ts'

const sources = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort()

describe('the floors', () => {
  test('every import goes the way the plan allows', () => {
    const faults = sources
      .flatMap((file) => importsOf(file, readFileSync(file, 'utf8')).map(faultOf))
      .filter((fault) => fault !== null)
    expect(faults).toEqual([])
  })

  test('imports are seen at all', () => {
    const seen = sources.flatMap((file) => importsOf(file, readFileSync(file, 'utf8')))
    expect(seen.length).toBeGreaterThan(sources.length)
  })
})

describe('the canary: a violation is caught, and the message says which floor, which rule, where instead', () => {
  test.each([
    ['src/law/requests/clock.ts', `import { z } from 'zod'`, 'floor law) imports the package zod'],
    [
      'src/law/date.ts',
      `import type { Act } from '../record/requests/acts.ts'`,
      'imports src/record/requests/acts.ts (floor record)',
    ],
    ['src/record/people/roles.ts', `export * from '../../store/schema.ts'`, 'floor record) imports src/store/schema.ts'],
    ['src/record/people/roles.ts', `import { readFile } from 'node:fs/promises'`, 'imports the package node:fs/promises'],
    ['src/store/audit.sql.ts', `import fastify from 'fastify'`, 'floor store) imports the package fastify'],
    ['src/office/people/permit.ts', `import { html } from 'hono/html'`, 'floor office) imports the package hono/html'],
    [
      'src/office/people/permit.ts',
      `const page = await import('../../edge/server.ts')`,
      'imports src/edge/server.ts (floor edge)',
    ],
    [
      'src/edge/server.ts',
      `import { connect } from '../store/database.ts'`,
      'edge may import edge, office, record, law, contract',
    ],
    [
      'src/edge/server.ts',
      `import {\n  readSettings,\n  type Settings,\n} from '../settings.ts'`,
      'imports src/settings.ts (floor settings)',
    ],
    [
      'src/edge/files/reader.ts',
      `new Worker(new URL('../../store/x.ts', import.meta.url))`,
      'imports src/store/x.ts (floor store)',
    ],
    ['src/edge/console/contract.ts', `import { app } from '../server.ts'`, 'floor contract) imports src/edge/server.ts'],
    ['src/console/app.tsx', `import { sql } from '../office/context.ts'`, 'floor console) imports src/office/context.ts'],
    ['src/console/app.tsx', `import 'node:fs'`, 'floor console) imports the package node:fs'],
    ['src/helpers/text.ts', `import 'zod'`, 'lies on no floor'],
  ])('%s: %s', (file, source, message) => {
    const [found] = importsOf(file, source)
    expect(found && faultOf(found)).toContain(message)
    expect(found && faultOf(found)).toMatch(/Instead: |move it to/)
  })

  test.each([
    ['src/record/people/roles.ts', `import { z } from 'zod'`],
    ['src/edge/portal/page.ts', `import type { Case } from '../../record/requests/fold.ts'`],
    ['src/console/app.tsx', `import { contract } from '../edge/console/contract.ts'`],
    ['src/law/calendar.test.ts', `import { isHoliday } from 'chinese-days'`],
    ['src/main.ts', `const { connect } = await import('./store/database.ts')`],
    ['src/law/date.ts', `// import { z } from 'zod'\nimport type { A } from './cite.ts'`],
  ])('%s: %s is allowed', (file, source) => {
    expect(importsOf(file, source).map(faultOf)).toEqual([null])
  })
})

describe('the files', () => {
  const LONGEST = 400

  test(`none is longer than ${LONGEST} lines`, () => {
    const tests = readdirSync('.', { recursive: false, withFileTypes: true })
      .filter((entry) => entry.isDirectory() && ['tests', 'stories', 'scripts', 'bench', 'chaos', 'fuzz'].includes(entry.name))
      .flatMap(({ name }) => readdirSync(name, { recursive: true, encoding: 'utf8' }).map((path) => join(name, path)))
      .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.startsWith('tests/samples'))
    const long = [...sources, ...tests].filter((file) => readFileSync(file, 'utf8').split('\n').length > LONGEST + 1)
    expect(long).toEqual([])
  })

  test('no identifier uses a word that means two things: review, channel, correction of information', () => {
    const banned = /\b(?:const|let|function|interface|type|class)\s+(review|channel|correctionOfInformation)\b/gi
    const found = sources.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(banned)].map(([text]) => `${file}: ${text}`))
    expect(found).toEqual([])
  })
})
