/**
 * 正文: an editor that permits exactly the parts that a published text has. What is pasted from Word or WPS comes as headings,
 * paragraphs, lists and tables, and as nothing else.
 */
import { TableKit } from '@tiptap/extension-table'
import { EditorContent, useEditor, useEditorState, type Editor } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import { Button, Dropdown, Space } from 'antd'
import { useEffect } from 'react'
import { FILE_PATHS } from '../../edge/console/contract.ts'
import { type EditionFile, type EditionFileView, isPicture } from '../../record/publication/edition-files.ts'
import { fileAddress } from '../api.ts'
import { bodyPicture, tellPictures } from './body-picture.ts'

interface BodyEditorProps {
  id?: string
  value?: string
  onChange?: (html: string) => void
  /** Shown and not edited: as it will be published. */
  readOnly?: boolean
  /** The edition that the text is of, and its files; absent of one that was never saved. */
  editionId?: string
  files?: readonly EditionFileView[]
}

export default function BodyEditor({ id, value = '', onChange, readOnly = false, editionId = '', files = [] }: BodyEditorProps) {
  const pictures = files.filter(isPicture)
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
      bodyPicture((fileId) => fileAddress(FILE_PATHS.editionFile(editionId, fileId))),
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
  useEffect(() => {
    // One that was put away with its page has no text to compare.
    if (!editor || editor.isDestroyed) return
    // What comes from outside (masked, imported) replaces what stands there; what was typed here is the same already.
    if (!editor.isFocused && value !== editor.getHTML()) editor.commands.setContent(value, { emitUpdate: false })
    tellPictures(editor.view.dom, pictures)
  }, [editor, value, pictures])
  if (!editor || editor.isDestroyed) return null
  return (
    <div className={readOnly ? 'body-shown' : 'body-editor'}>
      {!readOnly && <Tools editor={editor} pictures={pictures} />}
      <EditorContent editor={editor} />
    </div>
  )
}

function Tools({ editor, pictures }: { editor: Editor; pictures: readonly EditionFile[] }) {
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
  /** In a paragraph of its own. */
  const place = ({ id }: EditionFile) => {
    run()
      .insertContent({ type: 'paragraph', content: [{ type: 'picture', attrs: { id } }] })
      .run()
  }
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
      {pictures.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: pictures.map((one) => ({ key: one.id, label: one.title || '未命名', onClick: () => place(one) })),
          }}
        >
          <Button size="small">插入图片</Button>
        </Dropdown>
      )}
      <Button size="small" disabled={!at.back} onClick={() => run().undo().run()}>
        撤销
      </Button>
    </Space>
  )
}
