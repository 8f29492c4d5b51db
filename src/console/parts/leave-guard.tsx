/** Asks before what was typed is thrown away. Nothing is kept in the browser's storage: it may be personal data. */
import { Modal } from 'antd'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'

export function LeaveGuard({ when }: { when: boolean }) {
  // A blocker that has nothing to guard would still have the router warn of addresses typed by hand.
  return when ? <Guard /> : null
}

function Guard() {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname)
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title="填写的内容还没有提交"
      okText="离开，不保留"
      cancelText="留在本页"
      okButtonProps={{ danger: true }}
      onOk={() => blocker.state === 'blocked' && blocker.proceed()}
      onCancel={() => blocker.state === 'blocked' && blocker.reset()}
    >
      离开后，本页填写的内容不会保留。
    </Modal>
  )
}
