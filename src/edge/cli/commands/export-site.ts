import { resolve } from 'node:path'
import { isDemo } from '../../../office/demo/is-demo.ts'
import { findAgency } from '../../../office/people/agencies.ts'
import { putFile } from '../../outlets/site-folder.ts'
import { portalAlone, siteFiles } from '../../outlets/site-pages.ts'
import type { Command } from '../command.ts'

const USAGE = '用法：gongkai export-site 机关 目录 网址 [--live 门户网址]'

export const exportSiteCommand: Command = {
  name: 'export-site',
  summary: '把一个机关的公开专栏写成静态网页，供政府网站使用',
  help: `${USAGE}

机关是专栏地址中的一段（如 jyj）；网址是静态栏目在政府网站上的位置。页面之间是相对链接，放在任何路径下都能用，
带有政府网站要求的网页标签。依申请公开、检索等需要运行的部分链接到 --live 给出的门户；没有给出的去掉。
打印一个 JSON 对象：{"files":文件数,"bytes":字节数}。
退出码：0 完成；2 未能完成。

示例：npm run -s gongkai -- export-site jyj ./out https://www.example.gov.cn/zwgk/jyj --live https://gk.example.gov.cn`,
  async run(args, io) {
    const at = args.indexOf('--live')
    const live = at < 0 ? null : (args[at + 1] ?? '')
    const [slug, folder, address, ...rest] = at < 0 ? args : args.toSpliced(at, 2)
    if (!slug || !folder || !address || rest.length > 0 || ![address, live ?? address].every(isAddress)) {
      io.err(USAGE)
      return 2
    }
    return io.withOffice(async (office) => {
      if (!(await findAgency(office, slug))) {
        io.err(`没有机关“${slug}”；请用专栏地址中的那一段`)
        return 2
      }
      const portal = await portalAlone(office, await isDemo(office))
      const written = { files: 0, bytes: 0 }
      try {
        const options = { slug, address: address.replace(/\/+$/, ''), live: live && live.replace(/\/+$/, '') }
        for await (const file of siteFiles(portal, options)) {
          await putFile(resolve(folder), file)
          written.files += 1
          written.bytes += file.bytes.byteLength
        }
      } finally {
        await portal.close()
      }
      io.out(JSON.stringify(written))
      return 0
    })
  },
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+/.test(text) && URL.canParse(text)
}
