/** What a page shows while it has nothing else to show: loading, failed, empty. */
import { Button, Result, Spin } from 'antd'
import type { ReactNode } from 'react'
import type { Refusal } from '../../law/refusal.ts'

export function Loading() {
  return (
    <div className="state" role="status" aria-live="polite">
      <Spin description="正在读取…" size="large">
        <div className="state-spin" />
      </Spin>
    </div>
  )
}

export function Failure({ refusals, retry }: { refusals: readonly Refusal[]; retry?: () => void }) {
  const [first] = refusals
  return (
    <Result
      status={first?.code === 'not-found' ? '404' : 'warning'}
      title={first?.say ?? '系统出现故障。'}
      subTitle={first?.then ?? '请稍后重试。'}
      extra={retry && <Button onClick={retry}>重试</Button>}
    />
  )
}

/** An empty page teaches: what belongs here and how to begin. */
export function Nothing({ say, children }: { say: string; children?: ReactNode }) {
  return (
    <div className="nothing">
      <p>{say}</p>
      {children}
    </div>
  )
}
