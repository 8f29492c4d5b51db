import { Select } from 'antd'
import { useState } from 'react'
import { FILE_PATHS } from '../../edge/console/contract.ts'
import { fileAddress } from '../api.ts'

/** 各单位归档包 of a year: one package, or several where there are many units. */
export function UnitArchives({ year, packages }: { year: number; packages: number }) {
  const [part, setPart] = useState(1)
  if (packages === 0) return null
  return (
    <div className="filters">
      {packages > 1 && (
        <Select
          aria-label="第几个归档包"
          value={part}
          onChange={setPart}
          options={Array.from({ length: packages }, (_, at) => ({ value: at + 1, label: `第 ${at + 1} 包，共 ${packages} 包` }))}
        />
      )}
      <p className="download-links">
        <a href={fileAddress(FILE_PATHS.unitArchives(year, part))}>各单位 {year} 年年度报告归档包（ZIP）</a>
      </p>
      <span className="quiet small">每个单位一个包：通知、报送稿、批注、回执、公布稿和盖章件。</span>
    </div>
  )
}
