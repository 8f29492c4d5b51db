import type { Refusal } from '../../law/refusal.ts'
import type { DisputeAct } from '../../record/disputes/acts.ts'
import { withoutPersons } from '../../record/requests/plain-act.ts'

/** Acts lie open: no names in what people typed. */
export function plainDisputeAct(act: DisputeAct, persons: Parameters<typeof withoutPersons>[1]): DisputeAct {
  const texts = ['note', 'proof', 'number', 'reason', 'reference']
  const cleaned = Object.entries(act).map(([field, value]) =>
    typeof value === 'string' && texts.includes(field) ? [field, withoutPersons(value, persons)] : [field, value],
  )
  return Object.fromEntries(cleaned) as DisputeAct
}

export const CHANGED: Refusal = {
  code: 'changed-meanwhile',
  say: '您打开页面之后，他人已先行登记，争议卷已有变化。',
  then: '页面已刷新为最新情况，请核对后再登记；您填写的内容仍在。',
}
