import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ClockAnswer } from '../../law/requests/clock-types.ts'
import { COMMANDS } from './index.ts'
import { runCli } from './main.ts'

async function run(args: string[], stdin = '') {
  const [out, err]: [string[], string[]] = [[], []]
  const io = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    readStdin: async () => stdin,
    withOffice: () => Promise.reject(new Error('no store is needed')),
  }
  return { code: await runCli(args, io), out, err }
}
const ask = (question: unknown) => run(['clock'], JSON.stringify(question))
const received = { kind: 'received', on: '2026-03-02' }

interface Sample {
  id: string
  in: unknown
  expect: Record<string, unknown> & { limits?: Record<string, string>; breaches?: string[] }
}
const { examples } = JSON.parse(readFileSync('tests/samples/clock.json', 'utf8')) as { examples: Sample[] }

describe('gongkai', () => {
  test('--help lists every command', async () => {
    const { code, out } = await run(['--help'])
    expect(code).toBe(0)
    for (const name of Object.keys(COMMANDS)) expect(out.join('\n')).toContain(`  ${name}`)
  })

  test.each(Object.keys(COMMANDS))('%s --help explains itself with an example', async (name) => {
    const { code, out, err } = await run([name, '--help'])
    expect([code, err]).toEqual([0, []])
    expect(out.join('\n')).toContain(`gongkai ${name}`)
    expect(out.join('\n')).toMatch(/例：|示例/)
  })

  test.each([[[]], [['nothing']], [['constructor']]])('%j is no command: exit 2 and one line', async (args) => {
    const { code, out, err } = await run(args)
    expect([code, out.length, err.length]).toEqual([2, 0, 1])
    expect(err[0]).toContain('--help')
  })
})

describe('gongkai clock', () => {
  test.each(examples)('$id', async ({ in: question, expect: expected }) => {
    const { code, out, err } = await ask(question)
    expect([code, out.length, err]).toEqual([0, 1, []])
    const answer = JSON.parse(out[0] ?? '') as ClockAnswer
    const { limits = {}, breaches, ...plain } = expected
    expect(answer).toMatchObject(plain)
    for (const [what, due] of Object.entries(limits)) {
      expect(answer.limits.filter((limit) => limit.what === what).map((limit) => limit.due)).toContain(due)
    }
    if (breaches) expect(answer.breaches.map(({ what }) => what)).toEqual(breaches)
  })

  test('C01 in full: keys, order and citations are those of the interface', async () => {
    const { out } = await ask({ acts: [{ ...received, via: 'in-person' }] })
    expect(out).toEqual([
      '{"due":"2026-03-30","provisional":false,"phase":"running",' +
        '"limits":[{"what":"correctionNotice","due":"2026-03-11","met":null},{"what":"reply","due":"2026-03-30","met":null}],' +
        '"steps":[{"step":"start","from":"2026-03-03","to":"2026-03-30","workingDays":20,' +
        '"why":"自收到申请的次日起计算答复期限","cite":"《条例》第三十三条第二款"}],"breaches":[]}',
    ])
  })

  test('an array, JSON Lines and a file give one answer for each, in order', async () => {
    const [one, two] = [{ acts: [received] }, { acts: [{ kind: 'received', on: '2025-09-25' }] }]
    const dues = (lines: string[]) => lines.map((line) => (JSON.parse(line) as ClockAnswer).due)
    const expected = ['2026-03-30', '2025-10-29']
    expect(dues((await ask([one, two])).out)).toEqual(expected)
    const lines = `\uFEFF${JSON.stringify(one)}\r\n\r\n${JSON.stringify(two)}\r\n`
    expect(dues((await run(['clock'], lines)).out)).toEqual(expected)
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-clock-'))
    try {
      await writeFile(join(folder, 'requests.jsonl'), lines)
      expect(dues((await run(['clock', join(folder, 'requests.jsonl')])).out)).toEqual(expected)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test('readings by their own names, and by those of the legal notes', async () => {
    const { code } = await ask({
      acts: [received],
      readings: { suspendMode: 'B', monthBasis: 'submission', partialIsReviewFirst: 'no' },
    })
    expect(code).toBe(0)
  })

  test.each<[string, unknown]>([
    ['acts[0].kind', { acts: [{ kind: 'recieved', on: '2026-03-02' }] }],
    ['缺少事项的种类', { acts: [{ on: '2026-03-02' }] }],
    ['acts[0]：应为对象', { acts: [null] }],
    ['acts[0].on', { acts: [{ kind: 'received', on: '2026-02-30' }] }],
    ['acts[0].on：缺少此项', { acts: [{ kind: 'received' }] }],
    ['不认识“channel”', { acts: [{ ...received, channel: 'web' }] }],
    ['acts[0].via', { acts: [{ ...received, via: 'pigeon' }] }],
    ['acts[1].workingDays：缺少此项', { acts: [received, { kind: 'extended', on: '2026-03-05' }] }],
    ['acts[1].workingDays', { acts: [received, { kind: 'extended', on: '2026-03-05', workingDays: 0 }] }],
    ['acts[1].until：缺少此项', { acts: [received, { kind: 'deferred', on: '2026-03-05' }] }],
    ['acts[1].of', { acts: [received, { kind: 'annulled', on: '2026-03-05', of: 1 }] }],
    ['acts[1].outcome', { acts: [received, { kind: 'replied', on: '2026-03-05', outcome: 'refused' }] }],
    ['acts：缺少此项', {}],
    ['应为对象', 7],
    ['第 2 件：asOf', [{ acts: [received] }, { acts: [received], asOf: 'today' }]],
    ['不认识“extra”', { acts: [received], extra: 1 }],
    ['没有口径“suspend”', { acts: [received], readings: { suspend: 'A' } }],
    ['没有口径“toString”', { acts: [received], readings: { toString: 'A' } }],
    ['readings.extensionMax：取值不对。应为 1 至 20 的整数', { acts: [received], readings: { extensionMax: 30 } }],
    ['2026-07-15 同时列在', { acts: [received], calendar: { off: ['2026-07-15'], on: ['2026-07-15'] } }],
    ['calendar.off', { acts: [received], calendar: { off: '2026-07-15' } }],
    ['2019年5月15日', { acts: [{ kind: 'received', on: '2018-03-02' }] }],
  ])('refused in one line: %s', async (says, question) => {
    const { code, out, err } = await ask(question)
    expect([code, out, err.length]).toEqual([2, [], 1])
    expect(err[0]).toContain(says)
    expect(err[0]).not.toMatch(/\n|Invalid|undefined/)
  })

  test.each([
    ['没有内容', ['clock'], ' \n'],
    ['不是 JSON', ['clock'], '{"acts":'],
    ['第 2 行不是 JSON', ['clock'], '{"acts":[]}\n{"acts":'],
    ['第 2 行：acts', ['clock'], '{"acts":[]}\n{}'],
    ['ENOENT', ['clock', '/nowhere/at/all.json'], ''],
    ['只能给出一个文件', ['clock', 'a', 'b'], ''],
    ['不认识选项', ['clock', '--today'], ''],
  ])('refused in one line: %s', async (says, args, stdin) => {
    const { code, out, err } = await run(args, stdin)
    expect([code, out, err.length]).toEqual([2, [], 1])
    expect(err[0]).toContain(says)
  })
})
