/** 材料: evidence, 委托书 and what else was brought to the matter. */
import { Select } from 'antd'
import { useState } from 'react'
import { FILE_PATHS } from '../../edge/console/contract.ts'
import { AMENDMENT_PAPERS, type AmendmentPaper } from '../../record/amendments/model.ts'
import type { AmendmentView } from '../../record/amendments/view.ts'
import { fileAddress, uploadToAmendment } from '../api.ts'
import { DOT } from '../parts/dot.ts'
import { Panel } from '../parts/page.tsx'
import { sizeWords } from '../../record/publication/edition-files.ts'
import { UploadButton } from '../parts/upload-button.tsx'
import { useRefresh } from '../queries.ts'

export function PapersPanel({ view }: { view: AmendmentView }) {
  const { files } = view
  if (files.length === 0 && !view.mayFile) return null
  return (
    <Panel title="材料" extra={view.mayFile && <AddPaper id={view.id} />}>
      {files.length === 0 && <p className="quiet">申请人提供的证据、委托书等，上传后列在这里。</p>}
      {files.length > 0 && (
        <ul className="papers" aria-label="材料">
          {files.map((file) => (
            <li key={file.id}>
              <div>
                {file.mayOpen ? (
                  <a href={fileAddress(FILE_PATHS.amendmentFile(file.id))}>{file.name}</a>
                ) : (
                  <span>{file.name}</span>
                )}
                <span className="quiet small">
                  {file.purpose}
                  {DOT}
                  {sizeWords(file.size)}
                  {!file.mayOpen && <>{DOT}含身份信息，由办理人员打开</>}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

/** Nothing is chosen beforehand, as on a case. */
function AddPaper({ id }: { id: string }) {
  const refresh = useRefresh('amendments')
  const [kind, setKind] = useState<AmendmentPaper | null>(null)
  const bring = async (file: File) => {
    if (!kind) return
    await uploadToAmendment(id, file, kind)
    setKind(null)
    await refresh()
  }
  return (
    <span className="add-file">
      <Select
        size="small"
        aria-label="材料种类"
        className="evidence-kind"
        placeholder="先选材料种类"
        value={kind}
        onChange={setKind}
        options={AMENDMENT_PAPERS.map((value) => ({ value, label: value }))}
      />
      <UploadButton small label="上传材料" bring={bring} done="已上传" disabled={kind === null} />
    </span>
  )
}
