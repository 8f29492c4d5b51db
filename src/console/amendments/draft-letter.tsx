/** 告知书 as it will print if this is decided today, the name masked. */
import type { AmendmentDecisionInput } from '../../record/amendments/model.ts'
import { LetterSheet } from '../parts/letter-sheet.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { useDebounced } from '../parts/use-debounced.ts'
import { useRead } from '../queries.ts'

export function DraftLetter({ id, decision }: { id: string; decision: AmendmentDecisionInput | null }) {
  const shown = useDebounced(decision)
  const asked = { id, decision: shown ?? { result: 'refused' as const } }
  const preview = useRead('amendments.preview', asked, { enabled: shown !== null, keep: true })
  if (!shown) return null
  if (preview.error) return <Refusals refusals={preview.error.refusals} />
  if (!preview.data?.letter) return null
  return (
    <section aria-label="告知书预览" className="sheet-frame">
      <LetterSheet letter={preview.data.letter} />
    </section>
  )
}
