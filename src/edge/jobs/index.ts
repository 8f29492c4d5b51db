/** The jobs that run: name → office verb. Running belongs to the edge; putting them into the queue to the office. */
import type { Jobs, OfficeContext } from '../../office/context.ts'
import { mornings } from '../../office/mail/mornings.ts'
import { type Deliver, giveUpOldMail, sendWaitingMail } from '../../office/mail/send.ts'
import { endPublicities, indexMissing, scanStockPiece, takeExpiredFromOutlets } from '../../office/publication/index.ts'
import { type OutletAdapters, sendToOutlets } from '../../office/publication/send-outlets.ts'
import { nightlyCheck } from '../../office/oversight/nightly.ts'
import { remind } from '../../office/oversight/remind.ts'

/** What runs jobs: pg-boss, as main.ts wires it. */
export interface Runner {
  work<T extends object>(name: string, handle: (data: T) => Promise<void>, everySeconds?: number): Promise<void>
  schedule(name: string, cron: string): Promise<void>
}

/** Half past two at night in China, when nobody files and nobody answers. */
const NIGHTLY = '30 2 * * *'
/** Before the nightly checks. */
const WORDS = '10 2 * * *'
/** When nobody publishes. */
const STOCK = '0 1 * * *'
/** After the nightly checks. */
const SITES = '30 3 * * *'
/** Before the office opens. */
const MORNINGS = '30 7 * * *'
/** What failed is tried again by whichever minute comes after its interval. */
const EVERY_MINUTE = '* * * * *'
/** What the head released is to be everywhere at once. */
const AT_ONCE_SECONDS = 0.5

export async function runJobs(
  office: OfficeContext,
  runner: Runner,
  log: (line: string) => void,
  {
    deliver,
    outlets,
    refreshSites,
  }: { deliver: Deliver | null; outlets: OutletAdapters; refreshSites: () => Promise<{ failed: string[] }> },
): Promise<void> {
  await runner.work<Jobs['remind']>('remind', (job) => remind(office, job))
  await runner.work<Jobs['nightly']>('nightly', async () => {
    const old = await giveUpOldMail(office)
    if (old > 0) log(`有 ${old} 封邮件一周没有送出，已停止并清空；案件页可以看到是哪几件`)
    const result = await nightlyCheck(office)
    if (result.drifts + result.auditFaults > 0)
      log(
        `夜间检查发现问题：${result.drifts} 件与案卷不符，审计链 ${result.auditFaults} 处不符；请运行 npm run refold -- --check 和 gongkai audit verify`,
      )
  })
  await runner.work<Jobs['sites']>('sites', async () => {
    const { failed } = await refreshSites()
    if (failed.length > 0) log(`静态栏目没有写成：${failed.join('、')}；请检查 GONGKAI_SITE_FOLDER 的磁盘和权限`)
  })
  await runner.work<Jobs['words']>('words', async () => {
    await indexMissing(office)
  })
  await runner.schedule('words', WORDS)
  // What an older version published is found as soon as this one runs.
  await office.transact((tx) => office.enqueue(tx, 'words', {}))
  await runner.work<Jobs['stock']>('stock', async () => {
    await scanStockPiece(office)
  })
  await runner.schedule('stock', STOCK)
  await runner.schedule('sites', SITES)
  await runner.schedule('nightly', NIGHTLY)
  const toOutlets = async () => {
    await endPublicities(office)
    await takeExpiredFromOutlets(office)
    const { failed } = await sendToOutlets(office, outlets)
    if (failed > 0) log(`有 ${failed} 件信息没有发布到公开渠道，已停止重试；请在工作台“公开渠道”中查看`)
  }
  await runner.work<Jobs['outlets']>('outlets', toOutlets, AT_ONCE_SECONDS)
  await runner.schedule('outlets', EVERY_MINUTE)
  await runner.work<Jobs['mail']>('mail', async () => {
    if (!deliver) return
    const { failed, unclear } = await sendWaitingMail(office, deliver)
    if (failed > 0) log(`有 ${failed} 封邮件多次发送没有成功，已停止重试；请检查 GONGKAI_SMTP_URL，案件页可以看到是哪几件`)
    if (unclear > 0) log(`有 ${unclear} 封邮件发送时作业中断，是否发出不明，不再重发；案件页可以看到是哪几件`)
  })
  await runner.work<Jobs['mornings']>('mornings', () => mornings(office))
  if (!deliver) return
  await runner.schedule('mail', EVERY_MINUTE)
  await runner.schedule('mornings', MORNINGS)
}
