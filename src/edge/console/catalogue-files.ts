/** 公开事项目录 as a spreadsheet: out as it stands; in, first to look at and then to take over. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { exportCatalogue, importCatalogue, mayImportCatalogue, previewCatalogue } from '../../office/publication/index.ts'
import type { ReadCatalogue } from '../../record/publication/catalogue-sheet.ts'
import { catalogueReader, type NamedBytes } from '../files/index.ts'
import { renderCatalogue } from '../paper/index.ts'
import { FILE_PATHS } from './contract.ts'
import { download, XLSX } from './files.ts'
import { type ConsoleOptions, NOT_SIGNED_IN, refuse, staffOf } from './staff.ts'
import { uploaded, wordOf } from './uploads.ts'

const LONGEST_MS = 60_000
const MOST_PRESENT = 5
const BUSY: Refusal = { code: 'unavailable', say: '现在导入的人较多。', then: '请过一分钟再试；选好的文件还在。' }

export function catalogueFiles(app: FastifyInstance, { office }: ConsoleOptions): void {
  const reader = catalogueReader({ milliseconds: LONGEST_MS, most: MOST_PRESENT })
  app.addHook('onClose', () => reader.close())

  const read = async (file: NamedBytes): Promise<Result<ReadCatalogue>> => {
    const answer = await reader.read(file)
    if (answer === null) return refused(BUSY)
    if (answer.ok) return ok(answer.read)
    return refused({
      code: 'file-refused',
      say: `文件不能读取：${answer.why}。`,
      then: '请在 Excel 或 WPS 中打开，另存为 .xlsx 后再选择。',
      field: 'files',
    })
  }

  app.get(FILE_PATHS.catalogue(), async (request, reply): Promise<FastifyReply> => {
    const staff = await staffOf(office, request)
    if (!staff) return refuse(reply, [NOT_SIGNED_IN])
    const out = await exportCatalogue(office, staff.actor)
    if (!out.ok) return refuse(reply, out.refusals)
    const { agency, contents } = out.value
    return download(reply, `${agency}公开事项目录.xlsx`, XLSX, await renderCatalogue(agency, contents))
  })

  app.post(
    FILE_PATHS.readCatalogue(),
    uploaded(office, async ({ actor }, { upload }) => {
      const may = mayImportCatalogue(actor)
      if (!may.ok) return may
      const sheet = await read(upload)
      return sheet.ok ? previewCatalogue(office, actor, sheet.value) : sheet
    }),
  )

  app.post(
    FILE_PATHS.importCatalogue(),
    uploaded(office, async ({ actor }, { upload, fields }) => {
      const may = mayImportCatalogue(actor)
      if (!may.ok) return may
      const sheet = await read(upload)
      if (!sheet.ok) return sheet
      return importCatalogue(office, actor, {
        read: sheet.value,
        seen: wordOf(fields['seen']) ?? '',
        endGone: wordOf(fields['endGone']) === 'yes',
        source: `由表格导入：${upload.name.slice(0, 100)}`,
      })
    }),
  )
}
