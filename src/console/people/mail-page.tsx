import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { LeaveGuard } from '../parts/leave-guard.tsx'
import { Page, Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { Failure, Loading } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'

const LEAD = '每个工作日早上，把您的待办发到邮箱：已超期的、将到期的、需要留意的。邮件里只有编号，没有申请内容和个人信息。'

/** 邮件提醒: the digest of each working morning, for whoever wishes it. */
export default function MailPage() {
  const { data: wish, error, refetch } = useRead('mail.get', {})
  if (error && !wish) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!wish) return <Loading />
  if (!wish.offered)
    return (
      <Page title="邮件提醒" lead={LEAD}>
        <NoServer />
      </Page>
    )
  return (
    <Page title="邮件提醒" lead={LEAD}>
      <Panel title="每日提醒">
        <Wish key={wish.email ?? ''} email={wish.email} />
      </Panel>
    </Page>
  )
}

/** The administrator is told what to set and where; the others, whom to ask. */
function NoServer() {
  const { may } = useSession()
  if (!may('people.manage'))
    return (
      <Panel title="现在还不能使用">
        <p className="gap-below">
          本系统还没有设置发邮件的服务器。需要每日提醒的，请本单位系统管理员设置；设好之后，在这一页填写自己的邮箱就可以接收。
        </p>
        <p className="download-links">
          <Link to={pathTo('tasks')}>不用邮件也能办理：到“待办”看今天要办的事</Link>
        </p>
      </Panel>
    )
  return (
    <Panel title="还没有设置邮件服务器">
      <p>请在运行本系统的服务器上设置下面三项环境变量，然后重新启动；设好之后，每位工作人员在这一页填写自己的邮箱。</p>
      <dl className="facts">
        <div>
          <dt>GONGKAI_SMTP_URL</dt>
          <dd>发邮件的服务器，如 smtps://用户:密码@主机:465</dd>
        </div>
        <div>
          <dt>GONGKAI_MAIL_FROM</dt>
          <dd>发件人邮箱地址</dd>
        </div>
        <div>
          <dt>GONGKAI_SITE_URL</dt>
          <dd>门户的网址，邮件里的链接用它</dd>
        </div>
      </dl>
      <p className="quiet small">说明见《运维指南》（docs/guides/operator.md）的设置一览。不设也能办理，只是不发邮件提醒。</p>
    </Panel>
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
        <div className="button-row">
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
