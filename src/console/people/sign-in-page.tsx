import { useEffect } from 'react'
import { NO_SECRETS } from '../../law/secrecy.ts'
import { type Entering, SignInForm } from './sign-in-form.tsx'

/** 登录: stands before every page; afterwards the page that was asked for is shown. */
export function SignInPage({ onEntered }: Entering) {
  useEffect(() => {
    document.title = '登录 · 工作台'
  }, [])
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <p className="seal">政府信息公开</p>
        <h1>工作台</h1>
        <SignInForm onEntered={onEntered} />
        <p className="note">
          <b>{NO_SECRETS.say}</b>
          {NO_SECRETS.then}
        </p>
        <p className="quiet">忘记密码或需要开通账号，请联系本单位系统管理员。连续五次输错将锁定十五分钟。</p>
      </div>
    </main>
  )
}
