import { verifyAuditChains } from '../../../office/oversight/list-audit.ts'
import type { Command } from '../command.ts'

export const auditCommand: Command = {
  name: 'audit',
  summary: '核验审计日志：逐条重算各机关的哈希链，任何改动、缺失、插入都会显示',
  help: `用法：gongkai audit verify

逐条重算各机关审计日志的哈希链，在标准输出打印一个 JSON 对象：
  {"agencies":机关数,"entries":条目数,"faults":[{"agencyId","seq","what"}…]}
退出码：0 完整；1 发现不符；2 未能完成。

示例：npm run -s gongkai -- audit verify`,
  async run(args, io) {
    if (args.length !== 1 || args[0] !== 'verify') {
      io.err('用法：gongkai audit verify')
      return 2
    }
    const result = await io.withOffice(verifyAuditChains)
    io.out(JSON.stringify(result))
    return result.faults.length > 0 ? 1 : 0
  },
}
