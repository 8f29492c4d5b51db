/** 从文件导入: title, number, date and text of a Word, WPS or PDF file into the form; everything can be changed afterwards. */
import { Alert, App, type FormInstance } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../law/refusal.ts'
import type { EditionContent } from '../../record/publication/edition.ts'
import { readDocument } from '../api.ts'
import { Refusals } from '../parts/refusals.tsx'
import { UploadButton } from '../parts/upload-button.tsx'

export function ImportDocument({ form, onChanged }: { form: FormInstance<EditionContent>; onChanged: () => void }) {
  const { modal } = App.useApp()
  const [notes, setNotes] = useState<readonly string[]>([])
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const bring = async (file: File): Promise<boolean> => {
    if (form.getFieldValue('body')) {
      const yes = await modal.confirm({
        title: '用文件的内容替换正文？',
        content: '标题、文号和成文日期在文件中找到的，也一并替换。',
        okText: '替换',
        cancelText: '不替换',
      })
      if (!yes) return false
    }
    setNotes([])
    const { title, number, formedOn, attribute, body, notes: told } = await readDocument(file)
    const found = {
      body,
      ...(title && { title }),
      ...(number && { number }),
      ...(formedOn && { formedOn }),
      ...(attribute && { attribute }),
    }
    form.setFieldsValue(found)
    // What was said of a field no longer holds.
    form.setFields(Object.keys(found).map((name) => ({ name: name as keyof EditionContent, errors: [] })))
    setNotes([...told, '请对照原件核对'])
    onChanged()
    return true
  }
  return (
    <div className="gap-below">
      <Refusals refusals={refusals} />
      <UploadButton
        label="从 Word、PDF 文件导入"
        bring={bring}
        done="已读入"
        accept=".docx,.doc,.wps,.pdf,.html,.htm,.txt"
        onRefused={setRefusals}
      />
      {notes.length > 0 && <Alert type="info" showIcon className="import-notes" title={`${notes.join('；')}。`} />}
    </div>
  )
}
