import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { LeaveGuard } from '../parts/leave-guard.tsx'
import { Page, Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { Failure, Loading, Nothing } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'

/** 邮件提醒: the digest of each working morning, for whoever wishes it. */
export default function MailPage() {
  const { data: wish, error, refetch } = useRead('mail.get', {})
  if (error && !wish) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!wish) return <Loading />
  if (!wish.offered)
    return (
      <Page title="邮件提醒">
        <Nothing say="还没有设置邮件服务器，不能使用邮件提醒。如有需要，请联系系统管理员。" />
      </Page>
    )
  return (
    <Page
      title="邮件提醒"
      lead="每个工作日早上，把您的待办发到邮箱：已超期的、将到期的、需要留意的。邮件里只有编号，没有申请内容和个人信息。"
    >
      <Panel title="每日提醒">
        <Wish key={wish.email ?? ''} email={wish.email} />
      </Panel>
    </Page>
  )
}

function Wish({ email }: { email: string | null }) {
  const [typed, setTyped] = useState(email ?? '')
  const save = useDeed('mail.set')
  return (
    <>
      <LeaveGuard when={typed !== (email ?? '')} />
      <Refusals refusals={save.error?.refusals ?? []} />
      <p>{email ? '您现在接收每日提醒。' : '您现在不接收每日提醒。'}</p>
      <Form layout="vertical" onFinish={() => save.mutate({ email: typed.trim() })}>
        <Form.Item label="邮箱地址" htmlFor="digest-email">
          <Input
            id="digest-email"
            type="email"
            autoComplete="email"
            maxLength={120}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Form.Item>
        <div className="deed-row">
          <Button type="primary" htmlType="submit" loading={save.isPending} disabled={typed.trim() === ''}>
            {email ? '保存' : '开始接收'}
          </Button>
          {email && (
            <Button loading={save.isPending} onClick={() => save.mutate({ email: null })}>
              不再接收
            </Button>
          )}
        </div>
      </Form>
    </>
  )
}
