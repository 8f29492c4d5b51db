import { Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Remark } from '../../record/reports/hand-in.ts'
import { TextArea } from '../parts/text-area.tsx'

/** 写批注: on a cell, on words, or on the whole report. */
export function WriteRemark({
  at,
  place,
  source,
  onWritten,
  onClose,
}: {
  at: Remark['at']
  place: string
  /** 数字的来源 of the cell remarked on. */
  source?: ReactNode
  onWritten: (remark: Remark) => void
  onClose: () => void
}) {
  const [text, setText] = useState('')
  const [words, setWords] = useState('')
  const section = at !== null && 'section' in at
  return (
    <Modal
      open
      title={`批注：${place}`}
      okText="加入批注"
      cancelText="取消"
      okButtonProps={{ disabled: text.trim() === '' }}
      onCancel={onClose}
      onOk={() => onWritten({ at: section ? { ...at, words: words.trim() } : at, text: text.trim() })}
    >
      <div className="field-stack">
        {source && (
          <details>
            <summary>这一格的来源</summary>
            {source}
          </details>
        )}
        {section && (
          <Input
            aria-label="所指的文字"
            placeholder="所指的文字（可从报告中复制）"
            maxLength={300}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        )}
        <TextArea
          aria-label="批注内容"
          placeholder="要核对、修改什么"
          maxLength={500}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
    </Modal>
  )
}
