import { resetPassword } from '../../../office/people/reset-password.ts'
import type { Command } from '../command.ts'

export const passwordCommand: Command = {
  name: 'password',
  summary: '为一个账号重设随机密码，打印一次',
  help: `用法：gongkai password 账号

为账号重设随机密码并打印 {"login","password"}，只此一次；该账号已登录的会话全部结束，锁定解除，并记入审计日志。

示例：npm run -s gongkai -- password clerk`,
  async run(args, io) {
    const [login] = args
    if (args.length !== 1 || login === undefined) {
      io.err('用法：gongkai password 账号')
      return 2
    }
    const result = await io.withOffice((office) => resetPassword(office, login))
    if (!result.ok) {
      for (const refusal of result.refusals) io.err(`${refusal.say}${refusal.then}`)
      return 2
    }
    io.out(JSON.stringify(result.value))
    return 0
  },
}
