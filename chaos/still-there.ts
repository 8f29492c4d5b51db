/** After a kill, while others go on writing: what was acknowledged before is still in its case. */
import type { CaseView } from '../src/record/requests/view.ts'
import { type Acknowledged, senderTo, type Session } from './sender.ts'

/** So many cases are read after each kill, the last worked on first; the end of the run looks at all. */
const CASES_READ = 8

/** What is missing, each a sentence. */
export async function missingNow(address: string, clerk: Session, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const ofCases = acknowledged.flatMap((one) => (one.of === 'case' ? [one] : []))
  const byCase = [...Map.groupBy(ofCases, ({ caseId }) => caseId)].slice(-CASES_READ)
  const sender = senderTo(address, clerk)
  const missing: string[] = []
  for (const [caseId, own] of byCase) {
    const view = await sender.read<CaseView>(`/requests/${caseId}`)
    for (const [kind, told] of Map.groupBy(own, (one) => one.kind)) {
      const there = view?.acts.filter(({ act }) => act.kind === kind).length ?? 0
      // More of them may have come meanwhile; that none is there twice is looked at when nobody writes any more.
      if (there < told.length)
        missing.push(`${caseId}: ${told.length} acts ${kind} were acknowledged, ${there} are there after the kill`)
    }
  }
  return [...missing, ...sender.faults]
}
