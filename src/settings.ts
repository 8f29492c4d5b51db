/** What the operator chose, from the environment. Read once, by main.ts and the scripts only; everything else gets arguments. */
import { isAbsolute, join, resolve } from 'node:path'
import { isLocalDate, type LocalDate } from './law/date.ts'
import { CannotStart } from './store/cannot-start.ts'

export interface Settings {
  readonly port: number
  readonly host: string
  /** Where the column lives inside an existing site: '' or '/zwgk'. */
  readonly basePath: string
  /** GONGKAI_DATA; null: `data/` in the project, or where the database's account can reach it. */
  readonly dataFolder: string | null
  /** DATABASE_URL; null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null
  /** The key that seals personal data. */
  readonly keyFile: string | null
  /** Attachments; null: in the data folder. */
  readonly filesFolder: string | null
  readonly production: boolean
  /** An empty store is filled with the demo county: unless in production, or GONGKAI_DEMO=no. */
  readonly demo: boolean
  /** GONGKAI_TODAY is set: pages say so. */
  readonly dayIsSet: boolean
  /** The legal day: GONGKAI_TODAY, else today in China. */
  today(): LocalDate
  /** The mail server and what mails say; null: nothing is sent and nothing is offered. */
  readonly mail: MailSettings | null
  /** How published information reaches other places. */
  readonly outlets: OutletSettings
  /** Requests a minute from one address before they are slowed down; 0: no limit. */
  readonly requestsPerMinute: number
  /** Addresses of reverse proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: string | false
  readonly logLevel: string
}

export interface OutletSettings {
  /** GONGKAI_WECHAT_API: the platform of WeChat; another one only where a stand-in answers. */
  readonly wechatApi: string
  /** GONGKAI_PUSH_HOSTS: hosts to which documents may be pushed, separated by commas. */
  readonly pushHosts: readonly string[]
  /** GONGKAI_SITE_FOLDER: where static columns are written for other sites to take; null: nowhere. */
  readonly siteFolder: string | null
  /** GONGKAI_SITE_URL, for links that lead back to the portal. */
  readonly site: string | null
}

export interface MailSettings {
  readonly smtpUrl: string
  readonly from: string
  /** The portal's address as readers reach it, with the base path, without a slash at the end. */
  readonly site: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** @throws CannotStart naming the variable and what it may be */
export function readSettings(environment: Environment, folder = process.cwd()): Settings {
  const production = environment.NODE_ENV === 'production'
  const setDay = environment.GONGKAI_TODAY || null
  if (setDay !== null && !isLocalDate(setDay)) throw new CannotStart(`GONGKAI_TODAY 应为 2026-03-02 这样的日期，现为 ${setDay}`)
  if (setDay !== null && production) throw new CannotStart('生产环境不得设置 GONGKAI_TODAY；请去掉它再启动')
  return {
    port: wholeNumber(environment, 'PORT', 3000, 65_535),
    host: environment.HOST || '127.0.0.1',
    basePath: basePath(environment.GONGKAI_BASE_PATH ?? ''),
    dataFolder: path(environment.GONGKAI_DATA, folder),
    databaseUrl: databaseUrl(environment.DATABASE_URL),
    keyFile: path(environment.GONGKAI_KEY_FILE, folder),
    filesFolder: path(environment.GONGKAI_FILES, folder),
    production,
    demo: !production && environment.GONGKAI_DEMO !== 'no',
    dayIsSet: setDay !== null,
    today: () => setDay ?? dayInChina(new Date()),
    mail: mailSettings(environment),
    outlets: outletSettings(environment, folder),
    requestsPerMinute: wholeNumber(environment, 'GONGKAI_REQUESTS_PER_MINUTE', 600, 1_000_000),
    trustedProxies: environment.GONGKAI_TRUSTED_PROXIES || false,
    logLevel: environment.GONGKAI_LOG || 'warn',
  }
}

/** The key's and the attachments' place, once the data folder is known. */
export function insideData(settings: Settings, dataFolder: string): { keyFile: string; filesFolder: string } {
  return {
    keyFile: settings.keyFile ?? join(dataFolder, 'key'),
    filesFolder: settings.filesFolder ?? join(dataFolder, 'files'),
  }
}

/** Limits of the Regulation run by the legal day of China, wherever the server stands. */
export function dayInChina(instant: Date): LocalDate {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(instant)
  if (!isLocalDate(text)) throw new Error('the runtime prints dates in an unknown form')
  return text
}

function wholeNumber(environment: Environment, name: string, otherwise: number, most: number): number {
  const text = environment[name]
  if (!text) return otherwise
  const value = Number(text)
  if (Number.isInteger(value) && value >= 0 && value <= most) return value
  throw new CannotStart(`${name} 应为 0 至 ${most} 的整数，现为 ${text}`)
}

function basePath(text: string): string {
  const path = text.replace(/\/+$/, '')
  if (path === '' || /^(\/[\w.~-]+)+$/.test(path)) return path
  throw new CannotStart(`GONGKAI_BASE_PATH 应为 /zwgk 这样的路径，现为 ${text}`)
}

function path(text: string | undefined, folder: string): string | null {
  if (!text) return null
  return isAbsolute(text) ? text : resolve(folder, text)
}

function mailSettings(environment: Environment): MailSettings | null {
  const smtpUrl = environment.GONGKAI_SMTP_URL
  if (!smtpUrl) return null
  if (!/^smtps?:\/\/./.test(smtpUrl))
    throw new CannotStart('GONGKAI_SMTP_URL 应以 smtp:// 或 smtps:// 开头，例如 smtps://用户:密码@主机:465')
  const from = environment.GONGKAI_MAIL_FROM
  if (!from?.includes('@')) throw new CannotStart('设了 GONGKAI_SMTP_URL，还要设 GONGKAI_MAIL_FROM：发件人邮箱地址')
  const site = siteAddress(environment)
  if (site === null)
    throw new CannotStart('设了 GONGKAI_SMTP_URL，还要设 GONGKAI_SITE_URL：门户的网址，例如 https://www.example.gov.cn/zwgk')
  return { smtpUrl, from, site }
}

const WECHAT = 'https://api.weixin.qq.com'

function outletSettings(environment: Environment, folder: string): OutletSettings {
  const wechatApi = environment.GONGKAI_WECHAT_API?.replace(/\/+$/, '') || WECHAT
  if (!/^https?:\/\/./.test(wechatApi)) throw new CannotStart(`GONGKAI_WECHAT_API 应为网址，例如 ${WECHAT}`)
  const pushHosts = (environment.GONGKAI_PUSH_HOSTS ?? '').split(/[,，\s]+/).filter((host) => host !== '')
  return { wechatApi, pushHosts, siteFolder: path(environment.GONGKAI_SITE_FOLDER, folder), site: siteAddress(environment) }
}

function siteAddress(environment: Environment): string | null {
  const site = environment.GONGKAI_SITE_URL?.replace(/\/+$/, '')
  return site && /^https?:\/\/./.test(site) ? site : null
}

function databaseUrl(text: string | undefined): string | null {
  if (!text) return null
  if (/^postgres(ql)?:\/\//.test(text)) return text
  throw new CannotStart('DATABASE_URL 应以 postgresql:// 开头，例如 postgresql://用户:密码@主机:5432/数据库名')
}
