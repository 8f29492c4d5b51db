/** 我的设置: the guide, and the feed of due days for the calendar on one's own phone or computer. */
import { App, Button, Checkbox, Input, Modal, Popconfirm, Space } from 'antd'
import { useState } from 'react'
import { Refusals } from '../parts/refusals.tsx'
import { useShownTime } from '../parts/time.ts'
import { useDeed, useRead } from '../queries.ts'

export function DeskSettings({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Modal open={open} onCancel={onClose} footer={null} title="我的设置" destroyOnHidden>
      <Settings />
    </Modal>
  )
}

function Settings() {
  const { data: desk } = useRead('desk.get', {})
  const guide = useDeed('desk.setGuided')
  return (
    <div className="field-stack">
      <Checkbox
        checked={desk?.guided ?? true}
        disabled={!desk || guide.isPending}
        onChange={(event) => guide.mutate({ guided: event.target.checked })}
      >
        首次办理引导：在案件页只显示下一步该办什么、为什么、依据哪一条
      </Checkbox>
      <Feed since={desk?.feedSince ?? null} />
    </div>
  )
}

function Feed({ since }: { since: string | null }) {
  const shownTime = useShownTime()
  const { message } = App.useApp()
  const open = useDeed('desk.openFeed')
  const close = useDeed('desk.closeFeed')
  const [address, setAddress] = useState('')
  const make = () => open.mutate({}, { onSuccess: ({ path }) => setAddress(new URL(`..${path}`, window.location.href).href) })
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    void message.success('已复制')
  }
  return (
    <section aria-label="期限日历">
      <h3 className="small-heading">期限日历</h3>
      <Refusals refusals={open.error?.refusals ?? close.error?.refusals ?? []} />
      <p className="gap-below">
        在手机或电脑的日历中订阅本人待办的届满日。内容只有申请编号和要办的事，没有申请人和申请内容。得到地址的人都能看到，请勿转发；停用或重新开通后，旧地址失效。
      </p>
      {address && (
        <>
          <Space.Compact className="wide">
            <Input readOnly value={address} aria-label="期限日历地址" onFocus={(event) => event.target.select()} />
            {window.isSecureContext && <Button onClick={() => void copy()}>复制</Button>}
          </Space.Compact>
          <p className="quiet small gap-below">地址只显示这一次，请现在就在日历中“添加订阅”。</p>
        </>
      )}
      <Space>
        {since ? (
          <>
            <Popconfirm title="重新开通后，旧地址失效。" okText="重新开通" onConfirm={make}>
              <Button loading={open.isPending}>重新开通</Button>
            </Popconfirm>
            <Button loading={close.isPending} onClick={() => close.mutate({}, { onSuccess: () => setAddress('') })}>
              停用
            </Button>
            <span className="quiet small">{shownTime(since)}开通</span>
          </>
        ) : (
          <Button loading={open.isPending} onClick={make}>
            开通期限日历
          </Button>
        )}
      </Space>
    </section>
  )
}
