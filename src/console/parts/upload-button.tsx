/** A button that takes one file to the server as soon as it is chosen: busy meanwhile, and it says what became of it. */
import { App, Button, Upload } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../law/refusal.ts'
import { Refused } from '../api.ts'
import { refusalWords } from './refusals.tsx'

export function UploadButton({
  label,
  bring,
  done,
  name,
  accept,
  small = false,
  disabled = false,
  onRefused,
}: {
  label: string
  /** `false`: nothing was brought after all, and nothing is said. */
  bring: (file: File) => Promise<unknown>
  /** What is said when the file has arrived. */
  done: string
  /** What the button is called where its label alone would not tell which of several it is. */
  name?: string
  accept?: string
  small?: boolean
  disabled?: boolean
  /** Where the page keeps refusals; without it they stay before the page until they are read. */
  onRefused?: (refusals: readonly Refusal[]) => void
}) {
  const { message, modal } = App.useApp()
  const [busy, setBusy] = useState(false)
  const take = async (file: File) => {
    setBusy(true)
    onRefused?.([])
    try {
      if ((await bring(file)) !== false) void message.success(done)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      if (onRefused) onRefused(error.refusals)
      else void modal.error({ title: '没有上传', content: error.refusals.map(refusalWords).join(''), okText: '知道了' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Upload
      showUploadList={false}
      disabled={disabled}
      {...(accept ? { accept } : {})}
      beforeUpload={(file) => {
        void take(file)
        return false
      }}
    >
      <Button loading={busy} disabled={disabled} {...(small ? { size: 'small' } : {})} {...(name ? { 'aria-label': name } : {})}>
        {label}
      </Button>
    </Upload>
  )
}
