/** Bench of 登记簿: the first page of a million cases, asked over HTTP by a clerk of the agency that has two hundred thousand. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { API_PREFIX } from '../src/edge/console/contract.ts'
import { readSettings } from '../src/settings.ts'
import { findPlace } from '../src/store/postgres/place.ts'
import { startEmbedded } from '../src/store/postgres/supervisor.ts'
import { openProduct } from '../src/wiring.ts'
import { type Measures, middle, note } from './measure.ts'
import { loadMillion, type Million, TODAY } from './million.ts'

const ROUNDS = 25

function questions({ section, officer }: Million): Record<string, string> {
  const query = (given: Record<string, string>) => new URLSearchParams(given).toString()
  return {
    open: '',
    overdue: query({ state: 'overdue' }),
    closed: query({ state: 'closed', sort: 'number' }),
    all: query({ state: 'all' }),
    allByReceipt: query({ state: 'all', sort: 'received' }),
    page20: query({ state: 'all', sort: 'number', page: '20' }),
    phase: query({ state: 'all', phase: 'awaitingCorrection' }),
    channel: query({ state: 'all', via: 'email', sort: 'received' }),
    section: query({ state: 'all', section }),
    officer: query({ state: 'all', officer, sort: 'received' }),
    outcome: query({ state: 'all', outcome: 'withheld.thirdParty', sort: 'number' }),
    year: query({ state: 'all', year: '2021', sort: 'received' }),
    receipts: query({ state: 'all', receivedFrom: '2022-03-01', receivedTo: '2022-03-31' }),
    dueRange: query({ dueFrom: '2026-03-02', dueTo: '2026-03-06' }),
    exception: query({ exception: 'replyOverdue' }),
    none: query({ state: 'closed', section, outcome: 'other.feeUnpaid', year: '2020', via: 'email' }),
    commonWord: query({ state: 'all', q: '学校' }),
    rareWord: query({ state: 'all', q: '第三小学 征地补偿 会议纪要' }),
    twoWords: query({ state: 'all', q: '隆务镇 校车', sort: 'received' }),
    wordInSection: query({ state: 'all', q: '学校', section }),
    number: query({ state: 'all', q: '〔2023〕500000号' }),
    nothing: query({ state: 'all', q: '火星' }),
  }
}

export async function benchRegister(measures: Measures, cases: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-register-'))
  // As root the database runs as another account, which must get in.
  chmodSync(folder, 0o755)
  const settings = { ...readSettings({ GONGKAI_REQUESTS_PER_MINUTE: '0', GONGKAI_TODAY: TODAY }), today: () => TODAY }
  const place = findPlace(process.cwd(), folder, console.error)
  const database = await startEmbedded(place, console.error)
  try {
    const product = await openProduct(settings, database.url, place.dataFolder, { sessions: 5 })
    try {
      const begun = performance.now()
      const million = await loadMillion(product.office, database.url, cases)
      note(measures, 'register.load', (performance.now() - begun) / 1000, 's', cases)
      const app = await product.buildServer({ logs: { level: 'silent' } })
      const { login, password } = million
      const signedIn = await app.inject({ method: 'POST', url: `${API_PREFIX}/session`, payload: { login, password } })
      const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
      const all: number[] = []
      for (const [name, query] of Object.entries(questions(million))) {
        const times: number[] = []
        for (let round = 0; round < ROUNDS; round += 1) {
          const start = performance.now()
          const answer = await app.inject({ url: `${API_PREFIX}/requests?${query}`, headers: { cookie } })
          times.push(performance.now() - start)
          if (answer.statusCode !== 200) throw new Error(`${name} answers ${answer.statusCode}: ${answer.body}`)
        }
        note(measures, `registerFirstPage.${name}`, middle(times, 0.5), 'ms', ROUNDS)
        all.push(...times)
      }
      note(measures, 'registerFirstPage.p50', middle(all, 0.5), 'ms', all.length)
      note(measures, 'registerFirstPage.p99', middle(all, 0.99), 'ms', all.length)
      await app.close()
    } finally {
      await product.close()
    }
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
