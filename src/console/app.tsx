import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import './console.css'
import { Refused } from './api.ts'
import { NONCE } from './before.ts'
import { placePopupsOnceSettled } from './parts/placed-popups.ts'
import { requiredMark } from './parts/required-mark.tsx'
import { makeRouter } from './routes.tsx'
import { SessionGate } from './session.tsx'
import { THEME } from './theme.ts'

const root = document.getElementById('root')
if (!root) throw new Error('no element with id root')
/**
 * A refusal of the law stays one however often it is asked; only the network deserves a second try. `always`: without a network
 * people are told so, rather than kept waiting.
 */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 15_000,
      retry: (failures, error) => failures < 1 && error instanceof Refused && error.message === 'unavailable',
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
const router = makeRouter()
placePopupsOnceSettled()

createRoot(root).render(
  <StrictMode>
    <ConfigProvider
      locale={zhCN}
      theme={THEME}
      csp={{ nonce: NONCE }}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark }}
    >
      <App>
        <QueryClientProvider client={queries}>
          <SessionGate>
            <RouterProvider router={router} />
          </SessionGate>
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  </StrictMode>,
)
