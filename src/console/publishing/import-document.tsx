/** 从文件导入: title, number, date and text of a Word, WPS or PDF file into the form; everything can be changed afterwards. */
import { Alert, App, type FormInstance } from 'antd'
import { useState } from 'react'
import { useLocation } from 'react-router'
import type { Refusal } from '../../law/refusal.ts'
import type { EditionContent } from '../../record/publication/edition.ts'
import { withoutOthers } from '../../record/publication/edition-files.ts'
import type { WrittenPicture } from '../../record/publication/written-document.ts'
import { readDocument } from '../api.ts'
import { Refusals } from '../parts/refusals.tsx'
import { UploadButton } from '../parts/upload-button.tsx'

export interface Imported {
  /** With the places of the pictures. */
  body: string
  pictures: readonly WrittenPicture[]
  /** What was done with the file, for the page that shows it next. */
  notes: readonly string[]
}

interface ImportDocumentProps {
  form: FormInstance<EditionContent>
  onChanged: () => void
  /** Brings the pictures to the draft; without it they stay behind, and that is told. */
  onPictures?: (imported: Imported) => Promise<void>
}

/** What was told on the page where it was imported, carried over to the page of the draft. */
function carriedNotes(state: unknown): readonly string[] {
  const notes = typeof state === 'object' && state !== null && 'notes' in state ? state.notes : null
  return Array.isArray(notes) ? notes.filter((one): one is string => typeof one === 'string') : []
}

export function ImportDocument({ form, onChanged, onPictures }: ImportDocumentProps) {
  const { modal } = App.useApp()
  const { state } = useLocation()
  const [notes, setNotes] = useState(() => carriedNotes(state))
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
    const { title, number, formedOn, attribute, body, notes: told, pictures } = await readDocument(file)
    const found = {
      body: withoutOthers(body, []),
      ...(title && { title }),
      ...(number && { number }),
      ...(formedOn && { formedOn }),
      ...(attribute && { attribute }),
    }
    form.setFieldsValue(found)
    // What was said of a field no longer holds.
    form.setFields(Object.keys(found).map((name) => ({ name: name as keyof EditionContent, errors: [] })))
    onChanged()
    const left = onPictures ? [] : [`有 ${pictures.length} 张图片没有带入`]
    const all = [...told, ...(pictures.length > 0 ? left : []), '请对照原件核对']
    setNotes(all)
    if (onPictures && pictures.length > 0) await onPictures({ body, pictures, notes: all })
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
