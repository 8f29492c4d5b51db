/** 检查一份报告: bring a file, see the tables beside the source and what is wrong with them, then correct or import it. */
import { useState } from 'react'
import { Link } from 'react-router'
import { Page } from '../../parts/page.tsx'
import { pathTo } from '../../route-table.ts'
import { BringReport } from './bring-report.tsx'
import { Checked } from './checked.tsx'
import type { Brought } from './use-check.ts'

export default function CheckPage() {
  const [brought, setBrought] = useState<Brought | null>(null)
  return (
    <Page
      title="检查一份报告"
      lead={
        <>
          <Link to={pathTo('reports')}>年报</Link> / 读出三张表，核对数字是否对得上和文字；检查时什么也不保存，导入存档时才保存。
        </>
      }
    >
      {brought ? (
        <Checked
          key={brought.file.name + brought.file.lastModified}
          brought={brought}
          onBrought={setBrought}
          onOther={() => setBrought(null)}
        />
      ) : (
        <BringReport onBrought={setBrought} />
      )}
    </Page>
  )
}
