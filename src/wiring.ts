/**
 * Puts the product together: store, office, edge. The only place besides main.ts that knows every floor; main.ts starts
 * processes with it, the tests and the benches open it in their own.
 */
import type { FastifyInstance } from 'fastify'
import { runJobs } from './edge/jobs/index.ts'
import type { Postman } from './edge/mail/smtp.ts'
import { openWorkshop } from './edge/outgoing/index.ts'
import type { ServerParts } from './edge/server.ts'
import { JOB_NAMES, type OfficeContext } from './office/context.ts'
import { isDemo, isEmptyStore } from './office/demo/is-demo.ts'
import { type Seeded, seedDemo } from './office/demo/seed.ts'
import { openOffice } from './office/open.ts'
import { BOX_LABELS } from './record/outgoing/box.ts'
import { insideData, type Settings } from './settings.ts'
import { connect, isUnavailable } from './store/database.ts'
import { isMigrated, migrate } from './store/migrate.ts'
import { openQueue } from './store/queue.ts'

export interface Product {
  office: OfficeContext
  /** Fills an empty store with the demo county; null where there is something already. */
  seedIfEmpty(): Promise<Seeded | null>
  buildServer(over?: Partial<ServerParts>): Promise<FastifyInstance>
  runJobs(log: (line: string) => void): Promise<void>
  close(): Promise<void>
}

export interface ProductOptions {
  /** Most database sessions at a time. */
  sessions?: number
}

export async function openProduct(
  settings: Settings,
  url: string,
  dataFolder: string,
  options: ProductOptions = {},
): Promise<Product> {
  await migrate(url)
  const store = connect(url, options)
  const queue = await openQueue(url, JOB_NAMES, () => {})
  let press: typeof import('./edge/paper/index.ts') | undefined
  // Loaded when a box is first printed.
  const workshop = openWorkshop(async () => (press ??= await import('./edge/paper/index.ts')).renderBoxLabels(BOX_LABELS))
  let postman: Postman | undefined
  /** Opened when a static column is first written. */
  let portal: Promise<FastifyInstance> | undefined
  const close = async () => {
    workshop.close()
    await press?.closePress()
    await queue.stop()
    await (await portal)?.close()
    postman?.close()
    await store.close()
  }
  try {
    const office = await openOffice({
      db: store.db,
      queue,
      ...insideData(settings, dataFolder),
      workshop,
      today: settings.today,
      dayIsSet: settings.dayIsSet,
      mail: settings.mail && { site: settings.mail.site },
    })
    return {
      office,
      close,
      async runJobs(log) {
        if (settings.mail) postman = (await import('./edge/mail/smtp.ts')).smtpPostman(settings.mail)
        const [{ outletAdapters, refreshSites }, { portalAlone }] = await Promise.all([
          import('./edge/outlets/index.ts'),
          import('./edge/outlets/site-pages.ts'),
        ])
        const openPortal = async () => (portal ??= portalAlone(office, await isDemo(office)))
        await runJobs(office, queue, log, {
          deliver: postman?.deliver ?? null,
          outlets: outletAdapters(office, settings.outlets, openPortal),
          refreshSites: () => refreshSites(office, settings.outlets, openPortal),
        })
      },
      seedIfEmpty: async () => ((await isEmptyStore(office)) ? seedDemo(office, settings.today(), console.log) : null),
      async buildServer(over = {}) {
        // Loaded when pages are served: the command line and the jobs need none of it.
        press = await import('./edge/paper/index.ts')
        const [{ buildServer }, { consoleApi }, { consoleStatic }, { failurePage, portalPlugin }] = await Promise.all([
          import('./edge/server.ts'),
          import('./edge/console/routes.ts'),
          import('./edge/console/static.ts'),
          import('./edge/portal/index.ts'),
        ])
        const { basePath } = settings
        const demo = await isDemo(office)
        return buildServer({
          ...settings,
          logs: { level: settings.logLevel },
          notReady: async () => ((await isMigrated(store.pool)) ? null : '数据库尚未升级到本版本'),
          unavailable: isUnavailable,
          failurePage: failurePage({ basePath, demo }),
          plugins: [
            consoleApi({ office, basePath, demo, secureCookies: settings.production }),
            consoleStatic({ basePath }),
            portalPlugin({ office, basePath, demo }),
          ],
          ...over,
        })
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}
