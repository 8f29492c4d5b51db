/** 已公开: which of the item's documents covers a duty, where the list could not tell by itself. */
import { Modal, Radio } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../law/refusal.ts'
import type { DutyRow } from '../../record/publication/duties-view.ts'
import { newCommandId, Refused } from '../api.ts'
import { Refusals } from '../parts/refusals.tsx'
import { Loading, Nothing } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'

export function CoveredModal({ row, onClose }: { row: DutyRow; onClose: () => void }) {
  const { data: item } = useRead('catalogue.view', { id: row.itemId ?? '' })
  const [chosen, setChosen] = useState<string | null>(null)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const note = useDeed('duties.note')
  const send = async () => {
    try {
      await note.mutateAsync({ commandId: newCommandId(), key: row.key, kind: 'covered', documentId: chosen })
      onClose()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(error.refusals)
    }
  }
  return (
    <Modal
      open
      title={`已公开：${row.what}`}
      okText="就是这一件"
      cancelText="取消"
      okButtonProps={{ disabled: chosen === null }}
      confirmLoading={note.isPending}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <Refusals refusals={refusals} />
      {!item ? (
        <Loading />
      ) : item.documents.length === 0 ? (
        <Nothing say="这个公开事项下还没有公开的信息。已经在别处公开的，请先补录到这里：起草信息时选择这个公开事项。" />
      ) : (
        <Radio.Group
          className="stacked-checks"
          aria-label="哪一件信息"
          value={chosen}
          onChange={({ target }) => setChosen(target.value as string)}
          options={item.documents.map(({ id, title, publishedOn }) => ({ value: id, label: `${title}（${publishedOn}）` }))}
        />
      )}
    </Modal>
  )
}
