import { Button, Upload } from 'antd'
import { Refusals } from '../../parts/refusals.tsx'
import { type Brought, taking, useCheck } from './use-check.ts'

/** 上一年度的报告: 上年结转 and 现行有效件数 are held against it; what was written into cells stays. */
export function PreviousReport({ brought, onBrought }: { brought: Brought; onBrought: (brought: Brought) => void }) {
  const { check, busy, refusals } = useCheck(onBrought)
  return (
    <>
      <Refusals refusals={refusals} />
      <p>
        <Upload {...taking((previous) => void check(brought.file, previous))}>
          <Button size="small" loading={busy}>
            {brought.answer.previousFrom ? '换一份上一年度的报告核对' : '选择上一年度的报告核对'}
          </Button>
        </Upload>
      </p>
    </>
  )
}
