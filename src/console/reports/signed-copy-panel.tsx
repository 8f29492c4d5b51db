/** 盖章扫描件: the signed and sealed copy beside the published report. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { chineseDate, type LocalDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { ReportView } from '../../record/reports/view.ts'
import { keepSignedCopy, Refused } from '../api.ts'
import { DayField } from '../parts/day-field.tsx'
import { Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { UploadButton } from '../parts/upload-button.tsx'

export function SignedCopyPanel({ view }: { view: ReportView }) {
  const { signedCopy, may, portalPath } = view
  return (
    <Panel title="盖章扫描件">
      {signedCopy ? (
        <p className="gap-below">
          {chineseDate(signedCopy.signedOn)}签章，{chineseDate(signedCopy.keptOn)}上传，与报告一起公布。{' '}
          <a href={`..${portalPath}/signed.pdf?version=${view.version}`}>下载</a>
        </p>
      ) : (
        <p className="quiet gap-below">还没有。签字盖章后扫描成 PDF 上传，公布在报告旁边。</p>
      )}
      {may.keepSignedCopy.allowed && <Bring view={view} />}
    </Panel>
  )
}

function Bring({ view }: { view: ReportView }) {
  const queries = useQueryClient()
  const [signedOn, setSignedOn] = useState<LocalDate | null>(null)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const bring = async (file: File) => {
    if (!signedOn)
      throw new Refused([{ code: 'field-missing', say: '没有填写签章日期。', then: '请先填写文件上的签章日期，再选择文件。' }])
    await keepSignedCopy(view, signedOn, file)
    await queries.invalidateQueries({ predicate: ({ queryKey: [key] }) => String(key).startsWith('reports.') })
  }
  return (
    <>
      <Refusals refusals={refusals} />
      <div className="filters">
        <label>
          签章日期 <DayField value={signedOn} onChange={setSignedOn} />
        </label>
        <UploadButton
          label={view.signedCopy ? '更换扫描件' : '上传扫描件'}
          accept="application/pdf"
          bring={bring}
          done="盖章扫描件已公布在报告旁边"
          onRefused={setRefusals}
        />
      </div>
      <p className="quiet small">只收 PDF，10 MB 以内，原样公布，请先确认里面没有个人信息。</p>
    </>
  )
}
