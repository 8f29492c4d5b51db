/** Outlets of the test county: one in use at a time, turned to by hand, time passing when a test says so. */
import { randomUUID } from 'node:crypto'
import { outletAdapters, type OutletSettings } from '../../src/edge/outlets/index.ts'
import type { OutletKind } from '../../src/law/publication/outlets.ts'
import { setOutlet, viewOutlets } from '../../src/office/publication/index.ts'
import { sendToOutlets } from '../../src/office/publication/send-outlets.ts'
import { type County, must } from './county.ts'

export type OutletWork = ReturnType<typeof outletWork>

const noPortal = () => Promise.reject(new Error('nothing here is written as a site'))

export function outletWork(place: County, settings: OutletSettings) {
  return {
    /** Only this outlet, from here on. */
    async only(kind: OutletKind, given: Record<string, string>, columns: string[] = []): Promise<string> {
      const head = place.actor('officeHead')
      for (const one of must(await viewOutlets(place.office, head)).outlets)
        must(await setOutlet(place.office, head, { ...one, secret: null, active: false }))
      const id = randomUUID()
      const { secret = null, ...rest } = given
      must(await setOutlet(place.office, head, { id, kind, name: `测试${kind}`, columns, settings: rest, secret, active: true }))
      return id
    },
    send: (over: Partial<OutletSettings> = {}) =>
      sendToOutlets(place.office, outletAdapters(place.office, { ...settings, ...over }, noPortal)),
    at: async (
      edition: { view(): Promise<{ outlets: { outletId: string; state: string; fault: string | null; link: string | null }[] }> },
      id: string,
    ) => (await edition.view()).outlets.find(({ outletId }) => outletId === id),
    /** As if the time until the next turn had passed. */
    later: () => place.asOwner(`update outlet_item set next_try_at = now() where next_try_at is not null`),
  }
}
