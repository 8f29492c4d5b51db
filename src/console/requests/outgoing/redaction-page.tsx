import { App, Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { Box } from '../../../record/outgoing/box.ts'
import type { OutgoingFileView } from '../../../record/outgoing/outgoing-file.ts'
import { LEAVING } from '../../../record/outgoing/outgoing-file.ts'
import { Refused } from '../../api.ts'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { Page } from '../../parts/page.tsx'
import { Refusals } from '../../parts/refusals.tsx'
import { Failure, Loading, Nothing } from '../../parts/states.tsx'
import { useDeed, useRead } from '../../queries.ts'
import { pathTo } from '../../route-table.ts'
import { BoxTools } from './box-tools.tsx'
import { SheetPages } from './sheet-pages.tsx'

/** 涂黑: the pages as pictures, boxes drawn on them, each with its ground. */
export default function RedactionPage() {
  const { id = '', fileId = '' } = useParams()
  const { data: view, error, refetch } = useRead('requests.outgoing', { id })
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!view) return <Loading />
  const file = view.files.find((one) => one.id === fileId)
  if (!file)
    return (
      <Page title="涂黑">
        <Nothing say="没有这个答复附件。" />
      </Page>
    )
  return (
    <Redaction
      key={`${file.id}-${file.version}`}
      caseId={id}
      file={file}
      mayDraw={view.mayPrepare && !LEAVING.includes(file.state)}
    />
  )
}

function Redaction({ caseId, file, mayDraw }: { caseId: string; file: OutgoingFileView; mayDraw: boolean }) {
  const go = useNavigate()
  const { message } = App.useApp()
  const [which, setWhich] = useState<'before' | 'after'>(mayDraw ? 'before' : 'after')
  const [boxes, setBoxes] = useState<Box[]>(file.boxes)
  const [changed, setChanged] = useState(false)
  const redact = useDeed('requests.redactOutgoing')
  const { data: sketch, error } = useRead('requests.sketchOutgoing', { id: caseId, fileId: file.id, which })
  const draw = (next: Box[]) => {
    setBoxes(next)
    setChanged(true)
  }
  const save = async () => {
    try {
      await redact.mutateAsync({ id: caseId, fileId: file.id, version: file.version, boxes })
    } catch (error) {
      // Said above the pages; the boxes are still there.
      if (error instanceof Refused) return
      throw error
    }
    setChanged(false)
    void message.success('已涂黑并核对，请确认可以发出')
    await go(pathTo('case', { id: caseId }), { state: { outgoing: file.id } })
  }
  const drawing = mayDraw && which === 'before'
  return (
    <Page
      title="涂黑"
      lead={
        <>
          <Link to={pathTo('case', { id: caseId })}>返回案件</Link> / {file.name}
        </>
      }
      actions={
        <>
          {file.changed && (
            <Segmented
              value={which}
              onChange={setWhich}
              options={[
                { value: 'before', label: '原件' },
                { value: 'after', label: '处理后' },
              ]}
            />
          )}
          {drawing && (
            <Button type="primary" disabled={boxes.length === 0} loading={redact.isPending} onClick={() => void save()}>
              涂黑 {boxes.length} 处
            </Button>
          )}
        </>
      }
    >
      <LeaveGuard when={changed && !redact.isSuccess} />
      <Refusals refusals={[...(redact.error?.refusals ?? []), ...(error?.refusals ?? [])]} />
      {!sketch && !error && <Loading />}
      {sketch && (
        <div className={drawing ? 'redaction' : ''}>
          {drawing && <BoxTools caseId={caseId} file={file} pages={sketch.pages} boxes={boxes} onBoxes={draw} />}
          <SheetPages
            caseId={caseId}
            file={file}
            which={which}
            pages={sketch.pages}
            boxes={drawing ? boxes : []}
            {...(drawing ? { onBoxes: draw } : {})}
          />
        </div>
      )}
    </Page>
  )
}
