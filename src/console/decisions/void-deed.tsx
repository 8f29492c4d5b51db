/** 作废 an entry made by mistake, with the reason. */
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { DecisionEntry } from '../../record/reports/decision-entries.ts'
import { Refusals } from '../parts/refusals.tsx'
import { useDeed } from '../queries.ts'
import { quantityWords } from './entry-words.ts'

export function VoidDeed({ entry }: { entry: DecisionEntry }) {
  const [open, setOpen] = useState(false)
  const [because, setBecause] = useState('')
  const cancel = useDeed('decisions.void')
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} aria-label={`作废：${entry.matter} ${entry.from}`}>
        作废
      </Button>
      <Modal
        open={open}
        title="作废这一笔登记"
        okText="作废"
        cancelText="取消"
        okButtonProps={{ disabled: because.trim().length < 2 }}
        confirmLoading={cancel.isPending}
        onOk={() => cancel.mutate({ id: entry.id, because: because.trim() }, { onSuccess: () => setOpen(false) })}
        onCancel={() => setOpen(false)}
      >
        <Refusals refusals={cancel.error?.refusals ?? []} />
        <p className="gap-below">
          {entry.matter}，{entry.from} 至 {entry.to}，{quantityWords(entry)}。作废后留在台账里，不再计数。
        </p>
        <Input
          aria-label="作废的原因"
          placeholder="原因，如：漏了一批，重新登记"
          maxLength={300}
          value={because}
          onChange={({ target }) => setBecause(target.value)}
        />
      </Modal>
    </>
  )
}
