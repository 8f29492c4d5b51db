/** `gongkai clock` — from a request's dated acts to its limits. Never reads the machine's date. */
import { readFile } from 'node:fs/promises'
import { nationalCalendar, withOverlay } from '../../../law/calendar.ts'
import { clockRefusals, printedClock } from '../../../law/requests/clock.ts'
import { READING_QUESTIONS } from '../../../law/readings.ts'
import type { Command, CommandIo } from '../command.ts'
import { ACT_KINDS, type ClockQuestion, InputFault, readQuestions } from './clock-input.ts'

/** Names in lines that fit a terminal, set in under their heading. */
function indented(names: readonly string[]): string {
  const lines = ['']
  for (const name of names) {
    const line = lines.at(-1) ?? ''
    if (line.length + name.length > 90) lines.push(name)
    else lines[lines.length - 1] = line === '' ? name : `${line} ${name}`
  }
  return lines.map((line) => `      ${line}`).join('\n')
}

const HELP = `用法：gongkai clock [文件]

由一件申请的各项事项及其日期，推算答复期限和其他期限，并逐步说明理由和条文。
从文件或标准输入读取一个 JSON 对象、一个数组，或 JSON Lines；每件输出一行 JSON。不读取本机日期。

输入  {"acts":[事项…], "asOf":"2026-03-30", "readings":{口径:取值}, "calendar":{"off":[日期…],"on":[日期…]}}
      只有 acts 必填。不给 asOf 是推算：未答复的征求意见算到期满。给出 asOf 则不看该日之后的事项，
      到该日已过的期限列入 breaches。calendar 是地方规定的放假（off）和上班（on）。
事项  每项至少有 kind（种类）和 on（日期）。种类：
${indented(ACT_KINDS)}
      各项还可带的内容：submitted、received 的 via；correction-asked 的 replyBy、noticeReceived；deferred 的 until（必填）；
      征求意见的 party 或 agency、as（co-maker 或 consulted）、letterReceived；fee-noticed 的 noticeReceived、yuan；
      extended 的 workingDays（必填）；replied 的 outcome、article；served 的 by；annulled 的 of（必填，被更正事项的序号）。
口径  文义不明之处的选择，不给则用默认值：
${indented(Object.keys(READING_QUESTIONS))}
退出码  0 完成（有逾期或暂定结果也是 0）；2 输入有误，标准错误输出一行说明。

示例
  echo '{"acts":[{"kind":"received","on":"2026-03-02","via":"in-person"}]}' | gongkai clock`

/** The answers, or a fault; all questions are read before the first answer is given. */
function answerAll(questions: readonly ClockQuestion[]): string[] {
  return questions.map(({ acts, asOf, readings, overlay }, index) => {
    const [refusal] = clockRefusals(acts, readings, asOf)
    if (refusal) throw new InputFault(`${questions.length > 1 ? `第 ${index + 1} 件：` : ''}${refusal.say}${refusal.then}`)
    return JSON.stringify(printedClock(acts, withOverlay(nationalCalendar(), overlay), readings, asOf))
  })
}

async function read(args: readonly string[], io: CommandIo): Promise<string> {
  const [file, ...more] = args
  if (file?.startsWith('-') && file !== '-') throw new InputFault(`不认识选项“${file}”。用法见 gongkai clock --help`)
  if (more.length > 0) throw new InputFault('只能给出一个文件。多件申请请写成数组或 JSON Lines；用法见 gongkai clock --help')
  if (file === undefined || file === '-') return io.readStdin()
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new InputFault(`读不了文件“${file}”（${code}）。请核对路径和权限，或改用标准输入`)
  }
}

export const clockCommand: Command = {
  name: 'clock',
  summary: '由事项及其日期推算一件申请的各项期限，并说明理由',
  help: HELP,
  async run(args, io) {
    try {
      for (const line of answerAll(readQuestions(await read(args, io)))) io.out(line)
      return 0
    } catch (error) {
      if (!(error instanceof InputFault)) throw error
      io.err(error.message)
      return 2
    }
  },
}
