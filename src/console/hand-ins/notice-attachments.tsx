/** 通知附件: for the office that issued the notice with a button to add one, for the units to read. */
import { useQueryClient } from '@tanstack/react-query'
import { FILE_PATHS } from '../../edge/console/contract.ts'
import type { NoticeAttachment } from '../../record/reports/notice.ts'
import { attachToNotice, fileAddress } from '../api.ts'
import { UploadButton } from '../parts/upload-button.tsx'

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
  const queries = useQueryClient()
  const bring = async (file: File) => {
    await attachToNotice(noticeId, file)
    await queries.invalidateQueries({ predicate: ({ queryKey: [key] }) => key === 'handIns.get' })
  }
  return <UploadButton label="上传通知附件" bring={bring} done="附件已上传，各单位都能看到" />
}
