/** A text field that grows with its text, by CSS alone: antd's own way writes inline styles, which the policy forbids. */
import { Input } from 'antd'
import type { TextAreaProps } from 'antd/es/input'

const LINE_PX = 22
const FRAME_PX = 10

export function TextArea({ rows = 3, ...rest }: Omit<TextAreaProps, 'autoSize' | 'style'>) {
  return <Input.TextArea {...rest} rows={rows} className="growing" style={{ minHeight: rows * LINE_PX + FRAME_PX }} />
}
