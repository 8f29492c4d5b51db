import { Button, Select } from 'antd'
import { useState } from 'react'
import { FILE_PATHS } from '../../../edge/console/contract.ts'
import { chineseDate } from '../../../law/date.ts'
import type { EvidenceKind } from '../../../record/requests/evidence.ts'
import { isVoid, SERVICE_STATE_WORDS } from '../../../record/requests/service.ts'
import type { CaseView, FileRow, LetterRow } from '../../../record/requests/view.ts'
import { fileAddress, upload } from '../../api.ts'
import { DOT } from '../../parts/dot.ts'
import { Panel } from '../../parts/page.tsx'
import { Refusals } from '../../parts/refusals.tsx'
import { UploadButton } from '../../parts/upload-button.tsx'
import { sizeWords } from '../../../record/publication/edition-files.ts'
import { useDeed, useRefresh } from '../../queries.ts'
import { foldedOf } from '../acts/case-so-far.ts'

const TO_WORDS: Record<LetterRow['addressedTo'], string> = {
  requester: '致申请人',
  thirdParty: '致第三方',
  agency: '致其他机关',
  file: '存卷',
}

/** 文书与附件: always downloads, never opened inside the page. */
export function Papers({ view }: { view: CaseView }) {
  const folded = foldedOf(view)
  return (
    <Panel title="文书与附件" extra={view.mayAttach && <AddFile caseId={view.id} kinds={view.evidenceKinds} />}>
      {view.letters.length === 0 && view.files.length === 0 && (
        <p className="quiet">办理过程中生成的文书和上传的材料列在这里。</p>
      )}
      {view.letters.length > 0 && (
        <ul className="papers" aria-label="文书">
          {[...view.letters, ...view.formerLetters].map((letter) => (
            <li key={letter.id}>
              <div>
                <b>
                  {letter.title}
                  {isVoid(folded, letter.actSeq) && <span className="stamp">{SERVICE_STATE_WORDS.void}</span>}
                </b>
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
                {!isVoid(folded, letter.actSeq) && (
                  <a
                    href={fileAddress(FILE_PATHS.letterPublic(letter.id))}
                    aria-label={`下载不含个人信息的公开版：${letter.title}`}
                  >
                    公开版
                  </a>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {view.files.length > 0 && (
        <ul className="papers" aria-label="附件">
          {view.files.map((file) => (
            <li key={file.id} className="papers-file">
              <div>
                {file.mayOpen ? <a href={fileAddress(FILE_PATHS.file(file.id))}>{file.name}</a> : <span>{file.name}</span>}
                <span className="quiet small">
                  {file.purpose}
                  {DOT}
                  {sizeWords(file.size)}
                  {!file.mayOpen && <>{DOT}含身份信息，由有权查看申请人信息的人打开</>}
                </span>
                {file.formerly.map(({ kind, on, by }, place) => (
                  <span key={place} className="quiet small">
                    {chineseDate(on)}由{by}更正种类，原为“{kind}”
                  </span>
                ))}
              </div>
              {file.otherKinds.length > 0 && <CorrectKind caseId={view.id} file={file} />}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

/** 更正种类: a paper that was filed as something else; what it was stays to be read. */
function CorrectKind({ caseId, file }: { caseId: string; file: FileRow }) {
  const [open, setOpen] = useState(false)
  const [kind, setKind] = useState<EvidenceKind | null>(null)
  const correct = useDeed('requests.correctFileKind')
  const close = () => {
    setOpen(false)
    setKind(null)
    correct.reset()
  }
  if (!open)
    return (
      <Button
        type="link"
        size="small"
        className="inline-link"
        aria-label={`更正种类：${file.name}`}
        onClick={() => setOpen(true)}
      >
        更正种类
      </Button>
    )
  return (
    <div className="correct-kind">
      <Refusals refusals={correct.error?.refusals ?? []} />
      <KindSelect
        label={`${file.name}的种类`}
        kinds={file.otherKinds.filter((one) => one !== file.purpose)}
        value={kind}
        onChange={setKind}
      />
      <Button
        size="small"
        type="primary"
        disabled={!kind}
        loading={correct.isPending}
        onClick={() => {
          if (kind) correct.mutate({ id: caseId, fileId: file.id, kind }, { onSuccess: close })
        }}
      >
        更正
      </Button>
      <Button size="small" onClick={close}>
        取消
      </Button>
    </div>
  )
}

/** Nothing is chosen beforehand: a kind that was right for the last paper is seldom right for the next. */
function AddFile({ caseId, kinds }: { caseId: string; kinds: readonly EvidenceKind[] }) {
  const refresh = useRefresh('requests')
  const [kind, setKind] = useState<EvidenceKind | null>(null)
  const bring = async (file: File) => {
    if (!kind) return
    await upload(caseId, file, kind)
    setKind(null)
    await refresh()
  }
  return (
    <span className="add-file">
      <KindSelect label="材料种类" kinds={kinds} value={kind} onChange={setKind} />
      <UploadButton small label="上传附件" bring={bring} done="已上传" disabled={kind === null} />
    </span>
  )
}

function KindSelect({
  label,
  kinds,
  value,
  onChange,
}: {
  label: string
  kinds: readonly EvidenceKind[]
  value: EvidenceKind | null
  onChange: (kind: EvidenceKind) => void
}) {
  return (
    <Select
      size="small"
      aria-label={label}
      className="evidence-kind"
      placeholder="先选材料种类"
      value={value}
      onChange={onChange}
      options={kinds.map((one) => ({ value: one, label: one }))}
    />
  )
}
