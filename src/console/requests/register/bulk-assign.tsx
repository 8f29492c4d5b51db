/** 批量分办: the chosen cases to one section and officer. */
import { App, Button, Select } from 'antd'
import { useState } from 'react'
import type { DeskView } from '../../../record/desk/view.ts'
import { Refusals } from '../../parts/refusals.tsx'
import { useDeed } from '../../queries.ts'

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
  const [section, setSection] = useState<string | null>(null)
  const [officer, setOfficer] = useState<string | null>(null)
  if (chosen.length === 0) return null
  const officers = (desk?.officers ?? []).filter((one) => !section || one.sectionId === section)
  return (
    <div className="bulk" role="region" aria-label="批量分办">
      <Refusals refusals={assign.error?.refusals ?? []} />
      <b>已选 {chosen.length} 件</b>
      <Select
        aria-label="分给科室"
        placeholder="分给科室"
        className="filter-phase"
        value={section}
        options={(desk?.sections ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => {
          setSection(id)
          setOfficer(null)
        }}
      />
      <Select
        aria-label="分给承办人"
        placeholder="承办人（可不选）"
        className="filter-phase"
        allowClear
        value={officer}
        options={officers.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id: string | undefined) => setOfficer(id ?? null)}
      />
      <Button
        type="primary"
        disabled={!section}
        loading={assign.isPending}
        onClick={() =>
          assign.mutate(
            { ids: [...chosen], sectionId: section, officerId: officer },
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
