/**
 * 正文: an editor that permits exactly the parts that a published text has. What is pasted from Word or WPS comes as headings,
 * paragraphs, lists and tables, and as nothing else.
 */
import { TableKit } from '@tiptap/extension-table'
import { EditorContent, useEditor, useEditorState, type Editor } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import { Button, Space } from 'antd'
import { useEffect } from 'react'

interface BodyEditorProps {
  id?: string
  value?: string
  onChange?: (html: string) => void
  /** Shown and not edited: as it will be published. */
  readOnly?: boolean
}

export default function BodyEditor({ id, value = '', onChange, readOnly = false }: BodyEditorProps) {
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        heading: { levels: [2, 3, 4] },
        code: false,
        codeBlock: false,
        strike: false,
        underline: false,
        link: { openOnClick: false },
      }),
      TableKit.configure({ table: { resizable: false } }),
    ],
    content: value,
    editable: !readOnly,
    editorProps: {
      attributes: readOnly
        ? { class: 'written', role: 'document', 'aria-label': '正文' }
        : { class: 'written', role: 'textbox', 'aria-multiline': 'true', 'aria-label': '正文', ...(id ? { id } : {}) },
    },
    onUpdate: ({ editor: changed }) => onChange?.(changed.isEmpty ? '' : changed.getHTML()),
  })
  // What comes from outside (masked, imported) replaces what stands there; what was typed here is the same already.
  useEffect(() => {
    // One that was put away with its page has no text to compare.
    if (editor && !editor.isDestroyed && !editor.isFocused && value !== editor.getHTML())
      editor.commands.setContent(value, { emitUpdate: false })
  }, [editor, value])
  if (!editor || editor.isDestroyed) return null
  return (
    <div className={readOnly ? 'body-shown' : 'body-editor'}>
      {!readOnly && <Tools editor={editor} />}
      <EditorContent editor={editor} />
    </div>
  )
}

function Tools({ editor }: { editor: Editor }) {
  const at = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      heading: now.isActive('heading', { level: 2 }),
      bold: now.isActive('bold'),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      table: now.isActive('table'),
      back: now.can().undo(),
    }),
  })
  const run = () => editor.chain().focus()
  const tools = [
    { label: '小标题', on: at.heading, does: () => run().toggleHeading({ level: 2 }).run() },
    { label: '加粗', on: at.bold, does: () => run().toggleBold().run() },
    { label: '列表', on: at.bullets, does: () => run().toggleBulletList().run() },
    { label: '编号', on: at.numbers, does: () => run().toggleOrderedList().run() },
    ...(at.table
      ? [
          { label: '加行', on: false, does: () => run().addRowAfter().run() },
          { label: '加列', on: false, does: () => run().addColumnAfter().run() },
          { label: '删行', on: false, does: () => run().deleteRow().run() },
          { label: '删列', on: false, does: () => run().deleteColumn().run() },
          { label: '删表格', on: false, does: () => run().deleteTable().run() },
        ]
      : [{ label: '表格', on: false, does: () => run().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run() }]),
  ]
  return (
    <Space size={4} wrap className="body-tools" role="toolbar" aria-label="正文工具">
      {tools.map(({ label, on, does }) => (
        <Button key={label} size="small" type={on ? 'primary' : 'default'} aria-pressed={on} onClick={does}>
          {label}
        </Button>
      ))}
      <Button size="small" disabled={!at.back} onClick={() => run().undo().run()}>
        撤销
      </Button>
    </Space>
  )
}
