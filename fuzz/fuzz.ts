/** `npm run fuzz [-- --target reports|catalogue|outgoing|redaction] [--count N] [--seed N]`: damaged files for every reader; the files that broke one are kept. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fuzz } from './run.ts'
import type { Target } from './target.ts'
import { TARGETS } from './targets.ts'

const { values } = parseArgs({
  options: {
    target: { type: 'string' },
    count: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
  },
})
const seed = Number(values.seed)
let faulty = 0
for (const [name, open] of Object.entries(TARGETS)) {
  if (values.target && values.target !== name) continue
  const target = (await open()) as Target
  const count = Number(values.count ?? target.files)
  const begun = performance.now()
  const { faults, mostMilliseconds, mostApartMb } = await fuzz(target, {
    seed,
    count,
    tell: (done, found, apartMb) => console.error(`${name}: ${done}/${count}, faults ${found}, ${apartMb} MB apart`),
  })
  await target.close()
  const seconds = Math.round((performance.now() - begun) / 1000)
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(
    JSON.stringify({
      target: name,
      count,
      seed,
      faults: faults.length,
      seconds,
      mostMilliseconds,
      mostMemoryMb: memory,
      mostApartMb,
    }),
  )
  if (faults.length > 0) {
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-fuzz-'))
    for (const fault of faults) {
      writeFileSync(join(folder, `${fault.seed}-${fault.name}`), fault.bytes)
      console.log(JSON.stringify({ seed: fault.seed, name: fault.name, why: fault.why }))
    }
    console.error(`kept in ${folder}`)
  }
  faulty += faults.length
}
process.exit(faulty > 0 ? 1 : 0)
