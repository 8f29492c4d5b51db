/** 筛选: what most people need in one line, the rest below it when asked for. */
import { App, Button, InputNumber, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { LocalDate } from '../../../law/date.ts'
import { outcomeRule } from '../../../law/requests/outcomes.ts'
import { INTAKE_CHANNEL_WORDS, INTAKE_CHANNELS, OUTCOMES, PHASE_WORDS, PHASES } from '../../../law/requests/vocabulary.ts'
import { EXCEPTION_KINDS, EXCEPTION_TABLE, OUTSIDE_CASES } from '../../../record/desk/exceptions.ts'
import { DISPUTE_WARNING_KINDS } from '../../../record/disputes/warnings.ts'
import type { DeskView } from '../../../record/desk/view.ts'
import { SENDING_STAGES, SENDING_WORDS } from '../../../record/requests/sending.ts'
import { useSession } from '../../session.tsx'
import { FindBox } from '../../parts/find-box.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { type Filter, type FilterKey, mayBeSearched, MORE } from './filter.ts'

type Change = (change: Partial<Record<FilterKey, string>>) => void

const STATES = [
  { value: 'open', label: '办理中' },
  { value: 'overdue', label: '已超期' },
  { value: 'closed', label: '已办结' },
  { value: 'all', label: '全部' },
]
const SORTS = [
  { value: 'due', label: '按届满日' },
  { value: 'received', label: '按收到之日' },
  { value: 'number', label: '按编号' },
]
const all = (label: string) => ({ value: '', label })

export function RegisterFilters({ filter, desk, change }: { filter: Filter; desk: DeskView | undefined; change: Change }) {
  const narrowed = MORE.filter((key) => filter[key]).length
  const [open, setOpen] = useState(narrowed > 0)
  const { message } = App.useApp()
  const search = (q: string) => {
    if (mayBeSearched(q)) change({ q })
    else void message.warning('不按证件号码、电话号码查找：请填写编号，或者所申请信息的名称。', 8)
  }
  return (
    <div role="search" aria-label="筛选申请">
      <div className="filters">
        <Segmented
          options={STATES}
          value={filter.state ?? 'open'}
          onChange={(state) => change({ state, phase: '' })}
          aria-label="办理情况"
        />
        <Select
          aria-label="办理阶段"
          className="filter-phase"
          value={filter.phase ?? ''}
          onChange={(phase) => change({ phase })}
          options={[all('全部阶段'), ...PHASES.map((phase) => ({ value: phase, label: PHASE_WORDS[phase] }))]}
        />
        <Select aria-label="排序" value={filter.sort ?? 'due'} onChange={(sort) => change({ sort })} options={SORTS} />
        <FindBox
          key={filter.q ?? ''}
          aria-label="按编号或内容查找"
          placeholder="编号或内容，至少两个字"
          className="filter-text"
          defaultValue={filter.q ?? ''}
          onSearch={search}
        />
        <Button aria-expanded={open} aria-controls="more-filters" onClick={() => setOpen(!open)}>
          {open ? '收起筛选' : narrowed ? `更多筛选（${narrowed}）` : '更多筛选'}
        </Button>
      </div>
      {open && <More filter={filter} desk={desk} change={change} />}
    </div>
  )
}

function More({ filter, desk, change }: { filter: Filter; desk: DeskView | undefined; change: Change }) {
  const { may } = useSession()
  const kinds = EXCEPTION_KINDS.filter(
    (kind) => !OUTSIDE_CASES.includes(kind) && (may('requests.dispute') || !DISPUTE_WARNING_KINDS.some((one) => one === kind)),
  )
  const sections = (desk?.sections ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const officers = (desk?.officers ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const choices: { key: FilterKey; label: string; options: { value: string; label: string }[] }[] = [
    {
      key: 'exception',
      label: '例外情形',
      options: [all('全部'), ...kinds.map((kind) => ({ value: kind, label: EXCEPTION_TABLE[kind].what }))],
    },
    {
      key: 'sending',
      label: '寄送进度',
      options: [all('全部'), ...SENDING_STAGES.map((stage) => ({ value: stage, label: SENDING_WORDS[stage] }))],
    },
    { key: 'section', label: '承办科室', options: [all('全部'), { value: 'none', label: '尚未分办' }, ...sections] },
    { key: 'officer', label: '承办人', options: [all('全部'), ...officers] },
    {
      key: 'via',
      label: '申请渠道',
      options: [all('全部'), ...INTAKE_CHANNELS.map((via) => ({ value: via, label: INTAKE_CHANNEL_WORDS[via] }))],
    },
    {
      key: 'outcome',
      label: '答复类型',
      options: [all('全部'), ...OUTCOMES.map((outcome) => ({ value: outcome, label: outcomeRule(outcome).zh }))],
    },
  ]
  return (
    <div className="more-filters" id="more-filters">
      {choices.map(({ key, label, options }) => (
        <label key={key} className="filter-field">
          <span>{label}</span>
          <Select
            aria-label={label}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            value={String(filter[key] ?? '')}
            options={options}
            onChange={(value) => change({ [key]: value })}
          />
        </label>
      ))}
      <label className="filter-field">
        <span>登记年份</span>
        <InputNumber
          aria-label="登记年份"
          min={2008}
          max={2100}
          controls={false}
          placeholder="全部"
          {...(filter.year ? { defaultValue: Number(filter.year) } : {})}
          onBlur={(event) => change({ year: event.target.value })}
          onPressEnter={(event) => change({ year: event.currentTarget.value })}
        />
      </label>
      <Days label="收到之日" from="receivedFrom" to="receivedTo" filter={filter} change={change} />
      <Days label="届满日" from="dueFrom" to="dueTo" filter={filter} change={change} />
    </div>
  )
}

function Days(of: { label: string; from: FilterKey; to: FilterKey; filter: Filter; change: Change }) {
  const { label, from, to, filter, change } = of
  const day = (key: FilterKey) => (filter[key] ? (String(filter[key]) as LocalDate) : null)
  return (
    <div className="filter-field" role="group" aria-label={label}>
      <span>{label}</span>
      <span className="filter-days">
        <DayField aria-label={`${label}，自`} value={day(from)} onChange={(value) => change({ [from]: value ?? '' })} />
        至
        <DayField aria-label={`${label}，至`} value={day(to)} onChange={(value) => change({ [to]: value ?? '' })} />
      </span>
    </div>
  )
}
