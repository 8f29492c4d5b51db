import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../law/refusal.ts'
import type { Input as EndpointInput, SessionView } from '../../edge/console/contract.ts'
import { call, Refused } from '../api.ts'
import { Refusals } from '../parts/refusals.tsx'

export interface Entering {
  onEntered: (session: SessionView) => void
}

export function SignInForm({ login, onEntered }: Entering & { login?: string }) {
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const enter = async (input: EndpointInput<'session.signIn'>) => {
    setBusy(true)
    try {
      onEntered(await call('session.signIn', input))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(error.refusals)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Form layout="vertical" requiredMark={false} initialValues={{ login }} onFinish={(input) => void enter(input)}>
      <Refusals refusals={refusals} />
      <Form.Item name="login" label="账号" rules={[{ required: true, message: '请填写账号' }]}>
        <Input autoComplete="username" autoFocus={!login} readOnly={login !== undefined} size="large" />
      </Form.Item>
      <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
        <Input.Password autoComplete="current-password" autoFocus={login !== undefined} size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={busy}>
        登录
      </Button>
    </Form>
  )
}
