/** `gongkai COMMAND …` — finds the command, explains it, or runs it. */
import { text } from 'node:stream/consumers'
import type { CommandIo } from './command.ts'
import { COMMANDS } from './index.ts'

/** What a terminal gives; the store is opened by who wires the product. */
export const STDIO: Omit<CommandIo, 'withOffice'> = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  readStdin: () => text(process.stdin),
}

const HELP_FLAGS = new Set(['--help', '-h', 'help'])

async function overview(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()))
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    '用法：gongkai 命令 [参数…]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    '每个命令的说明和示例：gongkai 命令 --help',
    '退出码：0 完成；1 完成，但所读内容有差错；2 未能完成，标准错误输出一行说明原因和办法。',
  ].join('\n')
}

/**
 * Runs one command line and answers its exit code: 0 done, 1 done but errors were found in what was read, 2 could not be done
 * (then one line on standard error says what is wrong and what to do).
 */
export async function runCli(args: readonly string[], io: CommandIo): Promise<0 | 1 | 2> {
  const [name, ...rest] = args
  if (name !== undefined && HELP_FLAGS.has(name) && rest.length === 0) {
    io.out(await overview())
    return 0
  }
  const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!load) {
    const known = Object.keys(COMMANDS).join('、')
    io.err(
      name === undefined
        ? `缺少命令。可用命令：${known}；说明见 gongkai --help`
        : `没有命令“${name}”。可用命令：${known}；说明见 gongkai --help`,
    )
    return 2
  }
  const command = await load()
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(command.help)
    return 0
  }
  return command.run(rest, io)
}
