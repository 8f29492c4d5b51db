/**
 * 公开渠道 — where information that was made public appears: 政府公报、政府网站或者其他互联网政务媒体、新闻发布会以及报刊、广播、电视等
 * (Reg. 23), the agency's own column (24), and places to read it: archives, libraries, service halls, boards and screens (25).
 */
import { type Citation, reg } from '../cite.ts'

export const OUTLET_KINDS = ['wechat', 'site', 'push', 'board', 'library', 'media'] as const
export type OutletKind = (typeof OUTLET_KINDS)[number]

interface OutletRule {
  readonly zh: string
  readonly what: string
  readonly by: Citation
  /** `machine`: the product brings it there and takes it back. `hand`: people do, and record that they did. */
  readonly done: 'machine' | 'hand'
  /** What people call having it there, and having taken it back: said of those done by hand. */
  readonly put: string
  readonly taken: string
}

/**
 * The column itself, its feeds and the hall's screen are not among them: they show what is open at the moment, so that nothing
 * has to be brought there or taken back.
 */
export const OUTLET_RULES: Readonly<Record<OutletKind, OutletRule>> = {
  wechat: {
    zh: '微信公众号',
    what: '作为图文消息发布；撤下时一并删除',
    by: reg('23'),
    done: 'machine',
    put: '已发布',
    taken: '已删除',
  },
  site: {
    zh: '政府网站静态栏目',
    what: '写成静态网页，放到政府网站取文件的目录',
    by: reg('24'),
    done: 'machine',
    put: '已写出',
    taken: '已移除',
  },
  push: {
    zh: '推送到其他系统',
    what: '签名后送到集约化平台等系统的接口',
    by: reg('24'),
    done: 'machine',
    put: '已送达',
    taken: '已通知撤下',
  },
  board: {
    zh: '公告栏',
    what: '打印张贴，登记张贴和取下的日期',
    by: reg('25.2'),
    done: 'hand',
    put: '已张贴',
    taken: '已取下',
  },
  library: {
    zh: '查阅场所',
    what: '送交国家档案馆、公共图书馆、政务服务场所，登记签收',
    by: reg('25.1'),
    done: 'hand',
    put: '已送交',
    taken: '已收回',
  },
  media: {
    zh: '新闻媒体',
    what: '报刊、广播、电视刊播，登记媒体和日期',
    by: reg('23'),
    done: 'hand',
    put: '已刊播',
    taken: '已更正说明',
  },
}
