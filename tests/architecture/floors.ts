/** The house's plan as data: who may import whom. Read by floors.test.ts, which names the floor, the rule and the remedy. */
import { dirname, join, normalize } from 'node:path'

export interface Import {
  /** Path from the project's root. */
  readonly file: string
  /** As written. */
  readonly target: string
}

interface Floor {
  readonly name: string
  /** Begin of the paths that belong to it; the longest match wins. */
  readonly at: string
  /** Floors it may import besides itself; a path means that file only. */
  readonly below: readonly string[]
  /** Packages and Node's own modules it may import. */
  readonly packages: RegExp
  /** Where forbidden things should go instead. */
  readonly instead: string
}

const ANY = /./
const NO_WEB = /^(?!(fastify|@fastify|hono|react|react-dom|react-router|antd|@ant-design|vite|node:https?$|node:net$))/

const FLOORS: readonly Floor[] = [
  {
    name: 'law',
    at: 'src/law/',
    below: [],
    packages: /^$/,
    instead: 'law is arguments in, conclusions out: pass the value in as an argument, or move the code up to record',
  },
  {
    name: 'record',
    at: 'src/record/',
    below: ['law'],
    packages: /^zod$/,
    instead: 'record is pure folds over acts: what reads or writes goes to store, what people do to office',
  },
  {
    name: 'store',
    at: 'src/store/',
    below: ['record', 'law'],
    packages: /^(kysely|pg|pg-boss|node:.+)$/,
    instead: 'store keeps and finds rows: decisions go to record or office, HTTP and running of jobs to edge',
  },
  {
    name: 'office',
    at: 'src/office/',
    below: ['store', 'record', 'law'],
    packages: NO_WEB,
    instead: 'office knows neither HTTP nor HTML: return a value or a refusal and let edge translate it',
  },
  {
    name: 'contract',
    at: 'src/edge/console/contract',
    below: ['record', 'law'],
    packages: /^zod$/,
    instead: 'the contract is read by the browser too: only schemas and types of record and law',
  },
  {
    name: 'edge',
    at: 'src/edge/',
    below: ['office', 'record', 'law', 'contract'],
    packages: /^(?!(react|react-dom|react-router|antd|@ant-design\/.+|kysely|pg|pg-boss)$)/,
    instead: 'edge translates, it never reads tables: add a verb or a view to office and call that',
  },
  {
    name: 'console',
    at: 'src/console/',
    below: ['record', 'law', 'contract'],
    packages: /^(?!(node:|fastify|@fastify|pg$|kysely|pg-boss))/,
    instead: 'the console runs in a browser: ask the server through src/edge/console/contract.ts',
  },
  {
    name: 'settings',
    at: 'src/settings',
    below: ['law', 'src/store/cannot-start.ts'],
    packages: /^node:/,
    instead: 'settings only reads the environment; main.ts does the rest',
  },
  {
    name: 'wiring',
    at: 'src/wiring.ts',
    below: ['law', 'record', 'store', 'office', 'edge', 'contract', 'settings'],
    packages: ANY,
    instead: 'the wiring puts floors together, not the console and not tests',
  },
  {
    name: 'main',
    at: 'src/main.ts',
    below: ['law', 'record', 'store', 'office', 'edge', 'contract', 'settings', 'wiring'],
    packages: ANY,
    instead: 'main.ts starts what is wired, not the console and not tests',
  },
]

/** Beside the files of pure floors stand tests, which need tools. */
const TEST_PACKAGES = /^(vitest|fast-check|chinese-days|node:.+)$/

/** Null when the plan allows it; else what is wrong and where it should go instead. */
export function faultOf({ file, target }: Import): string | null {
  const floor = floorOf(file)
  if (!floor)
    return file.startsWith('src/') ? `${file} lies on no floor: move it to law, record, store, office, edge or console` : null
  const isTest = /\.test\.tsx?$/.test(file)
  const rule = `${floor.name} may import ${[floor.name, ...floor.below].join(', ')}`
  if (!target.startsWith('.')) {
    if (floor.packages.test(target) || (isTest && TEST_PACKAGES.test(target))) return null
    return `${file} (floor ${floor.name}) imports the package ${target}; ${rule} and packages like ${floor.packages.source}. Instead: ${floor.instead}`
  }
  const path = normalize(join(dirname(file), target))
  const other = floorOf(path)
  if (other === floor || floor.below.includes(path) || (other && floor.below.includes(other.name))) return null
  if (isTest && !path.startsWith('src/')) return null
  return `${file} (floor ${floor.name}) imports ${path} (floor ${other?.name ?? 'none'}); ${rule}. Instead: ${floor.instead}`
}

function floorOf(path: string): Floor | undefined {
  return FLOORS.filter(({ at }) => path.startsWith(at)).sort((a, b) => b.at.length - a.at.length)[0]
}

/** Every import of a source text: static, type-only, re-export, dynamic, and workers and files by `new URL(…, import.meta.url)`. */
export function importsOf(file: string, source: string): Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const patterns = [
    /^\s*(?:import|export)\s[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
    /^\s*import\s*['"]([^'"]+)['"]/gm,
    /\bimport\s*\(\s*['"]([^'"]+)['"]/g,
    /\bnew URL\(\s*['"](\.[^'"]+\.(?:ts|tsx|mjs))['"]\s*,\s*import\.meta\.url/g,
  ]
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map(([, target = '']) => ({ file, target })))
}
