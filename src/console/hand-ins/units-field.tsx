import { Checkbox } from 'antd'
import type { UnitChoice } from '../../record/reports/notice.ts'
import { LeftOut } from '../reports/units-added-up.tsx'

/** 报送单位: the administrative organs below, to be ticked; the others named with the reason why they do not report. */
export function UnitsField({
  units,
  value = [],
  onChange,
}: {
  units: readonly UnitChoice[]
  value?: readonly string[]
  onChange?: (ids: string[]) => void
}) {
  const able = units.filter(({ excluded }) => excluded === null)
  const direct = able.filter((unit) => unit.direct)
  const chosen = new Set(value)
  const overChosen = new Set(able.filter(({ id }) => chosen.has(id)).flatMap(({ above }) => above))
  /** The report of a unit above holds this one's numbers already, or the other way round. */
  const barred = ({ id, above }: UnitChoice) => !chosen.has(id) && (above.some((one) => chosen.has(one)) || overChosen.has(id))
  const unable = units.filter(({ excluded }) => excluded !== null)
  const reasons = new Set(unable.map(({ excluded }) => excluded ?? ''))
  return (
    <>
      <Checkbox
        checked={direct.length > 0 && direct.every(({ id }) => chosen.has(id))}
        indeterminate={value.length > 0 && !direct.every(({ id }) => chosen.has(id))}
        onChange={({ target }) => onChange?.(target.checked ? direct.map(({ id }) => id) : [])}
      >
        直属单位全选（已选 {value.length} / {able.length}）
      </Checkbox>
      <Checkbox.Group
        className="units-field"
        value={[...value]}
        onChange={(ids) => onChange?.(ids.map(String))}
        options={able.map((unit) => ({ value: unit.id, label: unit.name, disabled: barred(unit) }))}
      />
      {able.some((unit) => barred(unit)) && (
        <p className="quiet small">上级的报告包括它的下级，同一条线上只能选一级，否则汇总会重复计算。</p>
      )}
      {[...reasons].map((reason) => {
        const names = unable.filter(({ excluded }) => excluded === reason).map(({ name }) => name)
        return <LeftOut key={reason} title={`${names.length} 个单位不报送：${reason}`} names={names} />
      })}
    </>
  )
}
