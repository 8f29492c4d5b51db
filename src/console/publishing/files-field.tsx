/** 附件和图片 of a draft: brought, named, put in order, masked, taken out; what was found in each stands at it. */
import { Button, Form, Input } from 'antd'
import type { Refusal } from '../../law/refusal.ts'
import { FILE_PATHS } from '../../edge/console/contract.ts'
import {
  type EditionFile,
  type EditionFileView,
  fileWords,
  isPicture,
  MOST_FILES,
} from '../../record/publication/edition-files.ts'
import { fileAddress } from '../api.ts'
import { TextArea } from '../parts/text-area.tsx'
import { UploadButton } from '../parts/upload-button.tsx'

/** What is done to a file at the server at once; everything else is saved with the text. */
export interface FileDeeds {
  editionId: string
  /** Of those that the server has. */
  views: readonly EditionFileView[]
  placed: readonly string[]
  bring(file: File): Promise<unknown>
  /** Shows why one was not taken. */
  refuse(refusals: readonly Refusal[]): void
  mask(id: string): void
  remove(id: string): void
  busy: boolean
}

interface FilesFieldProps {
  id?: string
  value?: EditionFile[]
  onChange?: (files: EditionFile[]) => void
  deeds: FileDeeds
}

const ACCEPTED = '.pdf,.docx,.xlsx,.csv,.png,.jpg,.jpeg'

export function FilesField({ id, value = [], onChange, deeds }: FilesFieldProps) {
  const set = (at: number, given: Partial<EditionFile>) =>
    onChange?.(value.map((one, index) => (index === at ? { ...one, ...given } : one)))
  const move = (from: number, to: number) => {
    const moved = value[from]
    if (moved) onChange?.(value.toSpliced(from, 1).toSpliced(to, 0, moved))
  }
  return (
    <div id={id} tabIndex={-1} role="group" aria-label="附件和图片">
      {/* What is wrong is told of one of them: not every field is marked for it. */}
      {value.length > 0 && (
        <Form.Item noStyle validateStatus="">
          <ol className="edition-files">
            {value.map((file, at) => {
              const view = deeds.views.find((one) => one.id === file.id)
              return view ? (
                <li key={file.id}>
                  <FileFields
                    file={file}
                    view={view}
                    placed={deeds.placed.includes(file.id)}
                    number={at + 1}
                    set={(given) => set(at, given)}
                  />
                  <FileStanding view={view} editionId={deeds.editionId} placed={deeds.placed.includes(file.id)} />
                  <div className="row-deeds">
                    {view.maskable && (
                      <Button size="small" type="primary" disabled={deeds.busy} onClick={() => deeds.mask(file.id)}>
                        遮盖号码
                      </Button>
                    )}
                    <Button size="small" disabled={at === 0} aria-label={`上移：${file.title}`} onClick={() => move(at, at - 1)}>
                      上移
                    </Button>
                    <Button
                      size="small"
                      disabled={at === value.length - 1}
                      aria-label={`下移：${file.title}`}
                      onClick={() => move(at, at + 1)}
                    >
                      下移
                    </Button>
                    <Button
                      size="small"
                      type="text"
                      danger
                      aria-label={`移除：${file.title}`}
                      onClick={() => deeds.remove(file.id)}
                    >
                      移除
                    </Button>
                  </div>
                </li>
              ) : null
            })}
          </ol>
        </Form.Item>
      )}
      <UploadButton
        label="上传附件或者图片"
        accept={ACCEPTED}
        bring={deeds.bring}
        onRefused={deeds.refuse}
        done="已上传"
        disabled={deeds.busy || value.length >= MOST_FILES}
      />
    </div>
  )
}

function FileFields({
  file,
  view,
  placed,
  number,
  set,
}: {
  file: EditionFile
  view: EditionFileView
  placed: boolean
  number: number
  set: (given: Partial<EditionFile>) => void
}) {
  return (
    <>
      <label className="file-field">
        <span>{`${isPicture(view) ? '图片' : '附件'} ${number} 的标题`}</span>
        <Input maxLength={100} value={file.title} onChange={({ target }) => set({ title: target.value })} />
      </label>
      {isPicture(view) && (
        <label className="file-field">
          <span>{`替代文字（图片里有什么${placed ? '' : '，看不见的人听到的是它'}）`}</span>
          <TextArea rows={1} maxLength={300} value={file.alt} onChange={({ target }) => set({ alt: target.value })} />
        </label>
      )}
    </>
  )
}

/** Kind and size, where it will stand, and what was found in it. */
export function FileStanding({ view, editionId, placed }: { view: EditionFileView; editionId: string; placed: boolean }) {
  return (
    <>
      <p className="download-links small">
        <a href={fileAddress(FILE_PATHS.editionFile(editionId, view.id))}>下载核对：{view.title || '未命名'}</a>
        <span className="quiet">
          {fileWords(view)}，{placed ? '放在正文里' : '列在正文后面，供下载'}
        </span>
      </p>
      {isPicture(view) && <p className="quiet small">机器读不出图片里的字，请看清有没有号码和不该公开的人。</p>}
      {view.found.length > 0 && (
        <ul className="plain-list small">
          {view.found.map(({ say, stops }) => (
            <li key={say} className={stops ? 'review-stop' : 'quiet'}>
              {stops ? `有${say}，处理后才能送审` : `有${say}，请核对`}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
