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
  const unable = units.filter(({ excluded }) => excluded !== null)
  const reasons = new Set(unable.map(({ excluded }) => excluded ?? ''))
  return (
    <>
      <Checkbox
        checked={value.length === able.length}
        indeterminate={value.length > 0 && value.length < able.length}
        onChange={({ target }) => onChange?.(target.checked ? able.map(({ id }) => id) : [])}
      >
        全选（已选 {value.length} / {able.length}）
      </Checkbox>
      <Checkbox.Group
        className="units-field"
        value={[...value]}
        onChange={(ids) => onChange?.(ids.map(String))}
        options={able.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {[...reasons].map((reason) => {
        const names = unable.filter(({ excluded }) => excluded === reason).map(({ name }) => name)
        return <LeftOut key={reason} title={`${names.length} 个单位不报送：${reason}`} names={names} />
      })}
    </>
  )
}
