import type { CaseView } from '../../../record/requests/view.ts'
import { AsWritten } from '../../parts/as-written.tsx'

/** What is asked for since the correction, before whoever works on, reviews or approves the answer to it. */
export function Corrected({ view }: { view: Pick<CaseView, 'corrected'> }) {
  if (view.corrected === null) return null
  return (
    <section aria-label="补正后的申请内容" className="gap-below">
      <p className="quiet small">补正后的申请内容</p>
      <AsWritten text={view.corrected} />
    </section>
  )
}
