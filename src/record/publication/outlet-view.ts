/** 公开渠道 as the console shows it, and what is filled in of one. */
import { z } from 'zod'
import { COLUMN_KEYS } from '../../law/publication/columns.ts'
import { isLocalDate, type LocalDate } from '../../law/date.ts'
import { OUTLET_KINDS, type OutletKind } from '../../law/publication/outlets.ts'
import type { OutletState } from './outlet-items.ts'

/** What a kind needs to be told besides its name; `secret` is written and never shown, `fixed` names the place where things stand. */
export const OUTLET_FIELDS: Readonly<
  Record<OutletKind, readonly { key: string; zh: string; hint: string; secret?: true; fixed?: true }[]>
> = {
  wechat: [
    {
      key: 'appId',
      zh: 'AppID',
      hint: '在微信公众平台“设置与开发—基本配置”中查看，以 wx 开头；有信息发布之后不能改。',
      fixed: true,
    },
    { key: 'secret', zh: 'AppSecret', hint: '只写入、不显示；重设后在这里重新填写。', secret: true },
  ],
  site: [
    {
      key: 'address',
      zh: '栏目网址',
      hint: '静态栏目在政府网站上的网址，如 https://www.example.gov.cn/zwgk/jyj；有信息发布之后不能改。',
      fixed: true,
    },
  ],
  push: [
    {
      key: 'address',
      zh: '接口网址',
      hint: '以 https:// 开头；主机须由系统管理员在 GONGKAI_PUSH_HOSTS 中允许；有信息推送之后不能改。',
      fixed: true,
    },
    { key: 'secret', zh: '签名密钥', hint: '对方用它核对推送确由本平台发出；只写入、不显示。', secret: true },
  ],
  board: [{ key: 'place', zh: '位置', hint: '如：政务大厅一楼公告栏。' }],
  library: [{ key: 'place', zh: '场所', hint: '如：云岭县档案馆政府信息查阅点。' }],
  media: [{ key: 'place', zh: '媒体', hint: '如：云岭县广播电视台。' }],
}

export const outletSchema = z.object({
  id: z.uuid(),
  kind: z.enum(OUTLET_KINDS),
  name: z.string().trim().min(2, '请填写渠道的名称').max(60),
  /** Empty: every column. */
  columns: z.array(z.enum(COLUMN_KEYS as [string, ...string[]])).max(60),
  settings: z.record(z.string().max(40), z.string().trim().max(300)),
  /** Null: stays as it was. */
  secret: z.string().trim().max(300).nullable(),
  active: z.boolean(),
})
export type OutletInput = z.infer<typeof outletSchema>

export const handSchema = z.object({
  outletId: z.uuid(),
  documentId: z.uuid(),
  /** The day it was posted, handed over, printed, or taken down. */
  on: z.custom<LocalDate>((text) => isLocalDate(text), '日期不正确'),
  /** Where, by whom, under which receipt or address. */
  note: z.string().trim().min(2, '请写明凭据').max(300),
})
export type HandDone = z.infer<typeof handSchema>

export interface OutletView {
  id: string
  kind: OutletKind
  name: string
  columns: string[]
  settings: Record<string, string>
  hasSecret: boolean
  active: boolean
  standing: number
  waiting: number
  failed: number
}

/** One that waits for somebody. */
export interface OutletToDo {
  outletId: string
  outlet: string
  kind: OutletKind
  documentId: string
  editionId: string | null
  title: string
  column: string
  state: OutletState
  fault: string | null
  since: LocalDate
}

export interface OutletsView {
  outlets: OutletView[]
  todo: OutletToDo[]
  may: { manage: boolean; confirm: boolean }
}

/** One document's place at one outlet, with everything that happened to it there. */
export interface OutletAt {
  outletId: string
  name: string
  kind: OutletKind
  state: OutletState
  fault: string | null
  /** An address or number that the outlet gave; what it calls the rest stays inside. */
  link: string | null
  events: { seq: number; state: OutletState; by: string; on: LocalDate; note: string }[]
}

/** Faults as people read them: what happened, and what to do. */
const FAULT_WORDS: Record<string, string> = {
  NOT_SET_UP: '这种渠道还没有接通，请系统管理员检查配置。',
  ADDRESS_NOT_LISTED: '本平台的出口地址不在公众号的 IP 白名单中，请在微信公众平台添加。',
  STILL_PUBLISHING: '对方正在发布，发布完成后再撤下。',
  NOT_CONFIRMED: '提交一天后对方仍没有确认发布，请到该渠道后台查看。',
  NOT_PUBLIC: '信息已经不在公开状态。',
  DIFFERS: '渠道上的内容与签发的不一致，请查明原因后重新发布。',
  GONE: '渠道上的内容已经不在，请查明原因后重新发布。',
  REFUSED: '对方没有接受，请到该渠道后台查看原因。',
  UNREACHABLE: '连接不上对方的服务器，请检查网络。',
  CREDENTIALS: '账号或者密钥不正确，请在渠道设置中重新填写。',
  NOT_ALLOWED: '这个账号没有接口发布的权限（未认证的公众号），请复制排好版的内容到公众号后台发布，再登记。',
  QUOTA: '今天的调用次数已经用完，请明天重试或者人工发布。',
  PICTURE_REFUSED: '对方没有收下正文里的图片，请换一张图片后更正重发，或者人工发布。',
  TOO_LONG: '内容超过该渠道的长度限制，请人工发布摘要和链接。',
  UNCLEAR: '对方可能已经发布，但没有收到答复，请到该渠道后台核对，办理后登记。',
  STILL_THERE: '撤下之后内容仍在，正在重试。',
  OUR_FAULT: '办理时出了差错，正在重试；多次不成请联系系统管理员。',
  FOLDER_NOT_SET: '还没有设定取文件的目录，请系统管理员设置 GONGKAI_SITE_FOLDER。',
  FOLDER_NOT_WRITABLE: '写不进取文件的目录，请系统管理员检查磁盘和权限。',
  HOST_NOT_ALLOWED: '接口的主机没有被允许，请系统管理员设置 GONGKAI_PUSH_HOSTS。',
}

export function faultWords(code: string): string {
  return FAULT_WORDS[code] ?? `对方返回代码 ${code}，请到该渠道后台查看，或者联系系统管理员。`
}
