/** 应公开清单: endpoint → office verb. */
import { ok, type Result } from '../../../law/refusal.ts'
import { draftForDuty, eventChoices, noteDuty, recordDutyEvent, viewDuties } from '../../../office/publication/index.ts'
import type { DutiesOutputs } from '../contract/duties.ts'
import type { Handlers } from './handler.ts'

async function done(result: Promise<Result<void>>): Promise<Result<{ done: true }>> {
  const given = await result
  return given.ok ? ok({ done: true }) : given
}

export const DUTIES_HANDLERS: Handlers<keyof DutiesOutputs> = {
  'duties.list': (office, { actor }, input) => viewDuties(office, actor, input),
  'duties.events': async (office, { actor }) => {
    const choices = await eventChoices(office, actor)
    return choices.ok ? ok({ choices: choices.value }) : choices
  },
  'duties.draft': (office, { actor }, input) => draftForDuty(office, actor, input),
  'duties.note': (office, { actor }, input) => done(noteDuty(office, actor, input)),
  'duties.record': (office, { actor }, input) => done(recordDutyEvent(office, actor, input)),
}
