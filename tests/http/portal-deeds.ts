import { randomUUID } from 'node:crypto'
import { recordAct } from '../../src/office/requests/record-act.ts'
import { type County, must } from './county.ts'

/** What the receipt shows. */
export interface Filed {
  number: string
  queryCode: string
}

/** The clerk rings the requester on the day: from now on the clock runs. */
export async function confirmReceiptOf({ office, actor }: County, { number }: Filed): Promise<void> {
  const { id } = await office.db.selectFrom('request_case').select('id').where('number', '=', number).executeTakeFirstOrThrow()
  const act = { kind: 'received', on: office.today(), via: 'web' } as const
  must(await recordAct(office, actor('clerk'), { caseId: id, commandId: randomUUID(), seen: 1, act }))
}
