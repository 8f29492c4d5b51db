/** 逐项答复的审查: every clause of the request is placed, reasoned, and answered by an attachment where something is given. */
import { reg } from '../../law/cite.ts'
import type { Refusal } from '../../law/refusal.ts'
import { countedOutcome } from '../../law/requests/item-outcomes.ts'
import { OUTCOME_TABLE, outcomeRule } from '../../law/requests/outcomes.ts'
import { attachmentsOf } from './check-attachments.ts'
import { contradicts, lacks } from './reply-faults.ts'
import type { ReplyContent } from './reply.ts'
import { type PlacedItem, placedItems } from './reply-grounds.ts'

/** Fewer letters than this explain nothing: “不予公开” alone is no reason. */
export const SHORTEST_REASON = 10

const given = ({ outcome }: PlacedItem) => outcome === 'granted' || outcome === 'partial'

/** All faults of the items; none where the request is one matter and reads like one. */
export function itemFaults(content: ReplyContent, clauses: number): Refusal[] {
  return [
    ...completenessFaults(content, clauses),
    ...content.items.flatMap((_, place) => faultsOfItem(content, place)),
    ...countFaults(content),
  ]
}

function completenessFaults({ items, itemsComplete }: ReplyContent, clauses: number): Refusal[] {
  if (itemsComplete || items.length >= clauses) return []
  return [
    lacks(
      'items',
      `申请写明了 ${clauses} 项内容，答复只对应了 ${items.length === 0 ? '一件整体' : `${items.length} 项`}。`,
      '逐项填写每一项的答复；确实只有这些内容的，勾选“已核对”。',
      reg('36'),
    ),
  ]
}

function faultsOfItem(content: ReplyContent, place: number): Refusal[] {
  const item = content.items[place]
  if (!item) return []
  const at = `items.${place}`
  const nth = `第 ${place + 1} 项`
  if (item.outcome === null) return [lacks(`${at}.outcome`, `${nth}还没有答复。`, '为这一项选择答复类型。', reg('36'))]
  const placed: PlacedItem = { ...item, outcome: item.outcome }
  const rule = outcomeRule(item.outcome)
  if (rule.closedBy !== 'reply') return [contradicts(`${at}.outcome`, `“${rule.zh}”不是答复。`, '为这一项改选答复类型。')]
  const faults: Refusal[] = []
  if (rule.needs.includes('reasons') && [...item.reasons].length < SHORTEST_REASON)
    faults.push(
      lacks(`${at}.reasons`, `${nth}没有说明理由，或者理由过于简单。`, '写明事实，以及为什么适用所引条款。', rule.articles[0]),
    )
  if (rule.needs.includes('severance') && item.severable === null)
    faults.push(lacks(`${at}.severable`, `${nth}没有判断能否作区分处理。`, '逐页看过后选择“能”或“不能”。', reg('37')))
  if (rule.needs.includes('severance') && item.severable)
    faults.push(
      contradicts(`${at}.outcome`, `${nth}能够作区分处理，不能整项不予公开。`, '改选“部分公开”，提供其余内容。', reg('37')),
    )
  if (item.outcome === 'partial' && item.grounds.length === 0)
    faults.push(lacks(`${at}.grounds`, `${nth}没有选择不予公开部分的理由。`, '至少选择一项。', reg('37')))
  if (item.outcome === 'partial' && !item.withheldPart)
    faults.push(
      lacks(`${at}.withheldPart`, `${nth}没有写明哪些内容不予公开。`, '写明去掉的是什么内容（不必写出内容本身）。', reg('37')),
    )
  return [...faults, ...faultsOfAttachment(content, placed, at, nth)]
}

function faultsOfAttachment(content: ReplyContent, item: PlacedItem, at: string, nth: string): Refusal[] {
  if (!given(item))
    return item.attachment
      ? [contradicts(`${at}.attachment`, `${nth}没有提供信息，却写有附件。`, '删去附件，或者改选答复类型。')]
      : []
  const attached = content.given?.way === 'attached' || content.given?.way === 'electronic'
  if (!attached) return []
  if (!item.attachment) return [lacks(`${at}.attachment`, `${nth}没有写明由哪一份附件答复。`, '选择对应的附件。', reg('36(2)'))]
  return attachmentsOf(content).includes(item.attachment)
    ? []
    : [contradicts(`${at}.attachment`, `${nth}对应的附件不在附件之列。`, '在下面的“附件”中选入，或者改选。')]
}

function countFaults(content: ReplyContent): Refusal[] {
  if (content.items.length === 0) return []
  const counted = countedOutcome(placedItems(content).map(({ outcome }) => outcome))
  if (!counted) return []
  if (counted.kind === 'settled')
    return content.outcome === counted.outcome
      ? []
      : [
          contradicts(
            'outcome',
            `各项的答复合起来应计为“${OUTCOME_TABLE[counted.outcome].zh}”，现选的是“${outcomeRule(content.outcome).zh}”。`,
            `${counted.why}请改选，或者核对各项。`,
            counted.by,
          ),
        ]
  if (!counted.among.includes(content.outcome))
    return [contradicts('outcome', '所选的答复类型不在各项之中。', counted.why, counted.by)]
  return content.mainReason
    ? []
    : [lacks('mainReason', '没有写明为什么以这一项为主要的一项。', '写明选定的理由，留在内部意见中。', counted.by)]
}
