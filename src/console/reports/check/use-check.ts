import type { UploadProps } from 'antd'
import { useState } from 'react'
import type { CheckedReportAnswer } from '../../../edge/console/contract/reports.ts'
import type { Refusal } from '../../../law/refusal.ts'
import { checkReport, Refused } from '../../api.ts'

/** A report as it was brought, and what was found. */
export interface Brought {
  file: File
  answer: CheckedReportAnswer
}

const KINDS = '.docx,.doc,.pdf,.xlsx,.xls,.html,.htm,.csv,.txt,.md'

/** Has a report checked, with last year's beside it if there is one. */
export function useCheck(onBrought: (brought: Brought) => void) {
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const check = async (file: File, previous: File | null = null) => {
    setBusy(true)
    setRefusals([])
    try {
      onBrought({ file, answer: await checkReport(file, previous) })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(error.refusals)
    } finally {
      setBusy(false)
    }
  }
  return { check, busy, refusals }
}

/** A file is taken here and sent by us, with what belongs to it. */
export const taking = (onFile: (file: File) => void): UploadProps => ({
  showUploadList: false,
  accept: KINDS,
  beforeUpload: (file) => {
    onFile(file)
    return false
  },
})
