/** 常用筛选: kept under a name by each officer, one press away. */
import { App, Button, Dropdown, Input, Modal, Space } from 'antd'
import { useState } from 'react'
import type { DeskView } from '../../../record/desk/view.ts'
import { Refusals } from '../../parts/refusals.tsx'
import { useDeed } from '../../queries.ts'

export function SavedFilters({
  desk,
  query,
  onChoose,
}: {
  desk: DeskView | undefined
  query: string
  onChoose: (query: string) => void
}) {
  const { message } = App.useApp()
  const [naming, setNaming] = useState(false)
  const [name, setName] = useState('')
  const save = useDeed('desk.saveFilter')
  const drop = useDeed('desk.dropFilter')
  const filters = desk?.filters ?? []
  const current = filters.find((one) => one.query === query)
  const keep = () =>
    save.mutate(
      { name: name.trim(), query },
      {
        onSuccess: () => {
          setNaming(false)
          setName('')
          void message.success('已保存为常用筛选')
        },
      },
    )
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...filters.map((one) => ({ key: one.id, label: one.name, onClick: () => onChoose(one.query) })),
            ...(filters.length > 0 ? [{ type: 'divider' as const }] : []),
            current
              ? { key: 'drop', label: `删去“${current.name}”`, onClick: () => drop.mutate({ id: current.id }) }
              : { key: 'save', label: '保存当前筛选…', onClick: () => setNaming(true) },
          ],
        }}
      >
        <Button>{current ? `常用筛选：${current.name}` : '常用筛选'}</Button>
      </Dropdown>
      <Modal
        title="保存当前筛选"
        open={naming}
        onCancel={() => setNaming(false)}
        onOk={keep}
        okText="保存"
        okButtonProps={{ disabled: name.trim() === '', loading: save.isPending }}
        destroyOnHidden
      >
        <Refusals refusals={save.error?.refusals ?? []} />
        <Space orientation="vertical" className="wide">
          <label htmlFor="filter-name">名称</label>
          <Input
            id="filter-name"
            maxLength={20}
            placeholder="如 本周到期"
            value={name}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={() => name.trim() && keep()}
          />
        </Space>
      </Modal>
    </>
  )
}
