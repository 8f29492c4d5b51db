/** 导出: the register as it is narrowed now. Masked, unless somebody who may says why it must not be. */
import { App, Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { exportRegister, Refused } from '../../api.ts'
import { Refusals } from '../../parts/refusals.tsx'
import { useSession } from '../../session.tsx'
import type { Refusal } from '../../../law/refusal.ts'
import { type Filter, MOST_COUNTED } from './filter.ts'

/** `total`: how many rows it will have, as far as they were counted; null while that is not known. */
export function ExportButton({ filter, total }: { filter: Filter; total: number | null }) {
  const { session, may } = useSession()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const [unmasked, setUnmasked] = useState(false)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const close = () => {
    setOpen(false)
    setUnmasked(false)
    setReason('')
    setRefusals([])
  }
  const go = async () => {
    setBusy(true)
    try {
      await exportRegister({ ...filter, unmasked, reason }, `依申请公开登记簿-${session.today}.xlsx`)
      close()
      void message.success('已导出，文件在浏览器的下载目录中')
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(error.refusals)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>导出</Button>
      <Modal
        title="导出登记簿"
        open={open}
        onCancel={close}
        onOk={() => void go()}
        okText="导出 Excel"
        okButtonProps={{ disabled: total === 0 }}
        confirmLoading={busy}
        destroyOnHidden
      >
        <Refusals refusals={refusals} />
        <p className="gap-below">
          按当前筛选导出全部申请（不限于本页）{rowsWords(total)}。申请人姓名部分遮盖，不含证件号码、电话和地址。导出记入审计日志。
        </p>
        {may('requests.exportUnmasked') && (
          <div className="field-stack">
            <Checkbox checked={unmasked} onChange={(event) => setUnmasked(event.target.checked)}>
              包含个人信息（姓名全称、证件号码、电话、地址）
            </Checkbox>
            {unmasked && (
              <label>
                理由
                <Input
                  value={reason}
                  maxLength={200}
                  placeholder="如 向复议机关提交答复材料"
                  onChange={(event) => setReason(event.target.value)}
                />
              </label>
            )}
          </div>
        )}
      </Modal>
    </>
  )
}

function rowsWords(total: number | null): string {
  if (total === null) return ''
  return total > MOST_COUNTED ? '，超过 1,000 件' : `，共 ${total} 件`
}
