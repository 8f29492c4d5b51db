/** `npm run check` and `npm test`: types, lint, format, unused code, tests; all of them are run, then the faults are counted. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE, digestOf, PROJECT } from './install.mjs'

const CHECKS = [
  { name: '类型：law、record', run: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.pure.json'] },
  { name: '类型：server、tests', run: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'] },
  { name: '类型：console', run: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.console.json'] },
  { name: '规范（oxlint）', run: ['node_modules/oxlint/bin/oxlint'] },
  { name: '格式（biome）', run: ['node_modules/@biomejs/biome/bin/biome', 'format'] },
  { name: '未用代码（knip）', run: ['node_modules/knip/bin/knip.js'] },
]
const RESULT = join(CACHE, 'vitest.json')

/**
 * @param {string} node the carried Node
 * @param {string[]} projects of vitest.config.ts
 * @param {string[]} args for vitest
 * @returns {number} the exit code
 */
export function check(node, projects, args) {
  const lock = digestOf(readFileSync(join(PROJECT, 'package-lock.json')))
  const faults = CHECKS.filter(({ name, run }) => !passes(node, name, run)).map(({ name }) => name)
  const tests = runTests(node, projects, args)
  if (digestOf(readFileSync(join(PROJECT, 'package-lock.json'))) !== lock) faults.push('package-lock.json 被改动')
  for (const fault of faults) console.log(`未通过：${fault}`)
  // Read by continuous integration: it must see that tests were run.
  console.log(`${tests.passed + CHECKS.length - faults.length} passed, ${tests.failed + faults.length} failed`)
  return tests.failed + faults.length === 0 ? 0 : 1
}

function passes(node, name, args) {
  console.log(`— ${name}`)
  return spawnSync(node, args, { cwd: PROJECT, stdio: 'inherit' }).status === 0
}

function runTests(node, projects, args) {
  mkdirSync(CACHE, { recursive: true })
  rmSync(RESULT, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULT}`]
  const selected = projects.flatMap((project) => ['--project', project])
  const ok = passes(node, `测试：${projects.join('、')}`, [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...selected,
    ...reporters,
    ...args,
  ])
  const { passed, failed } = countsOf(RESULT)
  // A run may fail without a failed test: an error outside of any, or a file that can't be loaded.
  return { passed, failed: ok ? failed : Math.max(failed, 1) }
}

function countsOf(file) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 0 }
  }
}
