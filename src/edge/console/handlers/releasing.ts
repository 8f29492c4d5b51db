/** 签发授权、主管部门审定: endpoint → office verb. */
import { delegateRelease, revokeRelease, viewReleaseDelegations } from '../../../office/people/release-delegations.ts'
import { endSuperior, requireSuperior, viewSuperior } from '../../../office/publication/index.ts'
import type { ReleasingOutputs } from '../contract/releasing.ts'
import type { Handlers } from './handler.ts'

export const RELEASING_HANDLERS: Handlers<keyof ReleasingOutputs> = {
  'releases.delegations': (office, { actor }) => viewReleaseDelegations(office, actor),
  'releases.delegate': (office, { actor }, input) => delegateRelease(office, actor, input),
  'releases.revoke': (office, { actor }, input) => revokeRelease(office, actor, input),
  'superior.list': (office, { actor }) => viewSuperior(office, actor),
  'superior.require': (office, { actor }, input) => requireSuperior(office, actor, input),
  'superior.end': (office, { actor }, input) => endSuperior(office, actor, input),
}
