/** 上传凭据: the statement that shows the number. */
import { useQueryClient } from '@tanstack/react-query'
import type { DecisionEntry } from '../../record/reports/decision-entries.ts'
import { keepDecisionEvidence } from '../api.ts'
import { UploadButton } from '../parts/upload-button.tsx'

export function EvidenceUpload({ entry }: { entry: DecisionEntry }) {
  const queries = useQueryClient()
  const bring = async (file: File) => {
    await keepDecisionEvidence(entry.id, file)
    await queries.invalidateQueries({ predicate: ({ queryKey: [key] }) => key === 'decisions.list' })
  }
  return (
    <UploadButton
      small
      label={entry.evidence ? '换凭据' : '传凭据'}
      name={`上传凭据：${entry.matter} ${entry.from}`}
      bring={bring}
      done="凭据已留存"
    />
  )
}
