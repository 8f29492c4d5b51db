import type { FastifyInstance } from 'fastify'
import { query } from './agency-route.ts'
import { CONTRAST_COOKIE, cookiePath, LARGE_COOKIE, type PortalOptions } from './visit.ts'

const A_YEAR = 365 * 24 * 3600

/** 大字版 and 高对比, kept in a cookie: `/mode?text=large&back=…` leads back to where the reader was, never elsewhere. */
export function modeRoute(app: FastifyInstance, options: PortalOptions): void {
  app.get('/mode', async (request, reply) => {
    const place = { path: cookiePath(options), maxAge: A_YEAR, sameSite: 'lax', httpOnly: true } as const
    const [text, contrast] = [query(request, 'text'), query(request, 'contrast')]
    if (text === 'large' || text === 'normal') reply.setCookie(LARGE_COOKIE, text, place)
    if (contrast === 'high' || contrast === 'normal') reply.setCookie(CONTRAST_COOKIE, contrast, place)
    return reply.redirect(safeWayBack(query(request, 'back'), options.basePath), 303)
  })
}

/** An address of this column on this site, or its entry. Resolved as a browser would, so that `//elsewhere` is seen for what it is. */
export function safeWayBack(back: string, basePath: string): string {
  const entry = `${basePath}/`
  const here = 'http://here.invalid'
  if (!back.startsWith(entry) || !URL.canParse(back, here)) return entry
  const { origin, pathname, search } = new URL(back, here)
  return origin === here && pathname.startsWith(entry) ? pathname + search : entry
}
