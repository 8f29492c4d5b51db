/** Who is signed in. A session that ends while somebody works asks for the password over the page: nothing typed is lost. */
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { SessionView } from '../edge/console/contract.ts'
import type { Verb } from '../record/people/roles.ts'
import { setCsrf, whenSignedOut } from './api.ts'
import { type Rules, rulesOf } from './legal.ts'
import { SignInAgain } from './people/sign-in-again.tsx'
import { SignInPage } from './people/sign-in-page.tsx'
import { Failure, Loading } from './parts/states.tsx'
import { useRead } from './queries.ts'

interface Signed {
  session: SessionView
  rules: Rules
  /** Whether one of these verbs is among the actor's. */
  may: (...verbs: Verb[]) => boolean
}
const Context = createContext<Signed | null>(null)

/** The session of whoever works here. Only below {@link SessionGate}. */
export function useSession(): Signed {
  const signed = useContext(Context)
  if (!signed) throw new Error('no session outside of the gate')
  return signed
}

function isSession(answer: SessionView | { officer: null } | undefined): answer is SessionView {
  return answer !== undefined && answer.officer !== null
}

export function SessionGate({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const { data, error, refetch } = useRead('session.get', {})
  const known = isSession(data) ? data : null
  const [session, setSession] = useState(known)
  // Kept when the server no longer knows it: the page with what was typed stays under the question for the password.
  if (known && known !== session) setSession(known)
  const [told, setTold] = useState(false)
  const lost = told || (session !== null && data?.officer === null)

  useEffect(() => whenSignedOut(() => setTold(true)), [])
  useEffect(() => setCsrf(session?.csrf ?? ''), [session])
  const signed = useMemo<Signed | null>(
    () => session && { session, rules: rulesOf(session), may: (...verbs) => verbs.some((one) => session.verbs.includes(one)) },
    [session],
  )
  const entered = (view: SessionView) => {
    // Another person's page must not stay on the screen.
    if (session && session.officer.id !== view.officer.id) return window.location.reload()
    setTold(false)
    queries.setQueryData(['session.get', {}], view)
  }

  if (signed)
    return (
      <Context.Provider value={signed}>
        {children}
        {lost && <SignInAgain login={signed.session.officer.login} onEntered={entered} />}
      </Context.Provider>
    )
  if (data?.officer === null) return <SignInPage onEntered={entered} />
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  return <Loading />
}
