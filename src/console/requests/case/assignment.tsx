import { Select } from 'antd'
import type { LocalDate } from '../../../law/date.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { DOT } from '../../parts/dot.ts'
import { Panel } from '../../parts/page.tsx'
import { Refusals } from '../../parts/refusals.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { useDeed, useRead } from '../../queries.ts'

/** 分办: which section, who, and by when inside the agency; earlier ones stay to be read. */
export function Assignment({ view }: { view: CaseView }) {
  const assign = useDeed('requests.assign')
  const { data } = useRead('requests.deciding', { id: view.id })
  const due = data?.sectionDueOn ?? null
  const { section, officer, mayAssign } = view
  if (!mayAssign)
    return (
      <Panel title="承办">
        <p>{[section?.name, officer?.name].filter(Boolean).join(DOT) || '尚未分办'}</p>
        <SectionDue due={due} lead={data?.sectionLead ?? null} today={view.today} open={view.closedOn === null} />
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
        {section && (
          <label className="section-due">
            内部时限
            <DayField
              value={due}
              onChange={(dueOn) =>
                assign.mutate({ id: view.id, sectionId: section.id, officerId: officer?.id ?? null, dueOn: dueOn ?? null })
              }
            />
          </label>
        )}
        <SectionDue due={due} lead={data?.sectionLead ?? null} today={view.today} open={view.closedOn === null} />
        {data && data.assignments.length > 1 && (
          <details className="small">
            <summary>分办经过</summary>
            <ul className="plain-list">
              {data.assignments.map((one, place) => (
                <li key={`${place} ${one.on}`}>
                  {one.on} {one.by}：{[one.section, one.officer].filter(Boolean).join(DOT) || '撤回分办'}
                  {one.dueOn && `，${one.dueOn} 前`}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Panel>
  )
}

/** Inside the agency only: the statutory day stands elsewhere. */
function SectionDue({ due, lead, today, open }: { due: LocalDate | null; lead: number | null; today: LocalDate; open: boolean }) {
  if (!open) return null
  if (!due && lead !== null)
    return (
      <p className="quiet small">
        答复期限现在不计算（等待确认、补正、说明理由、缴费或者征求的意见），内部时限随之暂停；恢复计算后，重新设为法定期限前{' '}
        {lead} 个工作日。
      </p>
    )
  if (!due) return null
  return (
    <p className="quiet small">
      {due < today
        ? `科室已超过内部时限（${due}），请催办。`
        : `科室应于 ${due} 前交出意见；${lead === null ? '法定期限另计。' : `为法定期限前 ${lead} 个工作日，法定期限变动时随之重新设定。`}`}
    </p>
  )
}
