import { useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useLocation } from 'react-router'
import { type OutgoingFileView, type OutgoingView, WAITING } from '../../../record/outgoing/outgoing-file.ts'
import type { Refusal } from '../../../law/refusal.ts'
import { uploadOutgoing } from '../../api.ts'
import { Panel } from '../../parts/page.tsx'
import { Refusals } from '../../parts/refusals.tsx'
import { UploadButton } from '../../parts/upload-button.tsx'
import { useDeed, useRead, useRefresh } from '../../queries.ts'
import { OutgoingFile } from './outgoing-file.tsx'
import { FIRST_WAITING, type ToFile } from '../../parts/to-outgoing.tsx'

/** 答复附件: what leaves with the reply, checked before it may. */
export function OutgoingPanel({ caseId }: { caseId: string }) {
  const { data: view } = useRead('requests.outgoing', { id: caseId })
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const { worked, asked } = useWorkedFiles(view)
  if (!view || (view.files.length === 0 && !view.mayPrepare)) return null
  return (
    <Panel title="答复附件" extra={view.mayPrepare && <UploadOutgoing caseId={caseId} onRefused={setRefusals} />}>
      <Refusals refusals={refusals} />
      {view.files.length === 0 && (
        <p className="quiet">随答复发给申请人的文件放在这里。系统逐个检查隐藏内容和个人信息，确认之后才能随答复发出。</p>
      )}
      <ul className="outgoing" aria-label="答复附件">
        {view.files.map((file) => (
          <OutgoingFile
            key={`${file.id}-${file.version}`}
            caseId={caseId}
            file={file}
            view={view}
            worked={worked(file)}
            asked={asked(file)}
          />
        ))}
      </ul>
      {view.mayPrepare && view.candidates.length > 0 && <FromCase caseId={caseId} view={view} onRefused={setRefusals} />}
    </Panel>
  )
}

/** 上传、从案卷中选: on the composer, where the files are named. `onAdded` is told the list as it stands after. */
export function AddOutgoing({
  caseId,
  view,
  onAdded,
}: {
  caseId: string
  view: OutgoingView
  onAdded: (after: OutgoingView) => void
}) {
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  return (
    <div className="gap-below">
      <Refusals refusals={refusals} />
      <UploadOutgoing caseId={caseId} onRefused={setRefusals} onAdded={onAdded} />
      {view.candidates.length > 0 && <FromCase caseId={caseId} view={view} onRefused={setRefusals} onAdded={onAdded} />}
    </div>
  )
}

/** Which files a deed was just done upon: here, where each deed makes a new version, or in the workshop that one comes back from. */
function useWorkedFiles(view: OutgoingView | undefined): {
  worked: (file: OutgoingFileView) => boolean
  /** Somebody was led here to it; each time anew. */
  asked: (file: OutgoingFileView) => string | null
} {
  const { state, key } = useLocation() as { state: Partial<ToFile> | null; key: string }
  const [first, setFirst] = useState<ReadonlyMap<string, number> | null>(null)
  if (view && first === null) setFirst(new Map(view.files.map(({ id, version }) => [id, version])))
  const waiting = view?.files.find((file) => WAITING.includes(file.state))?.id
  const wanted = state?.outgoing === FIRST_WAITING ? waiting : state?.outgoing
  return {
    worked: ({ id, version }) => {
      const before = first?.get(id)
      return before !== undefined && before !== version
    },
    asked: ({ id }) => (wanted === id ? key : null),
  }
}

interface Adding {
  caseId: string
  onAdded?: (after: OutgoingView) => void
  onRefused: (refusals: readonly Refusal[]) => void
}

function UploadOutgoing({ caseId, onRefused, onAdded }: Adding) {
  const queries = useQueryClient()
  const refresh = useRefresh('requests')
  const bring = async (file: File) => {
    const after = await uploadOutgoing(caseId, file)
    onAdded?.(after)
    queries.setQueryData(['requests.outgoing', { id: caseId }], after)
    void refresh()
  }
  return <UploadButton small label="上传答复附件" bring={bring} done="已上传并检查" onRefused={onRefused} />
}

function FromCase({ caseId, view, onRefused, onAdded }: Adding & { view: OutgoingView }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const add = useDeed('requests.addOutgoing')
  const deed = (fileId: string) =>
    add.mutate(
      { id: caseId, fileId },
      {
        onSuccess: (after) => {
          setChosen(null)
          onAdded?.(after)
        },
        onError: (error) => onRefused(error.refusals),
      },
    )
  return (
    <div className="outgoing-add">
      <Select
        className="grow"
        aria-label="从案卷附件中选择"
        placeholder="从案卷附件中选择"
        value={chosen}
        options={view.candidates.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosen}
      />
      <Button disabled={chosen === null} loading={add.isPending} onClick={() => chosen && deed(chosen)}>
        列为答复附件
      </Button>
    </div>
  )
}
