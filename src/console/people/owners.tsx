import { Button, Select } from 'antd'
import { useState } from 'react'
import type { LocalDate } from '../../law/date.ts'
import { STEP_WORDS, type Step } from '../../record/people/owners.ts'
import type { OwnersView } from '../../record/people/view.ts'
import { DayField } from '../parts/day-field.tsx'
import { Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { useDeed, useRead } from '../queries.ts'
import { useSession } from '../session.tsx'

/** 责任科室: one section for every step of reply and reconsideration, with its history. */
export function Owners() {
  const { data } = useRead('owners.list', {})
  const [changing, setChanging] = useState<Step | null>(null)
  if (!data) return null
  return (
    <Panel title="各环节责任科室">
      <ul className="counts">
        {data.steps.map(({ step, sectionId, history }) => (
          <li key={step}>
            <span>{STEP_WORDS[step]}</span>
            <span className="counts-value">
              <b>{data.sections.find(({ id }) => id === sectionId)?.name ?? '未设定'}</b>
              {history.length > 0 && (
                <span className="quiet small">
                  {history.map(({ from, sectionName }) => `${from} 起 ${sectionName}`).join('；')}
                </span>
              )}
            </span>
            {data.mayManage && changing !== step && (
              <Button size="small" onClick={() => setChanging(step)} aria-label={`设定：${STEP_WORDS[step]}`}>
                设定
              </Button>
            )}
            {changing === step && <OwnerForm step={step} view={data} onClose={() => setChanging(null)} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function OwnerForm({ step, view, onClose }: { step: Step; view: OwnersView; onClose: () => void }) {
  const { rules } = useSession()
  const [sectionId, setSectionId] = useState<string | null>(null)
  const [from, setFrom] = useState<LocalDate | null>(rules.today)
  const set = useDeed('owners.set')
  return (
    <div className="count-form">
      <Refusals refusals={set.error?.refusals ?? []} />
      <Select
        autoFocus
        aria-label="责任科室"
        placeholder="选择科室"
        className="grow"
        value={sectionId}
        onChange={setSectionId}
        options={view.sections.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DayField aria-label="自何日起" value={from} onChange={setFrom} />
      <div className="form-end">
        <Button
          type="primary"
          disabled={!sectionId || !from}
          loading={set.isPending}
          onClick={() => {
            if (sectionId && from) set.mutate({ step, sectionId, from }, { onSuccess: onClose })
          }}
        >
          保存
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </div>
  )
}
