/** 三重一大台账: endpoint → office verb. */
import { ok, type Result } from '../../../law/refusal.ts'
import { enterMatter, viewMatters, voidMajorMatter } from '../../../office/publication/index.ts'
import type { MattersOutputs } from '../contract/matters.ts'
import type { Handlers } from './handler.ts'

async function done(result: Promise<Result<void>>): Promise<Result<{ done: true }>> {
  const given = await result
  return given.ok ? ok({ done: true }) : given
}

export const MATTERS_HANDLERS: Handlers<keyof MattersOutputs> = {
  'matters.list': (office, { actor }, input) => viewMatters(office, actor, input),
  'matters.enter': (office, { actor }, input) => done(enterMatter(office, actor, input)),
  'matters.void': (office, { actor }, input) => done(voidMajorMatter(office, actor, input)),
}
