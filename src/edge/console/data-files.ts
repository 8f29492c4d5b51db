/** 数据表 as a spreadsheet: out with its rows, to be filled in; in as cells, which the page then reads like what is pasted. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Refusal, ok, refused } from '../../law/refusal.ts'
import { mayBringDocument, viewEdition } from '../../office/publication/index.ts'
import { dataSetTitle } from '../../record/publication/data-set.ts'
import { sheetReader } from '../files/index.ts'
import { renderDataSheet } from '../paper/index.ts'
import { FILE_PATHS } from './contract.ts'
import { download, XLSX } from './files.ts'
import { type ConsoleOptions, NOT_SIGNED_IN, refuse, staffOf } from './staff.ts'
import { uploaded } from './uploads.ts'

const LONGEST_MS = 30_000
const MOST_PRESENT = 5
const BUSY: Refusal = { code: 'unavailable', say: '现在导入的人较多。', then: '请过一分钟再试；表里已有的内容还在。' }
const NO_TABLE: Refusal = { code: 'not-found', say: '这件信息不是数据表。', then: '请从“数据表”打开要填的表。' }

export function dataFiles(app: FastifyInstance, { office }: ConsoleOptions): void {
  const reader = sheetReader({ milliseconds: LONGEST_MS, most: MOST_PRESENT })
  app.addHook('onClose', () => reader.close())

  app.get(FILE_PATHS.dataSheet(':id'), async (request, reply): Promise<FastifyReply> => {
    const staff = await staffOf(office, request)
    if (!staff) return refuse(reply, [NOT_SIGNED_IN])
    const { id } = request.params as { id: string }
    const view = await viewEdition(office, staff.actor, { id })
    if (!view.ok) return refuse(reply, view.refusals)
    const { data } = view.value.content
    if (!data) return refuse(reply, [NO_TABLE])
    return download(reply, `${dataSetTitle(data)}.xlsx`, XLSX, await renderDataSheet(data))
  })

  app.post(
    FILE_PATHS.readDataSheet(),
    uploaded(office, async ({ actor }, { upload }) => {
      const may = mayBringDocument(actor)
      if (!may.ok) return may
      const answer = await reader.read(upload)
      if (answer === null) return refused(BUSY)
      if (answer.ok) return ok({ grid: answer.read })
      return refused({
        code: 'file-refused',
        say: `文件不能读取：${answer.why}。`,
        then: '请在 Excel 或 WPS 中打开，另存为 .xlsx 后再选择。',
        field: 'files',
      })
    }),
  )
}
