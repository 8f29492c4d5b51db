/** 同意: a signature. A tap that slipped does not sign: it is asked once, in one line, what is approved. */
import { Button, Modal } from 'antd'
import { useState } from 'react'

export function AgreeButton({
  what,
  disabled,
  busy,
  onAgree,
}: {
  /** What is approved, in one line. */
  what: string
  disabled: boolean
  busy: boolean
  /** Settles in any case: what was refused is told by the page. */
  onAgree: () => Promise<void>
}) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button type="primary" size="large" disabled={disabled} onClick={() => setAsking(true)}>
        同意
      </Button>
      <Modal
        open={asking}
        title="批准这一件？"
        okText="确认同意"
        cancelText="再看看"
        centered
        width={420}
        confirmLoading={busy}
        onCancel={() => setAsking(false)}
        onOk={() => void onAgree().finally(() => setAsking(false))}
      >
        <p>{what}</p>
      </Modal>
    </>
  )
}
