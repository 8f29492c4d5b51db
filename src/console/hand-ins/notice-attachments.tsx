/** 通知附件: for the office that issued the notice with a button to add one and to take one back, for the units to read. */
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { FILE_PATHS } from '../../edge/console/contract.ts'
import { chineseDate } from '../../law/date.ts'
import type { NoticeAttachment } from '../../record/reports/notice.ts'
import { attachToNotice, fileAddress } from '../api.ts'
import { Refusals } from '../parts/refusals.tsx'
import { UploadButton } from '../parts/upload-button.tsx'
import { useDeed } from '../queries.ts'

interface Attached {
  noticeId: string
  attachments: readonly NoticeAttachment[]
  mayWithdraw?: boolean
}

export function AttachmentLinks({ noticeId, attachments, mayWithdraw = false }: Attached) {
  const standing = attachments.filter(({ withdrawn }) => withdrawn === null)
  const [open, setOpen] = useState(false)
  if (attachments.length === 0) return null
  return (
    <>
      {standing.length > 0 && (
        <p className="download-links gap-below">
          <span className="quiet">通知附件</span>
          {standing.map(({ hash, name }) => (
            <a key={hash} href={fileAddress(FILE_PATHS.noticeAttachment(noticeId, hash))}>
              {name}
            </a>
          ))}
          {mayWithdraw && (
            <Button size="small" onClick={() => setOpen(true)}>
              撤回附件
            </Button>
          )}
        </p>
      )}
      {attachments.map(
        ({ hash, name, withdrawn }) =>
          withdrawn && (
            <p key={hash} className="quiet small gap-below">
              附件“<span className="struck">{name}</span>”已于{chineseDate(withdrawn.on)}撤回：{withdrawn.because}
            </p>
          ),
      )}
      {open && <Withdraw noticeId={noticeId} attachments={standing} onClose={() => setOpen(false)} />}
    </>
  )
}

/** 撤回: which, and why; the name and the reason stay. */
function Withdraw({ noticeId, attachments, onClose }: Attached & { onClose: () => void }) {
  const [because, setBecause] = useState('')
  const [chosen, setChosen] = useState(attachments[0]?.hash ?? '')
  const withdraw = useDeed('handIns.withdrawAttachment')
  return (
    <Modal
      open
      title="撤回通知附件"
      okText="撤回"
      cancelText="取消"
      okButtonProps={{ disabled: because.trim().length < 2 }}
      confirmLoading={withdraw.isPending}
      onOk={() => withdraw.mutate({ id: noticeId, hash: chosen, because: because.trim() }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <Refusals refusals={withdraw.error?.refusals ?? []} />
      <p className="gap-below">撤回后各单位不能再打开，名称和原因仍然看得到。更正的附件请重新上传。</p>
      <Radio.Group
        className="stacked-checks gap-below"
        aria-label="撤回哪一个附件"
        value={chosen}
        onChange={({ target }) => setChosen(String(target.value))}
        options={attachments.map(({ hash, name }) => ({ value: hash, label: name }))}
      />
      <Input
        aria-label="撤回的原因"
        placeholder="原因，如：附件传错了版本"
        maxLength={300}
        value={because}
        onChange={({ target }) => setBecause(target.value)}
      />
    </Modal>
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
