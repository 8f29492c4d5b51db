/** 收件: endpoint → office verb. */
import { ok, type Result } from '../../../law/refusal.ts'
import type { OfficeContext } from '../../../office/context.ts'
import { hintsThisYear } from '../../../office/publication/index.ts'
import { completeRequester } from '../../../office/requests/complete-requester.ts'
import { registerGroup } from '../../../office/requests/register-request.ts'
import { keepTwins, withdrawTwin } from '../../../office/requests/settle-twin.ts'
import { splitRequest } from '../../../office/requests/split-request.ts'
import { classify, viewIntake } from '../../../office/requests/view-intake.ts'
import type { IntakeView } from '../../../record/requests/intake.ts'
import type { IntakeOutputs } from '../contract/intake.ts'
import type { Staff } from '../staff.ts'
import type { Handlers } from './handler.ts'

async function thenIntake(
  office: OfficeContext,
  { actor }: Staff,
  done: Promise<Result<{ caseId: string }>>,
): Promise<Result<IntakeView>> {
  const result = await done
  return result.ok ? viewIntake(office, actor, result.value.caseId) : result
}

export const INTAKE_HANDLERS: Handlers<keyof IntakeOutputs> = {
  'requests.registerGroup': async (office, { actor }, input) => {
    const cases = await registerGroup(office, actor, input)
    return cases.ok ? ok({ cases: cases.value }) : cases
  },
  'requests.intake': (office, { actor }, { id }) => viewIntake(office, actor, id),
  'requests.classify': (office, { actor }, { id, ...input }) => classify(office, actor, { ...input, caseId: id }),
  'requests.split': (office, staff, { id, ...input }) =>
    thenIntake(office, staff, splitRequest(office, staff.actor, { ...input, caseId: id })),
  'requests.settleTwin': (office, staff, { id, answer, ...input }) =>
    thenIntake(
      office,
      staff,
      answer === 'mistake'
        ? withdrawTwin(office, staff.actor, { ...input, caseId: id })
        : keepTwins(office, staff.actor, { caseId: id, otherId: input.otherId }),
    ),
  'requests.complete': (office, staff, { id, completion }) =>
    thenIntake(office, staff, completeRequester(office, staff.actor, { caseId: id, completion })),
  'requests.hintCounts': (office, { actor }) => hintsThisYear(office, actor),
}
