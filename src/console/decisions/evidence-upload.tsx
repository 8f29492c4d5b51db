/** 上传凭据: the statement that shows the number. */
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Upload } from 'antd'
import { useState } from 'react'
import type { DecisionEntry } from '../../record/reports/decision-entries.ts'
import { keepDecisionEvidence, Refused } from '../api.ts'
import { refusalWords } from '../parts/refusals.tsx'

export function EvidenceUpload({ entry }: { entry: DecisionEntry }) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const bring = async (file: File) => {
    setBusy(true)
    try {
      await keepDecisionEvidence(entry.id, file)
      await queries.invalidateQueries({ predicate: ({ queryKey: [key] }) => key === 'decisions.list' })
      void message.success('凭据已留存')
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      void message.error(error.refusals.map(refusalWords).join(''))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Upload
      showUploadList={false}
      beforeUpload={(file) => {
        void bring(file)
        return false
      }}
    >
      <Button size="small" loading={busy} aria-label={`上传凭据：${entry.matter} ${entry.from}`}>
        {entry.evidence ? '换凭据' : '传凭据'}
      </Button>
    </Upload>
  )
}
