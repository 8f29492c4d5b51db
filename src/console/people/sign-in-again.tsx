import { Modal } from 'antd'
import { type Entering, SignInForm } from './sign-in-form.tsx'

/** The session has ended while the page was open: the password is asked for over it. */
export function SignInAgain({ login, onEntered }: Entering & { login: string }) {
  return (
    <Modal open title="登录已过期" footer={null} closable={false} keyboard={false} mask={{ closable: false }} width={400}>
      <p>请重新登录；页面上填写的内容仍在。</p>
      <SignInForm login={login} onEntered={onEntered} />
    </Modal>
  )
}
