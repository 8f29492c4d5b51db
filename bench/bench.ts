/** `npm run bench [-- --json FILE] [--cases N] [--units N] [--documents N] [--only ROOM]`: how fast, how heavy. Never part of the tests: a busy machine is no failure. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { benchBundle } from './bundle.ts'
import { benchLetters } from './letters.ts'
import type { Measures } from './measure.ts'
import { benchOpenData } from './open-data.ts'
import { benchPortal } from './portal.ts'
import { benchPure } from './pure.ts'
import { benchReports } from './reports.ts'
import { benchRegister } from './register.ts'
import { benchSearch } from './search.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    cases: { type: 'string', default: '1000000' },
    only: { type: 'string' },
    units: { type: 'string', default: '100000' },
    documents: { type: 'string', default: '1000000' },
  },
})
const measures: Measures = {}
const ROOMS: Record<string, () => Promise<void>> = {
  pure: () => benchPure(measures),
  bundle: () => benchBundle(measures),
  letters1000: () => benchLetters(measures),
  portal: () => benchPortal(measures),
  openData: () => benchOpenData(measures, Number(values.units)),
  reports: () => benchReports(measures, Number(values.cases), Number(values.units)),
  register: () => benchRegister(measures, Number(values.cases)),
  search: () => benchSearch(measures, Number(values.documents)),
}
for (const [room, bench] of Object.entries(ROOMS)) if (!values.only || values.only === room) await bench()
if (values.json) writeFileSync(values.json, `${JSON.stringify(measures, null, 2)}\n`)
process.exit(0)
