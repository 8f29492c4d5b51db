/** The clerk's desk for tests of intake: registers what comes in, records acts, reads the case. */
import { randomUUID } from 'node:crypto'
import type { Result } from '../../src/law/refusal.ts'
import { recordAct } from '../../src/office/requests/record-act.ts'
import { registerRequest, type RegisterRequest } from '../../src/office/requests/register-request.ts'
import { viewCase } from '../../src/office/requests/view-case.ts'
import { viewIntake } from '../../src/office/requests/view-intake.ts'
import type { Act } from '../../src/record/requests/acts.ts'
import type { IntakeView } from '../../src/record/requests/intake.ts'
import type { CaseView } from '../../src/record/requests/view.ts'
import { CONTENT, type County, must, REQUESTER } from './county.ts'

type Coming = Partial<RegisterRequest> & Pick<RegisterRequest, 'via' | 'submittedOn'>

export interface Desk {
  register(given: Coming): ReturnType<typeof registerRequest>
  registered(given: Coming): Promise<CaseView>
  caseOf(id: string): Promise<CaseView>
  act(id: string, done: Act): Promise<Result<{ caseId: string }>>
  intakeOf(id: string): Promise<IntakeView>
}

export function deskOf({ office, actor }: County): Desk {
  const clerk = actor('clerk')
  const caseOf = async (id: string) => must(await viewCase(office, clerk, id))
  // Every application asks for something else, unless the test says what: none is taken for sent twice.
  const register = (given: Coming) =>
    registerRequest(office, clerk, {
      commandId: randomUUID(),
      requester: REQUESTER,
      content: { ...CONTENT, subject: `${CONTENT.subject}${randomUUID().slice(0, 6)}` },
      receivedOn: null,
      ...given,
    })
  return {
    register,
    caseOf,
    registered: async (given) => caseOf(must(await register(given)).id),
    async act(id, done) {
      const { version } = await caseOf(id)
      return recordAct(office, clerk, { caseId: id, commandId: randomUUID(), seen: version, act: done })
    },
    intakeOf: async (id) => must(await viewIntake(office, clerk, id)),
  }
}

/** Why something was refused, as a person would read it. Fails where it was not. */
export function why<T>(result: Result<T>): string {
  if (result.ok) throw new Error('was not refused')
  return result.refusals.map(({ code, say, then }) => `${code} ${say}${then}`).join('\n')
}

/** A PNG of one pixel. */
export const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)
