import type { RequestCase } from '../../../record/requests/case.ts'
import { fold } from '../../../record/requests/fold.ts'
import type { CaseView } from '../../../record/requests/view.ts'

/** The case as its acts make it; who wrote them down does not matter here. */
export function foldedOf(view: Pick<CaseView, 'acts'>): RequestCase {
  return fold(view.acts.map((act) => ({ ...act, actorId: '' })))
}
