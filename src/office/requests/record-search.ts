import { ok, refused } from '../../law/refusal.ts'
import { filesOf } from '../../store/requests.sql.ts'
import type { Deciding } from './deciding.ts'

/** 登记检索: one place searched, an act each. Screenshots must already lie with the case; the act names them by their hash. */
export const recordSearch: Deciding<'searched'> = async (_ctx, matter, act) => {
  const files = act.files ?? []
  if (files.length === 0) return ok({ acts: [act] })
  const kept = new Set((await filesOf(matter.tx, matter.row.agency_id, matter.row.id)).map((file) => file.hash))
  return files.every((hash) => kept.has(hash))
    ? ok({ acts: [act] })
    : refused({
        code: 'field-invalid',
        say: '所附截图不在本案卷材料中。',
        then: '请先在“文书与附件”上传截图，再登记检索。',
        field: 'files',
      })
}
