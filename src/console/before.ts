/** What must stand before anything else runs: main.ts loads the rest only after it. */
import { config } from 'zod'
// What the shared floors and the libraries use and Chromium 90 lacks; `target` of the build only translates syntax.
import 'core-js/actual/array/at'
import 'core-js/actual/array/find-last'
import 'core-js/actual/array/find-last-index'
import 'core-js/actual/array/to-reversed'
import 'core-js/actual/array/to-sorted'
import 'core-js/actual/array/to-spliced'
import 'core-js/actual/array/with'
import 'core-js/actual/object/has-own'
import 'core-js/actual/string/at'
import 'core-js/actual/structured-clone'

/** The page's nonce: styles made while the page runs take effect only with it. */
export const NONCE = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

// Compiled schemas would need `new Function`, which the content security policy forbids.
config({ jitless: true })

// antd gives the nonce to its component styles, but not to those that hold the page still under a drawer.
const create = document.createElement.bind(document)
document.createElement = ((name: string, options?: ElementCreationOptions) => {
  const element = create(name, options)
  if (element instanceof HTMLStyleElement) element.nonce = NONCE
  return element
}) as typeof document.createElement
