/**
 * Every reason for which the product lawfully says no, in one list. `docs/reference/refusals.md` is generated from it and a
 * test holds both together. The texts of a single case (dates, names) are written where the refusal is made; `title` here
 * says what kind of no it is.
 */
export const REFUSALS = {
  'not-permitted': { title: '当前身份无权办理此事项', status: 403 },
  'sign-in-needed': { title: '需要登录', status: 401 },
  'sign-in-failed': { title: '账号或密码不正确', status: 401 },
  'locked-out': { title: '尝试次数过多，账号暂时锁定', status: 429 },
  'not-found': { title: '没有找到', status: 404 },
  'changed-meanwhile': { title: '他人已先行办理，内容已变化', status: 409 },
  'field-missing': { title: '必填内容未填写', status: 422 },
  'field-invalid': { title: '填写内容不符合要求', status: 422 },
  'date-in-future': { title: '日期晚于今天', status: 422 },
  'before-the-law': { title: '早于所依据规定的施行日', status: 422 },
  'date-before-cause': { title: '日期早于所依据的事项', status: 422 },
  'case-closed': { title: '申请已办结', status: 409 },
  'not-received-yet': { title: '申请尚未确认收到', status: 409 },
  'already-done': { title: '此事项已办理', status: 409 },
  'correction-only-once': { title: '补正只能要求一次', status: 409 },
  'correction-not-asked': { title: '尚未要求补正', status: 409 },
  'correction-period-running': { title: '补正期限未满', status: 409 },
  'consultation-not-open': { title: '没有待答复的征求意见', status: 409 },
  'consultation-open': { title: '征求意见尚未结束', status: 409 },
  'extension-only-once': { title: '延长答复期限只能一次', status: 409 },
  'extension-too-late': { title: '答复期限已满，不能再延长', status: 409 },
  'extension-too-long': { title: '延长超过二十个工作日', status: 422 },
  'fee-not-noticed': { title: '尚未发出收费通知', status: 409 },
  'fee-period-running': { title: '缴费期限未满', status: 409 },
  'fee-zero': { title: '应收费用为零，无需收费通知', status: 422 },
  'awaiting-requester': { title: '正等待申请人', status: 409 },
  'outcome-needs': { title: '答复内容不完整', status: 422 },
  'outcome-inconsistent': { title: '答复内容前后矛盾', status: 422 },
  'approval-needed': { title: '需先经审批', status: 409 },
  'not-replied-yet': { title: '尚未答复', status: 409 },
  'service-method-refused': { title: '此送达方式不符合规定', status: 422 },
  'not-an-agency-of-record': { title: '本单位不适用依申请公开程序', status: 409 },
  'report-not-consistent': { title: '年度报告勾稽关系不成立', status: 422 },
  'report-incomplete': { title: '年度报告缺少内容', status: 422 },
  'report-frozen': { title: '年度报告已发布，不能修改', status: 409 },
  'file-refused': { title: '文件不能接收', status: 422 },
  'too-many': { title: '操作过于频繁', status: 429 },
  'session-expired': { title: '页面已过期', status: 403 },
  unavailable: { title: '系统暂时无法提供服务', status: 503 },
  'our-fault': { title: '系统出现故障', status: 500 },
} as const satisfies Record<string, { title: string; status: number }>

export type RefusalCode = keyof typeof REFUSALS
