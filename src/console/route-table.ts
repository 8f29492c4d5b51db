/** Every page of the console: its address, its name, who may open it. The menu, the router and the axe test read this table. */
import type { Verb } from '../record/people/roles.ts'

export interface ConsoleRoute {
  path: string
  title: string
  /** One of them is needed to see the page. */
  verbs: readonly Verb[]
  /** The word in the menu; pages without one are reached from others. */
  menu?: string
  /** Under which heading of the menu. */
  group?: MenuGroup
}

export type MenuGroup = 'requests' | 'disclosure' | 'reports' | 'setting'
export const MENU_GROUPS: Record<MenuGroup, string> = {
  requests: '依申请公开',
  disclosure: '主动公开和互动',
  reports: '年度报告',
  setting: '管理',
}

export const ROUTES = {
  tasks: { path: '/tasks', title: '待办', verbs: ['requests.view'], menu: '待办' },
  requests: { path: '/requests', title: '依申请公开', verbs: ['requests.view'], menu: '依申请', group: 'requests' },
  newRequest: { path: '/requests/new', title: '登记申请', verbs: ['requests.register'] },
  case: { path: '/requests/:id', title: '案件', verbs: ['requests.view'] },
  reply: { path: '/requests/:id/reply', title: '拟写答复', verbs: ['requests.draftReply'] },
  redaction: { path: '/requests/:id/outgoing/:fileId', title: '涂黑', verbs: ['requests.view'] },
  approval: { path: '/requests/:id/approval', title: '审批答复', verbs: ['requests.approveReply'] },
  letters: { path: '/letters', title: '待送达文书', verbs: ['requests.serve'], menu: '文书', group: 'requests' },
  amendments: { path: '/amendments', title: '更正与自身相关的记录', verbs: ['amendments.view'], menu: '更正', group: 'requests' },
  newAmendment: { path: '/amendments/new', title: '登记更正申请', verbs: ['amendments.handle'] },
  amendment: { path: '/amendments/:id', title: '更正事项', verbs: ['amendments.view'] },
  amendmentApproval: { path: '/amendments/:id/approval', title: '审批更正决定', verbs: ['amendments.approve'] },
  disputes: { path: '/disputes', title: '投诉、复议、诉讼', verbs: ['disputes.view'], menu: '争议', group: 'requests' },
  dispute: { path: '/disputes/:id', title: '争议卷', verbs: ['disputes.view'] },
  letterRegister: { path: '/letters/register', title: '文号登记簿', verbs: ['requests.serve'] },
  translations: { path: '/translations', title: '藏文译文', verbs: ['letters.translate'], menu: '藏文译文', group: 'requests' },
  wording: { path: '/letters/wording', title: '文书用语和编号', verbs: ['letters.wording'] },
  term: { path: '/term', title: '学期公开卡', verbs: ['catalogue.view'], menu: '学期卡', group: 'disclosure' },
  writeNew: { path: '/term/write', title: '发布信息', verbs: ['documents.write'] },
  write: { path: '/term/write/:id', title: '填写信息', verbs: ['documents.write'] },
  sign: { path: '/sign', title: '签发', verbs: ['documents.release'], menu: '签发', group: 'disclosure' },
  publishing: { path: '/publishing', title: '信息发布', verbs: ['documents.view'], menu: '信息发布', group: 'disclosure' },
  newEdition: { path: '/publishing/new', title: '起草信息', verbs: ['documents.write'] },
  edition: { path: '/publishing/:id', title: '信息', verbs: ['documents.view'] },
  dataSets: { path: '/data-sets', title: '数据表', verbs: ['documents.view'], menu: '数据表', group: 'disclosure' },
  publicities: { path: '/publicity', title: '公示和异议', verbs: ['objections.view'], menu: '公示', group: 'disclosure' },
  publicity: { path: '/publicity/:documentId', title: '公示', verbs: ['objections.view'] },
  objection: { path: '/objections/:id', title: '异议', verbs: ['objections.view'] },
  stock: { path: '/stock', title: '存量检查', verbs: ['stock.view'], menu: '存量检查', group: 'disclosure' },
  outlets: { path: '/outlets', title: '公开渠道', verbs: ['documents.view'], menu: '公开渠道', group: 'disclosure' },
  duties: { path: '/duties', title: '应公开清单', verbs: ['catalogue.view'], menu: '应公开', group: 'disclosure' },
  catalogue: { path: '/catalogue', title: '公开事项目录', verbs: ['catalogue.view'], menu: '公开目录', group: 'disclosure' },
  newCatalogueItem: { path: '/catalogue/new', title: '新增事项', verbs: ['catalogue.edit'] },
  inherited: { path: '/catalogue/inherited', title: '上级目录', verbs: ['catalogue.view'] },
  importCatalogue: { path: '/catalogue/import', title: '导入目录', verbs: ['catalogue.edit'] },
  catalogueItem: { path: '/catalogue/:id', title: '公开事项', verbs: ['catalogue.view'] },
  matters: { path: '/matters', title: '三重一大', verbs: ['matters.view'], menu: '三重一大', group: 'disclosure' },
  schools: { path: '/schools', title: '学校公开情况', verbs: ['units.view'], menu: '学校', group: 'disclosure' },
  superior: { path: '/schools/superior', title: '学校信息的审定', verbs: ['units.view'] },
  consultations: {
    path: '/consultations',
    title: '信息公开咨询',
    verbs: ['consultations.view'],
    menu: '交流互动',
    group: 'disclosure',
  },
  consultation: { path: '/consultations/:id', title: '咨询', verbs: ['consultations.view'] },
  reports: { path: '/reports', title: '年度报告', verbs: ['reports.view'], menu: '年报', group: 'reports' },
  checkReport: { path: '/reports/check', title: '检查一份报告', verbs: ['reports.view'] },
  report: { path: '/reports/:year', title: '年度报告', verbs: ['reports.view'] },
  decisions: { path: '/decisions', title: '处理决定', verbs: ['decisions.view'], menu: '处理决定', group: 'reports' },
  handIns: { path: '/hand-ins', title: '年度报告的报送', verbs: ['handIns.view'], menu: '报送', group: 'reports' },
  newNotice: { path: '/hand-ins/new', title: '登记报送通知', verbs: ['handIns.issue'] },
  compareHandIns: { path: '/hand-ins/compare', title: '比较报送的报告', verbs: ['handIns.view'] },
  handIn: { path: '/hand-ins/:id', title: '报送情况', verbs: ['handIns.view'] },
  handInUnit: { path: '/hand-ins/:id/:unitId', title: '单位报送的报告', verbs: ['handIns.view'] },
  calendar: { path: '/calendar', title: '工作日历', verbs: ['calendar.view'], menu: '日历', group: 'setting' },
  archive: { path: '/archive', title: '归档', verbs: ['archive.view'], menu: '归档', group: 'setting' },
  basis: { path: '/basis', title: '依据库', verbs: ['basis.view'], menu: '依据', group: 'setting' },
  basisText: { path: '/basis/:key', title: '依据', verbs: ['basis.view'] },
  deputies: {
    path: '/deputies',
    title: '授权与代理',
    verbs: ['requests.view', 'documents.view'],
    menu: '代理',
    group: 'setting',
  },
  people: { path: '/people', title: '机构与人员', verbs: ['people.view'], menu: '机构', group: 'setting' },
  mail: { path: '/mail', title: '邮件提醒', verbs: ['people.view'], menu: '邮件', group: 'setting' },
  audit: { path: '/audit', title: '审计日志', verbs: ['audit.view'], menu: '监督', group: 'setting' },
} as const satisfies Record<string, ConsoleRoute>

export type RouteName = keyof typeof ROUTES

/** The address of a route with its parameters filled in. */
export function pathTo(name: RouteName, params: Record<string, string | number> = {}): string {
  return ROUTES[name].path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(params[key] ?? '')))
}
