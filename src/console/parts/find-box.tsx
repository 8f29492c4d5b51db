import { Button, Input } from 'antd'
import type { SearchProps } from 'antd/es/input'

/** A box to search in, with a button that says so: antd's own shows a picture whose name is not Chinese. */
export function FindBox(props: SearchProps & { 'aria-label': string }) {
  return <Input.Search allowClear enterButton={<Button>查找</Button>} {...props} />
}
