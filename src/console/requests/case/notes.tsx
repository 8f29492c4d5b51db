import { Button } from 'antd'
import { useState } from 'react'
import type { CaseView } from '../../../record/requests/view.ts'
import { newCommandId } from '../../api.ts'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { Panel } from '../../parts/page.tsx'
import { Refusals } from '../../parts/refusals.tsx'
import { useShownTime } from '../../parts/time.ts'
import { useDeed } from '../../queries.ts'
import { TextArea } from '../../parts/text-area.tsx'

/** 备注: for the office only; never part of an answer. */
export function Notes({ view }: { view: CaseView }) {
  const shownTime = useShownTime()
  const [text, setText] = useState('')
  const [commandId, setCommandId] = useState(newCommandId)
  const note = useDeed('requests.note')
  return (
    <Panel title="内部备注">
      <LeaveGuard when={text.trim() !== ''} />
      <Refusals refusals={note.error?.refusals ?? []} />
      {view.notes.length === 0 && <p className="quiet">只在本单位内部可见，不进入答复和公开的内容。</p>}
      <ul className="notes">
        {view.notes.map(({ id, officerName, writtenAt, text }) => (
          <li key={id}>
            <p>{text}</p>
            <p className="quiet small">
              {officerName} {shownTime(writtenAt)}
            </p>
          </li>
        ))}
      </ul>
      {view.mayNote && (
        <div className="note-form">
          <TextArea
            aria-label="写备注"
            placeholder="写备注"
            rows={1}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button
            disabled={text.trim() === ''}
            loading={note.isPending}
            onClick={() =>
              note.mutate(
                { id: view.id, commandId, text },
                {
                  onSuccess: () => {
                    setText('')
                    setCommandId(newCommandId())
                  },
                },
              )
            }
          >
            添加
          </Button>
        </div>
      )}
    </Panel>
  )
}
