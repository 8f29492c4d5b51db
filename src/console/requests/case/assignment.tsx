import { Button } from 'antd'
import { useState } from 'react'
import type { LocalDate } from '../../../law/date.ts'
import { STEP_WORDS } from '../../../record/people/owners.ts'
import type { CaseOwners } from '../../../record/people/view.ts'
import type { DecidingView } from '../../../record/requests/deciding-view.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { DayField } from '../../parts/day-field.tsx'
import { DOT } from '../../parts/dot.ts'
import { Panel } from '../../parts/page.tsx'
import { Refusals } from '../../parts/refusals.tsx'
import { useDeed, useRead } from '../../queries.ts'
import { AssignFields, type Assignee, awayWords } from '../assign-fields.tsx'

/** 承办: whose it is, by when inside the agency; the one place where it is given to somebody. Earlier ones stay to be read. */
export function Assignment({ view }: { view: CaseView }) {
  const { data: deciding } = useRead('requests.deciding', { id: view.id })
  const { data: owners } = useRead('requests.owners', { id: view.id })
  const [open, setOpen] = useState(false)
  const { section, officer, mayAssign } = view
  const due = deciding?.sectionDueOn ?? null
  const unassigned = !section && !officer
  const away = view.officers.find(({ id }) => id === officer?.id)?.away ?? null
  const form = mayAssign && (open || (unassigned && view.closedOn === null))
  return (
    <Panel
      title="承办"
      extra={
        mayAssign &&
        !form && (
          <Button size="small" onClick={() => setOpen(true)}>
            {unassigned ? '分办' : '改派'}
          </Button>
        )
      }
    >
      <p>{[section?.name, officer?.name].filter(Boolean).join(DOT) || '尚未分办'}</p>
      {away && (
        <p className="note">
          {officer?.name}
          {awayWords({ away })}。
        </p>
      )}
      <SectionDue due={due} lead={deciding?.sectionLead ?? null} today={view.today} open={view.closedOn === null} />
      {form && owners && (
        <Assign key={view.version} view={view} due={due} suggestion={owners.suggestion} onClose={() => setOpen(false)} />
      )}
      {deciding && <Earlier assignments={deciding.assignments} />}
      {owners && <Owners owners={owners} />}
    </Panel>
  )
}

/** One deed: section, officer and day together. The section that owns the step is proposed where nobody has the case. */
function Assign({
  view,
  due,
  suggestion,
  onClose,
}: {
  view: CaseView
  due: LocalDate | null
  suggestion: CaseOwners['suggestion']
  onClose: () => void
}) {
  const assign = useDeed('requests.assign')
  const before: Assignee = { sectionId: view.section?.id ?? null, officerId: view.officer?.id ?? null }
  const unassigned = before.sectionId === null && before.officerId === null
  const [to, setTo] = useState<Assignee>(unassigned && suggestion ? { sectionId: suggestion.id, officerId: null } : before)
  const [day, setDay] = useState<LocalDate | null>(due)
  const nobody = to.sectionId === null && to.officerId === null
  const same = to.sectionId === before.sectionId && to.officerId === before.officerId && day === due
  return (
    <div className="field-stack">
      <Refusals refusals={assign.error?.refusals ?? []} />
      {suggestion && <p className="quiet small">按各环节责任科室，现在应由{suggestion.name}承办。</p>}
      <AssignFields
        sections={view.sections}
        officers={view.officers}
        value={to}
        onChange={(chosen) => {
          // Another section has a day of its own.
          if (chosen.sectionId !== to.sectionId) setDay(null)
          setTo(chosen)
        }}
      />
      {to.sectionId && (
        <label className="section-due">
          内部时限
          <DayField value={day} onChange={setDay} />
        </label>
      )}
      <div className="button-row">
        <Button
          type="primary"
          disabled={same}
          loading={assign.isPending}
          onClick={() =>
            assign.mutate(
              // Never set, the day follows from the statutory one; emptied, there is none.
              { id: view.id, ...to, ...(day || (due && to.sectionId === before.sectionId) ? { dueOn: day } : {}) },
              { onSuccess: onClose },
            )
          }
        >
          {nobody && !unassigned ? '撤回分办' : '分办'}
        </Button>
        {!unassigned && <Button onClick={onClose}>取消</Button>}
      </div>
    </div>
  )
}

function Earlier({ assignments }: Pick<DecidingView, 'assignments'>) {
  if (assignments.length < 2) return null
  return (
    <details className="small">
      <summary>分办经过</summary>
      <ul className="plain-list">
        {assignments.map((one, place) => (
          <li key={`${place} ${one.on}`}>
            {one.on} {one.by}：{[one.section, one.officer].filter(Boolean).join(DOT) || '撤回分办'}
            {one.dueOn && `，${one.dueOn} 前`}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** 各环节责任科室: the step the case is at stands out. */
function Owners({ owners: { steps, now } }: { owners: CaseOwners }) {
  if (steps.every(({ sectionName }) => sectionName === null)) return null
  return (
    <details className="small">
      <summary>各环节责任科室</summary>
      <ul className="plain-list">
        {steps.map(
          ({ step, sectionName }) =>
            sectionName && (
              <li key={step}>
                {STEP_WORDS[step]}：{sectionName}
                {step === now && <span className="stamp">当前</span>}
              </li>
            ),
        )}
      </ul>
    </details>
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
