import { Select } from 'antd'
import type { CaseView } from '../../../record/requests/view.ts'
import { Panel } from '../../parts/page.tsx'
import { Refusals } from '../../parts/refusals.tsx'
import { useDeed } from '../../queries.ts'

/** 分办: which section and who. */
export function Assignment({ view }: { view: CaseView }) {
  const assign = useDeed('requests.assign')
  const { section, officer, mayAssign } = view
  if (!mayAssign)
    return (
      <Panel title="承办">
        <p>{[section?.name, officer?.name].filter(Boolean).join(' · ') || '尚未分办'}</p>
      </Panel>
    )
  const candidates = view.officers.filter((one) => !section || one.sectionId === section.id || one.id === officer?.id)
  return (
    <Panel title="承办">
      <Refusals refusals={assign.error?.refusals ?? []} />
      <div className="field-stack">
        <Select
          aria-label="承办科室"
          placeholder="选择承办科室"
          allowClear
          value={section?.id ?? null}
          loading={assign.isPending}
          options={view.sections.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(sectionId: string | undefined) =>
            assign.mutate({ id: view.id, sectionId: sectionId ?? null, officerId: null })
          }
        />
        <Select
          aria-label="承办人"
          placeholder="选择承办人"
          allowClear
          value={officer?.id ?? null}
          loading={assign.isPending}
          options={candidates.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(officerId: string | undefined) =>
            assign.mutate({ id: view.id, sectionId: section?.id ?? null, officerId: officerId ?? null })
          }
        />
      </div>
    </Panel>
  )
}
