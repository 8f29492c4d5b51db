/** 从文件导入: a paper in, what is to be published of it out. */
import type { FastifyInstance } from 'fastify'
import { type Refusal, ok, refused } from '../../law/refusal.ts'
import { bringDocument, mayBringDocument } from '../../office/publication/index.ts'
import type { BroughtPaper } from '../../record/publication/written-document.ts'
import { documentReader } from '../files/index.ts'
import { FILE_PATHS } from './contract.ts'
import type { ConsoleOptions } from './staff.ts'
import { uploaded } from './uploads.ts'

const LONGEST_MS = 60_000
const MOST_PRESENT = 5
const BUSY: Refusal = { code: 'unavailable', say: '现在导入的人较多。', then: '请过一分钟再试；已经写的内容还在。' }

export function documentFiles(app: FastifyInstance, { office }: ConsoleOptions): void {
  const reader = documentReader({ milliseconds: LONGEST_MS, most: MOST_PRESENT })
  app.addHook('onClose', () => reader.close())
  app.post(
    FILE_PATHS.readDocument(),
    uploaded(office, async ({ actor }, { upload }) => {
      const may = mayBringDocument(actor)
      if (!may.ok) return may
      const answer = await reader.read(upload)
      if (answer === null) return refused(BUSY)
      if (answer.ok) {
        const brought = await bringDocument(office, actor, answer.read)
        return brought.ok ? ok({ ...brought.value, pictures: answer.read.pictures } satisfies BroughtPaper) : brought
      }
      return refused({
        code: 'file-refused',
        say: `文件不能读取：${answer.why}。`,
        then: '请换一个文件，或者复制内容粘贴到正文。',
        field: 'files',
      })
    }),
  )
}
