import { Select } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FILE_PATHS } from '../../../edge/console/contract.ts'
import type { EvidenceKind } from '../../../record/requests/evidence.ts'
import type { CaseView, LetterRow } from '../../../record/requests/view.ts'
import { fileAddress, upload } from '../../api.ts'
import { DOT } from '../../parts/dot.ts'
import { Panel } from '../../parts/page.tsx'
import { UploadButton } from '../../parts/upload-button.tsx'
import { sizeWords } from '../../parts/size-words.ts'

const TO_WORDS: Record<LetterRow['addressedTo'], string> = {
  requester: '致申请人',
  thirdParty: '致第三方',
  agency: '致其他机关',
  file: '存卷',
}

/** 文书与附件: always downloads, never opened inside the page. */
export function Papers({ view }: { view: CaseView }) {
  return (
    <Panel title="文书与附件" extra={view.mayAttach && <AddFile caseId={view.id} kinds={view.evidenceKinds} />}>
      {view.letters.length === 0 && view.files.length === 0 && (
        <p className="quiet">办理过程中生成的文书和上传的材料列在这里。</p>
      )}
      {view.letters.length > 0 && (
        <ul className="papers" aria-label="文书">
          {view.letters.map((letter) => (
            <li key={letter.id}>
              <div>
                <b>{letter.title}</b>
                <span className="quiet small">
                  <span className="unbroken">{letter.number}</span>
                  {DOT}
                  <span className="unbroken">{letter.issuedOn}</span>
                  {DOT}
                  {TO_WORDS[letter.addressedTo]}
                </span>
              </div>
              <span className="papers-links">
                <a href={fileAddress(FILE_PATHS.letterPdf(letter.id))} aria-label={`下载 PDF：${letter.title}`}>
                  PDF
                </a>
                <a href={fileAddress(FILE_PATHS.letterDocx(letter.id))} aria-label={`下载 Word：${letter.title}`}>
                  Word
                </a>
                <a href={fileAddress(FILE_PATHS.letterSheet(letter.id))} aria-label={`下载核对单：${letter.title}`}>
                  核对单
                </a>
                <a
                  href={fileAddress(FILE_PATHS.letterPublic(letter.id))}
                  aria-label={`下载不含个人信息的公开版：${letter.title}`}
                >
                  公开版
                </a>
              </span>
            </li>
          ))}
        </ul>
      )}
      {view.files.length > 0 && (
        <ul className="papers" aria-label="附件">
          {view.files.map((file) => (
            <li key={file.id}>
              {file.mayOpen ? <a href={fileAddress(FILE_PATHS.file(file.id))}>{file.name}</a> : <span>{file.name}</span>}
              <span className="quiet small">
                {file.purpose}
                {DOT}
                {sizeWords(file.size)}
                {!file.mayOpen && <>{DOT}含身份信息，由有权查看申请人信息的人打开</>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function AddFile({ caseId, kinds }: { caseId: string; kinds: readonly EvidenceKind[] }) {
  const queries = useQueryClient()
  const [kind, setKind] = useState<EvidenceKind>('案卷材料')
  const bring = async (file: File) => queries.setQueryData(['requests.get', { id: caseId }], await upload(caseId, file, kind))
  return (
    <span className="add-file">
      <Select
        size="small"
        aria-label="材料种类"
        className="evidence-kind"
        value={kind}
        onChange={setKind}
        options={kinds.map((value) => ({ value, label: value }))}
      />
      <UploadButton small label="上传附件" bring={bring} done="已上传" />
    </span>
  )
}
