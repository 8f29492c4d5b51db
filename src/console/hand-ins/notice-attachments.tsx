/** 通知附件: for the office that issued the notice with a button to add one, for the units to read. */
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Upload } from 'antd'
import { useState } from 'react'
import { FILE_PATHS } from '../../edge/console/contract.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { NoticeAttachment } from '../../record/reports/notice.ts'
import { attachToNotice, fileAddress, Refused } from '../api.ts'
import { Refusals } from '../parts/refusals.tsx'

export function AttachmentLinks({ noticeId, attachments }: { noticeId: string; attachments: readonly NoticeAttachment[] }) {
  if (attachments.length === 0) return null
  return (
    <p className="download-links gap-below">
      <span className="quiet">通知附件</span>
      {attachments.map(({ hash, name }) => (
        <a key={hash} href={fileAddress(FILE_PATHS.noticeAttachment(noticeId, hash))}>
          {name}
        </a>
      ))}
    </p>
  )
}

export function AddAttachment({ noticeId }: { noticeId: string }) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const bring = async (file: File) => {
    setBusy(true)
    setRefusals([])
    try {
      await attachToNotice(noticeId, file)
      await queries.invalidateQueries({ predicate: ({ queryKey: [key] }) => key === 'handIns.get' })
      void message.success('附件已上传，各单位都能看到')
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(error.refusals)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Refusals refusals={refusals} />
      <Upload
        showUploadList={false}
        beforeUpload={(file) => {
          void bring(file)
          return false
        }}
      >
        <Button loading={busy}>上传通知附件</Button>
      </Upload>
    </>
  )
}
