/** 机构、人员与审计: endpoint → office verb. */
import { listAudit } from '../../../office/oversight/list-audit.ts'
import { listPeople, setRoles } from '../../../office/people/list-people.ts'
import type { PeopleOutputs } from '../contract/people.ts'
import { type Handlers, rows } from './handler.ts'

export const PEOPLE_HANDLERS: Handlers<keyof PeopleOutputs> = {
  'people.list': (office, { actor }) => rows(listPeople(office, actor)),
  'people.setRoles': (office, { actor }, input) => rows(setRoles(office, actor, input)),
  'audit.list': (office, { actor }, { page, ...filter }) => listAudit(office, actor, page, filter),
}
