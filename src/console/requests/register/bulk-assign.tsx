/** 批量分办: the chosen cases to one section and officer. */
import { App, Button } from 'antd'
import { useState } from 'react'
import type { DeskView } from '../../../record/desk/view.ts'
import { Refusals } from '../../parts/refusals.tsx'
import { useDeed } from '../../queries.ts'
import { AssignFields, type Assignee } from '../assign-fields.tsx'

export function BulkAssign({
  chosen,
  desk,
  onDone,
}: {
  chosen: readonly string[]
  desk: DeskView | undefined
  onDone: () => void
}) {
  const { message } = App.useApp()
  const assign = useDeed('desk.assign')
  const [to, setTo] = useState<Assignee>({ sectionId: null, officerId: null })
  if (chosen.length === 0) return null
  return (
    <div className="bulk" role="region" aria-label="批量分办">
      <Refusals refusals={assign.error?.refusals ?? []} />
      <b>已选 {chosen.length} 件</b>
      <AssignFields
        sections={desk?.sections ?? []}
        officers={desk?.officers ?? []}
        value={to}
        onChange={setTo}
        className="filter-phase"
      />
      <Button
        type="primary"
        disabled={!to.sectionId}
        loading={assign.isPending}
        onClick={() =>
          assign.mutate(
            { ids: [...chosen], ...to },
            {
              onSuccess: ({ assigned }) => {
                void message.success(`已分办 ${assigned} 件`)
                onDone()
              },
            },
          )
        }
      >
        分办
      </Button>
      <Button type="text" onClick={onDone}>
        取消选择
      </Button>
    </div>
  )
}
