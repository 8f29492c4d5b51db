/** 处理决定台账: endpoint → office verb. */
import { enterDecisions, viewDecisions, voidDecision } from '../../../office/reports/decisions.ts'
import type { DecisionsOutputs } from '../contract/decisions.ts'
import type { Handlers } from './handler.ts'

export const DECISIONS_HANDLERS: Handlers<keyof DecisionsOutputs> = {
  'decisions.list': (office, { actor }, input) => viewDecisions(office, actor, input),
  'decisions.enter': (office, { actor }, input) => enterDecisions(office, actor, input),
  'decisions.void': (office, { actor }, input) => voidDecision(office, actor, input),
}
