import { randomUUID } from 'node:crypto'
import { recordAct } from '../../src/office/requests/record-act.ts'
import type { Act } from '../../src/record/requests/acts.ts'
import { type County, must } from './county.ts'

/** What the receipt shows. */
export interface Filed {
  number: string
  queryCode: string
}

/** The clerk rings the requester on the day: from now on the clock runs. */
export async function confirmReceiptOf(place: County, { number }: Pick<Filed, 'number'>): Promise<void> {
  await act(place, number, 1, { kind: 'received', on: place.office.today(), via: 'web' })
}

/** Another agency is asked for its opinion; nothing says by when it answers. */
export async function consultAgencyOn(place: County, { number }: Pick<Filed, 'number'>): Promise<void> {
  await act(place, number, 2, { kind: 'agency-asked', on: place.office.today(), agency: '云岭县财政局', as: 'consulted' })
}

async function act({ office, actor }: County, number: string, seen: number, done: Act): Promise<void> {
  const { id } = await office.db.selectFrom('request_case').select('id').where('number', '=', number).executeTakeFirstOrThrow()
  must(await recordAct(office, actor('clerk'), { caseId: id, commandId: randomUUID(), seen, act: done }))
}
