import { refold } from '../../../office/oversight/refold.ts'
import type { Command } from '../command.ts'

export const refoldCommand: Command = {
  name: 'refold',
  summary: '由案卷重算登记簿：规则更正、放假通知装入或升级之后，列出哪些案件的日期有变',
  help: `用法：gongkai refold [--check]

由案卷（只增不改）重算每一件申请，打印一个 JSON 对象：
  {"cases":件数,"drifts":[{"agencyId","number","fields":{"列":[现值,重算值]}}…]}
不带 --check 时同时把登记簿改为重算的结果。
退出码：0 一致（或已改为一致）；1 带 --check 且有不符；2 未能完成。

示例：npm run -s refold -- --check`,
  async run(args, io) {
    const check = args[0] === '--check'
    if (args.length > (check ? 1 : 0)) {
      io.err('用法：gongkai refold [--check]')
      return 2
    }
    const result = await io.withOffice((office) => refold(office, { write: !check }))
    io.out(JSON.stringify(result))
    return check && result.drifts.length > 0 ? 1 : 0
  },
}
