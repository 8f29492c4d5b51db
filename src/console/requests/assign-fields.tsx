/** 分给哪个科室、谁: the same for one case and for many. Who is away that day is marked, with whoever deputises. */
import { Select } from 'antd'
import type { Colleague } from '../../record/people/view.ts'

export interface Assignee {
  sectionId: string | null
  officerId: string | null
}

export function awayWords({ away }: Pick<Colleague, 'away'>): string {
  return away ? `休假中，至 ${away.until}，由${away.deputy}代理` : ''
}

export function AssignFields({
  sections,
  officers,
  value,
  onChange,
  className,
}: {
  sections: readonly { id: string; name: string }[]
  officers: readonly Colleague[]
  value: Assignee
  onChange: (value: Assignee) => void
  className?: string
}) {
  const { sectionId, officerId } = value
  const offered = officers.filter((one) => !sectionId || one.sectionId === sectionId || one.id === officerId)
  return (
    <>
      <Select
        aria-label="承办科室"
        placeholder="选择承办科室"
        allowClear
        value={sectionId}
        options={sections.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id: string | undefined) => onChange({ sectionId: id ?? null, officerId: null })}
        {...(className && { className })}
      />
      <Select
        aria-label="承办人"
        placeholder="承办人（可不选）"
        allowClear
        value={officerId}
        popupMatchSelectWidth={false}
        options={offered.map(({ id, name, away }) => ({
          value: id,
          label: away ? `${name}（${awayWords({ away })}）` : name,
        }))}
        onChange={(id: string | undefined) => onChange({ sectionId, officerId: id ?? null })}
        {...(className && { className })}
      />
    </>
  )
}
