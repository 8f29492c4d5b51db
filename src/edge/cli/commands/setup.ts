import { readFile } from 'node:fs/promises'
import { setUp, setUpSchema } from '../../../office/people/set-up.ts'
import type { Command } from '../command.ts'

const EXAMPLE = `{
  "agencies": [{
    "slug": "jyj", "kind": "bureau", "regime": "art54", "from": "2019-05-15",
    "details": {
      "name": "云岭县教育局", "shortName": "云教", "headName": "局长姓名", "officeName": "云岭县教育局办公室",
      "address": "云岭县中山路1号", "postcode": "811300", "phone": "0970-0000000", "officeHours": "工作日 9:00–17:30",
      "reconsiderationBody": "云岭县人民政府", "court": "云岭县人民法院", "supervisorName": "云岭县人民政府办公室"
    },
    "sections": ["办公室"],
    "officers": [
      { "login": "admin", "name": "管理员", "roles": ["administrator"] },
      { "login": "clerk", "name": "经办人", "section": "办公室", "roles": ["clerk"] },
      { "login": "head", "name": "局长姓名", "roles": ["head"] }
    ]
  }]
}`

export const setupCommand: Command = {
  name: 'setup',
  summary: '正式使用前建库：写入机关、科室和人员，打印一次性的初始密码',
  help: `用法：gongkai setup 文件.json

读取机关、科室、人员名单并写入空库（或为已有的库增加机关）。每人的初始密码随机生成，
只在标准输出打印一次：每行一个 JSON 对象 {"agency","login","name","password"}。
kind：government 政府办公室 · bureau 部门 · school 学校幼儿园 · archive 只存档年报；regime：art54 适用《条例》 · art55 公共企事业单位。
角色：clerk officeHead head sectionOfficer informationOfficer supervisor auditor administrator。
上级机关排在下级前面，下级用 "parent" 写上级的 slug。

示例：gongkai setup 机关.json，文件内容如
${EXAMPLE}`,
  async run(args, io) {
    const [file] = args
    if (args.length !== 1 || file === undefined) {
      io.err('用法：gongkai setup 文件.json；内容见 gongkai setup --help')
      return 2
    }
    let content: unknown
    try {
      content = JSON.parse(await readFile(file, 'utf8'))
    } catch {
      io.err('文件不能读取，或不是 JSON；请检查文件名和内容')
      return 2
    }
    const parsed = setUpSchema.safeParse(content)
    if (!parsed.success) {
      const { path, message } = parsed.error.issues[0] ?? { path: [], message: '' }
      io.err(`${path.join('.')} 不正确：${message}；内容见 gongkai setup --help`)
      return 2
    }
    const result = await io.withOffice((office) => setUp(office, parsed.data))
    if (!result.ok) {
      for (const refusal of result.refusals) io.err(`${refusal.say}${refusal.then}`)
      return 2
    }
    for (const account of result.value) io.out(JSON.stringify(account))
    return 0
  },
}
