/** 菜单: whatever stands in somebody's menu opens for them. The page's first reading, by every role, against the running server. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConsoleRoute, type RouteName, ROUTES } from '../../src/console/route-table.ts'
import { type EndpointName, ENDPOINTS } from '../../src/edge/console/contract.ts'
import { PERMISSIONS, ROLES, type Verb } from '../../src/record/people/roles.ts'
import { county, type County } from './county.ts'
import { signInAs } from './staff.ts'

type Shown = { [N in RouteName]: (typeof ROUTES)[N] extends { menu: string } ? N : never }[RouteName]

const FIRST_READ: Record<Shown, EndpointName> = {
  tasks: 'tasks.list',
  requests: 'requests.list',
  letters: 'letters.outgoing',
  amendments: 'amendments.list',
  disputes: 'disputes.list',
  translations: 'translations.list',
  publishing: 'editions.list',
  term: 'term.card',
  sign: 'editions.list',
  schools: 'schools.list',
  dataSets: 'dataSets.list',
  publicities: 'publicity.list',
  stock: 'stock.list',
  outlets: 'outlets.list',
  duties: 'duties.list',
  catalogue: 'catalogue.list',
  matters: 'matters.list',
  consultations: 'consultations.list',
  reports: 'reports.list',
  decisions: 'decisions.list',
  handIns: 'handIns.list',
  calendar: 'calendar.get',
  archive: 'archive.get',
  basis: 'basis.list',
  deputies: 'people.deputies',
  people: 'people.list',
  mail: 'mail.get',
  audit: 'audit.list',
}

let place: County
let app: FastifyInstance
beforeAll(async () => {
  place = await county('2026-03-02')
  app = await place.product.buildServer()
})
afterAll(async () => {
  await app.close()
  await place.close()
})

test.each(ROLES)('%s：菜单上有的都打得开', async (role) => {
  const client = await signInAs(app, place, role)
  const shown = (Object.keys(FIRST_READ) as Shown[]).filter((name) => {
    const { verbs }: ConsoleRoute = ROUTES[name]
    return verbs.some((verb: Verb) => PERMISSIONS[role].includes(verb))
  })
  const answers = await Promise.all(
    shown.map(async (name) => [name, (await client.get(ENDPOINTS[FIRST_READ[name]].path)).status] as const),
  )
  expect(answers).toEqual(shown.map((name) => [name, 200]))
})
