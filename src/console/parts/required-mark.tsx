import type { ReactNode } from 'react'

/** Says after the label that a field must be filled in: antd's own star stands before it and shifts the line. */
export function requiredMark(label: ReactNode, { required }: { required: boolean }): ReactNode {
  return (
    <span>
      {label}
      {required && <span className="required">（必填）</span>}
    </span>
  )
}
