/** 附件和图片 as reviewers see them: what each is, what was found in it, and the file itself. */
import type { EditionView } from '../../record/publication/edition.ts'
import { isPicture } from '../../record/publication/edition-files.ts'
import { Panel } from '../parts/page.tsx'
import { FileStanding } from './files-field.tsx'

export function FilesPanel({ view }: { view: EditionView }) {
  if (view.files.length === 0) return null
  return (
    <Panel title="附件和图片">
      <ol className="edition-files">
        {view.files.map((file) => (
          <li key={file.id}>
            <b>{file.title}</b>
            <FileStanding view={file} editionId={view.id} placed={file.placed} />
            {isPicture(file) && <p className="small">替代文字：{file.alt || '没有写'}</p>}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
