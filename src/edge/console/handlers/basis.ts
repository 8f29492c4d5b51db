/** 依据库、责任科室: endpoint → office verb. */
import { addBasis, listBasis, repealBasis, viewBasis } from '../../../office/basis/library.ts'
import { caseOwners, listOwners, setOwner } from '../../../office/people/owners.ts'
import type { BasisOutputs } from '../contract/basis.ts'
import { type Handlers, rows } from './handler.ts'

export const BASIS_HANDLERS: Handlers<keyof BasisOutputs> = {
  'basis.list': (office, { actor }) => rows(listBasis(office, actor)),
  'basis.get': (office, { actor }, { key }) => viewBasis(office, actor, key),
  'basis.add': (office, { actor }, input) => addBasis(office, actor, input),
  'basis.repeal': (office, { actor }, input) => repealBasis(office, actor, input),
  'owners.list': (office, { actor }) => listOwners(office, actor),
  'owners.set': (office, { actor }, input) => setOwner(office, actor, input),
  'requests.owners': (office, { actor }, { id }) => caseOwners(office, actor, id),
}
