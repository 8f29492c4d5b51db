/** `npm run bench [-- --json FILE]`: how fast, how heavy. Never part of the tests: a busy machine is no failure. */
import { writeFileSync } from 'node:fs'
import type { Measures } from './measure.ts'
import { benchPortal } from './portal.ts'
import { benchPure } from './pure.ts'

const at = process.argv.indexOf('--json')
const file = at > 0 ? process.argv[at + 1] : undefined
const measures: Measures = {}
await benchPure(measures)
await benchPortal(measures)
if (file) writeFileSync(file, `${JSON.stringify(measures, null, 2)}\n`)
process.exit(0)
